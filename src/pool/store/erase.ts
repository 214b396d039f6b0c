/** Erasing a trainer: her record, every mention of her, and the bytes that were hers in the files. */
import type { Plan, Session } from "../../model/index.js";
import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import type { Agreed } from "./life.js";
import type { Actor } from "./rights.js";
import type { StoredSeason } from "./seasons.js";
import { append } from "./trail.js";
import { touch } from "./versions.js";
import { agreedWithout, planWithout, seasonWithout, sessionWithout, without } from "./without-trainer.js";

/**
 * Takes a trainer out of every table, in one transaction. Pages that held her are overwritten (`secure_delete`), but what
 * SQLite moved about earlier may still lie in a page's gaps until `scrub`.
 */
export function removeTrainer(store: Store, actor: Actor, code: string): void {
  const { db } = store;
  inTransaction(store, () => {
    append(store, actor, { action: "erase", field: "trainer", trainer: code });
    rewrite<StoredSeason>(store, "seasons", "body", (body) => seasonWithout(body as never, code));
    rewrite<Plan>(store, "plans", "body", (body) => planWithout(body, code));
    rewrite<Session>(store, "sessions", "body", (body) => sessionWithout(body, code));
    rewrite<readonly Agreed[]>(store, "published", "body", (sessions) => agreedWithout(sessions, code));
    db.prepare("DELETE FROM special_removals WHERE value = ?").run(JSON.stringify(code));
    db.prepare("DELETE FROM versions WHERE kind = 'trainers' AND id = ?").run(code);
    for (const table of ["season_excludes", "session_excludes", "special_avoid_trainers"]) {
      rewrite<readonly string[]>(store, table, "value", (codes) => without(codes, code));
    }
    db.prepare("DELETE FROM season_special WHERE trainer = ?").run(code);
    rewrite<readonly string[]>(
      store,
      "season_special",
      "value",
      (codes) => without(codes, code),
      "field = 'avoidTrainers'",
    );
    touch(store);
    db.prepare("DELETE FROM trainers WHERE code = ?").run(code);
  });
}

/** Writes those of a table's JSON values anew that a change makes different. */
function rewrite<T>(store: Store, table: string, column: string, change: (value: T) => unknown, where = "TRUE"): void {
  const { db } = store;
  const update = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`);
  const rows = db.prepare(`SELECT rowid AS row, ${column} AS text FROM ${table} WHERE ${where}`).all();
  for (const { row, text } of rows as { row: number; text: string }[]) {
    const changed = JSON.stringify(change(JSON.parse(text) as T));
    if (changed !== text) update.run(changed, row);
  }
}

/**
 * Leaves of what was deleted no byte in the database or its write-ahead log: every page is written anew (in memory, not in a
 * temporary file), and the log is cut to nothing.
 * @throws StoreError `busy` where another connection reads: the records are gone, but their bytes stay until this is run again
 */
export function scrub(store: Store): void {
  const busy = (): StoreError =>
    new StoreError("busy", "the records are erased, but another program holds the file: close it and scrub again");
  try {
    store.db.exec("VACUUM");
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith("SQLITE_BUSY")) throw error;
    throw busy();
  }
  const [state] = store.db.pragma("wal_checkpoint(TRUNCATE)") as [{ busy: number }];
  if (state.busy !== 0) throw busy();
}
