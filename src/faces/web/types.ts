/** What the API answers, as far as the planner uses it. */
export type Role = "professional" | "lived" | "actor";
export type Lang = "nl" | "en";
export type Part = readonly [start: string, end: string];
export type Slot = readonly Part[];

export interface Me {
  readonly account: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly organisationName: string | null;
}
export interface SeasonRow {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly sessions: number;
  readonly trainers: number;
  readonly published: { readonly plan: string; readonly at: string; readonly version: number } | null;
}
/** What comes of a season that is made anew. */
export interface Renewal {
  readonly sessions: number;
  /** of which programmes it is made; null stands for sessions of none */
  readonly choice: "all" | readonly (string | null)[];
  readonly programmes: readonly {
    readonly programme: string | null;
    readonly isIn: boolean;
    readonly sessions: number;
    readonly came: readonly string[];
    readonly left: readonly string[];
  }[];
  readonly came: readonly string[];
  readonly left: readonly string[];
  readonly released: readonly { readonly session: string }[];
  readonly shrunk: readonly { readonly plan: string; readonly lost: number }[];
}
export type Who = "all" | "any" | Role;
export interface Session {
  readonly id: string;
  readonly activity: string;
  /** the item of the menu that it was made of */
  readonly item?: string;
  readonly programme: string | null;
  readonly place: string | null;
  readonly slots: readonly Slot[];
  readonly seats: Readonly<Partial<Record<Role, number>>>;
  readonly priority: number;
  readonly halfDays?: number;
  readonly themes?: readonly { readonly id: string; readonly level: number; readonly who: Who }[];
  readonly communities?: readonly { readonly backgrounds: readonly string[]; readonly required: Who | null }[];
  readonly languages?: readonly { readonly id: string; readonly who: Who }[];
  readonly traits?: readonly { readonly id: string; readonly who: Who }[];
  readonly pinned: { readonly slot: number; readonly team: readonly Member[] } | null;
}
export interface Season {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly sessions: readonly Session[];
  readonly programmes: readonly { readonly id: string; readonly budget: number | null }[];
  readonly trainers: readonly string[];
  /** what people are told; without a slot where that date is no longer on offer */
  readonly published: readonly (Omit<Assignment, "slot"> & { readonly slot: number | null })[];
}
export interface Member {
  readonly seat: Role;
  readonly trainer: string;
}
export interface Assignment {
  readonly session: string;
  readonly slot: number;
  readonly team: readonly Member[];
}
export interface Plan {
  readonly format: "koppel-plan/1";
  readonly season: string;
  readonly assignments: readonly Assignment[];
  readonly cost?: number;
  readonly bound?: number;
}
export interface Verdict {
  readonly feasible: boolean;
  readonly violations: readonly { readonly rule: string; readonly where: string; readonly text: string }[];
  readonly total: number;
  readonly costs?: Readonly<Record<string, number>>;
  readonly staffed: number;
  readonly sessions: number;
}
export interface KeptPlan {
  readonly id: string;
  readonly season: string;
  readonly plan: Plan;
  readonly verdict: Verdict;
}
export interface PlanRow {
  readonly id: string;
  readonly season: string;
  readonly version: number;
  readonly feasible: boolean;
  readonly staffed: number;
  readonly sessions: number;
  readonly cost: number;
  readonly bound: number | null;
  readonly published: boolean;
  readonly changedSince: boolean;
}
export interface PoolRow {
  readonly trainer: string;
  readonly organisation: string;
  readonly name: string | null;
  readonly contact: string | null;
  readonly consents: "yes" | "no" | "";
  readonly hasTime: "yes" | "no" | "";
}
export interface Suggested {
  readonly slot: number;
  readonly start: string;
  readonly end: string;
  readonly team: readonly Member[];
  readonly cost: number;
  readonly opportunity: number;
  readonly total: number;
  readonly reasons: readonly string[];
}
export interface Suggestions {
  readonly dates?: readonly { readonly slot: number; readonly teams: number }[];
  readonly teams: readonly Suggested[];
  readonly blocked?: readonly { readonly trainer: string; readonly seat: string; readonly rules: readonly string[] }[];
}
export interface Load {
  readonly trainer: string;
  readonly sessions: number;
  readonly halfDays: number;
  readonly share?: { readonly min: number; readonly max: number };
}
/** When a trainer can come in a season's period. */
export interface FreeTime {
  readonly trainer: string;
  readonly available: readonly Part[];
}
/** A part of a day by its name, or from when to when. */
export type DayPart = string | readonly [start: string, end: string];
export interface DayException {
  readonly day: string;
  readonly parts: readonly DayPart[];
}
export interface WeeklyPattern {
  readonly days: readonly string[];
  readonly parts: readonly DayPart[];
  readonly from: string | null;
  readonly to: string | null;
  readonly everyWeeks: number;
}
/** What a trainer says of her time: `koppel-availability/1`. */
export interface Availability {
  readonly weekly: readonly WeeklyPattern[];
  readonly extra: readonly DayException[];
  readonly blocked: readonly DayException[];
  readonly holidays: readonly { readonly from: string; readonly to: string }[];
  readonly blocks: readonly Part[];
  readonly holds: readonly { readonly offer: string; readonly start: string; readonly end: string }[];
}
/** purpose → the fields that she consents to have used for it */
export type Consents = Readonly<Record<string, readonly string[]>>;
export interface Wishes {
  readonly mayBeNamed: boolean;
  readonly mayBePhotographed: boolean;
  readonly limits: string | null;
}
/** A trainer's record, as far as it is shown; nothing sensitive is in it. */
export interface TrainerRecord {
  readonly trainer: { readonly share: { readonly min: number; readonly max: number } };
  readonly wishes: Wishes;
  readonly consents: Consents;
}
export interface Overview {
  readonly open: readonly {
    readonly session: string;
    readonly reasons: readonly { readonly rule: string; readonly text: string }[];
    readonly together: boolean;
  }[];
  readonly leans: readonly { readonly trainer: string; readonly sessions: readonly string[] }[];
  readonly loads: readonly Load[];
}
export interface Day {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  readonly from: string;
  readonly to: string;
  readonly impact: "off" | "heavy" | "light";
  readonly communities: readonly string[] | null;
  readonly basis: string;
}
export interface Asking {
  readonly session: string;
  readonly seat: Role;
  readonly slot: Slot;
  readonly reply: "new" | "asked" | "yes" | "no" | "silent";
  readonly at: string | null;
  readonly stands: boolean;
}
export interface AskRow {
  readonly trainer: string;
  readonly askings: readonly Asking[];
}
/** A refusal of the API, or what a job failed by. */
export interface Refused {
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly path: string; readonly expected: string }[];
}
export interface Job<T> {
  readonly id: string;
  readonly kind: string;
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly progress: Readonly<Record<string, unknown>> | null;
  readonly result: T | null;
  readonly problem: Refused | null;
}
export interface Solved {
  readonly plan: Plan;
  readonly cost: number;
  readonly bound: number;
  readonly staffed: number;
  readonly status: string;
}
export interface Compared {
  readonly cost: number;
  readonly bound: number;
  readonly staffed: number;
}
export interface Whatifs {
  readonly base: Compared;
  readonly scenarios: readonly (Compared & {
    readonly id: string;
    readonly delta: number;
    readonly better: string;
    readonly changed: readonly {
      readonly session: string;
      readonly from: Pick<Assignment, "slot" | "team"> | null;
      readonly to: Pick<Assignment, "slot" | "team"> | null;
    }[];
  })[];
}
export interface Imported {
  readonly done: boolean;
  readonly notes: number;
  readonly changes: readonly {
    readonly entity: string;
    readonly code: string;
    readonly what: "added" | "changed" | "unchanged";
    readonly fields: readonly string[];
  }[];
  readonly issues: readonly Issue[];
}
/** What is wrong in a spreadsheet, by its place. */
export interface Issue {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly header: string | null;
  readonly problem: string;
}
export interface LabelList {
  readonly code: string;
  readonly nl: string;
  readonly en: string;
  /** of an item: what kind of item */
  readonly kind?: string;
}
export type LabelKind =
  | "role"
  | "background"
  | "language"
  | "trait"
  | "theme"
  | "activity"
  | "municipality"
  | "item"
  | "alternative"
  | "stage"
  | "organisation";
export type Labels = Readonly<Record<LabelKind, readonly LabelList[]>>;
