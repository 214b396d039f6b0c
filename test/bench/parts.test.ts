import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { listInstances, spread } from "../../bench/instances.js";
import { solveWithJslp } from "../../bench/jslp.js";
import { lastWords } from "../../bench/judge.js";
import { readBestKnown, readKnown } from "../../bench/known.js";
import { readOptions } from "../../bench/options.js";
import { renewSection, table, writeSection } from "../../bench/report.js";
import { isHit, smptspSection } from "../../bench/smptsp.js";
import { build, enumerate, smallPrograms } from "../exact/enumerate.js";
import { count } from "../support/counts.js";

const folder = mkdtempSync(join(tmpdir(), "koppel-bench-parts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("options", () => {
  it("refuses what it does not know, by name", () => {
    const refused = (...args: string[]) => expect(() => readOptions(args));
    refused().toThrow("nothing to run");
    refused("--instances", "x", "--solvers", "koppel,magic").toThrow(
      "magic is none of koppel, mip, greedy, jslp, cpsat, timefold",
    );
    refused("--instances", "x", "--time", "soon").toThrow("--time is soon");
    refused("--instances", "x", "--limit", "1.5").toThrow("--limit is 1.5; give a whole number");
    refused("--instances", "x", "--tme", "3").toThrow("--tme");
    expect(readOptions(["--instances", "x", "--only", "a,b*"])).toMatchObject({
      only: ["a", "b*"],
      time: 60,
      limit: Infinity,
    });
  });
});

describe("instances", () => {
  it("are listed in natural order, or in the order asked for", async () => {
    const seasons = join(folder, "seasons");
    mkdirSync(seasons);
    for (const file of ["d_10.json", "d_2.json.gz", "e.json", "README.md"]) writeFileSync(join(seasons, file), "");
    const names = async (only: string[], limit = Infinity, sample = Infinity) =>
      (await listInstances(seasons, { only, limit, sample })).map(({ name }) => name);
    expect(await names([])).toEqual(["d_2", "d_10", "e"]);
    expect(await names(["e", "d_*"])).toEqual(["e", "d_2", "d_10"]);
    expect(await names(["d"])).toEqual([]);
    expect(await names([], 1)).toEqual(["d_2"]);
    expect(await names([], Infinity, 2)).toEqual(["d_2", "e"]);
  });

  it("are spread without doubles", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 70 }), (size, sample) => {
        const items = Array.from({ length: size }, (_, index) => index);
        const chosen = spread(items, sample);
        expect(chosen).toHaveLength(Math.min(size, sample));
        expect(new Set(chosen).size).toBe(chosen.length);
      }),
    );
  });
});

describe("what is known", () => {
  it("comes from a table of our own form", async () => {
    const path = join(folder, "known.csv");
    writeFileSync(path, "\uFEFFinstance,cost,bound,unavoidable\r\na,10,9,\r\nb,,,3\r\n");
    const known = await readKnown(path);
    expect(known.get("a")).toEqual({ cost: 10, bound: 9, unavoidable: null });
    expect(known.get("b")).toEqual({ cost: null, bound: null, unavoidable: 3 });
  });

  it("is the least upper and the greatest lower bound of any column of the literature", async () => {
    writeFileSync(
      join(folder, "best_known_abc12.csv"),
      "instance,sub_x,a_lb,lb,x_ub,ub_60s,own_time\nd_1,1,3,4,9,8,0.5\nd_2,1,-,,,,2\n",
    );
    const known = await readBestKnown(folder);
    expect(known.get("abc-d_1")).toEqual({ cost: 8, bound: 4, unavoidable: null });
    expect(known.get("abc-d_2")).toEqual({ cost: null, bound: null, unavoidable: null });
  });
});

describe("sections", () => {
  it("are renewed alone", () => {
    const first = renewSection(renewSection("", "s1", "one"), "s10", "ten");
    const second = renewSection(first, "s1", "anew $& $1");
    expect(second).toContain("anew $& $1");
    expect(second).not.toContain("one\n");
    expect(second).toContain("<!-- bench:s10 -->\nten\n<!-- /bench:s10 -->");
    expect(second.indexOf("anew")).toBeLessThan(second.indexOf("bench:s10"));
    expect(renewSection(second, "s1", "anew $& $1")).toBe(second);
    expect(renewSection("# By hand\n", "s1", "one")).toMatch(/^# By hand\n\n<!-- bench:s1/);
  });

  it("are written to a file", () => {
    const path = join(folder, "page.md");
    writeSection(path, "a", "one");
    writeSection(path, "b", "two");
    writeSection(path, "a", "three");
    const page = readFileSync(path, "utf8");
    expect(page).toMatch(/^# Benchmarks\n.*three.*two/s);
    expect(page).not.toContain("one\n<!--");
  });

  it("hold tables whose cells cannot break them", () => {
    expect(table(["a", "b", "c"], [["x|y", "1", "z"]]).split("\n")).toEqual([
      "| a    |   b | c   |",
      "| ---- | --: | --- |",
      "| x\\|y |   1 | z   |",
    ]);
  });
});

describe("the literature", () => {
  it("counts a hit at the best known or under it, and only with a plan", () => {
    const of = (cost: number | null, best: number | null) => ({
      name: "abc-d_1",
      known: { cost: best, bound: null, unavoidable: null },
      judged: {
        solver: "koppel",
        figures: cost === null ? null : { cost, bound: 4, staffed: 1, firstPlanMs: 1, onePercentMs: 1, status: "" },
        note: cost === null ? "no plan: late" : "",
        measured: null,
      },
    });
    const all = [of(8, 8), of(7, 8), of(9, 8), of(null, 8), of(4, null)];
    expect(all.map(isHit)).toEqual([true, true, false, false, false]);
    const text = smptspSection("abc", all, { time: 10, seed: 1, threads: 2 }, "today");
    expect(text).toContain("abc: 2 of 5 at the best value known within 10 s");
    expect(text).toContain("Proved optimal by us: 1;");
    expect(text).toContain("no plan: late");
  });
});

describe("javascript-lp-solver", () => {
  it("gets the model that we mean, and a broken answer is called wrong", () => {
    let solved = 0;
    let wrong = 0;
    fc.assert(
      fc.property(smallPrograms, (program) => {
        const truth = enumerate(program);
        const model = build(program);
        const answer = solveWithJslp(model);
        if (answer.wrong !== null || (answer.x === null) !== (truth === null)) wrong++;
        else if (answer.x !== null) {
          solved++;
          const value = model.value(answer.x);
          expect(value).toBeGreaterThanOrEqual((truth ?? 0) - 1e-6);
          if (Math.abs(value - (truth ?? 0)) > 1e-6) wrong++;
        }
      }),
      { numRuns: count(200, 2000), seed: 1 },
    );
    // It is a peer and not ours to mend; that it mostly agrees shows that the translation is right.
    expect(solved).toBeGreaterThan(10 * wrong);
  });
});

describe("what a process said of its end", () => {
  it("is its error without the machine's paths, else its first line", () => {
    const thrown =
      "file:///srv/x/node_modules/lp/index.mjs:2095\n      return;\n      ^\n\nRangeError: Invalid array length\n    at f";
    expect(lastWords(thrown)).toBe("RangeError: Invalid array length");
    expect(lastWords("\ncannot read /srv/x/season.json\n")).toBe("cannot read season.json");
    expect(lastWords("")).toBe("");
  });
});
