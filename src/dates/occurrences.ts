/** From a rule to the days on which it falls. */
import { gregorianEaster, orthodoxEaster } from "date-easter";
import { dayNumber, dayOf, dayText, weekdayOf } from "./days.js";
import type { Calendar, When } from "./facts.js";

/** First and last day of one occurrence, as numbers, both included. */
export type Span = readonly [first: number, last: number];

type IcuCalendar = Extract<When, { by: "calendar" }>["calendar"];

const MS_PER_DAY = 86_400_000;
/** Longer than any occurrence with its eve and its margin, so that one that began before the period is found. */
const LONGEST = 70;

/** A day in one of ICU's calendars. */
interface CalendarDay {
  readonly month: string;
  readonly dayOfMonth: number;
}
// Each day is asked for by every rule of its calendar, and formatting it is what costs.
const SEEN = new Map<IcuCalendar, { readonly format: Intl.DateTimeFormat; readonly days: Map<number, CalendarDay> }>();

/**
 * A day in a calendar of ICU, as Node carries it. Of the Islamic ones only `islamic-umalqura` is that of the tables of
 * Umm al-Qura; the Hebrew months come by name, since a leap year has one more.
 */
function partsOf(calendar: IcuCalendar, day: number): CalendarDay {
  const options = { timeZone: "UTC", calendar, numberingSystem: "latn", month: "numeric", day: "numeric" } as const;
  const seen = SEEN.get(calendar) ?? { format: new Intl.DateTimeFormat("en", options), days: new Map() };
  SEEN.set(calendar, seen);
  const known = seen.days.get(day);
  if (known !== undefined) return known;
  const parts = seen.format.formatToParts(day * MS_PER_DAY);
  const of = (type: "month" | "day") => parts.find((part) => part.type === type)?.value ?? "";
  const found = { month: of("month"), dayOfMonth: Number(of("day")) };
  seen.days.set(day, found);
  return found;
}

/** Every occurrence of a rule that touches the days from `first` to `last`. */
export function occurrences(when: When, calendar: Calendar, first: number, last: number): readonly Span[] {
  const starts =
    when.by === "calendar" ? inCalendar(when, first - LONGEST, last) : inYears(when, calendar, first, last);
  return starts
    .map((start): Span => [start, lastDay(when, start)])
    .filter(([from, to]) => from <= last && to >= first)
    .sort(([a], [b]) => a - b);
}

function lastDay(when: When, start: number): number {
  if (when.by !== "calendar") return start + when.days - 1;
  if (when.days !== "month") return start + when.days - 1;
  const { month } = partsOf(when.calendar, start);
  let end = start;
  while (partsOf(when.calendar, end + 1).month === month) end++;
  return end;
}

function inCalendar(when: Extract<When, { by: "calendar" }>, first: number, last: number): number[] {
  const months = [when.month].flat();
  const starts: number[] = [];
  // One more day on either side: a day that moves on may come into the period.
  for (let day = first - 1; day <= last; day++) {
    const { month, dayOfMonth } = partsOf(when.calendar, day);
    if (dayOfMonth !== when.day || !months.includes(month)) continue;
    starts.push(when.saturdayMovesOn && weekdayOf(day) === 6 ? day + 1 : day);
  }
  return starts;
}

function inYears(when: Exclude<When, { by: "calendar" }>, calendar: Calendar, first: number, last: number): number[] {
  const yearOf = (day: number) => Number(dayText(day).slice(0, 4));
  if (when.by === "table")
    return calendar.lunar.items.filter(({ id }) => id === when.table).flatMap(({ days }) => days.map(dayNumber));
  const starts: number[] = [];
  for (let year = yearOf(first - LONGEST); year <= yearOf(last + LONGEST); year++) starts.push(inYear(when, year));
  return starts;
}

function inYear(when: Exclude<When, { by: "calendar" | "table" }>, year: number): number {
  if (when.by === "easter") {
    // Both come as Gregorian days; the orthodox one is reckoned by the Julian calendar.
    const { month, day } = when.church === "western" ? gregorianEaster(year) : orthodoxEaster(year);
    return dayOf(year, month, day) + when.offset;
  }
  const day = dayOf(year, when.month, when.day);
  if (when.by === "weekday") return day + ((when.weekday - weekdayOf(day) + 7) % 7);
  return when.sundayMovesBack && weekdayOf(day) === 0 ? day - 1 : day;
}
