/** Imports of small sheets by hand, told in short. */
import { importTables, SheetsRefused, type TablesOfFile } from "../../../src/pool/exchange/index.js";
import { type Actor, type Store, trainerForChange } from "../../../src/pool/store/index.js";
import { readXlsx } from "../../../src/sheets/read-xlsx.js";
import { type BookCell, book } from "../../sheets/zip-writer.js";
import { coordinator, officer } from "../support.js";
import { choices } from "./records.js";

type Sheets = Readonly<Record<string, readonly (readonly BookCell[])[]>>;
export const filesOf = (sheets: Sheets): TablesOfFile[] => [
  { file: "f.xlsx", tables: readXlsx(book(Object.entries(sheets).map(([name, rows]) => ({ name, rows })))) },
];
export const bring = (store: Store, sheets: Sheets, actor: Actor = coordinator, dryRun = false) =>
  importTables(store, actor, filesOf(sheets), choices, dryRun).changes.map(({ code, what, fields, uncompared }) => [
    code,
    what,
    ...fields.map(({ en }) => en),
    ...uncompared.map(({ en }) => `not compared: ${en}`),
  ]);
export function refusals(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof SheetsRefused)
      return error.issues.map(
        ({ sheet, row, column, problem }) => `${sheet?.en} ${row} ${column?.letter}: ${problem.en}`,
      );
    throw error;
  }
  return [];
}
export const trainer = (store: Store, code: string) => trainerForChange(store, officer, code)?.trainer;

export const SESSION = {
  Sessions: [
    ["Code", "Activity", "Municipality", "Professionals"],
    ["s1", "Webinar", "Den Haag", 1],
  ],
  Dates: [
    ["Session", "Choice", "Start", "End"],
    ["s1", 2, "2027-03-08 09:30", "2027-03-08 12:30"],
    ["s1", 1, "2027-03-01 09:30", "2027-03-01 12:30"],
  ],
  Needs: [
    ["Session", "What", "Which", "Level needed"],
    ["s1", "Theme", "Forced marriage", 2],
  ],
};

/** A file with one cell of a trainer. */
export const keep = (column: string, value: BookCell) => ({
  Trainers: [
    ["Code", column],
    ["t1", value],
  ],
});
