/** The commands in memory, with a stand-in for the solver: what is written where, and what each end means. */
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Engine } from "../../src/faces/cli/engine.js";
import { InputError } from "../../src/model/errors.js";
import type { Season } from "../../src/model/types.js";
import type { SolveEvent, SolveOptions } from "../../src/solve/api.js";
import { command, inFolder, outcomeOf, plan, put, quickSolve, season } from "./support.js";

const parse = (text: string): Record<string, unknown> => JSON.parse(text);

/** Runs `solve` on the fixture and gives the options and the season that the solver was handed. */
async function handed(...args: string[]): Promise<{ options: SolveOptions; season: Season }> {
  let seen: SolveOptions | null = null;
  let bytes: Uint8Array = new Uint8Array();
  const solve: Engine["solve"] = (source, options, onEvent) => {
    seen = options;
    if ("bytes" in source) bytes = source.bytes;
    return quickSolve(source, options, onEvent);
  };
  await inFolder(async (folder) => {
    const ran = await command(["solve", put(folder, "s.json", season), "--out", path.join(folder, "p"), ...args], {
      solve,
    });
    expect(ran.code).toBe(0);
  });
  if (seen === null) throw new Error("the solver was not called");
  return { options: seen, season: JSON.parse(Buffer.from(bytes).toString()) };
}

describe("solve", () => {
  test("--out: the plan to the file, the table to standard output", () =>
    inFolder(async (folder) => {
      const out = path.join(folder, "plan.json");
      const ran = await command(["solve", put(folder, "s.json", season), "--out", out]);
      expect(ran.code).toBe(0);
      expect(parse(readFileSync(out, "utf8"))).toMatchObject({ format: "koppel-plan/1", season: "spring", cost: 8008 });
      expect(ran.out).toContain("2 of 4 sessions staffed · cost 8,008");
      expect(ran.out).toContain("open-lived (priority 5)\n    overlap: all are booked");
      expect(readdirSync(folder).sort()).toEqual(["plan.json", "s.json"]);
    }));

  test("without --out the plan is standard output, the table is not", () =>
    inFolder(async (folder) => {
      const ran = await command(["solve", put(folder, "s.json", season)]);
      expect(parse(ran.out)).toMatchObject({ format: "koppel-plan/1" });
      expect(ran.err).toContain("2 of 4 sessions staffed");
      expect((await command(["solve", "-"], { stdin: JSON.stringify(season) })).out).toBe(ran.out);
    }));

  test("--json has the fields that scripts rely on, and the plan only without --out", () =>
    inFolder(async (folder) => {
      const file = put(folder, "s.json", season);
      const fields = [
        "season",
        "status",
        "cost",
        "bound",
        "gap",
        "staffed",
        "sessions",
        "costs",
        "open",
        "ms",
        "seed",
        "steps",
      ];
      const whole = await command(["solve", file, "--json", "--quiet"]);
      expect(Object.keys(parse(whole.out))).toEqual([...fields, "plan"]);
      const apart = await command(["solve", file, "--json", "--quiet", "--out", path.join(folder, "p.json")]);
      expect(Object.keys(parse(apart.out))).toEqual(fields);
    }));

  test("--quiet says nothing", () =>
    inFolder(async (folder) => {
      const ran = await command([
        "solve",
        put(folder, "s.json", season),
        "--quiet",
        "--out",
        path.join(folder, "p.json"),
      ]);
      expect(ran).toEqual({ code: 0, out: "", err: "", quits: [] });
    }));

  test("what the solver is told", async () => {
    const { options } = await handed();
    expect(options).toMatchObject({ gap: 0, seed: 1, threads: 2, audit: "none", steps: Number.POSITIVE_INFINITY });
    // A little of the time is kept for the check and the writing.
    expect(options.time).toBeGreaterThan(59.5);
    expect(options.time).toBeLessThan(60);
    expect((await handed("--steps", "9")).options).toMatchObject({ steps: 9, time: Number.POSITIVE_INFINITY });
    const both = (await handed("--steps", "9", "--time", "5", "--threads", "1", "--gap", "0.01")).options;
    expect(both).toMatchObject({ steps: 9, threads: 1, gap: 0.01 });
    expect(both.time).toBeLessThan(5);
  });

  test("a preset changes the weights of the season that is planned, and --season-out writes that season", () =>
    inFolder(async (folder) => {
      const near = path.join(folder, "near.json");
      const { season: planned } = await handed("--weights", "short-journeys", "--season-out", near);
      expect(planned.weights).toEqual({ ...season.weights, unstaffed: 4000, travelKm: 4 });
      expect(parse(readFileSync(near, "utf8"))).toEqual(planned);
      const { season: own } = await handed();
      expect(own.weights).toEqual(season.weights);
    }));

  test("each preset is there, and none leaves sessions open sooner", async () => {
    for (const preset of ["best-fit", "fair-shares", "short-journeys"]) {
      const { weights } = (await handed("--weights", preset)).season;
      const factor = weights.unstaffed / season.weights.unstaffed;
      for (const [name, value] of Object.entries(season.weights))
        if (value > 0) expect(weights[name as keyof typeof weights] / value).toBeLessThanOrEqual(factor);
    }
  });

  test("--log has a line for each improvement from the first plan on, and the end", () =>
    inFolder(async (folder) => {
      const log = path.join(folder, "log.jsonl");
      await command(["solve", put(folder, "s.json", season), "--log", log, "--quiet"]);
      expect(readFileSync(log, "utf8").trimEnd().split("\n").map(parse)).toEqual([
        { ms: 10, cost: 9000, bound: 10 },
        { ms: 1234, cost: 8008, bound: 10 },
      ]);
    }));

  test("plain progress: the words of a coordinator, at most a line a second, the last one always", () =>
    inFolder(async (folder) => {
      let now = 0;
      const solve: Engine["solve"] = (source, options, onEvent) => {
        const event: SolveEvent = { ms: 0, cost: 100, bound: 90, staffed: 43, sessions: 45, phase: "improving" };
        for (let i = 0; i < 100; i++) {
          onEvent({ ...event, ms: now, cost: 30_000 - i, bound: 29_000 });
          now += 100;
        }
        return quickSolve(source, options, () => undefined);
      };
      const { err } = await command(["solve", put(folder, "s.json", season), "--json"], { solve, now: () => now });
      const lines = err.trimEnd().split("\n");
      expect(lines).toHaveLength(11);
      expect(lines[0]).toBe(
        "0.0 s · 43 of 45 sessions staffed · cost 30,000 · bound 29,000 · at most 3.4 % better is possible",
      );
      expect(lines.at(-1)).toContain("cost 29,901");
    }));

  test("the first Ctrl-C ends the solve with its best plan, the second quits", () =>
    inFolder(async (folder) => {
      const out = path.join(folder, "p.json");
      const untilAborted: Engine["solve"] = (source, options, onEvent) =>
        new Promise((resolve, reject) => {
          const end = () => quickSolve(source, options, onEvent).then(resolve, reject);
          options.signal?.addEventListener("abort", () => setTimeout(end, 20));
        });
      const press = (times: number) => (interrupt: () => void) => {
        for (let i = 0; i < times; i++) setTimeout(interrupt, 10);
      };
      const once = await command(["solve", put(folder, "s.json", season), "--out", out], {
        solve: untilAborted,
        started: press(1),
      });
      expect(once).toMatchObject({ code: 0, quits: [] });
      expect(existsSync(out)).toBe(true);
      const twice = await command(["solve", put(folder, "s.json", season), "--out", out], {
        solve: untilAborted,
        started: press(2),
      });
      expect(twice.quits).toEqual([130]);
    }));

  const wrong: readonly [string, Engine["solve"]][] = [
    [
      "a rule",
      async (_source, options) => {
        const [first, ...rest] = plan.assignments;
        const twice = { ...plan, assignments: first === undefined ? rest : [{ ...first, team: [] }, ...rest] };
        return outcomeOf(season, twice, options);
      },
    ],
    ["its cost", async (_source, options) => outcomeOf(season, plan, options, { plan: { ...plan, cost: 1 } })],
    ["the cost that is told beside it", async (_source, options) => outcomeOf(season, plan, options, { cost: 1 })],
    ["its bound", async (_source, options) => outcomeOf(season, plan, options, { plan: { ...plan, bound: 8009 } })],
  ];
  test.each(wrong)("a plan that our own check refuses for %s is our fault, and nothing is written", (_what, solve) =>
    inFolder(async (folder) => {
      const out = path.join(folder, "p.json");
      const ran = await command(["solve", put(folder, "s.json", season), "--out", out, "--quiet"], { solve });
      expect(ran).toMatchObject({ code: 3, out: "" });
      expect(ran.err).toMatch(/^koppel: our fault, not yours: .*check.*\n$/);
      expect(existsSync(out)).toBe(false);
    }),
  );

  test("a solver that fails is our fault; a season that its own thread refuses is bad input", () =>
    inFolder(async (folder) => {
      const file = put(folder, "s.json", season);
      const ours = await command(["solve", file, "--quiet"], {
        solve: async () => Promise.reject(new Error("t0007 secret")),
      });
      expect(ours.code).toBe(3);
      expect(ours.err).not.toContain("secret");
      const refused = Object.assign(new Error("the season: 1 thing is wrong"), {
        name: "InputError",
        issues: [{ path: "weights.fee", expected: "less" }],
      });
      const bad = await command(["solve", file, "--quiet"], { solve: async () => Promise.reject(refused) });
      expect(bad.code).toBe(2);
      expect(bad.err).toContain("weights.fee: expected less");
      expect(refused).not.toBeInstanceOf(InputError);
    }));

  test("--from: a plan that breaks a rule is refused with what it breaks, a sound one reaches the solver", () =>
    inFolder(async (folder) => {
      const file = put(folder, "s.json", season);
      const broken = { ...plan, assignments: plan.assignments.map((one) => ({ ...one, team: [] })) };
      const ran = await command(["solve", file, "--from", put(folder, "broken.json", broken), "--quiet"]);
      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(ran.err).toMatch(/broken.json breaks \d+ rules: give one that breaks none.*\n {2}seats · =two-parts: /);
      expect((await handed("--from", put(folder, "plan.json", plan))).options.from).toEqual(plan);
    }));

  test("a file that is read-only is not replaced, and a period that is none is refused", () =>
    inFolder(async (folder) => {
      const [file, out] = [put(folder, "s.json", season), put(folder, "mine.json", { mine: true })];
      chmodSync(out, 0o444);
      const ran = await command(["solve", file, "--out", out]);
      expect([ran.code, ran.err]).toEqual([2, expect.stringContaining("mine.json: it is read-only")]);
      expect(readFileSync(out, "utf8")).toContain("mine");
      const dates = ["suggest", file, "online", "--dates", "--from", "2027-04-01"];
      const wrong = await command([...dates, "--to", "2027-03-01"]);
      expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("--to 2027-03-01 is before --from")]);
      const none = await command([...dates, "--from", "2031-01-01"]);
      expect([none.code, none.out]).toEqual([1, expect.stringContaining("no date on offer in this period")]);
    }));

  test("outputs that cannot be are refused before anything is read", () =>
    inFolder(async (folder) => {
      const file = put(folder, "s.json", season);
      const never: Engine["solve"] = () => Promise.reject(new Error("called"));
      const p = path.join(folder, "p");
      for (const args of [
        ["--out", path.join(folder, "no", "p.json")],
        ["--out", folder],
        ["--out", p, "--log", p],
        ["--log", "-"],
        ["--season-out", "-"],
        ["--from", "-"],
      ]) {
        const ran = await command(["solve", args.includes("--from") ? "-" : file, ...args], { solve: never });
        expect(ran).toMatchObject({ code: 2, out: "" });
      }
      expect(readdirSync(folder)).toEqual(["s.json"]);
    }));

  test("a link stays a link, and its target gets the plan", () =>
    inFolder(async (folder) => {
      const target = put(folder, "target.json", "old");
      symlinkSync(target, path.join(folder, "link.json"));
      await command(["solve", put(folder, "s.json", season), "--quiet", "--out", path.join(folder, "link.json")]);
      expect(readFileSync(target, "utf8")).toContain("koppel-plan/1");
    }));
});
