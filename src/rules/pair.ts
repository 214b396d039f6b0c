import type { PairException } from "../terms/pair.js";
import type { Rule } from "./rule.js";

export const pair: Rule = {
  name: "pair",
  hard: false,
  sentence: "Each two members cost the pair's `cost` where the season names one, else `weights.pair`.",
  emit(season) {
    const base = season.season.weights.pair;
    const n = season.shape.trainers;
    const named = new Map<number, PairException>();
    for (const { a, b, cost } of season.season.pairs) {
      const [x, y] = [season.trainerIx(a), season.trainerIx(b)];
      named.set(Math.min(x, y) * n + Math.max(x, y), { a: Math.min(x, y), b: Math.max(x, y), cost });
    }
    return [
      {
        kind: "pair",
        rule: "pair",
        base,
        exceptions: [...named.values()],
        cost: (a, b) => named.get(Math.min(a, b) * n + Math.max(a, b))?.cost ?? base,
      },
    ];
  },
};
