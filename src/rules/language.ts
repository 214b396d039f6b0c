import { holdersOfAll, needTerms } from "./need.js";
import type { Rule } from "./rule.js";

export const language: Rule = {
  name: "language",
  hard: true,
  sentence: "A language needed is spoken by those whom `who` names.",
  emit(season) {
    const speakers = holdersOfAll(season.season.trainers.map((t) => t.languages));
    return needTerms(season, "language", (s) =>
      season.session(s).languages.map(({ id, who }) => ({ who, has: speakers([id]) })),
    );
  },
};
