import type { Rule } from "./rule.js";

export const travelTime: Rule = {
  name: "travelTime",
  hard: true,
  sentence:
    "Of two parts of different sessions that start on one day and both have a place, the one that begins to keep a trainer busy later begins to do so at least as many minutes after the earlier stops as there are kilometres between the places.",
  emit(season) {
    const { shape } = season;
    return [
      {
        kind: "conflict",
        rule: "travelTime",
        clash(_, a, b) {
          if (shape.startDay[a] !== shape.startDay[b]) return false;
          const [from, to] = [shape.partPlace[a] as number, shape.partPlace[b] as number];
          if (from < 0 || to < 0) return false;
          const [x, y] = (shape.busyFrom[a] as number) <= (shape.busyFrom[b] as number) ? [a, b] : [b, a];
          const pause = (shape.busyFrom[y] as number) - (shape.busyTo[x] as number);
          // Busy at once is rule 14's affair, and no pause is short of 0 km.
          return pause >= 0 && pause < season.kmByIx(from, to);
        },
        // Within a day it forbids little that the day's row and overlap do not: the bound does without.
        cliques: () => [],
      },
    ];
  },
};
