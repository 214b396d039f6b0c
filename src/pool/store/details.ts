/** What hangs on sessions and trainers and takes no part in planning: venues, wishes on paper; and when her own calendar is full. */
import * as z from "zod";
import type { Interval } from "../../model/index.js";
import { record, text } from "../../model/leaves.js";
import { judging } from "./bodies.js";
import { inTransaction, type Store } from "./context.js";
import { need } from "./need.js";
import { bodyOf, put, putDetail } from "./records.js";
import type { Actor } from "./rights.js";
import { append } from "./trail.js";

const orNull = z.nullable(text);
const venueSchema = record({
  /** name of the building, address */
  venue: orNull,
  address: orNull,
  /** whom to ask for there */
  contact: orNull,
  phone: orNull,
  /** how to come and go safely: entrance, parking, whom to walk with */
  arrival: orNull,
  /** what was agreed with the client on the limits of the session */
  agreements: orNull,
});
/** Where exactly a session is, and what its team should know. */
export type Venue = Readonly<z.infer<typeof venueSchema>>;
export const NO_VENUE: Venue = {
  venue: null,
  address: null,
  contact: null,
  phone: null,
  arrival: null,
  agreements: null,
};

const wishesSchema = record({
  mayBeNamed: z.boolean({ error: "true or false" }),
  mayBePhotographed: z.boolean({ error: "true or false" }),
  /** within which limits she tells her story */
  limits: orNull,
});
/** What a trainer agreed to have done with her name and pictures, and the limits that she set. */
export type Wishes = Readonly<z.infer<typeof wishesSchema>>;
/** Until she says otherwise: no name, no picture. */
export const NO_WISHES: Wishes = { mayBeNamed: false, mayBePhotographed: false, limits: null };

export const judgedVenue = judging(venueSchema, "the venue");
export const judgedWishes = judging(wishesSchema, "the wishes");

/** @throws InputError; StoreError `unknown` for a session that is not there */
export function saveVenue(store: Store, actor: Actor, session: string, value: unknown): void {
  const venue = judgedVenue(value);
  inTransaction(store, () => {
    need(store, "sessions", "id", session, "session");
    putDetail(store, "venues", { session }, venueOf(store, session), venue);
    append(store, actor, { action: "save", field: "venue" });
  });
}

export function venueOf(store: Store, session: string): Venue {
  return (bodyOf(store, "venues", "session", session) ?? NO_VENUE) as Venue;
}

/** @throws InputError; StoreError `unknown` for a trainer whom the pool does not know */
export function saveWishes(store: Store, actor: Actor, trainer: string, value: unknown): void {
  const wishes = judgedWishes(value);
  inTransaction(store, () => {
    need(store, "trainers", "code", trainer, "trainer");
    putDetail(store, "wishes", { trainer }, wishesOf(store, trainer), wishes);
    append(store, actor, { action: "save", field: "wishes", trainer });
  });
}

export function wishesOf(store: Store, trainer: string): Wishes {
  return (bodyOf(store, "wishes", "trainer", trainer) ?? NO_WISHES) as Wishes;
}

/**
 * When a trainer's own calendar is full, in the place of what was read before.
 * @throws StoreError `unknown` for a trainer whom the pool does not know
 */
export function saveBusy(store: Store, actor: Actor, trainer: string, busy: readonly Interval[]): void {
  inTransaction(store, () => {
    need(store, "trainers", "code", trainer, "trainer");
    put(store, "busy", { trainer, body: JSON.stringify(busy) });
    append(store, actor, { action: "save", field: "calendar", trainer });
  });
}

export function busyOf(store: Store, trainer: string): readonly Interval[] {
  return (bodyOf(store, "busy", "trainer", trainer) ?? []) as readonly Interval[];
}
