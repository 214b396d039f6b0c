/** What a reviewer found to slip through: each of these sent somebody where she must not be, or lost what others had made. */
import { expect, test } from "vitest";
import type { Plan } from "../../src/model/index.js";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import {
  cancelSession,
  eraseTrainer,
  giveConsent,
  keepJob,
  keptJobs,
  NO_VENUE,
  protect,
  type Store,
  saveAvailability,
  saveSession,
  saveTrainer,
  saveVenue,
  venueOf,
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
  keepTime,
  keptSession,
  proposalsOf,
  publish,
  soundPart,
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
const stands = (store: Store, season = "small"): readonly boolean[] =>
  askingsOf(store, coordinator, season).flatMap(({ askings }) => askings.map((one) => one.stands));
const trainerOf = (id: string, fields: object = {}): object => {
  const found = loose().trainers.find((one) => one.id === id);
  return { ...found, ...fields };
};

test("where she lives, what she is, her limits and her time: less of any holds at once", async () => {
  const limits = loose().trainers[3]?.limits;
  const changes: readonly ((store: Store) => void)[] = [
    // kept from her own community, which is that of the session, and lives where it is by now
    (store) => {
      saveSession(store, officer, "cl", sessionOf("s4"));
      protect(store, officer, "t4", { field: "avoidPlaces", value: "p3" }, isPlace);
    },
    (store) => saveTrainer(store, officer, WHO, trainerOf("t4", { roles: ["actor"] })),
    (store) => saveTrainer(store, officer, WHO, trainerOf("t4", { available: [] })),
    (store) => saveTrainer(store, officer, WHO, trainerOf("t4", { home: "GM0599" })),
    (store) => saveTrainer(store, officer, WHO, trainerOf("t4", { limits: { ...limits, perSeason: 0 } })),
  ];
  for (const change of changes)
    await withSeason((store) => {
      published(store);
      expect(stands(store)).not.toContain(false);
      change(store);
      expect(stands(store)).not.toContain(true);
      expect(() => publish(store, coordinator, "first", null)).toThrow(BrokenPlan);
    });
});

test("time that was said day by day and is taken back holds at once; more time takes a build", async () => {
  const season = loose();
  const her = season.trainers[3];
  if (her === undefined) throw new Error("no t4");
  await withSeason((store) => {
    saveTrainer(store, officer, WHO, { ...her, available: [] });
    const extra = [{ day: "2027-03-18", parts: ["day" as const] }];
    saveAvailability(store, officer, "t4", { ...NO_AVAILABILITY, extra });
    buildSeason(store, coordinator, options());
    published(store);
    keepTime(store, t4, "t4", NO_AVAILABILITY, null);
    expect(stands(store)).not.toContain(true);
    keepTime(store, t4, "t4", { ...NO_AVAILABILITY, extra: [...extra, { day: "2027-03-19", parts: ["day"] }] }, null);
    expect(stands(store)).not.toContain(false);
    expect(standing(store).trainers.find(({ id }) => id === "t4")?.available).toEqual([
      ["2027-03-18T00:00", "2027-03-19T00:00"],
    ]);
  });
});

test("her own community by the backgrounds and the home that the pool has now", async () => {
  const season = loose();
  const s4 = season.sessions.find(({ id }) => id === "s4");
  if (s4 === undefined) throw new Error("no s4");
  s4.place = "p2";
  s4.audience = [];
  s4.communities = [{ backgrounds: ["q-somali"], weight: 1, required: null }];
  const near = { ...loose().trainers[3]?.limits, ownCommunityKm: 20 };
  await withSeason((store) => {
    saveTrainer(store, officer, WHO, trainerOf("t4", { backgrounds: [], limits: near }));
    buildSeason(store, coordinator, options());
    published(store);
    expect(stands(store)).not.toContain(false);
    saveTrainer(store, officer, WHO, trainerOf("t4", { limits: near }));
    expect(stands(store)).not.toContain(true);
  }, season);
  await withSeason((store) => {
    saveTrainer(store, officer, WHO, trainerOf("t4", { home: "p3", limits: { ...near, travelKm: 300 } }));
    buildSeason(store, coordinator, options());
    published(store);
    expect(stands(store)).not.toContain(false);
    saveTrainer(store, officer, WHO, trainerOf("t4", { limits: { ...near, travelKm: 300 } }));
    expect(stands(store)).not.toContain(true);
  }, season);
});

test("a date that was gone from the season and is in the pool again is not judged, and does not stand", async () => {
  await withSeason((store) => {
    published(store);
    saveSession(store, officer, "cl", sessionOf("s4", { slots: sessionOf("s4").slots.slice(0, 1) }));
    buildSeason(store, coordinator, options());
    saveSession(store, officer, "cl", sessionOf("s4"));
    expect(stands(store)).not.toContain(true);
  });
});

test("two seasons with the same sessions: one hour is told once, whatever was declined and said after all", async () => {
  await withSeason((store) => {
    saveSession(store, officer, "cl", sessionOf("s4", { id: "s6" }));
    buildSeason(store, coordinator, options());
    buildSeason(store, coordinator, options({ id: "two" }));
    published(store);
    answerOwn(store, t4, "small", "s4", "no");
    const team = [
      { seat: "professional", trainer: "t5" },
      { seat: "lived", trainer: "t4" },
    ] as const;
    const plan: Plan = { format: "koppel-plan/1", season: "two", assignments: [{ session: "s6", slot: 1, team }] };
    const season = loose().trainers.find(({ id }) => id === "t5");
    saveTrainer(store, officer, WHO, { ...season, limits: { ...season?.limits, travelKm: 500 } });
    buildSeason(store, coordinator, options({ id: "two" }));
    keepPlan(store, coordinator, "theirs", "two", plan, 0);
    publish(store, coordinator, "theirs", null);
    answerOwn(store, t4, "two", "s6", "yes");
    expect(() => answerOwn(store, t4, "small", "s4", "yes")).toThrow(/no longer holds/);
    expect(teamSheets(store, coordinator, "small", null).sheets).toEqual([]);
    expect(teamSheets(store, coordinator, "two", null).sheets).toHaveLength(1);
  });
});

test("a yes is to a place and a seat too; where exactly it was is forgotten when a session moves", async () => {
  await withSeason((store) => {
    published(store);
    saveVenue(store, officer, "s4", { ...NO_VENUE, address: "Street 1" });
    for (const one of [HERS, HIS]) answer(store, coordinator, "small", { ...one, reply: "yes" });
    const pinned = (): unknown => standing(store).sessions.find(({ id }) => id === "s4")?.pinned;
    expect(pinned()).not.toBeNull();
    saveSession(store, officer, "cl", sessionOf("s4", { place: "p1", audience: [] }));
    expect(venueOf(store, "s4").address).toBeNull();
    buildSeason(store, coordinator, options());
    expect([pinned(), stands(store)]).toEqual([null, [false, false]]);
    expect(teamSheets(store, coordinator, "small", null)).toEqual({ sheets: [], heldBack: ["s4"] });
    const told = publish(store, coordinator, "first", null);
    expect(told.news).toEqual(["s4"]);
    const replies = askingsOf(store, coordinator, "small").flatMap(({ askings }) => askings.map(({ reply }) => reply));
    expect(replies).toEqual(["new", "new"]);
  });
});

test("a plan that people take along is without what moved, was cancelled or is forbidden; nor is that published", async () => {
  const changes: readonly ((store: Store) => void)[] = [
    (store) => saveSession(store, officer, "cl", sessionOf("s4", { place: "p1" })),
    (store) => saveSession(store, officer, "cl", sessionOf("s4", { before: 200 })),
    (store) => cancelSession(store, coordinator, "s4"),
    (store) => void protect(store, officer, "t4", { field: "avoidPlaces", value: "p3" }, isPlace),
  ];
  for (const change of changes)
    await withSeason((store) => {
      keepPlan(store, coordinator, "first", "small", PLAN, 0);
      expect(soundPart(store, standing(store), PLAN).plan.assignments).toHaveLength(1);
      change(store);
      expect(soundPart(store, standing(store), PLAN).plan.assignments).toEqual([]);
      expect(() => publish(store, coordinator, "first", null)).toThrow(BrokenPlan);
    });
});

test("her own no is changed by her yes alone", async () => {
  await withSeason((store) => {
    published(store);
    answerOwn(store, t4, "small", "s4", "no");
    for (const reply of ["asked", "silent"] as const)
      expect(() => answer(store, coordinator, "small", { ...HERS, reply })).toThrow(/only her yes changes that/);
    expect(stands(store)).not.toContain(true);
  });
});

test("an erasure and a consent taken back leave a season that can be read, its pins let go where they must be", async () => {
  const changes: readonly ((store: Store) => void)[] = [
    (store) => eraseTrainer(store, officer, "t1"),
    (store) => withdrawConsent(store, officer, "t1", "traits", "matching"),
  ];
  for (const change of changes)
    await withSeason((store) => {
      const session = (id: string) => {
        const found = PINNED.find((one) => one.id === id);
        return sessionOf(id, { pinned: found?.pinned ?? null });
      };
      for (const id of ["s1", "s2"]) saveSession(store, officer, "cl", session(id));
      expect(buildSeason(store, coordinator, options()).released).toEqual([]);
      change(store);
      expect(standing(store).sessions.find(({ id }) => id === "s1")?.pinned?.team.length ?? 0).toBeLessThan(2);
    });
});
const PINNED = [
  {
    id: "s1",
    pinned: {
      slot: 0,
      team: [
        { seat: "professional", trainer: "t1" },
        { seat: "lived", trainer: "t2" },
      ],
    },
  },
  {
    id: "s2",
    pinned: {
      slot: 0,
      team: [
        { seat: "professional", trainer: "t3" },
        { seat: "lived", trainer: "t2" },
      ],
    },
  },
] as const;

test("a build says which plans lost teams, and whoever has not seen the season as it is builds nothing", async () => {
  await withSeason((store) => {
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    const seen = versionOf(store, "seasons", "small");
    const built = buildSeason(store, other, options({ to: "2027-03-05", seen }));
    expect(built.shrunk).toEqual([{ plan: "first", lost: 1 }]);
    expect(() => buildSeason(store, coordinator, options({ seen }))).toThrow(/somebody else saved it/);
  });
});

test("names of the program's proposals are its own; a session made anew goes on counting", async () => {
  await withSeason((store) => {
    for (const name of proposalsOf("small"))
      expect(() => keepPlan(store, coordinator, name, "small", PLAN, null)).toThrow(/program's own/);
    const { client, session, version } = keptSession(store, coordinator, "s4");
    cancelSession(store, coordinator, "s4");
    keepSession(store, other, "s4", client, { ...session, priority: 1 }, 0);
    expect(() => keepSession(store, coordinator, "s4", client, { ...session }, version)).toThrow(/somebody else saved/);
  });
});

test("whoever is refused another organisation's time leaves a row, and one whose role may not plan before anything else", async () => {
  await withSeason((store) => {
    const refused = (): number => trailOf(store).filter(({ outcome }) => outcome === "refused").length;
    const before = refused();
    expect(() => keepTime(store, other, "t4", NO_AVAILABILITY, null)).toThrow(/may not do this/);
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    const auditor = { id: "a1", role: "auditor" } as const;
    expect(() => keepPlan(store, auditor, "first", "small", PLAN, 99)).toThrow(/may not do this/);
    expect(() => protect(store, officer, "t2", { field: "ownCommunityKm", value: 1 }, isPlace)).toThrow(/less/);
    expect(refused() - before).toBe(3);
  });
});

test("work that waits is dropped with her, whatever its text: it may have read the season before", async () => {
  await withSeason((store) => {
    const whole = JSON.stringify({ season: { trainers: [{ id: "t4" }] } });
    for (const [id, text] of Object.entries({
      mark: `\uFEFF${whole}`,
      cut: whole.slice(0, -3),
      none: '{"season":"small"}',
    }))
      keepJob(store, { id, account: "a", body: { kind: "solves", text } });
    giveConsent(store, officer, "t4", "traits", "export");
    eraseTrainer(store, officer, "t4");
    expect(keptJobs(store)).toEqual([]);
  });
});
