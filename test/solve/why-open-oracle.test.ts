/** The reasons for open sessions, held against every team there is, each judged by the independent check. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import type { Assignment, Plan, Season } from "../../src/model/types.js";
import { openReasons, solve } from "../../src/solve/index.js";
import { bruteForce } from "../oracles/brute-force.js";
import { teamsOf } from "../oracles/teams.js";
import { planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";

/** Some of a plan's assignments, so that the rest breaks no rule. */
function thinned(season: Season, whole: readonly Assignment[], seed: number): Plan {
  let kept = whole;
  whole.forEach((one, i) => {
    const without = kept.filter((other) => other !== one);
    if (((seed * 31 + i * 17) % 5) % 2 === 0 && check(season, planFile(season, without)).feasible) kept = without;
  });
  return planFile(season, kept);
}

/** What may be said of an open session by trying each team of it. */
function truth(season: Season, plan: Plan, id: string): string {
  const series = season.series.find(({ sessions }) => sessions.includes(id));
  const before = series?.sessions[series.sessions.indexOf(id) - 1];
  if (before !== undefined && !plan.assignments.some(({ session }) => session === before)) return "order";
  const session = season.sessions.find((one) => one.id === id);
  if (session === undefined) throw new Error(`no session ${id}`);
  const now = check(season, plan).total;
  let found = "rule";
  for (const { slot, team } of teamsOf(season, session)) {
    const { feasible, violations, total } = check(
      season,
      planFile(season, [...plan.assignments, { session: id, slot, team }]),
    );
    if (feasible && total < now) return "untried";
    if (feasible) found = "cost";
    else if (found === "rule" && violations.every(({ rule }) => rule === "budget")) found = "budget";
  }
  return found;
}

describe("reasons", () => {
  test("are what trying every team says", () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < count(150, 1500); seed++) {
      const season = tinySeason(seed);
      const plan = thinned(season, bruteForce(season).plan.assignments, seed);
      for (const { session, reasons } of openReasons(season, plan)) {
        const rules = reasons.map(({ rule }) => rule);
        const expected = truth(season, plan, session);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
        if (expected !== "rule") expect(rules, `seed ${seed}, ${session}`).toEqual([expected]);
        else {
          expect(rules.length, `seed ${seed}, ${session}`).toBeGreaterThan(0);
          for (const rule of rules)
            expect(["untried", "cost", "budget"], `seed ${seed}, ${session}`).not.toContain(rule);
        }
      }
    }
    for (const kind of ["untried", "cost", "budget", "order", "rule"]) expect(seen.get(kind), kind).toBeGreaterThan(0);
  });

  test("of a solve are those of its plan, read again", async () => {
    for (let seed = 0; seed < count(10, 100); seed++) {
      const season = tinySeason(seed, { trainers: 4, sessions: 9 });
      const options = { time: Number.POSITIVE_INFINITY, gap: 0, seed: 1, threads: 1, steps: 0 } as const;
      const outcome = await solve({ season }, options);
      expect(openReasons(season, outcome.plan), `seed ${seed}`).toEqual(outcome.open);
    }
  });
});
