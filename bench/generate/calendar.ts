/** The days of a season, and those on which nobody plans. */
import type { Day, Interval, WallTime } from "../../src/model/index.js";

const DAY_MS = 86_400_000;
/** Month and day within which school holidays lie, roughly: spring, May and summer. */
const HOLIDAYS = [
  ["02-20", "02-28"],
  ["04-26", "05-05"],
  ["07-17", "08-22"],
] as const;

export interface CalendarDay {
  readonly date: Day;
  /** 0 Monday to 6 Sunday */
  readonly weekday: number;
  /** weeks since the season began */
  readonly week: number;
  readonly isHoliday: boolean;
}

/** The days from the second Monday of a year on. */
export function daysFrom(year: number, weeks: number): readonly CalendarDay[] {
  let first = Date.UTC(year, 0, 8);
  while (new Date(first).getUTCDay() !== 1) first += DAY_MS;
  return Array.from({ length: weeks * 7 }, (_, index) => {
    const date = new Date(first + index * DAY_MS).toISOString().slice(0, 10);
    const monthDay = date.slice(5);
    const isHoliday = HOLIDAYS.some(([from, to]) => from <= monthDay && monthDay <= to);
    return { date, weekday: index % 7, week: Math.floor(index / 7), isHoliday };
  });
}

/** An interval within one day, from `hh:mm` to `hh:mm`. */
export function within({ date }: CalendarDay, [from, to]: readonly [string, string]): Interval {
  const at = (time: string): WallTime => `${date}T${time}`;
  return [at(from), at(to)];
}
