import { describe, expect, it } from "vitest";
import { Ascent } from "../../src/bound/ascent.js";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { Purses } from "../../src/bound/purses.js";
import type { Season } from "../../src/model/types.js";
import { bruteForce } from "../oracles/brute-force.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

/** A tiny season in which one programme or two pay for everything, and seldom enough. */
function poorSeason(seed: number): Season {
  const tiny = tinySeason(seed, { trainers: 5, sessions: 4 });
  const random = new Random(seed + 77);
  const programmes = ["p1", "p2"].map((id) => ({ id, budget: random.int(0, 1800) }));
  const payer = new Map(tiny.sessions.map(({ id }) => [id, random.chance(0.7) ? "p1" : "p2"]));
  return {
    ...tiny,
    programmes,
    sessions: tiny.sessions.map((s) => ({ ...s, pinned: null, programme: payer.get(s.id) ?? null })),
  };
}

describe("whole sessions in each budget", () => {
  it("never pass the optimum, at any multipliers; never prove less than the Lagrangian, and often more", () => {
    let [better, tight, looked] = [0, 0, 0];
    for (let seed = 0; seed < count(150, 1000); seed++) {
      const season = poorSeason(seed);
      const { problem } = benchOf(season);
      const optimum = bruteForce(season).cost;
      const lagrangian = new Lagrangian(problem.data);
      const purses = new Purses(lagrangian);
      const random = new Random(seed);
      const multipliers = lagrangian.multipliers.slice();
      for (let i = 0; i < 5; i++) {
        for (const row of lagrangian.rows.active)
          multipliers[row] = Math.min(
            lagrangian.rows.upper[row] ?? 0,
            Math.max(
              lagrangian.rows.lower[row] ?? 0,
              random.chance(0.5) ? 0 : random.int(0, 60) * (lagrangian.rows.scale[row] ?? 1),
            ),
          );
        const whole = purses.tighten(multipliers);
        expect(whole, `seed ${seed}`).toBeLessThanOrEqual(optimum + 1e-6);
        expect([...lagrangian.multipliers]).toEqual([...multipliers]);
        expect(whole, `seed ${seed}`).toBeGreaterThanOrEqual(lagrangian.evaluate() - 1e-6);
      }
      const ascent = new Ascent(lagrangian);
      for (let i = 0; i < 120; i++) ascent.round();
      const whole = purses.tighten(ascent.bestMultipliers);
      expect(whole, `seed ${seed}`).toBeLessThanOrEqual(optimum + 1e-6);
      expect(whole, `seed ${seed}`).toBeGreaterThanOrEqual(ascent.best - 1e-6);
      looked++;
      if (whole > ascent.best + 1) better++;
      if (whole > optimum - 1) tight++;
    }
    expect(better).toBeGreaterThan(looked / 10);
    expect(tight).toBeGreaterThan(looked / 6);
  });
});
