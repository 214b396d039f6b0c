/** The cheapest team of a session, by its price: what the check says the plan's cost changes by. */
import { describe, expect, test } from "vitest";
import { cheapestTeam } from "../../src/advice/cheapest-team.js";
import { assignmentOf, standingOf } from "../../src/advice/standing.js";
import { check } from "../../src/check/check.js";
import { teamsOf } from "../oracles/teams.js";
import { planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";
import { soundPlan } from "./support.js";

describe("the cheapest team", () => {
  test("is priced as the check prices it, with somebody who must be in it or without", () => {
    let [found, inSeries] = [0, 0];
    for (let seed = 0; seed < count(150, 1500); seed++) {
      const season = tinySeason(seed);
      const plan = soundPlan(season, seed);
      const standing = standingOf(season, plan);
      season.sessions.forEach((session, s) => {
        const others = plan.assignments.filter((one) => one.session !== session.id);
        const open = check(season, planFile(season, others));
        const column = standing.state.chosen[s] ?? -1;
        if (column >= 0) standing.state.remove(s);
        for (const must of [undefined, season.trainers[seed % season.trainers.length]?.id]) {
          const at = `seed ${seed}, ${session.id}, ${must}`;
          const totals = teamsOf(season, session).flatMap(({ slot, team }) => {
            if (must !== undefined && !team.some(({ trainer }) => trainer === must)) return [];
            const verdict = check(season, planFile(season, [...others, { session: session.id, slot, team }]));
            return verdict.feasible ? [verdict.total - open.total] : [];
          });
          const her = must === undefined ? {} : { must: season.trainers.findIndex(({ id }) => id === must) };
          const best = cheapestTeam(standing.state, s, her);
          expect(best?.price ?? null, at).toBe(totals.length === 0 ? null : Math.min(...totals));
          if (best === null) continue;
          found++;
          if (season.series.some(({ sessions }) => sessions.includes(session.id))) inSeries++;
          const assignment = assignmentOf(standing.problem, best.slot, best.trainers);
          expect(check(season, planFile(season, [...others, assignment])).total - open.total, at).toBe(best.price);
        }
        if (column >= 0) standing.state.place(column);
      });
    }
    expect(found).toBeGreaterThan(0);
    expect(inSeries).toBeGreaterThan(0);
  });
});
