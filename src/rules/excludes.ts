import { BAN } from "../terms/indices.js";
import type { Rule } from "./rule.js";

export const excludes: Rule = {
  name: "excludes",
  hard: true,
  sentence: "No member is excluded.",
  emit(season) {
    return [
      {
        kind: "member",
        rule: "excludes",
        always: null,
        ofSession(s) {
          const excluded = new Set(season.session(s).excludes.map((id) => season.trainerIx(id)));
          return excluded.size === 0 ? null : (t) => (excluded.has(t) ? BAN : 0);
        },
        ofSlot: () => null,
      },
    ];
  },
};
