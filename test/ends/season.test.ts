/** From an empty folder to a published plan, a no and its repair, by the built command line: docs/coordinator.md's script. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readPlan, readSeason } from "../../src/model/parse.js";
import { inFolder } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MAIN = path.join(ROOT, "dist/src/faces/cli/main.js");

test("spreadsheets, a season, a plan, published, a no, repaired, on paper; each role only what it may", async () => {
  await inFolder((parent) => {
    const folder = path.join(parent, "walk");
    const out = execFileSync("bash", [path.join(ROOT, "scripts/demo-pool"), folder], {
      encoding: "utf8",
      env: { ...process.env, KOPPEL_BUILT: "1", KOPPEL_TIME: "6" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(out).toContain("voorjaar: 90 sessions, 40 trainers, 17 series");
    expect(out).toContain("proven: no plan leaves less open");
    expect(out).toMatch(/1 session differs:\n {2}\S+: /);
    const koppel = (...args: readonly string[]) => {
      const ran = spawnSync(process.execPath, [MAIN, ...args, "--db", "pool.db", "--key-file", "pool.key"], {
        cwd: folder,
        encoding: "utf8",
      });
      return { code: ran.status, out: ran.stdout, err: ran.stderr };
    };
    const me = ["--role", "coordinator", "--organisation", "alliantie", "--account", "c1"];
    const officer = ["--role", "safetyOfficer", "--account", "o1"];
    for (const page of ["plan.html", "teams.html"]) {
      const text = readFileSync(path.join(folder, page), "utf8");
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      // what keeps trainers safe is on no paper
      expect(text).not.toMatch(/Nooit naar|avoidPlaces/);
    }
    expect(readFileSync(path.join(folder, "teams.html"), "utf8")).toContain("0800-2000");
    expect(readFileSync(path.join(folder, "plan.ics"), "utf8")).toContain("BEGIN:VEVENT");
    expect(statSync(path.join(folder, "teams.html")).mode & 0o077).toBe(0);
    // the file of names is encrypted
    expect(readFileSync(path.join(folder, "pool.db")).includes("Trainer 01")).toBe(false);

    expect(koppel("season", "export", "voorjaar", "--out", "s.json", ...me)).toMatchObject({ code: 2 });
    expect(koppel("season", "export", "voorjaar", "--out", "s.json", ...officer).code).toBe(0);
    readSeason(readFileSync(path.join(folder, "s.json")));
    const plans = JSON.parse(koppel("plan", "list", "--json", ...me).out);
    expect(plans.map((one: { id: string; published: boolean }) => [one.id, one.published])).toEqual([
      ["eerste", false],
      ["tweede", true],
    ]);
    const suggested = koppel("season", "suggest", "voorjaar", "delft-a1", "--plan", "tweede", "--json", ...me);
    expect(JSON.parse(suggested.out).teams.length).toBeGreaterThan(0);
    expect(suggested.out).not.toMatch(/"(avoidPlaces|avoidTrainers|ownCommunity|exposure|excludes|available)"/);
    expect(koppel("season", "explain", "tweede", "delft-a1", ...me).out).toContain("delft-a1");
    expect(koppel("season", "show", "voorjaar", "--json", "--role", "auditor").code).toBe(0);
    expect(koppel("season", "solve", "voorjaar", "--save", "x", "--time", "1", "--role", "auditor").err).toContain(
      "may not do this",
    );
    expect(koppel("plan", "publish", "eerste", ...me)).toMatchObject({ code: 1 });
    expect(koppel("plan", "publish", "tweede", "--if-version", "7", ...me)).toMatchObject({ code: 1 });
    expect(koppel("plan", "diff", "tweede", "tweede", ...me).code).toBe(1);
    expect(koppel("pool", "protect", "t01", ...me).code).toBe(2);
    const added = koppel("pool", "protect", "t01", "--add", "place", "--value", "GM0518", "--json", ...officer);
    expect(JSON.parse(added.out)).toMatchObject({ change: "added", now: { avoidPlaces: ["GM0518"] } });
    const removal = [
      "pool",
      "protect",
      "t01",
      "--remove",
      "place",
      "--value",
      "GM0518",
      "--json",
      "--role",
      "safetyOfficer",
    ];
    expect(JSON.parse(koppel(...removal, "--account", "o1").out).change).toBe("asked");
    expect(JSON.parse(koppel(...removal, "--account", "o2").out).change).toBe("removed");
    const trail = koppel("pool", "trail", "--json", "--role", "auditor");
    expect(
      JSON.parse(trail.out)
        .slice(0, 60)
        .map(({ action }: { action: string }) => action),
    ).toContain("remove");
    expect(trail.out).not.toMatch(/"t\d\d"|GM0518|Trainer \d/);
    expect(koppel("pool", "trail", ...me).code).toBe(2);
    expect(koppel("plan", "save", "nothing.json", "--season", "voorjaar", "--as", "x", ...me).err).toContain(
      "cannot read the plan",
    );
  });
}, 120_000);

test("a plan file is kept once it is judged, and given back as it was; a calendar of hers takes her time at once", async () => {
  await inFolder((parent) => {
    const run = (...args: readonly string[]) => {
      const ran = spawnSync(process.execPath, [MAIN, ...args], { cwd: parent, encoding: "utf8" });
      expect([args.join(" "), ran.status, ran.stderr]).toEqual([args.join(" "), 0, ran.stderr]);
      return ran.stdout;
    };
    const me = ["--db", "pool.db", "--role", "coordinator", "--organisation", "alliantie"];
    const sheets = path.join(ROOT, "data/demo/pool/coordinator");
    const names = [
      "organisations",
      "trainers",
      "availability",
      "consents",
      "clients",
      "programmes",
      "sessions",
      "dates",
      "needs",
      "series",
    ];
    run("pool", "create", "--db", "pool.db", "--quiet");
    run("pool", "import", ...names.map((name) => path.join(sheets, `${name}.csv`)), ...me, "--lang", "nl");
    run("season", "build", "s", "--from", "2027-02-01", "--to", "2027-06-30", ...me);
    run("season", "solve", "s", "--save", "one", "--time", "4", "--quiet", ...me);
    run("plan", "publish", "one", ...me);
    const asked = JSON.parse(run("plan", "ask", "s", "--json", ...me)) as {
      trainer: string;
      askings: { slot: string[][] }[];
    }[];
    const [first] = asked;
    const day = first?.askings[0]?.slot[0]?.[0]?.slice(0, 10).replaceAll("-", "") ?? "";
    execFileSync(
      "node",
      [
        "-e",
        `require("node:fs").writeFileSync("a.ics", "BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:x\\r\\nBEGIN:VEVENT\\r\\nUID:1\\r\\nDTSTAMP:20270101T000000Z\\r\\nDTSTART;VALUE=DATE:${day}\\r\\nSUMMARY:geheim\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR\\r\\n")`,
      ],
      { cwd: parent },
    );
    run("pool", "calendar", first?.trainer ?? "", "a.ics", "--from", "2027-02-01", "--to", "2027-06-30", ...me);
    const [listed] = JSON.parse(run("plan", "list", "--json", ...me)) as { feasible: boolean }[];
    expect(listed?.feasible).toBe(false);
    run("season", "repair", "s", "--save", "two", "--time", "5", ...me);
    expect(
      (JSON.parse(run("plan", "list", "--json", ...me)) as { id: string; feasible: boolean }[]).find(
        ({ id }) => id === "two",
      )?.feasible,
    ).toBe(true);
    expect(readFileSync(path.join(parent, "pool.db")).includes("geheim")).toBe(false);
    run("season", "export", "s", "--out", "s.json", "--db", "pool.db", "--role", "safetyOfficer");
    const season = readSeason(readFileSync(path.join(parent, "s.json")));
    run("plan", "export", "two", "--out", "p.json", ...me);
    const plan = readPlan(readFileSync(path.join(parent, "p.json")), season);
    const saved = JSON.parse(
      run("plan", "save", "p.json", "--season", "s", "--as", "three", "--if-version", "0", "--json", ...me),
    );
    expect(saved.staffed).toBe(plan.assignments.length);
    expect(run("plan", "export", "three", ...me)).toBe(readFileSync(path.join(parent, "p.json"), "utf8"));
  });
}, 120_000);
