/**
 * Kind `cover`: what a team must or should bring along. Each member has a grade for the need (0 where the need does not
 * look at her seat); the team's grade is the best of its members', and the need costs by that grade, BAN where it is
 * not enough. Languages, themes, communities, traits, pinned members and published members are all of this kind.
 */
import type { Match, PlanView, RoleIx, SessionIx, TrainerIx } from "./indices.js";
import { BAN } from "./indices.js";
import { difference, type Kind, sumOf, type TermBase } from "./kind.js";
import { Expression } from "./mip-sink.js";

/** Grades are 0 … MAX_GRADE. */
export const MAX_GRADE = 3;

export interface CoverTerm extends TermBase {
  readonly kind: "cover";
  readonly session: SessionIx;
  /** a whole number, 0 … costs.length − 1 */
  grade(trainer: TrainerIx, role: RoleIx): number;
  /** cost by the team's grade, never rising; BAN where that grade is not enough. At most MAX_GRADE + 1 entries */
  readonly costs: readonly number[];
}

/** The cost that goes with a grade. */
function costAt(term: CoverTerm, grade: number): number {
  return term.costs[Math.min(grade, term.costs.length - 1)] ?? 0;
}

function matchesIn(term: CoverTerm, plan: PlanView): Match[] {
  const team = plan.team(term.session);
  if (!team) return [];
  let best = 0;
  for (let i = 0; i < team.trainers.length; i++)
    best = Math.max(best, term.grade(team.trainers[i] as TrainerIx, team.roles[i] as RoleIx));
  const cost = costAt(term, best);
  return cost === 0 ? [] : [{ cost, sessions: [term.session], trainers: [] }];
}

export const cover: Kind<CoverTerm> = {
  matches: matchesIn,
  delta: (term, before, after, session) =>
    session === term.session ? difference(sumOf(matchesIn(term, after)), sumOf(matchesIn(term, before))) : 0,
  bans: (term, after, session) => session === term.session && sumOf(matchesIn(term, after)) === BAN,
  rows(term, mip) {
    const staffed = mip.staffed(term.session);
    const members = mip.membersOf(term.session);
    const last = costAt(term, term.costs.length - 1);
    if (last === BAN) return mip.row(0, staffed, 0);
    if (last !== 0) mip.cost(staffed, last);
    for (let grade = 1; grade < term.costs.length; grade++) {
      const [below, at] = [costAt(term, grade - 1), costAt(term, grade)];
      if (below === at) continue;
      const having = new Expression();
      for (const m of members) if (term.grade(m.trainer, m.role) >= grade) having.add(m.sits);
      if (below === BAN) {
        mip.row(0, having.add(staffed, -1), Number.POSITIVE_INFINITY);
      } else {
        // short = 1 where the team does not reach this grade: having + short ≥ staffed
        const short = mip.column(below - at, 0, 1, false);
        mip.row(0, having.add(short).add(staffed, -1), Number.POSITIVE_INFINITY);
      }
    }
  },
  relax() {},
};
