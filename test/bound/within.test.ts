import { describe, expect, it } from "vitest";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { slotSlack, teamsWithin } from "../../src/bound/within.js";
import type { Season } from "../../src/model/types.js";
import type { ProblemData } from "../../src/problem/data.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";
import { alikeSeason, everyTeam, priceOf, wideSeason } from "./slow-pricing.js";

/** Sums in another order may differ by this much. */
const ROUNDING = 1e-6;

function shaken(data: ProblemData, random: Random): Lagrangian {
  const lagrangian = new Lagrangian(data);
  const { rows, multipliers } = lagrangian;
  for (const row of rows.active) {
    if (random.chance(0.4)) continue;
    const size = random.int(-60, 120) * (rows.scale[row] ?? 1);
    multipliers[row] = Math.min(rows.upper[row] ?? 0, Math.max(rows.lower[row] ?? 0, size));
  }
  return lagrangian;
}

/** Every outcome of the chain that a session belongs to: which slots its sessions take, −1 for open; and its price. */
function outcomes(data: ProblemData, slotPrice: Float64Array, session: number): { slots: number[]; price: number }[] {
  const { links, shape, unstaffedCost } = data;
  let first = session;
  while ((links.previous[first] ?? -1) >= 0) first = links.previous[first] ?? -1;
  let all: { slots: number[]; price: number }[] = [{ slots: [], price: 0 }];
  for (let s = first; s >= 0; s = links.next[s] ?? -1) {
    const [from, to] = [shape.slotStart[s] ?? 0, shape.slotStart[s + 1] ?? 0];
    const before = links.previous[s] ?? -1;
    const table = links.allowedStart[s] ?? -1;
    all = all.flatMap(({ slots, price }) => {
      const last = slots.at(-1) ?? 0;
      const next = [{ slots: [...slots, -1], price: price + (unstaffedCost[s] ?? 0) }];
      for (let g = from; g < to && last >= 0; g++) {
        const at = table + (last - (shape.slotStart[before] ?? 0)) * (to - from) + g - from;
        if (before < 0 || table < 0 || data.links.allowed[at] === 1)
          next.push({ slots: [...slots, g], price: price + (slotPrice[g] ?? 0) });
      }
      return next;
    });
  }
  return all;
}

function seasonOf(seed: number, random: Random): Season {
  if (seed % 3 === 0) return wideSeason(seed, random);
  return seed % 3 === 1 ? alikeSeason(seed, random) : tinySeason(seed);
}

describe("teams within the gap", () => {
  it("are all of them, and no others, at the reduced cost that enumeration gives", () => {
    let [near, far, inSeries] = [0, 0, 0];
    for (let seed = 0; seed < count(150, 1500); seed++) {
      const random = new Random(seed + 900);
      const season = seasonOf(seed, random);
      const { problem } = benchOf(season);
      const { data, index } = problem;
      const lagrangian = shaken(data, random);
      lagrangian.evaluate();
      const slack = random.pick([0, 10, 60, 400]);
      const found = new Map(
        (teamsWithin(lagrangian, slack, Number.POSITIVE_INFINITY) ?? []).map((team) => [
          `${team.slot}: ${[...team.trainers].sort((a, b) => a - b).join()}`,
          team.reduced,
        ]),
      );
      const rises = slotSlack(lagrangian);
      let among = 0;
      for (const session of season.sessions) {
        const s = index.sessionIx(session.id);
        const chains = outcomes(data, lagrangian.slotPrice, s);
        const least = chains.reduce((best, { price }) => Math.min(best, price), Number.POSITIVE_INFINITY);
        if ((data.links.next[s] ?? -1) >= 0) inSeries++;
        const teams = everyTeam(problem, season, session);
        for (let g = data.shape.slotStart[s] ?? 0; g < (data.shape.slotStart[s + 1] ?? 0); g++) {
          const taking = chains.filter(({ slots }) => slots.includes(g));
          const rise = taking.reduce((best, { price }) => Math.min(best, price), Number.POSITIVE_INFINITY) - least;
          const where = `seed ${seed}, ${session.id} slot ${index.slotNumber(g)}`;
          if (rise === Number.POSITIVE_INFINITY) expect(rises[g], where).toBe(rise);
          else expect(rises[g], where).toBeCloseTo(rise, 6);
          const prices = lagrangian.priceMembers(g, true);
          for (const team of teams) {
            if (team.slot !== g) continue;
            const reduced = rise + priceOf(team, prices) + (data.slotCost[g] ?? 0) - (lagrangian.slotPrice[g] ?? 0);
            const trainers = team.candidates.map((c) => data.candidateTrainer[c] ?? -1).sort((a, b) => a - b);
            // Teams with the same people in other seats are told apart by their reduced cost alone.
            const told = found.get(`${g}: ${trainers.join()}`);
            if (reduced < slack - ROUNDING) {
              expect(told, where).toBeDefined();
              among++;
            } else if (reduced > slack + ROUNDING) far++;
          }
        }
      }
      for (const reduced of found.values()) expect(reduced, `seed ${seed}`).toBeLessThanOrEqual(slack + ROUNDING);
      const all = teamsWithin(lagrangian, slack, Number.POSITIVE_INFINITY) ?? [];
      expect(all.length, `seed ${seed}`).toBeGreaterThanOrEqual(among);
      if (all.length > 1) expect(teamsWithin(lagrangian, slack, all.length - 1), `seed ${seed}`).toBeNull();
      near += among;
    }
    expect(Math.min(near, far)).toBeGreaterThan(1000);
    expect(inSeries).toBeGreaterThan(10);
  });
});
