/** What of a broken plan can stand: it breaks no rule, holds the full pins, and a sound plan is left alone. */
import { describe, expect, it } from "vitest";
import { standingPart } from "../../src/advice/start.js";
import { check } from "../../src/check/check.js";
import type { Assignment, Plan, Season } from "../../src/model/types.js";
import { bruteForce } from "../oracles/brute-force.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { looseTeams, soundTeams } from "../support/random-plan.js";
import { tinySeason } from "../support/tiny-season.js";

const planOf = (season: Season, assignments: readonly Assignment[]): Plan => ({
  format: "koppel-plan/1",
  season: season.id,
  assignments,
});

/** An assignment, whatever the order in which its members are written: a full pin may write them in another. */
const same = ({ session, slot, team }: Assignment): string =>
  JSON.stringify([session, slot, team.map(({ seat, trainer }) => `${seat} ${trainer}`).sort()]);

describe("the part of a plan that can stand", () => {
  it("breaks no rule, is made of the plan and the full pins, and keeps a plan that breaks none", () => {
    let [broken, kept] = [0, 0];
    for (let seed = 1; seed <= count(150, 3000); seed++) {
      const random = new Random(seed);
      const season = tinySeason(seed);
      for (const assignments of [looseTeams(random, season), soundTeams(random, season)]) {
        const plan = planOf(season, assignments);
        const start = standingPart(season, plan);
        const verdict = check(season, start);
        expect(verdict.violations, `seed ${seed}`).toEqual([]);
        for (const one of start.assignments) {
          const { pinned } = season.sessions.find(({ id }) => id === one.session) ?? { pinned: null };
          const pin = pinned === null ? null : { session: one.session, slot: pinned.slot, team: pinned.team };
          const from = [...assignments, pin].some((other) => other !== null && same(other) === same(one));
          expect(from, `seed ${seed}`).toBe(true);
        }
        if (check(season, plan).feasible)
          expect(start.assignments.map(same), `seed ${seed}`).toEqual(assignments.map(same));
        else broken++;
        kept += start.assignments.length;
      }
      const { plan } = bruteForce(season);
      expect(standingPart(season, plan).assignments.map(same), `seed ${seed}`).toEqual(plan.assignments.map(same));
    }
    expect(broken).toBeGreaterThan(count(50, 1000));
    expect(kept).toBeGreaterThan(count(100, 2000));
  });

  it("passes over what does not exist, and a session that is named twice", () => {
    const season = tinySeason(3);
    const { plan } = bruteForce(season);
    const [first] = plan.assignments;
    const strange = [
      { session: "nowhere", slot: 0, team: [] },
      ...plan.assignments,
      ...(first === undefined
        ? []
        : [first, { ...first, session: "s2", team: [{ seat: "lived", trainer: "x" } as const] }]),
    ];
    expect(standingPart(season, planOf(season, strange)).assignments).toEqual(plan.assignments);
  });
});
