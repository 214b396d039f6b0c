/** Changes to a season as frozen types: what an edits file or a scenarios file that was accepted looks like in memory. */
import type { Day, Member, Session, Trainer, Waiver, WallTime, WeightName } from "./types.js";

/** The fields of a trainer that an edit may replace, each as a whole; her id stays. */
export type TrainerChange = { readonly [K in Exclude<keyof Trainer, "id">]?: Trainer[K] };
/** The fields of a session that an edit may replace, each as a whole; its id stays. */
export type SessionChange = { readonly [K in Exclude<keyof Session, "id">]?: Session[K] };

/** She leaves the pool, and with her every mention of her. */
export interface RemoveTrainer {
  readonly edit: "remove-trainer";
  readonly trainer: string;
}
/** She cannot be booked in between. A day stands for its beginning as `from` and for its end as `to`. */
export interface BlockTrainer {
  readonly edit: "block-trainer";
  readonly trainer: string;
  readonly from: WallTime | Day;
  readonly to: WallTime | Day;
}
export interface AddTrainer {
  readonly edit: "add-trainer";
  readonly trainer: Trainer;
}
export interface ChangeTrainer {
  readonly edit: "change-trainer";
  readonly trainer: string;
  readonly set: TrainerChange;
}
export interface AddSession {
  readonly edit: "add-session";
  readonly session: Session;
}
export interface ChangeSession {
  readonly edit: "change-session";
  readonly session: string;
  readonly set: SessionChange;
}
/** The session goes; its series loses it, and goes too when one session is left. */
export interface CancelSession {
  readonly edit: "cancel-session";
  readonly session: string;
}
export interface SetWeight {
  readonly edit: "set-weight";
  readonly weight: WeightName;
  readonly value: number;
}
/** Exactly one of `budget` (whole euros) and `factor` (of the budget as it stands, rounded down). */
export interface SetBudget {
  readonly edit: "set-budget";
  readonly programme: string;
  readonly budget?: number;
  readonly factor?: number;
}
/** Date and team are agreed. What is not named is as it stands in the plan. */
export interface PinSession {
  readonly edit: "pin";
  readonly session: string;
  readonly slot?: number;
  readonly team?: readonly Member[];
}
export interface UnpinSession {
  readonly edit: "unpin";
  readonly session: string;
}
/** The date is agreed. Members who are pinned stay so where they can. */
export interface FixSlot {
  readonly edit: "fix-slot";
  readonly session: string;
  readonly slot: number;
}
/** She does not come to this session, whatever else it excludes. */
export interface ExcludeTrainer {
  readonly edit: "exclude";
  readonly session: string;
  readonly trainer: string;
}
export interface Waive extends Waiver {
  readonly edit: "waive";
  readonly session: string;
}

/** The kinds of edit, in the order of the docs. */
export const EDIT_NAMES = [
  "remove-trainer",
  "block-trainer",
  "add-trainer",
  "change-trainer",
  "add-session",
  "change-session",
  "cancel-session",
  "set-weight",
  "set-budget",
  "pin",
  "unpin",
  "fix-slot",
  "exclude",
  "waive",
] as const satisfies readonly EditName[];

/** One change to a season. */
export type Edit =
  | RemoveTrainer
  | BlockTrainer
  | AddTrainer
  | ChangeTrainer
  | AddSession
  | ChangeSession
  | CancelSession
  | SetWeight
  | SetBudget
  | PinSession
  | UnpinSession
  | FixSlot
  | ExcludeTrainer
  | Waive;
export type EditName = Edit["edit"];

/** A file `koppel-edits/1`: changes, applied in order. */
export interface Edits {
  readonly format: "koppel-edits/1";
  readonly edits: readonly Edit[];
}

/** One what-if: a name and the changes that make it. */
export interface Scenario {
  readonly id: string;
  readonly title?: string;
  readonly edits: readonly Edit[];
}

/** A file `koppel-scenarios/1`. */
export interface Scenarios {
  readonly format: "koppel-scenarios/1";
  readonly scenarios: readonly Scenario[];
}
