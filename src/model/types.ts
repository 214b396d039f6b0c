/**
 * The season and the plan as frozen types: what a file that was accepted looks like in memory.
 * Codes stay strings here; indices exist only inside the compiled problem.
 */

/** A wall time as written in a file: `YYYY-MM-DDThh:mm`, local to the season's zone. */
export type WallTime = string;
/** A calendar day as written in a file: `YYYY-MM-DD`. */
export type Day = string;
/** Half-open `[start, end)`. */
export type Interval = readonly [start: WallTime, end: WallTime];

export const ROLES = ["professional", "lived", "actor"] as const;
export type Role = (typeof ROLES)[number];
/** Which members of a team a need looks at; see docs/season-format.md. */
export type Who = "all" | "any" | Role;

export const COSTS = [
  "unstaffed",
  "background",
  "depth",
  "travel",
  "discouraged",
  "slot",
  "pair",
  "fee",
  "fairness",
  "activation",
  "continuity",
  "change",
  "move",
] as const;
/** The name of one cost of the model. */
export type CostName = (typeof COSTS)[number];
/** A whole number for each cost of the model. */
export type Costs = Readonly<Record<CostName, number>>;

export const HARD_RULES = [
  "seats",
  "slot",
  "available",
  "travelKm",
  "avoidPlaces",
  "ownCommunity",
  "avoidTrainers",
  "excludes",
  "theme",
  "language",
  "community",
  "trait",
  "pinned",
  "overlap",
  "travelTime",
  "restDays",
  "perDay",
  "perWeek",
  "perSeason",
  "exposure",
  "order",
  "budget",
] as const;
/** The name of one hard rule of the model. */
export type HardRule = (typeof HARD_RULES)[number];

/**
 * The rules whose reasons stay with the trainer: a breach of one would tell something of her safety, her background or her time.
 * To whoever has no right to know they are one and the same.
 */
export const OWN_RULES: ReadonlySet<string> = new Set<HardRule>([
  "available",
  "avoidPlaces",
  "avoidTrainers",
  "ownCommunity",
  "exposure",
  "excludes",
]);

export const WEIGHTS = [
  "unstaffed",
  "background",
  "depth",
  "travelKm",
  "discouraged",
  "slot",
  "pair",
  "fee",
  "fairness",
  "activation",
  "continuity",
  "change",
  "move",
] as const;
export type WeightName = (typeof WEIGHTS)[number];
export type Weights = Readonly<Record<WeightName, number>>;

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

export interface Limits {
  readonly perDay: number;
  readonly perWeek: number;
  readonly perSeason: number;
  readonly restDays: number;
  readonly travelKm: number;
  readonly ownCommunityKm: number;
  /** theme → how many sessions on it in a season she may sit in a `lived` seat of */
  readonly exposure: Readonly<Record<string, number>>;
}

export interface Trainer {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly backgrounds: readonly string[];
  readonly languages: readonly string[];
  readonly traits: readonly string[];
  /** theme → 1, 2 or 3; absent is 0 */
  readonly expertise: Readonly<Record<string, number>>;
  readonly home: string;
  readonly available: readonly Interval[];
  readonly discouraged: readonly Interval[];
  readonly limits: Limits;
  readonly share: { readonly min: number; readonly max: number };
  readonly avoidPlaces: readonly string[];
  readonly avoidTrainers: readonly string[];
  /** whole euros */
  readonly ratePerHour: number;
}

export interface ThemeNeed {
  readonly id: string;
  readonly level: number;
  readonly wish: number;
  readonly who: Who;
}
export interface CommunityNeed {
  readonly backgrounds: readonly string[];
  readonly weight: number;
  readonly required: Who | null;
}
export interface TagNeed {
  readonly id: string;
  readonly who: Who;
}
export interface Waiver {
  readonly trainer: string;
  readonly rule: "available" | "travelKm";
}
export interface Member {
  readonly seat: Role;
  readonly trainer: string;
}
export interface Pin {
  readonly slot: number;
  readonly team: readonly Member[];
}
/** One date on offer: its parts in order. */
export type Slot = readonly Interval[];

export interface Session {
  readonly id: string;
  readonly activity: string;
  readonly programme: string | null;
  readonly place: string | null;
  readonly audience: readonly string[];
  readonly slots: readonly Slot[];
  readonly before: number;
  readonly after: number;
  readonly paidMinutes: number;
  readonly halfDays: number;
  readonly seats: Readonly<Partial<Record<Role, number>>>;
  readonly themes: readonly ThemeNeed[];
  readonly communities: readonly CommunityNeed[];
  readonly languages: readonly TagNeed[];
  readonly traits: readonly TagNeed[];
  readonly excludes: readonly string[];
  readonly waivers: readonly Waiver[];
  readonly priority: number;
  readonly pinned: Pin | null;
}

export interface Series {
  readonly id: string;
  readonly sessions: readonly string[];
  readonly minDays: number;
  readonly maxDays: number;
}
export interface Programme {
  readonly id: string;
  /** whole euros */
  readonly budget: number;
}
export interface PairCost {
  readonly a: string;
  readonly b: string;
  readonly cost: number;
}
export interface Published {
  readonly session: string;
  /** null: its date is no longer on offer */
  readonly slot: number | null;
  readonly team: readonly Member[];
}

export interface Season {
  readonly format: "koppel-season/1";
  readonly id: string;
  readonly timeZone: string;
  readonly from: Day;
  readonly to: Day;
  readonly places: readonly Place[];
  readonly trainers: readonly Trainer[];
  readonly sessions: readonly Session[];
  readonly series: readonly Series[];
  readonly programmes: readonly Programme[];
  readonly pairs: readonly PairCost[];
  readonly published: readonly Published[];
  readonly weights: Weights;
}

export interface Assignment {
  readonly session: string;
  readonly slot: number;
  readonly team: readonly Member[];
}

/** A plan as it is written: a session that is not listed is unstaffed. */
export interface Plan {
  readonly format: "koppel-plan/1";
  readonly season: string;
  readonly assignments: readonly Assignment[];
  readonly cost?: number;
  readonly bound?: number;
}

/** One broken rule, as `check` reports it. */
export interface Violation {
  readonly rule: HardRule | "shape" | "known" | "once";
  readonly where: string;
  readonly text: string;
  /** the sessions that break it together, where it is told of a trainer (all of hers, where this is absent) */
  readonly sessions?: readonly string[];
}

/** What `check` says of a plan: what `check --json` prints. */
export interface Verdict {
  readonly season: string;
  readonly feasible: boolean;
  readonly violations: readonly Violation[];
  readonly total: number;
  readonly costs: Costs;
  readonly staffed: number;
  readonly sessions: number;
  readonly stated: number | null;
  readonly misstated: boolean;
  readonly overbound: boolean;
}
