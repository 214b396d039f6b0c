/**
 * Who may read what of an answer. To a reader without the right, the reasons that are a trainer's own to keep are one
 * and the same reason; whatever is computed from them is computed after they are made one.
 */
import type { CostName, Costs, HardRule } from "../model/types.js";

/** `full` for whoever may know why somebody cannot come, `redacted` for everybody else. */
export type View = "full" | "redacted";

/** The rules that are one reason, `available`, to a reader without the right. */
const HERS: ReadonlySet<HardRule> = new Set([
  "available",
  "avoidPlaces",
  "avoidTrainers",
  "ownCommunity",
  "exposure",
  "excludes",
]);

/** Whether a rule's reason is the trainer's own to keep. */
export function isHers(rule: HardRule): boolean {
  return HERS.has(rule);
}

/** Rules as a reader may see them: each once, and those that are hers to keep all as `available`, where the first stood. */
export function redactRules(rules: readonly HardRule[], view: View): HardRule[] {
  if (view === "full") return [...new Set(rules)];
  return [...new Set(rules.map((rule) => (isHers(rule) ? "available" : rule)))];
}

/** Costs by rule as a reader may see them: without `background` for whoever may not know backgrounds. */
export function redactCosts(costs: Costs, view: View): Partial<Costs> {
  if (view === "full") return costs;
  const kept = Object.entries(costs).filter(([name]) => name !== ("background" satisfies CostName));
  return Object.fromEntries(kept) as Partial<Costs>;
}
