/**
 * The pool's other records one by one, for a coordinator: organisations, clients, local organisations, budgets of programmes, series, and
 * where exactly a session is. Whoever writes says which version she has seen.
 */
import { InputError } from "../model/index.js";
import { ENTITIES, type RecordOf, recordOf, saveRecord } from "../pool/exchange/index.js";
import {
  type Actor,
  assertMay,
  codesOf,
  ifUnchanged,
  mayWriteOrganisation,
  readBody,
  refuse,
  removeRecord,
  type Store,
  StoreError,
  saveVenue,
  type Venue,
  venueOf,
  versionOf,
} from "../pool/store/index.js";

/** Kinds of records, as their tables are called, and what an entity of them is. */
export const RECORD_KINDS = {
  organisations: "organisation",
  clients: "client",
  locals: "local",
  programmes: "programme",
  series: "series",
} as const;
export type RecordKind = keyof typeof RECORD_KINDS;
type Of<K extends RecordKind> = RecordOf[(typeof RECORD_KINDS)[K]];

export interface KeptRecord<K extends RecordKind = RecordKind> {
  readonly version: number;
  readonly record: Of<K>;
}

/** All records of a kind. */
export function listRecords<K extends RecordKind>(store: Store, actor: Actor, kind: K): readonly KeptRecord<K>[] {
  assertMay(store, actor, "keepRecords");
  return codesOf(store, kind).map((id) => kept(store, actor, kind, id));
}

/** @throws StoreError `unknown` for none of that code */
export function keptRecord<K extends RecordKind>(store: Store, actor: Actor, kind: K, id: string): KeptRecord<K> {
  assertMay(store, actor, "keepRecords");
  return kept(store, actor, kind, id);
}

function kept<K extends RecordKind>(store: Store, actor: Actor, kind: K, id: string): KeptRecord<K> {
  const entity = RECORD_KINDS[kind];
  const record = recordOf(store, actor, entity, id) as Of<K> | null;
  if (record === null) throw new StoreError("unknown", `${entity} ${id}: not in the database`);
  return { version: versionOf(store, kind, id), record };
}

/**
 * Keeps a record whole, or adds one.
 * @param seen the version that the caller has read; 0 where there is none yet
 * @throws InputError with every wrong field; StoreError `unknown` for what it names and is not there, `refused` for another
 * organisation than the actor's, `conflict` where somebody saved it since
 */
export function keepRecord<K extends RecordKind>(
  store: Store,
  actor: Actor,
  kind: K,
  id: string,
  value: unknown,
  seen: number,
): KeptRecord<K> {
  assertMay(store, actor, "keepRecords");
  assertOwn(store, actor, kind, id);
  const entity = RECORD_KINDS[kind];
  return ifUnchanged(store, kind, id, seen, () => {
    const record = ENTITIES[entity].judge(value) as Of<K>;
    if (record.id !== id) throw new InputError(`the ${entity}`, [{ path: "id", expected: "the code in the address" }]);
    saveRecord(store, actor, entity, record as never);
    return kept(store, actor, kind, id);
  });
}

/** Takes a record away while nothing hangs on it. @throws as `keepRecord`; StoreError `inUse` where something does */
export function dropRecord(store: Store, actor: Actor, kind: RecordKind, id: string, seen: number): void {
  assertMay(store, actor, "keepRecords");
  assertOwn(store, actor, kind, id);
  ifUnchanged(store, kind, id, seen, () => removeRecord(store, actor, kind, id));
}

/** @throws StoreError `refused` for an organisation that is not the actor's to write */
function assertOwn(store: Store, actor: Actor, kind: RecordKind, id: string): void {
  if (kind !== "organisations" || mayWriteOrganisation(actor, id)) return;
  refuse(store, actor, "keepRecords", [`a coordinator of organisation ${id} itself`]);
}

/** Where exactly a session is, with its session's version. @throws StoreError `unknown` for no such session */
export function keptVenue(store: Store, actor: Actor, session: string): { version: number; venue: Venue } {
  assertMay(store, actor, "keepRecords");
  if (readBody(store, "sessions", session) === null)
    throw new StoreError("unknown", `session ${session}: not in the database`);
  return { version: versionOf(store, "sessions", session), venue: venueOf(store, session) };
}

/** Keeps where exactly a session is. @throws as `keepRecord` */
export function keepVenue(
  store: Store,
  actor: Actor,
  session: string,
  value: unknown,
  seen: number,
): { version: number; venue: Venue } {
  assertMay(store, actor, "keepRecords");
  return ifUnchanged(store, "sessions", session, seen, () => {
    saveVenue(store, actor, session, value);
    return keptVenue(store, actor, session);
  });
}
