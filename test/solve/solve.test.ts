import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { solve } from "../../src/solve/index.js";
import { bruteForce } from "../oracles/brute-force.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";

const BASE = { time: Number.POSITIVE_INFINITY, gap: 0, seed: 1, threads: 1 } as const;

describe("solve", () => {
  it("finds what brute force finds, and never claims more", async () => {
    let [proven, hit] = [0, 0];
    const seasons = count(60, 1000);
    for (let seed = 0; seed < seasons; seed++) {
      const season = tinySeason(seed);
      const optimum = bruteForce(season).cost;
      const outcome = await solve({ season }, { ...BASE, steps: 300, audit: "step" });
      expect(outcome.bound, `seed ${seed}`).toBeLessThanOrEqual(optimum);
      expect(outcome.cost, `seed ${seed}`).toBeGreaterThanOrEqual(optimum);
      const verdict = check(season, outcome.plan);
      expect(verdict.feasible && !verdict.misstated && !verdict.overbound, `seed ${seed}`).toBe(true);
      if (outcome.status === "optimal") {
        expect(outcome.cost, `seed ${seed}`).toBe(optimum);
        proven++;
      }
      if (outcome.cost === optimum) hit++;
    }
    expect(hit).toBeGreaterThan(0.97 * seasons);
    expect(proven).toBeGreaterThan(0.9 * seasons);
  });

  it("gives the same plan for the same seed and steps", async () => {
    const season = tinySeason(3, { trainers: 8, sessions: 9 });
    const first = JSON.stringify((await solve({ season }, { ...BASE, steps: 500 })).plan);
    for (let i = 0; i < count(3, 50); i++)
      expect(JSON.stringify((await solve({ season }, { ...BASE, steps: 500 })).plan)).toBe(first);
  });

  it("never ends worse than the plan that it starts from", async () => {
    for (let seed = 0; seed < count(20, 200); seed++) {
      const season = tinySeason(seed);
      const { plan, cost } = bruteForce(season);
      const outcome = await solve({ season }, { ...BASE, steps: 0, from: plan });
      expect(outcome.cost, `seed ${seed}`).toBe(cost);
    }
  });

  it("stops at a gap, at once when interrupted, and with no time at all, always with a valid plan", async () => {
    const season = tinySeason(11, { trainers: 10, sessions: 12 });
    const gap = await solve({ season }, { ...BASE, time: 30, steps: Number.POSITIVE_INFINITY, gap: 0.9 });
    expect(["gap", "optimal"]).toContain(gap.status);
    const stopped = AbortSignal.abort();
    const interrupted = await solve(
      { season },
      { ...BASE, time: 30, steps: Number.POSITIVE_INFINITY, signal: stopped },
    );
    expect(["interrupted", "optimal"]).toContain(interrupted.status);
    const none = await solve({ season }, { ...BASE, time: 0, steps: Number.POSITIVE_INFINITY });
    for (const { plan } of [gap, interrupted, none]) expect(check(season, plan).feasible).toBe(true);
  });
});
