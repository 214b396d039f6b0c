/** The real command line, as it is built: help, refusals, and whole journeys. Run the build first. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { inFolder, plan, put, season } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist/src/faces/cli/main.js");
/** Until the solver is built, the journeys that need it are skipped. */
const noSolver = !existsSync(path.join(ROOT, "dist/src/solve/index.js"));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function koppel(
  args: readonly string[],
  parts: { stdin?: string | Buffer; interruptAfterMs?: number; preload?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  const preload = parts.preload === undefined ? [] : ["--import", `data:text/javascript,${parts.preload}`];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...preload, MAIN, ...args], { env: { ...process.env, ...parts.env } });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.stdin.end(parts.stdin ?? "");
    if (parts.interruptAfterMs !== undefined) setTimeout(() => child.kill("SIGINT"), parts.interruptAfterMs);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** Interrupts as soon as SIGINT is listened to, provided that no package has been loaded by then: no clock is in it. */
const INTERRUPT = encodeURIComponent(`
  import { createRequire } from "node:module";
  const { cache } = createRequire("/any.js");
  process.on("newListener", function heard(name) {
    if (name !== "SIGINT") return;
    process.off("newListener", heard);
    if (Object.keys(cache).length === 0) setImmediate(() => process.kill(process.pid, "SIGINT"));
  });
`);

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error("the command line is not built: npm run build");
});

/** Exit 2, a message that names the fault, no stack, nothing on standard output. */
function refused(ran: Ended, ...named: string[]): void {
  expect(ran.code).toBe(2);
  expect(ran.out).toBe("");
  for (const text of named) expect(ran.err).toContain(text);
  expect(ran.err).not.toMatch(/\n\s+at |node:internal|file:\/\//);
}

describe("help and usage", () => {
  test("every command explains itself with an example", async () => {
    for (const args of [
      [],
      ["solve"],
      ["check"],
      ["show"],
      ["suggest"],
      ["explain"],
      ["whatif"],
      ["repair"],
      ["recruit"],
      ["dates"],
    ]) {
      const ran = await koppel([...args, "--help"]);
      expect(ran).toMatchObject({ code: 0, err: "" });
      expect(ran.out).toMatch(/Examples?:\n {2}koppel /);
    }
  });
  test("solve --help says where the format is told, and those files are there", async () => {
    const { out } = await koppel(["solve", "--help"]);
    for (const file of ["docs/season-format.md", "data/demo/small.json"]) {
      expect(out).toContain(file);
      expect(existsSync(path.join(ROOT, file))).toBe(true);
    }
  });
  test("bad usage: exit 2 and what is wrong", async () => {
    refused(await koppel([]), "Usage: koppel");
    refused(await koppel(["plan"]), "plan");
    refused(await koppel(["solve"]), "season");
    refused(await koppel(["solve", "s.json", "--tim", "3"]), "--time");
    for (const [option, value] of [
      ["--time", "0"],
      ["--time", "soon"],
      ["--gap", "-1"],
      ["--gap", "1%"],
      ["--steps", "1.5"],
      ["--seed", "0x1"],
      ["--threads", "3"],
      ["--weights", "cheap"],
      ["--audit", "some"],
    ])
      refused(await koppel(["solve", "s.json", option ?? "", value ?? ""]), option ?? "", value ?? "");
    refused(await koppel(["show", "s.json", "p.json", "--as", "pdf"]), "html");
    refused(await koppel(["show", "s.json", "p.json", "--json", "--as", "csv"]), "--as");
  });
});

describe("files", () => {
  test("missing, a folder, both from standard input", () =>
    inFolder(async (folder) => {
      refused(await koppel(["check", path.join(folder, "none.json"), "p.json"]), "none.json", "no such file");
      refused(await koppel(["solve", folder]), "folder");
      refused(await koppel(["check", "-", "-"]), "only one");
    }));

  test("a malformed season: its path is named, and nothing is written", () =>
    inFolder(async (folder) => {
      const bad = { ...season, weights: { ...season.weights, fee: -1 }, to: "2027-02-30" };
      const file = put(folder, "bad.json", bad);
      for (const args of [
        ["solve", file, "--out", path.join(folder, "p.json"), "--log", path.join(folder, "l.jsonl")],
        ["check", file, file],
      ]) {
        refused(await koppel(args), "weights.fee", "-1", "to", "2027-02-30");
      }
      refused(await koppel(["check", put(folder, "cut.json", '{"format": '), file]), "cut.json");
      expect(readdirSync(folder).sort()).toEqual(["bad.json", "cut.json"]);
    }));

  test("gzip is told by its bytes, standard input too", () =>
    inFolder(async (folder) => {
      const ran = await koppel(["check", "-", put(folder, "p.json", plan)], {
        stdin: gzipSync(JSON.stringify(season)),
      });
      expect(ran.code).toBe(0);
      const cut = gzipSync(JSON.stringify(season)).subarray(0, 200);
      refused(await koppel(["check", "-", put(folder, "p.json", plan)], { stdin: cut }), "standard input");
    }));

  test("a reader that stops reading is no fault", () =>
    inFolder(async (folder) => {
      const args = ["show", put(folder, "s.json", season), put(folder, "p.json", plan)];
      const child = spawn(process.execPath, [MAIN, ...args]);
      child.stdout.destroy();
      expect(await new Promise((resolve) => child.on("close", resolve))).toBe(0);
    }));
});

describe("check", () => {
  test("a sound plan: 0; a broken rule, a false cost, a false bound: 1", () =>
    inFolder(async (folder) => {
      const file = put(folder, "s.json", season);
      const good = await koppel(["check", file, put(folder, "p.json", plan)]);
      expect(good).toMatchObject({ code: 0, err: "" });
      expect(good.out).toContain("no rule is broken");
      expect(good.out).toContain("sessions without a team");
      const broken = { ...plan, assignments: plan.assignments.map((one) => ({ ...one, team: [] })) };
      const bad = await koppel(["check", file, put(folder, "broken.json", broken)]);
      expect(bad.code).toBe(1);
      expect(bad.out).toContain("seats · =two-parts");
      for (const [fields, text] of [
        [{ cost: 1 }, "states a cost of 1, and it costs 8,008"],
        [{ bound: 9000 }, "states a bound that is above its cost"],
      ] as const) {
        const false_ = await koppel(["check", file, put(folder, "false.json", { ...plan, ...fields })]);
        expect(false_.code).toBe(1);
        expect(false_.out).toContain(text);
      }
    }));

  test("--json is the whole verdict", () =>
    inFolder(async (folder) => {
      const ran = await koppel(["check", put(folder, "s.json", season), put(folder, "p.json", plan), "--json"]);
      const fields = [
        "season",
        "feasible",
        "violations",
        "total",
        "costs",
        "staffed",
        "sessions",
        "stated",
        "misstated",
        "overbound",
      ];
      expect(Object.keys(JSON.parse(ran.out))).toEqual(fields);
    }));
});

describe("show", () => {
  test("as a table, as CSV and as a page, to standard output and to a file", () =>
    inFolder(async (folder) => {
      const files = [put(folder, "s.json", season), put(folder, "p.json", plan)];
      const table = await koppel(["show", ...files]);
      expect(table).toMatchObject({ code: 0, err: "" });
      expect(table.out).toContain("Week 13");
      expect(table.out).toContain("Basic training");
      const csv = await koppel(["show", ...files, "--as", "csv", "--lang", "nl"]);
      expect(csv.out).toContain(";'=two-parts;Basistraining;");
      const out = path.join(folder, "plan.html");
      const html = await koppel(["show", ...files, "--as", "html", "--lang", "nl", "--out", out]);
      expect(html).toEqual({ ...html, code: 0, out: "", err: "" });
      expect(readFileSync(out, "utf8")).toMatch(/^<!doctype html>\n<html lang="nl">/);
      const sheet = path.join(folder, "plan.csv");
      await koppel(["show", ...files, "--as", "csv", "--out", sheet]);
      expect(readFileSync(sheet, "utf8").startsWith("\ufeffWeek,")).toBe(true);
      const json = JSON.parse((await koppel(["show", ...files, "--json"])).out);
      expect(json.open.map((one: { session: string }) => one.session)).toEqual(["open-lived", "open-theme"]);
    }));

  test("a plan of another season is refused", () =>
    inFolder(async (folder) => {
      const other = put(folder, "p.json", { ...plan, season: "autumn" });
      refused(await koppel(["show", put(folder, "s.json", season), other]), "autumn", "spring");
    }));
});

describe("explain", () => {
  test("an open session, somebody who is busy, and where the plan leans", () =>
    inFolder(async (folder) => {
      const files = [put(folder, "s.json", season), put(folder, "p.json", plan)];
      const open = await koppel(["explain", ...files, "open-lived", "--trainer", "t2"]);
      expect(open).toMatchObject({ code: 0, err: "" });
      expect(open.out).toContain("=two-parts would be left open (t1, t2)");
      const leans = await koppel(["explain", ...files, "--leans", "--json"]);
      expect(JSON.parse(leans.out).trainers[0].trainer).toBe("t2");
      refused(await koppel(["explain", ...files, "nowhere"]), "no session nowhere");
    }));
});

describe.skipIf(noSolver)("solve (skipped while dist has no solver)", () => {
  test("a small season to the end, and the same plan for the same steps", () =>
    inFolder(async (folder) => {
      const file = put(folder, "s.json", season);
      const out = path.join(folder, "p.json");
      const ran = await koppel(["solve", file, "--time", "10", "--out", out, "--log", path.join(folder, "log.jsonl")]);
      expect(ran.code).toBe(0);
      expect(ran.err).toContain("sessions staffed");
      expect((await koppel(["check", file, out])).code).toBe(0);
      for (const line of readFileSync(path.join(folder, "log.jsonl"), "utf8").trimEnd().split("\n"))
        expect(Object.keys(JSON.parse(line))).toEqual(["ms", "cost", "bound"]);
      const [one, other] = [
        await koppel(["solve", file, "--steps", "200"]),
        await koppel(["solve", file, "--steps", "200"]),
      ];
      expect(one.out).toContain("koppel-plan/1");
      expect(other.out).toBe(one.out);
    }));

  test("Ctrl-C before the program has loaded waits for the first plan", () =>
    inFolder(async (folder) => {
      const demo = path.join(ROOT, "data/demo/season.json");
      const out = path.join(folder, "p.json");
      const ran = await koppel(["solve", demo, "--time", "8", "--out", out, "--json"], { preload: INTERRUPT });
      expect(ran.code).toBe(0);
      expect(JSON.parse(ran.out).status).toBe("interrupted");
      // More than what is pinned: a plan was built, not only begun.
      expect(JSON.parse(ran.out).staffed).toBeGreaterThan(4);
      expect((await koppel(["check", demo, out])).code).toBe(0);
    }));

  test("Ctrl-C ends a command that has nothing to write", () =>
    inFolder(async (folder) => {
      const files = [put(folder, "s.json", season), put(folder, "p.json", plan)];
      expect(await koppel(["check", ...files], { preload: INTERRUPT })).toMatchObject({ code: 130, out: "" });
    }));

  test("Ctrl-C writes the best plan so far and is done", () =>
    inFolder(async (folder) => {
      const demo = path.join(ROOT, "data/demo/season.json");
      const out = path.join(folder, "p.json");
      const ran = await koppel(["solve", demo, "--time", "100", "--out", out, "--json"], { interruptAfterMs: 4000 });
      expect(ran.code).toBe(0);
      // A season that is closed before the interrupt has nothing to interrupt.
      expect(["interrupted", "optimal"]).toContain(JSON.parse(ran.out).status);
      expect((await koppel(["check", demo, out])).code).toBe(0);
      expect(readdirSync(folder)).toEqual(["p.json"]);
    }));
});
