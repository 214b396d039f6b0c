import { describe, expect, it } from "vitest";
import { Ascent } from "../../src/bound/ascent.js";
import { Branches } from "../../src/bound/branches.js";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { EVERY_SUM, type OpenSum } from "../../src/bound/open-sum.js";
import { Purses } from "../../src/bound/purses.js";
import type { Plan, Season } from "../../src/model/types.js";
import { bruteForce } from "../oracles/brute-force.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

const NO_STEPS = { firstStep: 0.2, lastStep: 0.002, patience: 4, shrink: 0.7, partialRounds: 0 };

/** The sum of what a plan leaves open, in the season's unit. */
function openSumOf(season: Season, { weight }: OpenSum, plan: Plan): number {
  const staffed = new Set(plan.assignments.map(({ session }) => session));
  return season.sessions.reduce((sum, { id }, s) => sum + (staffed.has(id) ? 0 : (weight[s] ?? 0)), 0);
}

describe("windows on what is left open", () => {
  it("never pass the optimum of a window that holds the best plan, whatever the multipliers", () => {
    let [inside, moved] = [0, 0];
    for (let seed = 0; seed < count(200, 1000); seed++) {
      const season = tinySeason(seed, { trainers: 5, sessions: 4 });
      const { cost, plan } = bruteForce(season);
      const lagrangian = new Lagrangian(benchOf(season).problem.data);
      const { openSum, rows, multipliers } = lagrangian;
      if (openSum.unit === 0) continue;
      const open = openSumOf(season, openSum, plan);
      const random = new Random(seed);
      for (let i = 0; i < 8; i++) {
        const least = random.int(0, open);
        const most = random.chance(0.3) ? Number.POSITIVE_INFINITY : open + random.int(0, 3);
        openSum.within({ least, most });
        for (const row of rows.active) {
          const [low, high] = [rows.lower[row] ?? 0, rows.upper[row] ?? 0];
          const drawn = random.chance(0.5)
            ? 0
            : random.int(-60, 60) * (row === rows.openSum ? 10 : (rows.scale[row] ?? 1));
          multipliers[row] = Math.min(high, Math.max(low, drawn));
        }
        expect(lagrangian.evaluate(), `seed ${seed}`).toBeLessThanOrEqual(cost + 1e-6);
        inside++;
        if (multipliers[rows.openSum] !== 0) moved++;
      }
    }
    expect(inside).toBeGreaterThan(500);
    expect(moved).toBeGreaterThan(inside / 5);
  });

  it("raise the bound, never past the optimum, and leave the season's own bound as it was", () => {
    let [raised, proven, looked] = [0, 0, 0];
    for (let seed = 0; seed < count(100, 1000); seed++) {
      const season = tinySeason(seed, { trainers: 4, sessions: 6, slots: 2 });
      const optimum = bruteForce(season).cost;
      const lagrangian = new Lagrangian(benchOf(season).problem.data);
      const ascent = new Ascent(lagrangian, null, NO_STEPS);
      for (let i = 0; i < 200 && !ascent.spent; i++) ascent.round();
      const root = { value: ascent.best, multipliers: ascent.bestMultipliers, sum: ascent.sum };
      if (root.value > optimum - 1) continue;
      const branches = new Branches(lagrangian, new Purses(lagrangian), root);
      let goOn = true;
      for (let i = 0; i < 2000 && goOn; i++) {
        goOn = branches.round(optimum);
        expect(branches.value, `seed ${seed}`).toBeLessThanOrEqual(optimum + 1e-6);
        expect(branches.value, `seed ${seed}`).toBeGreaterThanOrEqual(root.value);
      }
      looked++;
      if (branches.value > root.value + 1) raised++;
      if (branches.value > optimum - 1) proven++;
      lagrangian.openSum.within(EVERY_SUM);
      lagrangian.multipliers.set(root.multipliers);
      expect(lagrangian.evaluate()).toBeCloseTo(ascent.best, 6);
    }
    expect(looked).toBeGreaterThan(40);
    expect(raised).toBeGreaterThan(0);
    expect(proven).toBeGreaterThan(0);
  });
});
