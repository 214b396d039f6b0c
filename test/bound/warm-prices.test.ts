/** Prices by name: they come back as they were, survive a trainer who leaves, and never make a bound false. */
import { describe, expect, it } from "vitest";
import { Ascent, safeBound } from "../../src/bound/ascent.js";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { multipliersOf, namedPrices } from "../../src/bound/warm-prices.js";
import { applyEdits } from "../../src/model/index.js";
import { compile } from "../../src/problem/compile.js";
import { bruteForce } from "../oracles/brute-force.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";

function ascended(season: Parameters<typeof compile>[0], rounds: number, start: Float64Array | null = null) {
  const problem = compile(season);
  const lagrangian = new Lagrangian(problem.data);
  const ascent = new Ascent(lagrangian, start);
  for (let i = 0; i < rounds; i++) ascent.round();
  return { problem, rows: lagrangian.rows, ascent };
}

describe("named prices", () => {
  it("come back as they were in the same season, and bound a changed one truly and sooner", () => {
    let [sooner, later] = [0, 0];
    for (let seed = 1; seed <= count(60, 1000); seed++) {
      const season = tinySeason(seed, { trainers: 6, sessions: 4 });
      const { problem, rows, ascent } = ascended(season, 150);
      const named = namedPrices(problem, rows, ascent.bestMultipliers);
      const again = multipliersOf(problem, rows, named);
      for (const row of rows.active) expect(again[row]).toBe(ascent.bestMultipliers[row]);
      const first = ascended(season, 1, again).ascent;
      expect(first.best).toBeCloseTo(ascent.best, 6);

      const { season: changed } = applyEdits(season, null, [{ edit: "remove-trainer", trainer: "t2" }]);
      const fresh = compile(changed);
      const start = multipliersOf(fresh, new Lagrangian(fresh.data).rows, named);
      const warm = ascended(changed, 20, start).ascent;
      const cold = ascended(changed, 20).ascent;
      const { cost } = bruteForce(changed);
      expect(safeBound(warm.best), `seed ${seed}`).toBeLessThanOrEqual(cost);
      if (warm.best > cold.best + 1e-6) sooner++;
      if (warm.best < cold.best - 1e-6) later++;
    }
    expect(sooner).toBeGreaterThan(1.3 * later);
  });

  it("out of range or of no row, they are put in range or passed over", () => {
    for (let seed = 1; seed <= count(30, 300); seed++) {
      const season = tinySeason(seed);
      const { problem, rows } = ascended(season, 0);
      const wild = Float64Array.from({ length: rows.length }, (_, i) => (i % 2 === 0 ? -1e6 : 1e6));
      const named = new Map([...namedPrices(problem, rows, wild), ["no such row", 5]]);
      const start = multipliersOf(problem, rows, named);
      const { ascent } = ascended(season, 5, start);
      expect(safeBound(ascent.best), `seed ${seed}`).toBeLessThanOrEqual(bruteForce(season).cost);
    }
  });
});
