/** Explanations held against every team that there is, each judged by the independent check. */
import { describe, expect, test } from "vitest";
import { type Explanation, explain, type ToldFact } from "../../src/advice/index.js";
import { check } from "../../src/check/check.js";
import { applyEdits } from "../../src/model/edits.js";
import type { Assignment, Plan, Season, Session } from "../../src/model/types.js";
import { anyTeams, FactOracle } from "../oracles/facts.js";
import { teamsOf } from "../oracles/teams.js";
import { planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";
import { soundPlan } from "./support.js";

const without = (plan: Plan, id: string): readonly Assignment[] =>
  plan.assignments.filter(({ session }) => session !== id);

/** The least cost of the plan with some team of the session, and a team that has it; null where none is allowed. */
function cheapest(season: Season, others: readonly Assignment[], session: Session, has?: string): number | null {
  let best: number | null = null;
  for (const { slot, team } of teamsOf(season, session)) {
    if (has !== undefined && !team.some(({ trainer }) => trainer === has)) continue;
    const verdict = check(season, planFile(season, [...others, { session: session.id, slot, team }]));
    if (verdict.feasible && (best === null || verdict.total < best)) best = verdict.total;
  }
  return best;
}

function cases(seeds: number, look: (season: Season, plan: Plan, session: Session, seed: number) => void): void {
  for (let seed = 0; seed < seeds; seed++) {
    const season = tinySeason(seed);
    const plan = soundPlan(season, seed);
    for (const session of season.sessions) look(season, plan, session, seed);
  }
}

/** Told facts one by one, as the oracle names them. */
function single(told: readonly ToldFact[]): string[] {
  return told.flatMap(({ rule, trainers, need, sessions }) => {
    if (rule === "avoidTrainers") return [`avoidTrainers ${[...(trainers ?? [])].sort().join("+")}`];
    if (trainers !== undefined) return trainers.map((trainer) => `${rule} ${trainer}`);
    if (["theme", "language", "community", "trait"].includes(rule)) return [`${rule} ${need ?? "all"}`];
    if (rule === "order") return (sessions ?? []).map((id) => `order ${id}`);
    return [rule];
  });
}

describe("a conflict", () => {
  test("is enough, and irreducible, by every way to fill the seats", () => {
    const seen = new Map<string, number>();
    cases(count(120, 1500), (season, plan, session, seed) => {
      const told = explain(season, plan, session.id);
      if (told.staffed || told.conflict === undefined) return;
      const others = without(plan, session.id);
      const at = `seed ${seed}, ${session.id}`;
      const oracle = new FactOracle(season, session, others);
      const against = anyTeams(season, session).map((team) => oracle.against(team));
      if (told.conflict.length === 0) {
        expect(
          against.some((facts) => facts.size === 0),
          at,
        ).toBe(true);
        return;
      }
      const sets = [told.conflict, ...(told.further ?? [])].map((one) => single(one));
      expect(new Set(sets.flat()).size, `${at}: no fact twice`).toBe(sets.flat().length);
      for (const facts of sets) {
        for (const fact of facts) seen.set(fact.split(" ")[0] ?? "", (seen.get(fact.split(" ")[0] ?? "") ?? 0) + 1);
        if (facts.includes("seats")) {
          expect(facts, at).toEqual(["seats"]);
          expect(against.length, at).toBe(0);
          continue;
        }
        const broken = against.map((those) => facts.filter((fact) => those.has(fact)));
        expect(
          broken.every((those) => those.length > 0),
          `${at}: ${facts} is enough`,
        ).toBe(true);
        for (const fact of facts)
          expect(
            broken.some((those) => those.length === 1 && those[0] === fact),
            `${at}: without ${fact}`,
          ).toBe(true);
      }
    });
    for (const rule of ["available", "overlap", "theme", "budget", "order"])
      expect(seen.get(rule) ?? 0, rule).toBeGreaterThan(0);
  });
});

describe("a fix", () => {
  test("staffs the session, by the check, at the cost that it states", () => {
    const seen = new Map<string, number>();
    cases(count(60, 800), (season, plan, session, seed) => {
      const { fixes = [] } = explain(season, plan, session.id);
      const now = check(season, plan).total;
      fixes.forEach(({ kind, edits, slot, team, cost, delta }, i) => {
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        const at = `seed ${seed}, ${session.id}, ${kind}`;
        const after = applyEdits(season, plan, edits).season;
        const verdict = check(after, planFile(after, [...plan.assignments, { session: session.id, slot, team }]));
        expect(verdict.violations, at).toEqual([]);
        expect([cost, cost - now], at).toEqual([verdict.total, delta]);
        expect(delta >= (fixes[i - 1]?.delta ?? delta), at).toBe(true);
      });
      const budget = fixes.find(({ kind }) => kind === "set-budget")?.edits[0];
      if (budget?.edit === "set-budget") {
        const less = applyEdits(season, plan, [{ ...budget, budget: (budget.budget ?? 0) - 1 }]).season;
        expect(cheapest(less, plan.assignments, session), `seed ${seed}: a euro less`).toBeNull();
      }
    });
    for (const kind of ["waive", "set-budget", "change-session", "add-trainer", "several"])
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(0);
  });

  test("for a reader without the right is no waiver of availability and no new date: whether they help would tell", () => {
    const seen = { full: 0, redacted: 0 };
    cases(count(60, 800), (season, plan, session, seed) => {
      for (const view of ["full", "redacted"] as const)
        for (const { kind, edits } of explain(season, plan, session.id, { view }).fixes ?? []) {
          const tells = edits.some((edit) => edit.edit === "waive" && edit.rule === "available");
          if (tells || kind === "change-session") seen[view]++;
          if (view === "redacted") expect([kind, tells], `seed ${seed}, ${session.id}`).not.toContain(true);
        }
    });
    expect(seen.full).toBeGreaterThan(0);
    expect(seen.redacted).toBe(0);
  });

  test("by a waiver is the cheapest there is", () => {
    cases(count(60, 800), (season, plan, session, seed) => {
      const told = explain(season, plan, session.id);
      if (told.conflict === undefined || told.conflict.length === 0) return;
      const costs = season.trainers.flatMap(({ id }) =>
        (["available", "travelKm"] as const).flatMap((rule) => {
          if (session.waivers.some((one) => one.trainer === id && one.rule === rule)) return [];
          const after = applyEdits(season, plan, [{ edit: "waive", session: session.id, trainer: id, rule }]).season;
          const one = after.sessions.find((s) => s.id === session.id);
          return (one === undefined ? null : cheapest(after, plan.assignments, one, id)) ?? [];
        }),
      );
      const waiver = told.fixes?.find(({ kind }) => kind === "waive");
      expect(waiver?.cost ?? null, `seed ${seed}, ${session.id}`).toBe(costs.length === 0 ? null : Math.min(...costs));
    });
  });
});

describe("a team", () => {
  test("costs what the check says, and its runner-up is the cheapest other one", () => {
    cases(count(80, 1000), (season, plan, session, seed) => {
      const told = explain(season, plan, session.id);
      const others = without(plan, session.id);
      const own = plan.assignments.find((one) => one.session === session.id);
      const at = `seed ${seed}, ${session.id}`;
      const now = check(season, plan);
      let best: number | null = null;
      for (const { slot, team } of teamsOf(season, session)) {
        const names = (members: Assignment["team"]) => members.map(({ seat, trainer }) => `${seat} ${trainer}`).sort();
        if (own?.slot === slot && `${names(own.team)}` === `${names(team)}`) continue;
        const { feasible, total } = check(season, planFile(season, [...others, { session: session.id, slot, team }]));
        if (feasible && (best === null || total < best)) best = total;
      }
      expect(told.runnerUp === undefined ? null : told.runnerUp.delta + now.total, at).toBe(best);
      if (own === undefined) return;
      const alone = check(season, planFile(season, others));
      expect(sum(told.costs), at).toBe(now.total - alone.total);
      expect(sum(told.runnerUp?.costs ?? {}), at).toBe(told.runnerUp?.delta ?? 0);
    });
  });
});

const sum = (costs: Explanation["costs"]): number => Object.values(costs).reduce((all, cost) => all + cost, 0);

describe("why not her", () => {
  test("names the rules that the check says keep her out, date by date, and the cost of choosing her", () => {
    const seen = new Map<string, number>();
    cases(count(60, 800), (season, plan, session, seed) => {
      const others = without(plan, session.id);
      const now = check(season, plan).total;
      const oracle = new FactOracle(season, session, others);
      for (const { id, roles } of season.trainers) {
        const told = explain(season, plan, session.id, { trainer: id });
        const at = `seed ${seed}, ${session.id}, ${id}`;
        seen.set(told.verdict ?? "", (seen.get(told.verdict ?? "") ?? 0) + 1);
        if (told.verdict === "member") continue;
        const best = cheapest(season, others, session, id);
        expect(told.verdict === "possible", at).toBe(best !== null);
        if (best !== null) expect(told.delta, at).toBe(best - now);
        const free: number[] = [];
        session.slots.forEach((_, slot) => {
          const date = [
            ...oracle.order(slot).map(() => "order"),
            ...(session.pinned && session.pinned.slot !== slot ? ["pinned"] : []),
          ];
          const seats = roles.filter((role) => session.seats[role] !== undefined);
          const rules = seats.map((seat) => [
            ...date,
            ...oracle.personal(slot, { seat, trainer: id }),
            ...oracle.lacks(id),
          ]);
          const expected = seats.length === 0 ? ["seats"] : [...new Set(rules.flat())];
          const isFree = rules.some((those) => those.length === 0);
          if (isFree) free.push(slot);
          const said = (told.blockedBy ?? [])
            .filter(({ slots }) => slots.includes(slot))
            .map(({ rule }) => rule as string);
          // Where parts overlap the check does not ask whether there is time to travel.
          const plain = (those: readonly string[]) =>
            those.filter((rule) => rule !== "travelTime" || !those.includes("overlap")).sort();
          if (!isFree) expect(plain(said), `${at}, date ${slot}`).toEqual(plain(expected));
          else if (told.verdict === "blocked") expect(said.length, `${at}, date ${slot}`).toBeGreaterThan(0);
          else expect(said, `${at}, date ${slot}`).toEqual([]);
        });
        expect(told.free, at).toEqual(free);
        if (told.with === undefined || told.verdict !== "busy") continue;
        const open = new Set((told.displaced ?? []).filter(({ open: is }) => is).map((one) => one.session));
        const kept = others.filter((one) => !open.has(one.session));
        const verdict = check(season, planFile(season, [...kept, { session: session.id, ...told.with }]));
        expect([verdict.feasible, verdict.total - now], at).toEqual([true, told.delta]);
        expect(
          told.with.team.some(({ trainer }) => trainer === id),
          at,
        ).toBe(true);
      }
    });
    for (const verdict of ["member", "possible", "busy", "blocked"])
      expect(seen.get(verdict) ?? 0, verdict).toBeGreaterThan(0);
  });
});
