/** Creating and opening a database: settings that every connection has, the key, and who else may read the file. */
import { chmodSync, closeSync, fsyncSync, openSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Store, StoreOptions } from "./context.js";
import { connect, type Database } from "./driver.js";
import { damageIn, StoreError } from "./errors.js";
import { applyLedger, createLedger } from "./ledger.js";
import { migrate } from "./migrate.js";

/** Tells a database of Koppel's from any other ("Kopl"). */
export const APPLICATION_ID = 0x4b6f706c;

/** The error to throw where a file could not be made: what the disk refused, in words; else as it came. */
export function unwritable(file: string, error: unknown): unknown {
  switch ((error as { code?: string } | null)?.code) {
    case "ENOENT":
    case "ENOTDIR":
      return new StoreError("file", `${file}: the folder ${dirname(file)} does not exist; make it first`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new StoreError("file", `${file}: you may not write there; choose another folder`);
    default:
      return error;
  }
}

/**
 * A new, empty database with mode 0600, and its erasure ledger if that is not there.
 * @throws StoreError `file` where something is there already; nothing is left behind where it fails
 */
export function createStore(file: string, options: StoreOptions): Store {
  let fd: number;
  try {
    fd = openSync(file, "wx", 0o600);
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw unwritable(file, error);
    throw new StoreError("file", `${file}: is there already; open it, or choose another name`);
  }
  closeSync(fd);
  let db: Database | null = null;
  try {
    db = connect(file);
    unlock(db, options.key);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    settings(db);
    migrate(db, options.now);
    createLedger(options.ledger);
    syncFolder(file);
    return { ...options, db, file };
  } catch (error) {
    db?.close();
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(`${file}${suffix}`, { force: true });
    throw error;
  }
}

/**
 * Opens a database, brings it to the newest schema and applies erasures that its ledger knows and it does not.
 * @throws StoreError `file` where there is none, or another program's; `key` where the key does not open it. Then nothing
 * is created or changed
 */
export function openStore(file: string, options: StoreOptions): Store {
  probe(file, options.key);
  chmodSync(file, 0o600);
  const db = connect(file);
  try {
    unlock(db, options.key);
    settings(db);
    migrate(db, options.now);
    const store = { ...options, db, file };
    applyLedger(store);
    return store;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Closes the connection; the last one to close moves the write-ahead log into the database. */
export function closeStore(store: Store): void {
  store.db.close();
}

/**
 * Looks whether the key opens the file, by a connection that cannot write: one with a wrong key must never get to move a
 * write-ahead log that a killed program left behind.
 */
function probe(file: string, key: Buffer | null): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw new StoreError("file", `${file}: not there; create the database first`);
  if (!stat.isFile() || stat.size === 0) throw new StoreError("file", `${file}: no database of Koppel's`);
  openReadonly(file, key).close();
}

/**
 * A connection that cannot write, to a database of Koppel's.
 * @throws StoreError as `openStore` does
 */
export function openReadonly(file: string, key: Buffer | null): Database {
  const db = connect(file, true);
  try {
    unlock(db, key);
    db.pragma("temp_store = MEMORY");
    db.pragma("trusted_schema = OFF");
    if (db.pragma("application_id", { simple: true }) !== APPLICATION_ID) {
      throw new StoreError("file", `${file}: a database, but not of Koppel's`);
    }
    return db;
  } catch (error) {
    db.close();
    if ((error as { code?: string }).code !== "SQLITE_NOTADB") throw damageIn(file, error);
    const text = key === null ? "encrypted, or no database: give its key" : "this key does not open it";
    throw new StoreError("key", `${file}: ${text}`);
  }
}

/** Gives the key before anything is read, then reads: a wrong key is found here. */
function unlock(db: Database, key: Buffer | null): void {
  if (key !== null) {
    db.pragma("cipher = 'chacha20'");
    db.key(key);
  }
  db.prepare("SELECT count(*) FROM sqlite_schema").get();
}

/** What the promises rest on; SQLite keeps none of it but the WAL in the file, so each connection sets it anew. */
function settings(db: Database): void {
  // Temporary tables and sorters would be plain files.
  db.pragma("temp_store = MEMORY");
  db.pragma("secure_delete = ON");
  const mode = db.pragma("journal_mode = WAL", { simple: true });
  if (mode !== "wal")
    throw new StoreError("file", `journal mode ${String(mode)} where WAL is needed: use a local disk`);
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("trusted_schema = OFF");
  // Without it INSERT OR REPLACE deletes rows and no trigger sees it.
  db.pragma("recursive_triggers = ON");
  db.pragma("cell_size_check = ON");
}

/** Makes a file's name as durable as its content. */
export function syncFolder(file: string): void {
  const fd = openSync(dirname(file), "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
