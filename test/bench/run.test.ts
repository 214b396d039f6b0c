import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { greedy } from "../../bench/greedy.js";
import { bestBound, crossCheck, type Judged } from "../../bench/judge.js";
import { UNKNOWN } from "../../bench/known.js";
import { measure } from "../../bench/measure.js";
import { treeMemory } from "../../bench/memory.js";
import { run } from "../../bench/run.js";
import { seasonSection } from "../../bench/seasons.js";
import { check } from "../../src/check/check.js";
import type { Plan } from "../../src/model/index.js";
import { tinySeason } from "../support/tiny-season.js";

const folder = mkdtempSync(join(tmpdir(), "koppel-bench-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const cli = fileURLToPath(new URL("./fake-cli.mjs", import.meta.url));
const settings = { time: 60, seed: 1, threads: 2, cli, peers: null };
const season = tinySeason(11);
const good = greedy(season, { isOver: () => false });
const cost = good.cost ?? 0;

/** Runs the fake command line, which answers with this plan. */
function answering(name: string, plan: Plan | null, log = ""): Promise<Judged> {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(season));
  if (plan !== null) {
    writeFileSync(`${path}.plan`, JSON.stringify(plan));
    writeFileSync(`${path}.log`, log);
  }
  return run("koppel", path, season, settings);
}

describe("a run of the command line", () => {
  it("has its figures from the plan, the check and the log", async () => {
    const log = [
      `{"ms":5,"cost":null,"bound":0}`,
      `{"ms":10,"cost":${cost + 900000},"bound":1}`,
      `{"ms":20,"cost":${cost},"bound":${cost - 1}}`,
      `{"ms":30,"cost":`,
    ];
    const judged = await answering("good", { ...good, bound: cost - 1 }, log.join("\n"));
    expect(judged.figures).toEqual({
      cost,
      bound: cost - 1,
      staffed: good.assignments.length,
      firstPlanMs: 10,
      onePercentMs: 20,
      status: "optimal",
    });
    const text = seasonSection("tiny", season, [judged], UNKNOWN, settings, "today");
    expect(text).toContain(cost.toLocaleString("en-US"));
    expect(text).not.toContain("unavoidable");
    expect(seasonSection("tiny", season, [judged], { ...UNKNOWN, unavoidable: 1 }, settings, "today")).toContain(
      "gap without unavoidable",
    );
  });

  it("has none where the check refuses the plan", async () => {
    expect(good.assignments.length).toBeGreaterThan(0);
    const empty = { ...good, assignments: good.assignments.map((one) => ({ ...one, team: [] })) };
    // Honest about its cost, so that nothing but the broken rules can give it away.
    const broken = { ...empty, cost: check(season, empty).total };
    expect(await answering("broken", broken)).toMatchObject({
      figures: null,
      note: expect.stringContaining("seats"),
    });
    const lying = { ...good, cost: cost - 1 };
    expect(await answering("lying", lying)).toMatchObject({ figures: null, note: expect.stringContaining("states") });
    const over = { ...good, bound: cost + 1 };
    expect(await answering("over", over)).toMatchObject({ figures: null, note: expect.stringContaining("bound") });
    const judged = await answering("shape", { ...good, format: "other" } as unknown as Plan);
    expect(judged).toMatchObject({ figures: null, note: expect.stringContaining("INVALID") });
    expect(seasonSection("tiny", season, [judged], UNKNOWN, settings, "today")).not.toContain(String(cost));
  });

  it("says why there is no plan", async () => {
    const judged = await answering("none", null);
    expect(judged).toMatchObject({ figures: null, note: "no plan: the season is not to be planned" });
  });

  it("says what is missing instead of running", async () => {
    const judged = await run("koppel", "x", season, { ...settings, cli: join(folder, "no-such.js") });
    expect(judged).toMatchObject({ figures: null, measured: null, note: expect.stringContaining("npm run build") });
  });
});

describe("measure", () => {
  const script = (name: string, text: string): string => {
    const path = join(folder, `${name}.mjs`);
    writeFileSync(path, text);
    return path;
  };

  it("counts the memory of the descendants too", async () => {
    const hold = (megabytes: number) =>
      `const held = Buffer.alloc(${megabytes} * 2 ** 20, 1); setTimeout(() => held, 900);`;
    const child = script("child", hold(150));
    const alone = await measure([script("alone", hold(20))], 60);
    const tree = await measure(
      [script("tree", `import { fork } from "node:child_process"; fork(${JSON.stringify(child)}); ${hold(20)}`)],
      60,
    );
    expect(alone.code).toBe(0);
    if (alone.peakBytes === null || tree.peakBytes === null) return expect(process.platform).not.toBe("linux");
    expect(tree.peakBytes - alone.peakBytes).toBeGreaterThan(150 * 2 ** 20);
  });

  it("kills the whole tree of a run that is not back in time", async () => {
    const hang = script("hang", "setInterval(() => undefined, 1000);");
    const outer = script(
      "outer",
      `import { fork } from "node:child_process";
       console.log(fork(${JSON.stringify(hang)}).pid); setInterval(() => undefined, 1000);`,
    );
    const measured = await measure([outer], 8);
    expect(measured).toMatchObject({ overran: true, code: null });
    expect(measured.stdout).toMatch(/^\d+\n$/);
    // A killed process that nobody has collected yet is a zombie, and holds nothing any more.
    expect(treeMemory(Number(measured.stdout))?.resident ?? 0).toBe(0);
  });
});

describe("crossCheck", () => {
  const figures = { cost: 100, bound: 90, staffed: 1, firstPlanMs: 1, onePercentMs: null, status: "time" };
  const of = (solver: string, change: object): Judged => ({
    solver,
    figures: { ...figures, ...change },
    note: "",
    measured: null,
  });
  const notes = (runs: readonly Judged[], known = UNKNOWN) => crossCheck(runs, known).map(({ note }) => note);

  it("tells who is wrong, and does not count a false bound", () => {
    const runs = [
      of("a", {}),
      of("b", { cost: 120, bound: 110 }),
      of("c", { cost: 101, bound: 99, status: "optimal" }),
    ];
    const said = notes(runs);
    expect(said[0]).toBe("");
    expect(said[1]).toContain("WRONG: its bound 110");
    expect(said[2]).toContain("WRONG: calls 101 optimal");
    expect(bestBound(runs, UNKNOWN)).toBe(99);
  });

  it("holds them against what is known", () => {
    expect(notes([of("a", { status: "optimal" })], { ...UNKNOWN, cost: 95 })[0]).toContain("95 exists");
    expect(notes([of("a", {})], { ...UNKNOWN, bound: 101 })[0]).toContain("under the bound known");
    expect(notes([of("a", {})], { ...UNKNOWN, cost: 100, bound: 100 })).toEqual([""]);
  });
});
