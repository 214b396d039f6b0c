/** A trainer's erasure as a whole: noted first, so that no crash and no backup brings her back. */

import type { Store } from "./context.js";
import { removeTrainer, scrub } from "./erase.js";
import { StoreError } from "./errors.js";
import { noteErasure } from "./ledger.js";
import type { Actor } from "./rights.js";
import { subjectOf } from "./trail.js";

/**
 * Erases a trainer from database, write-ahead log and, by the ledger, from every backup that is restored. Her rows in the trail
 * stay and lead to nobody.
 * @throws StoreError `unknown` for a code that the pool does not know; `busy` as `scrub` does
 */
export function eraseTrainer(store: Store, actor: Actor, code: string): void {
  const subject = subjectOf(store.db, code);
  if (subject === "") throw new StoreError("unknown", "no such trainer in the pool: nothing is erased");
  noteErasure(store.ledger, subject);
  removeTrainer(store, actor, code);
  scrub(store);
}
