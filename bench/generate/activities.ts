/** What is given: the activities of the public seasons, and the series in which they build on each other. */
import type { Role } from "../../src/model/index.js";

export interface Activity {
  readonly id: string;
  readonly seats: Readonly<Partial<Record<Role, number>>>;
  readonly before: number;
  readonly after: number;
  readonly paidMinutes: number;
  /** of one part */
  readonly halfDays: number;
  /** of one part, with how often each is offered */
  readonly times: readonly (readonly [readonly [from: string, to: string], number])[];
  /** of the first theme, from the professional */
  readonly level: number;
  readonly wish: number;
  /** whole-day trainings: they may have an actor, a second part and a second theme */
  readonly isTraining: boolean;
}

const DUO = { professional: 1, lived: 1 } as const;
const WHOLE_DAY = [[["09:30", "16:30"], 1]] as const;
const HALF_DAYS = [
  [["13:30", "16:30"], 50],
  [["09:30", "12:30"], 26],
  [["18:30", "21:00"], 24],
] as const;
const training = {
  seats: DUO,
  before: 30,
  after: 45,
  paidMinutes: 120,
  halfDays: 2,
  times: WHOLE_DAY,
  level: 2,
  wish: 3,
  isTraining: true,
} as const;
const workshop = {
  ...training,
  paidMinutes: 60,
  halfDays: 1,
  times: HALF_DAYS,
  isTraining: false,
} as const;

export const BASIC: Activity = { ...training, id: "basic-training" };
export const LKHA: Activity = { ...training, id: "lkha-training" };
export const BEGINNERS: Activity = { ...workshop, id: "workshop-beginners", level: 1, wish: 2 };
export const ADVANCED: Activity = { ...workshop, id: "workshop-advanced", level: 3, wish: 3 };
export const CONFERENCE: Activity = { ...workshop, id: "conference", seats: { professional: 2, lived: 2 } };
export const WEBINAR: Activity = { ...workshop, id: "webinar", before: 10, after: 15, paidMinutes: 45 };

/** With how often each is ordered by itself. */
export const SINGLES: readonly (readonly [Activity, number])[] = [
  [BASIC, 23],
  [LKHA, 23],
  [BEGINNERS, 27],
  [ADVANCED, 27],
];
export const SERIES: readonly (readonly [readonly Activity[], number])[] = [
  [[BASIC, LKHA], 45],
  [[BASIC, LKHA, ADVANCED], 35],
  [[BEGINNERS, ADVANCED], 20],
];
/** Days from one session of a series to the next, least and most. */
export const STEPS: readonly (readonly [readonly [least: number, most: number], number])[] = [
  [[14, 49], 50],
  [[7, 42], 25],
  [[21, 56], 25],
];
