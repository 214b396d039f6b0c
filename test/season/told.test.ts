/** Several seasons and several people: what one has published binds the others, and nobody writes over what she has not seen. */
import { expect, test } from "vitest";
import type { Plan, Season } from "../../src/model/index.js";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import {
  endKeptJob,
  eraseTrainer,
  keepJob,
  keepJobReached,
  keptJobs,
  publicationOf,
  type Store,
  saveAvailability,
  saveProgramme,
  saveSession,
  versionOf,
} from "../../src/pool/store/index.js";
import {
  agree,
  answer,
  BrokenPlan,
  buildSeason,
  keepPlan,
  keptPlan,
  listPlans,
  publish,
} from "../../src/season/index.js";
import {
  coordinator,
  HIS,
  officer,
  options,
  other,
  PLAN,
  published,
  sessionOf,
  standing,
  withSeason,
} from "./support.js";

/** A season of its own for one more session, with set-up and debrief of half an hour, and a plan of it. */
function secondSeason(store: Store, start: string, end: string): Plan {
  saveProgramme(store, officer, "cl", { id: "g2", budget: 2000 });
  const slots = [[[start, end]]] as unknown as Season["sessions"][number]["slots"];
  saveSession(store, officer, "cl", sessionOf("s4", { id: "s6", programme: "g2", slots }));
  buildSeason(store, coordinator, options({ id: "other", programmes: ["g2"] }));
  const team = PLAN.assignments[0]?.team ?? [];
  return { format: "koppel-plan/1", season: "other", assignments: [{ session: "s6", slot: 0, team }] };
}

test("what is published of another season binds, with its set-up and debrief, unless she said no", async () => {
  await withSeason((store) => {
    const plan = secondSeason(store, "2027-03-18T13:50", "2027-03-18T15:00");
    keepPlan(store, coordinator, "theirs", "other", plan, 0);
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    publish(store, coordinator, "theirs", null);
    // 13:00 and half an hour of debrief, half an hour of set-up before 13:50
    expect(() => publish(store, coordinator, "first", null)).toThrow(BrokenPlan);
    const free = standing(store)
      .trainers.find(({ id }) => id === "t4")
      ?.available.filter(([day]) => day.startsWith("2027-03-18"));
    expect(free).toEqual([
      ["2027-03-18T08:00", "2027-03-18T13:20"],
      ["2027-03-18T15:30", "2027-03-18T22:00"],
    ]);
    // a season that has that session too plans it as if it were new, and may not be published over it
    buildSeason(store, coordinator, options());
    keepPlan(store, coordinator, "first", "small", PLAN, 1);
    expect(() => publish(store, coordinator, "first", null)).toThrow(BrokenPlan);
    for (const trainer of ["t1", "t4"]) answer(store, coordinator, "other", { session: "s6", trainer, reply: "no" });
    expect(publish(store, coordinator, "first", null).sessions).toBe(1);
  });
});

test("a session is published with one season alone", async () => {
  await withSeason((store) => {
    published(store);
    buildSeason(store, coordinator, options({ id: "again" }));
    keepPlan(store, coordinator, "again", "again", { ...PLAN, season: "again" }, 0);
    expect(() => publish(store, coordinator, "again", null)).toThrow(/published with season small already: s4/);
    keepPlan(store, coordinator, "none", "small", { ...PLAN, assignments: [] }, 0);
    publish(store, coordinator, "none", null);
    expect(publish(store, coordinator, "again", null).sessions).toBe(1);
  });
});

test("a bound is kept where this program proved it, and told while its season is what it was proven of", async () => {
  await withSeason((store) => {
    const bound = (): number | null => listPlans(store, coordinator, "small")[0]?.bound ?? null;
    keepPlan(store, coordinator, "first", "small", { ...PLAN, bound: 5 }, 0);
    expect(bound()).toBeNull();
    const made = standing(store);
    keepPlan(store, coordinator, "first", "small", { ...PLAN, bound: 10 ** 12 }, 1, { made });
    expect(bound()).toBeNull();
    keepPlan(store, coordinator, "first", "small", { ...PLAN, bound: 5 }, 1, { made });
    expect([bound(), keptPlan(store, coordinator, "first").plan.bound]).toEqual([5, 5]);
    saveAvailability(store, officer, "t5", {
      ...NO_AVAILABILITY,
      holidays: [{ from: "2027-03-10", to: "2027-03-31" }],
    });
    expect([bound(), keptPlan(store, coordinator, "first").plan.bound]).toEqual([null, undefined]);
  });
});

test("two who publish: the second is told; what others agreed to is the plan as it was", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    keepPlan(store, coordinator, "none", "small", { ...PLAN, assignments: [] }, 0);
    publish(store, coordinator, "first", 1, 0);
    expect(() => publish(store, other, "none", 1, 0)).toThrow(/published of it since/);
    expect(publicationOf(store, "small")?.plan).toBe("first");
    agree(store, other, "none");
    keepPlan(store, coordinator, "none", "small", PLAN, 1);
    expect(publish(store, coordinator, "none", null, 1).agreed.map(({ account }) => account)).toEqual(["c1"]);
  });
});

test("a plan's id is of one season; what was published and has changed since is told", async () => {
  await withSeason((store) => {
    published(store);
    buildSeason(store, coordinator, options({ id: "again" }));
    const elsewhere = { ...PLAN, season: "again" };
    expect(() => keepPlan(store, coordinator, "first", "again", elsewhere, null)).toThrow(/is a plan of season small/);
    const [row] = listPlans(store, coordinator, "small");
    expect(row).toMatchObject({ published: true, changedSince: false });
    keepPlan(store, coordinator, "first", "small", { ...PLAN, assignments: [] }, 1);
    expect(listPlans(store, coordinator, "small")[0]).toMatchObject({ published: true, changedSince: true });
  });
});

test("an erasure raises the versions of what it rewrites, and drops work that waits and mentions her", async () => {
  await withSeason((store) => {
    published(store);
    answer(store, coordinator, "small", { ...HIS, reply: "yes" });
    const body = (code: string) => ({ kind: "solves", text: JSON.stringify({ season: { trainers: [{ id: code }] } }) });
    keepJob(store, { id: "hers", account: "a", body: body("t4") });
    keepJob(store, { id: "his", account: "a", body: body("t1") });
    for (const id of ["far", "near", "over", "said", "others"])
      keepJob(store, { id, account: "a", body: body("none") });
    for (const ms of [1, 2]) expect(keepJobReached(store, "far", { plan: null, ms })).toBe(true);
    expect(keptJobs(store).find(({ id }) => id === "far")?.reached).toEqual({ plan: null, ms: 2 });
    expect(endKeptJob(store, "over", { outcome: { result: JSON.stringify(PLAN) } })).toBe(true);
    // quoted in a message, and in a text of JSON
    const problem = { errors: [{ value: '"t4"' }], detail: 'trainers "t4"' };
    expect(endKeptJob(store, "said", { outcome: { problem } })).toBe(true);
    expect(endKeptJob(store, "others", { outcome: { result: '{"teams":["x9"]}' } })).toBe(true);
    const versions = (): readonly number[] =>
      (["seasons", "plans", "publications"] as const).map((kind) =>
        versionOf(store, kind, kind === "plans" ? "first" : "small"),
      );
    const before = versions();
    for (const { trainer } of PLAN.assignments[0]?.team ?? []) eraseTrainer(store, officer, trainer);
    expect(versions().map((version, i) => version - (before[i] ?? 0))).toEqual([2, 2, 2]);
    // What has not ended read the season when she was in it, whatever it has told until now.
    expect(keptJobs(store)).toMatchObject([{ id: "others", reached: null }]);
    expect([keepJobReached(store, "near", {}), endKeptJob(store, "far", {})]).toEqual([false, false]);
    // of a team that lost everybody nobody has said yes
    expect(standing(store).sessions.find(({ id }) => id === "s4")?.pinned).toBeNull();
    expect(() => keepPlan(store, coordinator, "first", "small", PLAN, before[1] ?? 0)).toThrow(/somebody else saved/);
  });
});
