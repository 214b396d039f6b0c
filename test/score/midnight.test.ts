import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import type { Slot } from "../../src/model/types.js";
import { seated } from "../../src/score/plans.js";
import { LIVED, planOf, S1, S2, smallSeason } from "../check/two-sessions.js";
import { benchOf } from "../support/compiled.js";

const at = (from: string, to: string): Slot[] => [[[`2027-03-${from}`, `2027-03-${to}`]]];

describe("a trainer's diary", () => {
  it.each([
    {
      name: "debrief lasts past midnight",
      s1: { slots: at("02T21:00", "02T23:00"), after: 180 },
      begins: "03T01:59",
      free: "03T02:00",
    },
    {
      name: "debrief lasts two days",
      s1: { slots: at("02T21:00", "02T23:00"), after: 3000 },
      begins: "05T00:59",
      free: "05T01:00",
    },
    {
      name: "the part itself ends two days later",
      s1: { slots: at("02T21:00", "04T09:00") },
      begins: "04T08:59",
      free: "04T09:00",
    },
  ])("sees clashes on other days: $name", ({ s1, begins, free }) => {
    for (const [start, allowed] of [
      [begins, false],
      [free, true],
    ] as const) {
      const s2 = { slots: at(start, "06T12:00"), seats: { lived: 1 } };
      for (const order of [
        ["s1", "s2"],
        ["s2", "s1"],
      ]) {
        const { problem, columns, state, season } = benchOf(smallSeason({ s1: { ...s1, seats: { lived: 1 } }, s2 }));
        const [first, then] = order.map((session) => {
          const team = seated(problem, { session, slot: 0, team: [LIVED] });
          return team ? columns.intern(team.slot, team.trainers) : -1;
        });
        state.place(first ?? -1);
        expect(state.canPlace(then ?? -1), `${order.join()} from ${start}`).toBe(allowed);
        const plan = planOf([
          { ...S1, team: [LIVED] },
          { ...S2, team: [LIVED] },
        ]);
        expect(check(season, plan).feasible).toBe(allowed);
      }
    }
  });
});
