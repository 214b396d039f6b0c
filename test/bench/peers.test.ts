import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { greedy } from "../../bench/greedy.js";
import { UNKNOWN } from "../../bench/known.js";
import type { PeerName } from "../../bench/options.js";
import { run } from "../../bench/run.js";
import { seasonSection } from "../../bench/seasons.js";
import { check } from "../../src/check/check.js";
import type { Plan } from "../../src/model/index.js";
import { tinySeason } from "../support/tiny-season.js";

const folder = mkdtempSync(join(tmpdir(), "koppel-peers-test-"));
const searched = process.env.PATH;
afterAll(() => {
  process.env.PATH = searched;
  rmSync(folder, { recursive: true, force: true });
});

const season = tinySeason(11);
const good = greedy(season, { isOver: () => false });
const cost = good.cost ?? 0;
const settings = { time: 60, seed: 7, threads: 2, cli: null };
const NAMES: readonly PeerName[] = ["cpsat", "timefold"];

/** Puts the fake peer in the place of a program. */
function pretend(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(fileURLToPath(new URL("./fake-peer.mjs", import.meta.url)), path);
  chmodSync(path, 0o755);
}

/** A folder in which both peers are installed, each of them the fake one. */
function installed(): string {
  const peers = join(folder, "peers");
  pretend(join(peers, "cpsat", ".venv", "bin", "python"));
  mkdirSync(join(peers, "cpsat", ".venv", "lib", "python3.x", "site-packages", "ortools"), { recursive: true });
  mkdirSync(join(peers, "timefold", "target"), { recursive: true });
  writeFileSync(join(peers, "timefold", "target", "koppel-timefold.jar"), "");
  pretend(join(folder, "bin", "java"));
  process.env.PATH = `${join(folder, "bin")}${delimiter}${searched}`;
  return peers;
}

function answering(name: PeerName, title: string, answer: { plan: Plan | null; log?: string; code?: number }) {
  const path = join(folder, `${title}-${name}.json`);
  writeFileSync(path, JSON.stringify(season));
  writeFileSync(`${path}.answer`, JSON.stringify(answer));
  return run(name, path, season, { ...settings, peers: installed() });
}

describe.each(NAMES)("the peer %s", (name) => {
  it("is skipped, and says how to install it, where it is not there", async () => {
    const judged = await run(name, "x", season, { ...settings, peers: join(folder, "none") });
    expect(judged).toMatchObject({ solver: name, figures: null, measured: null });
    expect(judged.note).toMatch(/^skipped: not installed; .*(pip install|mvn -q)/);
    expect(seasonSection("tiny", season, [judged], UNKNOWN, settings, "today")).toContain("skipped: not installed");
  });

  it("has its figures from the plan, the check and what it logged on its way", async () => {
    const log = [
      { ms: 5, cost: null, bound: 0 },
      { ms: 400, cost: cost + 900000, bound: 1 },
      { ms: 900, cost, bound: cost - 1 },
    ];
    const text = `${log.map((line) => JSON.stringify(line)).join("\n")}\n{"ms":950,"co`;
    const judged = await answering(name, "good", { plan: { ...good, bound: cost - 1 }, log: text });
    expect(judged.figures).toEqual({
      cost,
      bound: cost - 1,
      staffed: good.assignments.length,
      firstPlanMs: 400,
      onePercentMs: 900,
      status: "time",
    });
    // What it was given, as the fake one tells it.
    expect(judged.note).toBe("60 7 2");
  });

  it("has none where the check refuses its plan", async () => {
    const empty = { ...good, assignments: good.assignments.map((one) => ({ ...one, team: [] })) };
    const judged = await answering(name, "broken", { plan: { ...empty, cost: check(season, empty).total } });
    expect(judged).toMatchObject({ figures: null, note: expect.stringContaining("INVALID PLAN") });
  });

  it("says what it said where it has no plan", async () => {
    const judged = await answering(name, "none", { plan: null, code: 1 });
    expect(judged).toMatchObject({ figures: null, note: "no plan: 60 7 2" });
  });
});

it("a virtual environment without the package is not an installation", async () => {
  const peers = join(folder, "half");
  pretend(join(peers, "cpsat", ".venv", "bin", "python"));
  const judged = await run("cpsat", "x", season, { ...settings, peers });
  expect(judged.note).toContain("skipped: not installed");
});
