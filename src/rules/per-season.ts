import type { Rule } from "./rule.js";

const ONCE = { buckets: [0], weights: [1] } as const;

export const perSeason: Rule = {
  name: "perSeason",
  hard: true,
  sentence: "A trainer has no more than `perSeason` sessions in the season.",
  emit(season) {
    return [
      {
        kind: "capacity",
        rule: "perSeason",
        owner: "trainer",
        buckets: 1,
        cap: (t) => season.trainer(t).limits.perSeason,
        uses: () => ONCE,
        role: null,
        memberWeight: null,
      },
    ];
  },
};
