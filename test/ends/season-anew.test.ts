/** `koppel season build` run anew, by the built program: it keeps to what the season was made of, and says what it leaves out. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { closeStore, createStore } from "../../src/pool/store/index.js";
import { inFolder, KEY, optionsIn } from "../pool/support.js";
import { comesLater, fillSmall } from "../web/small-pool.js";

const MAIN = path.resolve("dist/src/faces/cli/main.js");
const PERIOD = ["--from", "2027-03-01", "--to", "2027-03-31"] as const;

test("a season of one programme stays one, and says what else has come; a dry run keeps nothing; --all takes all", async () => {
  if (!existsSync(MAIN)) throw new Error("the command line is not built: npm run build");
  await inFolder((folder) => {
    const file = path.join(folder, "pool.db");
    const store = createStore(file, { ...optionsIn(folder, KEY), ledger: `${file}.ledger` });
    fillSmall(store, { options: { programmes: ["g1"] } });
    comesLater(store);
    closeStore(store);
    const build = (...more: readonly string[]) => {
      const as = ["--db", "pool.db", "--role", "coordinator", "--organisation", "org1"];
      const args = [MAIN, "season", "build", "small", ...PERIOD, ...more, ...as];
      const env = { ...process.env, KOPPEL_KEY: KEY.toString("hex") };
      const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
      return { stdout, stderr, status };
    };
    const again = build();
    expect([again.status, again.stdout]).toEqual([0, expect.stringMatching(/^small: 2 sessions, /)]);
    expect(again.stdout).toContain(
      "left out, of programme g2: 1 session in the period; --programme g2 beside the others, or --all takes them in",
    );
    expect(again.stdout).toContain("left out, of no programme: 3 sessions in the period; --all takes them in");
    const tried = build("--programme", "g1", "--programme", "g2", "--dry-run");
    expect(tried.stdout).toContain("new in it, of programme g2: 1 session");
    expect(tried.stderr).toContain("nothing was kept: it was a dry run");
    expect(build().stdout).toMatch(/^small: 2 sessions, /);
    expect(JSON.parse(build("--all", "--json").stdout)).toMatchObject({ sessions: 6, done: true, choice: "all" });
    expect(build().stdout).toMatch(/^small: 6 sessions, /);
    const both = build("--all", "--programme", "g1");
    expect([both.status === 0, both.stderr]).toEqual([false, expect.stringContaining("--all")]);
  });
});
