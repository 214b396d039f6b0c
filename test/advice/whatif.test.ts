/** What-ifs: against brute force, and with a stand-in for the solver where only the order of things counts. */
import { describe, expect, it } from "vitest";
import { changesOf } from "../../src/advice/changes.js";
import { eachTrainerIll, eachTrainerLeaves, scenariosFile, sweepBudget } from "../../src/advice/sweep.js";
import { betterOf, whatif } from "../../src/advice/whatif.js";
import { BrokenPlanError, type Solver, type WhatifOptions } from "../../src/advice/whatif-api.js";
import { check } from "../../src/check/check.js";
import { applyEdits, type Plan, parseScenarios, type Scenario } from "../../src/model/index.js";
import type { SolveOptions } from "../../src/solve/api.js";
import { solve } from "../../src/solve/index.js";
import { refusals } from "../model/breaking.js";
import { bruteForce } from "../oracles/brute-force.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { randomEdit } from "../support/random-edits.js";
import { tinySeason } from "../support/tiny-season.js";

const OPTIONS = { time: 0.3, threads: 2, view: "full" } as const;

describe("whatif against brute force", () => {
  it("plans obey every rule, bounds are bounds of the edited season, and verdicts are true", async () => {
    const verdicts = new Map<string, number>();
    for (let seed = 1; seed <= count(12, 300); seed++) {
      const random = new Random(seed);
      const season = tinySeason(seed);
      const optimum = bruteForce(season);
      const scenarios: Scenario[] = [];
      for (let i = 0; scenarios.length < 3; i++) {
        const kind = random.pick([
          "block-trainer",
          "remove-trainer",
          "waive",
          "add-trainer",
          "change-session",
        ] as const);
        const edits = [randomEdit(random, season, seed * 10 + i, kind)];
        if (refusals(() => applyEdits(season, null, edits)).length === 0) scenarios.push({ id: `e${i}`, edits });
      }
      const judged: Solver = async (source, options, onEvent) => {
        const outcome = await solve(source, options, onEvent);
        if (!("season" in source)) throw new Error("a what-if plans seasons that were accepted");
        expect(check(source.season, outcome.plan).violations).toEqual([]);
        return outcome;
      };
      const plan = random.chance(0.5) ? { plan: optimum.plan } : {};
      const found = await whatif(season, scenariosFile(scenarios), { ...OPTIONS, ...plan, solve: judged });
      expect(found.base.bound, `seed ${seed}`).toBeLessThanOrEqual(optimum.cost);
      expect(found.base.cost, `seed ${seed}`).toBeGreaterThanOrEqual(optimum.cost);
      expect(found.scenarios.map(({ id }) => id)).toEqual(scenarios.map(({ id }) => id));
      for (const [i, one] of found.scenarios.entries()) {
        const edited = applyEdits(season, null, scenarios[i]?.edits ?? []);
        const best = bruteForce(edited.season).cost;
        expect(one.bound, `seed ${seed} ${one.id}`).toBeLessThanOrEqual(best);
        expect(one.cost, `seed ${seed} ${one.id}`).toBeGreaterThanOrEqual(best);
        expect(one.delta).toBe(one.cost - found.base.cost);
        expect(Object.values(one.costs).reduce((sum, cost) => sum + cost, 0)).toBe(one.cost);
        if (one.better === "yes") expect(best).toBeLessThan(optimum.cost);
        if (one.better === "no") expect(best).toBeGreaterThanOrEqual(optimum.cost);
        expect(one.better === "incomparable").toBe(!edited.comparable);
        verdicts.set(one.better, (verdicts.get(one.better) ?? 0) + 1);
      }
    }
    expect([...verdicts.keys()].sort()).toEqual(expect.arrayContaining(["incomparable", "no", "yes"]));
  });
});

/** A solver that gives back its start (or nothing) and says what it was asked. */
function standIn(asked: { options: SolveOptions; at: number }[]): Solver {
  let running = 0;
  return async (source, options) => {
    if (!("season" in source)) throw new Error("a what-if plans seasons that were accepted");
    running++;
    asked.push({ options, at: running });
    await new Promise((resolve) => setTimeout(resolve, 5));
    running--;
    const plan = options.from ?? { format: "koppel-plan/1", season: source.season.id, assignments: [] };
    const { total, costs, staffed, sessions } = check(source.season, plan);
    const numbers = { cost: total, bound: 0, gap: 1, staffed, sessions, costs, ms: 5, seed: 1, steps: 0 };
    return {
      season: source.season.id,
      status: "time",
      ...numbers,
      open: [],
      plan,
      ...(options.prices ? { prices: new Map([["x", 1]]) } : {}),
    };
  };
}

/** A tiny season whose best plan has something in it, and which has no full pin. */
function example() {
  for (let seed = 1; ; seed++) {
    const season = tinySeason(seed, { trainers: 6, sessions: 4 });
    const { plan } = bruteForce(season);
    if (plan.assignments.length >= 3 && season.sessions.every(({ pinned }) => pinned === null)) return { season, plan };
  }
}

describe("the order of things", () => {
  const { season, plan } = example();
  const scenarios = scenariosFile(eachTrainerLeaves(season));

  it("gives base and scenarios the same time, seed, threads, prices and start, so many at once", async () => {
    const asked: { options: SolveOptions; at: number }[] = [];
    const events: string[] = [];
    const options: WhatifOptions = {
      ...OPTIONS,
      plan,
      seed: 9,
      solve: standIn(asked),
      onProgress: ({ scenario, done, of, ended }) => {
        if (ended) events.push(`${scenario} ${done}/${of}`);
      },
    };
    const found = await whatif(season, scenarios, options);
    const [first, base, ...others] = asked;
    expect(first?.options).toMatchObject({ prices: true, from: plan, seed: 9 });
    expect(base?.options.from?.assignments).toEqual(plan.assignments);
    expect(others).toHaveLength(6);
    for (const { options: one } of others) {
      const { from: _, ...rest } = one;
      const { from: __, ...same } = base?.options ?? one;
      expect(rest).toEqual(same);
      expect(rest).toMatchObject({ time: 0.3, seed: 9, threads: 1, warm: new Map([["x", 1]]) });
    }
    expect(Math.max(...asked.map(({ at }) => at))).toBe(2);
    expect(events).toHaveLength(7);
    for (const { id, changed } of found.scenarios) {
      const hers = plan.assignments.filter(({ team }) => team.some(({ trainer }) => `leaves-${trainer}` === id));
      expect(changed.map(({ session }) => session)).toEqual(expect.arrayContaining(hers.map(({ session }) => session)));
    }
  });

  it("with a gap, gives the time of those that are within it to those that are not, from their plans", async () => {
    const asked: { options: SolveOptions; at: number }[] = [];
    const idle = standIn(asked);
    const far = scenarios.scenarios[2]?.id;
    const tried = new Map<string, number>();
    const uneven: Solver = async (source, options, onEvent) => {
      const outcome = await idle(source, options, onEvent);
      if (!("season" in source)) throw new Error("a what-if plans seasons that were accepted");
      const who = source.season.trainers.map(({ id }) => id).join();
      const turn = (tried.get(who) ?? 0) + 1;
      tried.set(who, turn);
      const isFar = !source.season.trainers.some(({ id }) => `leaves-${id}` === far);
      const bound = isFar ? Math.floor(outcome.cost * (turn === 1 ? 0.5 : 0.4)) : outcome.cost - 1;
      return { ...outcome, bound, ms: 100 };
    };
    const found = await whatif(season, scenarios, { ...OPTIONS, plan, gap: 0.2, time: 1, solve: uneven });
    const [first] = asked;
    expect(first?.options.gap).toBe(0);
    expect(asked.slice(1, 8).every(({ options }) => options.gap === 0.2 && options.time === 1)).toBe(true);
    const again = asked.slice(8);
    expect(again).toHaveLength(1);
    expect(again[0]?.options.time).toBeCloseTo(7 * 0.9);
    // Alone it has two threads, and finds its prices anew.
    expect(again[0]?.options).toMatchObject({ threads: 2, seed: 2 });
    expect(again[0]?.options.warm).toBeUndefined();
    const one = found.scenarios.find(({ id }) => id === far);
    expect(again[0]?.options.from?.assignments.length).toBe(one?.staffed);
    expect(one?.ms).toBe(200);
    // The higher of its two bounds holds.
    expect(one?.bound).toBe(Math.floor((one?.cost ?? 0) * 0.5));
  });

  it("takes the first look's plan where none is given", async () => {
    const asked: { options: SolveOptions; at: number }[] = [];
    await whatif(season, scenarios, { ...OPTIONS, solve: standIn(asked) });
    expect(asked[0]?.options.from).toBeUndefined();
    for (const { options } of asked.slice(1)) expect(options.from).toBeDefined();
  });

  it("begins none after an interruption", async () => {
    const abort = new AbortController();
    const asked: { options: SolveOptions; at: number }[] = [];
    const { signal } = abort;
    const found = await whatif(season, scenarios, {
      ...OPTIONS,
      plan,
      signal,
      solve: standIn(asked),
      onProgress: ({ done }) => {
        if (done === 2) abort.abort();
      },
    });
    expect(found.scenarios.length).toBeLessThan(4);
    expect(found.scenarios.length).toBeGreaterThan(0);
  });

  it("refuses a plan that breaks a rule, and edits that do not apply, before any time is spent", async () => {
    const asked: { options: SolveOptions; at: number }[] = [];
    const [one] = plan.assignments;
    const broken: Plan = { ...plan, assignments: one === undefined ? [] : [{ ...one, team: [] }] };
    const options = { ...OPTIONS, solve: standIn(asked) };
    await expect(whatif(season, scenarios, { ...options, plan: broken })).rejects.toThrow(BrokenPlanError);
    const wrong = scenariosFile([{ id: "a", edits: [{ edit: "remove-trainer", trainer: "x" }] }]);
    await expect(whatif(season, wrong, { ...options, plan })).rejects.toThrow("1 thing is wrong");
    expect(asked).toEqual([]);
  });

  it("says nothing of backgrounds to a reader without the right", async () => {
    const found = await whatif(season, scenarios, { ...OPTIONS, plan, view: "redacted", solve: standIn([]) });
    for (const { costs } of [found.base, ...found.scenarios]) {
      expect(Object.keys(costs)).not.toContain("background");
      expect(Object.keys(costs)).toHaveLength(12);
    }
  });
});

describe("verdicts and changes", () => {
  it("are proven at the very edge, and not beyond it", () => {
    const base = { cost: 100, bound: 90 };
    expect(betterOf({ cost: 89, bound: 0 }, base)).toBe("yes");
    expect(betterOf({ cost: 90, bound: 0 }, base)).toBe("unproven");
    expect(betterOf({ cost: 120, bound: 99 }, base)).toBe("unproven");
    expect(betterOf({ cost: 120, bound: 100 }, base)).toBe("no");
  });

  it("a date that keeps its parts under another index is no change, nor is another order of the team", () => {
    const { season, plan } = example();
    const [one] = plan.assignments;
    const session = season.sessions.find(({ id }) => id === one?.session);
    if (one === undefined || session === undefined) throw new Error("the example has a plan");
    const slots = [[["2027-04-08T03:00", "2027-04-08T04:00"]] as const, ...session.slots];
    const after = applyEdits(season, plan, [{ edit: "change-session", session: session.id, set: { slots } }]);
    const turned = (after.plan?.assignments ?? []).map((a) => ({ ...a, team: [...a.team].reverse() }));
    expect(after.plan?.assignments[0]?.slot).toBe(one.slot + 1);
    const now = { season: after.season, plan: { ...plan, assignments: turned } };
    expect(changesOf({ season, plan }, now)).toEqual([]);
    const without = { season: after.season, plan: { ...plan, assignments: turned.slice(1) } };
    expect(changesOf({ season, plan }, without)).toEqual([
      { session: session.id, from: { slot: one.slot, team: one.team }, to: null },
    ]);
  });
});

describe("sweeps", () => {
  const season = tinySeason(4);
  it("vary a budget over a range, without the budget as it is", () => {
    const withBudget = { ...season, programmes: [{ id: "m1", budget: 100 }] };
    const swept = sweepBudget(withBudget, "m1");
    expect(swept.map(({ id }) => id)).toEqual([80, 85, 90, 95, 105, 110, 115, 120].map((p) => `budget-m1-${p}`));
    expect(swept[0]?.edits).toEqual([{ edit: "set-budget", programme: "m1", factor: 0.8 }]);
    expect(() => sweepBudget(season, "none")).toThrow(RangeError);
    expect(() => sweepBudget(withBudget, "m1", { step: 0 })).toThrow(RangeError);
  });
  it("take each trainer in turn, and make a file that is read", () => {
    const file = scenariosFile(eachTrainerIll(season, "2027-03-25", "2027-03-28"), eachTrainerLeaves(season));
    expect(parseScenarios(JSON.parse(JSON.stringify(file)))).toEqual(file);
    expect(file.scenarios).toHaveLength(2 * season.trainers.length);
  });
});
