/** Backups, restores, a new key, verification and erasure, by the built command line. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "./support.js";

const MAIN = path.resolve("dist/src/faces/cli/main.js");
const NAME = "Zerrin-kanarie";
const TRAINERS = [
  "Code;Organisatie;Naam;Bereikbaar via;Rollen;Talen;Woonplaats;Hoogstens km reizen;Tarief per uur",
  `t1;iot;${NAME};06-1;Professional;Turks;Den Haag;80;75`,
  "t2;iot;Ander;06-2;Professional;Turks;Den Haag;80;75",
].join("\n");

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** A folder with an encrypted pool of two trainers, and `koppel pool` in it. */
async function withPool(work: (run: (...args: readonly string[]) => Ran, folder: string) => void): Promise<void> {
  await inFolder((folder) => {
    const run = (...args: readonly string[]): Ran => {
      const ran = spawnSync(process.execPath, [MAIN, "pool", ...args], { cwd: folder, encoding: "utf8" });
      return { code: ran.status, out: ran.stdout, err: ran.stderr };
    };
    for (const name of ["pool.key", "new.key"])
      writeFileSync(path.join(folder, name), randomBytes(32).toString("hex"), { mode: 0o600 });
    writeFileSync(path.join(folder, "organisaties.csv"), "Code;Naam\niot;Inspraakorgaan\n");
    writeFileSync(path.join(folder, "trainers.csv"), `${TRAINERS}\n`);
    expect(run("create", ...DB).code).toBe(0);
    const acting = ["--role", "coordinator", "--organisation", "iot"];
    expect(run("import", "organisaties.csv", "trainers.csv", ...DB, ...acting)).toMatchObject({ code: 0 });
    work(run, folder);
  });
}
const DB = ["--db", "pool.db", "--key-file", "pool.key"] as const;

test("a backup is restored, and whoever was erased after it stays erased", async () => {
  await withPool((run, folder) => {
    const backup = run("backup", "a.backup", ...DB, "--json");
    expect(backup.code).toBe(0);
    expect(JSON.parse(backup.out)).toMatchObject({ backup: "a.backup", format: "koppel-backup/1" });
    expect(statSync(path.join(folder, "a.backup")).mode & 0o077).toBe(0);
    expect(run("backup", "a.backup", ...DB)).toMatchObject({ code: 2 });

    expect(run("erase", "t1", ...DB)).toMatchObject({ code: 2, out: "" });
    expect(run("erase", "t9", ...DB, "--yes")).toMatchObject({ code: 2 });
    const erased = run("erase", "t1", ...DB, "--yes");
    expect(erased.code).toBe(0);
    expect(erased.err).not.toContain("t1");

    const own = ["--db", "again.db", "--key-file", "pool.key", "--ledger", "pool.db.ledger"];
    const restored = run("restore", "a.backup", ...own, "--json");
    expect(restored.code).toBe(0);
    expect(JSON.parse(restored.out)).toEqual({ database: "again.db", erased: 1 });
    const exported = ["--role", "coordinator", "--organisation", "iot", "--as", "csv", "--out", "uit"];
    expect(run("export", ...own, ...exported).code).toBe(0);
    const trainers = readFileSync(path.join(folder, "uit/trainers.csv"), "utf8");
    expect(trainers).not.toContain(NAME);
    expect(trainers).toContain("t2");
    // A ledger that is not there is no empty one: nobody may come back unseen.
    const without = run("restore", "a.backup", "--db", "third.db", "--key-file", "pool.key", "--ledger", "none.ledger");
    expect(without).toMatchObject({ code: 2 });
    expect(existsSync(path.join(folder, "third.db"))).toBe(false);
  });
});

test("a backup that was changed, or of another key, is refused and leaves nothing", async () => {
  await withPool((run, folder) => {
    run("backup", "a.backup", ...DB);
    const to = ["--db", "again.db", "--ledger", "pool.db.ledger"];
    expect(run("restore", "a.backup", ...to, "--key-file", "new.key")).toMatchObject({ code: 2 });
    const file = path.join(folder, "a.backup");
    const bytes = readFileSync(file);
    // One in each page: a restore does not read the pages of indices, and makes them anew.
    for (let at = 4096 + 100; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const damaged = run("restore", "a.backup", ...to, "--key-file", "pool.key");
    expect(damaged.code).toBe(2);
    expect(damaged.err).toContain("a.backup: damaged");
    expect(readdirSync(folder).filter((name) => name.startsWith("again"))).toEqual([]);
  });
});

test("under a new key the old one opens nothing, and the trail goes on from the backup's", async () => {
  await withPool((run, folder) => {
    run("backup", "a.backup", ...DB);
    expect(run("rekey", ...DB, "--new-key-file", "pool.key")).toMatchObject({ code: 2 });
    expect(run("rekey", ...DB, "--new-key-file", "new.key")).toMatchObject({ code: 0 });
    expect(run("verify", ...DB)).toMatchObject({ code: 2 });
    const now = ["--db", "pool.db", "--key-file", "new.key"];
    const verified = run("verify", ...now, "--against", "a.backup", "--json");
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ sound: true, faults: [] });

    const manifest = path.join(folder, "a.backup.json");
    const told = JSON.parse(readFileSync(manifest, "utf8"));
    writeFileSync(manifest, JSON.stringify({ ...told, trail: { ...told.trail, hash: "0".repeat(64) } }));
    const tampered = run("verify", ...now, "--against", "a.backup");
    expect(tampered.code).toBe(1);
    expect(tampered.err).toContain("trail");

    const file = path.join(folder, "pool.db");
    const bytes = readFileSync(file);
    for (let at = 4096 + 100; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const damaged = run("verify", ...now, "--json");
    expect(damaged.code).toBe(1);
    expect(JSON.parse(damaged.out)).toMatchObject({ sound: false });
  });
});
