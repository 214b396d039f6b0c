/** Backups while another program writes, restores that are verified, and new keys. */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { connect } from "../../src/pool/store/driver.js";
import {
  backup,
  closeStore,
  contentDigest,
  openStore,
  restore,
  rotateKey,
  trailHead,
  trainerCodes,
  verifyTrail,
} from "../../src/pool/store/index.js";
import { count } from "../support/counts.js";
import { filesWith, KEY, OTHER_KEY, officer, withPool } from "./support.js";
import { startWriting } from "./writing.js";

const BACKUPS = count(5, 100);

test(
  `${BACKUPS} backups while another program writes: each restores to what its manifest says, a moment of the database`,
  async () => {
    await withPool(async (store, folder) => {
      const writing = await startWriting(store, 0, 10);
      const heads = new Set<number>();
      const made: { file: string; digest: string; seq: number; hash: string }[] = [];
      for (let i = 0; i < BACKUPS; i++) {
        const file = path.join(folder, `backup-${i}.db`);
        const { digest, trail } = backup(store, file);
        made.push({ file, digest, ...trail });
        heads.add(trail.seq);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await writing.kill();
      // the writer did write in between
      expect(heads.size).toBeGreaterThan(BACKUPS / 2);
      for (const { file, digest, seq, hash } of made) {
        const target = `${file}.restored`;
        expect(restore(file, target, store)).toBe(0);
        const restored = openStore(target, store);
        expect(contentDigest(restored.db)).toBe(digest);
        // one moment: as many trainers as the trail tells of, and the trail is the start of the one that went on
        const saved = "SELECT count(*) AS n FROM trail WHERE field = 'trainer' AND action = 'save'";
        expect(restored.db.prepare(saved).get()).toEqual({ n: trainerCodes(restored).length });
        closeStore(restored);
        expect(verifyTrail(store.db, { seq, hash }).fault).toBeNull();
        expect(statSync(target).mode & 0o777).toBe(0o600);
      }
    }, KEY);
  },
  BACKUPS * 4_000 + 60_000,
);

test("a digest tells every change, and none where nothing changed", async () => {
  await withPool((store, folder) => {
    const before = contentDigest(store.db);
    backup(store, path.join(folder, "b.db"));
    restore(path.join(folder, "b.db"), path.join(folder, "r.db"), store);
    store.db.exec("VACUUM");
    expect(contentDigest(store.db)).toBe(before);
    const changes = [
      "UPDATE trainers SET name = 'x' WHERE code = 't3'",
      "DELETE FROM special_traits WHERE trainer = 't1'",
      "DROP TRIGGER trail_no_delete",
    ];
    for (const sql of changes) {
      store.db.exec(`BEGIN; ${sql}`);
      expect(contentDigest(store.db)).not.toBe(before);
      store.db.exec("ROLLBACK");
    }
  });
});

test("a backup that was changed, or has no manifest, is not restored, and nothing is left of the attempt", async () => {
  await withPool((store, folder) => {
    const file = path.join(folder, "b.db");
    backup(store, file);
    expect(() => backup(store, file)).toThrow(/already/);
    const manifest = readFileSync(`${file}.json`, "utf8");
    const target = path.join(folder, "target.db");
    const attempts = [
      () => writeFileSync(`${file}.json`, "{"),
      () => writeFileSync(`${file}.json`, manifest.replace(/"digest": "./, '"digest": "-')),
      () => {
        writeFileSync(`${file}.json`, manifest);
        const db = connect(file);
        db.exec("UPDATE trainers SET name = 'somebody' WHERE code = 't1'");
        db.close();
      },
    ];
    for (const attempt of attempts) {
      attempt();
      expect(() => restore(file, target, store)).toThrow(/manifest/);
      expect(readdirSync(folder).filter((name) => name.includes("target"))).toEqual([]);
    }
    expect(() => restore(file, store.file, store)).toThrow(/already/);
  });
});

test("a new key: the old one opens nothing but older backups, all is there, no plain byte on the way", async () => {
  await withPool((store, folder) => {
    const old = path.join(folder, "old.db");
    backup(store, old);
    const codes = trainerCodes(store);
    const renewed = rotateKey(store, officer, OTHER_KEY);
    expect(trainerCodes(renewed)).toEqual(codes);
    expect(renewed.db.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(verifyTrail(renewed.db).fault).toBeNull();
    expect(() => openStore(store.file, { ...store, key: KEY })).toThrow(/does not open/);
    const again = openStore(store.file, renewed);
    expect(trailHead(again.db)).toEqual(trailHead(renewed.db));
    closeStore(again);
    backup(renewed, path.join(folder, "new.db"));
    restore(path.join(folder, "new.db"), path.join(folder, "restored.db"), renewed);
    restore(old, path.join(folder, "restored-old.db"), { ...store, key: KEY });
    for (const text of ["q-turkish", "Name of t2", "CREATE TABLE"]) expect(filesWith(folder, text)).toEqual([]);
  }, KEY);
});

test("no new key while another program has the database open, nor for a plain one; it goes on as it was", async () => {
  await withPool((store) => {
    const other = openStore(store.file, store);
    store.db.pragma("busy_timeout = 50");
    expect(() => rotateKey(store, officer, OTHER_KEY)).toThrow(/another program/);
    expect(trainerCodes(other)).toHaveLength(6);
    closeStore(other);
    closeStore(openStore(store.file, store));
  }, KEY);
  await withPool((store) => {
    expect(() => rotateKey(store, officer, OTHER_KEY)).toThrow(/no key/);
  });
});
