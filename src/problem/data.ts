/**
 * The compiled problem's arrays. They are filled once by `compile` and never written again; they live in shared memory,
 * so that a worker thread reads the same problem without a copy. Sizes: T trainers, S sessions, G slots (of all
 * sessions), Q seat groups, C candidates, E entries. Costs are whole numbers.
 */
import type { Shape } from "../terms/indices.js";

/** Rows `≤ cap` of one family, one for each owner × bucket; see RowFamily. */
export interface Family {
  readonly rule: string;
  readonly owner: "trainer" | "programme";
  readonly owners: number;
  readonly buckets: number;
  /** size owners × buckets; Infinity where there is no row */
  readonly caps: Float64Array;
  /** size G + 1: uses of slot g are useStart[g] … useStart[g + 1] − 1 */
  readonly useStart: Int32Array;
  readonly useBucket: Int32Array;
  readonly useWeight: Float64Array;
  /** −1: whatever the seat */
  readonly role: number;
  /** size G: group of equal member weights, or null where the weight does not hang on the member */
  readonly weightGroup: Int32Array | null;
  /** size groups × T, by group: factor of every weight */
  readonly memberWeights: Float64Array | null;
  /** size buckets: the day of each, never falling, where an owner has the room of days alone that are more than `apart` apart */
  readonly dayOf: Int32Array | null;
  readonly apart: number;
}

/** What trainers' loads cost; see LoadFamily. */
export interface Load {
  readonly rule: string;
  readonly form: "band" | "step";
  readonly price: number;
  /** size S */
  readonly weight: Float64Array;
  /** size T each; for a step both are 0 */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Chains of sessions: a series is a chain by `previous` and `next`. */
export interface Links {
  /** size S: the session before it in its series, or −1 */
  readonly previous: Int32Array;
  /** size S: the session after it, or −1 */
  readonly next: Int32Array;
  /** size S: cost of each member who is new since the previous session */
  readonly newcomer: Float64Array;
  /** size S: where the slots' table starts in `allowed`, or −1 where there is none */
  readonly allowedStart: Int32Array;
  /** 1 where slot i of the previous session may be followed by slot j of this one, at start + i × (slots of this) + j */
  readonly allowed: Uint8Array;
  /** bit r is set where a member in role r counts as a newcomer */
  readonly newcomerRoles: number;
}

/** Costs of pairs: `base` unless an exception says otherwise. */
export interface Pairs {
  /** cost of two members that are no exception */
  readonly base: number;
  /** size T + 1: exceptions of trainer t are start[t] … start[t + 1] − 1, other trainers ascending */
  readonly start: Int32Array;
  readonly other: Int32Array;
  /** cost in place of base; Infinity where they must be kept apart */
  readonly cost: Float64Array;
}

export interface ProblemData {
  readonly shape: Shape;
  /** size G: slot costs together; Infinity where the slot is forbidden */
  readonly slotCost: Float64Array;
  /** size S: cost of leaving it open; Infinity where it must be staffed */
  readonly unstaffedCost: Float64Array;
  /** size S: the same without what must not be: a number even where the session must be staffed */
  readonly openCost: Float64Array;
  /** size S: members of a whole team */
  readonly teamSize: Uint8Array;
  /** size S + 1: seats of session s, one position each, group by group: seatStart[s] … seatStart[s + 1] − 1 */
  readonly seatStart: Int32Array;
  /** size seats: the role of each */
  readonly seatRole: Uint8Array;
  /** size S + 1: seat groups (a role with its seats) of session s */
  readonly groupStart: Int32Array;
  /** size Q each */
  readonly groupRole: Uint8Array;
  readonly groupSeats: Uint8Array;
  /** size Q + 1: candidates of group q, trainers ascending */
  readonly candidateStart: Int32Array;
  /** size C each: who, her cost whatever the slot, her coverage class within the group */
  readonly candidateTrainer: Int32Array;
  readonly candidateCost: Float64Array;
  readonly candidateClass: Int32Array;
  /** size G: first of the slot's entry lists, one for each group of its session */
  readonly entryList: Int32Array;
  /** size lists + 1: the entries of a list */
  readonly entryStart: Int32Array;
  /** size E each: candidate who can sit in this slot, what the slot adds to her cost */
  readonly entryCandidate: Int32Array;
  readonly entryCost: Float64Array;
  /** size Q + 1: coverage classes of group q */
  readonly classStart: Int32Array;
  /** grades of class c of session s for its needs k: gradeStart[c] + k */
  readonly gradeStart: Int32Array;
  readonly grade: Uint8Array;
  /** size S + 1: needs (cover terms) of session s */
  readonly coverStart: Int32Array;
  /** size needs × GRADES: cost by the team's best grade */
  readonly coverCost: Float64Array;
  readonly pairs: Pairs;
  readonly links: Links;
  /** rows that hold exactly (a plan obeys them) */
  readonly capacities: readonly Family[];
  /** rows that follow from conflicts: priced by the bound beside the capacities */
  readonly cliques: readonly Family[];
  readonly loads: readonly Load[];
}

/** Grades of a need: 0 … 3. */
export const GRADES = 4;

/** A session has at most this many seats (docs/season-format.md). */
export const MAX_SEATS = 12;
