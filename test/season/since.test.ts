/** What the pool learns after a plan was made or published: nobody is sent, asked or kept by what no longer holds. */
import { expect, test } from "vitest";
import { InputError, type Plan, parseSession } from "../../src/model/index.js";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import {
  cancelSession,
  changesOf,
  eraseTrainer,
  excludesOf,
  giveConsent,
  keptOfSession,
  protect,
  protectionFor,
  type Store,
  saveAvailability,
  saveSession,
  saveTrainer,
  unprotect,
  versionOf,
  withdrawConsent,
} from "../../src/pool/store/index.js";
import {
  answer,
  answerOwn,
  askingsOf,
  BrokenPlan,
  buildSeason,
  keepPlan,
  keepSession,
  keptSession,
  listPlans,
  ownAskings,
  teamSheets,
} from "../../src/season/index.js";
import { trailOf } from "../pool/support.js";
import {
  coordinator,
  HERS,
  HIS,
  isPlace,
  loose,
  officer,
  officer2,
  options,
  other,
  PLAN,
  published,
  sessionOf,
  standing,
  WHO,
  withSeason,
} from "./support.js";

const t4 = { id: "self", role: "trainer", trainer: "t4" } as const;
const stand = (store: Store): readonly (string | boolean)[][] =>
  askingsOf(store, coordinator, "small").flatMap(({ trainer, askings }) => askings.map((one) => [trainer, one.stands]));

test("a plan that was made while its season was built anew keeps its dates, and tells what it lost", async () => {
  await withSeason((store) => {
    const made = standing(store);
    const [a, b] = sessionOf("s4").slots;
    saveSession(store, officer, "cl", sessionOf("s4", { slots: [b, a] as never }));
    buildSeason(store, coordinator, options());
    const kept = keepPlan(store, coordinator, "first", "small", PLAN, 0, { made });
    expect([kept.plan.assignments[0]?.slot, kept.lost]).toEqual([0, []]);
    saveSession(store, officer, "cl", sessionOf("s4", { slots: [a] as never }));
    buildSeason(store, coordinator, options());
    expect(keepPlan(store, coordinator, "second", "small", PLAN, 0, { made })).toMatchObject({
      plan: { assignments: [] },
      lost: ["s4"],
    });
    // from elsewhere: whoever says which season she read is told that it is another by now
    const seasonSeen = versionOf(store, "seasons", "small") - 1;
    expect(() =>
      keepPlan(store, coordinator, "third", "small", { ...PLAN, assignments: [] }, 0, { seasonSeen }),
    ).toThrow(/built anew/);
  });
});

test("a session that is saved anew keeps what is fixed by its date, and lets go where that is gone", async () => {
  await withSeason((store) => {
    const [a, b] = sessionOf("s4").slots;
    const fixed = sessionOf("s4", { pinned: { slot: 1, team: [] } });
    saveSession(store, officer, "cl", fixed);
    expect(keptOfSession(store, "s4", [b, a] as never)?.pinned).toEqual({ slot: 0, team: [] });
    expect(keptOfSession(store, "s4", [a] as never)?.pinned).toBeNull();
  });
});

test("published, then forbidden: no sheet, no question, no yes, no place; a no is always taken", async () => {
  await withSeason((store) => {
    published(store);
    answer(store, coordinator, "small", { ...HIS, reply: "yes" });
    expect(teamSheets(store, coordinator, "small", null).sheets).toHaveLength(1);
    protect(store, officer, "t4", { field: "avoidPlaces", value: "p3" }, isPlace);
    expect(teamSheets(store, coordinator, "small", null)).toEqual({ sheets: [], heldBack: ["s4"] });
    expect(stand(store)).toEqual([
      ["t1", false],
      ["t4", false],
    ]);
    for (const reply of ["yes", "asked"] as const)
      expect(() => answer(store, coordinator, "small", { ...HERS, reply })).toThrow(/no longer holds/);
    expect(() => answerOwn(store, t4, "small", "s4", "yes")).toThrow(/no longer holds/);
    expect(ownAskings(store, t4)).toMatchObject([{ place: null, asking: { stands: false } }]);
    expect(answerOwn(store, t4, "small", "s4", "no").confirmed).toBe(false);
  });
});

test("a no can be taken back by a yes as long as nothing else forbids it", async () => {
  await withSeason((store) => {
    published(store);
    answerOwn(store, t4, "small", "s4", "no");
    expect(ownAskings(store, t4)).toMatchObject([{ place: null, asking: { stands: false, reply: "no" } }]);
    answerOwn(store, t4, "small", "s4", "yes");
    expect(ownAskings(store, t4)).toMatchObject([{ asking: { stands: true, reply: "yes" } }]);
    answerOwn(store, t4, "small", "s4", "no");
    protect(store, officer, "t4", { field: "avoidPlaces", value: "p3" }, isPlace);
    expect(() => answerOwn(store, t4, "small", "s4", "yes")).toThrow(/no longer holds/);
    expect(ownAskings(store, t4)).toMatchObject([{ asking: { reply: "no" } }]);
  });
});

test("a yes of everybody confirms nothing that no longer holds", async () => {
  await withSeason((store) => {
    published(store);
    answer(store, coordinator, "small", { ...HERS, reply: "yes" });
    // by a rule that is told of a trainer and not of a session
    const held = loose().trainers.find(({ id }) => id === "t1");
    saveTrainer(store, officer, WHO, { ...held, available: [] });
    saveAvailability(store, officer, "t1", {
      ...NO_AVAILABILITY,
      holidays: [{ from: "2027-03-18", to: "2027-03-18" }],
    });
    expect(() => answer(store, coordinator, "small", { ...HIS, reply: "yes" })).toThrow(/no longer holds/);
    expect(standing(store).sessions.find(({ id }) => id === "s4")?.pinned).toBeNull();
  });
});

test("a session that the pool has elsewhere by now, for others, on other themes, or not at all, is asked of nobody until rebuilt", async () => {
  const changes: readonly ((store: Store) => void)[] = [
    (store) => saveSession(store, officer, "cl", sessionOf("s4", { audience: ["p4"] })),
    (store) => saveSession(store, officer, "cl", sessionOf("s4", { place: "p2" })),
    (store) => saveSession(store, officer, "cl", sessionOf("s4", { slots: sessionOf("s4").slots.slice(0, 1) })),
    (store) =>
      saveSession(store, officer, "cl", sessionOf("s4", { themes: [{ id: "law", level: 1, wish: 1, who: "any" }] })),
    (store) =>
      saveSession(
        store,
        officer,
        "cl",
        sessionOf("s4", { communities: [{ backgrounds: ["q-somali"], weight: 1, required: null }] }),
      ),
    (store) => cancelSession(store, coordinator, "s4"),
  ];
  for (const change of changes)
    await withSeason((store) => {
      published(store);
      expect(stand(store).flat()).not.toContain(false);
      change(store);
      expect(stand(store).flat()).not.toContain(true);
    });
});

function catching(work: () => unknown): InputError {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error;
  }
  throw new Error("it was taken");
}

test("herself nobody can avoid: refused, and a record that says so all the same stops no season", async () => {
  await withSeason((store) => {
    const self = { field: "avoidTrainers", value: "t4" } as const;
    const refusal = catching(() => protect(store, officer, "t4", self, isPlace));
    expect(refusal.issues).toMatchObject([{ path: "avoidTrainers", expected: "another trainer than herself" }]);
    const held = loose().trainers.find(({ id }) => id === "t4");
    const refused = catching(() => saveTrainer(store, officer, WHO, { ...held, avoidTrainers: ["t4"] }));
    expect(refused.issues).toMatchObject([{ path: "avoidTrainers" }]);
    store.db.prepare("UPDATE special_avoid_trainers SET value = ? WHERE trainer = ?").run('["t4"]', "t4");
    expect(standing(store).trainers.length).toBeGreaterThan(3);
    expect(buildSeason(store, coordinator, options()).season.trainers.length).toBeGreaterThan(3);
  });
});

test("what somebody learns by an error stays in the trail though all else is undone", async () => {
  await withSeason((store) => {
    const before = trailOf(store).length;
    const team = [
      { seat: "professional", trainer: "t1" },
      { seat: "lived", trainer: "t6" },
    ] as const;
    const broken: Plan = { ...PLAN, assignments: [{ session: "s4", slot: 0, team }] };
    expect(() => keepPlan(store, officer, "bad", "small", broken, null)).toThrow(BrokenPlan);
    const rows = trailOf(store).slice(before);
    expect(rows.filter(({ action, actor }) => action === "read" && actor === "o1").length).toBeGreaterThan(3);
    expect(rows.at(-1)).toMatchObject({ actor: "o1", action: "save", field: "plan", outcome: "refused" });
    expect(listPlans(store, coordinator, null)).toEqual([]);
  });
});

test("a season that is made anew tells a ban from an absence neither by its version nor by how often something changed", async () => {
  const off = [{ from: "2027-01-01", to: "2027-12-31" }];
  const changes: readonly ((store: Store) => unknown)[] = [
    (store) => saveAvailability(store, officer, "t1", { ...NO_AVAILABILITY, holidays: off }),
    (store) => protect(store, officer, "t1", { field: "avoidPlaces", value: "p2" }, isPlace),
    (store) => protect(store, officer, "t1", { field: "avoidTrainers", value: "t5" }, isPlace),
    (store) => protect(store, officer, "t1", { field: "ownCommunityKm", value: 900 }, isPlace),
    (store) => protect(store, officer, "t1", { field: "exposure", value: { theme: "q-theme", times: 0 } }, isPlace),
    (store) => saveSession(store, officer, "cl", sessionOf("s4", { excludes: ["t1"] })),
  ];
  const risen = new Set<string>();
  for (const change of changes)
    await withSeason((store) => {
      const counts = (): readonly number[] => [versionOf(store, "seasons", "small"), changesOf(store)];
      change(store);
      const before = counts();
      buildSeason(store, other, options());
      risen.add(
        counts()
          .map((count, i) => count - (before[i] ?? 0))
          .join(" "),
      );
      const [version] = counts();
      buildSeason(store, other, options());
      expect(versionOf(store, "seasons", "small")).toBe(version);
    });
  expect([...risen]).toHaveLength(1);
});

test("who is never free is told to her own organisation alone", async () => {
  await withSeason((store) => {
    expect(buildSeason(store, other, options()).neverFree).toEqual(["t6"]);
    expect(buildSeason(store, coordinator, options()).neverFree).toEqual([]);
    expect(buildSeason(store, officer, options()).neverFree).toEqual([]);
  });
});

test("a request to take protection away does not outlive what is added meanwhile, nor thirty days", async () => {
  await withSeason((store) => {
    const place = { field: "avoidPlaces", value: "p1" } as const;
    protect(store, officer, "t4", place, isPlace);
    expect(unprotect(store, officer2, "t4", place)).toBe("asked");
    protect(store, officer, "t4", place, isPlace);
    expect(unprotect(store, officer, "t4", place)).toBe("asked");
    protect(store, officer, "t4", { field: "ownCommunityKm", value: 20 }, isPlace);
    expect(unprotect(store, officer2, "t4", { field: "ownCommunityKm", value: 5 })).toBe("asked");
    protect(store, officer, "t4", { field: "ownCommunityKm", value: 30 }, isPlace);
    expect(unprotect(store, officer, "t4", { field: "ownCommunityKm", value: 5 })).toBe("asked");
    // by a spreadsheet just so
    const held = loose().trainers.find(({ id }) => id === "t4");
    saveTrainer(store, officer, WHO, { ...held, avoidPlaces: ["p1", "p2"] });
    expect(unprotect(store, officer2, "t4", place)).toBe("asked");
    store.db.prepare("UPDATE special_removals SET at = ?").run("2026-11-01T00:00:00Z");
    expect(unprotect(store, officer, "t4", place)).toBe("asked");
    expect(unprotect(store, officer2, "t4", place)).toBe("removed");
    expect(protectionFor(store, officer, "t4").avoidPlaces).toEqual(["p2"]);
  });
});

test("whom a session excludes outlives its cancelling", async () => {
  await withSeason((store) => {
    expect(excludesOf(store, "s4")).toEqual(["t3"]);
    const { client, session } = keptSession(store, coordinator, "s4");
    cancelSession(store, coordinator, "s4");
    keepSession(store, coordinator, "s4", client, { ...session }, 0);
    expect(excludesOf(store, "s4")).toEqual(["t3"]);
    cancelSession(store, coordinator, "s4");
    saveSession(store, coordinator, "cl", parseSession({ ...session, excludes: ["t5"] }));
    expect(excludesOf(store, "s4")).toEqual(["t3", "t5"]);
    eraseTrainer(store, officer, "t3");
    expect(excludesOf(store, "s4")).toEqual(["t5"]);
  });
});

test("kept away from her own community and without consent to use her backgrounds: she has no time, whichever came first", async () => {
  const free = (store: Store, code: string): boolean =>
    (standing(store).trainers.find(({ id }) => id === code)?.available.length ?? 0) > 0;
  await withSeason((store) => {
    expect(free(store, "t2")).toBe(true);
    withdrawConsent(store, officer, "t2", "backgrounds", "matching");
    expect(free(store, "t2")).toBe(false);
    giveConsent(store, officer, "t2", "backgrounds", "matching");
    expect(free(store, "t2")).toBe(true);
    // protected only after the season was built
    withdrawConsent(store, officer, "t4", "backgrounds", "matching");
    expect(free(store, "t4")).toBe(true);
    protect(store, officer, "t4", { field: "ownCommunityKm", value: 20 }, isPlace);
    expect(free(store, "t4")).toBe(false);
    // as an absence would leave her: in the season, counted nowhere
    const built = buildSeason(store, coordinator, options());
    expect(built.season.trainers.map(({ id, available }) => [id, available.length > 0])).toContainEqual(["t4", false]);
    expect(built.withheld).toBe(0);
    // consent that comes later brings her backgrounds with it: they are not those of the build
    giveConsent(store, officer, "t4", "backgrounds", "matching");
    expect(standing(store).trainers.find(({ id }) => id === "t4")?.backgrounds).toEqual(["q-somali"]);
  });
});
