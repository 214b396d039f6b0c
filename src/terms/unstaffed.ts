/** Kind `unstaffed`: what it costs, or whether it is forbidden, to leave a session without a team. */
import type { Match, PlanView, SessionIx } from "./indices.js";
import { BAN } from "./indices.js";
import { type Kind, type TermBase, withinSessions } from "./kind.js";
import { Expression } from "./mip-sink.js";

export interface UnstaffedTerm extends TermBase {
  readonly kind: "unstaffed";
  cost(session: SessionIx): number;
}

function matchesIn(term: UnstaffedTerm, plan: PlanView, session: SessionIx): Match[] {
  const cost = plan.team(session) ? 0 : term.cost(session);
  return cost === 0 ? [] : [{ cost, sessions: [session], trainers: [] }];
}

export const unstaffed: Kind<UnstaffedTerm> = {
  ...withinSessions(matchesIn),
  // Nothing that staffs a session can be forbidden for leaving it open.
  bans: () => false,
  rows(term, mip) {
    for (let s = 0; s < mip.shape.sessions; s++) {
      const cost = term.cost(s);
      if (cost === BAN) mip.row(1, mip.staffed(s), 1);
      else if (cost !== 0) mip.cost(new Expression().plus(1).add(mip.staffed(s), -1), cost);
    }
  },
  relax() {},
};
