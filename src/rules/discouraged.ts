import { minuteOf } from "../model/time.js";
import type { Rule } from "./rule.js";

export const discouraged: Rule = {
  name: "discouraged",
  hard: false,
  sentence:
    "Each member costs `weights.discouraged` if a part (without `before` and `after`) overlaps one of her discouraged intervals.",
  emit(season) {
    const weight = season.season.weights.discouraged;
    if (weight === 0) return [];
    const { shape } = season;
    const intervals = season.season.trainers.map((t) =>
      Float64Array.from(t.discouraged.flatMap(([a, b]) => [minuteOf(a), minuteOf(b)])),
    );
    const overlaps = (list: Float64Array, from: number, to: number): boolean => {
      for (let i = 0; i < list.length; i += 2)
        if ((list[i] as number) < to && from < (list[i + 1] as number)) return true;
      return false;
    };
    // Many sessions are held at the same hours: one answer for each stretch of time and trainer.
    const known = new Map<string, Uint8Array>();
    const overlapping = (from: number, to: number): Uint8Array => {
      const key = `${from}-${to}`;
      let answer = known.get(key);
      if (!answer) {
        answer = Uint8Array.from(intervals, (list) => (overlaps(list, from, to) ? 1 : 0));
        known.set(key, answer);
      }
      return answer;
    };
    return [
      {
        kind: "member",
        rule: "discouraged",
        always: null,
        ofSession: () => null,
        ofSlot(g) {
          const answers: Uint8Array[] = [];
          for (let p = shape.partStart[g] as number; p < (shape.partStart[g + 1] as number); p++)
            answers.push(overlapping(season.partFrom[p] as number, season.partTo[p] as number));
          const [only] = answers;
          if (only && answers.length === 1) return (t) => (only[t] as number) * weight;
          return (t) => (answers.some((a) => a[t]) ? weight : 0);
        },
      },
    ];
  },
};
