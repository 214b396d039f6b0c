import { kept, levelsOf, needTerms } from "./need.js";
import type { Rule } from "./rule.js";

export const theme: Rule = {
  name: "theme",
  hard: true,
  sentence: "The level needed is there, in those whom `who` names.",
  emit(season) {
    const levels = levelsOf(season);
    const reaching = [1, 2, 3].map((level) => kept((id) => levels(id).map((has) => (has >= level ? 1 : 0))));
    return needTerms(season, "theme", (s) =>
      season.session(s).themes.map(({ id, level, who }) => ({
        who,
        has: reaching[level - 1]?.(id) ?? new Uint8Array(season.shape.trainers),
      })),
    );
  },
};
