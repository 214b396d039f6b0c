/** The queue before the threads: bounded, shared fairly, and not worked off for who has gone. By the built threads. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { readPresets } from "../../src/faces/cli/data-files.js";
import type { Threads as BuiltThreads } from "../../src/faces/http/threads.js";
import { connect } from "../../src/pool/store/driver.js";
import { type Actor, closeStore } from "../../src/pool/store/index.js";
import { inFolder, optionsIn, withPool } from "../pool/support.js";
import { smallSeason } from "../support/small-season.js";

const built = pathToFileURL(path.resolve("dist/src/faces/http/threads.js")).href;
/** What no question here asks for. */
const RECORDS = {
  ...{ places: [], weights: {} as never, timeZone: "Europe/Amsterdam", calendar: {} as never, choices: {} as never },
  ...{ labelFiles: { role: [] } as never, named: {}, helplines: [] },
};
const body = Buffer.from(JSON.stringify({ season: smallSeason(), session: "s4" }));
const asked = (id: string) =>
  ({ by: "advice", op: "suggestions", actor: { id, role: "safetyOfficer" } satisfies Actor, body }) as const;

test("one account has half of the queue at most, and what waits for who has gone is not asked", async () => {
  const { Threads } = (await import(built)) as { Threads: typeof BuiltThreads };
  const facts = { choices: {} as never, presets: await readPresets(), names: [], programme: null, records: null };
  const threads = new Threads(1, 20, { kind: "desk", db: null, facts });
  try {
    const statusOf = async (answer: ReturnType<typeof threads.ask>) => {
      const told = await answer;
      return "problem" in told ? told.problem.status : 200;
    };
    const gone = new AbortController();
    // One is being answered, ten wait, and there is no place for another of hers.
    const hers = Array.from({ length: 11 }, () => statusOf(threads.ask(asked("a"), gone.signal)));
    expect(await statusOf(threads.ask(asked("a")))).toBe(429);
    const other = statusOf(threads.ask(asked("b")));
    gone.abort();
    expect(threads.load).toBe(2);
    expect([await other, ...(await Promise.all(hers))]).toEqual([200, 200, ...Array.from({ length: 10 }, () => 503)]);
  } finally {
    await threads.close();
  }
}, 60_000);

test("a thread that finds the database somebody else's when it opens it says so, and answers once it is not", async () => {
  const { Threads } = (await import(built)) as { Threads: typeof BuiltThreads };
  await inFolder(async () =>
    withPool(async (store, folder) => {
      const { file, key } = store;
      closeStore(store);
      const other = connect(file);
      other.pragma("locking_mode = EXCLUSIVE");
      other.exec("BEGIN EXCLUSIVE");
      const facts = {
        choices: {} as never,
        presets: await readPresets(),
        names: [],
        programme: null,
        records: RECORDS,
      };
      const { ledger } = optionsIn(folder);
      const threads = new Threads(1, 20, { kind: "desk", db: { file, key, ledger }, facts });
      const actor = { id: "o1", role: "safetyOfficer" } satisfies Actor;
      const request = { id: "", body: new Uint8Array(), ifMatch: undefined, ifNoneMatch: undefined };
      const me = () => threads.ask({ by: "direct", op: "me", isWhole: false, actor, request });
      try {
        expect(await me()).toMatchObject({ problem: { status: 503 } });
        other.exec("ROLLBACK");
        other.close();
        expect(await me()).toMatchObject({ text: expect.stringContaining("o1") });
      } finally {
        await threads.close();
      }
    }),
  );
}, 90_000);
