/**
 * One server at a time for a database: whoever serves it takes up its jobs, and two would each run the same. What says so is a lock
 * of the operating system on a file beside the database, which is let go of with the process, however that ends.
 */
import { closeSync, openSync, realpathSync } from "node:fs";
import type { Store } from "./context.js";
import { connect } from "./driver.js";
import { isBusy, StoreError } from "./errors.js";
import { unwritable } from "./open.js";

/** Milliseconds that a server which was told to end may take for it: the next waits so long. */
const ENDING = 6000;

/**
 * Makes this process the one that serves a database, until the function that it returns is called or the process ends.
 * @param patience milliseconds for which another that is ending is waited for
 * @throws StoreError `busy` where another serves it; `file` where nothing can be written beside it
 */
export function serveAlone({ file }: Pick<Store, "file">, patience = ENDING): () => void {
  // Of one database under two names there is one lock.
  const lock = `${realpathSync(file)}.serving`;
  try {
    closeSync(openSync(lock, "a", 0o600));
  } catch (error) {
    throw unwritable(lock, error);
  }
  // An empty database of SQLite's, for the sake of its lock alone: the connection is held, and nothing is ever written.
  const db = connect(lock);
  try {
    db.pragma(`busy_timeout = ${patience}`);
    db.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    throw new StoreError(
      "busy",
      `${file}: another koppel serve has it, and would run the same jobs; ask that one, or end it first`,
    );
  }
  return () => db.close();
}
