/** Kinds of trainer, held against the proven optimum of tiny seasons with and without each of them. */
import { describe, expect, test } from "vitest";
import { recruit } from "../../src/advice/recruit/recruit.js";
import type { RecruitEvent } from "../../src/advice/recruit/types.js";
import { parseSeason } from "../../src/model/parse.js";
import type { Plan, Season, Session, Trainer } from "../../src/model/types.js";
import { solve } from "../../src/solve/index.js";
import { bruteForce } from "../oracles/brute-force.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";
import { OPTIONS, quickPlan, recruits, timeless } from "./recruiting.js";

function having(season: Season, trainer: Trainer): Season {
  return { ...season, trainers: [...season.trainers, trainer] };
}

describe("recruit", () => {
  test("states a range that holds what she saves, and proves nothing that is not so", async () => {
    let [kinds, proven, exact] = [0, 0, 0];
    for (let seed = 0; seed < count(25, 1000); seed++) {
      const season = tinySeason(seed, { trainers: 4 });
      const outcome = await recruits(season);
      const before = bruteForce(season).cost;
      expect(outcome.base.bound, `seed ${seed}`).toBeLessThanOrEqual(before);
      expect(outcome.base.cost, `seed ${seed}`).toBeGreaterThanOrEqual(before);
      for (const { trainer, gain, proven: isProven, R } of outcome.kinds) {
        const withHer = parseSeason(JSON.parse(JSON.stringify(having(season, trainer))));
        const after = bruteForce(withHer).cost;
        expect(R.bound, `seed ${seed}`).toBeLessThanOrEqual(after);
        expect(R.cost, `seed ${seed}`).toBeGreaterThanOrEqual(after);
        expect(gain.least, `seed ${seed}, ${trainer.id}`).toBeLessThanOrEqual(before - after);
        expect(gain.most, `seed ${seed}, ${trainer.id}`).toBeGreaterThanOrEqual(before - after);
        expect(isProven, `seed ${seed}`).toBe(gain.least > 0);
        kinds++;
        if (isProven) proven++;
        if (gain.least === gain.most) exact++;
      }
    }
    expect(kinds).toBeGreaterThan(count(25, 1000));
    expect(proven).toBeGreaterThan(0.7 * kinds);
    expect(exact).toBeGreaterThan(0.5 * kinds);
  });

  test("states an honest range where plans are poor and proofs are weak", async () => {
    let unproven = 0;
    for (let seed = 0; seed < count(20, 500); seed++) {
      const season = tinySeason(seed, { trainers: 4 });
      const [dearer, weaker] = [(seed * 37) % 200, (seed * 91) % 300];
      const outcome = await recruits(season, { top: 2 }, undefined, async (of, how) => {
        const found = await solve({ season: of }, how);
        return { ...found, cost: found.cost + dearer, bound: Math.max(0, found.bound - weaker) };
      });
      const before = bruteForce(season).cost;
      expect(outcome.base.bound, `seed ${seed}`).toBeLessThanOrEqual(before);
      for (const { trainer, gain, proven } of outcome.kinds) {
        const saved = before - bruteForce(having(season, trainer)).cost;
        expect(gain.least, `seed ${seed}, ${trainer.id}`).toBeLessThanOrEqual(saved);
        expect(gain.most, `seed ${seed}, ${trainer.id}`).toBeGreaterThanOrEqual(saved);
        expect(proven).toBe(gain.least > 0);
        if (!proven) unproven++;
      }
    }
    expect(unproven).toBeGreaterThan(0);
  });

  test("expects about what is then found", async () => {
    let [expected, found] = [0, 0];
    for (let seed = 0; seed < count(15, 300); seed++) {
      const { base, kinds } = await recruits(tinySeason(seed, { trainers: 5 }));
      for (const kind of kinds) {
        expected += kind.expected;
        found += base.cost - kind.R.cost;
      }
    }
    expect(found).toBeGreaterThan(0.7 * expected);
    expect(found).toBeLessThan(1.5 * expected);
  });

  test("of a season that lacks a language asks first for somebody who speaks it", async () => {
    let [tried, asked] = [0, 0];
    for (let seed = 0; tried < count(8, 100); seed++) {
      const season = lacking(tinySeason(seed), null);
      const [dear] = season.sessions;
      if (!dear || !bruteForce(season).plan.assignments.some(({ session }) => session === dear.id)) continue;
      tried++;
      const { kinds } = await recruits(lacking(tinySeason(seed), "volapük"), { top: 2 });
      if (kinds[0]?.trainer.languages.includes("volapük") !== true) continue;
      asked++;
      expect(kinds[0].proven, `seed ${seed}`).toBe(true);
    }
    // A kind comes on days and at times that this season's sessions usually have: a session far outside them gets nobody.
    expect(asked / tried).toBeGreaterThanOrEqual(0.95);
  });

  test("proposes kinds that differ, under codes that are free, with the pool's usual limits", async () => {
    let several = 0;
    for (let seed = 0; seed < count(8, 100); seed++) {
      const season = named(tinySeason(seed, { trainers: 6, sessions: 4 }), "recruit-1");
      const { kinds } = await recruits(season, { top: 4 });
      if (kinds.length > 1) several++;
      expect(kinds.map(({ trainer }) => trainer.id)).toEqual(kinds.map((_, i) => `recruit-${i + 2}`));
      const brought = kinds.map(({ trainer: { roles, backgrounds, languages, traits, expertise } }) =>
        JSON.stringify([roles, backgrounds, languages, traits, expertise]),
      );
      expect(new Set(brought).size, `seed ${seed}`).toBe(kinds.length);
      for (const { trainer } of kinds) {
        const weekdays = new Set(trainer.available.map(([start]) => new Date(`${start}Z`).getUTCDay()));
        expect(weekdays.size).toBeLessThanOrEqual(3);
        for (const limit of ["perDay", "perWeek", "perSeason", "restDays", "travelKm"] as const)
          expect(season.trainers.map(({ limits }) => limits[limit])).toContain(trainer.limits[limit]);
      }
    }
    expect(several).toBeGreaterThan(1);
  });

  test("gives the same answer for the same steps, and says how far it is", async () => {
    const season = tinySeason(3, { trainers: 6, sessions: 4 });
    const events: RecruitEvent[] = [];
    const first = await recruits(season, {}, (event) => events.push(event));
    expect(timeless(await recruits(season))).toBe(timeless(first));
    const planned = first.kinds.map((_, i) => ({ phase: "planning", kind: i + 1, kinds: first.kinds.length }));
    expect(events).toEqual([{ phase: "prices" }, { phase: "kinds" }, { phase: "base" }, ...planned]);
  });

  test("ends with what is planned when it is stopped, and within its time", async () => {
    const season = tinySeason(3, { trainers: 6, sessions: 4 });
    const stopped = await recruits(season, { signal: AbortSignal.abort() });
    expect(stopped.kinds).toEqual([]);
    const startedAt = Date.now();
    const clock = (): number => Date.now() - startedAt;
    const timed = { ...OPTIONS, time: 1, steps: Number.POSITIVE_INFINITY };
    const ports = { clock, solve: (of: Season, how: Parameters<typeof solve>[1]) => solve({ season: of }, how) };
    await recruit(season, await quickPlan(season), timed, ports);
    expect(clock()).toBeLessThan(3000);
    await expect(
      recruit(season, await quickPlan(season), { ...timed, time: Number.POSITIVE_INFINITY }, ports),
    ).rejects.toThrow(RangeError);
  });

  test("has nobody to propose where nothing is wanting", async () => {
    const season = tinySeason(1);
    expect((await recruits({ ...season, sessions: [], series: [], published: [] })).kinds).toEqual([]);
    const weights = Object.fromEntries(Object.keys(season.weights).map((name) => [name, 0])) as Season["weights"];
    expect((await recruits({ ...season, weights })).kinds).toEqual([]);
  });

  test("proposes somebody to a season without a pool", async () => {
    const season = named(tinySeason(1), "t1");
    const sessions = season.sessions.map((session): Session => ({ ...session, programme: null, seats: { lived: 1 } }));
    const weights = { ...season.weights, unstaffed: 5000 };
    const { base, kinds } = await recruits({ ...season, trainers: [], series: [], sessions, weights });
    expect(base.staffed).toBe(0);
    expect(kinds[0]).toMatchObject({ trainer: { roles: ["lived"] }, proven: true });
  });

  test("refuses to start from a plan that breaks a rule", async () => {
    const season = tinySeason(2);
    const [session] = season.sessions;
    const plan: Plan = {
      format: "koppel-plan/1",
      season: season.id,
      assignments: [{ session: session?.id ?? "", slot: 0, team: [] }],
    };
    const ports = {
      clock: () => 0,
      solve: () => {
        throw new Error("it was planned all the same");
      },
    };
    await expect(recruit(season, plan, OPTIONS, ports)).rejects.toThrow(RangeError);
  });
});

/** The season with its first trainer under another code, and nothing that names anybody. */
function named(season: Season, id: string): Season {
  return {
    ...season,
    trainers: season.trainers.map((one, i) => ({ ...one, id: i === 0 ? id : one.id, avoidTrainers: [] })),
    sessions: season.sessions.map((session) => ({ ...session, pinned: null, excludes: [], waivers: [] })),
    pairs: [],
    published: [],
  };
}

/** The season with one session that is far dearer to leave open than the others, which asks for a language or for none. */
function lacking(season: Season, language: string | null): Season {
  const sessions = season.sessions.map((session, i): Session => {
    const [role = "any"] = Object.keys(session.seats) as (keyof Session["seats"])[];
    // a waiver is for one trainer: somebody new would not have it
    const free = { ...session, pinned: null, programme: null, waivers: [] };
    if (i > 0) return { ...free, priority: 1 };
    return { ...free, priority: 5, languages: language === null ? [] : [{ id: language, who: role }] };
  });
  return { ...season, sessions, series: [], published: [], weights: { ...season.weights, unstaffed: 5000 } };
}
