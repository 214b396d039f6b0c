import { ACTOR } from "../terms/indices.js";
import type { Rule } from "./rule.js";

export const continuity: Rule = {
  name: "continuity",
  hard: false,
  sentence:
    "Each session of a series after its first, both staffed, costs `weights.continuity` for each member, actors apart, who had no seat, an `actor`'s included, in the team of the one before.",
  emit(season) {
    const weight = season.season.weights.continuity;
    if (weight === 0) return [];
    return season.season.series.flatMap(({ sessions }) =>
      sessions.slice(1).map((id, i) => ({
        kind: "link" as const,
        rule: "continuity" as const,
        first: season.sessionIx(sessions[i] as string),
        second: season.sessionIx(id),
        allows: null,
        needsFirst: false,
        newcomer: weight,
        counts: (role: number) => role !== ACTOR,
      })),
    );
  },
};
