/**
 * Instants and wall times of a zone. Both are counted in seconds from 1970-01-01T00:00, wall times as if they were UTC
 * (docs/decisions/0006-whole-minutes.md). What offset a zone has when is luxon's to say.
 */
import { IANAZone } from "luxon";
import type { Span } from "./spans.js";

const MINUTE = 60;
const HALF_DAY = 43_200;
const DAY = 86_400;

/** A moment at which a zone's offset changes. Offsets in seconds east of UTC. */
export interface Turn {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** A zone's offset at any instant. */
export interface Clock {
  /** seconds east of UTC at an instant in seconds */
  offsetAt(instant: number): number;
}

/** A clock of given turns, in order. */
export function clockOf(first: number, turns: readonly Turn[]): Clock {
  return {
    offsetAt(instant) {
      let [low, high] = [0, turns.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((turns[middle]?.at ?? 0) <= instant) low = middle + 1;
        else high = middle;
      }
      return turns[low - 1]?.after ?? first;
    },
  };
}

export const UTC: Clock = { offsetAt: () => 0 };

/**
 * The clock of an IANA zone, quick between two instants and right everywhere.
 * @param zone a name for which the model's `isZone` holds
 * @param from,to where most is asked, in seconds
 */
export function zoneClock(zone: string, from: number, to: number): Clock & { readonly turns: readonly Turn[] } {
  const iana = IANAZone.create(zone);
  const slow = (instant: number) => iana.offset(instant * 1000) * MINUTE;
  const turns = turnsBetween(slow, from, to);
  const quick = clockOf(slow(from), turns);
  return { turns, offsetAt: (at) => (from <= at && at <= to ? quick.offsetAt(at) : slow(at)) };
}

/** The turns between two instants. No zone turns its clock twice within half a day. */
function turnsBetween(offsetAt: (instant: number) => number, from: number, to: number): readonly Turn[] {
  const turns: Turn[] = [];
  let [before, start] = [offsetAt(from), from];
  for (let at = from; at < to; ) {
    at = Math.min(at + HALF_DAY, to);
    const after = offsetAt(at);
    if (after !== before) {
      let [low, high] = [start, at];
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (offsetAt(middle) === before) low = middle;
        else high = middle;
      }
      turns.push({ at: high, before, after });
    }
    [before, start] = [after, at];
  }
  return turns;
}

/**
 * The instant of a wall time. A time that the zone skips is read with the offset before the gap, one that occurs twice is
 * its first occurrence (RFC 5545, 3.3.5).
 */
export function instantOf(clock: Clock, wall: number): number {
  const [early, late] = [clock.offsetAt(wall - DAY), clock.offsetAt(wall + DAY)];
  for (const offset of [early, late]) if (clock.offsetAt(wall - offset) === offset) return wall - offset;
  return wall - early;
}

/** The wall time of an instant. */
export function wallOf(clock: Clock, instant: number): number {
  return instant + clock.offsetAt(instant);
}

/**
 * The wall minutes that a stretch of instants touches. When clocks go back, an hour is passed twice and its wall minutes
 * count when either passing is touched, so that what is left over is free both times.
 * @param turns the zone's turns; none may be missing within the stretch
 * @returns spans of minutes, perhaps overlapping, begun minutes counted whole
 */
export function wallSpans(clock: Clock, turns: readonly Turn[], [start, end]: Span): readonly Span[] {
  const cuts = turns.map(({ at }) => at).filter((at) => start < at && at < end);
  return [start, ...cuts].map((from, i): Span => {
    const to = cuts[i] ?? end;
    const offset = clock.offsetAt(from);
    return [Math.floor((from + offset) / MINUTE), Math.ceil((to + offset) / MINUTE)];
  });
}

/** The wall minutes that a zone skips: a span for each time that its clocks go forward. */
export function gapsOf(turns: readonly Turn[]): readonly Span[] {
  return turns
    .filter(({ before, after }) => after > before)
    .map(({ at, before, after }) => [(at + before) / MINUTE, (at + after) / MINUTE]);
}

/**
 * Spans written with times that exist: a bound that the zone skips moves to the end of the gap, which is the same
 * moment. So what touches across a gap is one, and what lay in it alone is gone.
 */
export function outOfGaps(spans: readonly Span[], gaps: readonly Span[]): readonly Span[] {
  const exists = (minute: number) => gaps.find(([from, to]) => from <= minute && minute < to)?.[1] ?? minute;
  return spans.map(([start, end]) => [exists(start), exists(end)]);
}
