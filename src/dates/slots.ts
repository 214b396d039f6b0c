/** A session's slots against the days of its communities: which are touched, which are best, which are better dropped. */
import { minuteOf } from "../model/time.js";
import type { Interval, Session } from "../model/types.js";
import { dayNumber, dayText } from "./days.js";
import type { Calendar } from "./facts.js";
import { keepsBy } from "./keeping.js";
import { regionOf } from "./regions.js";
import { DUTCH_ZONE, MID_NETHERLANDS, type Point, sunsetOn } from "./sunset.js";
import { IMPACTS, type Impact, type Observance } from "./types.js";

/** What of a session counts here. */
export type Dated = Pick<Session, "slots" | "communities" | "place">;

export interface SlotOptions {
  /** the zone of the session's wall times; `Europe/Amsterdam` unless said otherwise */
  readonly timeZone?: string;
  /** where the sun sets; the middle of the Netherlands unless said otherwise */
  readonly point?: Point;
  /** the place whose school holidays count; the session's own place unless said otherwise */
  readonly region?: string;
}

/**
 * How a slot meets an observance: on one of its days, on the eve (after sunset the evening before), or perhaps: only if
 * the day turns out to be another within its margin.
 */
export type How = "day" | "eve" | "perhaps";

export interface Touch {
  readonly observance: Observance;
  readonly how: How;
}

/** One slot of a session, and what it touches. */
export interface RankedSlot {
  /** its index in the session's `slots` */
  readonly slot: number;
  readonly parts: readonly Interval[];
  /** each observance once, by its surest meeting */
  readonly touches: readonly Touch[];
  /** 0 where it touches nothing; see `PRICE` */
  readonly conflict: number;
}

/** What it costs a slot to touch a day for sure; perhaps costs a third. One day off outweighs two heavy ones. */
export const PRICE: Readonly<Record<Impact, number>> = { off: 30, heavy: 12, light: 3 };

/**
 * The slots of a session, least conflict first; slots with equal conflict stay in the order of the file, which is best
 * first. A part counts as it is written, without set-up and debrief. What is everyone's counts for every session.
 * @param observances of the whole time of the slots and the day after, as `observancesBetween` gives them
 */
export function rankSlots(
  calendar: Calendar,
  session: Dated,
  observances: readonly Observance[],
  options: SlotOptions = {},
): readonly RankedSlot[] {
  const mine = kept(calendar, session, observances, options);
  return session.slots
    .map((parts, slot): RankedSlot => {
      const touches = touchesOf(parts, mine);
      return { slot, parts, touches, conflict: conflictOf(touches) };
    })
    .sort((a, b) => a.conflict - b.conflict || a.slot - b.slot);
}

/**
 * The slots of a session that touch no day of at least that impact, in the order of the file.
 * @param atLeast `off` drops only what those who keep it cannot come to; `light` drops every touch
 * @param evenPerhaps also drops what would touch such a day only within its margin
 */
export function dropSlots(
  calendar: Calendar,
  session: Dated,
  observances: readonly Observance[],
  { atLeast = "off", evenPerhaps = false, ...options }: SlotOptions & { atLeast?: Impact; evenPerhaps?: boolean } = {},
): readonly RankedSlot[] {
  const weighs = ({ observance, how }: Touch) =>
    IMPACTS.indexOf(observance.impact) <= IMPACTS.indexOf(atLeast) && (evenPerhaps || how !== "perhaps");
  return [...rankSlots(calendar, session, observances, options)]
    .filter(({ touches }) => !touches.some(weighs))
    .sort((a, b) => a.slot - b.slot);
}

/** An observance of the session's, with its time in minutes: the eve, the days, and both widened by the margin. */
interface Kept {
  readonly observance: Observance;
  readonly eve: number;
  readonly start: number;
  readonly end: number;
  readonly earliest: number;
  readonly latest: number;
}

function kept(calendar: Calendar, session: Dated, observances: readonly Observance[], options: SlotOptions): Kept[] {
  const keeps = keepsBy(calendar);
  const place = options.region ?? session.place;
  const region = place === null ? null : regionOf(calendar, place);
  const { point = MID_NETHERLANDS, timeZone = DUTCH_ZONE } = options;
  const midnight = (day: number) => minuteOf(`${dayText(day)}T00:00`);
  const begins = (one: Observance, day: number) =>
    one.beginsEveningBefore ? minuteOf(sunsetOn(dayText(day - 1), point, timeZone)) : midnight(day);
  return observances
    .filter(({ regions }) => regions === null || (region !== null && regions.includes(region)))
    .filter((one) => one.communities === null || session.communities.some(({ backgrounds }) => keeps(one, backgrounds)))
    .map((observance) => {
      const { from, to, marginDays } = observance;
      return {
        observance,
        eve: begins(observance, dayNumber(from)),
        start: midnight(dayNumber(from)),
        end: midnight(dayNumber(to) + 1),
        earliest: begins(observance, dayNumber(from) - marginDays),
        latest: midnight(dayNumber(to) + 1 + marginDays),
      };
    });
}

const SUREST: readonly How[] = ["day", "eve", "perhaps"];

/** What the parts of a slot touch: each id once, since two institutions' days for one feast are one conflict. */
function touchesOf(parts: readonly Interval[], kept: readonly Kept[]): readonly Touch[] {
  const surest = new Map<string, Touch>();
  for (const one of kept) {
    const how = howOf(parts, one);
    if (how === null) continue;
    const { observance } = one;
    const before = surest.get(observance.id);
    if (before === undefined || SUREST.indexOf(how) < SUREST.indexOf(before.how))
      surest.set(observance.id, { observance, how });
  }
  return [...surest.values()];
}

function howOf(parts: readonly Interval[], one: Kept): How | null {
  const overlaps = (from: number, to: number) =>
    parts.some(([start, end]) => minuteOf(start) < to && from < minuteOf(end));
  if (overlaps(one.start, one.end)) return "day";
  if (overlaps(one.eve, one.end)) return "eve";
  return overlaps(one.earliest, one.latest) ? "perhaps" : null;
}

function conflictOf(touches: readonly Touch[]): number {
  return touches.reduce(
    (sum, { observance, how }) => sum + (how === "perhaps" ? PRICE[observance.impact] / 3 : PRICE[observance.impact]),
    0,
  );
}
