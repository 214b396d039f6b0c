/** `koppel dates`: as it is built, and in memory where only the words count. */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readCalendarFiles } from "../../src/faces/cli/data-files.js";
import { calendarOf } from "../../src/faces/cli/dates.js";
import { OurFault } from "../../src/faces/cli/errors.js";
import { command, inFolder, put, season } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist/src/faces/cli/main.js");

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error("the command line is not built: npm run build");
});

/** Runs the built command line, in another folder than the package's and in a zone of one's choice. */
function koppel(args: readonly string[], zone = "Europe/Amsterdam") {
  const env = { ...process.env, TZ: zone };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "dates", ...args], {
    env,
    cwd: path.dirname(ROOT),
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

interface Written {
  readonly from: string;
  readonly to: string;
  readonly dates: readonly Record<string, unknown>[];
}
const parse = (text: string): Written => JSON.parse(text);
const idsOf = (text: string) => parse(text).dates.map(({ id }) => id);

describe("the built command line", () => {
  test("--json: the period and its dates, with everything that is known of each", () => {
    const ran = koppel(["--from", "2026-09-20", "--to", "2026-09-20", "--community", "jewish", "--json"]);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(parse(ran.out)).toEqual({
      from: "2026-09-20",
      to: "2026-09-20",
      dates: [
        {
          id: "yom-kippur",
          nl: "Jom Kipoer",
          en: "Yom Kippur",
          tradition: "jewish",
          from: "2026-09-21",
          to: "2026-09-21",
          beginsEveningBefore: true,
          basis: "computed",
          marginDays: 0,
          impact: "off",
          communities: ["jewish"],
          regions: null,
          source: "ICU hebrew: 10 Tishri",
        },
      ],
    });
  });

  test("gives the same days whatever zone the process runs in", () => {
    const args = ["--from", "2027-02-01", "--to", "2027-05-31", "--json"];
    const here = koppel(args);
    expect(parse(here.out).dates.length).toBeGreaterThan(30);
    for (const zone of ["Pacific/Auckland", "America/Los_Angeles"]) expect(koppel(args, zone).out).toBe(here.out);
    const table = ["--from", "2027-02-01", "--to", "2027-05-31", "--lang", "nl"];
    expect(koppel(table, "Pacific/Auckland").out).toBe(koppel(table).out);
  });

  test("refuses every wrong option at once, by name and value, with what to give instead", () => {
    const wrong = ["--from", "2027-02-30", "--to", "soon", "--community", "martian", "--region", "Mars"];
    const ran = koppel(wrong);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain("koppel: dates: 4 things are wrong");
    expect(ran.err).toContain(
      '--from: expected a day from 2020-01-01 to 2040-12-31, written YYYY-MM-DD; found "2027-02-30"',
    );
    expect(ran.err).toContain('--to: expected a day from 2020-01-01 to 2040-12-31, written YYYY-MM-DD; found "soon"');
    expect(ran.err).toMatch(/--community: expected one of afghan, .*, yezidi; found "martian"/);
    expect(ran.err).toContain('a municipality by its name or CBS code; found "Mars"');
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  test.each([
    [["--to", "2027-02-01"], "required option '--from <day>' not specified"],
    [["--from", "2027-02-01"], "required option '--to <day>' not specified"],
    [["--from", "2027-02-01", "--to", "2027-02-02", "--lang", "de"], "--lang"],
    [["--from", "2027-02-02", "--to", "2027-02-01"], "--to: expected a day that is not before 2027-02-02"],
  ])("%j is refused and %s is named", (args, named) => {
    const ran = koppel(args);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain(named);
  });
});

test("facts of the package that are wrong are our fault, not that of whoever asks", async () => {
  const files = await readCalendarFiles();
  const broken = calendarOf({ ...files, lunar: { about: { source: "x", licence: "x" }, items: [] } });
  await expect(broken).rejects.toThrow(OurFault);
  await expect(broken).rejects.toThrow(
    /the facts on dates: 4 things are wrong in data\/; the first is holi.when.table/,
  );
});

test("a day may be written the Dutch way, here and at every other option that takes one", async () => {
  await inFolder(async (folder) => {
    const dated = async (args: readonly string[]) => {
      const { code, out, err } = await command(args);
      expect([args, code, err]).toEqual([args, 0, ""]);
      return out;
    };
    const march = ["--quiet", "--json", "--to", "31-3-2027", "--from"];
    expect(await dated(["dates", ...march, "1-3-2027"])).toBe(await dated(["dates", ...march, "2027-03-01"]));
    const suggest = ["suggest", put(folder, "s.json", season), "online", "--dates", "--json"];
    expect(await dated([...suggest, "--from", "01-01-2027"])).toBe(await dated([...suggest, "--from", "2027-01-01"]));
    const list = path.join(folder, "list.csv");
    writeFileSync(list, "Code;Soort;Organisatie;Talen;Dagen\np1;formeel;o;nl;6-9-2027\n");
    const groups = await dated(["programme", "groups", list, "--date", "6-9-2027", "--groups", "1", "--json"]);
    expect(JSON.parse(groups)).toMatchObject({ groups: [{ date: "2027-09-06" }] });
  });
  const { err } = await command(["programme", "intake", "--date", "31-2-2027", "--out", "x.xlsx"]);
  expect(err).toContain("Give a day that exists, such as 2027-03-12 or 12-3-2027.");
});

describe("communities", () => {
  const march = ["dates", "--from", "2027-03-01", "--to", "2027-03-31", "--json"];

  test("are given by id, by a label in either language, or joined", async () => {
    const ids = async (...names: string[]) =>
      idsOf((await command([...march, ...names.flatMap((name) => ["--community", name])])).out);
    expect(await ids("kurdish")).toEqual(await ids("Koerdisch"));
    expect(await ids("kurdish")).toContain("ramadan");
    expect(await ids("Kurdish + alevitisch")).not.toContain("ramadan");
    expect(await ids("Kurdish + alevitisch")).toEqual(expect.arrayContaining(["newroz", "sultan-nevruz"]));
    expect(await ids("jewish", "hindu")).toEqual(expect.arrayContaining(["purim", "holi"]));
  });
});

describe("the table", () => {
  /** Intl sets thin spaces around a dash; here they are plain ones. */
  const plain = (text: string) => text.replace(/\p{Zs}/gu, " ");
  const ask = async (...args: string[]) => {
    const ran = await command(["dates", ...args]);
    return { ...ran, out: plain(ran.out), err: plain(ran.err) };
  };

  test("says when an eve begins, for whom, and how sure it is", async () => {
    const ran = await ask("--from", "2027-02-01", "--to", "2027-02-28", "--community", "moroccan", "--region", "Delft");
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.out).toContain("Observances and holidays · 1 – 28 February 2027");
    expect(ran.out).toMatch(/Mon 8 Feb – Mon 8 Mar 2027 +│ Ramadan +│ Moroccan +│ take care +│ computed/);
    expect(ran.out).toMatch(/from sunset on Sun 7 Feb .*± 1 day/);
    expect(ran.out).toMatch(
      /Sat 20 Feb – Sun 28 Feb 2027 │ Spring holidays +│ North, Central +│ good to know │ announced/,
    );
    expect(ran.out).toContain("2 days and periods");
  });

  test("is in Dutch with --lang nl", async () => {
    const ran = await ask("--from", "2027-02-07", "--to", "2027-02-07", "--lang", "nl");
    expect(ran.out).toContain("Feestdagen en vakanties · 7 februari 2027");
    expect(ran.out).toMatch(/ma 8 feb – ma 8 mrt 2027 +│ Ramadan +│ Islamitisch +│ rekening +│ berekend/);
    expect(ran.out).toMatch(/na zonsondergang zo 7 feb .*± 1 dag/);
    expect(ran.out).toMatch(/Carnaval +│ Zuid +│/);
  });

  test("names the community that an announcement is for", async () => {
    const ran = await ask("--from", "2026-02-19", "--to", "2026-02-19");
    expect(ran.out).toMatch(/Ramadan \(Diyanet\) +│ Turkish +│ take care +│ announced/);
  });

  test("keeps its lines within 110 columns where no terminal says how wide it is", async () => {
    for (const lang of ["nl", "en"]) {
      const { out } = await ask("--from", "2025-01-01", "--to", "2028-12-31", "--lang", lang, "--quiet");
      for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(110);
    }
  });

  test("says so where nothing falls", async () => {
    const ran = await ask("--from", "2026-06-08", "--to", "2026-06-08", "--community", "jewish");
    expect(ran.out).toBe("Observances and holidays · 8 June 2026\nNothing falls in this time.\n");
  });

  test("warns on standard error that school holidays are not known for that time, and is silent with --quiet", async () => {
    const late = ["--from", "2030-09-01", "--to", "2030-09-02"];
    expect((await ask(...late)).err).toBe(
      "koppel: school holidays are known for 5 July 2025 – 1 September 2030; outside it the list has none\n",
    );
    expect((await ask(...late, "--lang", "nl")).err).toContain("schoolvakanties zijn bekend voor 5 juli 2025");
    expect((await ask(...late, "--quiet")).err).toBe("");
    expect((await ask("--from", "2030-09-01", "--to", "2030-09-01")).err).toBe("");
  });
});
