import { describe, expect, it } from "vitest";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { check } from "../../src/check/check.js";
import { planOf } from "../../src/score/plans.js";
import { Emptying } from "../../src/search/emptying.js";
import { Random } from "../../src/search/random.js";
import { Search } from "../../src/search/search.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";

const PRICE = 500;

describe("doing without a trainer", () => {
  it("ends with a cheaper plan that obeys every rule, or with the plan that it began with", () => {
    let [cheaper, same, series] = [0, 0, 0];
    for (let seed = 0; seed < count(120, 1000); seed++) {
      const tiny = tinySeason(seed + 900, { trainers: 7, sessions: 8 });
      const season = { ...tiny, weights: { ...tiny.weights, activation: PRICE } };
      const { problem, state, columns } = benchOf(season);
      const lagrangian = new Lagrangian(problem.data);
      lagrangian.evaluate();
      const random = new Random(seed);
      const possible = Int32Array.from(season.sessions.keys()).filter(
        (s) => problem.data.unstaffedCost[s] !== Number.POSITIVE_INFINITY,
      );
      // Seasons with full pins start from those: the planner's affair, not the search's.
      if (possible.length < season.sessions.length) continue;
      new Search(state, lagrangian, random, possible).construct([...possible], () => true);
      const emptying = new Emptying(state, lagrangian.pricer, random, possible, PRICE, 150);
      for (let i = 0; i < 6; i++) {
        const before = Int32Array.from(state.chosen);
        const cost = state.cost;
        if (!emptying.begin()) continue;
        let gained = false;
        while (emptying.underWay) gained = emptying.goOn(50);
        const plan = planOf(problem, season, columns, state.chosen, { cost: state.cost, bound: 0 });
        const verdict = check(season, plan);
        expect(verdict.feasible, `seed ${seed}`).toBe(true);
        expect(verdict.misstated, `seed ${seed}`).toBe(false);
        if (gained) {
          expect(state.cost, `seed ${seed}`).toBeLessThan(cost);
          cheaper++;
        } else {
          expect([...state.chosen], `seed ${seed}`).toEqual([...before]);
          same++;
        }
        if (season.series.length > 0) series++;
      }
    }
    expect(cheaper).toBeGreaterThan(5);
    expect(same).toBeGreaterThan(20);
    expect(series).toBeGreaterThan(20);
  });
});
