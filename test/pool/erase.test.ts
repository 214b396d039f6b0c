/** Erasure: no byte of hers in the files, none of hers comes back, and what others need stays. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseSeason } from "../../src/model/index.js";
import { connect } from "../../src/pool/store/driver.js";
import { removeTrainer } from "../../src/pool/store/erase.js";
import {
  type Actor,
  backup,
  closeStore,
  eraseTrainer,
  giveConsent,
  loadSeason,
  openStore,
  readSensitive,
  restore,
  type Store,
  saveClient,
  savePlan,
  saveSeason,
  saveSession,
  saveTrainer,
  scrub,
  trainerCodes,
  verifyTrail,
  withdrawConsent,
} from "../../src/pool/store/index.js";
import { smallSeason } from "../support/small-season.js";
import { consentTo, filesWith, officer, planner, trailOf, withPool } from "./support.js";

const HER = "canary-code";
/** What is hers alone; each stands in one field. */
const CANARIES = {
  code: HER,
  name: "Kanarie Persoon",
  contact: "canary@example.org",
  backgrounds: "canary-background",
  languages: "canary-language",
  traits: "canary-trait",
  exposure: "canary-theme",
  expertise: "canary-skill",
  avoidPlaces: "canary-place",
  // so long that no hash of the trail has it by chance
  ownCommunityKm: "424242424",
};

/** The small season with t2 as the canary, mentioned wherever a trainer can be. */
function canarySeason(): ReturnType<typeof smallSeason> {
  const season = JSON.parse(JSON.stringify(smallSeason()).replaceAll('"t2"', `"${HER}"`)) as ReturnType<
    typeof smallSeason
  >;
  season.places.push({ id: CANARIES.avoidPlaces, name: "Elsewhere", lat: 52, lon: 5 });
  for (const trainer of season.trainers) {
    if (trainer.id === "t3") trainer.avoidTrainers = [HER];
    if (trainer.id !== HER) continue;
    trainer.backgrounds = ["q-turkish", CANARIES.backgrounds];
    trainer.languages = ["q-nl", CANARIES.languages];
    trainer.traits = [CANARIES.traits];
    trainer.limits.exposure = { [CANARIES.exposure]: 3 };
    trainer.limits.ownCommunityKm = Number(CANARIES.ownCommunityKm);
    trainer.expertise = { ...trainer.expertise, [CANARIES.expertise]: 2 };
    trainer.avoidPlaces = [CANARIES.avoidPlaces];
  }
  for (const session of season.sessions) {
    // so that the season is sound: she sits in their pins
    if (session.id === "s1") session.communities = [];
    if (session.id === "s1") session.pinned = { slot: 0, team: [{ seat: "lived", trainer: HER }] };
    if (session.id === "s2") session.pinned = null;
    if (session.id === "s4") session.excludes = ["t3", HER];
    if (session.id === "s5") session.waivers = [{ trainer: HER, rule: "available" }];
  }
  season.published.push({ session: "s1", slot: 0, team: [{ seat: "lived", trainer: HER }] });
  return season;
}

function fillCanary(store: Store): void {
  const season = canarySeason();
  for (const trainer of season.trainers) {
    const contact = { organisation: "org1", name: `Name of ${trainer.id}`, contact: "c" };
    const hers = { organisation: "org1", name: CANARIES.name, contact: CANARIES.contact };
    saveTrainer(store, officer, trainer.id === HER ? hers : contact, trainer);
    consentTo(store, trainer.id, "matching");
  }
  // written several times, so that pages hold older copies
  for (let i = 0; i < 5; i++)
    saveTrainer(
      store,
      officer,
      { organisation: "org1", name: CANARIES.name, contact: CANARIES.contact },
      season.trainers.find(({ id }) => id === HER),
    );
  saveSeason(store, officer, season);
  saveSeason(store, officer, season);
  saveClient(store, officer, "cl", "Client");
  const session = season.sessions.find(({ id }) => id === "s4");
  saveSession(store, officer, "cl", { ...session, waivers: [{ trainer: HER, rule: "travelKm" }] });
  savePlan(store, officer, "plan", "small", {
    format: "koppel-plan/1",
    season: "small",
    assignments: [
      {
        session: "s1",
        slot: 0,
        team: [
          { seat: "professional", trainer: "t1" },
          { seat: "lived", trainer: HER },
        ],
      },
    ],
  });
  const herself: Actor = { id: HER, role: "trainer", trainer: HER };
  readSensitive(store, herself, "own", HER, "backgrounds");
  withdrawConsent(store, herself, HER, "traits", "matching");
  giveConsent(store, herself, HER, "traits", "matching");
}

/** The season's own place stays: its id is on the map for all. */
const gone = Object.entries(CANARIES).filter(([field]) => field !== "avoidPlaces");

test("after an erasure none of her bytes is in database, log or any file beside them; before it, all are", async () => {
  await withPool((store, folder) => {
    fillCanary(store);
    for (const [field, text] of gone) expect([field, filesWith(folder, text).length > 0]).toEqual([field, true]);
    const subject = store.db.prepare("SELECT subject FROM subjects WHERE trainer = ?").get(HER);
    eraseTrainer(store, officer, HER);
    for (const [field, text] of gone) expect([field, filesWith(folder, text)]).toEqual([field, []]);
    const rows = store.db.prepare("SELECT count(*) AS n FROM season_special WHERE value LIKE '%canary%'").get();
    expect(rows).toEqual({ n: 0 });
    // what the trail has of her leads nowhere
    expect(
      store.db.prepare("SELECT count(*) AS n FROM subjects WHERE subject = ?").get(Object.values(subject ?? {})[0]),
    ).toEqual({ n: 0 });
    expect(verifyTrail(store.db).fault).toBeNull();
  });
});

test("what others need stays: the season is sound without her, and plans keep the others", async () => {
  await withPool((store) => {
    fillCanary(store);
    eraseTrainer(store, officer, HER);
    const loaded = loadSeason(store, planner, "matching", "small");
    if (!loaded.given) throw new Error("the season was not given");
    const expected = canarySeason();
    expected.trainers = expected.trainers.filter(({ id }) => id !== HER);
    for (const trainer of expected.trainers) trainer.avoidTrainers = [];
    for (const session of expected.sessions) {
      if (session.id === "s1") session.communities = [];
      if (session.id === "s1") session.pinned = { slot: 0, team: [] };
      if (session.id === "s4") session.excludes = ["t3"];
      session.waivers = session.waivers.filter(({ trainer }) => trainer !== HER);
    }
    expected.pairs = [];
    for (const one of expected.published) one.team = one.team.filter(({ trainer }) => trainer !== HER);
    expect(loaded.value).toEqual(parseSeason(expected));
    const { body } = store.db.prepare("SELECT body FROM plans").get() as { body: string };
    expect(JSON.parse(body).assignments[0].team).toEqual([{ seat: "professional", trainer: "t1" }]);
  });
});

test("a backup forgets her when it is restored; the ledger tells of nobody, and a restore without it is refused", async () => {
  await withPool((store, folder) => {
    fillCanary(store);
    const copy = path.join(folder, "before.db");
    backup(store, copy);
    expect(filesWith(folder, CANARIES.name)).toContain("before.db");
    eraseTrainer(store, officer, HER);
    const restored = path.join(folder, "restored.db");
    expect(restore(copy, restored, store)).toBe(1);
    rmSync(copy);
    for (const [field, text] of gone) expect([field, filesWith(folder, text)]).toEqual([field, []]);
    const ledger = readFileSync(store.ledger, "utf8");
    expect(ledger).toMatch(/^[0-9a-f]{32}\n$/);
    const again = openStore(restored, store);
    expect(trainerCodes(again)).not.toContain(HER);
    expect(trainerCodes(again)).toContain("t1");
    closeStore(again);
    backup(store, copy);
    rmSync(store.ledger);
    expect(() => restore(copy, path.join(folder, "third.db"), store)).toThrow(/ledger/);
    expect(readdirSync(folder).filter((name) => name.includes("third"))).toEqual([]);
  });
});

test("a program that dies between note and erasure: the next opening finishes it", async () => {
  await withPool((store, folder) => {
    fillCanary(store);
    const { subject } = store.db.prepare("SELECT subject FROM subjects WHERE trainer = ?").get(HER) as {
      subject: string;
    };
    // the last line is cut short, as a crash leaves it
    writeFileSync(store.ledger, `${subject}\n${subject.slice(0, 9)}`);
    const again = openStore(store.file, store);
    expect(trainerCodes(again)).not.toContain(HER);
    closeStore(again);
    expect(filesWith(folder, CANARIES.name)).toEqual([]);
  });
});

test("an open reader is told of, never passed over; the scrub can be run again", async () => {
  await withPool((store, folder) => {
    fillCanary(store);
    const reader = connect(store.file);
    reader.exec("BEGIN");
    reader.prepare("SELECT count(*) FROM trainers").get();
    store.db.pragma("busy_timeout = 50");
    expect(() => eraseTrainer(store, officer, HER)).toThrow(/close it and scrub again/);
    expect(trainerCodes(store)).not.toContain(HER);
    reader.exec("COMMIT");
    reader.close();
    scrub(store);
    for (const [field, text] of gone) expect([field, filesWith(folder, text)]).toEqual([field, []]);
  });
});

test("a code that the pool does not know is refused, and the ledger and the trail stay as they are", async () => {
  await withPool((store) => {
    const rows = trailOf(store).length;
    expect(() => eraseTrainer(store, officer, "nobody")).toThrow(/no such trainer/);
    expect(trailOf(store)).toHaveLength(rows);
    expect(existsSync(store.ledger) && readFileSync(store.ledger, "utf8")).toBe("");
  });
});

test("the search for bytes would find them: without the scrub they stay in the log", async () => {
  await withPool((store, folder) => {
    fillCanary(store);
    removeTrainer(store, officer, HER);
    expect(filesWith(folder, CANARIES.name).length).toBeGreaterThan(0);
  });
});

test("bytes that an earlier program deleted without overwriting them go with the scrub", async () => {
  await withPool((store, folder) => {
    fillCanary(store);
    store.db.pragma("secure_delete = OFF");
    store.db.exec(`UPDATE trainers SET name = 'x' WHERE code = '${HER}'`);
    store.db.pragma("secure_delete = ON");
    store.db.pragma("wal_checkpoint(TRUNCATE)");
    expect(filesWith(folder, CANARIES.name)).toContain("pool.db");
    eraseTrainer(store, officer, HER);
    for (const [field, text] of gone) expect([field, filesWith(folder, text)]).toEqual([field, []]);
  });
});
