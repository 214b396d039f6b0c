/** The one place where answers are cut down to what their reader may see. */
import type { CostName, Costs, HardRule } from "../model/types.js";

/** Who reads: `full` sees all; `redacted` sees neither what stays with a trainer nor what a background costs. */
export type View = "full" | "redacted";

/** What every rule that stays with the trainer is called for a reader without the right. */
export const NOT_AVAILABLE = "not available";

/** The rules whose reason stays with the trainer: one and the same for a reader without the right. */
const HERS: ReadonlySet<string> = new Set<HardRule>([
  "available",
  "avoidPlaces",
  "avoidTrainers",
  "ownCommunity",
  "exposure",
  "excludes",
]);

/**
 * Rules as their reader may see them: for `redacted` the rules that stay with the trainer are `not available`, once,
 * and at the place of none of them (ahead of the others), so that text, order and count tell nothing.
 */
export function redactRules<R extends string>(rules: readonly R[], view: View): readonly (R | typeof NOT_AVAILABLE)[] {
  if (view === "full") return rules;
  const others = rules.filter((rule) => !HERS.has(rule));
  return others.length < rules.length ? [NOT_AVAILABLE, ...others] : others;
}

/** Costs by rule as their reader may see them: for `redacted` without `background`. */
export function redactCosts(costs: Costs, view: View): Readonly<Partial<Record<CostName, number>>> {
  if (view === "full") return costs;
  const { background: _, ...rest } = costs;
  return rest;
}
