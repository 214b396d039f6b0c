/**
 * The one place that loads SQLite: better-sqlite3's encrypting fork (docs/decisions/0015). It is loaded when a database is
 * first opened, so that planning season files needs no compiled package.
 */
import { createRequire } from "node:module";
import { StoreError } from "./errors.js";

/** What SQLite takes and gives; a boolean or an undefined would be a fault of ours. */
export type SqlValue = string | number | bigint | Buffer | null;

export interface Statement {
  run(...values: SqlValue[]): { readonly changes: number };
  get(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): unknown[];
  iterate(...values: SqlValue[]): IterableIterator<unknown>;
  raw(): Statement;
}

/** As much of the driver as the store uses. */
export interface Database {
  readonly inTransaction: boolean;
  prepare(sql: string): Statement;
  exec(sql: string): void;
  pragma(text: string, options?: { simple: boolean }): unknown;
  key(key: Buffer): unknown;
  rekey(key: Buffer): unknown;
  close(): void;
}

type Driver = new (
  file: string,
  options: { fileMustExist?: boolean; readonly?: boolean; timeout?: number },
) => Database;

/** Before it, two connections that write and checkpoint at the wrong moment can damage a WAL database. */
export const LEAST_SQLITE = "3.51.3";

let loaded: Driver | null = null;

/**
 * A connection without settings.
 * @param readonly the file is not written, and must be there in any case
 * @throws StoreError `version` where the package is missing or its SQLite is older than LEAST_SQLITE
 */
export function connect(file: string, readonly = false): Database {
  loaded ??= load();
  return preparing(new loaded(file, { fileMustExist: true, readonly, timeout: 10_000 }));
}

/** Statements that a connection keeps ready. */
const MOST_READY = 500;

/**
 * A connection that prepares each statement once: to read a season is thousands of the same. One that is walked through, or reads in
 * another form than rows, is prepared for that alone, since the same may be asked meanwhile.
 */
function preparing(db: Database): Database {
  const prepare = db.prepare.bind(db);
  const ready = new Map<string, Statement>();
  db.prepare = (sql) => {
    const known = ready.get(sql);
    if (known !== undefined) return known;
    const made = prepare(sql);
    const statement: Statement = {
      get: (...values) => made.get(...values),
      all: (...values) => made.all(...values),
      run: (...values) => made.run(...values),
      iterate: (...values) => prepare(sql).iterate(...values),
      raw: () => prepare(sql).raw(),
    };
    if (ready.size >= MOST_READY) ready.clear();
    ready.set(sql, statement);
    return statement;
  };
  return db;
}

function load(): Driver {
  let driver: Driver;
  try {
    driver = createRequire(import.meta.url)("better-sqlite3-multiple-ciphers") as Driver;
  } catch {
    throw new StoreError(
      "version",
      "the package better-sqlite3-multiple-ciphers is not there: run `npm ci` on a machine with a C++ compiler, make and Python",
    );
  }
  const memory = new driver(":memory:", {});
  try {
    refuseOlder((memory.prepare("SELECT sqlite_version() AS version").get() as { version: string }).version);
  } finally {
    memory.close();
  }
  return driver;
}

/** @throws StoreError `version` for an SQLite older than LEAST_SQLITE */
export function refuseOlder(version: string): void {
  const [found, least] = [version, LEAST_SQLITE].map((text) => text.split(".").map(Number)) as [number[], number[]];
  for (const [i, part] of least.entries()) {
    const own = found[i] ?? 0;
    if (own > part) return;
    if (!(own < part) && own === part) continue;
    throw new StoreError(
      "version",
      `SQLite ${version} is too old: at least ${LEAST_SQLITE} is needed, for a fault in its write-ahead log. Update better-sqlite3-multiple-ciphers`,
    );
  }
}
