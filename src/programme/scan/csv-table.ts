/** A CSV file as rows of cells: comma, semicolon or tab, quotes, a byte-order mark; and what spreadsheets call a column. */
import { CsvError, parse } from "csv-parse/sync";
import { InputError } from "../../model/errors.js";

const DELIMITERS = [",", ";", "\t"];
/** More than any survey has; a file past it is not a survey. */
const MOST_BYTES = 20_000_000;

/** The column's letters, as a spreadsheet shows them: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest < 0 ? "" : columnName(rest)}${String.fromCharCode(65 + (index % 26))}`;
}

/**
 * The rows of a CSV file, the heading first; rows without any text are left out.
 * @returns each row with its number in the file as a spreadsheet counts it
 * @throws InputError where it is no UTF-8, no CSV, or has no heading and no row under it
 */
export function csvTable(
  bytes: Uint8Array,
  what: string,
): readonly { readonly row: number; readonly cells: readonly string[] }[] {
  const refuse = (expected: string): InputError => new InputError(what, [{ path: "", expected }]);
  if (bytes.length > MOST_BYTES) throw refuse(`at most ${MOST_BYTES / 1e6} MB`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw refuse("UTF-8 text: save it as CSV UTF-8");
  }
  const records = recordsOf(text, delimiterOf(text), refuse);
  const rows = records
    .map((cells, i) => ({ row: i + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (rows.length < 2) throw refuse("a heading and at least one row under it");
  return rows;
}

function recordsOf(text: string, delimiter: string, refuse: (expected: string) => InputError): readonly string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = typeof error.lines === "number" ? ` near line ${error.lines}` : "";
    throw refuse(`sound CSV; its quotes do not close${at}`);
  }
}

/** The separator that the heading has most of, outside quotes. */
function delimiterOf(text: string): string {
  const heading = (text.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const times = (delimiter: string) => heading.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (times(one) > times(best) ? one : best));
}
