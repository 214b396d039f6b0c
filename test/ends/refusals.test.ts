/** What a command refuses, and how it says so: outputs over inputs, files that do not belong together, slips of the pen. */
import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { command, inFolder, plan, put, season } from "./support.js";

describe("an output never takes an input's place", () => {
  test("by name, by another name for it, or through a link", () =>
    inFolder(async (folder) => {
      const s = put(folder, "s.json", season);
      const p = put(folder, "p.json", plan);
      const link = path.join(folder, "link.json");
      symlinkSync(s, link);
      const around = `${folder}/../${path.basename(folder)}/s.json`;
      for (const args of [
        ["solve", s, "--out", s],
        ["solve", s, "--out", link],
        ["solve", link, "--out", around],
        ["solve", s, "--log", s],
        ["solve", s, "--weights", "best-fit", "--season-out", s],
        ["solve", s, "--from", p, "--log", p],
        ["solve", s, "--from", p, "--weights", "best-fit", "--season-out", p],
        ["show", s, p, "--out", s],
        ["show", s, p, "--out", p],
      ]) {
        const ran = await command(args);
        expect(ran, args.join(" ")).toMatchObject({ code: 2, out: "" });
        expect(ran.err).toMatch(/which it would replace: give another file\n$/);
      }
      expect(JSON.parse(readFileSync(s, "utf8"))).toEqual(season);
      expect(JSON.parse(readFileSync(p, "utf8"))).toEqual(plan);
    }));

  test("but the plan to start from may be replaced by one that is no worse", () =>
    inFolder(async (folder) => {
      const p = put(folder, "p.json", plan);
      const ran = await command(["solve", put(folder, "s.json", season), "--from", p, "--out", p, "--quiet"]);
      expect(ran).toMatchObject({ code: 0 });
      expect(JSON.parse(readFileSync(p, "utf8"))).toMatchObject({ cost: 8008, bound: 0 });
    }));
});

describe("files that do not belong together", () => {
  test("a plan of another season, by every command that takes one", () =>
    inFolder(async (folder) => {
      const s = put(folder, "s.json", season);
      const other = put(folder, "p.json", { ...plan, season: "autumn" });
      for (const args of [
        ["check", s, other],
        ["show", s, other],
        ["solve", s, "--from", other],
      ]) {
        const ran = await command(args);
        expect(ran, args.join(" ")).toMatchObject({ code: 2, out: "" });
        expect(ran.err).toContain(
          "is for season autumn, and the season file is spring: give the two that belong together",
        );
      }
    }));

  test("season and plan the wrong way round: only that is said", () =>
    inFolder(async (folder) => {
      const [s, p] = [put(folder, "s.json", season), put(folder, "p.json", plan)];
      for (const [args, file, is, wanted, order] of [
        [["check", p, s], p, "plan", "season", "SEASON PLAN"],
        [["show", s, s], s, "season", "plan", "SEASON PLAN"],
        [["solve", p], p, "plan", "season", "SEASON"],
        [["solve", s, "--from", s], s, "season", "plan", "SEASON --from PLAN"],
      ] as const) {
        const ran = await command([...args]);
        expect(ran.code).toBe(2);
        expect(ran.err).toBe(`koppel: ${file} is a ${is}, where a ${wanted} is expected: the order is ${order}\n`);
      }
    }));
});

describe("slips of the pen", () => {
  const refused = async (...args: string[]) => {
    const ran = await command(args);
    expect(ran).toMatchObject({ code: 2, out: "" });
    return ran.err;
  };

  test("options", () =>
    inFolder(async (folder) => {
      const s = put(folder, "s.json", season);
      expect(await refused("solve", s, "--time", "1,5")).toContain("Write 1.5.");
      expect(await refused("solve", s, "--gap", "0,01")).toContain("Write 0.01.");
      expect(await refused("solve", s, "--season-out", path.join(folder, "t.json"))).toContain("needs --weights");
      const out = path.join(folder, "nodir", "p.json");
      expect(await refused("solve", s, "--out", out)).toContain(
        `the folder ${path.join(folder, "nodir")} does not exist: make it first`,
      );
      expect(await refused("solve", s, "--from", "nope.json")).toContain(
        "cannot read the plan to start from, nope.json: there is no such file",
      );
    }));

  test("a wrong field is told with its record's id; --json tells every one of them", () =>
    inFolder(async (folder) => {
      const sessions = Array.from({ length: 30 }, (_, i) => ({ ...season.sessions[1], id: `n${i}`, halfDays: -1 }));
      const s = put(folder, "s.json", { ...season, sessions });
      const text = await refused("solve", s);
      expect(text).toContain("  sessions[3] (n3).halfDays: expected a whole number");
      expect(text).toContain("… and 10 more: use --json to have them all");
      const ran = await command(["solve", s, "--json"]);
      expect(ran).toMatchObject({ code: 2, err: "" });
      expect(JSON.parse(ran.out).issues).toHaveLength(30);
      expect(JSON.parse(ran.out).issues[3]).toMatchObject({ path: "sessions[3].halfDays", record: "n3", value: "-1" });
    }));
});

describe("show", () => {
  const shown = (fields: object, ...args: string[]) =>
    inFolder(async (folder) => {
      const s = put(folder, "s.json", season);
      return command(["show", s, put(folder, "p.json", { ...plan, ...fields }), ...args]);
    });

  test("the file's ending says which form, unless --as does", () =>
    inFolder(async (folder) => {
      const files = [put(folder, "s.json", season), put(folder, "p.json", plan)];
      const to = async (name: string, ...args: string[]) => {
        const out = path.join(folder, name);
        const { code, err } = await command(["show", ...files, "--out", out, ...args]);
        expect(code).toBe(0);
        return { err, text: readFileSync(out, "utf8") };
      };
      expect(await to("a.html")).toMatchObject({ err: "", text: expect.stringMatching(/^<!doctype html>/) });
      expect(await to("a.csv")).toMatchObject({ err: "", text: expect.stringMatching(/^\ufeffWeek,/) });
      expect(await to("a.txt")).toMatchObject({ err: "", text: expect.stringMatching(/^Plan of season/) });
      const csv = await to("b.html", "--as", "csv");
      expect(csv.text).toMatch(/^\ufeffWeek,/);
      expect(csv.err).toContain("ends as a html does and gets a csv");
      expect((await to("b.pdf")).err).toContain("knows no form");
    }));

  test("a plan that breaks rules: a line for each, and no reasons", async () => {
    const ran = await shown({ assignments: plan.assignments.map((one) => ({ ...one, team: [] })) });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("This plan breaks 3 rules");
    expect(ran.out).toMatch(/ {2}- online: not every seat is filled .*\n/);
    expect(ran.out.match(/no reasons: the plan must be sound first/g)).toHaveLength(2);
  });

  test("a false cost is told", async () => {
    expect((await shown({ cost: 9 })).out).toContain("The plan states a cost of 9, and it costs 8,008.");
    expect((await shown({ cost: 9 }, "--as", "html", "--lang", "nl")).out).toContain("vermeldt kosten van 9");
  });
});

describe("check", () => {
  test("tells the bound that the plan states as its maker's, in either language", () =>
    inFolder(async (folder) => {
      const files = [put(folder, "s.json", season), put(folder, "p.json", plan)];
      const en = await command(["check", ...files]);
      expect(en.out).toContain("stated bound 8,000 (as its maker proved it; not verified here) · gap 0.1 %");
      const nl = await command(["check", ...files, "--lang", "nl"]);
      expect(nl.out).toContain("Planning voor seizoen spring: geen regel gebroken");
      expect(nl.out).toContain("ondergrens volgens het plan: 8.000");
      const proven = await command(["check", files[0] ?? "", put(folder, "o.json", { ...plan, bound: 8008 })]);
      expect(proven.out).toContain("gap 0.0 %");
      const { bound: _none, ...unbounded } = plan;
      const without = await command(["check", files[0] ?? "", put(folder, "q.json", unbounded)]);
      expect(without.out).not.toContain("bound");
    }));
});
