/** What hostile files are made of: good rows, and one thing that is wrong. Each holds the canary, so that a message that repeats it is caught. */
import { type BookCell, type BookSheet, book, bookParts, type Part, zip } from "../../sheets/zip-writer.js";

export const CANARY = "KANARIE";

export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** where a refusal must point: to the file, a sheet, a row, or a cell; and there to which */
  readonly at: { readonly sheet?: string; readonly row?: number; readonly column?: string };
}
export type Kind = (n: number) => Omit<Hostile, "name"> & { readonly csv?: boolean };

export const HEADERS = [
  "Code",
  "Organisatie",
  "Naam",
  "Bereikbaar via",
  "Rollen",
  "Woonplaats",
  "Hoogstens km reizen",
  "Tarief per uur",
];
export const person = (code: string): BookCell[] => [
  code,
  "o1",
  `${CANARY} naam`,
  `${CANARY}@example.org`,
  "Professional",
  "Den Haag",
  80,
  75,
];
export const ORGANISATION: BookSheet = {
  name: "Organisaties",
  rows: [
    ["Code", "Naam"],
    ["o1", CANARY],
  ],
};
export const LETTER = (column: number) => String.fromCharCode(65 + column);
/** Good rows before the bad one, as many as the number says. */
export const before = (n: number): BookCell[][] => Array.from({ length: n % 7 }, (_, i) => person(`v${i}`));

export function trainers(rows: readonly (readonly BookCell[])[], rest: Partial<BookSheet> = {}): BookSheet[] {
  return [ORGANISATION, { name: "Trainers", rows: [HEADERS, ...rows], ...rest }];
}

/** A row of a trainer with one cell that is wrong. */
export function wrongCell(n: number, column: number, cell: BookCell): ReturnType<Kind> {
  const row = person("t1").map((good, at) => (at === column ? cell : good));
  return {
    bytes: book(trainers([...before(n), row])),
    at: { sheet: "Trainers", row: (n % 7) + 2, column: LETTER(column) },
  };
}
export const pick = <T>(n: number, of: readonly T[]): T => of[n % of.length] as T;

/** A sheet of trainers with one more column, one cell of which is wrong. */
export function extraCell(n: number, header: string, cell: BookCell): ReturnType<Kind> {
  const rows = [[...HEADERS, header], ...before(n).map((row) => [...row, null]), [...person("t1"), cell]];
  return {
    bytes: book([ORGANISATION, { name: "Trainers", rows }]),
    at: { sheet: "Trainers", row: (n % 7) + 2, column: LETTER(HEADERS.length) },
  };
}

/** A detail of trainer or session that is wrong by itself. */
export function detail(
  n: number,
  name: string,
  headers: readonly string[],
  row: readonly BookCell[],
  column: number,
): ReturnType<Kind> {
  const sheets = [
    ...trainers([...before(n), person("t1")]),
    {
      name: "Bijeenkomsten",
      rows: [
        ["Code", "Activiteit", "Professionals"],
        ["s1", "Webinar", 1],
      ],
    },
  ];
  const dates = {
    name: "Data",
    rows: [
      ["Bijeenkomst", "Begin", "Einde"],
      ["s1", "2027-03-01 09:30", "2027-03-01 12:30"],
    ],
  };
  const all = [...sheets, ...(name === "Data" ? [] : [dates]), { name, rows: [headers, row] }];
  return { bytes: book(all), at: { sheet: name, row: 2, column: LETTER(column) } };
}

/** A good workbook with parts changed or added. */
export const withParts = (change: (parts: readonly Part[]) => readonly Part[]): ReturnType<Kind> => ({
  bytes: zip(change(bookParts(trainers([person("t1")])))),
  at: {},
});
export const replaced = (name: RegExp, data: string | Uint8Array, rest: Partial<Part> = {}) =>
  withParts((parts) => parts.map((part) => (name.test(part.name) ? { ...part, data, ...rest } : part)));
export const csv = (text: string | Uint8Array, at: Hostile["at"]): ReturnType<Kind> => ({
  bytes: Buffer.from(text),
  at,
  csv: true,
});
export const line = (cells: readonly BookCell[]) => cells.map((cell) => String(cell ?? "")).join(";");
