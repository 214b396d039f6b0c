/** A canary in every sensitive field of a trainer: no command tells it to a coordinator or an auditor, in output, errors or files. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { closeStore, createStore, SENSITIVE_FIELDS } from "../../src/pool/store/index.js";
import { CANARIES, fillCanaries, TELLS_BACKGROUNDS, withCanaries } from "../support/canaries.js";
import { inFolder } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist/src/faces/cli/main.js");
const KEY = "07".repeat(32);

function fill(file: string): void {
  const store = createStore(file, {
    key: Buffer.from(KEY, "hex"),
    now: () => new Date().toISOString(),
    ledger: `${file}.ledger`,
  });
  fillCanaries(store);
  closeStore(store);
}

test("no canary in what a coordinator or an auditor is told, nor in any file that is left", async () => {
  expect(Object.keys(CANARIES).sort()).toEqual([...SENSITIVE_FIELDS].sort());
  await inFolder((folder) => {
    fill(path.join(folder, "pool.db"));
    const told: string[] = [];
    const koppel = (...args: readonly string[]) => {
      const ran = spawnSync(process.execPath, [MAIN, ...args, "--db", "pool.db"], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, KOPPEL_KEY: KEY, KOPPEL_DEBUG: "1" },
      });
      told.push(`${args.join(" ")}\n${ran.stdout}\n${ran.stderr}`);
      return ran.stdout;
    };
    const me = ["--role", "coordinator", "--organisation", "own", "--account", "c1"];
    koppel("season", "build", "s", "--from", "2027-02-01", "--to", "2027-06-30", "--json", ...me);
    koppel("season", "solve", "s", "--save", "one", "--time", "60", "--gap", "0.2", "--json", ...me);
    const plan = JSON.parse(koppel("plan", "list", "--json", ...me))[0];
    expect(plan.staffed).toBeGreaterThan(50);
    koppel("plan", "publish", "one", "--json", ...me);
    const asked = JSON.parse(koppel("plan", "ask", "s", "--json", ...me)) as {
      trainer: string;
      askings: { session: string }[];
    }[];
    const [her] = asked.filter(({ trainer }) =>
      withCanaries()
        .trainers.find(({ id }) => id === trainer)
        ?.roles.includes("lived"),
    );
    const session = her?.askings[0]?.session ?? "";
    koppel("season", "suggest", "s", session, "--plan", "one", "--json", ...me);
    koppel("season", "suggest", "s", session, "--plan", "one", "--lang", "nl", ...me);
    koppel("season", "explain", "one", session, "--json", ...me);
    for (const { trainer } of asked.slice(0, 8))
      koppel("season", "explain", "one", session, "--trainer", trainer, ...me);
    koppel("plan", "reply", "s", session, her?.trainer ?? "", "no", ...me);
    koppel("season", "repair", "s", "--save", "two", "--time", "4", "--json", ...me);
    koppel("plan", "diff", "one", "two", "--json", ...me);
    koppel("plan", "publish", "one", ...me);
    koppel("plan", "publish", "two", ...me);
    for (const form of ["table", "csv", "html", "ics", "json"]) koppel("plan", "show", "two", "--as", form, ...me);
    koppel("plan", "export", "two", ...me);
    koppel("plan", "sheets", "s", ...me);
    koppel("season", "show", "s", "--json", ...me);
    koppel("season", "show", "s", "--json", "--role", "auditor");
    koppel("plan", "show", "two", "--as", "json", "--role", "auditor");
    koppel("pool", "show", "--json", ...me);
    koppel("pool", "protect", her?.trainer ?? "", ...me);
    koppel("season", "export", "s", "--out", "s.json", ...me);
    koppel("pool", "export", "--as", "csv", "--out", "uit", ...me);
    koppel("pool", "trail", "--json", "--top", "100000", "--role", "auditor");
    expect(told.length).toBeGreaterThan(30);
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => path.join(folder, name))
      .filter((name) => statSync(name).isFile())
      .map((name) => `${name}\n${readFileSync(name, "latin1")}`);
    for (const [field, canaries] of Object.entries(CANARIES))
      for (const canary of canaries) {
        const hits = [...told, ...files].filter((text) => text.includes(canary)).map((text) => text.slice(0, 60));
        expect([field, canary, hits]).toEqual([field, canary, []]);
      }
    // nor what backgrounds cost, which would tell of them
    expect(told.filter((text) => TELLS_BACKGROUNDS.test(text))).toEqual([]);
    // the same search finds them where they may be told
    koppel("pool", "protect", her?.trainer ?? "", "--role", "safetyOfficer");
    expect(told.at(-1)).toContain("GM0088");
  });
}, 180_000);
