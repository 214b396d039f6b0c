/** `koppel repair`, in memory (where no time is left, so that the first repair is the answer) and as it is built. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import type { Plan, Season } from "../../src/model/types.js";
import { command, inFolder, season as papers, plan, put } from "./support.js";

/** The papers' season, where nobody at all can staff the two open sessions. */
const season: Season = {
  ...papers,
  sessions: papers.sessions.map((session) =>
    session.id === "open-lived" ? { ...session, themes: [{ id: "fgm", level: 2, wish: 3, who: "lived" }] } : session,
  ),
};
const MAIN = path.resolve(import.meta.dirname, "../../dist/src/faces/cli/main.js");
const ill = {
  format: "koppel-edits/1",
  edits: [{ edit: "block-trainer", trainer: "t1", from: "2027-03-28", to: "2027-04-06" }],
};
const read = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8"));

/** The three inputs in a folder. */
function inputs(folder: string, edits: unknown = ill): readonly [string, string, string, string] {
  return [put(folder, "s.json", season), put(folder, "p.json", plan), "--edits", put(folder, "e.json", edits)];
}

describe("repair", () => {
  test("says whom to call with what, who is told anyway, and writes plan and season", () =>
    inFolder(async (folder) => {
      const [out, seasonOut] = [path.join(folder, "out.json"), path.join(folder, "now.json")];
      const ran = await command(["repair", ...inputs(folder), "--out", out, "--season-out", seasonOut]);
      expect(ran.code).toBe(0);
      expect(ran.out).toContain("2 of 4 sessions staffed · priorities left open: 8");
      expect(ran.out).toContain("1 person to call");
      expect(ran.out).toContain(
        "Call in this order:\n  1. @t3 takes =two-parts on Mon 29 Mar 09:30–16:30 and 1 more\n" +
          "Told anyway:\n  t1 gives up =two-parts on Mon 29 Mar 09:30–16:30 and 1 more\n",
      );
      expect(check(read<Season>(seasonOut), read<Plan>(out))).toMatchObject({ feasible: true, misstated: false });
    }));

  test("--json has the fields that scripts rely on, and the plan only without --out", () =>
    inFolder(async (folder) => {
      const args = ["repair", ...inputs(folder), "--json", "--quiet"];
      const fields = ["season", "cost", "bound", "staffed", "costs", "contacts", "proven", "released", "ms"];
      const ran = await command(args);
      const said: Record<string, unknown> = JSON.parse(ran.out);
      expect([ran.code, ran.err]).toEqual([0, ""]);
      expect(Object.keys(said)).toEqual([...fields, "plan"]);
      expect(said.contacts).toEqual([{ trainer: "@t3", sessions: [{ session: "=two-parts", from: null, to: 0 }] }]);
      const out = path.join(folder, "out.json");
      expect(Object.keys(JSON.parse((await command([...args, "--out", out])).out))).toEqual(fields);
    }));

  test("without --edits the plan is held against the season as it is now", () =>
    inFolder(async (folder) => {
      const now = { ...season, trainers: season.trainers.map((t) => (t.id === "t1" ? { ...t, available: [] } : t)) };
      const ran = await command(["repair", put(folder, "s.json", now), put(folder, "p.json", plan), "--json"]);
      const { contacts }: { contacts: { trainer: string }[] } = JSON.parse(ran.out);
      // Nobody said that t1 knows: she is called as well, after the one who is asked for something.
      expect(contacts.map(({ trainer }) => trainer)).toEqual(["@t3", "t1"]);
    }));

  test("a date that is gone, a released pin", () =>
    inFolder(async (folder) => {
      const edits = [
        { edit: "pin", session: "online" },
        { edit: "change-session", session: "online", set: { slots: [[["2027-03-31T10:00", "2027-03-31T12:00"]]] } },
      ];
      const files = inputs(folder, { format: "koppel-edits/1", edits });
      const ran = await command(["repair", ...files, "--out", path.join(folder, "out.json")]);
      expect(ran.out).toContain("1. @t3 takes online on Wed 31 Mar 10:00–12:00");
      expect(ran.out).toContain("Pins released: online");
    }));

  test("refusals leave nothing behind", () =>
    inFolder(async (folder) => {
      const files = inputs(folder);
      const there = readdirSync(folder);
      const [s, p] = files;
      const cases: readonly (readonly [readonly string[], string])[] = [
        [["--season-out", path.join(folder, "x")], "--season-out needs --edits"],
        [["--edits", p], "is a plan, where a file of edits is expected"],
        [[...files.slice(2), "--out", p], "--out"],
        [
          ["--edits", put(folder, "e.json", { ...ill, edits: [{ edit: "remove-trainer", trainer: "nobody" }] })],
          "edits[0].trainer",
        ],
      ];
      for (const [args, text] of cases) {
        const ran = await command(["repair", s, p, ...args]);
        expect(ran.code).toBe(2);
        expect(ran.err).toContain(text);
        expect(readdirSync(folder)).toEqual(there);
      }
    }));

  test("as it is built: proven", { timeout: 60_000 }, () =>
    inFolder(async (folder) => {
      expect(existsSync(MAIN), "the command line is not built: npm run build").toBe(true);
      const args = [MAIN, "repair", ...inputs(folder), "--out", path.join(folder, "out.json"), "--time", "20"];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      expect(stdout).toContain("(proven: no plan leaves less open)");
      expect(stdout).toContain("1 person to call (proven: the fewest)");
    }),
  );
});
