/** Whom sessions exclude: kept apart from them, and longer. */
import type { Store } from "./context.js";

/** Whom a session excludes. It may tell of a danger: only for who may know, and for keeping what a change does not name. */
export function excludesOf(store: Store, session: string): readonly string[] {
  const sql = "SELECT value FROM session_excludes WHERE session = ?";
  const row = store.db.prepare(sql).get(session) as { value: string } | undefined;
  return row === undefined ? [] : (JSON.parse(row.value) as readonly string[]);
}
