/** `npm run bench:pool`: how long a pool of 2,000 trainers and 10 seasons takes to open, and to make a season file. See ../README.md. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { seasonFileText } from "../../src/faces/cli/plan-file.js";
import { loadPlaces } from "../../src/faces/cli/programme/facts.js";
import { readSeason, type Season, type Session, type Trainer } from "../../src/model/index.js";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import {
  type Actor,
  closeStore,
  createStore,
  giveConsent,
  inTransaction,
  openStore,
  type Store,
  saveAvailability,
  saveOrganisation,
  saveProgramme,
  saveSeries,
  saveSession,
  saveTrainer,
} from "../../src/pool/store/index.js";
import { buildSeason, exportedSeason, seasonForPlanning } from "../../src/season/index.js";
import { machineLine } from "../machine.js";
import { runBench } from "../options.js";
import { table } from "../report.js";

const TRAINERS = 2000;
const SEASONS = 10;
const RUNS = 5;
/** Days between two seasons: whole weeks, so that weekdays stay. */
const APART = 182;
const DAY_MS = 86_400_000;

const officer: Actor = { id: "bench", role: "safetyOfficer" };

/** A wall time so many days on. */
const later = (wall: string, days: number): string =>
  new Date(Date.parse(`${wall}Z`) + days * DAY_MS).toISOString().slice(0, wall.length);

/** The demo season's people, many times over, with weekly patterns in the place of single days. */
function fillPeople(store: Store, { trainers }: Season): void {
  saveOrganisation(store, officer, "o", "Organisation");
  for (let i = 0; i < TRAINERS; i++) {
    const like = trainers[i % trainers.length] as Trainer;
    const id = `t${i}`;
    const contact = { organisation: "o", name: `Name ${i}`, contact: `${id}@example.org` };
    saveTrainer(store, officer, contact, { ...like, id, available: [], discouraged: [], avoidTrainers: [] });
    const days = (["mon", "tue", "wed", "thu", "fri"] as const).filter((_, day) => (i + day) % 3 !== 0);
    const weekly = [{ days, parts: ["morning" as const, "afternoon" as const], from: null, to: null, everyWeeks: 1 }];
    const holidays = [{ from: `2027-0${1 + (i % 6)}-10`, to: `2027-0${1 + (i % 6)}-17` }];
    saveAvailability(store, officer, id, { ...NO_AVAILABILITY, weekly, holidays });
    for (const purpose of ["matching", "export"] as const)
      for (const field of ["roles", "backgrounds", "languages", "traits"] as const)
        giveConsent(store, officer, id, field, purpose);
  }
}

function fillWork(store: Store, { sessions, series, programmes }: Season, k: number): void {
  const name = (id: string): string => `${id}-${k}`;
  for (const { id, budget } of programmes) saveProgramme(store, officer, null, { id: name(id), budget });
  for (const session of sessions) {
    const moved: Session = {
      ...session,
      id: name(session.id),
      programme: session.programme === null ? null : name(session.programme),
      slots: session.slots.map((slot) =>
        slot.map(([start, end]) => [later(start, k * APART), later(end, k * APART)] as const),
      ),
      excludes: [],
      waivers: [],
      pinned: null,
    };
    saveSession(store, officer, null, moved);
  }
  for (const one of series) saveSeries(store, officer, { ...one, id: name(one.id), sessions: one.sessions.map(name) });
}

/** Milliseconds of some work: the median of a few times. */
function timed(work: (run: number) => void): number {
  const times = Array.from({ length: RUNS }, (_, run) => {
    const began = performance.now();
    work(run);
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}

async function main(): Promise<void> {
  const season = readSeason(readFileSync("data/demo/season.json"));
  const places = await loadPlaces();
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-bench-"));
  const file = path.join(folder, "pool.db");
  const settings = { key: Buffer.alloc(32, 7), now: () => new Date().toISOString(), ledger: `${file}.ledger` };
  const options = (k: number) => ({
    id: `season-${k}`,
    from: later(season.from, k * APART),
    to: later(season.to, k * APART),
    timeZone: season.timeZone,
    programmes: null,
    weights: season.weights,
    places,
    now: Date.now(),
  });
  try {
    const made = createStore(file, settings);
    inTransaction(made, () => {
      fillPeople(made, season);
      for (let k = 0; k < SEASONS; k++) fillWork(made, season, k);
    });
    for (let k = 0; k < SEASONS; k++) buildSeason(made, officer, options(k));
    closeStore(made);
    const opening = timed(() => closeStore(openStore(file, settings)));
    const store = openStore(file, settings);
    const out = path.join(folder, "season.json");
    const building = timed((run) => {
      buildSeason(store, officer, options(run));
      writeFileSync(out, seasonFileText(exportedSeason(store, officer, `season-${run}`)));
    });
    const loading = timed((run) => void seasonForPlanning(store, officer, `season-${run}`));
    closeStore(store);
    const mb = (statSync(file).size / 2 ** 20).toFixed(0);
    const ms = (value: number): string => `${value.toFixed(0)} ms`;
    const rows = [
      ["opens (asked: 200 ms)", ms(opening)],
      ["a season is built and written as a file (asked: 3 s)", ms(building)],
      ["a season is loaded for planning", ms(loading)],
    ];
    process.stdout.write(
      `## A pool of 2,000 trainers and 10 seasons\n\nMeasured ${machineLine(new Date())}. Encrypted, ${mb} MB; the median of ${RUNS}.\n\n${table(["what", "time"], rows)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runBench(main);
