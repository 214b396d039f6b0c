import type { Rule } from "./rule.js";

export const move: Rule = {
  name: "move",
  hard: false,
  sentence:
    "A session staffed in another slot than the published one (in any slot, where that is null) costs `weights.move`.",
  emit(season) {
    const weight = season.season.weights.move;
    const published = new Map(season.season.published.map((p) => [season.sessionIx(p.session), p.slot]));
    if (weight === 0 || published.size === 0) return [];
    return [
      {
        kind: "slot",
        rule: "move",
        cost(g) {
          const slot = published.get(season.sessionOfSlot(g));
          return slot === undefined || slot === season.slotNumber(g) ? 0 : weight;
        },
      },
    ];
  },
};
