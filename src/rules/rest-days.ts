import type { Shape } from "../terms/indices.js";
import type { RowFamily } from "../terms/relax-sink.js";
import { bucketsOfParts, oneAtMost } from "./buckets.js";
import { coverByDay } from "./cliques.js";
import type { Rule } from "./rule.js";
import type { SeasonIndex } from "./season-index.js";
import { excludeWithinDay } from "./travel-time.js";

/** Longer rests are priced by windows of this many days and the one after: shorter windows follow from longer ones. */
const LONGEST_WINDOW = 13;

export const restDays: Rule = {
  name: "restDays",
  hard: true,
  sentence: "Parts of different sessions that start on different days start more than `restDays` days apart.",
  emit(season) {
    const { shape } = season;
    const rest = Int32Array.from(season.season.trainers, (t) => t.limits.restDays);
    const perDay = season.season.trainers.map((t) => t.limits.perDay);
    const lengths = (which: (trainer: number) => boolean): number[] => [
      ...new Set(rest.filter((r, t) => r > 0 && which(t)).map((r) => Math.min(r, LONGEST_WINDOW))),
    ];
    const restOf = (length: number, t: number): boolean => Math.min(rest[t] as number, LONGEST_WINDOW) === length;
    return [
      {
        kind: "conflict",
        rule: "restDays",
        alike: (trainer) => rest[trainer] as number,
        clash(trainer, a, b) {
          const apart = Math.abs((shape.startDay[a] as number) - (shape.startDay[b] as number));
          return apart > 0 && apart <= (rest[trainer] as number);
        },
        cliques(): RowFamily[] {
          if (shape.startDay.length === 0) return [];
          const single = (t: number): boolean => (perDay[t] as number) <= 1;
          return [
            ...lengths(single).map((length) => windows(shape, length, (t) => single(t) && restOf(length, t))),
            ...spreadDays(
              season,
              lengths((t) => !single(t)),
              (length, t) => !single(t) && restOf(length, t),
            ),
          ];
        },
      },
    ];
  },
};

/** With one part a day: of all sessions with a part in the days d … d + length, one. */
function windows(shape: Shape, length: number, owns: (trainer: number) => boolean): RowFamily {
  const firstDay = shape.startDay.reduce((a, b) => Math.min(a, b));
  const days = shape.startDay.reduce((a, b) => Math.max(a, b)) - firstDay + 1;
  const buckets = bucketsOfParts(shape, (p) => {
    const day = (shape.startDay[p] as number) - firstDay;
    return Array.from({ length: length + 1 }, (_, d) => day - d).filter((start) => start >= 0);
  });
  return oneAtMost("restDays", days, buckets, owns);
}

/**
 * With several parts a day: she has some days, more than `length` apart, and of parts of one day that exclude each other
 * one.
 */
function spreadDays(
  season: SeasonIndex,
  lengths: readonly number[],
  owns: (length: number, trainer: number) => boolean,
): RowFamily[] {
  if (lengths.length === 0) return [];
  const { shape } = season;
  const { of, dayOf } = coverByDay(
    shape,
    (a, b) => excludeWithinDay(season, a, b),
    () => true,
    true,
  );
  return lengths.map((length) => {
    const counts = apartWithin(shape, length);
    const buckets = bucketsOfParts(shape, (p) => (counts[p] ? (of[p] as readonly number[]) : []));
    const rows = oneAtMost("restDays", dayOf.length, buckets, (t) => owns(length, t));
    return { ...rows, spread: { apart: length, dayOf } };
  });
}

/**
 * By part: 1 where it counts. Parts of one slot need no rest between them: those within `length` days of an earlier one
 * that counts do not, so that what counts obeys the rule whatever the plan.
 */
function apartWithin(shape: Shape, length: number): Uint8Array {
  const counts = new Uint8Array(shape.startDay.length);
  for (let g = 0; g < shape.sessionOf.length; g++) {
    let last = Number.NEGATIVE_INFINITY;
    for (let p = shape.partStart[g] as number; p < (shape.partStart[g + 1] as number); p++) {
      const day = shape.startDay[p] as number;
      if (day !== last && day - last <= length) continue;
      counts[p] = 1;
      last = day;
    }
  }
  return counts;
}
