import type { Rule } from "./rule.js";

export const travel: Rule = {
  name: "travel",
  hard: false,
  sentence: "Each member of a session with a place costs `weights.travelKm ×` kilometres from home.",
  emit(season) {
    const weight = season.season.weights.travelKm;
    if (weight === 0) return [];
    return [
      {
        kind: "member",
        rule: "travel",
        always: null,
        ofSession(s) {
          const { place } = season.session(s);
          if (place === null) return null;
          const km = season.kmFromHomes(place);
          return (t) => weight * (km[t] as number);
        },
        ofSlot: () => null,
      },
    ];
  },
};
