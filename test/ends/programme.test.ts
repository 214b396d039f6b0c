/** The demo municipality through the real command line, from answers to a staffed programme and a PDF quote. Run the build first. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { readPlan, readSeason } from "../../src/model/parse.js";
import { readQuote } from "../../src/programme/quote/quote.js";
import { command, inFolder, plan, put, season } from "./support.js";

const ROOT = path.resolve(import.meta.dirname, "../..");
const DEMO = path.join(ROOT, "data/demo/programme");
const demo = (name: string) => path.join(DEMO, name);

test("docs/programme.md's script: a conference, a webinar and a training in two groups, staffed, within an accepted quote", async () => {
  await inFolder((folder) => {
    const out = execFileSync("bash", [path.join(ROOT, "scripts/demo-programme"), folder], {
      encoding: "utf8",
      env: { ...process.env, KOPPEL_BUILT: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const bytes = (name: string) => readFileSync(path.join(folder, name));
    const season = readSeason(bytes("season.json"));
    const plan = readPlan(bytes("plan.json"), season);
    const verdict = check(season, plan);
    expect(verdict.feasible).toBe(true);
    expect(verdict.staffed).toBe(season.sessions.length);
    const activities = season.sessions.map(({ activity }) => activity);
    expect(activities).toContain("conference");
    expect(activities).toContain("webinar");
    expect(activities.filter((activity) => activity === "lkha-training")).toHaveLength(2);
    const quote = readQuote(bytes("quote.json"));
    expect(season.programmes).toEqual([{ id: "lindehoven-2027", budget: Math.ceil(quote.net / 100) }]);
    expect(readQuote(bytes("quote-final.json")).total).toBe(quote.total);
    const pdf = bytes("quote.pdf").toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect(pdf).toContain("/FontFile2");
    for (const page of ["scan.html", "outcome.html", "quote.html", "plan.html"])
      expect(bytes(page).toString("utf8")).not.toMatch(/undefined|NaN|\[object/);
    expect(out).toContain("Verdieping in kleine groepen");
    expect(bytes("quote.xlsx").subarray(0, 2).toString()).toBe("PK");
    expect(out).toMatch(/Honoraria[\s\S]*lindehoven-2027 +│ +10 \/ 10/);
  });
});

test("the region's script: each group in its municipality, all sessions staffed, the building on the quote", async () => {
  await inFolder((folder) => {
    const out = execFileSync("bash", [path.join(ROOT, "scripts/demo-region"), folder], {
      encoding: "utf8",
      env: { ...process.env, KOPPEL_BUILT: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const bytes = (name: string) => readFileSync(path.join(folder, name));
    const season = readSeason(bytes("region-season.json"));
    const verdict = check(season, readPlan(bytes("region-plan.json"), season));
    expect([verdict.feasible, verdict.staffed]).toEqual([true, season.sessions.length]);
    const trainings = season.sessions.filter(({ activity }) => activity === "lkha-training");
    expect(trainings.map(({ place }) => place)).toEqual(["GM0503", "GM0637", "GM1916"]);
    expect(trainings.map(({ traits }) => traits.some(({ id }) => id === "woman"))).toEqual([true, false, false]);
    const { lines } = readQuote(bytes("region-quote-final.json"));
    for (const { place, venue } of lines) expect([place, venue === undefined]).toEqual([place, place === null]);
    expect(new Set(lines.flatMap(({ place }) => place ?? [])).size).toBe(3);
    expect(out).toContain(
      "r17: geen plaats door de gemeente en een groep voor vrouwen samen; zonder een groep voor vrouwen wel, in groep 1",
    );
    expect(out).toMatch(/\d van \d plaatsen open|Locatie vastgelegd/);
  });
}, 120_000);

test("a programme in a period in which nobody of the pool has hours says so, with the period and what to do; else nothing is said", async () => {
  await inFolder(async (folder) => {
    const order = JSON.parse(readFileSync(demo("order.json"), "utf8"));
    const pool = path.join(ROOT, "data/demo/season.json");
    const late = put(folder, "late.json", { ...order, from: "2027-09-06", to: "2027-12-17" });
    const out = ["--out", path.join(folder, "season.json")];
    const told = await command(["programme", "season", late, pool, ...out, "--lang", "nl"]);
    expect([told.code, told.err.replace(/\p{Zs}/gu, " ")]).toEqual([
      0,
      expect.stringMatching(
        /niemand van \S+season\.json heeft uren in de periode van het programma, ma 6 sep – vr 17 dec 2027: .* zet from en to van \S+late\.json op wanneer zij die hebben: ma 1 feb – wo 30 jun 2027\n$/,
      ),
    ]);
    const empty = { trainers: [], sessions: [], series: [], pairs: [], published: [] };
    const none = put(folder, "pool.json", { ...JSON.parse(readFileSync(pool, "utf8")), ...empty });
    expect((await command(["programme", "season", late, none, ...out])).err).toContain("when they have some: nowhere");
    expect((await command(["programme", "season", late, pool, ...out, "--quiet"])).err).toBe("");
    expect((await command(["programme", "season", demo("order.json"), pool, ...out])).err).toBe("");
  });
});

describe("koppel programme refuses", () => {
  test("bad answers by row and column, without what they hold, and writes nothing", async () => {
    await inFolder(async (folder) => {
      const file = put(folder, "bad.csv", "role,wishes\nformal,secret\nsecret,fgm\n");
      const { code, err, out } = await command([
        "programme",
        "answers",
        file,
        "--out",
        path.join(folder, "answers.json"),
      ]);
      expect(code).toBe(2);
      expect(err).toContain("row 2, column B");
      expect(err).toContain("row 3, column A");
      expect(out + err).not.toContain("secret");
      expect(() => readFileSync(path.join(folder, "answers.json"))).toThrow();
    });
  });

  test("bad participants in a list likewise, in Dutch", async () => {
    await inFolder(async (folder) => {
      const file = put(folder, "list.csv", "Code;Soort;Organisatie;Talen;Dagen\np1;secret;o;secret;2027-06-04\n");
      const given = [file, "--date", "2027-06-03", "--groups", "1", "--lang", "nl"];
      const { code, err, out } = await command(["programme", "groups", ...given, "--out", path.join(folder, "g.json")]);
      expect(code).toBe(2);
      for (const column of ["B", "D", "E"]) expect(err).toContain(`rij 2, kolom ${column}`);
      expect(out + err).not.toContain("secret");
      expect(() => readFileSync(path.join(folder, "g.json"))).toThrow();
    });
  });

  test("impossible wishes with what cannot go together, and exit code 1", async () => {
    await inFolder(async (folder) => {
      const answers = path.join(folder, "answers.json");
      await command(["programme", "answers", demo("answers.csv"), "--out", answers, "--quiet"]);
      const order = JSON.parse(readFileSync(demo("order.json"), "utf8"));
      const poor = put(folder, "poor.json", { ...order, budget: 2000, must: order.must.slice(2) });
      const { code, out } = await command(["programme", "choose", answers, poor, "--lang", "nl"]);
      expect(code).toBe(1);
      expect(out).toContain("2 × Training LKHA en Alliantie moet erin over Huwelijksdwang");
      expect(out).toContain("het budget is € 2.000; nodig is € 4.590");
      expect(out).not.toContain("conferentie moet erin");
    });
  });

  test.each([
    [["programme", "form"], "--client"],
    [["programme", "form", "--client", "x", "--post", "nowhere"], "whole address"],
    [["programme", "season", demo("order.json"), demo("order.json")], "koppel-season/1"],
    [["programme", "quote", demo("order.json"), demo("terms.json")], "koppel-season/1"],
    [["programme", "choose", demo("order.json"), demo("order.json")], "koppel-answers/1"],
    [["programme", "groups", demo("order.json")], "koppel-participants/1"],
    [["programme", "account", demo("order.json")], "koppel-held/1"],
    [["programme", "readiness", demo("order.json"), "--today", "2027-02-30"], "a day that exists"],
    [["programme", "season", demo("order.json"), "absent.json", "--groups", "lkha-training"], "item=file"],
    [["programme", "groups", demo("answers.csv")], "--date and --groups"],
    [["programme", "groups", demo("participants.json"), "--groups", "3"], "says it itself"],
    [["programme", "form", "--client", " "], "the name that its people know"],
    [["programme", "dance"], "unknown command"],
  ])("%j with exit code 2 and what to do", async (args, says) => {
    const { code, err } = await command(args);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test("to write one paper of a quote where it cannot write them all, and a plan that is of another season", async () => {
    await inFolder(async (folder) => {
      const file = put(folder, "season.json", season);
      const written = path.join(folder, "quote.html");
      const given = [file, demo("terms.json"), "--html", written];
      const { code, err } = await command(["programme", "quote", ...given, "--pdf", path.join(folder, "no/q.pdf")]);
      expect(code).toBe(2);
      expect(err).toContain("make it first");
      expect(() => readFileSync(written)).toThrow();
      const strange = put(folder, "plan.json", {
        ...plan,
        assignments: [{ session: "nowhere", slot: 0, team: [] }],
      });
      for (const args of [
        ["quote", file, demo("terms.json"), "--plan", strange],
        ["fees", file, strange],
        ["readiness", file, "--plan", strange, "--today", "2027-02-15"],
      ]) {
        const refused = await command(["programme", ...args]);
        expect([refused.code, refused.out]).toEqual([2, ""]);
        expect(refused.err).toContain("the season has no such session");
      }
    });
  });

  test("nothing of what it is asked to help with", async () => {
    const parts = ["form", "answers", "outcome", "choose", "intake", "groups"];
    parts.push("season", "quote", "readiness", "fees", "account");
    for (const part of parts) {
      const { code, out } = await command(["programme", part, "--help"]);
      expect(code).toBe(0);
      expect(out).toContain("Example:");
    }
  });
});
