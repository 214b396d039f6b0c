import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { type MipModel, roundedBound, safeLpBound, solveLp, solveMip } from "../../src/exact/highs/index.js";
import type { Plan, Season } from "../../src/model/types.js";
import { bruteForce, planCost } from "../oracles/brute-force.js";
import { planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { looseTeams, optionsOf, soundTeams } from "../support/random-plan.js";
import { tinySeason } from "../support/tiny-season.js";
import { columnProgram, fixedToPlan, plainProgram, withFixed } from "./programs.js";

const SEASONS = count(60, 1000);

interface Program {
  readonly model: MipModel;
  readonly planOf: (x: Float64Array) => Plan;
}

/** The program's optimum is the oracle's, its solution is such a plan, and its relaxation stays under it. */
async function expectOptimum(season: Season, { model, planOf }: Program, optimum: number, name: string): Promise<void> {
  const solved = await solveMip(model, { seconds: 30 });
  expect(solved.status, name).toBe("optimal");
  expect(Math.round(solved.objective ?? Number.NaN), name).toBe(optimum);
  expect(Math.abs((solved.objective ?? Number.NaN) - optimum), name).toBeLessThan(1e-4);
  // A bound of 0 is −0 once it was lowered and rounded up.
  expect(roundedBound(solved.bound) + 0, name).toBe(optimum);
  const plan = planOf(solved.x ?? new Float64Array(0));
  const verdict = check(season, plan);
  expect(verdict.violations, name).toEqual([]);
  expect(verdict.total, name).toBe(optimum);
  const relaxed = await solveLp(model, { seconds: 30 });
  if (relaxed.status !== "optimal") throw new Error(`${name}: the relaxation is ${relaxed.status}`);
  expect(safeLpBound(model, relaxed.rowDuals), name).toBeLessThanOrEqual(optimum);
  expect(relaxed.objective, name).toBeLessThanOrEqual(optimum + 1e-6 * Math.max(1, optimum));
}

describe("the programs of a season", () => {
  it("have the optimum that brute force finds, seat by seat and team by team", async () => {
    let chosen = 0;
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const optimum = bruteForce(season).cost;
      await expectOptimum(season, plainProgram(season), optimum, `plain, seed ${seed}`);
      const columns = columnProgram(season);
      // Nobody can staff anything: no choice is left, and HiGHS states no bound for a program without whole columns.
      if (columns.columns.length === 0) continue;
      await expectOptimum(season, columns, optimum, `columns, seed ${seed}`);
      chosen++;
    }
    expect(chosen).toBeGreaterThan(SEASONS / 2);
  });

  it("cost at a whole plan what the oracle says, and have no room for a plan that breaks a rule", async () => {
    let [sound, broken, without] = [0, 0, 0];
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const { problem, ...mip } = plainProgram(season);
      const random = new Random(seed + 5);
      const options = optionsOf(season);
      for (let i = 0; i < 4; i++) {
        const assignments = i < 3 ? soundTeams(random, season, options) : looseTeams(random, season);
        const rules = check(season, planFile(season, assignments)).violations.map((v) => v.rule);
        const fixed = fixedToPlan(problem, mip, assignments);
        const name = `seed ${seed}, plan ${i}: ${[...new Set(rules)].join()}`;
        if (fixed === null) {
          // The compiled season had struck off what could never be.
          expect(rules.length, name).toBeGreaterThan(0);
          without++;
          continue;
        }
        const solved = await solveMip(fixed, { seconds: 30 });
        expect(solved.status, name).toBe(rules.length > 0 ? "infeasible" : "optimal");
        if (rules.length > 0) broken++;
        else {
          sound++;
          expect(Math.abs((solved.objective ?? Number.NaN) - planCost(season, assignments)), name).toBeLessThan(1e-4);
        }
      }
    }
    expect(sound).toBeGreaterThan(SEASONS / 2);
    expect(broken).toBeGreaterThan(SEASONS / 2);
    expect(without).toBeGreaterThan(SEASONS / 3);
  });

  it("seats nobody twice in one team", async () => {
    let tried = 0;
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      // Rules that count seats would keep her to one as well: they are lifted.
      const trainers = season.trainers.map((t) => ({
        ...t,
        limits: { ...t.limits, perDay: 9, perWeek: 9, perSeason: 9, exposure: {} },
      }));
      const programmes = season.programmes.map((p) => ({ ...p, budget: 1_000_000 }));
      const { problem, model, memberColumn } = plainProgram({ ...season, trainers, programmes });
      const { trainers: pool, sessionOf } = problem.data.shape;
      for (let slot = 0; slot < sessionOf.length; slot++)
        for (let trainer = 0; trainer < pool; trainer++) {
          const seats = [0, 1, 2].map((role) => memberColumn(slot, role, trainer)).filter((column) => column >= 0);
          if (seats.length < 2) continue;
          const both = withFixed(model, new Map(seats.map((column) => [column, 1])));
          expect((await solveMip(both, { seconds: 30 })).status, `seed ${seed}, slot ${slot}`).toBe("infeasible");
          tried++;
        }
    }
    expect(tried).toBeGreaterThan(SEASONS);
  });

  it("count loads of any size, as exactly as HiGHS can", async () => {
    for (let seed = 0; seed < count(15, 200); seed++) {
      const season = tinySeason(seed);
      const many = 5_000;
      const large: Season = {
        ...season,
        weights: { ...season.weights, fairness: 1 },
        trainers: season.trainers.map((t) => ({ ...t, share: { min: t.share.min * many, max: t.share.max * many } })),
        sessions: season.sessions.map((s, i) => ({ ...s, halfDays: s.halfDays * many + i })),
      };
      const { model, planOf } = plainProgram(large);
      // Far fewer rows than half-days: only loads that can be have a line.
      expect(model.rows, `seed ${seed}`).toBeLessThan(many);
      const optimum = bruteForce(large).cost;
      const { status, objective, bound, x } = await solveMip(model, { seconds: 30 });
      const slack = 1e-6 * Math.max(1, optimum);
      expect(status, `seed ${seed}`).toBe("optimal");
      expect(Math.abs((objective ?? Number.NaN) - optimum), `seed ${seed}`).toBeLessThanOrEqual(slack);
      expect(roundedBound(bound), `seed ${seed}`).toBeLessThanOrEqual(optimum);
      const verdict = check(large, planOf(x ?? new Float64Array(0)));
      expect(verdict.violations, `seed ${seed}`).toEqual([]);
      expect(verdict.total - optimum, `seed ${seed}`).toBeLessThanOrEqual(slack);
    }
  });
});
