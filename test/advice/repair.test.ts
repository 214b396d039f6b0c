/** Repairs against every plan of tiny seasons, under random changes. */
import { describe, expect, it } from "vitest";
import type { View } from "../../src/advice/redact.js";
import { Baseline } from "../../src/advice/repair/baseline.js";
import { repairTask } from "../../src/advice/repair/known.js";
import { repairProgram } from "../../src/advice/repair/program.js";
import { repair } from "../../src/advice/repair/repair.js";
import { openSessionsAlone } from "../../src/advice/repair/surrogate.js";
import type { Repair, RepairTask } from "../../src/advice/repair/types.js";
import { safeBound } from "../../src/bound/ascent.js";
import { check } from "../../src/check/check.js";
import { solveMip } from "../../src/exact/highs/index.js";
import { finished } from "../../src/exact/steps.js";
import type { Edit } from "../../src/model/edit-types.js";
import { applyEdits } from "../../src/model/edits.js";
import type { Interval, Plan, Season } from "../../src/model/types.js";
import { compile } from "../../src/problem/compile.js";
import { Columns } from "../../src/score/teams.js";
import { BoundEngine } from "../../src/solve/bound-partner.js";
import { solve } from "../../src/solve/index.js";
import { bruteForce } from "../oracles/brute-force.js";
import { bestRepair, callsOf, isBetter, type RepairValue, unstaffedOf } from "../oracles/repairs.js";
import { season, session, trainer } from "../papers/fixture.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";
import { DAYS, wall } from "../support/tiny-world.js";

/** Plans that the oracle looks at for one case. */
const MOST_PLANS = 20_000;

let startedAt = 0;
const PORTS = {
  clock: () => performance.now() - startedAt,
  wait: (ms: number) => new Promise<void>((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve))),
} as const;

function run(task: RepairTask, time: number, view: View = "full"): Promise<Repair> {
  return repair(task, { ...PORTS, time, view, solve });
}

/** A change or two that a coordinator may hear of. */
function editsOf(random: Random, season: Season, plan: Plan): Edit[] {
  const { session: hit, team } = random.pick(plan.assignments);
  const trainer = random.pick(team).trainer;
  const [session] = season.sessions.filter(({ id }) => id === hit);
  const from = random.int(0, DAYS - 3);
  const block: Edit = {
    edit: "block-trainer",
    trainer,
    from: wall(from, 0),
    to: wall(from + random.int(1, DAYS - 1 - from), 0),
  };
  const kinds: (readonly Edit[])[] = [
    [block],
    [block],
    [{ edit: "remove-trainer", trainer }],
    [{ edit: "cancel-session", session: hit }],
    [block, { edit: "cancel-session", session: random.pick(season.sessions).id }],
  ];
  if (session !== undefined && session.slots.length > 1 && session.pinned === null)
    kinds.push([
      { edit: "change-session", session: hit, set: { slots: random.sample(session.slots, session.slots.length - 1) } },
    ]);
  if (season.programmes.length > 0)
    kinds.push([{ edit: "set-budget", programme: random.pick(season.programmes).id, factor: 0.7 }]);
  return [...random.pick(kinds)];
}

interface Case {
  readonly season: Season;
  readonly plan: Plan;
  readonly task: RepairTask;
  readonly told: ReadonlySet<string>;
  readonly seed: number;
}

/** Cases of random seasons, those apart whose plan is empty. */
function* cases(from: number): Generator<Case> {
  for (let seed = from; ; seed++) {
    const random = new Random(seed);
    const season = tinySeason(seed, { sessions: random.int(2, 4), trainers: random.int(3, 6) });
    const { plan } = bruteForce(season);
    if (plan.assignments.length === 0) continue;
    const edits = editsOf(random, season, plan);
    const cancelled = edits.flatMap((one) => (one.edit === "cancel-session" ? [one.session] : []));
    const told = new Set([
      ...edits.flatMap((one) => (one.edit === "block-trainer" || one.edit === "remove-trainer" ? [one.trainer] : [])),
      ...plan.assignments.flatMap(({ session, team }) =>
        cancelled.includes(session) ? team.map(({ trainer }) => trainer) : [],
      ),
    ]);
    yield { season, plan, task: repairTask(plan, applyEdits(season, plan, edits)), told, seed };
  }
}

function worthOf({ season, plan, task, told }: Case, found: Repair): RepairValue {
  const { assignments } = found.plan;
  return {
    unstaffed: unstaffedOf(task.season, assignments),
    calls: callsOf(season, plan, task.season, assignments, told),
    cost: check(task.season, found.plan).total,
  };
}

describe("an interruption", () => {
  it("is not kept waiting by a search whose thread has not heard of it", async () => {
    let searches = 0;
    for (const { task } of cases(9000)) {
      const abort = new AbortController();
      startedAt = performance.now();
      const found = await repair(task, {
        ...PORTS,
        time: 60,
        view: "full",
        solve: () => {
          searches++;
          setTimeout(() => abort.abort(), 50);
          return new Promise(() => undefined);
        },
        signal: abort.signal,
      });
      expect(check(task.season, found.plan).violations).toEqual([]);
      if (searches > 0) break;
    }
    // Waiting for it would take the 60 s that it was given.
    expect(searches).toBe(1);
  }, 20_000);
});

describe("what must stay open", () => {
  it("is never more than what the best plan leaves open", () => {
    let [left, open] = [count(100, 1000), 0];
    for (const one of cases(9000)) {
      const best = bestRepair(one.season, one.plan, one.task.season, one.told, MOST_PLANS);
      if (best === null) continue;
      const { data } = compile(one.task.season);
      const priority = one.task.season.sessions.map((session) => session.priority);
      const engine = new BoundEngine(openSessionsAlone(data, priority), () => 0);
      const bound = safeBound(engine.run({ rounds: 30, ms: 1, cost: Number.POSITIVE_INFINITY }).value);
      expect(bound, `seed ${one.seed}`).toBeLessThanOrEqual(best.unstaffed);
      if (bound > 0) open++;
      if (--left === 0) break;
    }
    expect(open).toBeGreaterThan(10);
  });
});

describe("the program", () => {
  /** `ill` gave A; `r` can take it if `r2` takes her seat in B, which overlaps it and whose other two stay. */
  const seats = { professional: 1, lived: 1, actor: 1 };
  const known = (theme: string) => [{ id: theme, level: 1, wish: 1, who: "professional" as const }];
  const chain: Season = {
    ...season,
    trainers: [
      trainer("ill", { expertise: { a: 1 }, available: [] }),
      trainer("r", { expertise: { a: 1, b: 1 } }),
      trainer("r2", { expertise: { b: 1 } }),
      trainer("x", { roles: ["lived"] }),
      trainer("y", { roles: ["actor"] }),
    ],
    sessions: [session("A", { themes: known("a") }), session("B", { themes: known("b"), seats })],
  };
  const plan: Plan = {
    format: "koppel-plan/1",
    season: chain.id,
    assignments: [
      { session: "A", slot: 0, team: [{ seat: "professional", trainer: "ill" }] },
      {
        session: "B",
        slot: 0,
        team: [
          { seat: "professional", trainer: "r" },
          { seat: "lived", trainer: "x" },
          { seat: "actor", trainer: "y" },
        ],
      },
    ],
  };

  it("passes a session on from one to the next with two calls, and not with one", async () => {
    const problem = compile(chain);
    const columns = new Columns(problem.data);
    const baseline = new Baseline(problem, chain, columns, { plan, gone: [], told: ["ill"] });
    const within = async (calls: number): Promise<number | null> => {
      const scope = { calls, unstaffed: 0, among: null, least: "calls" as const };
      const { model, read } = finished(repairProgram(problem, baseline, columns, [3, 3], scope));
      const { x } = await solveMip(model, { seconds: 20 });
      return x && baseline.calls(columns, read(x));
    };
    expect([await within(1), await within(2), await within(3)]).toEqual([null, 2, 2]);
  });

  it("moves a session to another date with as many calls as it has members", async () => {
    const later: Interval = ["2027-04-02T09:30", "2027-04-02T12:30"];
    const [was] = session("B").slots;
    if (was === undefined) throw new Error("the fixture's session has no slot");
    const moved = {
      ...chain,
      sessions: [session("B", { seats, slots: [was, [later]], pinned: { slot: 1, team: [] } })],
    };
    const problem = compile(moved);
    const columns = new Columns(problem.data);
    const at0 = { ...plan, assignments: plan.assignments.slice(1) };
    const baseline = new Baseline(problem, moved, columns, { plan: at0, gone: [], told: [] });
    const within = async (calls: number): Promise<number | null> => {
      const scope = { calls, unstaffed: 0, among: null, least: "calls" as const };
      const { model, read } = finished(repairProgram(problem, baseline, columns, [3], scope));
      const { x } = await solveMip(model, { seconds: 20 });
      return x && baseline.calls(columns, read(x));
    };
    expect([await within(2), await within(3)]).toEqual([null, 3]);
  });

  it("lets calls be made in the order: whoever is asked first, then whoever comes after", async () => {
    startedAt = performance.now();
    const found = await run({ season: chain, known: { plan, gone: [], told: ["ill"] }, released: [] }, 20);
    expect(found.contacts).toEqual([
      {
        trainer: "r",
        sessions: [
          { session: "A", from: null, to: 0 },
          { session: "B", from: 0, to: null },
        ],
      },
      { trainer: "r2", sessions: [{ session: "B", from: null, to: 0 }] },
    ]);
    expect(found.told).toEqual([{ trainer: "ill", sessions: [{ session: "A", from: 0, to: null }] }]);
    expect(found.proven).toEqual({ unstaffed: true, contacts: true });
  });

  it("keeps what a background costs from whoever may not see it, and that alone", async () => {
    const task = { season: chain, known: { plan, gone: [], told: ["ill"] }, released: [] };
    startedAt = performance.now();
    const full = await run(task, 0);
    const redacted = await run(task, 0, "redacted");
    const { background, ...others } = full.costs;
    expect(background).toBe(0);
    expect(redacted.costs).toEqual(others);
  });
});

describe("a repair", () => {
  it("is the best of all plans in all three respects, and says so", { timeout: 300_000 }, async () => {
    let left = count(60, 1000);
    const seen = { open: 0, calls: 0, several: 0 };
    for (const one of cases(1)) {
      const best = bestRepair(one.season, one.plan, one.task.season, one.told, MOST_PLANS);
      if (best === null) continue;
      startedAt = performance.now();
      const found = await run(one.task, 60);
      const name = `seed ${one.seed}`;
      expect(check(one.task.season, found.plan).violations, name).toEqual([]);
      expect(worthOf(one, found), name).toEqual(best);
      expect(found.proven, name).toEqual({ unstaffed: true, contacts: true });
      expect([found.unstaffed, found.contacts.length, found.cost], name).toEqual(Object.values(best));
      expect(found.bound, name).toBeLessThanOrEqual(bruteForce(one.task.season).cost);
      if (best.unstaffed > 0) seen.open++;
      if (best.calls > 0) seen.calls++;
      if (best.calls > 1) seen.several++;
      if (--left === 0) break;
    }
    // Cases in which nobody is called or nothing stays open prove little.
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(5);
  });

  it("is a plan within every rule however short the time, and claims no more than is true", async () => {
    let left = count(60, 1000);
    for (const one of cases(5000)) {
      const best = bestRepair(one.season, one.plan, one.task.season, one.told, MOST_PLANS);
      if (best === null) continue;
      startedAt = performance.now();
      const found = await run(one.task, 0.001);
      const name = `seed ${one.seed}`;
      expect(check(one.task.season, found.plan).violations, name).toEqual([]);
      const value = worthOf(one, found);
      expect(isBetter(value, best), name).toBe(false);
      if (found.proven.unstaffed) expect(value.unstaffed, name).toBe(best.unstaffed);
      if (found.proven.contacts) expect(value.calls, name).toBe(best.calls);
      if (--left === 0) break;
    }
  });
});
