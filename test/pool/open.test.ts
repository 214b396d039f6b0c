/** Opening: settings, versions, keys, modes; and no plain byte where a key is given. */
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { connect, refuseOlder } from "../../src/pool/store/driver.js";
import {
  backup,
  closeStore,
  createStore,
  keyFrom,
  keyFromFile,
  newKey,
  openStore,
  StoreError,
  trainerCodes,
} from "../../src/pool/store/index.js";
import { filesWith, inFolder, KEY, OTHER_KEY, optionsIn, withPool } from "./support.js";

const fault = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.fault;
    throw error;
  }
  return "none";
};

test("every connection has the settings that the promises rest on", async () => {
  await withPool(({ db }) => {
    const settings = Object.fromEntries(
      [
        "journal_mode",
        "synchronous",
        "foreign_keys",
        "secure_delete",
        "trusted_schema",
        "recursive_triggers",
        "temp_store",
      ].map((name) => [name, db.pragma(name, { simple: true })]),
    );
    expect(settings).toEqual({
      journal_mode: "wal",
      synchronous: 2,
      foreign_keys: 1,
      secure_delete: 1,
      trusted_schema: 0,
      recursive_triggers: 1,
      temp_store: 2,
    });
  });
});

test("an SQLite with the WAL fault is refused, and the bundled one is not", () => {
  for (const version of ["3.51.2", "3.50.9", "2.99.99", "3.9.0"]) {
    expect(fault(() => refuseOlder(version))).toBe("version");
  }
  for (const version of ["3.51.3", "3.51.10", "3.52.0", "4.0.0"])
    expect(fault(() => refuseOlder(version))).toBe("none");
});

test("the files are their owner's alone, and a looser mode is taken back", async () => {
  await withPool((store, folder) => {
    const modes = () => readdirSync(folder).map((name) => statSync(path.join(folder, name)).mode & 0o777);
    expect(new Set(modes())).toEqual(new Set([0o600]));
    chmodSync(store.file, 0o644);
    closeStore(openStore(store.file, store));
    expect(statSync(store.file).mode & 0o777).toBe(0o600);
  });
});

test("a wrong key, or none, is refused and changes nothing; what is not there is not created", async () => {
  await withPool((store, folder) => {
    const before = readdirSync(folder).sort();
    for (const key of [OTHER_KEY, null]) {
      expect(fault(() => openStore(store.file, { ...store, key }))).toBe("key");
    }
    const missing = path.join(folder, "missing.db");
    for (const key of [KEY, OTHER_KEY, null]) {
      expect(fault(() => openStore(missing, { ...store, key }))).toBe("file");
    }
    expect(readdirSync(folder).sort()).toEqual(before);
    expect(trainerCodes(store)).toHaveLength(6);
    expect(fault(() => createStore(store.file, store))).toBe("file");
  }, KEY);
});

test("a wrong key leaves the write-ahead log of a killed program alone", async () => {
  await withPool((store, folder) => {
    // the files as a killed program leaves them: a log that nobody moved into the database
    const file = path.join(folder, "killed.db");
    copyFileSync(store.file, file);
    copyFileSync(`${store.file}-wal`, `${file}-wal`);
    const log = readFileSync(`${file}-wal`);
    expect(log.length).toBeGreaterThan(0);
    expect(fault(() => openStore(file, { ...store, key: OTHER_KEY }))).toBe("key");
    expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
    const opened = openStore(file, store);
    expect(trainerCodes(opened)).toHaveLength(6);
    closeStore(opened);
  }, KEY);
});

test("empty files, other texts and other programs' databases are refused", async () => {
  await inFolder((folder) => {
    const file = path.join(folder, "strange.db");
    writeFileSync(file, "");
    for (const key of [KEY, null]) expect(fault(() => openStore(file, optionsIn(folder, key)))).toBe("file");
    expect(statSync(file).size).toBe(0);
    writeFileSync(file, "no database at all ".repeat(100));
    expect(fault(() => openStore(file, optionsIn(folder)))).toBe("key");
    const other = path.join(folder, "other.db");
    writeFileSync(other, "");
    const db = connect(other);
    db.exec("CREATE TABLE t (a)");
    db.close();
    expect(fault(() => openStore(other, optionsIn(folder)))).toBe("file");
  });
});

test("a store that cannot be made leaves nothing behind", async () => {
  await inFolder((folder) => {
    const file = path.join(folder, "pool.db");
    const options = { ...optionsIn(folder), ledger: path.join(folder, "no-such-folder", "ledger") };
    expect(() => createStore(file, options)).toThrow();
    expect(existsSync(file)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("keys: one of file and variable; 64 hexadecimal digits; a file that others may read is refused", async () => {
  await inFolder((folder) => {
    const file = path.join(folder, "key");
    const text = newKey();
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
    expect(keyFromFile(file).toString("hex")).toBe(text);
    expect(keyFrom({ variable: text })?.toString("hex")).toBe(text);
    expect(keyFrom({})).toBeNull();
    for (const bad of ["", "secret", text.slice(1), `${text}0`]) {
      expect(fault(() => keyFrom({ variable: bad }))).toBe("key");
      if (bad !== "") expect(() => keyFrom({ variable: bad })).not.toThrow(bad);
    }
    expect(fault(() => keyFrom({ file, variable: text }))).toBe("key");
    chmodSync(file, 0o640);
    expect(fault(() => keyFromFile(file))).toBe("key");
    expect(fault(() => keyFromFile(path.join(folder, "none")))).toBe("key");
  });
});

test("with a key no plain byte is in database, log or backup; without one the same search finds them", async () => {
  const canaries = ["q-turkish", "q-honour", "Name of t2", "CREATE TABLE", "SQLite format 3"];
  await withPool((store, folder) => {
    backup(store, path.join(folder, "backup.db"));
    // the ledger holds random keys, and the manifest a digest
    for (const canary of canaries) expect([canary, filesWith(folder, canary)]).toEqual([canary, []]);
  }, KEY);
  await withPool((store, folder) => {
    backup(store, path.join(folder, "backup.db"));
    for (const canary of canaries) expect(filesWith(folder, canary)).toContain("backup.db");
    expect(filesWith(folder, "q-turkish")).toContain("pool.db-wal");
  });
});

test("a database that has the newest schema opens at once while somebody writes to it for long", async () => {
  await withPool(({ db, file }, folder) => {
    db.exec("BEGIN IMMEDIATE");
    const began = Date.now();
    closeStore(openStore(file, optionsIn(folder)));
    expect(Date.now() - began).toBeLessThan(5000);
    db.exec("ROLLBACK");
  });
}, 30_000);
