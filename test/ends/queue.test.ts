/** A what-if whose scenarios another process plans, through the command line as it is built and a real PostgreSQL. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HAS_POSTGRES, PASSWORD, type Postgres, startPostgres } from "../queue/postgres.js";
import { inFolder, put } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist/src/faces/cli/main.js");
const SMALL = path.join(ROOT, "data/demo/small.json");
const SCENARIOS = {
  format: "koppel-scenarios/1",
  scenarios: [{ id: "no-t1", edits: [{ edit: "remove-trainer", trainer: "t1" }] }],
};

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error("the command line is not built: npm run build");
});

function koppel(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

test("a queue needs an address and a key, and says so", () => {
  inFolder((folder) => {
    const scenarios = put(folder, "scenarios.json", SCENARIOS);
    const without = koppel(["whatif", SMALL, scenarios, "--queue"]);
    expect([without.code, without.err]).toEqual([2, expect.stringContaining("KOPPEL_QUEUE")]);
    const open = koppel(["worker", "--queue", `postgres://k:${PASSWORD}@127.0.0.1:1/x`]);
    expect([open.code, open.err]).toEqual([2, expect.stringContaining("--key-file")]);
    const nowhere = koppel(["worker", "--queue", `postgres://k:${PASSWORD}@127.0.0.1:1/x`], {
      KOPPEL_KEY: "ab".repeat(32),
    });
    expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining("127.0.0.1:1/x is not reached")]);
    expect(nowhere.err).not.toContain(PASSWORD);
  });
});

describe.skipIf(!HAS_POSTGRES)("with a queue", () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 120_000);
  afterAll(() => postgres?.stop());

  test("a worker plans what is asked, and ends when it is told to", { timeout: 120_000 }, async () => {
    await inFolder(async (folder) => {
      const scenarios = put(folder, "scenarios.json", SCENARIOS);
      const keyFile = put(folder, "key", "cd".repeat(32));
      chmodSync(keyFile, 0o600);
      const worker = spawn(process.execPath, [MAIN, "worker", "--queue", postgres.url, "--key-file", keyFile]);
      let said = "";
      worker.stderr.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
      const ended = new Promise<number | null>((resolve) => worker.once("exit", resolve));
      const asked = koppel(
        ["whatif", SMALL, scenarios, "--time", "2", "--threads", "8", "--json", "--queue", "--key-file", keyFile],
        { KOPPEL_QUEUE: postgres.url },
      );
      expect(asked.code, asked.err).toBe(0);
      expect(JSON.parse(asked.out)).toMatchObject({ base: {}, scenarios: [{ id: "no-t1" }] });
      worker.kill("SIGINT");
      expect(await ended).toBe(0);
      // The first look, the base and the scenario.
      expect(said.match(/solved/g)).toHaveLength(3);
      expect(said).not.toContain(PASSWORD);
    });
  });
});
