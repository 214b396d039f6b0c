import type { RowFamily } from "../terms/relax-sink.js";
import { Buckets } from "./buckets.js";
import type { Rule } from "./rule.js";

/** Longer rests are priced by windows of this many days and the one after: shorter windows follow from longer ones. */
const LONGEST_WINDOW = 13;

export const restDays: Rule = {
  name: "restDays",
  hard: true,
  sentence: "Parts of different sessions that start on different days start more than `restDays` days apart.",
  emit(season) {
    const { shape } = season;
    const rest = Int32Array.from(season.season.trainers, (t) => t.limits.restDays);
    const perDay = Float64Array.from(season.season.trainers, (t) => t.limits.perDay);
    return [
      {
        kind: "conflict",
        rule: "restDays",
        clash(trainer, a, b) {
          const apart = Math.abs((shape.startDay[a] as number) - (shape.startDay[b] as number));
          return apart > 0 && apart <= (rest[trainer] as number);
        },
        cliques(): RowFamily[] {
          if (shape.startDay.length === 0) return [];
          const firstDay = shape.startDay.reduce((a, b) => Math.min(a, b));
          const days = shape.startDay.reduce((a, b) => Math.max(a, b)) - firstDay + 1;
          const lengths = [...new Set(Array.from(rest, (r) => Math.min(r, LONGEST_WINDOW)))].filter((r) => r > 0);
          return lengths.map((length) => {
            // The window that starts on day d holds the days d … d + length. All sessions with a part in it share one
            // day of it, or are one session: so at most perDay of them.
            const windows = new Buckets(shape, (g) => {
              const used = new Set<number>();
              for (let p = shape.partStart[g] as number; p < (shape.partStart[g + 1] as number); p++)
                for (let d = 0; d <= length; d++) {
                  const start = (shape.startDay[p] as number) - firstDay - d;
                  if (start >= 0) used.add(start);
                }
              return [...used].map((start) => [start, 1] as const);
            });
            return {
              rule: "restDays",
              owner: "trainer",
              buckets: days,
              cap: (t) =>
                Math.min(rest[t] as number, LONGEST_WINDOW) === length
                  ? Math.max(1, perDay[t] as number)
                  : Number.POSITIVE_INFINITY,
              uses: (g) => windows.of(g),
              role: null,
              memberWeight: null,
            };
          });
        },
      },
    ];
  },
};
