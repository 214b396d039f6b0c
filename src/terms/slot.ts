/** Kind `slot`: what it costs, or whether it is forbidden, that a session takes one of its slots. */
import type { Match, PlanView, SessionIx, SlotIx } from "./indices.js";
import { BAN } from "./indices.js";
import { type Kind, type TermBase, withinSessions } from "./kind.js";

export interface SlotTerm extends TermBase {
  readonly kind: "slot";
  /** BAN where it is forbidden */
  cost(slot: SlotIx): number;
}

function matchesIn(term: SlotTerm, plan: PlanView, session: SessionIx): Match[] {
  const team = plan.team(session);
  const cost = team ? term.cost(team.slot) : 0;
  return cost === 0 ? [] : [{ cost, sessions: [session], trainers: [] }];
}

export const slot: Kind<SlotTerm> = {
  ...withinSessions(matchesIn),
  rows(term, mip) {
    for (let g = 0; g < mip.shape.sessionOf.length; g++) {
      const cost = term.cost(g);
      if (cost === BAN) mip.row(0, mip.slotUsed(g), 0);
      else if (cost !== 0) mip.cost(mip.slotUsed(g), cost);
    }
  },
  relax() {},
};
