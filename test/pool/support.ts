/** A store in a folder of its own, with the small season's trainers in it, and who may act. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type Actor,
  closeStore,
  createStore,
  giveConsent,
  type Purpose,
  SENSITIVE_FIELDS,
  type Store,
  saveOrganisation,
  saveTrainer,
} from "../../src/pool/store/index.js";
import { smallSeason } from "../support/small-season.js";

export const KEY = Buffer.alloc(32, 7);
export const OTHER_KEY = Buffer.alloc(32, 8);
export const officer: Actor = { id: "o1", role: "safetyOfficer" };
export const planner: Actor = { id: "p1", role: "planner" };
export const coordinator: Actor = { id: "c1", role: "coordinator", organisation: "org1" };

/** A clock that never stands still, and never reads one. */
export function ticking(): () => string {
  let n = 0;
  return () => `2027-01-01T00:00:00.${String(n++).padStart(6, "0")}Z`;
}

export async function inFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-pool-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function optionsIn(
  folder: string,
  key: Buffer | null = null,
): { key: Buffer | null; now: () => string; ledger: string } {
  return { key, now: ticking(), ledger: path.join(folder, "ledger") };
}

/** A store with the small season's trainers, closed whatever the work does. */
export async function withPool<T>(
  work: (store: Store, folder: string) => Promise<T> | T,
  key: Buffer | null = null,
): Promise<T> {
  return inFolder(async (folder) => {
    const store = createStore(path.join(folder, "pool.db"), optionsIn(folder, key));
    try {
      fill(store);
      return await work(store, folder);
    } finally {
      closeStore(store);
    }
  });
}

export function fill(store: Store): void {
  saveOrganisation(store, officer, "org1", "Organisation one");
  saveOrganisation(store, officer, "org2", "Organisation two");
  for (const trainer of smallSeason().trainers) {
    const organisation = trainer.id === "t6" ? "org2" : "org1";
    const contact = { organisation, name: `Name of ${trainer.id}`, contact: `${trainer.id}@example.org` };
    saveTrainer(store, officer, contact, trainer);
  }
}

export function consentTo(store: Store, trainer: string, purpose: Purpose): void {
  for (const field of SENSITIVE_FIELDS) giveConsent(store, officer, trainer, field, purpose);
}

/** Rows of the trail, newest last. */
export function trailOf(store: Store): Record<string, string>[] {
  return store.db.prepare("SELECT * FROM trail ORDER BY seq").all() as Record<string, string>[];
}

/** The files of a folder in which a text stands, whatever else is in them. */
export function filesWith(folder: string, text: string): string[] {
  const bytes = Buffer.from(text, "utf8");
  return readdirSync(folder).filter((name) => readFileSync(path.join(folder, name)).includes(bytes));
}
