/** The pool's sessions one by one, for a role: what they are and when; whom they exclude stays with a safety officer. */
import { InputError, parseSession, type Session } from "../model/index.js";
import {
  type Actor,
  assertMay,
  cancelSession,
  clientOf,
  excludesOf,
  ifUnchanged,
  mayDo,
  noteRefusal,
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

/** Who comes all the same says so as time of hers; a waiver would show whether it was time at all that kept her. */
const NOT_HERS_TO_WAIVE =
  "no new waiver of `available` for a trainer of another organisation: ask hers to keep the time";

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
    const before = (readBody(store, "sessions", id) as Session | null)?.waivers ?? [];
    const lifts = session.waivers.filter(
      (one) =>
        one.rule === "available" && !before.some(({ trainer, rule }) => trainer === one.trainer && rule === one.rule),
    );
    if (actor.role === "coordinator" && lifts.length > 0) {
      noteRefusal(store, actor, "keepWork");
      throw new InputError("the session", [{ path: "waivers", expected: NOT_HERS_TO_WAIVE }]);
    }
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
