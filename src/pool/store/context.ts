/** What every function of the store is handed: an open database, the time, the ledger; and transactions in it. */
import type { Database } from "./driver.js";

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

/**
 * Runs work in one write transaction: all of it or nothing. Work within work is part of the one around it: what it throws
 * undoes all, unless it is caught, and that must not be.
 * @throws whatever the work throws, rolled back; it must not be async, since it would go on after the commit
 */
export function inTransaction<T>(store: { readonly db: Database }, work: () => T): T {
  const run = (): T => {
    const result = work();
    if (result instanceof Promise) throw new TypeError("work in a transaction must not be async");
    return result;
  };
  if (store.db.inTransaction) return run();
  store.db.exec("BEGIN IMMEDIATE");
  try {
    const result = run();
    store.db.exec("COMMIT");
    return result;
  } catch (error) {
    if (store.db.inTransaction) store.db.exec("ROLLBACK");
    throw error;
  }
}
