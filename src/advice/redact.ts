/** The one place where advice is made fit for its reader: what may not be told is taken out here, and nowhere else. */
import { COSTS, type CostName, HARD_RULES, type HardRule } from "../model/types.js";

/** Who reads: someone with the right to every reason, or anybody else. */
export type View = "full" | "redacted";

/** What a reader without the right is told of a rule whose breach is a trainer's own affair. */
export const NOT_AVAILABLE = "not available";
export type ToldRule = HardRule | typeof NOT_AVAILABLE;

/** Rules that are one and the same to a reader without the right. */
const HERS: ReadonlySet<HardRule> = new Set([
  "available",
  "avoidPlaces",
  "avoidTrainers",
  "ownCommunity",
  "exposure",
  "excludes",
]);

/**
 * Rules as their reader may know them, each once: in the model's order, and for a reader without the right those that
 * are a trainer's own are one, and come first.
 */
export function redactRules(rules: Iterable<HardRule>, view: View): ToldRule[] {
  const all = new Set(rules);
  const inOrder = HARD_RULES.filter((rule) => all.has(rule));
  if (view === "full") return inOrder;
  const open = inOrder.filter((rule) => !HERS.has(rule));
  return open.length < inOrder.length ? [NOT_AVAILABLE, ...open] : open;
}

/** Costs by rule as their reader may know them: without what backgrounds cost for one without the right. */
export function redactCosts(
  costs: Readonly<Record<CostName, number>>,
  view: View,
): Partial<Readonly<Record<CostName, number>>> {
  return Object.fromEntries(COSTS.filter((name) => view === "full" || name !== "background").map((n) => [n, costs[n]]));
}
