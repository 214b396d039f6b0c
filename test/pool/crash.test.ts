/** Killed at random moments: what was acknowledged is there, nothing is there by half, the file is sound. */
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import {
  closeStore,
  createStore,
  openStore,
  SENSITIVE_FIELDS,
  type Store,
  saveOrganisation,
  verifyTrail,
} from "../../src/pool/store/index.js";
import { tableOf } from "../../src/pool/store/schema.js";
import { count } from "../support/counts.js";
import { inFolder, KEY, officer, optionsIn } from "./support.js";
import { startWriting } from "./writing.js";

const KILLS = count(15, 500);

/** The numbers of the trainers that are there whole; throws for one that is there by half. */
function written(store: Store): number {
  const rows = (sql: string): number => (store.db.prepare(sql).get() as { n: number }).n;
  const n = rows("SELECT count(*) AS n FROM trainers");
  const highest = "SELECT coalesce(max(CAST(substr(code, 2) AS INTEGER)), -1) AS n FROM trainers";
  expect(rows(highest)).toBe(n - 1);
  for (const field of SENSITIVE_FIELDS) expect(rows(`SELECT count(*) AS n FROM ${tableOf(field)}`)).toBe(n);
  expect(rows("SELECT count(*) AS n FROM subjects")).toBe(n);
  expect(rows("SELECT count(*) AS n FROM trail WHERE field = 'trainer'")).toBe(n);
  return n;
}

test(
  `killed ${KILLS} times at random moments: no acknowledged commit is lost, none is there by half`,
  async () => {
    await inFolder(async (folder) => {
      const options = optionsIn(folder, KEY);
      const file = path.join(folder, "pool.db");
      const first = createStore(file, options);
      saveOrganisation(first, officer, "org1", "One");
      closeStore(first);
      let next = 0;
      let unacknowledged = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const writing = await startWriting({ ...first, ...options, file }, next);
        await sleep(Math.random() * 60);
        await writing.kill();
        const store = openStore(file, options);
        const there = written(store);
        // all that was acknowledged, and at most one commit whose word did not get out
        expect(there).toBeGreaterThan(writing.acknowledged());
        expect(there).toBeLessThanOrEqual(writing.acknowledged() + 2);
        unacknowledged += there - writing.acknowledged() - 1;
        expect(there).toBeGreaterThan(next);
        expect(store.db.pragma("integrity_check", { simple: true })).toBe("ok");
        expect(store.db.pragma("foreign_key_check")).toEqual([]);
        expect(verifyTrail(store.db).fault).toBeNull();
        closeStore(store);
        next = there;
      }
      console.info(`${KILLS} kills, ${next} commits, ${unacknowledged} of them without their word`);
    });
  },
  KILLS * 4_000 + 60_000,
);
