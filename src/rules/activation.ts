import type { Rule } from "./rule.js";

export const activation: Rule = {
  name: "activation",
  hard: false,
  sentence: "Each trainer with at least one session costs `weights.activation`.",
  emit(season) {
    const weight = season.season.weights.activation;
    if (weight === 0) return [];
    return [{ kind: "load", rule: "activation", weight: () => 1, price: { form: "step", price: weight } }];
  },
};
