/** docs/programme.md, typed along word for word in an empty folder by a shell. Run the build first. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readQuote } from "../../src/programme/quote/quote.js";
import { inFolder } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const AS = "--db pool.db --role coordinator --organisation alliantie";
const PIPES: ("ignore" | "pipe")[] = ["ignore", "pipe", "pipe"];
/** A plan is wanted, not the best. */
const SHORT = "--time 8";

/** The commands of a page's blocks, in their order: after a prompt, or a block without prompts line by line. */
function commandsOf(page: string): readonly string[] {
  return [...page.matchAll(/^```\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = ""]) => block.split("\n"))
    .filter((line) => /^(\$ )?(koppel|cp) /.test(line))
    .map((line) => line.replace(/^\$ /, "").replaceAll(/\bAS$/g, AS))
    .map((line) => (/^koppel (season )?solve /.test(line) ? `${line.replace(/ --time \d+/, "")} ${SHORT}` : line));
}

test("every command of docs/programme.md works as it stands there, one after another", async () => {
  const commands = commandsOf(readFileSync(path.join(ROOT, "docs/programme.md"), "utf8"));
  expect(commands.length).toBeGreaterThan(30);
  await inFolder((folder) => {
    // Each is named on standard error, so that a failure tells which.
    const script = ["set -euo pipefail", ...commands.map((one) => `echo "+ ${one.slice(0, 60)}" >&2\n${one}`)].join(
      "\n",
    );
    const koppel = `koppel() { node "${ROOT}/dist/src/faces/cli/main.js" "$@"; }`;
    const run = `${koppel}\n${script.replaceAll("CLONE", `"${ROOT}"`)}`;
    const out = execFileSync("bash", ["-c", run], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26, stdio: PIPES });
    expect(out).toContain("d16: geen plaats door de dagen en een groep voor vrouwen samen");
    expect(out).toContain("Quote 2027-014: 10 sessions, €13,524.78");
    const written = readdirSync(folder);
    for (const name of [
      "scan.html",
      "outcome.html",
      "quote.pdf",
      "quote.html",
      "quote.xlsx",
      "intake.xlsx",
      "plan.json",
    ])
      expect(written).toContain(name);
    expect(readQuote(readFileSync(path.join(folder, "quote-final.json"))).lines).toHaveLength(10);
  });
}, 600_000);
