/** Whole tables of one JSON value for each trainer: for what looks at the whole pool at once. */
import type { Store } from "./context.js";

/** @param table,column names of ours, never a caller's */
export function valuesByTrainer(store: Store, table: string, column: "value" | "body"): ReadonlyMap<string, unknown> {
  const rows = store.db.prepare(`SELECT trainer, ${column} AS text FROM ${table}`).all();
  return new Map((rows as { trainer: string; text: string }[]).map(({ trainer, text }) => [trainer, JSON.parse(text)]));
}
