/** Plannings through a real PostgreSQL; skipped where none is installed. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scenariosFile } from "../../src/advice/sweep.js";
import { whatif } from "../../src/advice/whatif.js";
import { openQueue, QueueError, queueSolver, withoutSecrets, work } from "../../src/queue/index.js";
import type { SolveOptions } from "../../src/solve/api.js";
import { solve } from "../../src/solve/index.js";
import { tinySeason } from "../support/tiny-season.js";
import { HAS_POSTGRES, PASSWORD, type Postgres, startPostgres } from "./postgres.js";

const KEY = randomBytes(32);
const STEPPED: SolveOptions = { time: Number.POSITIVE_INFINITY, gap: 0, steps: 200, seed: 1, threads: 1 };
const withoutClock = (told: unknown): string =>
  JSON.stringify(told, (key, value) => (key === "ms" ? undefined : value));

it("shows no password of an address", () => {
  expect(withoutSecrets(`postgres://koppel:${PASSWORD}@db.example:5432/koppel`)).toBe("db.example:5432/koppel");
  expect(withoutSecrets(PASSWORD)).toBe("the address given");
});

describe.skipIf(!HAS_POSTGRES)("plannings through a queue", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 120_000);
  afterAll(() => postgres?.stop());

  async function inQueue<T>(use: (queue: Awaited<ReturnType<typeof openQueue>>) => Promise<T>): Promise<T> {
    const queue = await openQueue(postgres.url);
    try {
      return await use(queue);
    } finally {
      await queue.stop({ graceful: true, wait: true });
    }
  }

  it("have the outcome that they have here, and leave nothing behind", { timeout: 120_000 }, async () => {
    await inQueue((worker) =>
      inQueue(async (asker) => {
        const done: boolean[] = [];
        await work(worker, KEY, { solve, onDone: (isSolved) => done.push(isSolved) });
        const ask = queueSolver(asker, KEY);
        for (const seed of [3, 4]) {
          const season = tinySeason(seed);
          const there = await ask({ season }, { ...STEPPED, prices: true });
          expect(withoutClock(there)).toBe(withoutClock(await solve({ season }, { ...STEPPED, prices: true })));
          expect(there.prices).toBeInstanceOf(Map);
        }
        expect(done).toEqual([true, true]);
        expect(await everythingIn(postgres.url)).not.toContain('"sealed"');
      }),
    );
  });

  it("serve a what-if like any solver, several at once", { timeout: 120_000 }, async () => {
    await inQueue((worker) =>
      inQueue(async (asker) => {
        await work(worker, KEY, { solve, onDone: () => undefined });
        const season = tinySeason(5);
        const [trainer] = season.trainers;
        const edits = [
          { edit: "block-trainer" as const, trainer: trainer?.id ?? "", from: season.from, to: season.to },
        ];
        const scenarios = scenariosFile([{ id: "ill", edits }]);
        const stepped = (of: typeof solve) => (source: Parameters<typeof solve>[0], options: SolveOptions) =>
          of(source, { ...options, ...STEPPED });
        const options = { time: 1, threads: 4, view: "full" } as const;
        const there = await whatif(season, scenarios, { ...options, solve: stepped(queueSolver(asker, KEY)) });
        const here = await whatif(season, scenarios, { ...options, solve: stepped(solve) });
        expect(withoutClock(there)).toBe(withoutClock(here));
      }),
    );
  });

  it("are ciphertext as they wait, which no other key opens", { timeout: 120_000 }, async () => {
    const canary = "canary-in-a-place";
    const season = { ...tinySeason(6), id: canary };
    await inQueue(async (asker) => {
      const abort = new AbortController();
      const asked = queueSolver(asker, KEY)({ season }, { ...STEPPED, signal: abort.signal });
      asked.catch(() => undefined);
      await expect.poll(() => everythingIn(postgres.url), { timeout: 30_000 }).toContain('"sealed"');
      const all = await everythingIn(postgres.url);
      expect(all).not.toContain(canary);
      for (const text of all.match(/[A-Za-z0-9+/=]{100,}/g) ?? [])
        expect(Buffer.from(text, "base64").includes(canary)).toBe(false);
      abort.abort();
      await expect(asked).rejects.toThrow(/interrupted/);
      expect(await everythingIn(postgres.url)).not.toContain('"sealed"');
    });
  });

  it("are refused in words where a season is, and a worker with another key solves none", {
    timeout: 120_000,
  }, async () => {
    await inQueue((worker) =>
      inQueue(async (asker) => {
        await work(worker, KEY, { solve, onDone: () => undefined });
        const wrong = queueSolver(asker, KEY)({ bytes: Buffer.from("{") }, STEPPED);
        await expect(wrong).rejects.toBeInstanceOf(QueueError);
        const strange = queueSolver(asker, randomBytes(32))({ season: tinySeason(7) }, STEPPED);
        await expect(strange).rejects.toThrow(/another key/);
      }),
    );
  });

  it("say where the queue is, and no secret, if it is not reached", { timeout: 120_000 }, async () => {
    const wrong = postgres.url.replace(PASSWORD, "not-the-password");
    const refused = await openQueue(wrong).catch((error: unknown) => String(error));
    expect(refused).toMatch(/127\.0\.0\.1.*not reached/);
    expect(refused).not.toContain("not-the-password");
  });
});

/** Every row of every table of the queue, as text. */
async function everythingIn(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'pgboss'";
    const tables = (await client.query<{ table_name: string }>(sql)).rows.map((row) => row.table_name);
    const texts = [];
    for (const table of tables)
      texts.push(JSON.stringify((await client.query(`SELECT * FROM pgboss."${table}"`)).rows));
    return texts.join("\n");
  } finally {
    await client.end();
  }
}
