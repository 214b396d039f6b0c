/** How the thread that answers writes to a database that others write to as well: a little now, and again a little later. */
import { setTimeout as later } from "node:timers/promises";
import { isBusy, type Store } from "../../pool/store/index.js";

/** Milliseconds that it waits for others at a time: nobody else is answered meanwhile. */
const AT_ONCE = 20;
const AGAIN_AFTER = 100;
/** Milliseconds after which whoever asked is told to ask again. */
const PATIENCE = 20_000;

/** Lets a connection wait for others only so long as nobody feels it; to be used with `patiently`. */
export function impatient({ db }: Store): void {
  db.pragma(`busy_timeout = ${AT_ONCE}`);
}

/**
 * Does something with the database, again and again while others write to it.
 * @param work all or nothing, so that it can be tried again
 * @param most milliseconds
 * @throws what the work throws; where others go on writing for too long, that they do
 */
export async function patiently<T>(work: () => T, most = PATIENCE): Promise<T> {
  const until = Date.now() + most;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || Date.now() >= until) throw error;
    }
    await later(AGAIN_AFTER);
  }
}
