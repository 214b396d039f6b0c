/** What of a trainer's sensitive fields may be used, by what she consents to. */
import type { Role } from "../../model/index.js";
import type { Special } from "./bodies.js";
import type { Store } from "./context.js";
import { needsConsent, SENSITIVE_FIELDS } from "./rights.js";
import { tableOf } from "./schema.js";
import { hasConsent } from "./sensitive.js";

export interface Consented {
  readonly special: Special;
  /** something was left out */
  readonly withheld: boolean;
  /** she can be sent nowhere: planned as somebody who has no time, since that tells nothing */
  readonly away: boolean;
}

/**
 * What of a trainer's sensitive fields may be used for a purpose. Whoever is kept away from her own community can be kept from it
 * only by her backgrounds: without consent to use those she has no time.
 */
export function consented(store: Store, trainer: string, purpose: "matching" | "export", special: Special): Consented {
  const closed = SENSITIVE_FIELDS.filter(
    (field) => needsConsent(field, purpose) && !hasConsent(store, trainer, field, purpose),
  );
  const left = Object.fromEntries(
    closed.map((field) => [field, field === "roles" ? special.roles.filter((r: Role) => r !== "lived") : []]),
  );
  const away = closed.includes("backgrounds") && Math.max(special.ownCommunityKm, ownKmNow(store, trainer)) > 0;
  return { special: { ...special, ...left }, withheld: closed.length > 0, away };
}

/** How far from her own community the pool keeps her by now, in km. */
function ownKmNow(store: Store, trainer: string): number {
  const sql = `SELECT value FROM ${tableOf("ownCommunityKm")} WHERE trainer = ?`;
  const row = store.db.prepare(sql).get(trainer) as { value: string } | undefined;
  return row === undefined ? 0 : (JSON.parse(row.value) as number);
}
