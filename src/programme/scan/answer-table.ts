/** The table that a survey tool exported, .xlsx or CSV, as rows of text. */
import { InputError } from "../../model/errors.js";
import { readTablesOf } from "../../sheets/read.js";
import { type Cell, FileFault, letterOf, type Table } from "../../sheets/types.js";

/** A row with its number as a spreadsheet counts it. */
export interface AnswerRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * The rows of the one sheet that holds something, the heading first.
 * @param what the file is called in messages
 * @throws InputError where it is no table, has none or several sheets, or no row under a heading; never with what a cell holds
 */
export function answerTable(bytes: Uint8Array, what: string): readonly AnswerRow[] {
  const refuse = (expected: string): InputError => new InputError(what, [{ path: "", expected }]);
  let tables: readonly Table[];
  try {
    tables = readTablesOf(bytes, what);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw refuse(`a table of answers; ${error.problem.en}`);
  }
  const [table, ...others] = tables.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  if (table === undefined || others.length > 0)
    throw refuse("one sheet with answers, and no other that holds anything");
  if (table.faults.length > 0)
    throw new InputError(
      what,
      table.faults.map(({ row, column, problem }) => ({
        path: [row === null ? "" : `row ${row}`, column === null ? "" : `column ${letterOf(column)}`]
          .filter(Boolean)
          .join(", "),
        expected: `a cell that can be read; ${problem.en}`,
      })),
    );
  const rows = table.rows
    .map(({ row, cells }) => ({
      row,
      cells: Array.from({ length: Math.max(...cells.keys()) }, (_, at) => textOf(cells.get(at + 1)).trim()),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (rows.length < 2) throw refuse("a heading and at least one row under it");
  return rows;
}

function textOf(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  return typeof cell === "object" ? `${cell.day} ${cell.time ?? ""}` : String(cell);
}
