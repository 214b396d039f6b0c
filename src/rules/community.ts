import { holdersOfAll, needTerms } from "./need.js";
import type { Rule } from "./rule.js";

export const community: Rule = {
  name: "community",
  hard: true,
  sentence:
    "A required community is shared by those whom `who` names (a member shares it if she has all its backgrounds).",
  emit(season) {
    const sharers = holdersOfAll(season.season.trainers.map((t) => t.backgrounds));
    return needTerms(season, "community", (s) =>
      season
        .session(s)
        .communities.flatMap(({ backgrounds, required }) =>
          required === null ? [] : [{ who: required, has: sharers(backgrounds) }],
        ),
    );
  },
};
