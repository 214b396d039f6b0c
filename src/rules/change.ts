import type { Term } from "../terms/kinds.js";
import type { Rule } from "./rule.js";

export const change: Rule = {
  name: "change",
  hard: false,
  sentence:
    "Each member of a published team who is in no seat of that session now (all of them, if it is unstaffed) costs `weights.change`.",
  emit(season) {
    const weight = season.season.weights.change;
    if (weight === 0) return [];
    const size = new Map<number, number>();
    const terms: Term[] = [];
    for (const { session, team } of season.season.published) {
      const s = season.sessionIx(session);
      size.set(s, team.length);
      for (const m of team) {
        const ix = season.trainerIx(m.trainer);
        terms.push({ kind: "cover", rule: "change", session: s, costs: [weight, 0], grade: (t) => (t === ix ? 1 : 0) });
      }
    }
    terms.push({ kind: "unstaffed", rule: "change", cost: (s) => weight * (size.get(s) ?? 0) });
    return terms;
  },
};
