import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import type { Assignment, Plan, Season } from "../../src/model/types.js";
import { MANY_SESSIONS_CASES } from "../check/many-sessions-cases.js";
import { ONE_SESSION_CASES } from "../check/one-session-cases.js";
import { type Changes, S1, S2, smallSeason } from "../check/two-sessions.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { looseTeams, optionsOf, soundTeams } from "../support/random-plan.js";
import { tinySeason } from "../support/tiny-season.js";
import { bruteForce, couplingsHold, planCost } from "./brute-force.js";

const SEEDS = fc.integer({ min: 0, max: 1_000_000 });
const planOf = (season: Season, assignments: readonly Assignment[]): Plan => ({
  format: "koppel-plan/1",
  season: season.id,
  assignments,
});

/** The least cost by trying every plan, with the check as the judge: slow, and without any cunning to be wrong. */
function byTryingAll(season: Season): number {
  let best = Number.POSITIVE_INFINITY;
  const options = optionsOf(season);
  const grow = (index: number, assignments: readonly Assignment[]): void => {
    const teams = options[index];
    if (teams === undefined) {
      const { feasible, total } = check(season, planOf(season, assignments));
      if (feasible) best = Math.min(best, total);
      return;
    }
    grow(index + 1, assignments);
    for (const team of teams) grow(index + 1, [...assignments, team]);
  };
  grow(0, []);
  return best;
}

/** The same season with weights so small that plans lie close together: a bound that is too high by 1 shows. */
function cheap(season: Season): Season {
  const weights = Object.entries(season.weights).map(([name, weight]) => [name, weight % 4]);
  return { ...season, weights: { ...season.weights, ...Object.fromEntries(weights), travelKm: 0, fee: 0 }, pairs: [] };
}

describe("brute force", () => {
  it("finds a plan that the check passes at the cost that it says", () => {
    let staffed = 0;
    for (let seed = 0; seed < count(150, 1000); seed++) {
      const season = tinySeason(seed);
      const { cost, plan } = bruteForce(season);
      const verdict = check(season, plan);
      expect(verdict, `seed ${seed}`).toMatchObject({
        violations: [],
        total: cost,
        stated: cost,
        misstated: false,
        overbound: false,
      });
      staffed += verdict.staffed;
    }
    expect(staffed).toBeGreaterThan(count(150, 1000));
  });

  it("finds what trying every plan finds", () => {
    let tried = 0;
    for (let seed = 0; tried < count(100, 600); seed++) {
      const season = cheap(tinySeason(seed, { sessions: 2 + (seed % 2), slots: 2 }));
      const plans = optionsOf(season).reduce((product, teams) => product * (teams.length + 1), 1);
      if (plans < 4 || plans > 2000) continue;
      expect(bruteForce(season).cost, `seed ${seed}`).toBe(byTryingAll(season));
      tried++;
    }
  });
});

describe("the oracle decides the hand-made cases as the check does", () => {
  it.each(ONE_SESSION_CASES.filter(({ plan }) => plan?.length !== 0))(
    "$rule: $name",
    ({ where, broken, held, plan = [S1, S2], heldPlan = plan }) => {
      const sound = (changes: Changes, assignments: readonly Assignment[]) => {
        const teams = new Set(optionsOf(smallSeason(changes)).flat().map(sameTeam));
        return assignments.filter(({ session }) => session === where).map((one) => teams.has(sameTeam(one)));
      };
      expect(sound(broken, plan)).toEqual([false]);
      expect(sound(held, heldPlan)).toEqual([true]);
    },
  );

  it.each(MANY_SESSIONS_CASES)("$rule: $name", ({ broken, held, plan = [S1, S2], heldPlan = plan }) => {
    expect(couplingsHold(smallSeason(broken), plan)).toBe(false);
    expect(couplingsHold(smallSeason(held), heldPlan)).toBe(true);
  });
});

describe("check and the oracle's own reckoning agree", () => {
  it("on the cost of any plan, broken ones too", () => {
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const season = tinySeason(seed);
        const random = new Random(seed + 1);
        for (const assignments of [looseTeams(random, season), soundTeams(random, season), []])
          expect(check(season, planOf(season, assignments)).total).toBe(planCost(season, assignments));
      }),
      { numRuns: count(200, 5000) },
    );
  });

  it("on which teams of one session obey rules 1 to 13", () => {
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const season = tinySeason(seed);
        const random = new Random(seed + 2);
        const sound = new Set(optionsOf(season).flat().map(sameTeam));
        for (const one of looseTeams(random, season)) {
          const told = check(season, planOf(season, [one])).violations;
          expect(told.every(({ where }) => where !== one.session)).toBe(sound.has(sameTeam(one)));
        }
      }),
      { numRuns: count(300, 5000) },
    );
  });

  it("on which teams can stand together", () => {
    let [held, broken] = [0, 0];
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const season = tinySeason(seed);
        const options = optionsOf(season);
        const random = new Random(seed + 3);
        for (let tries = 0; tries < 5; tries++) {
          const assignments = soundTeams(random, season, options);
          const told = check(season, planOf(season, assignments)).violations.filter(({ rule }) => rule !== "pinned");
          expect(told.length === 0).toBe(couplingsHold(season, assignments));
          if (told.length === 0) held++;
          else broken++;
        }
      }),
      { numRuns: count(200, 3000) },
    );
    expect(Math.min(held, broken)).toBeGreaterThan(count(200, 3000));
  });
});

/** The same for two assignments whose members sit in the same seats, in whatever order they are written. */
function sameTeam({ session, slot, team }: Assignment): string {
  return JSON.stringify([session, slot, team.map(({ seat, trainer }) => `${seat} ${trainer}`).sort()]);
}
