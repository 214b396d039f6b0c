/** A programme in the pool's database through the real command line: spreadsheets in, every step there, pages out. Run the build first. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseIntake } from "../../src/programme/groups/participants.js";
import { readQuote } from "../../src/programme/quote/quote.js";
import { command, inFolder } from "./support.js";

const DEMO = path.resolve(import.meta.dirname, "../../data/demo/programme");
const demo = (name: string) => path.join(DEMO, name);
const ID = "lindehoven-2027";

/** The demo's participants as the list that was filled in. */
function listIn(folder: string): { readonly file: string; readonly dates: readonly string[] } {
  const intake = parseIntake(JSON.parse(readFileSync(demo("participants.json"), "utf8")));
  const rows = intake.participants.map(({ code, kind, organisation, languages, woman, womenOnly, dates }) =>
    [code, kind, organisation, languages.join(","), woman ? "x" : "", womenOnly ? "x" : "", dates.join(",")].join(";"),
  );
  const file = path.join(folder, "participants.csv");
  writeFileSync(file, ["Code;Soort;Organisatie;Talen;Vrouw;Alleen met vrouwen;Dagen", ...rows].join("\n"));
  return { file, dates: intake.dates };
}

/** Runs commands on a new database in a folder. */
async function inPool(
  work: (run: (...args: string[]) => ReturnType<typeof command>, folder: string) => Promise<void>,
): Promise<void> {
  await inFolder(async (folder) => {
    const db = path.join(folder, "pool.db");
    expect((await command(["pool", "create", "--db", db])).code).toBe(0);
    const as = ["--db", db, "--role", "coordinator", "--organisation", "alliantie"];
    await work((...args) => command(["programme", ...args, ...as]), folder);
  });
}

describe("a programme in the database", () => {
  test("goes from spreadsheets to its quote, its sessions and its pages without a file between", async () => {
    await inPool(async (run, folder) => {
      const { file, dates } = listIn(folder);
      const given = [demo("order.json"), demo("terms.json"), demo("held.json"), demo("answers.csv"), file];
      const kept = await run("keep", ID, ...given, "--date", ...dates, "--groups", "2");
      expect([kept.code, kept.err]).toEqual([0, `${ID}: kept order, terms, held, participants, answers, needs\n`]);
      // Given again, it goes by the days and groups that were said before.
      expect((await run("keep", ID, file)).code).toBe(0);
      expect((await run("make", ID, "choice", "--lang", "nl")).out).toContain("Verdieping in kleine groepen");
      expect((await run("make", ID, "groups=lkha-training", "--lang", "nl")).out).toContain("Groep 2");
      expect((await run("make", ID, "quote", "--kind", "in-depth")).out).toContain("Quote 2027-014");
      expect((await run("book", ID, "--kind", "in-depth")).code).toBe(0);
      for (const [page, name, says] of [
        ["outcome", "outcome.html", "Lindehoven (voorbeeld)"],
        ["quote", "quote.pdf", "%PDF-"],
        ["quote", "quote.html", "Delft"],
        ["intake=lkha-training", "intake.csv", "wachtlijst"],
        ["intake", "intake.xlsx", "PK"],
        ["account", "account.txt", "OCW"],
        ["account", "account.html", "OCW"],
        ["readiness --today 2027-03-01", "ready.html", "Wat de opdrachtgever regelt"],
        ["participant-list", "participants.xlsx", "PK"],
        ["answer-list", "answers.xlsx", "PK"],
      ] as const) {
        const out = path.join(folder, name);
        expect((await run("print", ID, ...page.split(" "), "--out", out, "--lang", "nl")).code).toBe(0);
        expect(readFileSync(out, "latin1")).toContain(says);
      }
      const paper = await run("paper", ID, "quote");
      expect(readQuote(Buffer.from(paper.out)).lines.length).toBeGreaterThan(5);
    });
  });

  test("leaves an item's groups out again; divided anew they are the same", async () => {
    await inPool(async (run, folder) => {
      const { file, dates } = listIn(folder);
      await run("keep", ID, demo("order.json"), file, "--date", ...dates, "--groups", "2");
      const make = ["make", ID, "groups=lkha-training", "--json"];
      const { out } = await run(...make);
      const left = await run("ungroup", ID, "lkha-training", "--lang", "nl");
      expect([left.code, left.out]).toEqual([0, expect.stringContaining("de groepen van lkha-training zijn eruit")]);
      expect((await run("papers")).out).not.toContain("lkha-training");
      const none = await run("ungroup", ID, "lkha-training");
      expect([none.code, none.err]).toEqual([2, expect.stringContaining("no paper groups of lkha-training is kept")]);
      expect((await run(...make)).out).toBe(out);
    });
  });

  test("takes what was held out of a list, and accounts for it; so does the command on the file", async () => {
    await inPool(async (run, folder) => {
      const list = path.join(folder, "gehouden.csv");
      const heads = "Bijeenkomst;Opdrachtgever;Subsidie;Activiteit;Datum;Minuten;Formeel;Informeel";
      const rows = ["s1;Lindehoven;OCW;Webinar;3-6-2027;120;18;9", "s2;Lindehoven;OCW;Webinar;2027-06-10;60;7;6"];
      writeFileSync(list, [heads, ...rows].join("\n"));
      const kept = await run("keep", ID, list);
      expect([kept.code, kept.err]).toEqual([0, `${ID}: kept held\n`]);
      const { out } = await run("print", ID, "account", "--lang", "nl");
      expect(out).toMatch(/Lindehoven +│ OCW +│ 2027 +│ 2 +│ 3 +│ 25 +│ 15 +│ 40/);
      expect((await command(["programme", "account", list, "--lang", "nl"])).out).toBe(out);
      const [empty, printed] = [path.join(folder, "a.xlsx"), path.join(folder, "b.xlsx")];
      expect((await command(["programme", "held-list", "--out", empty, "--lang", "nl"])).code).toBe(0);
      expect((await run("print", ID, "held-list", "--out", printed, "--lang", "nl")).code).toBe(0);
      for (const file of [empty, printed]) expect(readFileSync(file, "latin1")).toContain("PK");
      writeFileSync(list, `${heads}\ns1;L;OCW;Webinar;secret;120;18;9`);
      const wrong = await command(["programme", "account", list, "--lang", "nl"]);
      expect([wrong.code, wrong.err]).toEqual([
        2,
        expect.stringContaining("rij 2, kolom E: hier wordt een dag verwacht"),
      ]);
      expect(wrong.err).not.toContain("secret");
    });
  });

  test("keeps nothing where anything is wrong, and tells all of it at once by file, row and column, never what a cell holds", async () => {
    await inPool(async (run, folder) => {
      const { file, dates } = listIn(folder);
      const bad = path.join(folder, "bad.csv");
      writeFileSync(bad, readFileSync(file, "utf8").replace("formal", "secret"));
      const order = path.join(folder, "order.json");
      writeFileSync(order, readFileSync(demo("order.json"), "utf8").replace('"budget": 12000', '"budget": -1'));
      const given = ["keep", ID, order, demo("answers.csv"), bad, "--date", ...dates, "--groups", "2"];
      const { code, err } = await run(...given);
      expect([code, err.split("\n").length]).toEqual([2, 4]);
      expect(err).toContain("order.json: budget: expected a whole number");
      expect(err).toContain("bad.csv, row 2, column B: expected options of ‘Kind’, by label or id");
      expect(err).not.toContain("secret");
      expect((await run("papers")).out).toContain("No paper");
    });
  });

  test.each([
    [["keep", ID, "LIST"], "give --date and --groups"],
    [["keep", ID, "LIST", "--groups", "2"], "give both"],
    [["keep", ID, "x=LIST"], "koppel-groups/1"],
    [["keep", "other", demo("order.json")], 'expected "other"'],
    [["make", ID, "choice"], "no paper order is kept"],
    [["make", ID, "groups=conference"], "one of workshop-beginners"],
    [["make", ID, "sandwich"], "give choice, groups=item"],
    [["print", ID, "outcome"], "no paper needs"],
    [["print", ID, "quote", "--out", "quote.docx"], "html, pdf, xlsx"],
    [["print", ID, "intake"], "no paper groups"],
    [["print", ID, "intake="], "intake=item"],
    [["print", ID, "intake=conference"], "no paper groups=conference"],
    [["print", ID, "sandwich"], "outcome, quote, intake"],
    [["print", ID, "answer-list"], "can be had as xlsx"],
    [["print", ID, "participant-list", "--out", "list.xlsx"], "the days on which a group can be"],
    [["print", ID, "readiness"], "the day from which late is reckoned"],
  ])("refuses %j with exit code 2 and what to do", async (args, says) => {
    await inPool(async (run, folder) => {
      const { file } = listIn(folder);
      const { code, err } = await run(...args.map((one) => one.replace("LIST", file)));
      expect(code).toBe(2);
      expect(err).toContain(says);
    });
  });
});
