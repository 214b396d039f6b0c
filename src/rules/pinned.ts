import { ROLES } from "../model/types.js";
import type { CoverTerm } from "../terms/cover.js";
import { BAN } from "../terms/indices.js";
import type { Rule } from "./rule.js";

export const pinned: Rule = {
  name: "pinned",
  hard: true,
  sentence:
    "A staffed session has its pinned slot and its pinned members in their seats; where these fill every seat, it is staffed.",
  emit(season) {
    const covers: CoverTerm[] = [];
    // A pin of every seat leaves nobody else one. That follows from the rest; said of each member, nobody else is looked at.
    const full = new Map<number, ReadonlyMap<number, number>>();
    season.season.sessions.forEach(({ pinned: pin, seats }, s) => {
      if (!pin) return;
      const members = pin.team.map(({ seat, trainer }) => [season.trainerIx(trainer), ROLES.indexOf(seat)] as const);
      const size = Object.values(seats).reduce((n, count) => n + count, 0);
      if (members.length === size) full.set(s, new Map(members));
      for (const [ix, role] of members)
        covers.push({
          kind: "cover",
          rule: "pinned",
          session: s,
          costs: [BAN, 0],
          grade: (t, r) => (t === ix && r === role ? 1 : 0),
        });
    });
    return [
      {
        kind: "slot",
        rule: "pinned",
        cost(g) {
          const { pinned: pin } = season.session(season.sessionOfSlot(g));
          return pin && pin.slot !== season.slotNumber(g) ? BAN : 0;
        },
      },
      { kind: "unstaffed", rule: "pinned", cost: (s) => (full.has(s) ? BAN : 0) },
      {
        kind: "member",
        rule: "pinned",
        always: null,
        ofSession(s) {
          const team = full.get(s);
          return team === undefined ? null : (t, role) => (team.get(t) === role ? 0 : BAN);
        },
        ofSlot: () => null,
      },
      ...covers,
    ];
  },
};
