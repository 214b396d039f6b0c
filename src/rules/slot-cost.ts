import type { Rule } from "./rule.js";

export const slotCost: Rule = {
  name: "slot",
  hard: false,
  sentence: "A staffed session costs `weights.slot ×` the slot's index.",
  emit: (season) => [{ kind: "slot", rule: "slot", cost: (g) => season.season.weights.slot * season.slotNumber(g) }],
};
