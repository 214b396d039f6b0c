/**
 * Plain days, which have no hour and no zone: a number (days since 1970-01-01, as `model/time.ts` counts) to reckon with,
 * a text to show. See docs/decisions/0006-whole-minutes.md.
 */
import { dayOfMinute, minuteOf } from "../model/time.js";
import type { Day } from "../model/types.js";

const MS_PER_DAY = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01 of a day that is known to exist. */
export function dayNumber(day: Day): number {
  return dayOfMinute(minuteOf(`${day}T00:00`));
}

/** The day of a number, `YYYY-MM-DD`. */
export function dayText(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The number of the day of a year, a month (1 to 12) and a day of the month. */
export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

/** The weekday of a day: 0 is Sunday, as in `Date`. 1970-01-01 was a Thursday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** Whether a text is a day of the calendar, written as `YYYY-MM-DD`. 30 February is none. */
export function isDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const ms = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(ms) && dayText(ms / MS_PER_DAY) === text;
}

/** The day so many days after a day that is known to exist; before it, where they are less than 0. */
export function dayPlus(day: Day, days: number): Day {
  return dayText(dayNumber(day) + days);
}

/** The day before a day, which is the one on whose evening an eve falls. */
export function dayBefore(day: Day): Day {
  return dayPlus(day, -1);
}

/** A time of day as a clock shows it, `hh:mm`. @param minutes since midnight; those of another day are told as of that day */
export function clockText(minutes: number): string {
  const at = ((minutes % 1440) + 1440) % 1440;
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}
