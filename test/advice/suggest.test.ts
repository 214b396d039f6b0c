import { describe, expect, it } from "vitest";
import { Advisor, planWith } from "../../src/advice/suggest/advisor.js";
import { check } from "../../src/check/check.js";
import type { Assignment, Season } from "../../src/model/types.js";
import { teamsOf } from "../oracles/teams.js";
import { planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { optionsOf } from "../support/random-plan.js";
import { tinySeason } from "../support/tiny-season.js";

/** A random plan that breaks no rule: teams are added as long as the check lets them. */
function soundPlan(random: Random, season: Season): Assignment[] {
  const plan: Assignment[] = [];
  for (const teams of optionsOf(season)) {
    const pinned = season.sessions.find(({ id }) => id === teams[0]?.session)?.pinned;
    if (teams.length === 0 || (random.chance(0.35) && !pinned)) continue;
    for (let tries = 0; tries < 5; tries++) {
      const next = [...plan, random.pick(teams)];
      if (!breaks(season, next)) {
        plan.push(next.at(-1) as Assignment);
        break;
      }
    }
  }
  return plan;
}

/** Whether a partial plan breaks a rule other than that a pinned session is not staffed yet. */
function breaks(season: Season, assignments: readonly Assignment[]): boolean {
  const staffed = new Set(assignments.map(({ session }) => session));
  return check(season, planFile(season, assignments)).violations.some(
    ({ rule, where }) => !(rule === "pinned" && !staffed.has(where.split(":")[0] ?? where)),
  );
}

/** Every team for a session by brute force, with what the check says it costs more than leaving the session open. */
function everyTeam(season: Season, plan: readonly Assignment[], session: string) {
  const others = plan.filter((a) => a.session !== session);
  const base = check(season, planFile(season, others)).total;
  const order = new Map(season.trainers.map(({ id }, i) => [id, i]));
  const own = season.sessions.find(({ id }) => id === session);
  return (own ? teamsOf(season, own) : [])
    .flatMap(({ slot, team }) => {
      const verdict = check(season, planFile(season, [...others, { session, slot, team }]));
      const trainers = team.map(({ trainer }) => order.get(trainer) ?? -1);
      return verdict.feasible ? [{ slot, team, trainers, cost: verdict.total - base }] : [];
    })
    .sort(
      (a, b) =>
        a.cost - b.cost ||
        a.slot - b.slot ||
        (a.trainers.find((t, i) => t !== b.trainers[i]) ?? 0) - (b.trainers.find((t, i) => t !== a.trainers[i]) ?? 0),
    );
}

describe("suggestions for a session", () => {
  it("without foresight are the best teams, exactly as brute force lists them, cost by rule included", () => {
    let [lists, teams, staffed] = [0, 0, 0];
    for (let seed = 0; seed < count(120, 500); seed++) {
      const random = new Random(seed);
      const season = tinySeason(seed + 40_000, { trainers: 6, sessions: 4 });
      const plan = soundPlan(random, season);
      if (!check(season, planFile(season, plan)).feasible) continue;
      const advisor = new Advisor(season, planFile(season, plan));
      const before = [...advisor.standing.state.chosen];
      for (const { id } of season.sessions) {
        const all = everyTeam(season, plan, id);
        const top = random.int(1, 6);
        const told = advisor.suggest(id, { top, view: "full", foresight: false });
        expect(
          told.teams.map(({ slot, team, cost, total }) => ({ slot, team, cost, total })),
          `seed ${seed}, ${id}`,
        ).toEqual(all.slice(0, top).map(({ slot, team, cost }) => ({ slot, team, cost, total: cost })));
        for (const one of told.teams) {
          expect(Object.values(one.costs).reduce((a, b) => a + b, 0)).toBe(one.cost);
          planWith(season, planFile(season, plan), id, one);
        }
        lists++;
        teams += told.teams.length;
        if (plan.some((a) => a.session === id)) staffed++;
      }
      expect([...advisor.standing.state.chosen]).toEqual(before);
    }
    expect(lists).toBeGreaterThan(200);
    expect(teams).toBeGreaterThan(300);
    expect(staffed).toBeGreaterThan(60);
  });
});
