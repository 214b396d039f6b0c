import { describe, expect, it } from "vitest";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { TeamPricer } from "../../src/bound/team-pricer.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { alikeSeason, everyTeam, priceOf, shakenPrices, wideSeason } from "./slow-pricing.js";

describe("pricing of teams of three to six seats", () => {
  it("finds what enumeration finds, whatever the prices, and under a limit", () => {
    const sizes = new Set<number>();
    let compared = 0;
    for (let seed = 0; seed < count(240, 1800); seed++) {
      const random = new Random(seed + 5000);
      const season = seed % 2 === 0 ? wideSeason(seed, random) : alikeSeason(seed, random);
      const { problem } = benchOf(season);
      const { data } = problem;
      const [session] = season.sessions;
      if (!session) throw new Error("a wide season has a session");
      const teams = everyTeam(problem, season, session);
      const lagrangian = new Lagrangian(data);
      const exact = new TeamPricer(data, Number.POSITIVE_INFINITY);
      const hasty = new TeamPricer(data, 1);
      for (let slot = 0; slot < session.slots.length; slot++) {
        const here = teams.filter((team) => team.slot === slot);
        lagrangian.reprice();
        const own = Float64Array.from(lagrangian.priceMembers(slot, true));
        for (let i = 0; i < 4; i++) {
          const prices = shakenPrices(random, own);
          const least = here.reduce((best, team) => Math.min(best, priceOf(team, prices)), Number.POSITIVE_INFINITY);
          const where = `seed ${seed}, slot ${slot}, prices ${i}`;
          const found = exact.cheapest(slot, prices);
          const bound = hasty.cheapest(slot, prices);
          if (least === Number.POSITIVE_INFINITY) {
            expect(found, where).toBe(least);
            continue;
          }
          expect(found, where).toBeCloseTo(least, 6);
          expect(bound, where).toBeLessThanOrEqual(least + 1e-6);
          const team = [...exact.team.subarray(0, data.teamSize[0] ?? 0)];
          const named = here.find(({ candidates }) => [...candidates].sort().join() === [...team].sort().join());
          expect(named && priceOf(named, prices), `${where}: the team that it names`).toBeCloseTo(least, 6);
          const limit = least + random.pick([-3, -1, 0, 1, 3]);
          const within = exact.cheapest(slot, prices, limit);
          if (limit > least) expect(within, `${where}: under a limit`).toBeCloseTo(least, 6);
          else {
            expect(within, `${where}: over its limit`).toBeGreaterThanOrEqual(limit - 1e-6);
            expect(within, `${where}: over its limit`).toBeLessThanOrEqual(least + 1e-6);
          }
          sizes.add(team.length);
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(150);
    expect([...sizes].sort()).toEqual([3, 4, 5, 6]);
  });
});
