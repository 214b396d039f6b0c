/** Kind `conflict`: two sessions that one trainer cannot both hold, because two of their parts clash. */
import type { Match, PartIx, PlanView, SessionIx, Shape, SlotIx, TrainerIx } from "./indices.js";
import { BAN, teamHas } from "./indices.js";
import { difference, type Kind, sumOf, type TermBase } from "./kind.js";
import { Expression, type MemberChoice } from "./mip-sink.js";
import type { RowFamily } from "./relax-sink.js";

export interface ConflictTerm extends TermBase {
  readonly kind: "conflict";
  /** trainers of one number clash alike */
  alike(trainer: TrainerIx): number;
  /** whether a trainer cannot hold both parts, of two different sessions; symmetric */
  clash(trainer: TrainerIx, a: PartIx, b: PartIx): boolean;
  /** families of rows `≤ cap` that follow from the rule: cliques of clashing slots, for the bound */
  cliques(shape: Shape): RowFamily[];
}

/** Whether any part of one slot clashes with any part of another. */
export function slotsClash(term: ConflictTerm, shape: Shape, trainer: TrainerIx, g: SlotIx, h: SlotIx): boolean {
  for (let a = shape.partStart[g] as number; a < (shape.partStart[g + 1] as number); a++)
    for (let b = shape.partStart[h] as number; b < (shape.partStart[h + 1] as number); b++)
      if (term.clash(trainer, a, b)) return true;
  return false;
}

function matchesWith(term: ConflictTerm, plan: PlanView, session: SessionIx, from: SessionIx): Match[] {
  const team = plan.team(session);
  if (!team) return [];
  const found: Match[] = [];
  for (let other = from; other < plan.shape.sessions; other++) {
    const theirs = other === session ? null : plan.team(other);
    if (!theirs) continue;
    for (let i = 0; i < team.trainers.length; i++) {
      const trainer = team.trainers[i] as TrainerIx;
      if (teamHas(theirs, trainer) && slotsClash(term, plan.shape, trainer, team.slot, theirs.slot))
        found.push({ cost: BAN, sessions: [session, other], trainers: [trainer] });
    }
  }
  return found;
}

function allMatches(term: ConflictTerm, plan: PlanView): Match[] {
  const found: Match[] = [];
  for (let s = 0; s < plan.shape.sessions; s++) found.push(...matchesWith(term, plan, s, s + 1));
  return found;
}

/**
 * Covers every clashing pair of a trainer's choices by cliques, grown greedily: choices of one session exclude each
 * other already, so they may share a clique.
 */
function cliquesOf(
  term: ConflictTerm,
  shape: Shape,
  trainer: TrainerIx,
  choices: readonly MemberChoice[],
): Expression[] {
  const bySlot = new Map<SlotIx, Expression>();
  for (const c of choices) bySlot.set(c.slot, (bySlot.get(c.slot) ?? new Expression()).add(c.sits));
  const slots = [...bySlot.keys()];
  const n = slots.length;
  const sessions = slots.map((g) => shape.sessionOf[g]);
  const clash = new Uint8Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++)
      if (sessions[i] !== sessions[j] && slotsClash(term, shape, trainer, slots[i] as number, slots[j] as number))
        clash[i * n + j] = clash[j * n + i] = 1;
  const covered = new Uint8Array(n * n);
  const cliques: Expression[] = [];
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      if (!clash[i * n + j] || covered[i * n + j]) continue;
      const members = [i, j];
      for (let k = 0; k < n; k++)
        if (k !== i && k !== j && members.every((m) => clash[m * n + k] || sessions[m] === sessions[k]))
          members.push(k);
      const sum = new Expression();
      for (const m of members) {
        for (const o of members) covered[m * n + o] = 1;
        const sits = bySlot.get(slots[m] as number);
        if (sits) sum.add(sits);
      }
      cliques.push(sum);
    }
  return cliques;
}

export const conflict: Kind<ConflictTerm> = {
  matches: allMatches,
  delta: (term, before, after, session) =>
    difference(sumOf(matchesWith(term, after, session, 0)), sumOf(matchesWith(term, before, session, 0))),
  bans: (term, after, session) => matchesWith(term, after, session, 0).length > 0,
  rows(term, mip) {
    for (let t = 0; t < mip.shape.trainers; t++)
      for (const sum of cliquesOf(term, mip.shape, t, mip.choicesOf(t))) mip.row(Number.NEGATIVE_INFINITY, sum, 1);
  },
  relax(term, shape, sink) {
    for (const family of term.cliques(shape)) sink.rows(family);
  },
};
