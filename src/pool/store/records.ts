/** The pool's records: organisations, trainers and their consents, clients, programmes, sessions. Each change leaves its row. */
import { isDeepStrictEqual } from "node:util";
import { InputError, parseSession, type Session } from "../../model/index.js";
import { judgedProgramme, judgedSeries, judgedTrainer, type PlainTrainer, split } from "./bodies.js";
import { codeTellsName } from "./code-name.js";
import { inTransaction, type Store } from "./context.js";
import type { SqlValue } from "./driver.js";
import { excludesOf } from "./excludes.js";
import { mayNameNow } from "./names.js";
import { need } from "./need.js";
import { type Actor, type Purpose, SENSITIVE_FIELDS, type SensitiveField } from "./rights.js";
import { tableOf } from "./schema.js";
import { type Answer, hasConsent } from "./sensitive.js";
import { addSubject, append } from "./trail.js";
import { bump, touch } from "./versions.js";

/** Whom to call: the only place where a trainer has a name. */
export interface Contact {
  readonly organisation: string;
  readonly name: string;
  readonly contact: string;
}

/**
 * Writes a record, or writes it anew; one that is already so is left as it is, with its version. The columns' names are ours, never a
 * caller's.
 */
export function put(store: Store, table: string, row: Readonly<Record<string, SqlValue>>): void {
  const columns = Object.keys(row);
  const [key, ...others] = columns;
  const same = columns.map((column) => `${column} IS ?`).join(" AND ");
  if (store.db.prepare(`SELECT 1 FROM ${table} WHERE ${same}`).get(...Object.values(row)) !== undefined) return;
  const sets = others.map((column) => `${column} = excluded.${column}`).join(", ");
  const marks = columns.map(() => "?").join(", ");
  // Not REPLACE: it deletes the row first, and with it all that hangs on it.
  const sql = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks}) ON CONFLICT (${key}) DO UPDATE SET ${sets}`;
  store.db.prepare(sql).run(...Object.values(row));
  bump(store, table, row);
}

/**
 * Writes a detail of a record, unless it is what holds already: where none was kept it would raise the record's version for nothing.
 * @param row the column that names the record, with its id
 * @param was what holds
 */
export function putDetail(
  store: Store,
  table: string,
  row: Readonly<Record<string, string>>,
  was: unknown,
  value: unknown,
): void {
  if (!isDeepStrictEqual(was, value)) put(store, table, { ...row, body: JSON.stringify(value) });
}

export function saveOrganisation(store: Store, actor: Actor, id: string, name: string): void {
  inTransaction(store, () => {
    put(store, "organisations", { id, name });
    append(store, actor, { action: "save", field: "organisation" });
  });
}

/**
 * Adds a trainer or writes her anew, each sensitive field into its own table.
 * @param value the trainer as a season has her; references to places and other trainers are judged in a season
 * @throws InputError with every wrong field, and for a new code that tells her name; StoreError `unknown` for an organisation
 * that is not there
 */
export function saveTrainer(store: Store, actor: Actor, contact: Contact, value: unknown): void {
  const { plain, special } = split(judgedTrainer(value));
  inTransaction(store, () => {
    need(store, "organisations", "id", contact.organisation, "organisation");
    if (readTrainer(store, plain.id) === null && codeTellsName(plain.id, contact.name))
      throw new InputError("the trainer", [
        { path: "id", expected: "a code that does not tell her name, such as t01" },
      ]);
    put(store, "trainers", {
      code: plain.id,
      organisation: contact.organisation,
      name: contact.name,
      contact: contact.contact,
      body: JSON.stringify(plain),
    });
    addSubject(store.db, plain.id);
    const forget = store.db.prepare("DELETE FROM special_removals WHERE trainer = ? AND field = ?");
    for (const field of SENSITIVE_FIELDS) {
      const value = JSON.stringify(special[field]);
      const before = store.db.prepare(`SELECT value FROM ${tableOf(field)} WHERE trainer = ?`).get(plain.id);
      // Protection that is written anew was looked at anew: no earlier request to take of it waits on.
      if ((before as { value: string } | undefined)?.value !== value) forget.run(plain.id, field);
      put(store, tableOf(field), { trainer: plain.id, value });
    }
    // Whether any of them was so already is not to be seen.
    touch(store);
    append(store, actor, { action: "save", field: "trainer", trainer: plain.id });
  });
}

/** All trainers' codes, in order. */
export function trainerCodes(store: Store): readonly string[] {
  const rows = store.db.prepare("SELECT code FROM trainers ORDER BY code").all() as { code: string }[];
  return rows.map(({ code }) => code);
}

/** What of a trainer is not sensitive, or null for a code that the pool does not know. */
export function readTrainer(store: Store, code: string): PlainTrainer | null {
  const row = store.db.prepare("SELECT body FROM trainers WHERE code = ?").get(code) as { body: string } | undefined;
  return row === undefined ? null : (JSON.parse(row.body) as PlainTrainer);
}

/** Her name and how to reach her, for herself and those who may know (`names.ts`); audited, refusals included. */
export function readContact(store: Store, actor: Actor, code: string): Answer<Contact> {
  return inTransaction(store, (): Answer<Contact> => {
    const sql = "SELECT organisation, name, contact FROM trainers WHERE code = ?";
    const row = store.db.prepare(sql).get(code) as Contact | undefined;
    const may = row !== undefined && mayNameNow(store, actor, code, row.organisation);
    append(store, actor, { action: "read", field: "contact", trainer: code, outcome: may ? "given" : "refused" });
    return may ? { given: true, value: row } : { given: false, reason: "not allowed" };
  });
}

/**
 * She consents that a field is used for a purpose.
 * @throws StoreError `unknown` for a trainer whom the pool does not know
 */
export function giveConsent(store: Store, actor: Actor, code: string, field: SensitiveField, purpose: Purpose): void {
  inTransaction(store, () => {
    need(store, "trainers", "code", code, "trainer");
    if (!hasConsent(store, code, field, purpose)) {
      const sql = "INSERT INTO consents VALUES (?, ?, ?, ?, NULL) ON CONFLICT DO UPDATE SET withdrawn = NULL";
      store.db.prepare(sql).run(code, field, purpose, store.now());
      bump(store, "trainers", { code });
    }
    append(store, actor, { action: "consent", purpose, field, trainer: code });
  });
}

/** She takes her consent back: from now on the field is not used for it. That she once gave it stays known. */
export function withdrawConsent(
  store: Store,
  actor: Actor,
  code: string,
  field: SensitiveField,
  purpose: Purpose,
): void {
  inTransaction(store, () => {
    const sql =
      "UPDATE consents SET withdrawn = ? WHERE trainer = ? AND field = ? AND purpose = ? AND withdrawn IS NULL";
    const { changes } = store.db.prepare(sql).run(store.now(), code, field, purpose);
    if (changes > 0) bump(store, "trainers", { code });
    append(store, actor, { action: "withdraw", purpose, field, trainer: code });
  });
}

export function saveClient(store: Store, actor: Actor, id: string, name: string): void {
  inTransaction(store, () => {
    put(store, "clients", { id, name });
    append(store, actor, { action: "save", field: "client" });
  });
}

/** @throws InputError with every wrong field; StoreError `unknown` for a client that is not there */
export function saveProgramme(store: Store, actor: Actor, client: string | null, value: unknown): void {
  const programme = judgedProgramme(value);
  inTransaction(store, () => {
    if (client !== null) need(store, "clients", "id", client, "client");
    put(store, "programmes", { id: programme.id, client, body: JSON.stringify(programme) });
    append(store, actor, { action: "save", field: "programme" });
  });
}

/**
 * A client's session. Whom it excludes lies in a table of its own, and outlives a session that is cancelled.
 * @throws InputError with every wrong field; StoreError `unknown` for a client that is not there
 */
export function saveSession(store: Store, actor: Actor, client: string | null, value: unknown): void {
  const { excludes, ...body }: Session = parseSession(value);
  inTransaction(store, () => {
    if (client !== null) need(store, "clients", "id", client, "client");
    // Of a session that was cancelled it is still known whom it must not see again.
    const before = readBody(store, "sessions", body.id) as Session | null;
    // Where exactly it is was said of another town.
    if (before !== null && before.place !== body.place)
      store.db.prepare("DELETE FROM venues WHERE session = ?").run(body.id);
    const all = before === null ? [...new Set([...excludesOf(store, body.id), ...excludes])] : excludes;
    put(store, "sessions", { id: body.id, client, body: JSON.stringify(body) });
    put(store, "session_excludes", { session: body.id, value: JSON.stringify(all) });
    append(store, actor, { action: "save", field: "session" });
  });
}

/** @throws InputError with every wrong field; StoreError `unknown` for a session that is not there */
export function saveSeries(store: Store, actor: Actor, value: unknown): void {
  const series = judgedSeries(value);
  inTransaction(store, () => {
    for (const session of series.sessions) need(store, "sessions", "id", session, "session");
    put(store, "series", { id: series.id, body: JSON.stringify(series) });
    append(store, actor, { action: "save", field: "series" });
  });
}

/** A record's body as it was saved (a session or a season without what is sensitive), or null. */
export function readBody(
  store: Store,
  table: "programmes" | "sessions" | "series" | "seasons" | "plans",
  id: string,
): unknown {
  return bodyOf(store, table, "id", id);
}

/** The same of whatever table, by the column that names the record. */
export function bodyOf(store: Store, table: string, key: string, id: string): unknown {
  const row = store.db.prepare(`SELECT body FROM ${table} WHERE ${key} = ?`).get(id) as { body: string } | undefined;
  return row === undefined ? null : JSON.parse(row.body);
}
