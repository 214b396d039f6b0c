/** From what a trainer said to the intervals in which she can be booked: the `available` of a season. */
import { MINUTES_PER_DAY, minuteOf, weekOfDay } from "../../model/time.js";
import type { Day, Interval } from "../../model/types.js";
import { gapsOf, outOfGaps, zoneClock } from "./clocks.js";
import { minus, type Span, union, within } from "./spans.js";
import { dayNumber, intervalsOf, minuteOfDay, type Period, periodSpan } from "./times.js";
import {
  type Availability,
  DAY_PART_HOURS,
  type DayException,
  type DayPartHours,
  type Hold,
  type Part,
  WEEKDAYS,
  type WeeklyPattern,
} from "./types.js";

export interface ExpandOptions extends Period {
  /** the present, in milliseconds since 1970-01-01T00:00Z: holds that have lapsed by then bind nobody */
  readonly now: number;
  /** the hours of the named parts of a day; `DAY_PART_HOURS` unless said otherwise */
  readonly dayParts?: DayPartHours;
  /** wall times at which her own calendar is full, as `importBusy` gives them for the same zone */
  readonly busy?: readonly Interval[];
  /** times besides, at which she said that she can come; a no outweighs them too */
  readonly also?: readonly Interval[];
  /** the offer for which is asked: its own holds do not stand in its way */
  readonly offer?: string;
}

/**
 * The wall-time intervals in which a trainer can be booked, over a period: sorted, disjoint, touching ones joined, each
 * bound a time that exists in the zone. When clocks go forward, the hour that is skipped takes no time: an interval that
 * would begin or end in it does so at its end. When they go back, an interval covers both passings of the hour.
 * @param availability as `readAvailability` gives it
 * @throws InputError where the period or the zone makes no sense
 */
export function expandAvailability(availability: Availability, options: ExpandOptions): readonly Interval[] {
  const period = periodSpan(options);
  const { weekly, extra } = availability;
  const hours = options.dayParts ?? DAY_PART_HOURS;
  const yes = union([
    ...weekly.flatMap((pattern) => patternSpans(pattern, period, hours)),
    ...extra.flatMap((day) => daySpans(day, hours)),
    ...(options.also ?? []).map(spanOf),
  ]);
  const no = noes(availability, options);
  return intervalsOf(union(outOfGaps(within(minus(yes, no), period), gapsIn(options.zone, period))));
}

/**
 * Intervals in which a trainer could be booked, less what she said no to since. Each stays an interval of its own: two that touch
 * are still two.
 * @param available as a season has it
 */
export function withoutNoes(
  available: readonly Interval[],
  availability: Availability,
  options: ExpandOptions,
): readonly Interval[] {
  const no = noes(availability, options);
  const touched = ([start, end]: Span): boolean => no.some(([from, to]) => from < end && start < to);
  if (no.length === 0 || !available.some((one) => touched(spanOf(one)))) return available;
  const gaps = gapsIn(options.zone, periodSpan(options));
  return available.flatMap((one) => {
    const span = spanOf(one);
    return touched(span) ? intervalsOf(union(outOfGaps(minus([span], no), gaps))) : [one];
  });
}

/** All that she said no to. */
function noes({ blocked, holidays, blocks, holds }: Availability, options: ExpandOptions): readonly Span[] {
  const hours = options.dayParts ?? DAY_PART_HOURS;
  return union([
    ...blocked.flatMap((day) => daySpans(day, hours)),
    ...holidays.map(({ from, to }) => daysSpan(from, to)),
    ...[...blocks, ...(options.busy ?? [])].map(spanOf),
    ...holds.filter((hold) => binds(hold, options)).map(({ start, end }) => spanOf([start, end])),
  ]);
}

const spanOf = ([start, end]: Interval): Span => [minuteOf(start), minuteOf(end)];
const daySpans = ({ day, parts }: DayException, hours: DayPartHours): readonly Span[] =>
  partSpans(dayNumber(day), parts, hours);

/** The hours that a zone's clocks skip around a period; the last ones are kept, since a whole pool asks for the same. */
function gapsIn(zone: string, [from, to]: Span): readonly Span[] {
  const key = `${zone} ${from} ${to}`;
  if (lastGaps?.key === key) return lastGaps.gaps;
  // Two days on either side: offsets are less than a day, and a gap may straddle the edge.
  const { turns } = zoneClock(zone, (from - 2 * MINUTES_PER_DAY) * 60, (to + 2 * MINUTES_PER_DAY) * 60);
  const gaps = gapsOf(turns);
  lastGaps = { key, gaps };
  return gaps;
}
let lastGaps: { readonly key: string; readonly gaps: readonly Span[] } | null = null;

/** Whether a hold stands in the way of who asks. At the instant at which it lapses it no longer does. */
function binds({ offer, until }: Hold, { now, offer: asking }: ExpandOptions): boolean {
  return now < Date.parse(until) && offer !== asking;
}

function daysSpan(from: Day, to: Day): Span {
  return [dayNumber(from) * MINUTES_PER_DAY, (dayNumber(to) + 1) * MINUTES_PER_DAY];
}

function partSpans(day: number, parts: readonly Part[], hours: DayPartHours): readonly Span[] {
  const midnight = day * MINUTES_PER_DAY;
  return parts.map((part): Span => {
    if (part === "day") return [midnight, midnight + MINUTES_PER_DAY];
    const [start, end] = typeof part === "string" ? hours[part] : part;
    return [midnight + minuteOfDay(start), midnight + minuteOfDay(end)];
  });
}

function patternSpans(pattern: WeeklyPattern, [start, end]: Span, hours: DayPartHours): readonly Span[] {
  const { from, to, everyWeeks } = pattern;
  const first = Math.max(start / MINUTES_PER_DAY, from === null ? -Infinity : dayNumber(from));
  const last = Math.min(end / MINUTES_PER_DAY - 1, to === null ? Infinity : dayNumber(to));
  const anchor = from === null ? 0 : weekOfDay(dayNumber(from));
  const days = new Set(pattern.days.map((day) => WEEKDAYS.indexOf(day)));
  const spans: Span[] = [];
  for (let day = first; day <= last; day++) {
    // 1970-01-01 was a Thursday, the fourth of WEEKDAYS.
    if (!days.has((day + 3) % 7) || (weekOfDay(day) - anchor) % everyWeeks !== 0) continue;
    spans.push(...partSpans(day, pattern.parts, hours));
  }
  return spans;
}

/**
 * What of some intervals lies in others too. One that lies in them whole stays as it is; two that touch are still two.
 * @param within sorted and disjoint, as `expandAvailability` gives them
 */
export function commonTime(available: readonly Interval[], within: readonly Interval[]): readonly Interval[] {
  const spans = within.map(spanOf);
  return available.flatMap((one) => {
    const [start, end] = spanOf(one);
    if (spans.some(([from, to]) => from <= start && end <= to)) return [one];
    return intervalsOf(
      spans.map(([from, to]): Span => [Math.max(from, start), Math.min(to, end)]).filter(([from, to]) => from < to),
    );
  });
}
