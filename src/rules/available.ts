import { minuteOf } from "../model/time.js";
import type { Interval } from "../model/types.js";
import { BAN, type SlotIx, type TrainerIx } from "../terms/indices.js";
import type { Rule } from "./rule.js";

/** Intervals sorted by start, with the latest end so far: one of them covers [from, to) iff the last that starts in time ends late enough. */
class Coverage {
  private readonly starts: Float64Array;
  private readonly latestEnd: Float64Array;

  constructor(intervals: readonly Interval[]) {
    const sorted = intervals.map(([a, b]) => [minuteOf(a), minuteOf(b)] as const).sort((x, y) => x[0] - y[0]);
    this.starts = Float64Array.from(sorted, (x) => x[0]);
    this.latestEnd = new Float64Array(sorted.length);
    let latest = Number.NEGATIVE_INFINITY;
    sorted.forEach(([, end], i) => {
      latest = Math.max(latest, end);
      this.latestEnd[i] = latest;
    });
  }

  covers(from: number, to: number): boolean {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] as number) <= from) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.latestEnd[low - 1] as number) >= to;
  }
}

export const available: Rule = {
  name: "available",
  hard: true,
  sentence:
    "For each part, from `before` minutes ahead to `after` minutes behind it, one of the member's `available` intervals covers it.",
  emit(season) {
    const { shape } = season;
    const coverage = season.season.trainers.map((t) => new Coverage(t.available));
    // Many sessions are held at the same hours: one answer for each stretch of time and trainer.
    const known = new Map<number, Map<number, Uint8Array>>();
    const covering = (from: number, to: number): Uint8Array => {
      let byEnd = known.get(from);
      if (!byEnd) {
        byEnd = new Map();
        known.set(from, byEnd);
      }
      let answer = byEnd.get(to);
      if (!answer) {
        answer = Uint8Array.from(coverage, (c) => (c.covers(from, to) ? 1 : 0));
        byEnd.set(to, answer);
      }
      return answer;
    };
    const waived = season.season.sessions.map(
      (s) => new Set(s.waivers.filter((w) => w.rule === "available").map((w) => season.trainerIx(w.trainer))),
    );
    return [
      {
        kind: "member",
        rule: "available",
        always: null,
        ofSession: () => null,
        ofSlot(slot: SlotIx) {
          const answers: Uint8Array[] = [];
          for (let p = shape.partStart[slot] as number; p < (shape.partStart[slot + 1] as number); p++)
            answers.push(covering(shape.busyFrom[p] as number, shape.busyTo[p] as number));
          const free = waived[season.sessionOfSlot(slot)] ?? new Set<TrainerIx>();
          const [only] = answers;
          if (only && answers.length === 1 && free.size === 0) return (trainer: TrainerIx) => (only[trainer] ? 0 : BAN);
          return (trainer: TrainerIx) => (answers.every((a) => a[trainer]) || free.has(trainer) ? 0 : BAN);
        },
      },
    ];
  },
};
