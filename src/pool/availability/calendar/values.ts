/** What the values of a calendar's properties mean. What cannot be read is refused by line and property. */
import { type Clock, wallOf } from "../clocks.js";
import type { Property } from "./components.js";
import type { Refusals } from "./limits.js";
import { DAY, type Frequency, type Rule } from "./rule.js";

/** A date, or a time on a clock. */
export interface Moment {
  /** wall time in seconds, as if it were UTC; of a date its midnight */
  readonly wall: number;
  /** whether it is a date without a time */
  readonly date: boolean;
  /** whose wall time it is: that of an instant is UTC's */
  readonly clock: Clock;
}

/** What the values of a file are read with. */
export interface Reading {
  readonly refusals: Refusals;
  /** the clock of a value: UTC, of the property's time zone, or for floating times and dates that of the period */
  clockOf(property: Property, utc: boolean): Clock | null;
}

const SHAPE = /^(\d{4}-\d\d-\d\d)(?:T(?:::|(\d\d:\d\d:\d\d)(Z?)))?$/;

/** A DATE or DATE-TIME as jCal writes it; null is told. A date-time without a time is a date whose VALUE=DATE was forgotten. */
export function momentOf(property: Property, value: unknown, reading: Reading): Moment | null {
  const [, day, time, zulu] = (typeof value === "string" ? SHAPE.exec(value) : null) ?? [];
  const wall = day === undefined ? Number.NaN : secondsOf(day, time ?? "00:00:00");
  if (Number.isNaN(wall)) {
    reading.refusals.add(property.line, property.name, "a date or time that exists, as RFC 5545 writes it");
    return null;
  }
  if (time === undefined) return withClock(reading.clockOf({ ...property, parameters: new Map() }, false), wall, true);
  return withClock(reading.clockOf(property, zulu === "Z"), wall, false);
}

function withClock(clock: Clock | null, wall: number, date: boolean): Moment | null {
  return clock === null ? null : { wall, date, clock };
}

/** Seconds of a wall time; NaN where it does not exist. A leap second is taken for the one before it. */
function secondsOf(day: string, time: string): number {
  const clock = time.endsWith(":60") ? `${time.slice(0, 6)}59` : time;
  const ms = Date.parse(`${day}T${clock}Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(`${day}T${clock}`) ? ms / 1000 : Number.NaN;
}

/** A duration: nominal days, and exact seconds on top. */
export interface Length {
  readonly days: number;
  readonly seconds: number;
}

const LENGTH = /^(-?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

/** A DURATION; null is told. One that goes back is no length. */
export function lengthOf(property: Property, value: unknown, { refusals }: Pick<Reading, "refusals">): Length | null {
  const found = typeof value === "string" ? LENGTH.exec(value.replace(/^\+/, "")) : null;
  if (found === null || found[1] === "-") {
    refusals.add(property.line, property.name, "a duration such as PT1H30M that does not go back");
    return null;
  }
  const part = (i: number) => Number(found[i] ?? 0);
  return { days: 7 * part(2) + part(3), seconds: 3600 * part(4) + 60 * part(5) + part(6) };
}

/** A UTC offset in seconds; null is told. */
export function offsetOf(property: Property, { refusals }: Pick<Reading, "refusals">): number | null {
  const [value] = property.values;
  const found = typeof value === "string" ? /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(value) : null;
  const seconds = found === null ? Number.NaN : 3600 * Number(found[2]) + 60 * Number(found[3]) + Number(found[4] ?? 0);
  if (!(seconds <= DAY)) {
    refusals.add(property.line, property.name, "an offset such as +0100, of a day at most");
    return null;
  }
  return found?.[1] === "-" ? -seconds : seconds;
}

const FREQUENCIES: readonly Frequency[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const WEEK = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const PARTS = new Set(
  "freq interval count until wkst bymonth byweekno byyearday bymonthday byday byhour byminute bysecond bysetpos".split(
    " ",
  ),
);

/** Reads the parts of an RRULE, of which the first that is wrong is told. */
class Parts {
  readonly #given: Readonly<Record<string, unknown>>;
  wrong: string | null = null;

  constructor(given: Readonly<Record<string, unknown>>) {
    this.#given = given;
    if (!Object.keys(given).every((key) => PARTS.has(key)))
      this.wrong = "no parts but those of RFC 5545 (RSCALE is not known)";
  }

  list(name: string): readonly unknown[] | null {
    if (!Object.hasOwn(this.#given, name)) return null;
    const value = this.#given[name];
    return Array.isArray(value) ? value : [value];
  }

  numbers(name: string, most: number, signed = true): readonly number[] | null {
    const list = this.list(name);
    if (list === null) return null;
    const least = signed ? 1 : 0;
    const found = list.filter(
      (n): n is number =>
        typeof n === "number" && Number.isInteger(n) && Math.abs(n) <= most && (signed ? Math.abs(n) : n) >= least,
    );
    if (found.length < list.length)
      this.wrong ??= `${name.toUpperCase()} with numbers ${signed ? `1 to ${most} or their negatives` : `0 to ${most}`}`;
    return [...new Set(found)].sort((a, b) => a - b);
  }

  one(name: string): number | null {
    const list = this.list(name);
    if (list === null) return null;
    const [value] = list;
    if (list.length === 1 && typeof value === "number" && Number.isInteger(value) && value >= 1) return value;
    this.wrong ??= `${name.toUpperCase()} with one whole number from 1`;
    return null;
  }
}

/**
 * An RRULE; null is told.
 * @param start the moment that repeats: UNTIL is turned to its clock
 */
export function ruleOf(property: Property, start: Moment, reading: Reading): Rule | null {
  const [value] = property.values;
  const parts = new Parts(typeof value === "object" && value !== null ? { ...value } : {});
  const [given] = parts.list("freq") ?? [];
  const frequency = FREQUENCIES.find((name) => name === given);
  if (frequency === undefined)
    parts.wrong ??= "FREQ=DAILY, WEEKLY, MONTHLY or YEARLY: what repeats within a day is not taken";
  const weekdays = weekdaysOf(parts);
  const yearDays = parts.numbers("byyearday", 366);
  const monthDays = parts.numbers("bymonthday", 31);
  const weekNumbers = parts.numbers("byweekno", 53);
  const ordinal = weekdays?.some((day) => day.ordinal !== 0) ?? false;
  if (frequency !== "YEARLY" && (yearDays !== null || weekNumbers !== null))
    parts.wrong ??= "BYYEARDAY and BYWEEKNO with FREQ=YEARLY alone";
  if (frequency === "WEEKLY" && monthDays !== null) parts.wrong ??= "no BYMONTHDAY with FREQ=WEEKLY";
  if (ordinal && ((frequency !== "YEARLY" && frequency !== "MONTHLY") || weekNumbers !== null))
    parts.wrong ??= "BYDAY with ordinals only with FREQ=MONTHLY or YEARLY, without BYWEEKNO";
  const months = parts.numbers("bymonth", 12, false);
  const times = timesOf(parts, start);
  const positions = parts.numbers("bysetpos", 366);
  const count = parts.one("count");
  const interval = parts.one("interval") ?? 1;
  // ical.js counts weekdays from 1, Sunday.
  const [week = 2] = parts.list("wkst") ?? [];
  if (typeof week !== "number") parts.wrong ??= "WKST with a weekday";
  const until = untilOf(parts, start, property);
  if (parts.wrong !== null || frequency === undefined) {
    reading.refusals.add(property.line, property.name, parts.wrong ?? "FREQ");
    return null;
  }
  const weekStart = (Number(week) + 5) % 7;
  return {
    frequency,
    interval,
    count,
    until,
    weekStart,
    months,
    weekNumbers,
    yearDays,
    monthDays,
    weekdays,
    times,
    positions,
  };
}

function weekdaysOf(parts: Parts): Rule["weekdays"] {
  const list = parts.list("byday");
  if (list === null) return null;
  return list.map((day) => {
    const [, number = "0", name = ""] =
      (typeof day === "string" ? /^([+-]?\d{0,2})(MO|TU|WE|TH|FR|SA|SU)$/.exec(day) : null) ?? [];
    if (!WEEK.includes(name)) parts.wrong ??= "BYDAY with weekdays such as MO or -1FR";
    return { ordinal: Number(number), weekday: WEEK.indexOf(name) };
  });
}

/** BYHOUR, BYMINUTE and BYSECOND in every combination. A date has no time, and they mean nothing there. */
function timesOf(parts: Parts, { wall, date }: Moment): readonly number[] | null {
  const [hours, minutes, seconds] = [
    parts.numbers("byhour", 23, false),
    parts.numbers("byminute", 59, false),
    parts.numbers("bysecond", 59, false),
  ];
  if (date || (hours === null && minutes === null && seconds === null)) return null;
  const own = ((wall % DAY) + DAY) % DAY;
  return (hours ?? [Math.floor(own / 3600)]).flatMap((h) =>
    (minutes ?? [Math.floor(own / 60) % 60]).flatMap((m) => (seconds ?? [own % 60]).map((s) => h * 3600 + m * 60 + s)),
  );
}

/** The last wall time on the start's clock. A date is the whole of its day. */
function untilOf(parts: Parts, start: Moment, property: Property): number | null {
  const list = parts.list("until");
  if (list === null) return null;
  // ical.js hands UNTIL on as a text, or as its own time where it was parsed already.
  const [, day, time, zulu] = SHAPE.exec(String(list[0])) ?? [];
  const wall = day === undefined ? Number.NaN : secondsOf(day, time ?? "00:00:00");
  if (Number.isNaN(wall)) {
    parts.wrong ??= `UNTIL with a date or time that exists, in ${property.name}`;
    return null;
  }
  if (time === undefined) return wall + DAY - 1;
  if (start.date) return Math.floor(wall / DAY) * DAY;
  return zulu === "Z" ? wallOf(start.clock, wall) : wall;
}
