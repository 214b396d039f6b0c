/** A hand-made season of three trainers and two sessions, and a plan of it that breaks no rule; cases change one thing. */
import type {
  Assignment,
  HardRule,
  Member,
  Plan,
  Season,
  Session,
  Trainer,
  WeightName,
} from "../../src/model/types.js";

/** Where P1 and P2 are, some 36 km apart by the model; P3 lies beside P1. */
const PLACES = [
  { id: "P1", name: "Centrum", lat: 52, lon: 5 },
  { id: "P2", name: "Noord", lat: 52.25, lon: 5 },
  { id: "P3", name: "Kern", lat: 52, lon: 5 },
];

export const KM_P1_P2 = 36;

export const NO_WEIGHTS: Readonly<Record<WeightName, number>> = {
  unstaffed: 0,
  background: 0,
  depth: 0,
  travelKm: 0,
  discouraged: 0,
  slot: 0,
  pair: 0,
  fee: 0,
  fairness: 0,
  activation: 0,
  continuity: 0,
  change: 0,
  move: 0,
};

export function trainer(id: string, changes: Partial<Trainer> = {}): Trainer {
  return {
    id,
    roles: ["professional", "lived"],
    backgrounds: [],
    languages: [],
    traits: [],
    expertise: {},
    home: "P1",
    available: [["2027-03-01T00:00", "2027-04-01T00:00"]],
    discouraged: [],
    limits: { perDay: 9, perWeek: 9, perSeason: 9, restDays: 0, travelKm: 100, ownCommunityKm: 0, exposure: {} },
    share: { min: 0, max: 9 },
    avoidPlaces: [],
    avoidTrainers: [],
    ratePerHour: 60,
    ...changes,
  };
}

export function session(id: string, changes: Partial<Session> = {}): Session {
  return {
    id,
    activity: "workshop",
    programme: null,
    place: "P1",
    audience: [],
    slots: [[["2027-03-02T10:00", "2027-03-02T12:00"]], [["2027-03-04T10:00", "2027-03-04T12:00"]]],
    before: 0,
    after: 0,
    paidMinutes: 0,
    halfDays: 1,
    seats: { professional: 1, lived: 1 },
    themes: [],
    communities: [],
    languages: [],
    traits: [],
    excludes: [],
    waivers: [],
    priority: 1,
    pinned: null,
    ...changes,
  };
}

/** What a case changes of the small season: fields of t1 and of s1 and s2, and of the season itself. */
export interface Changes {
  readonly t1?: Partial<Trainer>;
  readonly limits?: Partial<Trainer["limits"]>;
  readonly s1?: Partial<Session>;
  readonly s2?: Partial<Session>;
  readonly season?: Partial<Season>;
}

/** t1, t2 and t3; s1 on Tuesday 2 March (or Thursday 4) and s2 on Tuesday 9 March. */
export function smallSeason({ t1, limits, s1, s2, season }: Changes = {}): Season {
  const first = trainer("t1", t1);
  return {
    format: "koppel-season/1",
    id: "small",
    timeZone: "Europe/Amsterdam",
    from: "2027-03-01",
    to: "2027-03-31",
    places: PLACES,
    trainers: [
      { ...first, limits: { ...first.limits, ...limits } },
      trainer("t2"),
      trainer("t3", { roles: ["actor"] }),
    ],
    sessions: [session("s1", s1), session("s2", { slots: [[["2027-03-09T10:00", "2027-03-09T12:00"]]], ...s2 })],
    series: [],
    programmes: [],
    pairs: [],
    published: [],
    weights: NO_WEIGHTS,
    ...season,
  };
}

export const LIVED: Member = { seat: "lived", trainer: "t1" };
export const PROFESSIONAL: Member = { seat: "professional", trainer: "t2" };

/** Both sessions with t1 as `lived` and t2 as `professional`, in slot 0. */
export const S1: Assignment = { session: "s1", slot: 0, team: [LIVED, PROFESSIONAL] };
export const S2: Assignment = { ...S1, session: "s2" };

/** s1 with the two in each other's seats. */
export const SWAPPED: Assignment = {
  ...S1,
  team: [
    { seat: "lived", trainer: "t2" },
    { seat: "professional", trainer: "t1" },
  ],
};

/** One thing that breaks one rule, and a neighbour of it that just holds. */
export interface RuleCase {
  readonly rule: HardRule;
  readonly name: string;
  readonly where: string;
  readonly broken: Changes;
  readonly held: Changes;
  /** by default both sessions are staffed alike */
  readonly plan?: readonly Assignment[];
  /** the plan that holds, where it is the plan that differs */
  readonly heldPlan?: readonly Assignment[];
}

export function planOf(assignments: readonly Assignment[], season = "small"): Plan {
  return { format: "koppel-plan/1", season, assignments };
}
