/**
 * What a kind hands to the bound: families of rows that couple sessions, to be priced with multipliers. All rows of a
 * family have one owner each (a trainer or a programme) and a bucket (a day, a week, a theme …); which buckets a
 * member uses depends on her slot and seat, how much of them on the slot or on the member.
 */
import type { RoleIx, SessionIx, SlotIx, TrainerIx } from "./indices.js";

/** Rows `sum of weights ≤ cap`, one for each owner × bucket. */
export interface RowFamily {
  readonly rule: string;
  readonly owner: "trainer" | "programme";
  readonly buckets: number;
  /** Infinity where the owner has no such row */
  cap(owner: number, bucket: number): number;
  /** buckets that a member uses in this slot, each once; weights ≥ 0 in step with them */
  uses(slot: SlotIx): { readonly buckets: readonly number[]; readonly weights: readonly number[] };
  /** null: whatever the seat */
  readonly role: RoleIx | null;
  /** where given, the weight of every bucket is multiplied by this (the fee, in euros) */
  readonly memberWeight: MemberWeight | null;
  /** where given, an owner has the room of few days at most; see there */
  readonly spread?: Spread;
}

/** An owner uses buckets of days that are more than `apart` days apart alone: of all others she has no room. */
export interface Spread {
  readonly apart: number;
  /** by bucket: its day, never falling from one bucket to the next */
  readonly dayOf: readonly number[];
}

/** A weight that hangs on the member: the same for all slots of one group. */
export interface MemberWeight {
  groupOf(slot: SlotIx): number;
  of(slot: SlotIx, trainer: TrainerIx): number;
}

/**
 * What a load costs. `band`: price × (the squares of what it is above `high` or below `low`), convex. `step`: price
 * once the load is above 0.
 */
export type LoadPrice =
  | { readonly form: "band"; readonly price: number; low(trainer: TrainerIx): number; high(trainer: TrainerIx): number }
  | { readonly form: "step"; readonly price: number };

/** A trainer's load and what it costs. */
export interface LoadFamily {
  readonly rule: string;
  /** whole, 0 or more; 1 or more under a step */
  weight(session: SessionIx): number;
  readonly price: LoadPrice;
}

/** Two consecutive sessions of a series. */
export interface LinkFamily {
  readonly rule: string;
  readonly first: SessionIx;
  readonly second: SessionIx;
  /** null where it says nothing of slots */
  readonly allows: ((first: SlotIx, then: SlotIx) => boolean) | null;
  readonly needsFirst: boolean;
  /** cost of each member of `second` who is new, 0 for none */
  readonly newcomer: number;
  counts(role: RoleIx): boolean;
}

export interface RelaxSink {
  rows(family: RowFamily): void;
  load(family: LoadFamily): void;
  link(family: LinkFamily): void;
}
