/** What every function of the store is handed: an open database, the time, the ledger; and transactions in it. */
import type { Database } from "./driver.js";
import { BUSY, isBusy, StoreError } from "./errors.js";

export interface StoreOptions {
  /** null: not encrypted */
  readonly key: Buffer | null;
  /** the time as text (ISO 8601, UTC); handed in, since this room reads no clock */
  readonly now: () => string;
  /** the file of erasures, kept apart from the backups */
  readonly ledger: string;
}

/** An open database. */
export interface Store extends StoreOptions {
  readonly db: Database;
  readonly file: string;
}

/** Of each connection: what was refused or looked at in its open transaction. */
const traces = new WeakMap<Database, (() => void)[]>();

/**
 * Keeps what a refusal or a look leaves in the trail, for a transaction that is undone: whoever was told a reason, if only by an
 * error, has looked.
 */
export function traced(db: Database, again: () => void): void {
  const kept = traces.get(db);
  if (kept === undefined) traces.set(db, [again]);
  else kept.push(again);
}

/**
 * Runs work in one write transaction: all of it or nothing. Work within work is part of the one around it: what it throws
 * undoes all but what refusals and looks leave in the trail, unless it is caught, and that must not be.
 * @throws whatever the work throws, rolled back; it must not be async, since it would go on after the commit
 */
export function inTransaction<T>(store: { readonly db: Database }, work: () => T): T {
  const run = (): T => {
    const result = work();
    if (result instanceof Promise) throw new TypeError("work in a transaction must not be async");
    return result;
  };
  if (store.db.inTransaction) return run();
  const { db } = store;
  begin(db);
  try {
    const result = run();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    undo(db);
    throw error;
  } finally {
    traces.delete(db);
  }
}

/** Undoes what the open transaction did, but for what refusals and looks leave in the trail: that is committed with it. */
function undo(db: Database): void {
  if (!db.inTransaction) return;
  const kept = traces.get(db) ?? [];
  traces.delete(db);
  try {
    db.exec("ROLLBACK TO work");
    for (const again of kept) again();
    db.exec("COMMIT");
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** @throws StoreError `busy` where others write for longer than a connection waits */
function begin(db: Store["db"]): void {
  try {
    db.exec("BEGIN IMMEDIATE; SAVEPOINT work");
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new StoreError("busy", BUSY);
  }
}
