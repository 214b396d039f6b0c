import type { Shape } from "../terms/indices.js";
import type { RowFamily } from "../terms/relax-sink.js";
import { bucketsOfParts, oneAtMost } from "./buckets.js";
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

/** Whether two parts keep a trainer busy at one moment. */
export function busyAtOnce(shape: Shape, a: number, b: number): boolean {
  return (
    (shape.busyFrom[a] as number) < (shape.busyTo[b] as number) &&
    (shape.busyFrom[b] as number) < (shape.busyTo[a] as number)
  );
}

/** The whole numbers from first to last. */
function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
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
        alike: () => 0,
        clash: (_, a, b) => busyAtOnce(shape, a, b),
        cliques(): RowFamily[] {
          const { first, last, oneDay } = moments(shape);
          const buckets = bucketsOfParts(shape, (p) => range(first[p] as number, last[p] as number));
          return [
            // With one part a day, the day's own row says it already.
            oneAtMost("overlap", oneDay.length, buckets, (t, m) => (limits[t]?.perDay ?? 0) > 1 || !oneDay[m]),
          ];
        },
      },
    ];
  },
};
