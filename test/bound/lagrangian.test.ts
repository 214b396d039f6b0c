import { describe, expect, it } from "vitest";
import { Ascent, safeBound } from "../../src/bound/ascent.js";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { TeamPricer } from "../../src/bound/team-pricer.js";
import { teamsWithin } from "../../src/bound/within.js";
import type { Season } from "../../src/model/types.js";
import { seated } from "../../src/score/plans.js";
import { columnCost } from "../../src/score/teams.js";
import { bruteForce, teamsOf } from "../oracles/brute-force.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

/** Random multipliers within their ranges. */
function shake(lagrangian: Lagrangian, random: Random): void {
  const { rows, multipliers } = lagrangian;
  for (const row of rows.active) {
    const size = random.int(0, 3 - 1) === 0 ? 0 : random.int(0, 200 - 1) * (rows.scale[row] ?? 1);
    const sign = (rows.lower[row] ?? 0) < 0 && random.int(0, 2 - 1) === 0 ? -1 : 1;
    multipliers[row] = Math.min(rows.upper[row] ?? 0, Math.max(rows.lower[row] ?? 0, sign * size));
  }
}

/** A tiny season whose trainers rest one to three days, most of them after days of several parts; some cost by themselves. */
function restingSeason(seed: number): Season {
  const tiny = tinySeason(seed, { trainers: 4, sessions: 4 });
  const random = new Random(seed + 31);
  return {
    ...tiny,
    trainers: tiny.trainers.map((t) => ({
      ...t,
      limits: { ...t.limits, perDay: random.pick([1, 2, 2, 3]), restDays: random.pick([0, 1, 1, 2, 3]) },
    })),
    sessions: tiny.sessions.map((s) => ({ ...s, pinned: null })),
    weights: { ...tiny.weights, activation: random.pick([0, 0, 50, 400]) },
  };
}

describe("the bound", () => {
  it.each([
    ["seasons of every kind", (seed: number) => tinySeason(seed)],
    ["seasons of those who rest", restingSeason],
  ])("never passes the optimum, at any multipliers and along the ascent: %s", (_, make) => {
    let tight = 0;
    const seasons = count(120, 1000);
    for (let seed = 0; seed < seasons; seed++) {
      const season = make(seed);
      const { problem } = benchOf(season);
      const optimum = bruteForce(season).cost;
      const lagrangian = new Lagrangian(problem.data);
      const random = new Random(seed);
      for (let i = 0; i < 8; i++) {
        shake(lagrangian, random);
        expect(lagrangian.evaluate(), `seed ${seed}`).toBeLessThanOrEqual(optimum + 1e-6);
      }
      const ascent = new Ascent(new Lagrangian(problem.data));
      for (let i = 0; i < 60; i++) expect(ascent.round(), `seed ${seed}`).toBeLessThanOrEqual(optimum + 1e-6);
      expect(safeBound(ascent.best), `seed ${seed}`).toBeLessThanOrEqual(optimum);
      if (safeBound(ascent.best) === optimum) tight++;
    }
    // A bound that were always 0 would pass the above.
    expect(tight).toBeGreaterThan(seasons / 4);
  });

  it("has a subgradient: no other multipliers do better than it promises", () => {
    for (let seed = 0; seed < count(60, 400); seed++) {
      const { problem } = benchOf(tinySeason(seed));
      const [a, b] = [new Lagrangian(problem.data), new Lagrangian(problem.data)];
      const random = new Random(seed);
      shake(a, random);
      shake(b, random);
      const [here, there] = [a.evaluate(), b.evaluate()];
      let promise = here;
      for (const row of a.rows.active)
        promise += (a.gradient[row] ?? 0) * ((b.multipliers[row] ?? 0) - (a.multipliers[row] ?? 0));
      expect(there, `seed ${seed}`).toBeLessThanOrEqual(promise + 1e-6 * Math.abs(promise) + 1e-6);
    }
  });

  it("prices each slot's cheapest team as enumeration does", () => {
    let [compared, large] = [0, 0];
    for (let seed = 0; seed < count(150, 1000); seed++) {
      const season = tinySeason(seed, seed % 3 === 0 ? { trainers: 7, sessions: 2 } : {});
      const { problem } = benchOf(season);
      const { data, index } = problem;
      const lagrangian = new Lagrangian(data);
      shake(lagrangian, new Random(seed));
      lagrangian.evaluate();
      // Exact whatever the patience that the ascent allows itself.
      const pricer = new TeamPricer(data, Number.POSITIVE_INFINITY);
      for (const session of season.sessions) {
        const s = index.sessionIx(session.id);
        const teams = teamsOf(season, session);
        for (let g = data.shape.slotStart[s] ?? 0; g < (data.shape.slotStart[s + 1] ?? 0); g++) {
          const prices = lagrangian.priceMembers(g, true);
          let least = Number.POSITIVE_INFINITY;
          for (const { slot, team } of teams) {
            const at = seated(problem, { session: session.id, slot, team });
            if (!at || at.slot !== g) continue;
            // Swap each member's own cost for her price.
            let price = columnCost(data, g, at.trainers);
            at.trainers.forEach((t, k) => {
              const role = data.seatRole[(data.seatStart[s] ?? 0) + k];
              for (let q = data.groupStart[s] ?? 0; q < (data.groupStart[s + 1] ?? 0); q++) {
                if (data.groupRole[q] !== role) continue;
                const list = (data.entryList[g] ?? 0) + q - (data.groupStart[s] ?? 0);
                for (let e = data.entryStart[list] ?? 0; e < (data.entryStart[list + 1] ?? 0); e++) {
                  const c = data.entryCandidate[e] ?? 0;
                  if (data.candidateTrainer[c] === t)
                    price += (prices[c] ?? 0) - (data.candidateCost[c] ?? 0) - (data.entryCost[e] ?? 0);
                }
              }
            });
            least = Math.min(least, price);
          }
          const exact = pricer.cheapest(g, prices) + (data.slotCost[g] ?? 0);
          if (least === Number.POSITIVE_INFINITY) expect(exact, `seed ${seed}`).toBe(least);
          else {
            expect(exact, `seed ${seed} ${session.id}`).toBeCloseTo(least, 6);
            // What the ascent used may be a bound on it, never more.
            expect(lagrangian.slotPrice[g] ?? 0, `seed ${seed}`).toBeLessThanOrEqual(least + 1e-6);
            compared++;
            if ((data.teamSize[s] ?? 0) > 2) large++;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(200);
    expect(large).toBeGreaterThan(20);
  });

  it("keeps every team of the best plan among those within the gap", () => {
    for (let seed = 0; seed < count(80, 600); seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const best = bruteForce(season);
      const ascent = new Ascent(new Lagrangian(problem.data));
      for (let i = 0; i < 30; i++) ascent.round();
      const { lagrangian } = ascent;
      const value = lagrangian.evaluate();
      const near = teamsWithin(lagrangian, best.cost - value + 1e-3, 1_000_000) ?? [];
      for (const a of best.plan.assignments) {
        const at = seated(problem, a);
        const found = near.some(
          (n) => n.slot === at?.slot && [...n.trainers].sort().join() === [...(at?.trainers ?? [])].sort().join(),
        );
        expect(found, `seed ${seed} ${a.session}`).toBe(true);
      }
    }
  });
});
