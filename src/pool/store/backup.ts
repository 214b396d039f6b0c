/** Backups by SQLite's own means, restores that are verified, and a new key. */
import { createHash } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { inTransaction, type Store, type StoreOptions } from "./context.js";
import type { Database } from "./driver.js";
import { damageIn, isUnreadable, StoreError } from "./errors.js";
import { closeStore, openReadonly, openStore, syncFolder, unwritable } from "./open.js";
import type { Actor } from "./rights.js";
import { type Anchor, append, trailHead, verifyTrail } from "./trail.js";

/** What stands beside a backup, in `<backup>.json`. */
export interface Manifest {
  readonly format: "koppel-backup/1";
  /** SHA-256 of all that the database holds, in hexadecimal digits */
  readonly digest: string;
  /** the end of the trail: an anchor for `verifyTrail` */
  readonly trail: Anchor;
}

/** A digest of schema and rows, whatever the file's layout and key. */
export function contentDigest(db: Database): string {
  const hash = createHash("sha256");
  const tables = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
  hash.update(JSON.stringify(db.prepare("SELECT name, sql FROM sqlite_schema ORDER BY name").all()));
  for (const { name } of tables as { name: string }[]) {
    const width = (db.pragma(`table_info(${name})`) as unknown[]).length;
    const order = Array.from({ length: width }, (_, i) => i + 1).join(", ");
    hash.update(`\n${name}\n`);
    for (const row of db.prepare(`SELECT * FROM ${name} ORDER BY ${order}`).raw().iterate()) {
      hash.update(`${JSON.stringify(row)}\n`);
    }
  }
  return hash.digest("hex");
}

/** What SQLite's own checks and the trail say of a database. */
export interface StoreVerdict {
  /** rows of the trail that are whole, from its start on */
  readonly rows: number;
  /** a sentence for each fault; none: it is sound */
  readonly faults: readonly string[];
}

/**
 * Looks through a whole database: its pages, its references and its trail.
 * @param anchor as `verifyTrail` takes it
 */
export function verifyStore({ db }: { readonly db: Database }, anchor: Anchor | null = null): StoreVerdict {
  const faults: string[] = [];
  let rows = 0;
  try {
    if (db.pragma("integrity_check", { simple: true }) !== "ok") faults.push("the integrity check failed");
    const strays = db.pragma("foreign_key_check") as unknown[];
    if (strays.length > 0) faults.push(`${strays.length} references lead nowhere`);
    const trail = verifyTrail(db, anchor);
    rows = trail.rows;
    if (trail.fault !== null) faults.push(`trail: ${trail.fault.text}`);
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    faults.push("parts of it cannot be read");
  }
  return { rows, faults };
}

/** @throws StoreError `damaged` with the first fault */
function assertSound(db: Database, what: string, anchor: Anchor | null = null): void {
  const [fault] = verifyStore({ db }, anchor).faults;
  if (fault !== undefined) throw new StoreError("damaged", `${what}: ${fault}`);
}

/**
 * A copy of the database as of one moment, under the same key, while others go on writing. It is read back and checked
 * before it gets its name.
 * @returns its manifest, which is also written beside it
 * @throws StoreError `file` where the name is taken, `damaged` where the copy is not sound
 */
export function backup(store: Store, file: string): Manifest {
  if (existsSync(file)) throw new StoreError("file", `${file}: is there already; choose another name`);
  assertFolder(file);
  const part = `${file}.part`;
  try {
    vacuumInto(store.db, part);
    const copy = openReadonly(part, store.key);
    let manifest: Manifest;
    try {
      assertSound(copy, "the backup");
      manifest = { format: "koppel-backup/1", digest: contentDigest(copy), trail: trailHead(copy) };
    } finally {
      copy.close();
    }
    writeFileSync(`${file}.json`, `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(part, file);
    syncFolder(file);
    return manifest;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** @throws StoreError where a file could not be made, before anything is */
function assertFolder(file: string): void {
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** SQLite writes the copy and does not wait for the disk; this does. */
function vacuumInto(db: Database, file: string): void {
  rmSync(file, { force: true });
  closeSync(openSync(file, "wx", 0o600));
  db.prepare("VACUUM INTO ?").run(file);
  const fd = openSync(file, "r+");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * A database from a backup, under the backup's key: its content is compared with the manifest, then the erasure ledger is
 * applied, and only then it gets its name.
 * @returns how many trainers the ledger took out again
 * @throws StoreError `file` where the target is there or the backup or its manifest is not; `damaged` where they differ
 */
export function restore(from: string, file: string, options: StoreOptions): number {
  if (existsSync(file)) throw new StoreError("file", `${file}: is there already; choose another name`);
  assertFolder(file);
  const manifest = readManifest(`${from}.json`);
  const part = `${file}.part`;
  try {
    const copy = openReadonly(from, options.key);
    try {
      vacuumInto(copy, part);
    } catch (error) {
      throw damageIn(from, error);
    } finally {
      copy.close();
    }
    const check = openReadonly(part, options.key);
    try {
      assertSound(check, "the restored database", manifest.trail);
      if (contentDigest(check) !== manifest.digest) {
        throw new StoreError("damaged", `${from}: its content is not what its manifest says: take another backup`);
      }
    } finally {
      check.close();
    }
    const before = openReadonly(part, options.key);
    const held = countTrainers(before);
    before.close();
    // Opening applies the ledger.
    const store = openStore(part, options);
    const erased = held - countTrainers(store.db);
    closeStore(store);
    renameSync(part, file);
    syncFolder(file);
    return erased;
  } finally {
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(`${part}${suffix}`, { force: true });
  }
}

const countTrainers = (db: Database): number =>
  (db.prepare("SELECT count(*) AS n FROM trainers").get() as { n: number }).n;

/** @throws StoreError `file` where it is not there, `damaged` where it is no manifest */
export function readManifest(file: string): Manifest {
  if (!existsSync(file)) throw new StoreError("file", `${file}: the backup's manifest is not there`);
  let value: Partial<Manifest> | null = null;
  try {
    value = JSON.parse(readFileSync(file, "utf8")) as Partial<Manifest> | null;
  } catch {
    // told below: a text that is no JSON is no manifest
  }
  if (value?.format !== "koppel-backup/1" || typeof value.digest !== "string" || value.trail === undefined) {
    throw new StoreError("damaged", `${file}: no manifest of a backup`);
  }
  return value as Manifest;
}

/**
 * Writes every page under a new key. The old one opens nothing but older backups then.
 * @returns the store under its new key; the one that was handed in is not to be used any more
 * @throws StoreError `key` for a database that is not encrypted; `busy` where another program has it open. It stays as it was
 */
export function rotateKey(store: Store, actor: Actor, key: Buffer): Store {
  if (store.key === null) throw new StoreError("key", "the database has no key: restore it into an encrypted one");
  const { db } = store;
  // Pages cannot get a new key while a write-ahead log stands beside them.
  let mode: unknown;
  try {
    mode = db.pragma("journal_mode = DELETE", { simple: true });
  } catch {
    mode = "wal";
  }
  if (mode !== "delete") throw new StoreError("busy", "another program has the database open: close it and try again");
  try {
    inTransaction(store, () => append(store, actor, { action: "rotate", field: "key" }));
    db.rekey(key);
  } finally {
    db.pragma("journal_mode = WAL");
  }
  return { ...store, key };
}
