import { levelsOf } from "./need.js";
import type { Rule } from "./rule.js";
import { looksAt } from "./season-index.js";

export const depth: Rule = {
  name: "depth",
  hard: false,
  sentence:
    "Each theme of a staffed session costs `weights.depth × max(0, wish − the best level among those whom who names)`; for `all`, among all members.",
  emit(season) {
    const weight = season.season.weights.depth;
    if (weight === 0) return [];
    const levels = levelsOf(season);
    return season.season.sessions.flatMap(({ themes }, s) =>
      themes.map(({ id, wish, who }) => {
        const of = levels(id);
        return {
          kind: "cover" as const,
          rule: "depth" as const,
          session: s,
          costs: Array.from({ length: wish + 1 }, (_, level) => weight * (wish - level)),
          grade: (t: number, role: number) => (looksAt(who, role) ? Math.min(wish, of[t] as number) : 0),
        };
      }),
    );
  },
};
