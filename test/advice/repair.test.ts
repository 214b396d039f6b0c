/** Repairs against every plan of tiny seasons, under random changes. */
import { describe, expect, it } from "vitest";
import { repairTask } from "../../src/advice/repair/known.js";
import { repair } from "../../src/advice/repair/repair.js";
import type { Repair, RepairTask } from "../../src/advice/repair/types.js";
import { check } from "../../src/check/check.js";
import type { Edit } from "../../src/model/edit-types.js";
import { applyEdits } from "../../src/model/edits.js";
import type { Plan, Season } from "../../src/model/types.js";
import { solve } from "../../src/solve/index.js";
import { bruteForce } from "../oracles/brute-force.js";
import { bestRepair, callsOf, isBetter, type RepairValue, unstaffedOf } from "../oracles/repairs.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";
import { DAYS, wall } from "../support/tiny-world.js";

/** Plans that the oracle looks at for one case. */
const MOST_PLANS = 20_000;

function run(task: RepairTask, time: number): Promise<Repair> {
  return repair(task, {
    time,
    view: "full",
    clock: () => performance.now() - startedAt,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    solve,
  });
}
let startedAt = 0;

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
