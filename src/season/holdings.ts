/** All that is held about a trainer, for her (GDPR art. 15): her record, what seasons and plans say of her, who looked. */
import type { Interval, Plan, Season, Slot } from "../model/index.js";
import type { Availability } from "../pool/availability/index.js";
import {
  type Actor,
  assertMay,
  availabilityOf,
  busyOf,
  codesOf,
  consentsOf,
  inTransaction,
  type Look,
  lookersAt,
  type PlainTrainer,
  publicationOf,
  readBody,
  readContact,
  readSensitive,
  readTrainer,
  repliesOf,
  SENSITIVE_FIELDS,
  type Special,
  type Store,
  StoreError,
  type Wishes,
  wishesOf,
} from "../pool/store/index.js";

/** Every list of hers; codes of other trainers are left out, as is what others asked for their own safety. */
export interface Holdings {
  readonly format: "koppel-holdings/1";
  readonly trainer: string;
  readonly at: string;
  readonly contact: { readonly organisation: string; readonly name: string; readonly contact: string };
  readonly record: PlainTrainer;
  /** sensitive fields */
  readonly sensitive: Special;
  readonly consents: Readonly<Record<string, readonly string[]>>;
  readonly availability: Availability | null;
  readonly busy: readonly Interval[];
  readonly wishes: Wishes;
  readonly seasons: readonly {
    readonly season: string;
    /** sessions in which she is pinned, as the season has her */
    readonly pinned: readonly string[];
    readonly published: readonly { readonly session: string; readonly slot: Slot; readonly seat: string }[];
    readonly replies: readonly { readonly session: string; readonly reply: string; readonly at: string }[];
  }[];
  readonly plans: readonly { readonly plan: string; readonly sessions: readonly string[] }[];
  /** rows of the trail about her: when, in which role, what */
  readonly looks: readonly Look[];
}

/**
 * @param actor the trainer herself
 * @throws StoreError `refused` for anybody else, `unknown` for a code that the pool does not know
 */
export function holdingsOf(store: Store, actor: Actor): Holdings {
  assertMay(store, actor, "seeOwn");
  const { trainer } = actor;
  return inTransaction(store, () => {
    const record = trainer === undefined ? null : readTrainer(store, trainer);
    if (trainer === undefined || record === null) throw new StoreError("unknown", "no such trainer in the pool");
    const contact = readContact(store, actor, trainer);
    if (!contact.given) throw new StoreError("refused", "what is held of a trainer is for herself");
    const looks = lookersAt(store, trainer);
    const sensitive = SENSITIVE_FIELDS.map((field) => {
      const look = readSensitive(store, actor, "own", trainer, field);
      return [field, look.given ? look.value : null];
    });
    return {
      format: "koppel-holdings/1",
      trainer,
      at: store.now(),
      contact: contact.value,
      record,
      sensitive: Object.fromEntries(sensitive) as unknown as Special,
      consents: consentsOf(store, trainer) as Holdings["consents"],
      availability: availabilityOf(store, trainer),
      busy: busyOf(store, trainer),
      wishes: wishesOf(store, trainer),
      seasons: codesOf(store, "seasons").flatMap((id) => seasonOf(store, id, trainer)),
      plans: codesOf(store, "plans").flatMap((id) => planOf(store, id, trainer)),
      looks,
    };
  });
}

function seasonOf(store: Store, id: string, trainer: string): Holdings["seasons"] {
  const body = readBody(store, "seasons", id) as Pick<Season, "trainers" | "sessions">;
  const isIn = body.trainers.some((one) => one.id === trainer);
  const pinned = body.sessions
    .filter(({ pinned: pin }) => pin?.team.some((member) => member.trainer === trainer) === true)
    .map((session) => session.id);
  const published = (publicationOf(store, id)?.sessions ?? []).flatMap(({ session, slot, team }) =>
    team.filter((member) => member.trainer === trainer).map(({ seat }) => ({ session, slot, seat })),
  );
  const replies = repliesOf(store, id)
    .filter((reply) => reply.trainer === trainer)
    .map(({ session, reply, at }) => ({ session, reply, at }));
  if (!isIn && published.length === 0 && replies.length === 0) return [];
  return [{ season: id, pinned, published, replies }];
}

function planOf(store: Store, id: string, trainer: string): Holdings["plans"] {
  const { assignments } = readBody(store, "plans", id) as Plan;
  const sessions = assignments
    .filter(({ team }) => team.some((member) => member.trainer === trainer))
    .map(({ session }) => session);
  return sessions.length > 0 ? [{ plan: id, sessions }] : [];
}
