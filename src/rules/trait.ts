import { holdersOfAll, needTerms } from "./need.js";
import type { Rule } from "./rule.js";

export const trait: Rule = {
  name: "trait",
  hard: true,
  sentence: "A trait needed is there, in those whom `who` names.",
  emit(season) {
    const holders = holdersOfAll(season.season.trainers.map((t) => t.traits));
    return needTerms(season, "trait", (s) =>
      season.session(s).traits.map(({ id, who }) => ({ who, has: holders([id]) })),
    );
  },
};
