/**
 * The erasure ledger: a file outside the database and its backups with the random keys of those who were erased. A backup
 * that still knows one of them forgets her when it is restored. By itself the file tells of nobody.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import type { Store } from "./context.js";
import { removeTrainer, scrub } from "./erase.js";
import { StoreError } from "./errors.js";
import type { Actor } from "./rights.js";

const BY_LEDGER: Actor = { id: "erasure ledger", role: "administrator" };

/** An empty ledger, unless there is one already. */
export function createLedger(file: string): void {
  if (!existsSync(file)) write(file, "");
}

/** Notes an erasure, on the disk before this returns. Noting one twice does no harm. */
export function noteErasure(file: string, subject: string): void {
  readLedger(file);
  write(file, `${subject}\n`);
}

function write(file: string, text: string): void {
  const fd = openSync(file, "a", 0o600);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** @throws StoreError `file` where it is missing or unreadable: who was erased must not come back unseen */
export function readLedger(file: string): readonly string[] {
  if (!existsSync(file)) {
    throw new StoreError(
      "file",
      `erasure ledger ${file}: not there; without it, those who were erased could come back`,
    );
  }
  const lines = readFileSync(file, "utf8").split("\n");
  // A line that a crash cut short has no end yet; its erasure was never said to be done.
  const whole = lines.slice(0, -1).filter((line) => line !== "");
  const wrong = whole.findIndex((line) => !/^[0-9a-f]+$/.test(line));
  if (wrong >= 0) throw new StoreError("damaged", `erasure ledger ${file}: line ${wrong + 1} is no key of 32 digits`);
  return whole;
}

/**
 * Erases whoever the ledger names and the database still holds.
 * @returns how many
 */
export function applyLedger(store: Store): number {
  const find = store.db.prepare("SELECT trainer FROM subjects WHERE subject = ?");
  let erased = 0;
  for (const subject of readLedger(store.ledger)) {
    const row = find.get(subject) as { trainer: string } | undefined;
    if (row === undefined) continue;
    removeTrainer(store, BY_LEDGER, row.trainer);
    erased++;
  }
  if (erased > 0) scrub(store);
  return erased;
}
