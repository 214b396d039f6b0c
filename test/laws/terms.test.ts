import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { costsByRule } from "../../src/score/audit.js";
import { BAN } from "../../src/terms/indices.js";
import { difference, sumOf } from "../../src/terms/kind.js";
import { kindOf } from "../../src/terms/kinds.js";
import { couplingsHold, planCost } from "../oracles/brute-force.js";
import { benchOf, planFile, viewOfAssignments } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { looseTeams, soundTeams } from "../support/random-plan.js";
import { tinySeason } from "../support/tiny-season.js";

const SEASONS = count(150, 1000);

/** Assignments with whole teams: what indices can say at all. */
function whole(season: ReturnType<typeof tinySeason>, random: Random) {
  const problem = benchOf(season).problem;
  return looseTeams(random, season).filter((a) => {
    const session = season.sessions.find((s) => s.id === a.session);
    const seats = Object.entries(session?.seats ?? {});
    return (
      session !== undefined &&
      a.slot < session.slots.length &&
      a.team.length === seats.reduce((n, [, k]) => n + k, 0) &&
      seats.every(([role, k]) => a.team.filter((m) => m.seat === role).length === k) &&
      problem.index.sessionIx(a.session) >= 0
    );
  });
}

describe("terms", () => {
  it("matches of all terms sum to what the oracle says a plan costs", () => {
    let compared = 0;
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const random = new Random(seed);
      for (let i = 0; i < 3; i++) {
        const assignments = soundTeams(random, season);
        if (!couplingsHold(season, assignments)) continue;
        const costs = costsByRule(problem, viewOfAssignments(problem, assignments));
        const total = [...costs.values()].reduce((a, b) => a + b, 0);
        // A full pin left open breaks rule 13: the oracle's cost is not asked for then.
        if (costs.get("pinned") === BAN) continue;
        expect(total, `seed ${seed}`).toBe(planCost(season, assignments));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(SEASONS / 2);
  });

  it("breaks exactly the rules that the check says are broken", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const random = new Random(seed + 7);
      for (let i = 0; i < 4; i++) {
        const assignments = whole(season, random);
        // A trainer twice in one team is no plan in indices.
        if (assignments.some((a) => new Set(a.team.map((m) => m.trainer)).size < a.team.length)) continue;
        const costs = costsByRule(problem, viewOfAssignments(problem, assignments));
        const broken = [...costs].filter(([, cost]) => cost === BAN).map(([rule]) => rule);
        const told = new Set(check(season, planFile(season, assignments)).violations.map((v) => v.rule));
        expect(new Set(broken), `seed ${seed}`).toEqual(told);
        for (const rule of broken) seen.add(rule);
      }
    }
    // Every rule that a plan in indices can break was seen broken.
    for (const rule of [
      "seats",
      "available",
      "travelKm",
      "avoidPlaces",
      "ownCommunity",
      "avoidTrainers",
      "excludes",
      "theme",
      "language",
      "community",
      "trait",
      "pinned",
      "overlap",
      "travelTime",
      "restDays",
      "perDay",
      "perWeek",
      "perSeason",
      "exposure",
      "order",
      "budget",
    ])
      expect(seen, rule).toContain(rule);
  });

  it("a delta is a difference of values, and a ban is a value that is forbidden", () => {
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const random = new Random(seed + 13);
      const before = soundTeams(random, season);
      const changed = season.sessions[random.int(0, season.sessions.length - 1)]?.id ?? "";
      const after = [
        ...before.filter((a) => a.session !== changed),
        ...soundTeams(random, season).filter((a) => a.session === changed),
      ];
      const session = problem.index.sessionIx(changed);
      const [x, y] = [viewOfAssignments(problem, before), viewOfAssignments(problem, after)];
      for (const term of problem.terms) {
        const kind = kindOf(term);
        const [was, is] = [sumOf(kind.matches(term, x)), sumOf(kind.matches(term, y))];
        const delta = kind.delta(term, x, y, session);
        if (was !== BAN && is !== BAN) expect(delta, `seed ${seed} ${term.rule}`).toBe(difference(is, was));
        else if (was !== BAN) expect(delta, `seed ${seed} ${term.rule}`).toBe(BAN);
        if (y.team(session) && kind.bans(term, y, session)) expect(is, `seed ${seed} ${term.rule}`).toBe(BAN);
        if (y.team(session) && was !== BAN && is === BAN && term.kind !== "unstaffed")
          expect(kind.bans(term, y, session), `seed ${seed} ${term.rule}`).toBe(true);
      }
    }
  });
});
