/** What is wrong in files: by file, sheet, row and column, in both languages, and never a word of what a cell holds. */
import type { Wording } from "../../sheets/types.js";
import type { Lang } from "./choices.js";

export interface SheetIssue {
  /** as the caller named it */
  readonly file: string;
  /** null: the file as a whole */
  readonly sheet: Wording | null;
  /** as a spreadsheet numbers it; null: the sheet as a whole, or a column of it */
  readonly row: number | null;
  /** the letter that a spreadsheet gives it, and its header where it is known */
  readonly column: { readonly letter: string; readonly header: Wording | null } | null;
  readonly problem: Wording;
}

/** Files that were refused, with everything that is wrong in them. Nothing was written. */
export class SheetsRefused extends Error {
  override readonly name = "SheetsRefused";
  constructor(readonly issues: readonly SheetIssue[]) {
    super(`${issues.length} ${issues.length === 1 ? "thing is" : "things are"} wrong in the spreadsheets`);
  }
}

/** `Trainers, rij 4, kolom E (Rollen): …`. */
export function issueText({ file, sheet, row, column, problem }: SheetIssue, lang: Lang): string {
  const words = lang === "nl" ? { row: "rij", column: "kolom" } : { row: "row", column: "column" };
  const header = column?.header?.[lang];
  const where = [
    sheet === null ? file : `${file}: ${sheet[lang]}`,
    ...(row === null ? [] : [`${words.row} ${row}`]),
    ...(column === null ? [] : [`${words.column} ${column.letter}${header === undefined ? "" : ` (${header})`}`]),
  ];
  return `${where.join(", ")}: ${problem[lang]}`;
}
