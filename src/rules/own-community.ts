import { BAN } from "../terms/indices.js";
import type { Rule } from "./rule.js";

export const ownCommunity: Rule = {
  name: "ownCommunity",
  hard: true,
  sentence:
    "A member who has any of the session's communities' backgrounds lives at least `limits.ownCommunityKm` from the place and from each place of the audience (0: no limit).",
  emit(season) {
    const limit = Float64Array.from(season.season.trainers, (t) => t.limits.ownCommunityKm);
    return [
      {
        kind: "member",
        rule: "ownCommunity",
        always: null,
        ofSession(s) {
          const session = season.session(s);
          const own = new Set(session.communities.flatMap((c) => c.backgrounds));
          const seen = season.placesOf(session);
          if (own.size === 0 || seen.length === 0) return null;
          const km = seen.map((place) => season.kmFromHomes(place));
          return (t) => {
            const least = limit[t] as number;
            if (least === 0 || !season.trainer(t).backgrounds.some((b) => own.has(b))) return 0;
            return km.some((row) => (row[t] as number) < least) ? BAN : 0;
          };
        },
        ofSlot: () => null,
      },
    ];
  },
};
