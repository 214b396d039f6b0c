/** `koppel recruit`, in memory and as it is built. Run the build first. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readSeason } from "../../src/model/index.js";
import type { Plan, Trainer } from "../../src/model/types.js";
import { solve } from "../../src/solve/index.js";
import { session, trainer, season as whole } from "../papers/fixture.js";
import { command, inFolder, put } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist/src/faces/cli/main.js");

/** A workshop that asks for a language that nobody in the pool speaks. */
const season = {
  ...whole,
  id: "spring",
  places: [{ id: "p1", name: "Delft", lat: 52, lon: 4.35 }],
  trainers: [trainer("t1"), trainer("t2", { roles: ["lived"], backgrounds: ["eritrean"] })],
  sessions: [
    session("delft-a", { seats: { professional: 1, lived: 1 }, languages: [{ id: "ti", who: "lived" }], priority: 5 }),
    session("delft-b", { slots: [[["2027-03-31T09:30", "2027-03-31T12:30"]]] }),
  ],
  published: [],
  pairs: [],
};
const plan: Plan = { format: "koppel-plan/1", season: "spring", assignments: [] };
const steps = ["--steps", "50", "--threads", "1"];

function koppel(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

describe("recruit", () => {
  test("--json: the season as it stands, and each kind as a trainer whom the season accepts", () =>
    inFolder(async (folder) => {
      if (!existsSync(MAIN)) throw new Error("the command line is not built: npm run build");
      const files = [put(folder, "s.json", season), put(folder, "p.json", plan)];
      const ran = await koppel("recruit", ...files, ...steps, "--json");
      expect(ran.code, ran.err).toBe(0);
      expect(ran.err).toContain("planning with kind 1 of ");
      const answer = JSON.parse(ran.out);
      expect(Object.keys(answer)).toEqual(["season", "base", "kinds"]);
      expect(Object.keys(answer.base)).toEqual(["cost", "bound", "staffed", "costs", "ms"]);
      const [kind] = answer.kinds;
      expect(Object.keys(kind)).toEqual(["trainer", "expected", "gain", "proven", "R"]);
      expect(kind).toMatchObject({ trainer: { id: "recruit-1", roles: ["lived"] }, proven: true, R: { staffed: 2 } });
      expect(kind.trainer.languages).toContain("ti");
      expect(kind.gain.least).toBe(answer.base.bound - kind.R.cost);
      expect(kind.gain.most).toBe(answer.base.cost - kind.R.bound);
      const withHer = { ...season, trainers: [...season.trainers, kind.trainer as Trainer] };
      expect(readSeason(Buffer.from(JSON.stringify(withHer))).trainers).toHaveLength(3);
    }));

  test("prints a table in Dutch or English", () =>
    inFolder(async (folder) => {
      const files = [put(folder, "s.json", season), put(folder, "p.json", plan)];
      const parts = {
        solve: (source: Parameters<typeof solve>[0], how: Parameters<typeof solve>[1]) => solve(source, how),
      };
      const english = await command(["recruit", ...files, ...steps, "--quiet"], parts);
      expect(english.code, english.err).toBe(0);
      expect(english.err).toBe("");
      expect(english.out).toContain("Whom to recruit for season spring");
      expect(english.out).toContain("As it stands: 1 of 2 sessions staffed");
      for (const word of ["recruit-1", "near Delft", "speaks", "Tigrinya", "Mon", "at least ", "2 of 2 staffed"])
        expect(english.out).toContain(word);
      const dutch = await command(["recruit", ...files, ...steps, "--lang", "nl"], parts);
      for (const word of [
        "Wie te werven",
        "regio Delft",
        "Ervaringsdeskundige",
        "ma",
        "ten minste ",
        "2 van 2 bemenst",
      ])
        expect(dutch.out).toContain(word);
    }));

  test("answers no where nobody would help", () =>
    inFolder(async (folder) => {
      const content = { ...season, sessions: [] };
      const files = [put(folder, "s.json", content), put(folder, "p.json", plan)];
      const ran = await koppel("recruit", ...files, ...steps, "--quiet");
      expect(ran).toMatchObject({ code: 1, err: "" });
      expect(ran.out).toContain("Nobody whom we could think of");
    }));

  test("refuses a plan that breaks a rule, a plan of another season, and an option that is none", () =>
    inFolder(async (folder) => {
      const file = put(folder, "s.json", season);
      const broken = { ...plan, assignments: [{ session: "delft-b", slot: 0, team: [] }] };
      const ran = await command(["recruit", file, put(folder, "b.json", broken)]);
      expect(ran).toMatchObject({ code: 1, out: "" });
      expect(ran.err).toMatch(/b.json breaks 1 rule: give one that breaks none.*\n {2}seats · delft-b/);
      const other = await command(["recruit", file, put(folder, "o.json", { ...plan, season: "autumn" })]);
      expect(other.code).toBe(2);
      expect(other.err).toContain("autumn");
      expect((await command(["recruit", file, file, "--top", "0"])).code).toBe(2);
      const help = await command(["recruit", "--help"]);
      expect(help.code).toBe(0);
      expect(help.out).toContain("Examples:\n  koppel recruit season.json plan.json");
    }));
});
