/** One worksheet of an .xlsx: its cells, and what in it no table may have. */
import { type DateSystem, momentOf } from "./serial.js";
import { type Cell, type CellFault, FileFault, type Row, type SheetLimits, type Table, type Wording } from "./types.js";
import { walkXml } from "./xml.js";

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly strings: readonly string[];
  /** by the number of a cell's style: what it shows of a date */
  readonly shows: readonly ("day" | "time" | null)[];
  readonly dates: DateSystem;
  readonly limits: SheetLimits;
  /** counts a cell that holds something; throws past the limit */
  readonly count: () => void;
}

const FORMULA: Wording = {
  nl: "hier staat een formule: zet er de waarde zelf neer (kopiëren, en plakken als waarden)",
  en: "holds a formula: put the value itself there (copy, and paste as values)",
};
const BROKEN: Wording = {
  nl: "hier staat een foutwaarde van het rekenprogramma: zet er de waarde zelf neer",
  en: "holds an error of the spreadsheet program: put the value itself there",
};
const MERGED: Wording = {
  nl: "hier zijn cellen samengevoegd: hef dat op, en geef elke cel zijn waarde",
  en: "cells are merged here: split them, and give each cell its value",
};
const HIDDEN_ROW: Wording = {
  nl: "deze rij is verborgen: maak haar zichtbaar (zet een filter uit) of verwijder haar",
  en: "this row is hidden: show it (turn a filter off) or delete it",
};
const HIDDEN_COLUMN: Wording = {
  nl: "deze kolom is verborgen: maak haar zichtbaar of verwijder haar",
  en: "this column is hidden: show it or delete it",
};
const NO_DATE: Wording = {
  nl: "dit is geen datum vanaf 1 maart 1900 met hele minuten: typ de datum opnieuw",
  en: "is no date from 1 March 1900 on with whole minutes: type the date anew",
};
const STRANGE_CELL: Wording = { nl: "deze cel is niet te lezen: typ haar opnieuw", en: "cannot be read: type it anew" };
const tooLong = (most: number): Wording => ({
  nl: `meer dan ${most} tekens in één cel: maak de tekst korter`,
  en: `more than ${most} characters in one cell: shorten the text`,
});
const tooFar = ({ rows, columns }: SheetLimits): Wording => ({
  nl: `een tabel heeft hoogstens ${rows} rijen en ${columns} kolommen: verwijder wat daarbuiten staat`,
  en: `a table has at most ${rows} rows and ${columns} columns: delete what stands beyond`,
});

/** The place that `BC12` names, or null. */
function placeOf(reference: string | undefined): { readonly row: number; readonly column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference ?? "");
  const [, letters, digits] = found ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}

interface Open {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  formula: boolean;
  value: string;
}

/**
 * Reads a worksheet.
 * @throws FileFault where its XML is broken or it holds more than the limits allow
 */
export function readSheet(
  bytes: Uint8Array,
  workbook: Workbook,
  about: Pick<Table, "name" | "position" | "hidden">,
): Table {
  const { limits } = workbook;
  const rows = new Map<number, Map<number, Cell>>();
  const faults: CellFault[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: { readonly from: number; readonly to: number }[] = [];
  let row = 0;
  let column = 0;
  let cell: Open | null = null;
  let taking = false;
  const fault = (at: number | null, of: number | null, problem: Wording): void => {
    if (faults.length < limits.faults) faults.push({ row: at, column: of, problem });
  };
  const keep = (done: Open): void => {
    if (!done.formula && done.value === "" && done.type !== "e") return;
    workbook.count();
    if (done.row > limits.rows || done.column > limits.columns) fault(done.row, done.column, tooFar(limits));
    else if (done.formula) fault(done.row, done.column, FORMULA);
    else {
      const value = cellValue(done, workbook);
      if (typeof value === "object" && "problem" in value) fault(done.row, done.column, value.problem);
      else if (value !== "") cellsOf(rows, done.row).set(done.column, value);
    }
  };
  walkXml(bytes, {
    open: (name, attribute) => {
      if (name === "row") {
        row = Number(attribute("r") ?? row + 1);
        column = 0;
        if (isTrue(attribute("hidden"))) hiddenRows.add(row);
      } else if (name === "c") {
        const place = placeOf(attribute("r")) ?? { row, column: column + 1 };
        column = place.column;
        cell = {
          ...place,
          type: attribute("t") ?? "n",
          style: Number(attribute("s") ?? 0),
          formula: false,
          value: "",
        };
      } else if (name === "f" && cell !== null) cell.formula = true;
      else if (name === "v" || name === "t") taking = true;
      else if (name === "rPh") taking = false;
      else if (name === "mergeCell") {
        const place = placeOf(attribute("ref")?.split(":")[0]);
        fault(place?.row ?? null, place?.column ?? null, MERGED);
      } else if (name === "col" && isTrue(attribute("hidden"))) {
        hiddenColumns.push({ from: Number(attribute("min")), to: Number(attribute("max")) });
      }
    },
    text: (text) => {
      if (taking && cell !== null) cell.value += text;
    },
    close: (name) => {
      if (name === "v" || name === "t") taking = false;
      if (name !== "c" || cell === null) return;
      keep(cell);
      cell = null;
    },
  });
  const list: Row[] = [...rows].map(([at, cells]) => ({ row: at, cells })).sort((a, b) => a.row - b.row);
  for (const { row: at } of list) if (hiddenRows.has(at)) fault(at, null, HIDDEN_ROW);
  const used = new Set(list.flatMap(({ cells }) => [...cells.keys()]));
  for (const of of used) {
    if (hiddenColumns.some(({ from, to }) => from <= of && of <= to)) fault(null, of, HIDDEN_COLUMN);
  }
  return { ...about, rows: list, faults };
}

function cellsOf(rows: Map<number, Map<number, Cell>>, row: number): Map<number, Cell> {
  const found = rows.get(row) ?? new Map<number, Cell>();
  rows.set(row, found);
  return found;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function cellValue({ type, style, value }: Open, workbook: Workbook): Cell | { readonly problem: Wording } {
  if (type === "e") return { problem: BROKEN };
  if (type === "b") return value === "1";
  if (type === "s" || type === "inlineStr" || type === "str") {
    const text = type === "s" ? workbook.strings[Number(value)] : value;
    if (text === undefined) return { problem: STRANGE_CELL };
    return text.length > workbook.limits.text ? { problem: tooLong(workbook.limits.text) } : text;
  }
  if (type === "d") {
    const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::00(?:\.0+)?)?)?$/.exec(value);
    return found?.[1] === undefined ? { problem: NO_DATE } : { day: found[1], time: found[2] ?? null };
  }
  const number = Number(value);
  if (type !== "n" || value.trim() === "" || !Number.isFinite(number)) return { problem: STRANGE_CELL };
  const shows = workbook.shows[style] ?? null;
  return shows === null ? number : (momentOf(number, workbook.dates, shows === "time") ?? { problem: NO_DATE });
}

/** Counts the cells of all sheets together. */
export function cellCounter(most: number): () => void {
  let cells = 0;
  return () => {
    if (++cells > most) {
      throw new FileFault({
        nl: `het bestand heeft meer dan ${most} gevulde cellen: verdeel het over meer bestanden`,
        en: `the file has more than ${most} cells that hold something: divide it over more files`,
      });
    }
  };
}
