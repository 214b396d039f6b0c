/** What the store refuses, and why, for faces to turn into exit codes and answers. */

/**
 * - `version`: the SQLite that is bundled is too old, or the database was made by a newer Koppel
 * - `key`: no key, a malformed one, or one that does not open the file
 * - `file`: no such database, one that is there already, or no database of Koppel's
 * - `busy`: somebody else is reading or writing, and what was asked needs the file alone
 * - `damaged`: a check of what is stored failed
 * - `unknown`: a record that is named does not exist
 * - `conflict`: somebody else saved it since it was read
 * - `inUse`: others hang on a record that is to go
 * - `refused`: the role, or what was agreed before, does not allow it
 */
export type StoreFault = "version" | "key" | "file" | "busy" | "damaged" | "unknown" | "conflict" | "inUse" | "refused";

/** The message says what to do; it never holds a value of a special category, a name or a key. */
export class StoreError extends Error {
  readonly fault: StoreFault;
  constructor(fault: StoreFault, message: string) {
    super(message);
    this.name = "StoreError";
    this.fault = fault;
  }
}

/** For a season, a plan or a token that is named and is not there; the command that it names lists those that are. */
export function notThere(what: "season" | "plan" | "token", id: string): StoreError {
  return new StoreError("unknown", `${what} ${id}: not in the database; see koppel ${what} list`);
}

/** What is told where others are writing to the database for too long. */
export const BUSY = "others are writing to the database: try again in a moment";

/** Whether it failed since others are using the database, as SQLite says it or as the store does. */
export function isBusy(error: unknown): boolean {
  if (error instanceof StoreError) return error.fault === "busy";
  return String((error as { code?: string } | null)?.code).startsWith("SQLITE_BUSY");
}

/** Whether SQLite could not read a page: one that was changed, or is of another key, is no page to it. */
export function isUnreadable(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String((error as { code?: string } | null)?.code));
}

/** The error to throw where reading a file failed: `damaged` if pages of it cannot be read, else as it came. */
export function damageIn(file: string, error: unknown): unknown {
  if (!isUnreadable(error)) return error;
  return new StoreError("damaged", `${file}: damaged, parts of it cannot be read; restore a backup that is sound`);
}
