/** What a trainer says of her time, and what her office has put on hold. */
import type { Day, Interval, WallTime } from "../../model/types.js";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const DAY_PARTS = ["morning", "afternoon", "evening"] as const;
/** A half-day or an evening, by name. */
export type DayPart = (typeof DAY_PARTS)[number];

/** A time of day, `hh:mm`; as an end also `24:00`. */
export type TimeOfDay = string;
/** Half-open `[start, end)` within one day. */
export type Hours = readonly [start: TimeOfDay, end: TimeOfDay];

/** From when to when each named part of a day lasts. An office may keep other hours: it hands in its own. */
export type DayPartHours = Readonly<Record<DayPart, Hours>>;

/**
 * The hours unless others are handed in. They touch, so that who gives a morning and the afternoon after it can be booked
 * for a day's training; and they leave room for set-up and debrief, for which a member must be available too.
 */
export const DAY_PART_HOURS: DayPartHours = {
  morning: ["08:00", "13:00"],
  afternoon: ["13:00", "18:00"],
  evening: ["18:00", "23:00"],
};

/** A part by name, the whole `day`, or free times. */
export type Part = DayPart | "day" | Hours;

/** Times that return. */
export interface WeeklyPattern {
  readonly days: readonly Weekday[];
  readonly parts: readonly Part[];
  /** first and last day on which it holds; null: no end on that side */
  readonly from: Day | null;
  readonly to: Day | null;
  /** 1: every week; n: the ISO week of `from` and every n-th after it (`from` is needed then) */
  readonly everyWeeks: number;
}

/** One day that is not as the pattern has it. */
export interface DayException {
  readonly day: Day;
  readonly parts: readonly Part[];
}

/** A date kept for an offer that is out. */
export interface Hold {
  /** the code of the offer */
  readonly offer: string;
  readonly start: WallTime;
  readonly end: WallTime;
  /** the instant at which it lapses, ISO 8601 with `Z` or an offset */
  readonly until: string;
}

/**
 * All that is known of a trainer's time. She can be booked when a pattern or an extra day says so, and nothing says
 * no: a no always outweighs a yes, in whatever order they were said.
 */
export interface Availability {
  readonly format: "koppel-availability/1";
  readonly weekly: readonly WeeklyPattern[];
  /** yes, beside the patterns */
  readonly extra: readonly DayException[];
  /** no */
  readonly blocked: readonly DayException[];
  /** no, first and last day included */
  readonly holidays: readonly { readonly from: Day; readonly to: Day }[];
  /** no, once */
  readonly blocks: readonly Interval[];
  /** no, to every other offer, until they lapse */
  readonly holds: readonly Hold[];
}

/** Nothing said: she can never be booked. */
export const NO_AVAILABILITY: Availability = {
  format: "koppel-availability/1",
  weekly: [],
  extra: [],
  blocked: [],
  holidays: [],
  blocks: [],
  holds: [],
};
