import { describe, expect, it } from "vitest";
import { Advisor, planWith, withSession } from "../../src/advice/suggest/advisor.js";
import { check } from "../../src/check/check.js";
import { type Assignment, ROLES, type Season } from "../../src/model/types.js";
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
        // of one date alone: the best of that one, with nothing else told otherwise
        const slot = all[0]?.slot ?? 0;
        const ofDate = advisor.suggest(id, { top, view: "full", foresight: false, slot });
        expect(ofDate.teams.map(({ team, cost }) => ({ team, cost }))).toEqual(
          all
            .filter((one) => one.slot === slot)
            .slice(0, top)
            .map(({ team, cost }) => ({ team, cost })),
        );
        expect(ofDate.blocked).toEqual(told.blocked);
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

  it("with foresight are ordered by cost and what the team's rows are worth at the prices of what remains", () => {
    let [lists, moved] = [0, 0];
    for (let seed = 0; seed < count(60, 300); seed++) {
      const random = new Random(seed);
      const season = tinySeason(seed + 50_000, { trainers: 6, sessions: 5 });
      const plan = soundPlan(random, season);
      if (!check(season, planFile(season, plan)).feasible) continue;
      const advisor = new Advisor(season, planFile(season, plan));
      const open = season.sessions.filter(({ id }) => !plan.some((a) => a.session === id));
      for (const { id } of season.sessions) {
        const told = advisor.suggest(id, { top: 1000, view: "full" }).teams;
        const s = season.sessions.findIndex((one) => one.id === id);
        if (!open.some((one) => one.id !== id)) {
          expect(told.every(({ opportunity }) => opportunity === 0)).toBe(true);
          continue;
        }
        const prices = advisor.standing.remaining();
        const { slotStart } = advisor.standing.problem.data.shape;
        const expected = everyTeam(season, plan, id)
          .map((one) => {
            const opportunity = one.team.reduce(
              (sum, { seat }, k) =>
                sum + prices.worthOfMember((slotStart[s] ?? 0) + one.slot, one.trainers[k] ?? -1, ROLES.indexOf(seat)),
              0,
            );
            return { ...one, opportunity: Math.round(opportunity) };
          })
          .map((one, i) => ({ ...one, total: one.cost + one.opportunity, i }))
          .sort((a, b) => a.total - b.total || a.cost - b.cost || a.i - b.i);
        expect(
          told.map(({ slot, team, total }) => ({ slot, team, total })),
          `seed ${seed}, ${id}`,
        ).toEqual(expected.map(({ slot, team, total }) => ({ slot, team, total })));
        if (expected.some(({ i }, at) => i !== at)) moved++;
        lists++;
      }
    }
    expect(lists).toBeGreaterThan(50);
    expect(moved).toBeGreaterThan(5);
  });

  it("count what each date has, and name the best team of each", () => {
    let dates = 0;
    for (let seed = 0; seed < count(40, 200); seed++) {
      const random = new Random(seed);
      const season = tinySeason(seed + 60_000, { trainers: 6, sessions: 4 });
      const plan = soundPlan(random, season);
      if (!check(season, planFile(season, plan)).feasible) continue;
      const advisor = new Advisor(season, planFile(season, plan));
      for (const { id, slots } of season.sessions) {
        const all = everyTeam(season, plan, id);
        const told = advisor.datesLeft(id, { view: "full", foresight: false });
        expect(told.map(({ teams }) => teams)).toEqual(slots.map((_, i) => all.filter((t) => t.slot === i).length));
        expect(told.map(({ best }) => best?.cost ?? null)).toEqual(
          slots.map((_, i) => all.find((t) => t.slot === i)?.cost ?? null),
        );
        dates += told.length;
      }
    }
    expect(dates).toBeGreaterThan(100);
  });

  it("for a trainer are the open sessions of which the best team with her costs least", () => {
    let found = 0;
    for (let seed = 0; seed < count(40, 200); seed++) {
      const random = new Random(seed);
      const season = tinySeason(seed + 70_000, { trainers: 6, sessions: 5 });
      const plan = soundPlan(random, season);
      if (!check(season, planFile(season, plan)).feasible) continue;
      const advisor = new Advisor(season, planFile(season, plan));
      for (const { id } of season.trainers) {
        const expected = season.sessions
          .filter((session) => !plan.some((a) => a.session === session.id))
          .flatMap((session) => {
            const best = everyTeam(season, plan, session.id).find(({ team }) => team.some((m) => m.trainer === id));
            return best ? [{ session: session.id, cost: best.cost }] : [];
          })
          .sort((a, b) => a.cost - b.cost);
        const told = advisor.sessionsFor(id, { top: 100, view: "full", foresight: false });
        expect(told.map(({ cost }) => cost)).toEqual(expected.map(({ cost }) => cost));
        expect(new Set(told.map(({ session }) => session))).toEqual(new Set(expected.map(({ session }) => session)));
        found += told.length;
      }
    }
    expect(found).toBeGreaterThan(20);
  });

  it("without a plan stand on full pins and on published teams that break no rule, and take a session of a file", () => {
    let [standing, fresh] = [0, 0];
    for (let seed = 0; seed < count(80, 300); seed++) {
      const season = tinySeason(seed + 80_000, { trainers: 6, sessions: 4 });
      const { plan } = new Advisor(season, null).standing;
      expect(check(season, plan).feasible, `seed ${seed}`).toBe(true);
      for (const { session, slot, team } of plan.assignments) {
        const published = season.published.find((one) => one.session === session);
        const pinned = season.sessions.find((one) => one.id === session)?.pinned;
        expect([published?.slot, pinned?.slot]).toContain(slot);
        const known = [...(published?.team ?? []), ...(pinned?.team ?? [])].map(({ trainer }) => trainer);
        for (const { trainer } of team) expect(known).toContain(trainer);
        standing++;
      }
      const [first] = season.sessions;
      if (!first) continue;
      const extra = withSession(season, { ...first, id: "extra", pinned: null, waivers: [] });
      const told = new Advisor(extra, null).suggest("extra", { top: 3, view: "full" }).teams;
      for (const one of told) planWith(extra, plan, "extra", one);
      fresh += told.length;
    }
    expect(standing).toBeGreaterThan(10);
    expect(fresh).toBeGreaterThan(30);
  });

  it("say who could sit in none of the slots, and never somebody who is in a team", () => {
    let blocked = 0;
    for (let seed = 0; seed < count(60, 300); seed++) {
      const random = new Random(seed);
      const season = tinySeason(seed + 90_000, { trainers: 6, sessions: 4 });
      const plan = soundPlan(random, season);
      if (!check(season, planFile(season, plan)).feasible) continue;
      const advisor = new Advisor(season, planFile(season, plan));
      for (const { id } of season.sessions) {
        const all = everyTeam(season, plan, id);
        const told = advisor.suggest(id, { top: 1, view: "full", foresight: false }).blocked;
        for (const { trainer, seat, rules } of told) {
          expect(season.trainers.find((t) => t.id === trainer)?.roles).toContain(seat);
          expect(rules.length).toBeGreaterThan(0);
          expect(all.some(({ team }) => team.some((m) => m.trainer === trainer && m.seat === seat))).toBe(false);
        }
        blocked += told.length;
        const hidden = advisor.suggest(id, { top: 1, view: "redacted", foresight: false });
        expect(JSON.stringify(hidden)).not.toMatch(/avoid|ownCommunity|exposure|excludes|"available"|"background"/);
      }
    }
    expect(blocked).toBeGreaterThan(100);
  });

  it("without a plan stand on every team of a published plan that still breaks no rule", () => {
    let standing = 0;
    for (let seed = 0; seed < count(60, 300); seed++) {
      const tiny = tinySeason(seed + 100_000, { trainers: 6, sessions: 5 });
      const free = { ...tiny, published: [], sessions: tiny.sessions.map((s) => ({ ...s, pinned: null })) };
      const published = soundPlan(new Random(seed), free);
      if (!check(free, planFile(free, published)).feasible) continue;
      const { plan } = new Advisor({ ...free, published }, null).standing;
      expect(new Set(plan.assignments.map(({ session }) => session)), `seed ${seed}`).toEqual(
        new Set(published.map(({ session }) => session)),
      );
      standing += published.length;
    }
    expect(standing).toBeGreaterThan(60);
  });

  it("are the same of a season that was compiled for another plan of it", () => {
    let compared = 0;
    for (let seed = 0; seed < count(20, 100); seed++) {
      const random = new Random(seed);
      const season = tinySeason(seed + 80_000, { trainers: 6, sessions: 5 });
      const [first, second] = [soundPlan(random, season), soundPlan(random, season)].map((one) =>
        planFile(season, one),
      );
      if (!first || !second || [first, second].some((one) => !check(season, one).feasible)) continue;
      const { problem } = new Advisor(season, first).standing;
      for (const { id } of season.sessions) {
        const asked = { top: 5, view: "full" } as const;
        const told = new Advisor(season, second, problem).suggest(id, asked);
        expect(told, `seed ${seed}, ${id}`).toEqual(new Advisor(season, second).suggest(id, asked));
        compared += told.teams.length;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });
});
