/** Forwards only: from every earlier schema, with data in it, to the newest. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { connect, type Database } from "../../src/pool/store/driver.js";
import { migrate } from "../../src/pool/store/migrate.js";
import { MIGRATIONS } from "../../src/pool/store/schema.js";
import { inFolder, ticking } from "./support.js";

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}
const tablesOf = (db: Database): { name: string; sql: string }[] =>
  db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all() as { name: string; sql: string }[];
const schemaOf = (db: Database): unknown[] => db.prepare("SELECT * FROM sqlite_schema ORDER BY name").raw().all();
const contentOf = (db: Database, tables: readonly string[]): unknown[] =>
  tables.map((name) => db.prepare(`SELECT * FROM ${name} ORDER BY 1, 2`).raw().all());

async function inDatabase(work: (db: Database) => void): Promise<void> {
  await inFolder((folder) => {
    const file = path.join(folder, "m.db");
    writeFileSync(file, "");
    const db = connect(file);
    db.pragma("foreign_keys = ON");
    try {
      work(db);
    } finally {
      db.close();
    }
  });
}

/** A row in each table of an old schema, whatever its tables are: keys all alike, so that references hold. */
function fillAll(db: Database): string[] {
  const filled: string[] = [];
  db.exec("BEGIN; PRAGMA defer_foreign_keys = ON");
  for (const { name } of tablesOf(db)) {
    if (name === "migrations" || name === "trail_head") continue;
    const columns = db.pragma(`table_info(${name})`) as Column[];
    const values = columns.map(({ type, name: column }) =>
      type === "INTEGER" ? 1 : column === "body" || column === "value" ? '{"a":[1]}' : "x",
    );
    db.prepare(`INSERT INTO ${name} VALUES (${values.map(() => "?").join(", ")})`).run(...values);
    filled.push(name);
  }
  db.exec("COMMIT");
  return filled;
}

test("from every earlier schema with data: the same schema as a new database, and every row still there", async () => {
  let fresh: unknown[] = [];
  await inDatabase((db) => {
    expect(migrate(db, ticking())).toBe(MIGRATIONS.length);
    fresh = schemaOf(db);
  });
  for (let version = 1; version <= MIGRATIONS.length; version++) {
    await inDatabase((db) => {
      migrate(db, ticking(), MIGRATIONS.slice(0, version));
      const tables = fillAll(db);
      expect(tables.length).toBeGreaterThan(10);
      const before = contentOf(db, tables);
      expect(migrate(db, ticking())).toBe(MIGRATIONS.length);
      expect(contentOf(db, tables)).toEqual(before);
      expect(db.pragma("foreign_key_check")).toEqual([]);
      const shape = (rows: unknown[]): unknown[] => rows.map((row) => (row as unknown[]).filter((_, i) => i !== 3));
      expect(shape(schemaOf(db))).toEqual(shape(fresh));
      // a second time does nothing
      const steps = contentOf(db, ["migrations"]);
      migrate(db, ticking());
      expect(contentOf(db, ["migrations"])).toEqual(steps);
    });
  }
});

test("every table is strict", async () => {
  await inDatabase((db) => {
    migrate(db, ticking());
    const loose = (db.pragma("table_list") as { name: string; strict: number }[]).filter(
      ({ name, strict }) => !name.startsWith("sqlite_") && strict !== 1,
    );
    expect(loose).toEqual([]);
  });
});

test("a newer schema, an edited step and a step that fails: refused, and nothing of them done", async () => {
  await inDatabase((db) => {
    const next = { version: MIGRATIONS.length + 1, name: "next", sql: "CREATE TABLE next (a TEXT) STRICT" };
    const broken = { ...next, sql: "CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)" };
    migrate(db, ticking());
    const before = schemaOf(db);
    expect(() => migrate(db, ticking(), [...MIGRATIONS, broken])).toThrow(/nowhere/);
    expect(schemaOf(db)).toEqual(before);
    migrate(db, ticking(), [...MIGRATIONS, next]);
    expect(() => migrate(db, ticking())).toThrow(/newer Koppel/);
    const edited = [...MIGRATIONS, { ...next, sql: `${next.sql} ` }];
    expect(() => migrate(db, ticking(), edited)).toThrow(new RegExp(`step ${next.version}`));
  });
});
