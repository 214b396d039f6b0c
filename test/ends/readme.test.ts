/** README's way from a pool to a server, typed along as it stands there on the demo's spreadsheets. Run the build first. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist/src/faces/cli/main.js");
const AS = "--db pool.db --role coordinator --organisation alliantie";
const ADDRESS = "http://127.0.0.1:8787";

/** The commands of a section, block by block. */
function blocksOf(section: string): readonly (readonly string[])[] {
  const [, rest = ""] = readFileSync(path.join(ROOT, "README.md"), "utf8").split(`\n### ${section}: `);
  const [text = ""] = rest.split("\n### ");
  return [...text.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block = ""]) =>
    block
      .split("\n")
      .filter((line) => line.startsWith("$ "))
      .map((line) => line.slice(2).replace(/\bAS$/, AS)),
  );
}

/** Where a server says that it listens. */
const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    server.stderr?.on("data", (chunk) => {
      const [, found] = /listening on (\S+)/.exec(String(chunk)) ?? [];
      if (found !== undefined) resolve(found);
    });
  });

test("README's commands from spreadsheets to suggestions over HTTP work one after another", async () => {
  const [filling = [], planning = []] = blocksOf("pool");
  const [[serving = ""] = [], asking = []] = blocksOf("serve");
  expect([filling.length, planning.length, asking.length]).toEqual([4, 9, 2]);
  await inFolder(async (folder) => {
    symlinkSync(path.join(ROOT, "data"), path.join(folder, "data"));
    const type = (...lines: readonly string[]) => {
      const script = `set -euo pipefail\nnpx() { shift; node "${MAIN}" "$@"; }\n${lines.join("\n")}`;
      return execFileSync("bash", ["-c", script], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    };
    for (const line of filling) type(line);
    for (const line of planning) {
      if (!line.includes(" plan reply ")) type(line.replace("--time 20", "--time 6"));
      else {
        // Who is in the team hangs on how far the search got.
        const [, session = ""] = / plan reply voorjaar (\S+) t20 no /.exec(line) ?? [];
        const asked = JSON.parse(type(`npx koppel plan ask voorjaar --json ${AS}`)) as readonly {
          readonly trainer: string;
          readonly askings: readonly { readonly session: string }[];
        }[];
        const hers = asked.find(({ askings }) => askings.some((one) => one.session === session));
        expect(type(line.replace("t20", hers?.trainer ?? "nobody"))).toContain("no; next: koppel season repair");
      }
    }
    const [, ...args] = serving.replace("--port 8787", "--port 0").split(" ").slice(1);
    const server = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
    try {
      const url = await addressOf(server);
      const { teams } = JSON.parse(type(...asking.map((line) => line.replace(ADDRESS, url))));
      expect(teams.length).toBeGreaterThan(0);
    } finally {
      server.kill("SIGTERM");
    }
  });
}, 300_000);
