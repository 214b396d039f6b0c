/** Tables as an .xlsx, with headings that stay in view, drop-downs and a word of help at each cell (exceljs). */
import type { DataValidation, Workbook, Worksheet } from "exceljs";
import type { Cell } from "./types.js";
import { momentText } from "./write-csv.js";

/** What a spreadsheet checks, and says, while a cell is filled in. */
export interface CellCheck {
  readonly title: string;
  readonly help: string;
  /** where the choices stand, `'Keuzes'!$A$2:$A$9`, or the choices themselves in quotes, `"Ja,Nee"` */
  readonly choices?: { readonly range: string; readonly open: boolean };
}

export interface SheetColumn {
  readonly header: string;
  /** in characters */
  readonly width: number;
  readonly needed?: boolean;
  /** how cells that are still empty are to take what is typed: as text, or as a day with a time */
  readonly format?: "text" | "wall";
  readonly check?: CellCheck;
}

export interface SheetOut {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** rows below the headings that are made ready to fill in */
  readonly ready: number;
}

const DAY = "yyyy-mm-dd";
const WALL = "yyyy-mm-dd hh:mm";
const TEXT = "@";
const HEADING = { needed: "FF1F4E79", other: "FF5B7F9E" } as const;
/** Serial numbers of earlier days mean other days to different programs: they are written as text. */
const FIRST_SURE_DAY = "1900-03-01";
const LONGEST_TITLE = 32;
const LONGEST_HELP = 255;

/** No fitted column is wider, in characters; longer texts go on below. */
const WIDEST = 60;
/** What a cell that is no text takes, about. */
const PLAIN_WIDTH = 10;

/** A sheet to be read: its columns are as wide as what is in them. */
export function fittedSheet(
  name: string,
  header: readonly string[],
  rows: readonly (readonly (Cell | null)[])[],
): SheetOut {
  const columns = header.map((title, at) => {
    const widths = rows.map((cells) => (typeof cells[at] === "string" ? cells[at].length : PLAIN_WIDTH));
    return { header: title, width: Math.min(WIDEST, Math.max(title.length, ...widths) + 2) };
  });
  return { name, columns, rows, ready: 0 };
}

/** @returns the bytes of the file */
export async function writeXlsx(sheets: readonly SheetOut[]): Promise<Uint8Array> {
  const { default: exceljs } = await import("exceljs");
  const workbook: Workbook = new exceljs.Workbook();
  workbook.creator = "Koppel";
  for (const sheet of sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, { name, columns, rows, ready }: SheetOut): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  for (const [index, column] of columns.entries()) {
    const place = sheet.getColumn(index + 1);
    place.width = column.width;
    place.alignment = { vertical: "top", wrapText: true };
    if (column.format !== undefined) place.numFmt = column.format === "text" ? TEXT : WALL;
    const heading = sheet.getCell(1, index + 1);
    heading.value = column.header;
    heading.font = { bold: true, color: { argb: "FFFFFFFF" } };
    const color = column.needed === true ? HEADING.needed : HEADING.other;
    heading.fill = { type: "pattern", pattern: "solid", fgColor: { argb: color } };
    heading.numFmt = "General";
    if (column.check !== undefined && ready > 0) addCheck(sheet, index + 1, column.check, ready);
  }
  for (const [index, row] of rows.entries()) {
    for (const [at, cell] of row.entries()) if (cell !== null) setCell(sheet, index + 2, at + 1, cell);
  }
}

function setCell(sheet: Worksheet, row: number, column: number, value: Cell): void {
  const cell = sheet.getCell(row, column);
  if (typeof value !== "object") {
    cell.value = value;
    // Else a program may make a date or a number of a code that looks like one, when the cell is edited.
    if (typeof value === "string") cell.numFmt = TEXT;
  } else if (value.day < FIRST_SURE_DAY) cell.value = momentText(value);
  else {
    cell.value = new Date(`${value.day}T${value.time ?? "00:00"}:00Z`);
    cell.numFmt = value.time === null ? DAY : WALL;
  }
}

function addCheck(sheet: Worksheet, column: number, { title, help, choices }: CellCheck, ready: number): void {
  const letter = sheet.getColumn(column).letter;
  const said = {
    showInputMessage: true,
    promptTitle: title.slice(0, LONGEST_TITLE),
    prompt: help.length > LONGEST_HELP ? `${help.slice(0, LONGEST_HELP - 1)}…` : help,
    allowBlank: true,
  };
  const check: DataValidation =
    choices === undefined
      ? // Without a list every value passes: the check is there for the help alone.
        { ...said, type: "custom", formulae: ["TRUE"], showErrorMessage: false }
      : {
          ...said,
          type: "list",
          formulae: [choices.range],
          showErrorMessage: !choices.open,
          errorStyle: "stop",
        };
  // exceljs can take a whole range at once and does not tell its types so.
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, check: DataValidation): void };
  };
  dataValidations.add(`${letter}2:${letter}${ready + 1}`, check);
}
