/**
 * Kind `capacity`: a cap over the weighted members that share a resource: a trainer's day, week, season or exposure to
 * a theme, a programme's budget. One term is a family of rows, one row for each owner and bucket.
 */
import type { Match, PlanView, SessionIx, TeamView, TrainerIx } from "./indices.js";
import { BAN } from "./indices.js";
import { type Kind, sumOf, type TermBase } from "./kind.js";
import { Expression } from "./mip-sink.js";
import type { RowFamily } from "./relax-sink.js";

export interface CapacityTerm extends TermBase, RowFamily {
  readonly kind: "capacity";
  readonly rule: string;
}

/** Calls `use(row, weight, trainer)` for each row that a team draws on; row = owner × buckets + bucket. */
function drawsOf(
  term: CapacityTerm,
  plan: PlanView,
  session: SessionIx,
  team: TeamView,
  use: (row: number, weight: number, trainer: TrainerIx) => void,
): void {
  const { buckets, weights } = term.uses(team.slot);
  for (let i = 0; i < team.trainers.length; i++) {
    const trainer = team.trainers[i] as TrainerIx;
    if (term.role !== null && team.roles[i] !== term.role) continue;
    const owner = term.owner === "trainer" ? trainer : (plan.shape.programmeOf[session] as number);
    if (owner < 0) continue;
    const factor = term.memberWeight ? term.memberWeight.of(team.slot, trainer) : 1;
    for (let k = 0; k < buckets.length; k++)
      use(owner * term.buckets + (buckets[k] as number), (weights[k] as number) * factor, trainer);
  }
}

/** Whether a row is over its cap, given what the rows hold. */
function isOver(term: CapacityTerm, row: number, held: number): boolean {
  return held > term.cap(Math.floor(row / term.buckets), row % term.buckets);
}

function tally(
  term: CapacityTerm,
  plan: PlanView,
): Map<number, { held: number; sessions: SessionIx[]; trainers: TrainerIx[] }> {
  const rows = new Map<number, { held: number; sessions: SessionIx[]; trainers: TrainerIx[] }>();
  for (let s = 0; s < plan.shape.sessions; s++) {
    const team = plan.team(s);
    if (!team) continue;
    drawsOf(term, plan, s, team, (row, weight, trainer) => {
      const entry = rows.get(row) ?? { held: 0, sessions: [], trainers: [] };
      entry.held += weight;
      if (!entry.sessions.includes(s)) entry.sessions.push(s);
      if (!entry.trainers.includes(trainer)) entry.trainers.push(trainer);
      rows.set(row, entry);
    });
  }
  return rows;
}

export const capacity: Kind<CapacityTerm> = {
  matches(term, plan) {
    const found: Match[] = [];
    for (const [row, { held, sessions, trainers }] of tally(term, plan))
      if (isOver(term, row, held)) found.push({ cost: BAN, sessions, trainers });
    return found;
  },
  delta(term, before, after) {
    const [was, is] = [sumOf(capacity.matches(term, before)), sumOf(capacity.matches(term, after))];
    return was === is ? 0 : is - was;
  },
  bans(term, after, session) {
    const team = after.team(session);
    if (!team) return false;
    const touched = new Set<number>();
    drawsOf(term, after, session, team, (row) => touched.add(row));
    const rows = tally(term, after);
    return [...touched].some((row) => isOver(term, row, rows.get(row)?.held ?? 0));
  },
  rows(term, mip) {
    const rows = new Map<number, { sum: Expression; most: number }>();
    for (let s = 0; s < mip.shape.sessions; s++)
      for (const m of mip.membersOf(s)) {
        if (term.role !== null && m.role !== term.role) continue;
        const owner = term.owner === "trainer" ? m.trainer : (mip.shape.programmeOf[s] as number);
        if (owner < 0) continue;
        const { buckets, weights } = term.uses(m.slot);
        const factor = term.memberWeight ? term.memberWeight.of(m.slot, m.trainer) : 1;
        for (let k = 0; k < buckets.length; k++) {
          const row = owner * term.buckets + (buckets[k] as number);
          const weight = (weights[k] as number) * factor;
          const entry = rows.get(row) ?? { sum: new Expression(), most: 0 };
          entry.sum.add(m.sits, weight);
          entry.most += weight;
          rows.set(row, entry);
        }
      }
    for (const [row, { sum, most }] of rows) {
      const cap = term.cap(Math.floor(row / term.buckets), row % term.buckets);
      if (most > cap) mip.row(Number.NEGATIVE_INFINITY, sum, cap);
    }
  },
  relax: (term, _shape, sink) => sink.rows(term),
};
