/**
 * The one door to sensitive fields. Each look checks role, purpose and consent and writes its row of the trail, refusals
 * included, in the transaction that reads the value.
 */

import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import {
  ACTOR_ROLES,
  type Actor,
  mayRead,
  needsConsent,
  PURPOSES,
  type Purpose,
  SENSITIVE_FIELDS,
  type SensitiveField,
} from "./rights.js";
import { tableOf } from "./schema.js";
import { append } from "./trail.js";

/** A value, or why there is none. A reader without the right learns nothing, not even whether the trainer exists. */
export type Answer<T> =
  | { readonly given: true; readonly value: T }
  | { readonly given: false; readonly reason: "not allowed" | "no consent" | "unknown" };

/**
 * A sensitive field of a trainer in the pool.
 * @returns the value as the model has it (a list of tags, `exposure`'s object, a number of km), or why not
 * @throws StoreError `damaged` where the trainer exists and her field cannot be read: never take it for "nothing"
 */
export function readSensitive(
  store: Store,
  actor: Actor,
  purpose: Purpose,
  trainer: string,
  field: SensitiveField,
): Answer<unknown> {
  return look(store, actor, purpose, trainer, field, false, (value) => value);
}

/**
 * Whether a trainer has one of the tags that a session asks for: all that a coordinator may know of them.
 * @param wanted tags of the field (`roles`, `backgrounds`, `languages` or `traits`)
 */
export function matchesNeed(
  store: Store,
  actor: Actor,
  trainer: string,
  field: SensitiveField,
  wanted: readonly string[],
): Answer<boolean> {
  return look(store, actor, "need", trainer, field, true, (value) => {
    return Array.isArray(value) && value.some((tag) => wanted.includes(String(tag)));
  });
}

function look<T>(
  store: Store,
  actor: Actor,
  purpose: Purpose,
  trainer: string,
  field: SensitiveField,
  match: boolean,
  take: (value: unknown) => T,
): Answer<T> {
  refuseStrange(actor, purpose, field);
  return inTransaction(store, (): Answer<T> => {
    const answer = weigh(store, actor, purpose, trainer, field, match);
    const outcome = answer.given ? "given" : answer.reason === "not allowed" ? "refused" : answer.reason;
    append(store, actor, { action: match ? "match" : "read", purpose, field, trainer, outcome });
    return answer.given ? { given: true, value: take(answer.value) } : answer;
  });
}

/** Names become table names and keys of the matrix, so callers without types are refused before anything else. */
function refuseStrange(actor: Actor, purpose: Purpose, field: SensitiveField): void {
  if (!ACTOR_ROLES.includes(actor.role)) throw new StoreError("unknown", "the actor has no role that the store knows");
  if (!PURPOSES.includes(purpose)) throw new StoreError("unknown", "no such purpose");
  if (!SENSITIVE_FIELDS.includes(field)) throw new StoreError("unknown", "no such sensitive field");
}

function weigh(
  store: Store,
  actor: Actor,
  purpose: Purpose,
  trainer: string,
  field: SensitiveField,
  match: boolean,
): Answer<unknown> {
  if (!mayRead(actor, purpose, trainer, field, match)) return { given: false, reason: "not allowed" };
  if (store.db.prepare("SELECT 1 FROM trainers WHERE code = ?").get(trainer) === undefined) {
    return { given: false, reason: "unknown" };
  }
  if (needsConsent(field, purpose) && !hasConsent(store, trainer, field, purpose)) {
    return { given: false, reason: "no consent" };
  }
  const row = store.db.prepare(`SELECT value FROM ${tableOf(field)} WHERE trainer = ?`).get(trainer);
  if (row === undefined) throw new StoreError("damaged", `${field} of a trainer cannot be read: restore a backup`);
  return { given: true, value: JSON.parse((row as { value: string }).value) };
}

/** Whether she consents at present that a field is used for a purpose. */
export function hasConsent(store: Store, trainer: string, field: SensitiveField, purpose: Purpose): boolean {
  const sql = "SELECT 1 FROM consents WHERE trainer = ? AND field = ? AND purpose = ? AND withdrawn IS NULL";
  return store.db.prepare(sql).get(trainer, field, purpose) !== undefined;
}
