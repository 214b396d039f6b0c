/** The pool's trainers as a list, and a trainer's calendar, for a role. */
import type { Interval, Season } from "../model/index.js";
import { type Availability, expandAvailability, NO_AVAILABILITY } from "../pool/availability/index.js";
import {
  type Actor,
  assertMay,
  availabilityOf,
  busyOf,
  codesOf,
  consentsOf,
  ifUnchanged,
  inTransaction,
  mayNameNow,
  notThere,
  organisationOf,
  readBody,
  readContact,
  readTrainer,
  type Store,
  saveAvailability,
  saveBusy,
} from "../pool/store/index.js";
import { assertHers } from "./hers.js";

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
  inTransaction(store, () => {
    assertHers(store, actor, "keepTime", trainer);
    saveBusy(store, actor, trainer, busy);
  });
}

/** What a trainer said of her time, for her own organisation and herself; null where she said nothing yet. */
export function timeOf(store: Store, actor: Actor, trainer: string): Availability | null {
  assertHers(store, actor, "keepTime", trainer);
  return availabilityOf(store, trainer);
}

/**
 * Keeps all that a trainer said of her time, in place of what she said before.
 * @param seen the version of her record that the caller has read; null where it does not matter
 * @throws InputError with every wrong field; StoreError `refused` as above, `conflict` where somebody saved her since
 */
export function keepTime(store: Store, actor: Actor, trainer: string, value: unknown, seen: number | null): void {
  assertHers(store, actor, "keepTime", trainer);
  ifUnchanged(store, "trainers", trainer, seen, () => saveAvailability(store, actor, trainer, value));
}

/** When a trainer can come in a season's period, in wall times of its zone. */
export interface FreeTime {
  readonly trainer: string;
  readonly available: readonly Interval[];
}

/**
 * When the season's trainers of the actor's own organisation can come in its period, by what they and their calendars say by now: what
 * else keeps them from coming is not in it.
 * @throws StoreError `refused` for others than coordinators, `unknown` for no such season
 */
export function freeTimes(store: Store, actor: Actor, id: string): readonly FreeTime[] {
  assertMay(store, actor, "keepTrainer");
  return inTransaction(store, () => {
    // As it was saved: its period and whom it has are all that is asked of it, and loading it whole takes a while.
    const season = readBody(store, "seasons", id) as SavedSeason | null;
    if (season === null) throw notThere("season", id);
    return season.trainers.flatMap(({ id: trainer }) => {
      const isOwn = organisationOf(store, trainer) === actor.organisation;
      const record = isOwn ? readTrainer(store, trainer) : null;
      return record === null ? [] : [{ trainer, available: freeTime(store, season, trainer, record.available) }];
    });
  });
}

type SavedSeason = Pick<Season, "id" | "from" | "to" | "timeZone"> & {
  readonly trainers: readonly { readonly id: string }[];
};

/** @param also times besides, at which she said that she can come */
function freeTime(store: Store, season: SavedSeason, trainer: string, also: readonly Interval[]): readonly Interval[] {
  const { from, to, timeZone: zone, id: offer } = season;
  const said = availabilityOf(store, trainer) ?? NO_AVAILABILITY;
  const now = Date.parse(store.now());
  const busy = busyOf(store, trainer);
  return expandAvailability(said, { from, to, zone, now, busy, offer, also });
}
