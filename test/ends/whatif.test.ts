/** `koppel whatif` and the examples of docs/examples: as they are built, and in memory where only the words count. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { inFolder, put } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist/src/faces/cli/main.js");
const SMALL = path.join(ROOT, "data/demo/small.json");

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error("the command line is not built: npm run build");
});

function runs(program: string, args: readonly string[], stdin = "") {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", input: stdin });
  return { code: status, out: stdout, err: stderr };
}
const koppel = (args: readonly string[], stdin = "") => runs(process.execPath, [MAIN, ...args], stdin);

const scenarios = {
  format: "koppel-scenarios/1",
  scenarios: [
    { id: "no-t1", title: "t1 leaves", edits: [{ edit: "remove-trainer", trainer: "t1" }] },
    { id: "dear", edits: [{ edit: "set-weight", weight: "travelKm", value: 9 }] },
  ],
};

/** A plan of the small season, in a folder. */
function planIn(folder: string): string {
  const plan = path.join(folder, "plan.json");
  expect(koppel(["solve", SMALL, "--time", "2", "--out", plan, "--quiet"]).code).toBe(0);
  return plan;
}

interface Written {
  readonly base: Record<string, unknown>;
  readonly scenarios: readonly Record<string, unknown>[];
}

describe("koppel whatif", () => {
  test("--json: base and scenarios in the shape that scripts rely on; the season from standard input", () =>
    inFolder((folder) => {
      const file = put(folder, "scenarios.json", scenarios);
      const ran = koppel(
        ["whatif", SMALL, "-", "--plan", planIn(folder), "--time", "1", "--json"],
        JSON.stringify(scenarios),
      );
      expect(ran.code).toBe(0);
      const { base, scenarios: found }: Written = JSON.parse(ran.out);
      const numbers = ["cost", "bound", "staffed", "costs", "ms"];
      expect(Object.keys(base)).toEqual(numbers);
      expect(found.map((one) => Object.keys(one))).toEqual([
        ["id", "title", ...numbers, "delta", "changed", "better", "released"],
        ["id", ...numbers, "delta", "changed", "better", "released"],
      ]);
      expect(found[1]).toMatchObject({ id: "dear", better: "incomparable", released: [] });
      expect(ran.err).toMatch(/^0 of 3 · first look · /);
      expect(ran.err).toMatch(/3 of 3 · /);
      const quiet = koppel(["whatif", SMALL, file, "--time", "1", "--quiet"]);
      expect(quiet).toMatchObject({ code: 0, err: "" });
      expect(quiet.out).toMatch(/│ no-t1 +│/);
      expect(quiet.out).toContain("no-t1 (t1 leaves): bound ");
    }));

  test("exit 1: the plan breaks a rule", () =>
    inFolder((folder) => {
      const file = put(folder, "scenarios.json", scenarios);
      const { id } = JSON.parse(runs("cat", [SMALL]).out);
      const team = [{ seat: "professional", trainer: "t1" }];
      const { sessions } = JSON.parse(runs("cat", [SMALL]).out);
      const assignments = [{ session: sessions[0].id, slot: 0, team }];
      const plan = put(folder, "plan.json", { format: "koppel-plan/1", season: id, assignments });
      const ran = koppel(["whatif", SMALL, file, "--plan", plan, "--time", "1", "--quiet"]);
      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(ran.err).toContain("seats");
    }));

  test("exit 2: every edit that does not apply, and a file in another's place", () =>
    inFolder((folder) => {
      const wrong = {
        ...scenarios,
        scenarios: [
          { id: "a", edits: [{ edit: "remove-trainer", trainer: "t99" }] },
          { id: "b", edits: [{ edit: "pin", session: "s99" }] },
        ],
      };
      const file = put(folder, "scenarios.json", wrong);
      const ran = koppel(["whatif", SMALL, file]);
      expect(ran).toMatchObject({ code: 2, out: "" });
      expect(ran.err).toContain(
        'scenarios[0].edits[0].trainer: expected the id of a trainer of this season; found "t99"',
      );
      expect(ran.err).toContain("scenarios[1]");
      const swapped = koppel(["whatif", SMALL, SMALL]);
      expect(swapped.code).toBe(2);
      expect(swapped.err).toContain("is a season, where a file of scenarios is expected");
      expect(koppel(["whatif", SMALL]).code).toBe(2);
      expect(koppel(["whatif", "--help"]).out).toContain("Example:\n  koppel whatif ");
    }));
});

describe("the examples", () => {
  test("a budget over a range, by the library", () =>
    inFolder((folder) => {
      const [programme] = JSON.parse(runs("cat", [SMALL]).out).programmes;
      const example = path.join(ROOT, "docs/examples/budget.mjs");
      const ran = runs(process.execPath, [example, SMALL, planIn(folder), programme.id, "0.5"]);
      expect(ran).toMatchObject({ code: 0, err: "" });
      expect(ran.out.match(/^budget-.* better: (yes|no|unproven)$/gm)).toHaveLength(4);
    }));

  test("each trainer leaves, by the shell", () =>
    inFolder((folder) => {
      const ran = runs("bash", [path.join(ROOT, "docs/examples/leaves.sh"), SMALL, planIn(folder), "0.5"]);
      expect(ran.code).toBe(0);
      expect(ran.out.trim().split("\n")).toHaveLength(3);
      expect(ran.out).toMatch(/^leaves-t\d+: cost [+-]\d+, \d+ sessions staffed$/m);
    }));
});
