/**
 * Calendar wording and numbers in Dutch and English. Wall times are shown as they are written, so they are formatted as
 * if they were UTC; the season's zone plays no part (docs/season-format.md).
 */
import { dayOfMinute, minuteOf, weekOfDay } from "../model/time.js";
import type { Day, Interval, WallTime } from "../model/types.js";
import type { Lang } from "./words.js";

const MS_PER_DAY = 86_400_000;
const LOCALE: Readonly<Record<Lang, string>> = { nl: "nl-NL", en: "en-GB" };

function formats(lang: Lang) {
  const of = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALE[lang], { timeZone: "UTC", ...options });
  return {
    short: of({ weekday: "short", day: "numeric", month: "short" }),
    shortYear: of({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
    long: of({ day: "numeric", month: "long", year: "numeric" }),
    number: new Intl.NumberFormat(LOCALE[lang]),
    decimal: new Intl.NumberFormat(LOCALE[lang], { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  };
}
// Making a formatter costs far more than using it.
const FORMATS: Readonly<Record<Lang, ReturnType<typeof formats>>> = { nl: formats("nl"), en: formats("en") };

/** Days since 1970-01-01 of a wall time. */
export function dayOf(wall: WallTime): number {
  return dayOfMinute(minuteOf(wall));
}

/** `di 9 feb` or `Tue 9 Feb`. */
export function shortDay(wall: WallTime, lang: Lang): string {
  return FORMATS[lang].short.format(dayOf(wall) * MS_PER_DAY).replaceAll(",", "");
}

/** `di 9 feb 2027` or `Tue 9 Feb 2027`. */
export function datedDay(wall: WallTime, lang: Lang): string {
  return FORMATS[lang].shortYear.format(dayOf(wall) * MS_PER_DAY).replaceAll(",", "");
}

/** From one day to another, `11–17 januari 2027` or `11–17 January 2027`; one day where they are the same. */
export function period(from: Day, to: Day, lang: Lang): string {
  const at = (day: Day) => Date.parse(`${day}T00:00Z`);
  return FORMATS[lang].long.formatRange(at(from), at(to));
}

/** From one day to another with their weekdays, `wo 18 feb – do 19 mrt 2026`; one day where they are the same. */
export function shortPeriod(from: Day, to: Day, lang: Lang): string {
  const at = (day: Day) => Date.parse(`${day}T00:00Z`);
  return FORMATS[lang].shortYear.formatRange(at(from), at(to)).replaceAll(",", "");
}

/** The hour and minute of a wall time, `09:30`. */
export function clockOf(wall: WallTime): string {
  return wall.slice(11, 16);
}

/** `09:30–12:30`; with the day of the end where the part runs past midnight. */
export function hours(part: Interval, lang: Lang): string {
  const [start, end] = part;
  const lastDay = dayOf(start) === dayOf(end) ? "" : `${shortDay(end, lang)} `;
  return `${clockOf(start)}–${lastDay}${clockOf(end)}`;
}

/** The ISO week of a wall time: its year and number, and its Monday and Sunday as `YYYY-MM-DD`. */
export function isoWeekOf(wall: WallTime): { year: number; week: number; monday: Day; sunday: Day } {
  const monday = weekOfDay(dayOf(wall)) * 7 - 3;
  const text = (day: number) => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  // An ISO week belongs to the year of its Thursday, and week 1 is the week of that year's first Thursday.
  const thursday = monday + 3;
  const year = Number(text(thursday).slice(0, 4));
  const firstOfYear = Date.parse(`${year}-01-01T00:00Z`) / MS_PER_DAY;
  return { year, week: Math.floor((thursday - firstOfYear) / 7) + 1, monday: text(monday), sunday: text(monday + 6) };
}

/** A whole number with its thousands apart: `22.762` or `22,762`. */
export function whole(value: number, lang: Lang): string {
  return FORMATS[lang].number.format(value);
}

/**
 * A relative gap (0.0031) as a percentage with one decimal (`0.4`), rounded up so that "at most" stays true.
 */
export function gapPercent(gap: number, lang: Lang): string {
  // The allowance keeps 0.003 (0.30000000000000004 per cent in floating point) from becoming 0.4.
  return FORMATS[lang].decimal.format(Math.max(0, Math.ceil(gap * 1000 - 1e-9)) / 10);
}
