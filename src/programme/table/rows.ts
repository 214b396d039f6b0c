/** A table of people, .xlsx or CSV, as rows of text; and all that is wrong in it, by row and column and never by what a cell holds. */
import { type SheetIssue, SheetsRefused } from "../../pool/exchange/issues.js";
import { CHOICES, EXPLANATION, isForPeople } from "../../pool/exchange/words.js";
import { readTablesOf } from "../../sheets/read.js";
import { fromCell } from "../../sheets/text.js";
import { type Cell, FileFault, letterOf, type Table, type Wording, wording as w } from "../../sheets/types.js";

/** A row with its number as a spreadsheet counts it; `cells[0]` is column A. */
export interface TextRow {
  readonly row: number;
  readonly cells: readonly string[];
}
/** The sheets of an empty list that are for people alone. */
export const LIST_SHEETS = { explanation: EXPLANATION, choices: CHOICES } as const;
const ONE_SHEET = w(
  "zet alle gegevens op één blad, en laat andere bladen leeg",
  "put everything on one sheet, and leave other sheets empty",
);
const NO_ROWS = w(
  "hier worden een rij met koppen en daaronder ten minste één rij verwacht",
  "expected a row of headings and at least one row under it",
);

/** What is wrong in one file. */
export class TableIssues {
  readonly #issues: SheetIssue[] = [];

  constructor(readonly file: string) {}

  /** @param row null: the file as a whole. @param column 1 is A; null: the row as a whole */
  add(row: number | null, column: number | null, problem: Wording): void {
    const place = column === null ? null : { letter: letterOf(column), header: null };
    this.#issues.push({ file: this.file, sheet: null, row, column: place, problem });
  }

  /** @throws SheetsRefused where anything is wrong */
  refuse(): void {
    if (this.#issues.length > 0) throw new SheetsRefused(this.#issues);
  }
}

/**
 * The rows of the one sheet that holds something, the headings first.
 * @param file what the file is called in messages
 * @throws SheetsRefused where it is no table, has several sheets, or no row under a heading
 */
export function rowsOf(bytes: Uint8Array, file: string): readonly [heading: TextRow, ...body: TextRow[]] {
  const issues = new TableIssues(file);
  const table = onlyTable(bytes, issues);
  for (const { row, column, problem } of table?.faults ?? []) issues.add(row, column, problem);
  const [heading, ...body] = (table?.rows ?? [])
    .map(({ row, cells }) => ({
      row,
      cells: Array.from({ length: Math.max(...cells.keys()) }, (_, at) => textOf(cells.get(at + 1))),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (table !== null && body.length === 0) issues.add(null, null, NO_ROWS);
  issues.refuse();
  if (heading === undefined) throw new Error("a table without rows was not refused");
  return [heading, ...body];
}

function onlyTable(bytes: Uint8Array, issues: TableIssues): Table | null {
  try {
    const tables = readTablesOf(bytes, issues.file);
    const filled = tables.filter(({ hidden, rows }) => !hidden && rows.length > 0);
    const data = filled.filter(({ name }) => !isForPeople(name));
    const [table = null, ...others] = data.length > 0 ? data : filled;
    if (others.length === 0 && table !== null) return table;
    issues.add(null, null, table === null ? NO_ROWS : ONE_SHEET);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    issues.add(null, null, error.problem);
  }
  return null;
}

function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "object") return cell.time === null ? cell.day : `${cell.day} ${cell.time}`;
  return fromCell(String(cell));
}
