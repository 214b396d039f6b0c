/** Where a plan leans on one person, held against every team that there is. */
import { describe, expect, test } from "vitest";
import { leansOn } from "../../src/advice/index.js";
import { check } from "../../src/check/check.js";
import { teamsOf } from "../oracles/teams.js";
import { planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";
import { soundPlan } from "./support.js";

describe("leansOn", () => {
  test("says who can stand in, at what cost, and whether any team could do without her", () => {
    const seen = { alone: 0, replaceable: 0, standIns: 0 };
    for (let seed = 0; seed < count(80, 1000); seed++) {
      const season = tinySeason(seed);
      const plan = soundPlan(season, seed);
      const now = check(season, plan).total;
      const { leans, trainers } = leansOn(season, plan);
      for (const { session: id, trainer, seat, needs, standIns, replaceable } of leans) {
        const at = `seed ${seed}, ${id}, ${trainer}`;
        const own = plan.assignments.find(({ session }) => session === id);
        const session = season.sessions.find((one) => one.id === id);
        if (own === undefined || session === undefined) throw new Error(at);
        const others = plan.assignments.filter((one) => one !== own);
        const stay = own.team.filter((one) => one.trainer !== trainer);
        const expected = season.trainers.flatMap((one) => {
          if (own.team.some((member) => member.trainer === one.id)) return [];
          const team = [...stay, { seat, trainer: one.id }];
          const { feasible, total } = check(season, planFile(season, [...others, { ...own, team }]));
          return feasible ? [{ trainer: one.id, delta: total - now }] : [];
        });
        expect(
          [...standIns].sort((a, b) => (a.trainer < b.trainer ? -1 : 1)),
          at,
        ).toEqual(expected);
        // Without her alone the check misses what only she brings, and with her it does not.
        const rest = { ...own, team: stay };
        const missed = check(season, planFile(season, [...others, rest])).violations;
        for (const { rule } of needs)
          expect(
            missed.map((one) => one.rule),
            at,
          ).toContain(rule);
        const without = teamsOf(season, session).some(
          ({ slot, team }) =>
            !team.some((one) => one.trainer === trainer) &&
            check(season, planFile(season, [...others, { session: id, slot, team }])).feasible,
        );
        expect(replaceable, at).toBe(without);
        if (!replaceable) {
          seen.alone++;
          expect(trainers.find((one) => one.trainer === trainer)?.sessions, at).toContain(id);
        } else if (standIns.length > 0) seen.standIns++;
        else seen.replaceable++;
      }
      // Whoever is not told of has a stand-in, and meets nothing that nobody else in the team does.
      for (const own of plan.assignments)
        for (const { seat, trainer } of own.team) {
          if (leans.some((one) => one.session === own.session && one.trainer === trainer)) continue;
          const others = plan.assignments.filter((one) => one !== own);
          const stay = own.team.filter((one) => one.trainer !== trainer);
          const isHelped = season.trainers.some(
            (one) =>
              !own.team.some((member) => member.trainer === one.id) &&
              check(season, planFile(season, [...others, { ...own, team: [...stay, { seat, trainer: one.id }] }]))
                .feasible,
          );
          expect(isHelped, `seed ${seed}, ${own.session}, ${trainer}`).toBe(true);
        }
    }
    for (const number of Object.values(seen)) expect(number).toBeGreaterThan(0);
  });
});
