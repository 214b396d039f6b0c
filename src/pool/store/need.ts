/** Records that others name must be there. */
import type { Store } from "./context.js";
import { StoreError } from "./errors.js";

/** @throws StoreError `unknown` where a record that another one names is not there */
export function need(store: Store, table: string, column: string, id: string, what: string): void {
  if (store.db.prepare(`SELECT 1 FROM ${table} WHERE ${column} = ?`).get(id) !== undefined) return;
  throw new StoreError("unknown", `${what} ${id}: not in the database; add it first`);
}
