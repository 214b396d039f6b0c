import { feesOf } from "./fees.js";
import type { Rule } from "./rule.js";

const ONCE = { buckets: [0], weights: [1] } as const;

export const budget: Rule = {
  name: "budget",
  hard: true,
  sentence: "The fees of all members of a programme's staffed sessions come to no more than its budget.",
  emit(season) {
    const budgets = season.season.programmes.map((p) => p.budget);
    return [
      {
        kind: "capacity",
        rule: "budget",
        owner: "programme",
        buckets: 1,
        cap: (p) => budgets[p] ?? Number.POSITIVE_INFINITY,
        uses: () => ONCE,
        role: null,
        memberWeight: feesOf(season),
      },
    ];
  },
};
