import { countParts } from "./buckets.js";
import type { Rule } from "./rule.js";

export const perDay: Rule = {
  name: "perDay",
  hard: true,
  sentence: "A trainer has no more than `perDay` parts that start on one day.",
  emit(season) {
    const { shape } = season;
    const days = countParts(shape, (p) => shape.startDay[p] as number);
    return [
      {
        kind: "capacity",
        rule: "perDay",
        owner: "trainer",
        buckets: days.count,
        cap: (t) => season.trainer(t).limits.perDay,
        uses: (g) => days.buckets.of(g),
        role: null,
        memberWeight: null,
      },
    ];
  },
};
