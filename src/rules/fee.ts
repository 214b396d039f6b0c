import { feesOf } from "./fees.js";
import type { Rule } from "./rule.js";

export const fee: Rule = {
  name: "fee",
  hard: false,
  sentence: "Each member costs `weights.fee ×` her fee.",
  emit(season) {
    const weight = season.season.weights.fee;
    if (weight === 0) return [];
    const fees = feesOf(season);
    return [
      {
        kind: "member",
        rule: "fee",
        always: null,
        ofSession: () => null,
        ofSlot: (g) => (t) => weight * fees.of(g, t),
      },
    ];
  },
};
