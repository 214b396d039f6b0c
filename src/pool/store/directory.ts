/** What hangs on the pool's records: a trainer's own time, contacts of clients, local organisations; and lists of codes. */

import type { Trainer } from "../../model/types.js";
import { readAvailability } from "../availability/read.js";
import type { Availability } from "../availability/types.js";
import { join, type Special } from "./bodies.js";
import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import { need } from "./need.js";
import { bodyOf, put, putDetail, readTrainer } from "./records.js";
import { type Actor, PURPOSES, type Purpose, SENSITIVE_FIELDS, type SensitiveField } from "./rights.js";
import { tableOf } from "./schema.js";
import { append } from "./trail.js";

/** Somebody to speak with at a client or a local organisation. */
export interface PartyContact {
  readonly name: string;
  readonly task: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** An organisation in a municipality with which the alliance works together. */
export interface LocalOrganisation {
  readonly id: string;
  readonly name: string;
  /** a place's code */
  readonly place: string | null;
  /** backgrounds that it reaches */
  readonly communities: readonly string[];
  readonly contacts: readonly PartyContact[];
}

/**
 * All that a trainer said of her time, in place of what she said before.
 * @throws InputError with every wrong field; StoreError `unknown` for a trainer whom the pool does not know
 */
export function saveAvailability(store: Store, actor: Actor, trainer: string, value: unknown): void {
  const said = readAvailability(value);
  inTransaction(store, () => {
    need(store, "trainers", "code", trainer, "trainer");
    put(store, "availability", { trainer, body: JSON.stringify(said) });
    append(store, actor, { action: "save", field: "availability", trainer });
  });
}

/** What a trainer said of her time, or null. */
export function availabilityOf(store: Store, trainer: string): Availability | null {
  return bodyOf(store, "availability", "trainer", trainer) as Availability | null;
}

/** How many of the dates that are held for a question are no more by now: that changes what planning may feel, and nobody writes it. */
export function lapsedHolds({ db, now }: Store): number {
  const sql = `SELECT count(*) AS n FROM availability, json_each(availability.body, '$.holds') AS hold
    WHERE julianday(hold.value ->> '$.until') <= julianday(?)`;
  return (db.prepare(sql).get(now()) as { n: number }).n;
}

/** @throws StoreError `unknown` for a client that is not there */
export function saveContacts(store: Store, actor: Actor, client: string, contacts: readonly PartyContact[]): void {
  inTransaction(store, () => {
    need(store, "clients", "id", client, "client");
    putDetail(store, "client_contacts", { client }, contactsOf(store, client), contacts);
    append(store, actor, { action: "save", field: "contacts" });
  });
}

export function contactsOf(store: Store, client: string): readonly PartyContact[] {
  return (bodyOf(store, "client_contacts", "client", client) ?? []) as readonly PartyContact[];
}

export function saveLocal(store: Store, actor: Actor, local: LocalOrganisation): void {
  inTransaction(store, () => {
    put(store, "locals", { id: local.id, body: JSON.stringify(local) });
    append(store, actor, { action: "save", field: "local" });
  });
}

export function readLocal(store: Store, id: string): LocalOrganisation | null {
  return bodyOf(store, "locals", "id", id) as LocalOrganisation | null;
}

/** Tables of records that others refer to by their codes. */
const CODES = {
  organisations: "id",
  trainers: "code",
  clients: "id",
  locals: "id",
  programmes: "id",
  sessions: "id",
  series: "id",
  seasons: "id",
  plans: "id",
} as const;
export type Listed = keyof typeof CODES;

/** The codes of all records of a kind, in order. */
export function codesOf(store: Store, table: Listed): readonly string[] {
  const column = CODES[table];
  const rows = store.db.prepare(`SELECT ${column} AS code FROM ${table} ORDER BY ${column}`).all() as {
    code: string;
  }[];
  return rows.map(({ code }) => code);
}

/** The name of an organisation or a client, or null for a code that is not there. */
export function nameOf(store: Store, table: "organisations" | "clients", id: string): string | null {
  const row = store.db.prepare(`SELECT name FROM ${table} WHERE id = ?`).get(id) as { name: string } | undefined;
  return row?.name ?? null;
}

/** The organisation that a trainer belongs to, or null. */
export function organisationOf(store: Store, trainer: string): string | null {
  const row = store.db.prepare("SELECT organisation FROM trainers WHERE code = ?").get(trainer);
  return (row as { organisation: string } | undefined)?.organisation ?? null;
}

/** The client of a programme or a session, or null. */
export function clientOf(store: Store, table: "programmes" | "sessions", id: string): string | null {
  const row = store.db.prepare(`SELECT client FROM ${table} WHERE id = ?`).get(id) as
    | { client: string | null }
    | undefined;
  return row?.client ?? null;
}

/** A trainer as the pool keeps her, with her organisation, name and contact. */
export interface KeptTrainer {
  readonly organisation: string;
  readonly name: string;
  readonly contact: string;
  readonly trainer: Trainer;
}

/**
 * A trainer whole, so that a change can keep what it does not name. What this gives goes back into the pool and never to a
 * person; the look leaves a row of the trail.
 * @throws StoreError `damaged` where a sensitive field cannot be read
 */
export function trainerForChange(store: Store, actor: Actor, code: string): KeptTrainer | null {
  return inTransaction(store, (): KeptTrainer | null => {
    const plain = readTrainer(store, code);
    if (plain === null) return null;
    const sql = "SELECT organisation, name, contact FROM trainers WHERE code = ?";
    const who = store.db.prepare(sql).get(code) as Omit<KeptTrainer, "trainer">;
    const special = Object.fromEntries(SENSITIVE_FIELDS.map((field) => [field, specialValue(store, code, field)]));
    append(store, actor, { action: "read", purpose: "change", field: "all", trainer: code, outcome: "given" });
    return { ...who, trainer: join(plain, special as unknown as Special) };
  });
}

function specialValue(store: Store, code: string, field: SensitiveField): unknown {
  const row = store.db.prepare(`SELECT value FROM ${tableOf(field)} WHERE trainer = ?`).get(code);
  if (row === undefined) throw new StoreError("damaged", `${field} of a trainer cannot be read: restore a backup`);
  return JSON.parse((row as { value: string }).value);
}

/** What she consents to at present: purpose → fields, those without any left out. */
export function consentsOf(store: Store, code: string): Readonly<Partial<Record<Purpose, readonly SensitiveField[]>>> {
  const sql = "SELECT DISTINCT purpose, field FROM consents WHERE trainer = ? AND withdrawn IS NULL";
  const rows = store.db.prepare(sql).all(code) as { purpose: Purpose; field: SensitiveField }[];
  const fieldsOf = (purpose: Purpose) =>
    SENSITIVE_FIELDS.filter((field) => rows.some((row) => row.purpose === purpose && row.field === field));
  return Object.fromEntries(
    PURPOSES.map((purpose) => [purpose, fieldsOf(purpose)] as const).filter(([, fields]) => fields.length > 0),
  );
}
