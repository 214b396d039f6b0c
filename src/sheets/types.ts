/** Tables as they stand in a file: cells with a place, before anybody has said what they mean. */
import type { Day } from "../model/types.js";

/** A wording in the languages that people work in here. */
export interface Wording {
  readonly nl: string;
  readonly en: string;
}

/** Both wordings of one text, on a line. */
export const wording = (nl: string, en: string): Wording => ({ nl, en });

/** A date of a cell that the file knows to be one; `time` is null where its format shows none. */
export interface Moment {
  readonly day: Day;
  /** `hh:mm` */
  readonly time: string | null;
}

export type Cell = string | number | boolean | Moment;

/** The cells of one row that hold something, by their column (1 is A). */
export interface Row {
  /** as a spreadsheet numbers it: 1 is the first */
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** One sheet, or one CSV file, top row first; empty rows are left out. */
export interface Table {
  /** as the file calls it; anything at all, so that it is never shown */
  readonly name: string;
  /** its place in the file; 1 is the first */
  readonly position: number;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
  readonly faults: readonly CellFault[];
}

/** What is wrong in a cell, a row (no column) or a sheet (neither). Never a word of what the cell holds. */
export interface CellFault {
  readonly row: number | null;
  /** 1 is A */
  readonly column: number | null;
  readonly problem: Wording;
}

/** A file that is refused as a whole: no sheet of it was looked at. */
export class FileFault extends Error {
  override readonly name = "FileFault";
  constructor(readonly problem: Wording) {
    super(problem.en);
  }
}

/** What a file may ask for. Each is far above what a pool needs, and keeps the memory of a hostile file small. */
export interface SheetLimits {
  /** bytes of the file itself */
  readonly file: number;
  /** parts in the archive of an .xlsx */
  readonly parts: number;
  /** bytes that one of its parts, and all together, may become when unpacked */
  readonly part: number;
  readonly unpacked: number;
  readonly sheets: number;
  /** the last row and column that may hold something */
  readonly rows: number;
  readonly columns: number;
  /** cells that hold something, in all sheets together */
  readonly cells: number;
  /** characters in one cell: what a spreadsheet allows */
  readonly text: number;
  /** faults that are told of one sheet */
  readonly faults: number;
}

const MIB = 1024 * 1024;
export const SHEET_LIMITS: SheetLimits = {
  file: 10 * MIB,
  parts: 500,
  part: 64 * MIB,
  unpacked: 96 * MIB,
  sheets: 50,
  rows: 50_000,
  columns: 200,
  cells: 600_000,
  text: 32_767,
  faults: 1_000,
};

/** The refusal of a file that is too large to be looked at. */
export function tooLarge({ file }: SheetLimits): FileFault {
  return new FileFault({
    nl: `het bestand is groter dan ${file / MIB} MiB: haal opmaak en afbeeldingen weg, of verdeel het over meer bestanden`,
    en: `the file is larger than ${file / MIB} MiB: take out formatting and pictures, or divide it over more files`,
  });
}

/** A, B … Z, AA …; 1 is A. */
export function letterOf(column: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}
