/** Roles at the door of the room; two people for a removal; what is held about her, for her alone; erasure of it all. */
import { expect, test } from "vitest";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import {
  ACTOR_ROLES,
  ACTS,
  type Act,
  type Actor,
  type ActorRole,
  assertMay,
  changesOf,
  eraseTrainer,
  NO_VENUE,
  NO_WISHES,
  protect,
  protectionFor,
  type Store,
  saveBusy,
  saveVenue,
  saveWishes,
  unprotect,
  versionOf,
} from "../../src/pool/store/index.js";
import * as season from "../../src/season/index.js";
import { filesWith, trailOf } from "../pool/support.js";
import { coordinator, officer, officer2, options, PLAN, withSeason } from "./support.js";

const isPlace = (id: string): boolean => /^p[1-4]$/.test(id);

const actorAs = (role: ActorRole): Actor => ({ id: "x", role, organisation: "org1", trainer: "t1" });

test("each act, each role: allowed exactly as the table has it, refusals in the trail", async () => {
  await withSeason((store) => {
    for (const act of Object.keys(ACTS) as Act[])
      for (const role of ACTOR_ROLES) {
        const before = trailOf(store).length;
        let allowed = true;
        try {
          assertMay(store, actorAs(role), act);
        } catch {
          allowed = false;
        }
        expect([act, role, allowed]).toEqual([act, role, (ACTS[act] as readonly string[]).includes(role)]);
        expect(trailOf(store).length - before).toBe(allowed ? 0 : 1);
      }
  });
});

/** Every function of the room that takes an actor, called as somebody; and who may call it. */
const CALLS: Readonly<Record<string, readonly [act: Act, call: (store: Store, actor: Actor) => unknown]>> = {
  buildSeason: ["buildSeason", (s, a) => season.buildSeason(s, a, options())],
  keepPlan: ["plan", (s, a) => season.keepPlan(s, a, "second", "small", PLAN, null)],
  keepPlanBeside: ["plan", (s, a) => season.keepPlanBeside(s, a, "third", "small", PLAN, 0, {})],
  assertPlanName: ["plan", (s, a) => season.assertPlanName(s, a, "any") ?? true],
  seasonPeriod: ["seeBookings", (s, a) => season.seasonPeriod(s, a, "small")],
  keptPlan: ["seeBookings", (s, a) => season.keptPlan(s, a, "first")],
  listPlans: ["seeBookings", (s, a) => season.listPlans(s, a, null)],
  diffPlans: ["seeBookings", (s, a) => season.diffPlans(s, a, "first", "first")],
  listSeasons: ["seeBookings", (s, a) => season.listSeasons(s, a)],
  seasonForPlanning: ["plan", (s, a) => season.seasonForPlanning(s, a, "small")],
  planAgain: ["plan", (s, a) => season.planAgain(s, a) ?? true],
  planAsSeen: [
    "plan",
    (s, a) => {
      const known = season.seasonForPlanning(s, coordinator, "small");
      return season.planAsSeen(s, a, "first", known, versionOf(s, "plans", "first"));
    },
  ],
  seasonForAsking: ["ask", (s, a) => season.seasonForAsking(s, a, "small")],
  seasonForOwn: ["answerOwn", (s, a) => season.seasonForOwn(s, a, "small")],
  answerOwn: ["answerOwn", (s, a) => season.answerOwn(s, a, "small", "s4", "yes")],
  ownAskings: ["answerOwn", (s, a) => season.ownAskings(s, a)],
  seasonForReading: ["seeBookings", (s, a) => season.seasonForReading(s, a, "small")],
  exportedSeason: ["exportSeason", (s, a) => season.exportedSeason(s, a, "small")],
  agree: ["publish", (s, a) => season.agree(s, a, "first")],
  publish: ["publish", (s, a) => season.publish(s, a, "first", null)],
  answer: ["publish", (s, a) => season.answer(s, a, "small", { session: "s4", trainer: "t1", reply: "asked" })],
  askingsOf: ["seeBookings", (s, a) => season.askingsOf(s, a, "small")],
  teamSheets: ["printTeamSheets", (s, a) => season.teamSheets(s, a, "small", null)],
  holdingsOf: ["seeOwn", (s, a) => season.holdingsOf(s, a)],
  poolRows: ["plan", (s, a) => season.poolRows(s, a)],
  timeOf: ["keepTime", (s, a) => season.timeOf(s, a, "t1") ?? "nothing said yet"],
  trainerRow: ["seeTrainer", (s, a) => season.trainerRow(s, a, "t1")],
  keepTrainer: [
    "keepTrainer",
    (s, a) => {
      const { version, name, contact, trainer } = season.trainerRow(s, coordinator, "t1");
      return season.keepTrainer(s, a, "t1", { name, contact, trainer: { ...trainer } }, version);
    },
  ],
  keepTime: ["keepTime", (s, a) => season.keepTime(s, a, "t1", NO_AVAILABILITY, null) ?? true],
  keptSession: ["seeBookings", (s, a) => season.keptSession(s, a, "s4")],
  keepSession: [
    "keepWork",
    (s, a) => {
      const { session, version } = season.keptSession(s, coordinator, "s4");
      return season.keepSession(s, a, "s4", "cl", { ...session }, version);
    },
  ],
  dropSession: [
    "keepWork",
    (s, a) => {
      const { session, version } = season.keptSession(s, coordinator, "s5");
      season.dropSession(s, a, "s5", version);
      return season.keepSession(s, a, "s5", "cl", { ...session }, 0);
    },
  ],
  listRecords: ["keepRecords", (s, a) => season.listRecords(s, a, "clients")],
  keptRecord: ["keepRecords", (s, a) => season.keptRecord(s, a, "organisations", "org2")],
  keepRecord: ["keepRecords", (s, a) => season.keepRecord(s, a, "organisations", "org1", { id: "org1", name: "n" }, 1)],
  dropRecord: [
    "keepRecords",
    (s, a) => {
      const local = { id: "l1", name: "n", place: null, communities: [], contacts: [] };
      const { version } = season.keepRecord(s, coordinator, "locals", "l1", local, versionOf(s, "locals", "l1"));
      return season.dropRecord(s, a, "locals", "l1", version) ?? true;
    },
  ],
  keptVenue: ["keepRecords", (s, a) => season.keptVenue(s, a, "s4")],
  keepVenue: [
    "keepRecords",
    (s, a) => season.keepVenue(s, a, "s4", NO_VENUE, season.keptVenue(s, coordinator, "s4").version),
  ],
  keepWishes: [
    "keepAgreed",
    (s, a) => season.keepWishes(s, a, "t1", NO_WISHES, season.trainerRow(s, coordinator, "t1").version),
  ],
  keepConsents: [
    "keepAgreed",
    (s, a) => {
      const { version, consents } = season.trainerRow(s, coordinator, "t1");
      return season.keepConsents(s, a, "t1", consents, version);
    },
  ],
  freeTimes: ["keepTrainer", (s, a) => season.freeTimes(s, a, "small")],
  keepCalendar: ["keepTime", (s, a) => season.keepCalendar(s, a, "t1", [])],
};
/** Functions that take no store, or are handed one by those above. */
const NO_DOOR = [
  "answersTo",
  "bookingOf",
  "bookingsOf",
  "toldMatches",
  "brokenFor",
  "plannerFor",
  "publishedPlan",
  "soundPart",
  "BrokenPlan",
  "HERSELF",
  "PROGRAM",
  "digestOf",
  "assertOfSeason",
  "proposalsOf",
];

const refusals = (store: Store): number => trailOf(store).filter(({ outcome }) => outcome === "refused").length;

test("every door of the room asks the role first, and each refusal stays in the trail", async () => {
  expect([...Object.keys(CALLS), ...NO_DOOR].sort()).toEqual(Object.keys(season).sort());
  await withSeason((store) => {
    season.keepPlan(store, coordinator, "first", "small", PLAN, 0);
    season.publish(store, coordinator, "first", null);
    for (const [name, [act, call]] of Object.entries(CALLS))
      for (const role of ACTOR_ROLES) {
        const may = (ACTS[act] as readonly string[]).includes(role);
        const run = (): unknown => call(store, actorAs(role));
        if (may) expect([name, role, run() !== null]).toEqual([name, role, true]);
        else {
          const before = refusals(store);
          expect(run, `${name} as ${role}`).toThrow(/may not do this/);
          expect([name, role, refusals(store) - before]).toEqual([name, role, 1]);
        }
      }
  });
});

test("a piece of protection is added by one and taken away by two, never by one account twice", async () => {
  await withSeason((store) => {
    const piece = { field: "avoidPlaces", value: "p1" } as const;
    expect(() => protect(store, coordinator, "t4", piece, isPlace)).toThrow(/may not/);
    expect(protect(store, officer, "t4", piece, isPlace)).toBe("added");
    expect(unprotect(store, officer, "t4", piece)).toBe("asked");
    expect(unprotect(store, officer, "t4", piece)).toBe("asked");
    expect(protectionFor(store, officer, "t4").avoidPlaces).toEqual(["p1"]);
    expect(unprotect(store, officer2, "t4", piece)).toBe("removed");
    expect(protectionFor(store, officer, "t4").avoidPlaces).toEqual([]);
    // a place that is misspelt would keep her from nowhere, a trainer likewise
    expect(() => protect(store, officer, "t4", { field: "avoidPlaces", value: "p9" }, isPlace)).toThrow(
      /no such place/,
    );
    expect(() => protect(store, officer, "t4", { field: "avoidTrainers", value: "t9" }, isPlace)).toThrow(
      /not in the database/,
    );
    // what would weaken is no adding
    protect(store, officer, "t4", { field: "ownCommunityKm", value: 30 }, isPlace);
    expect(() => protect(store, officer, "t4", { field: "ownCommunityKm", value: 10 }, isPlace)).toThrow(
      /protect her less/,
    );
    protect(store, officer, "t4", { field: "exposure", value: { theme: "law", times: 2 } }, isPlace);
    expect(() =>
      protect(store, officer, "t4", { field: "exposure", value: { theme: "law", times: 3 } }, isPlace),
    ).toThrow(/protect her less/);
    expect(unprotect(store, officer, "t4", { field: "exposure", value: { theme: "law", times: 3 } })).toBe("asked");
    expect(unprotect(store, officer2, "t4", { field: "exposure", value: { theme: "law", times: 3 } })).toBe("removed");
    expect(protectionFor(store, officer, "t4")).toMatchObject({ ownCommunityKm: 30, exposure: { law: 3 } });
    expect(() => unprotect(store, officer, "t4", piece)).toThrow(/no such piece/);
  });
});

test("all that is held about her, and nobody else's code; the rows of the trail tell no account", async () => {
  await withSeason((store) => {
    season.keepPlan(store, coordinator, "first", "small", PLAN, 0);
    season.publish(store, coordinator, "first", null);
    season.answer(store, coordinator, "small", { session: "s4", trainer: "t4", reply: "yes" });
    saveWishes(store, officer, "t4", { mayBeNamed: true, mayBePhotographed: false, limits: "not of her brother" });
    const held = season.holdingsOf(store, { id: "self", role: "trainer", trainer: "t4" });
    expect(held).toMatchObject({
      contact: { name: "Name of t4" },
      sensitive: { backgrounds: ["q-somali"], roles: ["lived", "actor"] },
      wishes: { limits: "not of her brother" },
      seasons: [{ season: "small", published: [{ session: "s4", seat: "lived" }], replies: [{ reply: "yes" }] }],
      plans: [{ plan: "first", sessions: ["s4"] }],
    });
    expect(held.looks.length).toBeGreaterThan(3);
    const text = JSON.stringify(held);
    for (const code of ["t1", "t2", "t3", "t5", "t6"])
      expect([code, text.includes(`"${code}"`)]).toEqual([code, false]);
    for (const account of ["c1", "o1"]) expect(text).not.toContain(`"${account}"`);
    expect(() => season.holdingsOf(store, { id: "x", role: "trainer", trainer: "nobody" })).toThrow(/no such trainer/);
  });
});

test("an erasure takes her out of everything that a season's life keeps", async () => {
  await withSeason((store, folder) => {
    const mark = "kanarie";
    season.keepPlan(store, coordinator, "first", "small", PLAN, 0);
    season.publish(store, coordinator, "first", null);
    season.answer(
      store,
      coordinator,
      "small",
      { session: "s4", trainer: "t4", reply: "asked" },
      "2027-02-01T00:00:00Z",
    );
    saveWishes(store, officer, "t4", { mayBeNamed: false, mayBePhotographed: false, limits: mark });
    saveBusy(store, officer, "t4", [["2027-03-05T04:44", "2027-03-05T05:55"]]);
    saveVenue(store, officer, "s4", { ...NO_VENUE, address: "Street 1" });
    protect(store, officer, "t1", { field: "avoidTrainers", value: "t4" }, isPlace);
    unprotect(store, officer, "t1", { field: "avoidTrainers", value: "t4" });
    for (const text of [mark, "2027-03-05T04:44"]) expect(filesWith(folder, text).length).toBeGreaterThan(0);
    expect(everything(store)).toMatch(/"t4"/);
    eraseTrainer(store, officer, "t4");
    expect(everything(store)).not.toMatch(/\bt4\b/);
    for (const text of [mark, "2027-03-05T04:44"]) expect(filesWith(folder, text)).toEqual([]);
    // the others stay, and what stood with her is told as broken
    expect(season.askingsOf(store, coordinator, "small").map(({ trainer }) => trainer)).toEqual(["t1"]);
    expect(season.keptPlan(store, coordinator, "first").verdict.feasible).toBe(false);
  });
});

/** Every row of every table as text. */
function everything(store: Store): string {
  const tables = store.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
  const rows = tables.flatMap(({ name }) => store.db.prepare(`SELECT * FROM ${name}`).all());
  return JSON.stringify(rows).replaceAll("\\", "");
}

test("who reads a trainer's version cannot tell that or when she was protected, and what she writes takes no protection away", async () => {
  await withSeason((store) => {
    const piece = { field: "avoidPlaces", value: "p1" } as const;
    const { trainer, name, contact, version } = season.trainerRow(store, coordinator, "t4");
    const [changes, row] = [changesOf(store), season.trainerRow(store, coordinator, "t4")];
    protect(store, officer, "t4", piece, isPlace);
    expect(season.trainerRow(store, coordinator, "t4")).toEqual(row);
    // planning feels it all the same
    expect(changesOf(store)).toBeGreaterThan(changes);
    season.keepTrainer(store, coordinator, "t4", { name, contact, trainer: { ...trainer } }, version);
    expect(protectionFor(store, officer, "t4").avoidPlaces).toEqual(["p1"]);
    const kept = season.trainerRow(store, coordinator, "t4");
    for (const one of [officer, officer2]) unprotect(store, one, "t4", piece);
    expect(protectionFor(store, officer, "t4").avoidPlaces).toEqual([]);
    expect(season.trainerRow(store, coordinator, "t4")).toEqual(kept);
  });
});
