import { weekOfDay } from "../model/time.js";
import { countParts } from "./buckets.js";
import type { Rule } from "./rule.js";

export const perWeek: Rule = {
  name: "perWeek",
  hard: true,
  sentence: "A trainer has no more than `perWeek` parts that start in one ISO week.",
  emit(season) {
    const { shape } = season;
    const weeks = countParts(shape, (p) => weekOfDay(shape.startDay[p] as number));
    return [
      {
        kind: "capacity",
        rule: "perWeek",
        owner: "trainer",
        buckets: weeks.count,
        cap: (t) => season.trainer(t).limits.perWeek,
        uses: (g) => weeks.buckets.of(g),
        role: null,
        memberWeight: null,
      },
    ];
  },
};
