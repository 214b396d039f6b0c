/** Erasing a trainer: her record, every mention of her, and the bytes that were hers in the files. */
import type { Plan, Session } from "../../model/index.js";
import { inTransaction, type Store } from "./context.js";
import { isBusy, StoreError } from "./errors.js";
import { dropJobsAbout } from "./jobs.js";
import { type Agreed, planChanged } from "./life.js";
import type { Actor } from "./rights.js";
import type { StoredSeason } from "./seasons.js";
import { append } from "./trail.js";
import { bump, noteErased } from "./versions.js";
import { agreedWithout, planWithout, seasonWithout, sessionWithout, without } from "./without-trainer.js";

/**
 * Takes a trainer out of every table, in one transaction. Pages that held her are overwritten (`secure_delete`), but what
 * SQLite moved about earlier may still lie in a page's gaps until `scrub`.
 */
export function removeTrainer(store: Store, actor: Actor, code: string): void {
  const { db } = store;
  inTransaction(store, () => {
    append(store, actor, { action: "erase", field: "trainer", trainer: code });
    const seasons = rewrite<StoredSeason>(store, "seasons", "body", (body) => seasonWithout(body as never, code));
    const plans = rewrite<Plan>(store, "plans", "body", (body) => planWithout(body, code));
    const sessions = rewrite<Session>(store, "sessions", "body", (body) => sessionWithout(body, code));
    const published = rewrite<readonly Agreed[]>(store, "published", "body", (all) => agreedWithout(all, code));
    // Whoever read one of them with her in it must not write her back.
    for (const [table, ids] of Object.entries({ seasons, plans, sessions }))
      for (const id of ids) bump(store, table, { id });
    for (const season of published) bump(store, "published", { season });
    for (const id of plans) planChanged(store, id);
    dropJobsAbout(store, code);
    db.prepare("DELETE FROM special_removals WHERE value = ?").run(JSON.stringify(code));
    db.prepare("DELETE FROM versions WHERE kind IN ('trainers', 'sensitive') AND id = ?").run(code);
    for (const table of ["season_excludes", "session_excludes", "special_avoid_trainers"]) {
      const keys = rewrite<readonly string[]>(store, table, "value", (codes) => without(codes, code));
      for (const trainer of keys) if (table === "special_avoid_trainers") bump(store, table, { trainer });
    }
    db.prepare("DELETE FROM season_special WHERE trainer = ?").run(code);
    rewrite<readonly string[]>(
      store,
      "season_special",
      "value",
      (codes) => without(codes, code),
      "field = 'avoidTrainers'",
    );
    noteErased(store);
    db.prepare("DELETE FROM trainers WHERE code = ?").run(code);
  });
}

/**
 * Writes those of a table's JSON values anew that a change makes different.
 * @returns what their rows are called: the first column of each
 */
function rewrite<T>(
  store: Store,
  table: string,
  column: string,
  change: (value: T) => unknown,
  where = "TRUE",
): readonly string[] {
  const { db } = store;
  const update = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`);
  const rows = db.prepare(`SELECT rowid, ${column}, * FROM ${table} WHERE ${where}`).raw().all();
  return (rows as [row: number, text: string, key: string][]).flatMap(([row, text, key]) => {
    const changed = JSON.stringify(change(JSON.parse(text) as T));
    if (changed === text) return [];
    update.run(changed, row);
    return [key];
  });
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
    if (!isBusy(error)) throw error;
    throw busy();
  }
  const [state] = store.db.pragma("wal_checkpoint(TRUNCATE)") as [{ busy: number }];
  if (state.busy !== 0) throw busy();
}
