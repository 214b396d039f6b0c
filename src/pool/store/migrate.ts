/** Bringing a database to the newest schema, forwards only, one step to a transaction. */
import { createHash } from "node:crypto";
import type { Database } from "./driver.js";
import { StoreError } from "./errors.js";
import { MIGRATIONS, type Migration } from "./schema.js";

interface Done {
  readonly version: number;
  readonly checksum: string;
}

const checksumOf = (step: Migration): string => createHash("sha256").update(step.sql).digest("hex");

/**
 * Runs the steps that this database has not had.
 * @param now the time as text, for the table of steps
 * @param steps all steps from 1 on, in order
 * @returns the version that the database has then
 * @throws StoreError `version` where a newer Koppel made it; `damaged` where a step that it had is not the one of that version
 */
export function migrate(db: Database, now: () => string, steps: readonly Migration[] = MIGRATIONS): number {
  // Most connections find nothing to do, and wait for nobody who writes meanwhile.
  if (isNewest(db, steps)) return steps.length;
  db.exec(
    "CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, at TEXT NOT NULL) STRICT",
  );
  db.exec("BEGIN IMMEDIATE");
  try {
    const done = doneIn(db);
    refuseStrange(done, steps);
    for (const step of steps.slice(done.length)) {
      db.exec(step.sql);
      db.prepare("INSERT INTO migrations VALUES (?, ?, ?, ?)").run(step.version, step.name, checksumOf(step), now());
    }
    db.exec("COMMIT");
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
  return steps.length;
}

const doneIn = (db: Database): Done[] =>
  db.prepare("SELECT version, checksum FROM migrations ORDER BY version").all() as Done[];

/** Whether it has had all steps. @throws StoreError as above for strange ones */
function isNewest(db: Database, steps: readonly Migration[]): boolean {
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get() === undefined) return false;
  const done = doneIn(db);
  refuseStrange(done, steps);
  return done.length === steps.length;
}

function refuseStrange(done: readonly Done[], steps: readonly Migration[]): void {
  const last = done.at(-1)?.version ?? 0;
  if (last > steps.length) {
    throw new StoreError(
      "version",
      `the database has schema ${last} and this Koppel knows ${steps.length}: use the newer Koppel that wrote it`,
    );
  }
  for (const [i, { version, checksum }] of done.entries()) {
    const step = steps[i];
    if (step !== undefined && step.version === version && checksumOf(step) === checksum) continue;
    throw new StoreError("damaged", `schema step ${version} is not the one of this Koppel: restore a backup`);
  }
}
