import type { Rule } from "./rule.js";

export const fairness: Rule = {
  name: "fairness",
  hard: false,
  sentence:
    "Each trainer of the pool costs `weights.fairness × (max(0, load − max)² + max(0, min − load)²)`, load in half-days.",
  emit(season) {
    const weight = season.season.weights.fairness;
    if (weight === 0) return [];
    return [
      {
        kind: "load",
        rule: "fairness",
        weight: (s) => season.session(s).halfDays,
        price: {
          form: "band",
          price: weight,
          low: (t) => season.trainer(t).share.min,
          high: (t) => season.trainer(t).share.max,
        },
      },
    ];
  },
};
