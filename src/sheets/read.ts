/** The tables of a file, whichever of the two kinds it is: told by its bytes, since endings lie. */
import { readCsv } from "./read-csv.js";
import { readXlsx } from "./read-xlsx.js";
import { SHEET_LIMITS, type SheetLimits, type Table } from "./types.js";

/** How an archive begins, and how a file with a password or an old .xls does. */
const ARCHIVE = [0x50, 0x4b];
const COMPOUND = [0xd0, 0xcf];

/**
 * Reads an .xlsx or a .csv.
 * @param name what the file is called, without its ending
 * @throws FileFault for a file that is refused as a whole
 */
export function readTablesOf(bytes: Uint8Array, name: string, limits: SheetLimits = SHEET_LIMITS): readonly Table[] {
  const begins = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);
  return begins(ARCHIVE) || begins(COMPOUND) ? readXlsx(bytes, limits) : [readCsv(bytes, name, limits)];
}
