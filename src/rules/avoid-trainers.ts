import { BAN, type TrainerIx } from "../terms/indices.js";
import type { PairException } from "../terms/pair.js";
import type { Rule } from "./rule.js";

export const avoidTrainers: Rule = {
  name: "avoidTrainers",
  hard: true,
  sentence: "No two members must be kept apart.",
  emit(season) {
    const apart = new Map<number, PairException>();
    const n = season.shape.trainers;
    const keyOf = (a: TrainerIx, b: TrainerIx): number => Math.min(a, b) * n + Math.max(a, b);
    season.season.trainers.forEach((t, a) => {
      for (const other of t.avoidTrainers) {
        const b = season.trainerIx(other);
        apart.set(keyOf(a, b), { a: Math.min(a, b), b: Math.max(a, b), cost: BAN });
      }
    });
    return [
      {
        kind: "pair",
        rule: "avoidTrainers",
        base: 0,
        exceptions: [...apart.values()],
        cost: (a, b) => (apart.has(keyOf(a, b)) ? BAN : 0),
      },
    ];
  },
};
