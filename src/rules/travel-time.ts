import type { RowFamily } from "../terms/relax-sink.js";
import { bucketsOfParts, oneAtMost } from "./buckets.js";
import { coverByDay } from "./cliques.js";
import { busyAtOnce } from "./overlap.js";
import type { Rule } from "./rule.js";
import type { SeasonIndex } from "./season-index.js";

/** Whether two parts of one day leave a trainer too little time to travel from the earlier to the later. */
function tooFar(season: SeasonIndex, a: number, b: number): boolean {
  const { shape } = season;
  if (shape.startDay[a] !== shape.startDay[b]) return false;
  const [from, to] = [shape.partPlace[a] as number, shape.partPlace[b] as number];
  if (from < 0 || to < 0) return false;
  const [x, y] = (shape.busyFrom[a] as number) <= (shape.busyFrom[b] as number) ? [a, b] : [b, a];
  const pause = (shape.busyFrom[y] as number) - (shape.busyTo[x] as number);
  // Busy at once is rule 14's affair, and no pause is short of 0 km.
  return pause >= 0 && pause < season.kmByIx(from, to);
}

/** Whether one trainer cannot hold two parts of one day: she would be busy with both at once, or travel too long. */
export function excludeWithinDay(season: SeasonIndex, a: number, b: number): boolean {
  return busyAtOnce(season.shape, a, b) || tooFar(season, a, b);
}

export const travelTime: Rule = {
  name: "travelTime",
  hard: true,
  sentence:
    "Of two parts of different sessions that start on one day and both have a place, the one that begins to keep a trainer busy later begins to do so at least as many minutes after the earlier stops as there are kilometres between the places.",
  emit(season) {
    const { shape } = season;
    const limits = season.season.trainers.map((t) => t.limits);
    return [
      {
        kind: "conflict",
        rule: "travelTime",
        alike: () => 0,
        clash: (_, a, b) => tooFar(season, a, b),
        cliques(): RowFamily[] {
          const cover = coverByDay(
            shape,
            (a, b) => excludeWithinDay(season, a, b),
            (a, b) => !busyAtOnce(shape, a, b),
          );
          const buckets = bucketsOfParts(shape, (p) => cover.of[p] as readonly number[]);
          // With one part a day, the day's own row says it already.
          return [oneAtMost("travelTime", cover.dayOf.length, buckets, (t) => (limits[t]?.perDay ?? 0) > 1)];
        },
      },
    ];
  },
};
