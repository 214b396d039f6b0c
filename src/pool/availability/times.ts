/** Days, times of day and periods as minutes, and minutes as text. */
import { InputError, type InputIssue } from "../../model/errors.js";
import { isDay } from "../../model/leaves.js";
import { MINUTES_PER_DAY, minuteOf } from "../../model/time.js";
import type { Day, Interval } from "../../model/types.js";
import { isZone } from "../../model/zone.js";
import type { Span } from "./spans.js";

/** The days and the zone for which something is asked. */
export interface Period {
  /** first and last day, both included */
  readonly from: Day;
  readonly to: Day;
  /** the IANA zone in which the season's wall times are */
  readonly zone: string;
}

/** No period is longer, in days: some fifty years. */
const MOST_DAYS = 18_300;
const FIRST: Day = "1970-01-01";
const LAST: Day = "2199-12-31";

/** Minutes from midnight of a time of day; 24:00 is 1440. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The day on which 1970-01-01 counts as 0. */
export function dayNumber(day: Day): number {
  return minuteOf(`${day}T00:00`) / MINUTES_PER_DAY;
}

/** A minute as a wall time. */
export function wallText(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}

export function intervalsOf(spans: readonly Span[]): readonly Interval[] {
  return spans.map(([start, end]) => [wallText(start), wallText(end)]);
}

/**
 * A period's minutes.
 * @throws InputError with every argument that is wrong
 */
export function periodSpan({ from, to, zone }: Period): Span {
  const issues: InputIssue[] = [];
  for (const [path, day] of Object.entries({ from, to })) {
    if (!isDay(day) || day < FIRST || day > LAST)
      issues.push({ path, expected: `a day YYYY-MM-DD that exists, from ${FIRST} to ${LAST}`, value: `"${day}"` });
  }
  if (issues.length === 0 && from > to)
    issues.push({ path: "to", expected: `a day from ${from} on`, value: `"${to}"` });
  if (issues.length === 0 && dayNumber(to) - dayNumber(from) >= MOST_DAYS)
    issues.push({ path: "to", expected: `a period of at most ${MOST_DAYS} days`, value: `"${to}"` });
  if (!isZone(zone))
    issues.push({ path: "zone", expected: "an IANA zone such as Europe/Amsterdam", value: `"${zone}"` });
  if (issues.length > 0) throw new InputError("the period", issues);
  return [dayNumber(from) * MINUTES_PER_DAY, (dayNumber(to) + 1) * MINUTES_PER_DAY];
}
