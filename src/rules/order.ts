import { dayOfMinute } from "../model/time.js";
import type { Rule } from "./rule.js";

export const order: Rule = {
  name: "order",
  hard: true,
  sentence:
    "In a series, a session is staffed only if the one before it is; its first part starts `minDays` to `maxDays` days after the day on which the last part of the one before starts.",
  emit(season) {
    const { shape } = season;
    return season.season.series.flatMap(({ sessions, minDays, maxDays }) =>
      sessions.slice(1).map((id, i) => ({
        kind: "link" as const,
        rule: "order" as const,
        first: season.sessionIx(sessions[i] as string),
        second: season.sessionIx(id),
        allows(first: number, then: number) {
          const lastPart = (shape.partStart[first + 1] as number) - 1;
          const days =
            dayOfMinute(season.partFrom[shape.partStart[then] as number] as number) -
            (shape.startDay[lastPart] as number);
          return days >= minDays && days <= maxDays;
        },
        needsFirst: true,
        newcomer: 0,
        counts: () => false,
      })),
    );
  },
};
