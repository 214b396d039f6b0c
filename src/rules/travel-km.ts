import { BAN } from "../terms/indices.js";
import type { Rule } from "./rule.js";

export const travelKm: Rule = {
  name: "travelKm",
  hard: true,
  sentence: "No member travels further than her limit from home to the place (a waiver lifts the limit, not the cost).",
  emit(season) {
    const limit = Float64Array.from(season.season.trainers, (t) => t.limits.travelKm);
    return [
      {
        kind: "member",
        rule: "travelKm",
        always: null,
        ofSession(s) {
          const { place, waivers } = season.session(s);
          if (place === null) return null;
          const waived = new Set(waivers.filter((w) => w.rule === "travelKm").map((w) => season.trainerIx(w.trainer)));
          const km = season.kmFromHomes(place);
          return (t) => ((km[t] as number) <= (limit[t] as number) || waived.has(t) ? 0 : BAN);
        },
        ofSlot: () => null,
      },
    ];
  },
};
