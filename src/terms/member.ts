/** Kind `member`: what it costs, or whether it is forbidden, that a trainer sits in a seat of a session. */
import type { Match, PlanView, RoleIx, SessionIx, SlotIx, TrainerIx } from "./indices.js";
import { BAN } from "./indices.js";
import { type Kind, type TermBase, withinSessions } from "./kind.js";

/** Cost of a trainer in a role; BAN where it is forbidden. */
export type MemberCost = (trainer: TrainerIx, role: RoleIx) => number;

export interface MemberTerm extends TermBase {
  readonly kind: "member";
  /** whichever the session and slot; null where it says nothing so general */
  readonly always: MemberCost | null;
  /** whichever the slot; null where the session leaves everybody free */
  ofSession(session: SessionIx): MemberCost | null;
  /** for one slot */
  ofSlot(slot: SlotIx): MemberCost | null;
}

function costIn(costs: readonly (MemberCost | null)[], trainer: TrainerIx, role: RoleIx): number {
  return costs.reduce((sum, cost) => sum + (cost?.(trainer, role) ?? 0), 0);
}

function matchesIn(term: MemberTerm, plan: PlanView, session: SessionIx): Match[] {
  const team = plan.team(session);
  if (!team) return [];
  const found: Match[] = [];
  const [bySession, bySlot] = [term.ofSession(session), term.ofSlot(team.slot)];
  for (let i = 0; i < team.trainers.length; i++) {
    const [trainer, role] = [team.trainers[i] as TrainerIx, team.roles[i] as RoleIx];
    const cost = costIn([term.always, bySession, bySlot], trainer, role);
    if (cost !== 0) found.push({ cost, sessions: [session], trainers: [trainer] });
  }
  return found;
}

export const member: Kind<MemberTerm> = {
  ...withinSessions(matchesIn),
  rows(term, mip) {
    for (let s = 0; s < mip.shape.sessions; s++) {
      const bySession = term.ofSession(s);
      for (const choice of mip.membersOf(s)) {
        const bySlot = term.ofSlot(choice.slot);
        const cost = costIn([term.always, bySession, bySlot], choice.trainer, choice.role);
        if (cost === BAN) mip.row(0, choice.sits, 0);
        else if (cost !== 0) mip.cost(choice.sits, cost);
      }
    }
  },
  relax() {},
};
