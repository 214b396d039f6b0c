/** Kind `link`: what two consecutive sessions of a series ask of each other: their order, and familiar faces. */
import type { Match, PlanView, RoleIx, SlotIx, TrainerIx } from "./indices.js";
import { BAN, teamHas } from "./indices.js";
import { difference, type Kind, sumOf, type TermBase } from "./kind.js";
import { Expression } from "./mip-sink.js";
import type { LinkFamily } from "./relax-sink.js";

export interface LinkTerm extends TermBase, LinkFamily {
  readonly kind: "link";
  readonly rule: string;
}

function matchesOf(term: LinkTerm, plan: PlanView): Match[] {
  const then = plan.team(term.second);
  if (!then) return [];
  const sessions = [term.first, term.second];
  const first = plan.team(term.first);
  if (!first) return term.needsFirst ? [{ cost: BAN, sessions, trainers: [] }] : [];
  if (term.allows && !term.allows(first.slot, then.slot)) return [{ cost: BAN, sessions, trainers: [] }];
  const found: Match[] = [];
  if (term.newcomer !== 0)
    for (let i = 0; i < then.trainers.length; i++) {
      const trainer = then.trainers[i] as TrainerIx;
      if (term.counts(then.roles[i] as RoleIx) && !teamHas(first, trainer))
        found.push({ cost: term.newcomer, sessions, trainers: [trainer] });
    }
  return found;
}

export const link: Kind<LinkTerm> = {
  matches: matchesOf,
  delta: (term, before, after, session) =>
    session === term.first || session === term.second
      ? difference(sumOf(matchesOf(term, after)), sumOf(matchesOf(term, before)))
      : 0,
  bans: (term, after, session) =>
    (session === term.first || session === term.second) && sumOf(matchesOf(term, after)) === BAN,
  rows(term, mip) {
    const { shape } = mip;
    if (term.needsFirst) mip.row(0, new Expression().add(mip.staffed(term.first)).add(mip.staffed(term.second), -1), 1);
    if (term.allows) {
      for (let h = shape.slotStart[term.second] as SlotIx; h < (shape.slotStart[term.second + 1] as number); h++) {
        const before = new Expression();
        for (let g = shape.slotStart[term.first] as SlotIx; g < (shape.slotStart[term.first + 1] as number); g++)
          if (term.allows(g, h)) before.add(mip.slotUsed(g));
        mip.row(0, before.add(mip.slotUsed(h), -1), 1);
      }
    }
    if (term.newcomer === 0) return;
    const before = new Map<TrainerIx, Expression>();
    for (const m of mip.membersOf(term.first))
      before.set(m.trainer, (before.get(m.trainer) ?? new Expression()).add(m.sits));
    const after = new Map<TrainerIx, Expression>();
    for (const m of mip.membersOf(term.second))
      if (term.counts(m.role)) after.set(m.trainer, (after.get(m.trainer) ?? new Expression()).add(m.sits));
    for (const [trainer, sits] of after) {
      const familiar = before.get(trainer);
      if (!familiar) {
        mip.cost(sits, term.newcomer);
        continue;
      }
      const isNew = mip.column(term.newcomer, 0, 1, false);
      mip.row(0, new Expression().add(isNew).add(familiar).add(sits, -1), Number.POSITIVE_INFINITY);
    }
  },
  relax: (term, _shape, sink) => sink.link(term),
};
