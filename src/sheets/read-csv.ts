/** The table of a CSV file: its encoding and its delimiter told by its bytes, or refused. */
import { CsvError, parse } from "csv-parse/sync";
import { cellCounter } from "./read-sheet.js";
import { type CellFault, FileFault, type Row, SHEET_LIMITS, type SheetLimits, type Table, tooLarge } from "./types.js";

const DELIMITERS = [";", ",", "\t"] as const;

/**
 * Reads a CSV file: UTF-8 (with or without its mark) or Windows-1252, with `;`, `,` or tabs between cells.
 * @param name what the file is called, without its ending
 * @throws FileFault for a file that is refused as a whole
 */
export function readCsv(bytes: Uint8Array, name: string, limits: SheetLimits = SHEET_LIMITS): Table {
  if (bytes.length > limits.file) throw tooLarge(limits);
  // `sep=;` is a line for Excel, and a row as Excel numbers them.
  const { text, stated, skipped } = withoutSeparatorLine(decoded(bytes));
  const records = recordsOf(text, stated ?? delimiterOf(text), limits);
  const count = cellCounter(limits.cells);
  const faults: CellFault[] = [];
  const rows: Row[] = [];
  for (const [index, record] of records.entries()) {
    const row = index + 1 + skipped;
    const cells = new Map<number, string>();
    for (const [at, cell] of record.entries()) {
      if (cell === "") continue;
      count();
      if (at < limits.columns) cells.set(at + 1, cell);
      else if (faults.length < limits.faults) {
        faults.push({
          row,
          column: at + 1,
          problem: {
            nl: `een tabel heeft hoogstens ${limits.columns} kolommen`,
            en: `a table has at most ${limits.columns} columns`,
          },
        });
      }
    }
    if (cells.size > 0) rows.push({ row, cells });
  }
  return { name, position: 1, hidden: false, rows, faults };
}

function recordsOf(text: string, delimiter: string, limits: SheetLimits): readonly (readonly string[])[] {
  try {
    const records: readonly (readonly string[])[] = parse(text, {
      delimiter,
      relax_column_count: true,
      // A quote in the middle of a cell is a quote; one that never closes is refused.
      relax_quotes: false,
      max_record_size: limits.text * 4,
      to: limits.rows + 1,
    });
    if (records.length <= limits.rows) return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw wrongLine(error);
  }
  throw new FileFault({
    nl: `het bestand heeft meer dan ${limits.rows} rijen: verdeel het over meer bestanden`,
    en: `the file has more than ${limits.rows} rows: divide it over more files`,
  });
}

function wrongLine(error: CsvError): FileFault {
  const line = Number(error.lines ?? 0);
  return new FileFault(
    error.code === "CSV_MAX_RECORD_SIZE"
      ? { nl: `regel ${line} is te lang`, en: `line ${line} is too long` }
      : {
          nl: `op regel ${line} klopt een aanhalingsteken niet: zet de cel tussen aanhalingstekens, en verdubbel die erbinnen`,
          en: `a quotation mark on line ${line} is wrong: put the cell in quotation marks, and double those within it`,
        },
  );
}

const ENCODING = {
  nl: "de tekens van het bestand zijn niet te herkennen: bewaar het als ‘CSV UTF-8’",
  en: "the characters of the file cannot be told: save it as ‘CSV UTF-8’",
};

/**
 * What Windows-1252 has where Latin-1 has control characters, as far as texts of western Europe use it. Its letters there
 * (Š, Ž, œ …) are left out: to a Mac they are common vowels, and nothing tells the two apart.
 */
const SIGNS: Readonly<Record<string, string>> = {
  "\x80": "€",
  "\x82": "‚",
  "\x84": "„",
  "\x85": "…",
  "\x91": "‘",
  "\x92": "’",
  "\x93": "“",
  "\x94": "”",
  "\x96": "–",
  "\x97": "—",
};
/** Signs that both have: no-break space, § « ° ´ · ». */
const OTHER_SIGNS = new Set([0xa0, 0xa7, 0xab, 0xb0, 0xb4, 0xb7, 0xbb]);

function decoded(bytes: Uint8Array): string {
  // No text has it, and UTF-16 is full of it; the marks of UTF-16 are no letters in the other two.
  if (bytes.includes(0)) throw new FileFault(ENCODING);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8. A file with some sequences of UTF-8 in it was damaged, and one with other signs is of another code page.
    const letters = bytes.every(
      (byte) => byte < 0x80 || byte >= 0xc0 || OTHER_SIGNS.has(byte) || String.fromCharCode(byte) in SIGNS,
    );
    if (!letters || hasUtf8(bytes)) throw new FileFault(ENCODING);
    // Not by TextDecoder, whose windows-1252 is Latin-1 in some versions of Node.
    return Buffer.from(bytes)
      .toString("latin1")
      .replace(/\p{Cc}/gu, (one) => SIGNS[one] ?? one);
  }
}

/** Whether a sequence of two bytes or more stands somewhere that UTF-8 would make one letter of. */
function hasUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte, i) => {
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc3 ? 1 : 0;
    return (
      more > 0 && Array.from({ length: more }, (_, k) => bytes[i + 1 + k] ?? 0).every((b) => b >= 0x80 && b < 0xc0)
    );
  });
}

function withoutSeparatorLine(text: string): {
  readonly text: string;
  readonly stated: string | null;
  readonly skipped: number;
} {
  const found = /^sep=([;,\t])\r?\n/i.exec(text);
  if (found?.[1] === undefined) return { text, stated: null, skipped: 0 };
  return { text: text.slice(found[0].length), stated: found[1], skipped: 1 };
}

/** The delimiter that stands most often in the first line that is not blank, quoted parts apart. */
function delimiterOf(text: string): string {
  const header = /^\s*(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, "") ?? "";
  const often = (one: string): number => header.split(one).length;
  return DELIMITERS.reduce((best, one) => (often(one) > often(best) ? one : best));
}
