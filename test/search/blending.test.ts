import { describe, expect, it } from "vitest";
import type { Assignment } from "../../src/model/types.js";
import { Auditor } from "../../src/score/audit.js";
import { planOf } from "../../src/score/plans.js";
import { Blending } from "../../src/search/blending.js";
import { Random } from "../../src/search/random.js";
import { couplingsHold, planCost } from "../oracles/brute-force.js";
import { allColumns, type Bench } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random as Draws } from "../support/random.js";
import { soundState } from "../support/sound-state.js";

/** Empties a state and fills it again at random. */
function shuffle({ state, columns }: Bench, all: readonly number[], random: Draws): void {
  const { next } = state.data.links;
  // What follows in a series goes first.
  for (let left = state.chosen.length; left > 0; left--)
    for (let s = 0; s < state.chosen.length; s++)
      if ((state.chosen[s] ?? -1) >= 0 && (state.chosen[next[s] ?? -1] ?? -1) < 0) state.remove(s);
  for (let tries = 0; tries < 60; tries++) {
    const column = random.pick(all);
    if ((state.chosen[columns.sessionOf(column)] ?? 0) < 0 && state.canPlace(column)) state.place(column);
  }
}

/** The least cost of a plan whose every team stands in one of some plans. */
function leastBlend({ season, problem, columns }: Bench, plans: readonly Int32Array[]): number {
  let least = Number.POSITIVE_INFINITY;
  const chosen = new Int32Array(season.sessions.length).fill(-1);
  const choose = (s: number): void => {
    if (s === chosen.length) {
      const assignments: readonly Assignment[] = planOf(problem, season, columns, chosen, {
        cost: 0,
        bound: 0,
      }).assignments;
      if (couplingsHold(season, assignments)) least = Math.min(least, planCost(season, assignments));
      return;
    }
    for (const column of new Set([-1, ...plans.map((plan) => plan[s] ?? -1)])) {
      chosen[s] = column;
      choose(s + 1);
    }
  };
  choose(0);
  return least;
}

describe("blending", () => {
  it("nearly always finds the best choice among the teams of the plans that it was given, and always keeps every account on the way", () => {
    let [blended, gained, missed, refused] = [0, 0, 0, 0];
    for (let seed = 0; seed < count(60, 400); seed++) {
      const bench = soundState(seed);
      const { problem, state } = bench;
      if (problem.data.unstaffedCost.includes(Number.POSITIVE_INFINITY)) continue;
      const all = allColumns(bench);
      if (all.length === 0) continue;
      const random = new Draws(seed);
      const blending = new Blending(state, new Random(seed + 1));
      const plans: Int32Array[] = [];
      const costs: number[] = [];
      for (let k = 0; k < 3; k++) {
        shuffle(bench, all, random);
        plans.push(state.chosen.slice());
        costs.push(state.cost);
        blending.add(state.chosen, state.cost);
      }
      if (!blending.hasChoice) continue;
      const least = leastBlend(bench, plans);
      const known = (s: number, column: number): boolean => column < 0 || plans.some((plan) => plan[s] === column);
      let found = Math.min(...costs);
      const auditor = new Auditor("step", problem, state);
      for (let i = 0; i < 2000; i++) {
        const [was, before] = [state.cost, state.chosen.slice()];
        const changed = blending.step(i % 100 < 80 ? 300 : 1);
        if (i < 100) auditor.afterStep();
        if (!changed) {
          expect(state.cost, `seed ${seed}`).toBe(was);
          expect(state.chosen, `seed ${seed}`).toEqual(before);
          refused++;
        }
        expect(
          state.chosen.every((column, s) => known(s, column)),
          `seed ${seed}`,
        ).toBe(true);
        expect(state.cost, `seed ${seed}`).toBeGreaterThanOrEqual(least);
        found = Math.min(found, state.cost);
      }
      blended++;
      if (least < Math.min(...costs)) gained++;
      if (found > least) missed++;
    }
    expect(blended).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(100);
    expect(gained).toBeGreaterThan(blended / 3);
    expect(missed).toBeLessThan(blended / 5);
  });

  it("has no choice where all plans are the same, and keeps the best of more plans than it has room for", () => {
    const bench = soundState(3);
    const { state } = bench;
    const best = state.chosen.slice();
    const blending = new Blending(state, new Random(1));
    blending.add(best, 10);
    blending.add(best, 10);
    expect(blending.hasChoice).toBe(false);
    expect(blending.step(1)).toBe(false);
    const worse = new Int32Array(best.length).fill(-1);
    for (let k = 0; k < 40; k++) blending.add(worse, 20);
    expect(blending.hasChoice).toBe(best.some((column) => column >= 0));
    expect(best.some((column) => column >= 0)).toBe(true);
  });
});
