import { BAN } from "../terms/indices.js";
import type { Rule } from "./rule.js";

export const avoidPlaces: Rule = {
  name: "avoidPlaces",
  hard: true,
  sentence: "Neither the place nor any place of the audience is on a member's list; online too.",
  emit(season) {
    const lists = season.season.trainers.map((t) => (t.avoidPlaces.length > 0 ? new Set(t.avoidPlaces) : null));
    return [
      {
        kind: "member",
        rule: "avoidPlaces",
        always: null,
        ofSession(s) {
          const seen = season.placesOf(season.session(s));
          if (seen.length === 0) return null;
          return (t) => {
            const avoided = lists[t];
            return avoided && seen.some((p) => avoided.has(p)) ? BAN : 0;
          };
        },
        ofSlot: () => null,
      },
    ];
  },
};
