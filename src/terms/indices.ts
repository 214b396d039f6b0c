/** Branded indices and the bare shape of a season in indices: all that a term may know. */

declare const brand: unique symbol;
type Index<Name extends string> = number & { readonly [brand]?: Name };
/** Position of a trainer in the season's pool. */
export type TrainerIx = Index<"trainer">;
/** Position of a session in the season. */
export type SessionIx = Index<"session">;
/** Position of a slot among the slots of all sessions, session by session. */
export type SlotIx = Index<"slot">;
/** Position of a part among the parts of all slots, slot by slot. */
export type PartIx = Index<"part">;
/** 0 professional, 1 lived, 2 actor. */
export type RoleIx = Index<"role">;

export const PROFESSIONAL: RoleIx = 0;
export const LIVED: RoleIx = 1;
export const ACTOR: RoleIx = 2;
export const ROLE_COUNT = 3;
/** Costs and weights that may not be: a term's way to say that a hard rule forbids something. */
export const BAN = Number.POSITIVE_INFINITY;

/** The season in indices. Arrays are owned by the season's index and never written after it is built. */
export interface Shape {
  readonly trainers: number;
  readonly sessions: number;
  readonly programmes: number;
  /** size sessions + 1: the slots of session s are slotStart[s] … slotStart[s + 1] − 1 */
  readonly slotStart: Int32Array;
  /** size slots: the session of each slot */
  readonly sessionOf: Int32Array;
  /** size slots + 1: the parts of slot g are partStart[g] … partStart[g + 1] − 1 */
  readonly partStart: Int32Array;
  /** size parts, minutes: when a member begins to be busy (`before` included) */
  readonly busyFrom: Float64Array;
  /** size parts, minutes: when she stops being busy (`after` included) */
  readonly busyTo: Float64Array;
  /** size parts: the calendar day on which the part itself starts */
  readonly startDay: Int32Array;
  /** size parts: the place's index, −1 for online */
  readonly partPlace: Int32Array;
  /** size sessions × ROLE_COUNT: seats of each role */
  readonly seats: Uint8Array;
  /** size sessions: the programme that pays, or −1 */
  readonly programmeOf: Int32Array;
}

/** A team in indices: parallel lists. */
export interface TeamView {
  readonly slot: SlotIx;
  readonly trainers: ArrayLike<number>;
  readonly roles: ArrayLike<number>;
}

/** A plan in indices, as terms read it. */
export interface PlanView {
  readonly shape: Shape;
  /** the team of a session, or null where it is unstaffed */
  team(session: SessionIx): TeamView | null;
}

/** One place where a term costs something or is broken. */
export interface Match {
  /** BAN where a hard rule is broken */
  readonly cost: number;
  readonly sessions: readonly SessionIx[];
  readonly trainers: readonly TrainerIx[];
}

export function teamHas(team: TeamView, trainer: TrainerIx): boolean {
  for (let i = 0; i < team.trainers.length; i++) if (team.trainers[i] === trainer) return true;
  return false;
}
