/** The pool's sessions one by one, for a role: what they are and when; whom they exclude stays with a safety officer. */
import { parseSession, type Session } from "../model/index.js";
import {
  type Actor,
  assertMay,
  cancelSession,
  clientOf,
  excludesOf,
  ifUnchanged,
  mayDo,
  readBody,
  type Store,
  StoreError,
  saveSession,
  versionOf,
} from "../pool/store/index.js";

/** A session as bookings show it. */
export interface KeptSession {
  readonly client: string | null;
  readonly version: number;
  readonly session: Omit<Session, "excludes"> | Booking;
}

/** What bookings show of a session: what, where, when. */
export type Booking = Pick<
  Session,
  "id" | "activity" | "programme" | "place" | "slots" | "seats" | "priority" | "pinned"
>;

export function bookingOf(session: Booking): Booking {
  const { id, activity, programme, place, slots, seats, priority, pinned } = session;
  return { id, activity, programme, place, slots, seats, priority, pinned };
}

/** @throws StoreError `unknown` for no such session */
export function keptSession(store: Store, actor: Actor, id: string): KeptSession {
  assertMay(store, actor, "seeBookings");
  const session = readBody(store, "sessions", id) as Omit<Session, "excludes"> | null;
  if (session === null) throw new StoreError("unknown", `session ${id}: not in the database`);
  // What it asks for is for those who plan it.
  const shown = mayDo(actor, "plan") ? session : bookingOf(session);
  return { client: clientOf(store, "sessions", id), version: versionOf(store, "sessions", id), session: shown };
}

/**
 * Keeps a session; whom it excludes stays as it is.
 * @param seen the version that the caller has read; 0 where there is none yet
 * @throws InputError with every wrong field; StoreError `unknown` for no such client, `conflict` where somebody saved it since
 */
export function keepSession(
  store: Store,
  actor: Actor,
  id: string,
  client: string | null,
  value: Readonly<Record<string, unknown>>,
  seen: number,
): KeptSession {
  assertMay(store, actor, "keepWork");
  return ifUnchanged(store, "sessions", id, seen, () => {
    const session = parseSession({ ...value, excludes: excludesOf(store, id) });
    if (session.id !== id) throw new StoreError("unknown", `the session is ${session.id}, and its address says ${id}`);
    saveSession(store, actor, client, session);
    return keptSession(store, actor, id);
  });
}

/** Takes a session out of the pool; seasons keep it until they are built anew. @throws as `keepSession` */
export function dropSession(store: Store, actor: Actor, id: string, seen: number): void {
  assertMay(store, actor, "keepWork");
  ifUnchanged(store, "sessions", id, seen, () => cancelSession(store, actor, id));
}
