/** One server at a time for a database: a second refuses to start, and after a crash the next starts at once. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "./support.js";

const MAIN = path.resolve(import.meta.dirname, "../../dist/src/faces/cli/main.js");
/** Milliseconds that a second server waits for one that is ending. */
const PATIENCE = 6000;

async function listening(folder: string, db: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, [MAIN, "serve", "--db", db, "--port", "0"], { cwd: folder });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    server.stderr.on("data", (chunk) => {
      said += String(chunk);
      if (said.includes("listening on")) resolve();
    });
    server.once("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
  return server;
}
const endOf = (server: ChildProcess): Promise<unknown> => new Promise((resolve) => server.once("exit", resolve));

test("a second server on a database refuses to start, under another name of it too; killed or told to end, the next starts", async () => {
  await inFolder(async (folder) => {
    execFileSync(process.execPath, [MAIN, "pool", "create", "--db", "pool.db", "--quiet"], { cwd: folder });
    symlinkSync("pool.db", path.join(folder, "other.db"));
    let server = await listening(folder, "pool.db");
    try {
      for (const db of ["pool.db", "other.db"]) {
        const second = spawnSync(
          process.execPath,
          [MAIN, "serve", "--db", db, "--ledger", "pool.db.ledger", "--port", "0"],
          {
            cwd: folder,
            encoding: "utf8",
            timeout: 30_000,
          },
        );
        expect([db, second.status, second.stderr.includes(`${db}: another koppel serve has it`)]).toEqual([
          db,
          2,
          true,
        ]);
      }
      const died = endOf(server);
      server.kill("SIGKILL");
      await died;
      const began = Date.now();
      server = await listening(folder, "pool.db");
      expect(Date.now() - began).toBeLessThan(PATIENCE);
      // told to end, and the next started before it has
      const ended = endOf(server);
      server.kill("SIGTERM");
      server = await listening(folder, "pool.db");
      expect(await ended).toBe(0);
    } finally {
      server.kill("SIGKILL");
    }
  });
}, 120_000);
