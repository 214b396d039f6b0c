/** Kind `pair`: what it costs, or whether it is forbidden, that two trainers share a team. */
import type { Match, PlanView, SessionIx, TrainerIx } from "./indices.js";
import { BAN } from "./indices.js";
import { type Kind, type TermBase, withinSessions } from "./kind.js";
import { Expression } from "./mip-sink.js";

export interface PairException {
  readonly a: TrainerIx;
  readonly b: TrainerIx;
  /** in place of `base`; BAN where they must be kept apart */
  readonly cost: number;
}

export interface PairTerm extends TermBase {
  readonly kind: "pair";
  /** cost of any two members that are no exception */
  readonly base: number;
  readonly exceptions: readonly PairException[];
  /** cost of two trainers */
  cost(a: TrainerIx, b: TrainerIx): number;
}

function matchesIn(term: PairTerm, plan: PlanView, session: SessionIx): Match[] {
  const team = plan.team(session);
  if (!team) return [];
  const found: Match[] = [];
  for (let i = 0; i < team.trainers.length; i++)
    for (let j = i + 1; j < team.trainers.length; j++) {
      const [a, b] = [team.trainers[i] as TrainerIx, team.trainers[j] as TrainerIx];
      const cost = term.cost(a, b);
      if (cost !== 0) found.push({ cost, sessions: [session], trainers: [a, b] });
    }
  return found;
}

function pairsOfSeats(seats: ArrayLike<number>, session: SessionIx): number {
  const size = (seats[session * 3] ?? 0) + (seats[session * 3 + 1] ?? 0) + (seats[session * 3 + 2] ?? 0);
  return (size * (size - 1)) / 2;
}

export const pair: Kind<PairTerm> = {
  ...withinSessions(matchesIn),
  rows(term, mip) {
    for (let s = 0; s < mip.shape.sessions; s++) {
      if (term.base !== 0) mip.cost(mip.staffed(s), term.base * pairsOfSeats(mip.shape.seats, s));
      const sits = new Map<TrainerIx, Expression>();
      for (const m of mip.membersOf(s)) {
        const so = sits.get(m.trainer) ?? new Expression();
        sits.set(m.trainer, so.add(m.sits));
      }
      for (const { a, b, cost } of term.exceptions) {
        const [x, y] = [sits.get(a), sits.get(b)];
        if (!x || !y || cost === term.base) continue;
        if (cost === BAN) {
          mip.row(Number.NEGATIVE_INFINITY, new Expression().add(x).add(y), 1);
        } else if (cost > term.base) {
          const both = mip.column(cost - term.base, 0, 1, false);
          mip.row(Number.NEGATIVE_INFINITY, new Expression().add(x).add(y).add(both, -1), 1);
        } else {
          const both = mip.column(cost - term.base, 0, 1, false);
          mip.row(Number.NEGATIVE_INFINITY, new Expression().add(both).add(x, -1), 0);
          mip.row(Number.NEGATIVE_INFINITY, new Expression().add(both).add(y, -1), 0);
        }
      }
    }
  },
  relax() {},
};
