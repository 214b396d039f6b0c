/** The list of kinds. A kind that lacks an interpretation, or is missing from the record, does not compile. */
import { type CapacityTerm, capacity } from "./capacity.js";
import { type ConflictTerm, conflict } from "./conflict.js";
import { type CoverTerm, cover } from "./cover.js";
import type { Kind } from "./kind.js";
import { type LinkTerm, link } from "./link.js";
import { type LoadTerm, load } from "./load.js";
import { type MemberTerm, member } from "./member.js";
import { type PairTerm, pair } from "./pair.js";
import { type SlotTerm, slot } from "./slot.js";
import { type UnstaffedTerm, unstaffed } from "./unstaffed.js";

export interface TermOf {
  member: MemberTerm;
  slot: SlotTerm;
  unstaffed: UnstaffedTerm;
  cover: CoverTerm;
  pair: PairTerm;
  capacity: CapacityTerm;
  conflict: ConflictTerm;
  load: LoadTerm;
  link: LinkTerm;
}
export type KindName = keyof TermOf;
export type Term = TermOf[KindName];

export const KINDS: { readonly [K in KindName]: Kind<TermOf[K]> } = {
  member,
  slot,
  unstaffed,
  cover,
  pair,
  capacity,
  conflict,
  load,
  link,
};

/** The interpretation of a term, whichever its kind. */
export function kindOf(term: Term): Kind<Term> {
  // Each entry takes terms of its own kind, which is what `term.kind` names.
  return KINDS[term.kind] as unknown as Kind<Term>;
}
