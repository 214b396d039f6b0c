/** The pool's trainers as a list, and a trainer's calendar, for a role. */
import type { Interval } from "../model/index.js";
import {
  type Actor,
  assertMay,
  availabilityOf,
  codesOf,
  consentsOf,
  inTransaction,
  mayNameNow,
  organisationOf,
  readContact,
  type Store,
  StoreError,
  saveBusy,
} from "../pool/store/index.js";

export interface PoolRow {
  readonly trainer: string;
  readonly organisation: string;
  /** null where the actor may not know */
  readonly name: string | null;
  readonly contact: string | null;
  /** whether anything of hers may be used in planning; empty where the actor may not know */
  readonly consents: "yes" | "no" | "";
  /** whether she said when she can come; empty where the actor may not know */
  readonly hasTime: "yes" | "no" | "";
}

/** All trainers by code; of those of other organisations no more than that. */
export function poolRows(store: Store, actor: Actor): readonly PoolRow[] {
  assertMay(store, actor, "plan");
  return inTransaction(store, () =>
    codesOf(store, "trainers").map((trainer): PoolRow => {
      const organisation = organisationOf(store, trainer) ?? "";
      // Only names that are shown leave a row: a list is no attempt at all of them.
      const who = mayNameNow(store, actor, trainer, organisation) ? readContact(store, actor, trainer) : null;
      const [name, contact] = who?.given === true ? [who.value.name, who.value.contact] : [null, null];
      const own = actor.role === "coordinator" && actor.organisation === organisation;
      const consents = (consentsOf(store, trainer).matching ?? []).length > 0 ? "yes" : "no";
      const hasTime = availabilityOf(store, trainer) === null ? "no" : "yes";
      return { trainer, organisation, name, contact, consents: own ? consents : "", hasTime: own ? hasTime : "" };
    }),
  );
}

/**
 * Keeps when a trainer's own calendar is full.
 * @throws StoreError `refused` for a trainer of another organisation, `unknown` for no trainer of the pool
 */
export function keepCalendar(store: Store, actor: Actor, trainer: string, busy: readonly Interval[]): void {
  assertMay(store, actor, "keepTime");
  inTransaction(store, () => {
    const organisation = organisationOf(store, trainer);
    if (organisation !== null && organisation !== actor.organisation)
      throw new StoreError("refused", "she is of another organisation: her own coordinator keeps her calendar");
    saveBusy(store, actor, trainer, busy);
  });
}
