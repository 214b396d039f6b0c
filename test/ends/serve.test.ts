/** The examples of docs/http.md, run as they stand against the built server; and tokens by the command line. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist/src/faces/cli/main.js");
const SHEETS = path.join(ROOT, "data/demo/pool/coordinator");
const NAMES = [
  "organisations",
  "trainers",
  "availability",
  "consents",
  "clients",
  "programmes",
  "sessions",
  "dates",
  "needs",
  "series",
];

/** The commands of a page's first block of shell. */
function examples(page: string): readonly string[] {
  const [, block = ""] = /```sh\n([\s\S]*?)```/.exec(readFileSync(path.join(ROOT, "docs", page), "utf8")) ?? [];
  return block.trim().split("\n");
}

test("every example of docs/http.md answers; a revoked token opens nothing; a polite kill ends it", async () => {
  await inFolder(async (folder) => {
    const koppel = (...args: readonly string[]) =>
      execFileSync(process.execPath, [MAIN, ...args, "--db", "pool.db"], {
        cwd: folder,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });
    const me = ["--role", "coordinator", "--organisation", "alliantie", "--account", "c1"];
    koppel("pool", "create");
    koppel("pool", "import", ...NAMES.map((name) => path.join(SHEETS, `${name}.csv`)), ...me);
    koppel("season", "build", "voorjaar", "--from", "2027-02-01", "--to", "2027-06-30", ...me);
    koppel("season", "solve", "voorjaar", "--save", "tweede", "--time", "4", "--quiet", ...me);
    const token = koppel("token", "create", ...me).trim();
    const server = spawn(process.execPath, [MAIN, "serve", "--db", "pool.db", "--port", "0", "--log"], { cwd: folder });
    let log = "";
    server.stdout.on("data", (chunk) => {
      log += String(chunk);
    });
    const url = await new Promise<string>((resolve) => {
      server.stderr.on("data", (chunk) => {
        const [, found] = /listening on (\S+)/.exec(String(chunk)) ?? [];
        if (found !== undefined) resolve(found);
      });
    });
    const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
    try {
      const lines = examples("http.md");
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) {
        const ran = spawnSync("bash", ["-c", line], {
          encoding: "utf8",
          env: { ...process.env, URL: url, TOKEN: token },
        });
        expect([line, ran.status, ran.stderr]).toEqual([line, 0, ""]);
        JSON.parse(ran.stdout.slice(Math.max(0, ran.stdout.indexOf("{"))));
      }
      const [{ id }] = JSON.parse(koppel("token", "list", "--json")) as [{ id: string }];
      expect(koppel("token", "list", "--json")).not.toContain(token);
      koppel("token", "revoke", id, "--quiet");
      // what opens a feed or a page is told as a whole address
      const feedOf = (...more: string[]) => koppel("token", "create", "--account", "f", "--scope", ...more).trim();
      const coordinators = feedOf("feed", "--role", "coordinator", "--organisation", "alliantie", "--url", `${url}/`);
      expect(coordinators).toMatch(`${url}/v1/plans/PLAN/calendar.ics?token=kpl_`);
      expect((await fetch(coordinators.replace("PLAN", "tweede"))).status).toBe(200);
      const others = ["token", "create", "--account", "f", "--scope", "reply", "--role", "coordinator"];
      const asked = spawnSync(process.execPath, [MAIN, ...others, "--organisation", "alliantie", "--db", "pool.db"], {
        cwd: folder,
        encoding: "utf8",
      });
      expect([asked.status, asked.stderr.includes("--scope reply")]).toEqual([2, true]);
      for (const scope of ["feed", "reply"]) {
        const hers = feedOf(scope, "--role", "trainer", "--trainer", "t05");
        expect([scope, (await fetch(url + hers)).status]).toEqual([scope, 200]);
      }
      const refused = await fetch(`${url}/v1/plans`, { headers: { authorization: `Bearer ${token}` } });
      expect(refused.status).toBe(401);
      const strange = await fetch(`${url}/secret-${token}`);
      expect([strange.status, (await strange.text()).includes(token)]).toEqual([404, false]);
    } finally {
      server.kill("SIGTERM");
    }
    expect(await ended).toBe(0);
    // the log has routes, and no id, name or secret
    expect(log.split("\n").filter(Boolean).length).toBeGreaterThan(7);
    expect(log).not.toMatch(new RegExp(`${token}|voorjaar|delft|t05|Trainer`));
  });
}, 120_000);

test("a token of one's own that can be guessed is refused, and not repeated", async () => {
  await inFolder(async (folder) => {
    for (const secret of ["", "hunter2", "with a space in it, and long"]) {
      const { status, stderr } = spawnSync(process.execPath, [MAIN, "serve", "--port", "0"], {
        cwd: folder,
        encoding: "utf8",
        timeout: 20_000,
        env: { ...process.env, KOPPEL_TOKEN: secret },
      });
      const repeats = secret !== "" && stderr.includes(secret);
      expect([secret, status, stderr.includes("KOPPEL_TOKEN"), repeats]).toEqual([secret, 2, true, false]);
    }
  });
}, 60_000);

test("without a database whole objects are answered, records are not, and the port that is taken is told", async () => {
  await inFolder(async (folder) => {
    const server = spawn(process.execPath, [MAIN, "serve", "--port", "0"], {
      cwd: folder,
      env: { ...process.env, KOPPEL_TOKEN: "mine-and-long-enough" },
    });
    try {
      const url = await new Promise<string>((resolve) => {
        server.stderr.on("data", (chunk) => {
          const [, found] = /listening on (\S+)/.exec(String(chunk)) ?? [];
          if (found !== undefined) resolve(found);
        });
      });
      const season = JSON.parse(readFileSync(path.join(ROOT, "data/demo/small.json"), "utf8"));
      const headers = { authorization: "Bearer mine-and-long-enough", "content-type": "application/json" };
      const body = JSON.stringify({ season, session: season.sessions[0].id });
      const answer = await fetch(`${url}/v1/suggestions`, { method: "POST", headers, body });
      expect([answer.status, ((await answer.json()) as { teams: unknown[] }).teams.length > 0]).toEqual([200, true]);
      const ids = await fetch(`${url}/v1/suggestions`, {
        method: "POST",
        headers,
        body: '{"season":"s","session":"x"}',
      });
      expect(ids.status).toBe(404);
      expect((await fetch(`${url}/v1/plans`, { headers })).status).toBe(404);
      expect((await fetch(`${url}/v1/plans`, { headers: { authorization: "Bearer other" } })).status).toBe(401);
      const again = spawnSync(process.execPath, [MAIN, "serve", "--port", new URL(url).port], {
        cwd: folder,
        encoding: "utf8",
        timeout: 20_000,
      });
      expect([again.status, again.stderr.includes("--port")]).toEqual([2, true]);
    } finally {
      server.kill("SIGKILL");
    }
  });
}, 60_000);
