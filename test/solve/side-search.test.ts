import { describe, expect, it } from "vitest";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { check } from "../../src/check/check.js";
import { planOf } from "../../src/score/plans.js";
import { Columns } from "../../src/score/teams.js";
import { columnsByIndex, SideSearch } from "../../src/solve/side-search.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";

describe("an annealing beside the bound", () => {
  it("comes to a plan that breaks no rule and costs what it says, read by the columns of another thread", () => {
    let staffed = 0;
    for (let seed = 0; seed < count(25, 200); seed++) {
      const season = tinySeason(seed + 4000, { trainers: 6, sessions: 6 });
      const { problem } = benchOf(season);
      const lagrangian = new Lagrangian(problem.data);
      lagrangian.evaluate();
      let now = 0;
      const side = new SideSearch(season, lagrangian, () => now++);
      const plan = side.anneal({ season, seed, ms: 40, insistence: seed % 2, from: null });
      // Columns of their own, numbered otherwise.
      const columns = new Columns(problem.data);
      const chosen = columnsByIndex(columns, plan);
      const read = planOf(problem, season, columns, chosen, { cost: plan.cost, bound: 0 });
      const report = check(season, read);
      expect(report.feasible, `seed ${seed}`).toBe(true);
      expect(report.total, `seed ${seed}`).toBe(plan.cost);
      staffed += read.assignments.length;
    }
    expect(staffed).toBeGreaterThan(count(25, 200) * 2);
  });
});
