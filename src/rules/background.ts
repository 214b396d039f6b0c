import { LIVED } from "../terms/indices.js";
import { holdersOfAll } from "./need.js";
import type { Rule } from "./rule.js";

export const background: Rule = {
  name: "background",
  hard: false,
  sentence:
    "Each community of a staffed session costs `weights.background × weight ×` 0 if a member in a `lived` seat shares it, 1 if only a member in another seat does, 2 if nobody does.",
  emit(season) {
    const weight = season.season.weights.background;
    if (weight === 0) return [];
    const sharers = holdersOfAll(season.season.trainers.map((t) => t.backgrounds));
    return season.season.sessions.flatMap((session, s) =>
      session.communities
        .filter((c) => c.weight > 0)
        .map((c) => {
          const shares = sharers(c.backgrounds);
          const cost = weight * c.weight;
          return {
            kind: "cover" as const,
            rule: "background" as const,
            session: s,
            costs: [2 * cost, cost, 0],
            grade: (t: number, role: number) => (shares[t] ? (role === LIVED ? 2 : 1) : 0),
          };
        }),
    );
  },
};
