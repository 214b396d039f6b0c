/** `koppel pool` and `koppel show` for spreadsheets and calendars, by the built command line, from an empty folder on. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readXlsx } from "../../src/sheets/read-xlsx.js";
import { hostile } from "../pool/exchange/hostile.js";
import { book } from "../sheets/zip-writer.js";
import { inFolder, plan, put, season } from "./support.js";

const MAIN = path.resolve("dist/src/faces/cli/main.js");

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error("the command line is not built: npm run build");
});

function koppel(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}
const AS = ["--db", "pool.db", "--role", "coordinator", "--organisation", "iot"] as const;

const POOL = book([
  {
    name: "Organisaties",
    rows: [
      ["Code", "Naam"],
      ["iot", "Inspraakorgaan Turken"],
    ],
  },
  {
    name: "Trainers",
    rows: [
      [
        "Code",
        "Organisatie",
        "Naam",
        "Bereikbaar via",
        "Rollen",
        "Talen",
        "Woonplaats",
        "Hoogstens km reizen",
        "Tarief per uur",
      ],
      ["t1", "iot", "=Ayşe", "06-12345678", "Professional", "Nederlands; Turks", "Den Haag", 80, 75],
    ],
  },
  {
    name: "Beschikbaarheid",
    rows: [
      ["Trainer", "Wat", "Weekdagen", "Dagdelen"],
      ["t1", "Elke week beschikbaar", "maandag", "hele dag"],
    ],
  },
]);

test("from an empty folder: a database, a template, an import, an export and its import", async () => {
  await inFolder((folder) => {
    const run = (...args: readonly string[]) => koppel(folder, "pool", ...args);
    expect(run("create", "--db", "pool.db")).toMatchObject({ code: 0, out: "" });
    expect(run("template", "--lang", "nl", "--out", "leeg.xlsx").code).toBe(0);
    expect(run("import", "leeg.xlsx", ...AS, "--lang", "nl")).toMatchObject({
      code: 0,
      out: "Er staat niets in om in te lezen.\n",
    });
    writeFileSync(path.join(folder, "pool.xlsx"), POOL);
    const dry = run("import", "pool.xlsx", ...AS, "--lang", "nl", "--dry-run");
    expect(dry).toMatchObject({ code: 0, err: "" });
    expect(dry.out).toContain("Proef: er is niets gewijzigd.");
    expect(run("import", "pool.xlsx", ...AS).out).toContain("Trainers: 1 added, 0 changed, 0 unchanged\n  + t1\n");
    expect(run("export", ...AS, "--out", "uit.xlsx").code).toBe(0);
    expect(statSync(path.join(folder, "uit.xlsx")).mode & 0o077).toBe(0);
    expect(
      JSON.parse(run("import", "uit.xlsx", ...AS, "--json").out).changes.map(({ what }: { what: string }) => what),
    ).toEqual(["unchanged", "unchanged"]);
    const onFile = run("export", ...AS, "--as", "csv", "--out", "uit.xlsx");
    expect([onFile.code, onFile.err]).toEqual([2, expect.stringContaining("give the name of a folder")]);
    expect(run("export", ...AS, "--as", "csv", "--out", "uit").code).toBe(0);
    expect(readFileSync(path.join(folder, "uit/trainers.csv"), "utf8")).toContain(";'=Ayşe;");
    const again = run("import", ...readdirSync(path.join(folder, "uit")).map((name) => path.join("uit", name)), ...AS);
    expect(again.out).toContain("Trainers: 0 added, 0 changed, 1 unchanged");
  });
});

test("what is wrong is told at once by sheet, row and column, as text and as JSON; bad usage says what to do", async () => {
  await inFolder((folder) => {
    const run = (...args: readonly string[]) => koppel(folder, "pool", ...args);
    run("create", "--db", "pool.db");
    writeFileSync(path.join(folder, "t.csv"), "Code;Organisatie;Rollen\nt1;niemand;geen\n");
    const dutch = run("import", "t.csv", ...AS, "--lang", "nl");
    expect(dutch).toMatchObject({ code: 2, out: "" });
    expect(dutch.err).toContain("t.csv: Trainers, rij 2, kolom B (Organisatie): deze code is niet bekend");
    expect(dutch.err).toContain("t.csv: Trainers, rij 2, kolom C (Rollen): dit staat niet in de keuzelijst");
    const json = run("import", "t.csv", ...AS, "--json");
    expect(json.code).toBe(2);
    expect(JSON.parse(json.out).issues[0]).toMatchObject({
      file: "t.csv",
      sheet: { en: "Trainers" },
      row: 2,
      column: { letter: "B" },
    });
    for (const [args, says] of [
      [["import", "t.csv", "--db", "none.db", ...AS.slice(2)], "none.db"],
      [["import", "none.csv", ...AS], "there is no such file"],
      [["import", "t.csv", "--db", "pool.db", "--role", "coordinator"], "--organisation"],
      [["import", "t.csv", "--db", "pool.db", "--role", "administrator"], "--role"],
      [["export", ...AS, "--out", "x.txt"], ".xlsx"],
      [["template", "--out", "-"], "--out FILE.xlsx"],
      [["create", "--db", "pool.db"], "is there already"],
      [["nonsense"], "unknown command"],
    ] as const) {
      const ran = run(...args);
      expect(ran.code, args.join(" ")).toBe(2);
      expect(ran.err).toContain(says);
    }
  });
});

test("hostile files end the command with code 2, and leave nothing", async () => {
  await inFolder((folder) => {
    koppel(folder, "pool", "create", "--db", "pool.db");
    for (const n of [0, 2, 13, 19, 26, 40]) {
      const { kind, name, bytes } = hostile(n);
      writeFileSync(path.join(folder, name), bytes);
      const ran = koppel(folder, "pool", "import", name, ...AS);
      expect(ran.code, kind).toBe(2);
      expect(ran.err, kind).toContain("nothing was imported");
    }
    koppel(folder, "pool", "export", ...AS, "--out", "uit.xlsx");
    const rows = readXlsx(readFileSync(path.join(folder, "uit.xlsx"))).filter(
      ({ name }) => !["Uitleg", "Keuzes"].includes(name),
    );
    expect(rows.every(({ rows: of }) => of.length === 1)).toBe(true);
  });
});

test("show writes a plan as a workbook, a calendar and JSON, and follows an earlier calendar", async () => {
  await inFolder((folder) => {
    const files = [put(folder, "s.json", season), put(folder, "p.json", plan)];
    const show = (...args: readonly string[]) => koppel(folder, "show", ...files, "--quiet", ...args);
    expect(show("--lang", "nl", "--out", "plan.xlsx").code).toBe(0);
    const [sheet] = readXlsx(readFileSync(path.join(folder, "plan.xlsx")));
    expect(sheet?.name).toBe("Planning");
    expect([...(sheet?.rows[1]?.cells.values() ?? [])]).toContainEqual({ day: "2027-03-29", time: null });
    expect(show("--out", "plan.ics").code).toBe(0);
    const calendar = readFileSync(path.join(folder, "plan.ics"), "utf8");
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    put(folder, "p.json", { ...plan, assignments: plan.assignments.slice(0, 1) });
    const next = show("--as", "ics", "--previous", "plan.ics");
    expect(next.code).toBe(0);
    expect(next.out.match(/STATUS:CANCELLED/g)).toHaveLength(1);
    expect(JSON.parse(show("--as", "json").out)).toEqual(JSON.parse(show("--json").out));
    expect(show("--as", "xlsx")).toMatchObject({ code: 2 });
    expect(show("--trainer", "t1").err).toContain("--as ics");
    expect(show("--as", "ics", "--trainer", "nobody").err).toContain("no such trainer");
    expect(show("--as", "ics", "--previous", "p.json").err).toContain("the earlier calendar");
  });
});
