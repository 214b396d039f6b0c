/** Participants from lists that were filled in, and the lists that come of them. */
import exceljs from "exceljs";
import { describe, expect, test } from "vitest";
import { emptyListXlsx } from "../../src/papers/programme/empty-list.js";
import { intakeCsv, intakeText, intakeXlsx } from "../../src/papers/programme/intake.js";
import { SheetsRefused } from "../../src/pool/exchange/issues.js";
import { type Groups, groupsOf } from "../../src/programme/groups/groups.js";
import { parseIntake } from "../../src/programme/groups/participants.js";
import { intakeFromTable, participantQuestions } from "../../src/programme/groups/participants-from-table.js";
import type { Reason } from "../../src/programme/groups/waiting.js";
import { outlineOf } from "../../src/programme/standing.js";
import { readTablesOf } from "../../src/sheets/read.js";
import { data } from "./support.js";

const LANGUAGES = [
  { id: "nl", nl: "Nederlands", en: "Dutch" },
  { id: "ar", nl: "Standaardarabisch", en: "Standard Arabic" },
];
const ALL_LANGUAGES = (data("languages.json") as { items: typeof LANGUAGES }).items;
const settings = { dates: ["2027-06-03", "2027-06-08"], groups: 2, most: 16, colleagues: "spread" } as const;
const read = (bytes: Uint8Array) => intakeFromTable(bytes, settings, LANGUAGES, ["naam"], "list");
const text = (csv: string) => read(Buffer.from(csv));
const refused = (csv: string) => refusedBytes(Buffer.from(csv));
const refusedBytes = (bytes: Uint8Array): SheetsRefused => {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof SheetsRefused) return error;
    throw error;
  }
  throw new Error("was not refused");
};

describe("a list of participants", () => {
  test("reads alike in both languages, days in one cell or in many columns, names unread", () => {
    const expected = {
      code: "p1",
      kind: "formal",
      organisation: "org-1",
      languages: ["nl", "ar"],
      woman: true,
      womenOnly: false,
      dates: ["2027-06-03"],
    };
    const ways = [
      "Code;Naam;Soort;Organisatie;Talen;Vrouw;Alleen met vrouwen;Dagen: 2027-06-03;Dagen: 2027-06-08\np1;Secret;Formeel;org-1;Nederlands, Standaardarabisch;ja;;x;\n",
      "Code;Soort;Organisatie;Talen;Vrouw;Dagen: 3-6-2027;Dagen: 8-6-2027\np1;formeel;org-1;nl,ar;x;x;nee\n",
      'code,kind,organisation,languages,woman,Days\np1,formal,org-1,"Dutch; Standard Arabic",1,2027-06-03\n',
    ];
    for (const way of ways) expect(text(way).participants).toEqual([expected]);
  });

  test("asks in a region where people can be, and takes the names of municipalities", () => {
    const places = [
      { id: "GM0503", nl: "Delft", en: "Delft" },
      { id: "GM0637", nl: "Zoetermeer", en: "Zoetermeer" },
    ];
    const csv =
      "Code;Soort;Organisatie;Talen;Dagen;Plaatsen\np1;formeel;o;nl;2027-06-03;Delft\np2;formeel;o;nl;2027-06-03;\np3;formeel;o;nl;2027-06-03;Delft, Zoetermeer\n";
    const intake = intakeFromTable(Buffer.from(csv), { ...settings, places }, LANGUAGES, [], "list");
    expect(intake.places).toEqual(["GM0503", "GM0637"]);
    expect(intake.participants.map((one) => one.places)).toEqual([["GM0503"], [], ["GM0503", "GM0637"]]);
    const groups = groupsOf(intake);
    expect(groups.groups[0]?.place).toBe("GM0503");
    expect(intakeCsv([{ item: "", groups }], "nl", () => "Delft")).toContain("Taal;Plaats");
    expect(() =>
      intakeFromTable(
        Buffer.from(csv.replace("p1;formeel;o;nl;2027-06-03;Delft", "p1;formeel;o;nl;2027-06-03;Gouda")),
        { ...settings, places },
        LANGUAGES,
        [],
        "list",
      ),
    ).toThrow(SheetsRefused);
  });

  test("is told every wrong cell by row and column in both languages, and never what it holds", () => {
    const { issues } = refused(
      "Code;Soort;Organisatie;Talen;Vrouw;Alleen met vrouwen;Dagen\np1;secret;o;nl;secret;;2027-06-03\np1;formeel;;secret;;;9-6-2027\np3;formeel;o;nl;nee;ja;2027-06-03\n",
    );
    expect(issues.map(({ row, column }) => `${row}${column?.letter ?? ""}`)).toEqual(["2B", "2E", "3C", "3D", "3G"]);
    expect(JSON.stringify(issues)).not.toContain("secret");
    const twice = refused(
      "Code;Soort;Organisatie;Talen;Vrouw;Alleen met vrouwen;Dagen\np1;formeel;o;nl;;;2027-06-03\np1;formeel;o;nl;;;2027-06-03\np3;formeel;o;nl;nee;ja;2027-06-03\n",
    );
    expect(twice.issues.map(({ row }) => row)).toEqual([3, 4]);
    for (const { problem } of [...issues, ...twice.issues]) expect(problem.nl).not.toBe(problem.en);
  });

  test("is told who speaks no language of those that can be ticked, and which cells are formulas", async () => {
    const ticked = refused(
      "Code;Soort;Organisatie;Talen [nl];Talen [ar];Dagen\np1;formeel;o;;;2027-06-03\np2;formeel;o;x;;2027-06-03\n",
    );
    expect(ticked.issues.map(({ row }) => row)).toEqual([2]);
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet("x");
    sheet.addRow(["Code", "Soort", "Organisatie", "Talen", "Dagen"]);
    sheet.addRow([{ formula: "1+1" }, "formeel", "o", "nl", "2027-06-03"]);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const [formula] = refusedBytes(bytes).issues;
    expect([formula?.row, formula?.column?.letter, formula?.problem.en]).toEqual([
      2,
      "A",
      expect.stringContaining("formula"),
    ]);
  });

  test("needs its columns: one that is missing is named", () => {
    expect(refused("Code\np1\n").issues.map(({ problem }) => problem.en)).toEqual(
      ["kind", "organisation", "languages", "dates"].map((id) => expect.stringContaining(id)),
    );
  });

  test("filled in on the empty workbook, it is read", async () => {
    for (const lang of ["nl", "en"] as const) {
      const book = new exceljs.Workbook();
      const empty = await emptyListXlsx("participants", participantQuestions(ALL_LANGUAGES, settings.dates), lang);
      await book.xlsx.load(empty.buffer as ArrayBuffer);
      const sheet = book.worksheets[1];
      expect(book.worksheets.map(({ name }) => name)).toEqual(
        lang === "nl" ? ["Uitleg", "Deelnemers", "Keuzes"] : ["Explanation", "Participants", "Choices"],
      );
      const choices = book.worksheets[2];
      expect(choices?.getCell("B3").value).toBe(ALL_LANGUAGES[1]?.[lang]);
      const offered = ["A2", "B2", "D2", "E2", "G2"].map((cell) => sheet?.getCell(cell).dataValidation);
      expect(offered.map((check) => [check?.type, check?.formulae[0]])).toEqual([
        ["custom", "TRUE"],
        ["list", `'${choices?.name}'!$A$2:$A$3`],
        ["custom", "TRUE"],
        ["list", '"x"'],
        ["list", '"x"'],
      ]);
      for (const [at, cell] of [
        "p1",
        lang === "nl" ? "Informeel" : "Informal",
        "o",
        "nl",
        "x",
        "x",
        null,
        "x",
      ].entries())
        if (sheet !== undefined) sheet.getCell(2, at + 1).value = cell;
      const filled = new Uint8Array(await book.xlsx.writeBuffer());
      expect(read(filled).participants).toMatchObject([{ code: "p1", womenOnly: true, dates: ["2027-06-08"] }]);
    }
  });
});

const WAY: Reason["ways"][number] = { group: null, without: ["languages"] };
describe("the intake list", () => {
  const groups = groupsOf(parseIntake(data("demo/programme/participants.json")));
  const lists = [{ item: "Training", groups }];
  const [alone] = text("Code;Soort;Organisatie;Talen;Dagen\np1;formeel;o;nl;2027-06-03\n").participants;
  const small = groupsOf({
    ...parseIntake(data("demo/programme/participants.json")),
    participants: alone ? [alone] : [],
  });

  test("has everybody once, with a group or the waiting list, as CSV and as a workbook", async () => {
    const [sheet, second] = readTablesOf(await intakeXlsx(lists, "nl"), "intake");
    const [csv] = readTablesOf(Buffer.from(intakeCsv(lists, "nl")), "intake");
    const codes = (table: typeof sheet) => table?.rows.slice(1).map(({ cells }) => String(cells.get(1)));
    const all = [...groups.groups.flatMap(({ members }) => members), ...groups.waiting];
    expect(codes(sheet)).toEqual(all);
    expect(codes(csv)).toEqual(all);
    expect(second?.rows.slice(1).map(({ cells }) => cells.get(7))).toEqual(groups.groups.map((one) => one.placesLeft));
  });

  test("of several items has a sheet for each, and all groups together; as CSV a column says of which", async () => {
    const both = [...lists, { item: "Workshop: [over] grenzen en wat daarbij komt kijken", groups: small }];
    const tables = readTablesOf(await intakeXlsx(both, "nl"), "intake");
    expect(tables.map(({ name }) => name)).toEqual(["Training", "Workshop over grenzen en wat da", "Groepen"]);
    const codes = (at: number) => tables[at]?.rows.slice(1).map(({ cells }) => String(cells.get(1)));
    expect(codes(0)).toHaveLength(groups.groups.flatMap(({ members }) => members).length + groups.waiting.length);
    expect(codes(1)).toEqual(["p1"]);
    expect(codes(2)).toEqual([...groups.groups.map(() => "Training"), both[1]?.item]);
    const [csv] = readTablesOf(Buffer.from(intakeCsv(both, "nl")), "intake");
    expect(csv?.rows[0]?.cells.get(1)).toBe("Onderdeel");
    expect(csv?.rows.at(-1)?.cells.get(2)).toBe("p1");
    // Items of one name have sheets of their own.
    const twins = await intakeXlsx([...lists, ...lists], "nl");
    expect(readTablesOf(twins, "x").map(({ name }) => name)).toEqual(["Training", "Training 2", "Groepen"]);
  });

  test("tells why somebody waits to whoever may see the list, and not in what is passed on", async () => {
    const ways: Reason["ways"] = [
      { group: "1", without: ["dates"] },
      { group: "2", without: ["forWomen"] },
    ];
    expect(groups.reasons).toEqual([{ code: "d16", because: ["dates", "forWomen"], ways }]);
    const told: Groups = { ...groups, reasons: [{ code: "d16", because: ["full", "dates"], ways: [WAY] }] };
    expect(intakeText(told, "nl")).toContain(
      "  d16: geen plaats door een volle groep en de dagen samen; zonder de taal wel, in een groep erbij\n",
    );
    expect(intakeText(groups, "en")).toContain(
      "  d16: no place because of the days and a group for women together; without the days there is, in group 1; without a group for women there is, in group 2\n",
    );
    for (const passedOn of [intakeCsv(lists, "nl"), JSON.stringify(readTablesOf(await intakeXlsx(lists, "nl"), "x"))])
      expect(passedOn).not.toMatch(/wens|vrouwen van|womenOnly/);
    expect(JSON.stringify(outlineOf("item", groups))).not.toMatch(/d16|because|reasons/);
  });

  test("makes no formula of a code", () => {
    const risky = { ...groups, waiting: ["=1+1"] };
    expect(intakeCsv([{ item: "", groups: risky }], "en")).toContain("'=1+1");
  });
});
