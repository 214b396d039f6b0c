import type { Shape, SlotIx } from "../terms/indices.js";
import type { RowFamily } from "../terms/relax-sink.js";
import { Buckets } from "./buckets.js";
import type { Rule } from "./rule.js";

/**
 * The largest sets of parts that are all busy at one moment, found by a sweep. By Helly's theorem on a line, parts that
 * overlap in pairs share a moment, so no clique of any trainer is missed.
 * @returns for each part, the first and last of its sets (they follow each other in time)
 */
function moments(shape: Shape): { first: Int32Array; last: Int32Array; oneDay: boolean[] } {
  const n = shape.busyFrom.length;
  const byStart = Array.from({ length: n }, (_, p) => p).sort(
    (a, b) => (shape.busyFrom[a] as number) - (shape.busyFrom[b] as number),
  );
  const byEnd = Array.from({ length: n }, (_, p) => p).sort(
    (a, b) => (shape.busyTo[a] as number) - (shape.busyTo[b] as number),
  );
  const first = new Int32Array(n);
  const last = new Int32Array(n).fill(-1);
  const oneDay: boolean[] = [];
  let [started, ended, moment] = [0, 0, 0];
  let open = new Set<number>();
  let grown = false;
  const close = (): void => {
    let day = Number.NaN;
    let same = true;
    for (const p of open) {
      if (Number.isNaN(day)) day = shape.startDay[p] as number;
      same = same && shape.startDay[p] === day;
      last[p] = moment;
    }
    oneDay.push(same);
    moment++;
    grown = false;
  };
  while (ended < n) {
    const end = shape.busyTo[byEnd[ended] as number] as number;
    if (started < n && (shape.busyFrom[byStart[started] as number] as number) < end) {
      const p = byStart[started++] as number;
      first[p] = moment;
      open.add(p);
      grown = true;
    } else {
      if (grown) close();
      const p = byEnd[ended++] as number;
      open.delete(p);
    }
  }
  open = new Set();
  return { first, last, oneDay };
}

export const overlap: Rule = {
  name: "overlap",
  hard: true,
  sentence:
    "The times that a trainer is busy with different sessions (parts with `before` and `after`) do not overlap.",
  emit(season) {
    const { shape } = season;
    const limits = season.season.trainers.map((t) => t.limits);
    return [
      {
        kind: "conflict",
        rule: "overlap",
        clash: (_, a, b) =>
          (shape.busyFrom[a] as number) < (shape.busyTo[b] as number) &&
          (shape.busyFrom[b] as number) < (shape.busyTo[a] as number),
        cliques(): RowFamily[] {
          const { first, last, oneDay } = moments(shape);
          const buckets = new Buckets(shape, (g: SlotIx) => {
            const used = new Set<number>();
            for (let p = shape.partStart[g] as number; p < (shape.partStart[g + 1] as number); p++)
              for (let m = first[p] as number; m <= (last[p] as number); m++) used.add(m);
            return [...used].sort((a, b) => a - b).map((m) => [m, 1] as const);
          });
          return [
            {
              rule: "overlap",
              owner: "trainer",
              buckets: oneDay.length,
              // With one part a day, the day's own row says it already.
              cap: (t, m) => ((limits[t]?.perDay ?? 0) <= 1 && oneDay[m] ? Number.POSITIVE_INFINITY : 1),
              uses: (g) => buckets.of(g),
              role: null,
              memberWeight: null,
            },
          ];
        },
      },
    ];
  },
};
