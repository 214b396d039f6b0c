/** Versions of records: whoever writes over one says which version she has seen, so that nobody overwrites what she never saw. */
import { inTransaction, type Store } from "./context.js";
import type { SqlValue } from "./driver.js";
import { StoreError } from "./errors.js";
import { SENSITIVE_FIELDS } from "./rights.js";
import { tableOf } from "./schema.js";

/** Tables of records that have a version: each change raises it. Of details, the column that names their record, and its table. */
const VERSIONED: Readonly<Record<string, readonly [column: string, kind: VersionedKind]>> = {
  organisations: ["id", "organisations"],
  trainers: ["code", "trainers"],
  availability: ["trainer", "trainers"],
  busy: ["trainer", "trainers"],
  wishes: ["trainer", "trainers"],
  clients: ["id", "clients"],
  client_contacts: ["client", "clients"],
  locals: ["id", "locals"],
  programmes: ["id", "programmes"],
  papers: ["programme", "programmes"],
  sessions: ["id", "sessions"],
  venues: ["session", "sessions"],
  series: ["id", "series"],
  seasons: ["id", "seasons"],
  plans: ["id", "plans"],
  published: ["season", "publications"],
  // A count of its own: whoever reads her version may not see what is sensitive, nor when it changed.
  ...Object.fromEntries(SENSITIVE_FIELDS.map((field) => [tableOf(field), ["trainer", "sensitive"] as const])),
};
export type VersionedKind =
  | "organisations"
  | "trainers"
  | "clients"
  | "locals"
  | "programmes"
  | "sessions"
  | "series"
  | "seasons"
  | "plans"
  | "publications"
  | "sensitive";

/**
 * Raises the version of the record that a row of a table belongs to, if it has one, and notes that something changed. Of what is
 * sensitive its writer notes that once, changed or not (`touch`): how often it is noted is seen by those who may write and not read it.
 */
export function bump(store: Store, table: string, row: Readonly<Record<string, SqlValue>>): void {
  const versioned = VERSIONED[table];
  if (versioned !== undefined) {
    const [column, kind] = versioned;
    raise(store, kind, row[column] ?? null);
    if (kind === "sensitive") return;
  }
  touch(store);
}

function raise({ db }: Store, kind: string, id: SqlValue): void {
  db.prepare("INSERT INTO versions VALUES (?, ?, 1) ON CONFLICT (kind, id) DO UPDATE SET version = version + 1").run(
    kind,
    id,
  );
}

/** Notes that something changed that planning may feel, whatever it was. */
export function touch(store: Store): void {
  raise(store, "all", "");
}

/** A number that rises with every change that planning may feel: what was reckoned before it is old. */
export function changesOf(store: Store): number {
  return countOf(store, "all");
}

function countOf({ db }: Store, kind: "all" | "erasures"): number {
  const row = db.prepare("SELECT version FROM versions WHERE kind = ? AND id = ''").get(kind);
  return (row as { version: number } | undefined)?.version ?? 0;
}

/** Notes that somebody was erased. */
export function noteErased(store: Store): void {
  raise(store, "erasures", "");
  touch(store);
}

/** How often somebody was erased: a number that rises with each. */
export function erasuresOf(store: Store): number {
  return countOf(store, "erasures");
}

/** Where it is seen whether a record is there, of those that do not lie under `id` in a table of the kind's name. */
const TABLES = {
  publications: ["published", "season"],
  trainers: ["trainers", "code"],
  sensitive: ["trainers", "code"],
};

/** How often a record has changed since versions are kept; 0 for one that is not there or is older. */
export function versionOf(store: Store, kind: VersionedKind, id: string): number {
  const [table, column] = TABLES[kind as keyof typeof TABLES] ?? [kind, "id"];
  // One that was taken away and made anew goes on counting: what was read before it is old.
  // A programme has papers before it has sessions, and its record comes with those.
  const papers = kind === "programmes" ? " OR EXISTS (SELECT 1 FROM papers WHERE programme = versions.id)" : "";
  const sql = `SELECT version FROM versions WHERE kind = ? AND id = ? AND (EXISTS (SELECT 1 FROM ${table} WHERE ${column} = ?)${papers})`;
  const row = store.db.prepare(sql).get(kind, id, id);
  return (row as { version: number } | undefined)?.version ?? 0;
}

/** What tells whether anything of a trainer has changed since a season was made of her: both counts only ever rise. */
export function builtOf(store: Store, trainer: string): number {
  return versionOf(store, "trainers", trainer) + versionOf(store, "sensitive", trainer);
}

/**
 * Does work on a record only if it still is as the caller has seen it; check and work are one transaction.
 * @param seen the version that the caller read; null where she writes whatever is there
 * @throws StoreError `conflict` where somebody saved it since
 */
export function ifUnchanged<T>(store: Store, kind: VersionedKind, id: string, seen: number | null, work: () => T): T {
  return inTransaction(store, () => {
    if (seen !== null && versionOf(store, kind, id) !== seen)
      throw new StoreError("conflict", `${id}: somebody else saved it since you read it; read it again, then save`);
    return work();
  });
}
