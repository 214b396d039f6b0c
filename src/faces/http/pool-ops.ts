/** The pool's records one by one: read and written where they come in, by the version that was seen. */

import {
  type Actor,
  protect,
  protectionFor,
  type Store,
  unprotect,
  type VersionedKind,
  versionOf,
} from "../../pool/store/index.js";
import {
  dropRecord,
  keepConsents,
  keepRecord,
  keepVenue,
  keepWishes,
  keptRecord,
  keptVenue,
  listRecords,
  type RecordKind,
  type TrainerRow,
} from "../../season/index.js";
import { pieceIn } from "./pool-schemas.js";
import type { PoolOp } from "./route.js";
import { consentsIn } from "./schemas.js";
import { type Conditions, matched, type Standing, seenOrNone } from "./seen.js";
import { json, shaped } from "./sources.js";

interface PoolRequest extends Conditions {
  readonly id: string;
  readonly body: Uint8Array;
}
interface PoolAnswer extends Partial<Standing> {
  readonly value: unknown;
}
interface PoolFacts {
  readonly places: readonly { readonly id: string }[];
}
type PoolAnswerer = (store: Store, actor: Actor, request: PoolRequest, facts: PoolFacts) => PoolAnswer;

/** How a record stands for everybody. */
export const standOf = (store: Store, kind: VersionedKind, id: string): Standing => ({
  version: versionOf(store, kind, id),
});

/** How a trainer's record stands for a reader: she herself reads in it what is sensitive too, of which her version tells nothing. */
export function herStand(store: Store, { role }: Actor, id: string): Standing {
  const version = versionOf(store, "trainers", id);
  return role === "trainer" ? { version, hidden: versionOf(store, "sensitive", id) } : { version };
}

/** A trainer's record, as it stands for a reader. */
export function person(store: Store, actor: Actor, { version, ...value }: TrainerRow): PoolAnswer {
  return { value, ...herStand(store, actor, value.trainer.id), version };
}

/** The four routes of a kind of record. */
function ofKind<K extends RecordKind>(kind: K) {
  const routes: Readonly<Record<string, PoolAnswerer>> = {
    [`list:${kind}`]: (store, actor) => ({ value: { items: listRecords(store, actor, kind) } }),
    [`get:${kind}`]: (store, actor, { id }) => {
      const { version, record } = keptRecord(store, actor, kind, id);
      return { value: record, version };
    },
    [`keep:${kind}`]: (store, actor, { id, body, ...conditions }) => {
      const { version, record } = keepRecord(
        store,
        actor,
        kind,
        id,
        json(body),
        seenOrNone(conditions, standOf(store, kind, id)),
      );
      return { value: record, version };
    },
    [`drop:${kind}`]: (store, actor, { id, ifMatch }) => {
      dropRecord(store, actor, kind, id, matched(ifMatch, standOf(store, kind, id)));
      return { value: null };
    },
  };
  return routes as { readonly [Op in `${"list" | "get" | "keep" | "drop"}:${K}`]: PoolAnswerer };
}

export const POOL: Readonly<Record<PoolOp, PoolAnswerer>> = {
  ...ofKind("organisations"),
  ...ofKind("clients"),
  ...ofKind("locals"),
  ...ofKind("programmes"),
  ...ofKind("series"),
  venue: (store, actor, { id }) => {
    const { venue, version } = keptVenue(store, actor, id);
    return { value: venue, version };
  },
  keepVenue: (store, actor, { id, body, ifMatch }) => {
    const { venue, version } = keepVenue(
      store,
      actor,
      id,
      json(body),
      matched(ifMatch, standOf(store, "sessions", id)),
    );
    return { value: venue, version };
  },
  keepWishes: (store, actor, { id, body, ifMatch }) =>
    person(store, actor, keepWishes(store, actor, id, json(body), matched(ifMatch, herStand(store, actor, id)))),
  keepConsents: (store, actor, { id, body, ifMatch }) =>
    person(
      store,
      actor,
      keepConsents(store, actor, id, shaped(consentsIn, json(body)), matched(ifMatch, herStand(store, actor, id))),
    ),
  protection: (store, actor, { id }) => ({
    value: protectionFor(store, actor, id),
    version: versionOf(store, "trainers", id),
    hidden: versionOf(store, "sensitive", id),
  }),
  protect: (store, actor, { id, body }, { places }) => {
    const isPlace = (code: string): boolean => places.some((place) => place.id === code);
    return { value: { came: protect(store, actor, id, shaped(pieceIn, json(body)), isPlace) } };
  },
  unprotect: (store, actor, { id, body }) => ({
    value: { came: unprotect(store, actor, id, shaped(pieceIn, json(body))) },
  }),
};
