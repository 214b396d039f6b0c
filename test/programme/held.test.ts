/** What was held, out of lists that were filled in. */
import { describe, expect, test } from "vitest";
import { loadMenu } from "../../src/faces/cli/programme/facts.js";
import { emptyListXlsx } from "../../src/papers/programme/empty-list.js";
import { SheetsRefused } from "../../src/pool/exchange/index.js";
import { parseHeld } from "../../src/programme/account.js";
import { heldFromTable, heldQuestions } from "../../src/programme/held-from-table.js";
import { readTablesOf } from "../../src/sheets/read.js";
import { data } from "./support.js";

const menu = await loadMenu();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEADS = "Bijeenkomst;Opdrachtgever;Subsidie;Activiteit;Datum;Minuten;Formeel;Informeel";

describe("a list of what was held", () => {
  test("in Dutch or English is what koppel-held/1 says", () => {
    const demo = parseHeld(data("demo/programme/held.json"));
    const dutch = demo.held.map(({ session, client, subsidy, activity, date, minutes, formal, informal }) => {
      const item = menu.items.find(({ id }) => id === activity);
      const day = date.split("-").reverse().map(Number).join("-");
      return [session, client, subsidy, item?.nl, day, minutes, formal, informal].join(";");
    });
    expect(heldFromTable(bytes([HEADS, ...dutch].join("\n")), menu)).toEqual(demo);
    const english = demo.held.map((one) =>
      Object.values(one)
        .map((value) => `"${value}"`)
        .join(","),
    );
    const heads = "Session,Client,Subsidy,Activity,Date,Minutes,Formal,Informal";
    expect(heldFromTable(bytes([heads, ...english].join("\n")), menu)).toEqual(demo);
  });

  test("is refused with every wrong cell by row and column, and never with what it holds", () => {
    const rows = [
      "s1;L;OCW;conference-hybrid;31-2-2027;180;secret;2",
      "s1;L;OCW;secret;2027-02-01;-5;1,5;",
      ";L;;webinar;2027-02-01;60;1;1",
    ];
    try {
      heldFromTable(bytes([HEADS, ...rows].join("\n")), menu);
      throw new Error("it was to be refused");
    } catch (error) {
      if (!(error instanceof SheetsRefused)) throw error;
      const told = error.issues.map(({ row, column, problem }) => `${row}${column?.letter} ${problem.en.slice(0, 24)}`);
      expect(told).toEqual([
        "2E expected a day such as 2",
        "2G expected a whole number,",
        "3D expected options of ‘Act",
        "3F expected a whole number,",
        "3G expected a whole number,",
        "3H must be filled",
        "4A must be filled",
        "4C must be filled",
      ]);
      expect(JSON.stringify(error.issues)).not.toContain("secret");
    }
    const twice = "s1;L;OCW;webinar;2027-02-01;60;1;1";
    expect(() => heldFromTable(bytes([HEADS, twice, twice].join("\n")), menu)).toThrow(SheetsRefused);
  });

  test("is empty as a workbook with its headings, and what can have been held", async () => {
    const tables = readTablesOf(await emptyListXlsx("held", heldQuestions(menu), "nl"), "held");
    expect(tables.map(({ name }) => name)).toEqual(["Uitleg", "Gehouden", "Keuzes"]);
    expect([...(tables[1]?.rows[0]?.cells.values() ?? [])].join(";")).toBe(HEADS);
    const choices = tables[2]?.rows.map(({ cells }) => cells.get(1));
    expect(choices).toEqual(expect.arrayContaining(["Hybride conferentie (zaal en online)", "Quick scan en overleg"]));
    expect(choices).not.toContain("Online module Intercultureel vakmanschap (KIS)");
  });
});
