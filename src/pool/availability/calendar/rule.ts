/**
 * Recurrence rules (RFC 5545, 3.3.10) over wall times. Days are tested one by one against every part of the rule, so the
 * time that a rule takes is known beforehand and paid from a budget; a rule without COUNT is taken up where the period
 * begins, however long ago it started.
 */

export type Frequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  /** the last wall time, in seconds */
  readonly until: number | null;
  /** first day of the week, 0 is Monday */
  readonly weekStart: number;
  readonly months: readonly number[] | null;
  readonly weekNumbers: readonly number[] | null;
  readonly yearDays: readonly number[] | null;
  readonly monthDays: readonly number[] | null;
  /** weekdays (0 is Monday), with their ordinal in the month or year, or 0 */
  readonly weekdays: readonly { readonly ordinal: number; readonly weekday: number }[] | null;
  /** seconds from midnight, sorted; null: the time of the first */
  readonly times: readonly number[] | null;
  readonly positions: readonly number[] | null;
}

export const DAY = 86_400;

/** A day and where it stands in its month, year and week. */
interface Place {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly monthLength: number;
  readonly yearDay: number;
  readonly yearLength: number;
  readonly weekday: number;
}

const first = (year: number, month: number): number => {
  // `Date.UTC` takes the years 0 to 99 for those of the last century; 400 years are a whole number of weeks and days.
  return Date.UTC(year + 400, month - 1, 1) / 86_400_000 - 146_097;
};
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

function dateOf(day: number): Place {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const january = first(year, 1);
  return {
    year,
    month,
    day: date.getUTCDate(),
    monthLength: first(year, month + 1) - first(year, month),
    yearDay: day - january + 1,
    yearLength: first(year + 1, 1) - january,
    weekday: weekdayOf(day),
  };
}

/** The day on which the first week of a year begins: the first that has four days in it. */
function weekOne(year: number, weekStart: number): number {
  const fourth = first(year, 1) + 3;
  return fourth - ((weekdayOf(fourth) - weekStart + 7) % 7);
}

/** Whether a number of a list is a place in a row of that length, counted from its start or (negative) from its end. */
function isAt(list: readonly number[], place: number, length: number): boolean {
  return list.includes(place) || list.includes(place - length - 1);
}

/** A test for days: all parts of the rule that speak of days, and where none does, those that the start implies. */
function dayTest(rule: Rule, start: Place): (day: number) => boolean {
  const { frequency, months, weekNumbers, yearDays, monthDays, weekdays, weekStart } = rule;
  const open = yearDays === null && monthDays === null && weekdays === null;
  const sameDay = open && weekNumbers === null && (frequency === "MONTHLY" || frequency === "YEARLY");
  const sameMonth = sameDay && months === null && frequency === "YEARLY";
  const sameWeekday = open && (frequency === "WEEKLY" || weekNumbers !== null);
  const inYear = frequency === "YEARLY" && months === null;
  const inWeek = (day: number, year: number): boolean => {
    if (weekNumbers === null) return true;
    const week = (of: number) => weekOne(of, weekStart);
    const own = day < week(year) ? year - 1 : day < week(year + 1) ? year : year + 1;
    return isAt(weekNumbers, Math.floor((day - week(own)) / 7) + 1, (week(own + 1) - week(own)) / 7);
  };
  return (day) => {
    const date = dateOf(day);
    if (months !== null && !months.includes(date.month)) return false;
    if (sameMonth && date.month !== start.month) return false;
    if (sameDay && date.day !== start.day) return false;
    if (sameWeekday && date.weekday !== start.weekday) return false;
    if (yearDays !== null && !isAt(yearDays, date.yearDay, date.yearLength)) return false;
    if (monthDays !== null && !isAt(monthDays, date.day, date.monthLength)) return false;
    if (weekdays !== null) {
      const [place, length] = inYear ? [date.yearDay, date.yearLength] : [date.day, date.monthLength];
      const fromStart = Math.floor((place - 1) / 7) + 1;
      const fromEnd = -Math.floor((length - place) / 7) - 1;
      const fits = weekdays.some(
        ({ ordinal, weekday }) =>
          weekday === date.weekday && (ordinal === 0 || ordinal === fromStart || ordinal === fromEnd),
      );
      if (!fits) return false;
    }
    return inWeek(day, date.year);
  };
}

/** The days `[from, to)` of the rule's n-th period, n counted in intervals from the one of the start. */
function periodOf({ frequency, interval, weekStart }: Rule, day: number, date: Place, n: number): [number, number] {
  const step = n * interval;
  if (frequency === "DAILY") return [day + step, day + step + 1];
  if (frequency === "WEEKLY") {
    const monday = day - ((date.weekday - weekStart + 7) % 7) + 7 * step;
    return [monday, monday + 7];
  }
  if (frequency === "YEARLY") return [first(date.year + step, 1), first(date.year + step + 1, 1)];
  return [first(date.year, date.month + step), first(date.year, date.month + step + 1)];
}

const LONGEST: Readonly<Record<Frequency, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };

/**
 * The wall times of a rule from `from` to `to` (both included), in order. The start is always the first of them and counts.
 * @param start wall time of the first, in seconds
 * @param spend is told of the work before it is done: days to look at, times the times on each
 */
export function* occurrences(
  rule: Rule,
  start: number,
  from: number,
  to: number,
  spend: (amount: number) => void,
): Generator<number> {
  const last = Math.min(to, rule.until ?? to);
  const day = Math.floor(start / DAY);
  const date = dateOf(day);
  const fits = dayTest(rule, date);
  const times = rule.times ?? [start - day * DAY];
  if (from <= start && start <= to) yield start;
  let left = (rule.count ?? Infinity) - 1;
  const ahead = Math.floor(from / DAY) - day;
  // A period is never longer than LONGEST, so that many of them have passed for sure.
  let n =
    rule.count === null && ahead > 0
      ? Math.max(0, Math.floor(ahead / (LONGEST[rule.frequency] * rule.interval)) - 1)
      : 0;
  for (; left > 0; n++) {
    const [begin, end] = periodOf(rule, day, date, n);
    // A period beyond the calendar's years is no number.
    if (!(begin * DAY <= last)) return;
    spend((end - begin) * times.length);
    let found: number[] = [];
    for (let at = begin; at < end; at++) if (fits(at)) for (const time of times) found.push(at * DAY + time);
    if (rule.positions !== null) {
      const { positions } = rule;
      found = found.filter((_, i) => isAt(positions, i + 1, found.length));
    }
    for (const wall of found) {
      if (wall <= start) continue;
      if (wall > last || left <= 0) return;
      left--;
      if (wall >= from) yield wall;
    }
  }
}
