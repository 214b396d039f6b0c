/** The one door: role × field × purpose, consent, and a row of the trail for every look. */
import { expect, test } from "vitest";
import {
  ACTOR_ROLES,
  type Actor,
  giveConsent,
  loadSeason,
  matchesNeed,
  PURPOSES,
  readContact,
  readSensitive,
  SENSITIVE_FIELDS,
  savePlan,
  saveSeason,
  trailHead,
  withdrawConsent,
} from "../../src/pool/store/index.js";
import { SPECIAL_TABLES } from "../../src/pool/store/schema.js";
import { smallSeason } from "../support/small-season.js";
import { consentTo, coordinator, officer, planner, trailOf, withPool } from "./support.js";

/** Written from the table of docs/trust.md, apart from the matrix: who may ever have the value, for what. */
function tableSays(actor: Actor, purpose: string, trainer: string): boolean {
  if (actor.role === "safetyOfficer") return purpose === "safety" || purpose === "export";
  if (actor.role === "trainer") return purpose === "own" && actor.trainer === trainer;
  return actor.role === "planner" && purpose === "matching";
}

test("every cell of role × field × purpose, and a row for each look, refusals too", async () => {
  await withPool((store) => {
    for (const purpose of PURPOSES) consentTo(store, "t2", purpose);
    let cells = 0;
    for (const role of ACTOR_ROLES) {
      for (const own of ["t2", "t3"]) {
        const actor: Actor = { id: "a", role, organisation: "org1", trainer: own };
        for (const purpose of PURPOSES) {
          for (const field of SENSITIVE_FIELDS) {
            const before = trailHead(store.db).seq;
            const answer = readSensitive(store, actor, purpose, "t2", field);
            const cell = `${role} ${own} ${purpose} ${field}`;
            expect([cell, answer.given]).toEqual([cell, tableSays(actor, purpose, "t2")]);
            expect(trailHead(store.db).seq).toBe(before + 1);
            const row = trailOf(store).at(-1);
            expect([row?.field, row?.purpose, row?.outcome]).toEqual([
              field,
              purpose,
              answer.given ? "given" : "refused",
            ]);
            cells++;
          }
        }
      }
    }
    expect(cells).toBe(7 * 2 * 5 * 8);
  });
});

test("the value is the trainer's own, of every field", async () => {
  await withPool((store) => {
    const t2 = smallSeason().trainers.find(({ id }) => id === "t2");
    if (t2 === undefined) throw new Error("the small season has no t2");
    const expected: Record<string, unknown> = { ...t2, ...t2.limits };
    for (const field of SENSITIVE_FIELDS) {
      expect(readSensitive(store, officer, "safety", "t2", field)).toEqual({ given: true, value: expected[field] });
    }
  });
});

test("who has no right cannot tell a trainer from a code that is none; strange roles and fields are refused", async () => {
  await withPool((store) => {
    const asks = (code: string): unknown => readSensitive(store, coordinator, "need", code, "avoidPlaces");
    expect(asks("t2")).toEqual(asks("nobody"));
    const strange = { id: "x", role: "toString" } as unknown as Actor;
    expect(() => readSensitive(store, strange, "safety", "t2", "traits")).toThrow(/no role/);
    const field = "traits; DROP TABLE trail" as "traits";
    expect(() => readSensitive(store, officer, "safety", "t2", field)).toThrow(/no such/);
  });
});

test("a background without consent is never given for matching; nor after it is withdrawn; nor for another purpose", async () => {
  await withPool((store) => {
    const ask = (): unknown => readSensitive(store, planner, "matching", "t2", "backgrounds");
    const no = { given: false, reason: "no consent" };
    expect(ask()).toEqual(no);
    giveConsent(store, officer, "t2", "backgrounds", "export");
    giveConsent(store, officer, "t4", "backgrounds", "matching");
    giveConsent(store, officer, "t2", "languages", "matching");
    expect(ask()).toEqual(no);
    for (let round = 0; round < 3; round++) {
      giveConsent(store, officer, "t2", "backgrounds", "matching");
      giveConsent(store, officer, "t2", "backgrounds", "matching");
      expect(ask()).toEqual({ given: true, value: ["q-turkish", "q-sunni"] });
      withdrawConsent(store, officer, "t2", "backgrounds", "matching");
      expect(ask()).toEqual(no);
    }
  });
});

test("a coordinator learns whether a trainer matches, with her consent, and never the value", async () => {
  await withPool((store) => {
    const ask = (wanted: string[]): unknown => matchesNeed(store, coordinator, "t2", "backgrounds", wanted);
    expect(ask(["q-turkish"])).toEqual({ given: false, reason: "no consent" });
    consentTo(store, "t2", "need");
    expect(ask(["q-turkish"])).toEqual({ given: true, value: true });
    expect(ask(["q-somali"])).toEqual({ given: true, value: false });
    expect(matchesNeed(store, coordinator, "t2", "avoidPlaces", ["p3"]).given).toBe(false);
    expect(readSensitive(store, coordinator, "need", "t2", "backgrounds").given).toBe(false);
  });
});

test("the row and the look are one transaction: where the row cannot be written, nothing is given", async () => {
  await withPool((store) => {
    store.db.exec("CREATE TRIGGER stop BEFORE INSERT ON trail BEGIN SELECT RAISE(ABORT, 'no more rows'); END");
    const looks = [
      () => readSensitive(store, officer, "safety", "t2", "traits"),
      () => readContact(store, coordinator, "t2"),
      () => giveConsent(store, officer, "t2", "traits", "matching"),
    ];
    for (const look of looks) expect(look).toThrow(/no more rows/);
    expect(store.db.prepare("SELECT count(*) AS n FROM consents").get()).toEqual({ n: 0 });
  });
});

test("names: her own organisation's coordinator and she herself", async () => {
  await withPool((store) => {
    const may = (actor: Actor, code: string): boolean => readContact(store, actor, code).given;
    expect(may(coordinator, "t2")).toBe(true);
    expect(may(coordinator, "t6")).toBe(false);
    expect(may({ id: "x", role: "trainer", trainer: "t6" }, "t6")).toBe(true);
    expect(may({ id: "x", role: "trainer", trainer: "t6" }, "t2")).toBe(false);
    expect(may({ id: "x", role: "auditor" }, "t2")).toBe(false);
    expect(trailOf(store).at(-1)?.outcome).toBe("refused");
  });
});

test("a season comes back as it was where all consent; its record holds nothing sensitive", async () => {
  await withPool((store) => {
    for (const { id } of smallSeason().trainers) {
      consentTo(store, id, "matching");
      consentTo(store, id, "export");
    }
    saveSeason(store, officer, smallSeason());
    for (const [actor, purpose] of [[planner, "matching"] as const, [officer, "export"] as const]) {
      expect(loadSeason(store, actor, purpose, "small")).toEqual({ given: true, value: smallSeason() });
    }
    expect(loadSeason(store, coordinator, "export", "small")).toEqual({ given: false, reason: "not allowed" });
    expect(loadSeason(store, officer, "matching", "small").given).toBe(false);
    const { body } = store.db.prepare("SELECT body FROM seasons").get() as { body: string };
    for (const text of [
      "q-sunni",
      "avoidPlaces",
      "avoidTrainers",
      "exposure",
      "ownCommunityKm",
      "excludes",
      '"roles"',
    ]) {
      expect([text, body.includes(text)]).toEqual([text, false]);
    }
  });
});

test("planning without consent: no backgrounds, no lived role, pins let go; no-go lists stand", async () => {
  await withPool((store) => {
    saveSeason(store, officer, smallSeason());
    for (const { id } of smallSeason().trainers.filter(({ id: code }) => code !== "t4")) {
      consentTo(store, id, "matching");
    }
    const loaded = loadSeason(store, planner, "matching", "small");
    const t4 = loaded.given ? loaded.value.trainers.find(({ id }) => id === "t4") : undefined;
    expect([t4?.roles, t4?.backgrounds, t4?.languages]).toEqual([["actor"], [], []]);
    withdrawConsent(store, officer, "t2", "roles", "matching");
    const less = loadSeason(store, planner, "matching", "small");
    if (!less.given) throw new Error("the season was not given");
    // t2 has no other role than `lived`
    expect(less.value.trainers.map(({ id }) => id)).toEqual(["t1", "t3", "t4", "t5", "t6"]);
    expect(JSON.stringify(less.value)).not.toContain('"t2"');
    consentTo(store, "t2", "matching");
    withdrawConsent(store, officer, "t2", "traits", "matching");
    const again = loadSeason(store, planner, "matching", "small");
    const t2 = again.given ? again.value.trainers.find(({ id }) => id === "t2") : undefined;
    expect([t2?.avoidPlaces, t2?.avoidTrainers, t2?.limits.ownCommunityKm]).toEqual([["p3"], ["t6"], 5]);
  });
});

test("safety data that cannot be read is a refusal, never an empty list", async () => {
  await withPool((store) => {
    saveSeason(store, officer, smallSeason());
    for (const table of SPECIAL_TABLES) store.db.exec(`SAVEPOINT s; DELETE FROM ${table}`);
    expect(() => readSensitive(store, planner, "matching", "t2", "avoidPlaces")).toThrow();
    while (store.db.inTransaction) store.db.exec("ROLLBACK");
    for (const table of ["season_special", "season_excludes"]) {
      store.db.exec(`DELETE FROM ${table}`);
      expect(() => loadSeason(store, planner, "matching", "small")).toThrow(/cannot be read/);
      saveSeason(store, officer, smallSeason());
    }
    store.db.exec("DELETE FROM special_avoid_places");
    expect(() => readSensitive(store, planner, "matching", "t2", "avoidPlaces")).toThrow(/cannot be read/);
  });
});

test("what is no season, plan or trainer is refused whole, and so are trainers whom the pool does not know", async () => {
  await withPool((store) => {
    const rows = trailHead(store.db).seq;
    expect(() => saveSeason(store, officer, { ...smallSeason(), from: "soon" })).toThrow(/wrong/);
    const strange = JSON.parse(JSON.stringify(smallSeason()).replaceAll('"t5"', '"t9"')) as unknown;
    expect(() => saveSeason(store, officer, strange)).toThrow(/t9/);
    expect(() => savePlan(store, officer, "p", "small", {})).toThrow(/small/);
    expect(store.db.prepare("SELECT count(*) AS n FROM seasons").get()).toEqual({ n: 0 });
    expect(trailHead(store.db).seq).toBe(rows);
  });
});
