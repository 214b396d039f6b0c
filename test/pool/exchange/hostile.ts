/**
 * Files that must be refused, in kinds; the number varies where and with what. Each holds the canary in its cells, its headers
 * or its sheets' names, so that a message that repeats any of them is caught.
 */
import { type BookCell, type BookSheet, book, bookParts, type Part, zip } from "../../sheets/zip-writer.js";

export const CANARY = "KANARIE";

export interface Hostile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** where a refusal must point: to the file, a sheet, a row, or a cell; and there to which */
  readonly at: { readonly sheet?: string; readonly row?: number; readonly column?: string };
}
type Kind = (n: number) => Omit<Hostile, "name"> & { readonly csv?: boolean };

const HEADERS = [
  "Code",
  "Organisatie",
  "Naam",
  "Bereikbaar via",
  "Rollen",
  "Woonplaats",
  "Hoogstens km reizen",
  "Tarief per uur",
];
const person = (code: string): BookCell[] => [
  code,
  "o1",
  `${CANARY} naam`,
  `${CANARY}@example.org`,
  "Professional",
  "Den Haag",
  80,
  75,
];
const ORGANISATION: BookSheet = {
  name: "Organisaties",
  rows: [
    ["Code", "Naam"],
    ["o1", CANARY],
  ],
};
const LETTER = (column: number) => String.fromCharCode(65 + column);
/** Good rows before the bad one, as many as the number says. */
const before = (n: number): BookCell[][] => Array.from({ length: n % 7 }, (_, i) => person(`v${i}`));

function trainers(rows: readonly (readonly BookCell[])[], rest: Partial<BookSheet> = {}): BookSheet[] {
  return [ORGANISATION, { name: "Trainers", rows: [HEADERS, ...rows], ...rest }];
}

/** A row of a trainer with one cell that is wrong. */
function wrongCell(n: number, column: number, cell: BookCell): ReturnType<Kind> {
  const row = person("t1").map((good, at) => (at === column ? cell : good));
  return {
    bytes: book(trainers([...before(n), row])),
    at: { sheet: "Trainers", row: (n % 7) + 2, column: LETTER(column) },
  };
}
const pick = <T>(n: number, of: readonly T[]): T => of[n % of.length] as T;

/** A sheet of trainers with one more column, one cell of which is wrong. */
function extraCell(n: number, header: string, cell: BookCell): ReturnType<Kind> {
  const rows = [[...HEADERS, header], ...before(n).map((row) => [...row, null]), [...person("t1"), cell]];
  return {
    bytes: book([ORGANISATION, { name: "Trainers", rows }]),
    at: { sheet: "Trainers", row: (n % 7) + 2, column: LETTER(HEADERS.length) },
  };
}

/** A detail of trainer or session that is wrong by itself. */
function detail(
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
const withParts = (change: (parts: readonly Part[]) => readonly Part[]): ReturnType<Kind> => ({
  bytes: zip(change(bookParts(trainers([person("t1")])))),
  at: {},
});
const replaced = (name: RegExp, data: string | Uint8Array, rest: Partial<Part> = {}) =>
  withParts((parts) => parts.map((part) => (name.test(part.name) ? { ...part, data, ...rest } : part)));
const csv = (text: string | Uint8Array, at: Hostile["at"]): ReturnType<Kind> => ({
  bytes: Buffer.from(text),
  at,
  csv: true,
});
const line = (cells: readonly BookCell[]) => cells.map((cell) => String(cell ?? "")).join(";");

export const KINDS: Readonly<Record<string, Kind>> = {
  // The file as a whole.
  "zip bomb": (n) =>
    withParts((parts) => [...parts, { name: "xl/media/a.xml", data: Buffer.alloc((40 + (n % 5) * 20) * 2 ** 20) }]),
  "zip bomb of many parts": (n) =>
    withParts((parts) => [
      ...parts,
      ...Array.from({ length: 4 + (n % 4) }, (_, i) => ({ name: `a${i}`, data: Buffer.alloc(20 * 2 ** 20) })),
    ]),
  "zip bomb that lies": (n) => replaced(/sheet2/, Buffer.alloc((30 + (n % 5) * 20) * 2 ** 20, 32), { stated: 400 + n }),
  "too many parts": (n) =>
    withParts((parts) => [...parts, ...Array.from({ length: 501 + n }, (_, i) => ({ name: `a${i}`, data: "" }))]),
  "parts that overlap": (n) => withParts((parts) => [...parts, { name: `again${n}`, data: "", overlaps: true }]),
  "a part twice": () => withParts((parts) => [...parts, { name: "xl/workbook.xml", data: CANARY }]),
  encrypted: (n) => withParts((parts) => parts.map((part, i) => ({ ...part, encrypted: i === n % parts.length }))),
  "cut off": (n) => {
    const whole = book(trainers([person("t1")]));
    return { bytes: whole.subarray(0, whole.length - 1 - ((n * 37) % (whole.length - 10))), at: {} };
  },
  "bytes at random": (n) => ({
    bytes: Buffer.from(Array.from({ length: 500 }, (_, i) => (i < 2 ? [0x50, 0x4b][i] : (i * i * (n + 3)) % 251) ?? 0)),
    at: {},
  }),
  "old .xls or a password": (n) => ({
    bytes: Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from(CANARY.repeat(n + 1))]),
    at: {},
  }),
  ".ods": () => ({
    bytes: zip([
      { name: "mimetype", data: CANARY },
      { name: "content.xml", data: "<a/>" },
    ]),
    at: {},
  }),
  macros: (n) =>
    n % 2 === 0
      ? withParts((parts) => [...parts, { name: "xl/vbaProject.bin", data: CANARY }])
      : replaced(
          /Content_Types/,
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        ),
  "links to other files": (n) =>
    withParts((parts) => [
      ...parts,
      {
        name: pick(n, ["xl/externalLinks/externalLink1.xml", "xl/connections.xml", "xl/queryTables/queryTable1.xml"]),
        data: CANARY,
      },
    ]),
  entities: (n) =>
    replaced(
      /sheet2/,
      `<!DOCTYPE a [<!ENTITY x0 "${CANARY}">${Array.from({ length: 20 }, (_, i) => `<!ENTITY x${i + 1} "${`&x${i};`.repeat(10)}">`).join("")}]><worksheet><sheetData><row r="${n + 1}"><c t="inlineStr"><is><t>&x20;</t></is></c></row></sheetData></worksheet>`,
    ),
  "XML nested too deeply": (n) => replaced(/sheet2/, "<a>".repeat(100 + n * 1000) + "</a>".repeat(100 + n * 1000)),
  "XML that is none": (n) =>
    replaced(pick(n, [/sheet2/, /workbook.xml$/, /styles/, /Content/, /rels/]), `<worksheet>${CANARY}`),
  "no UTF-8": () => replaced(/sheet2/, Buffer.from("<worksheet>\xff\xfe</worksheet>", "latin1")),
  "too many cells": (n) =>
    replaced(
      /sheet2/,
      `<worksheet><sheetData>${`<row>${'<c t="b"><v>1</v></c>'.repeat(100)}</row>`.repeat(4_001 + n)}</sheetData></worksheet>`,
    ),
  "too many strings": (n) =>
    withParts((parts) => [
      ...parts,
      { name: "xl/sharedStrings.xml", data: `<sst>${"<si><t/></si>".repeat(400_001 + n)}</sst>` },
    ]),
  "too many sheets": (n) => ({
    bytes: book(Array.from({ length: 51 + n }, (_, i) => ({ name: `${CANARY}${i}`, rows: [] }))),
    at: {},
  }),
  "too large": (n) => ({ bytes: Buffer.concat([Buffer.from("PK"), Buffer.alloc(10 * 2 ** 20 + n)]), at: {} }),
  "CSV in UTF-16": (n) => csv(Buffer.from(`${n % 2 === 0 ? "\ufeff" : ""}Code;Naam\no1;${CANARY}`, "utf16le"), {}),
  "CSV of mixed encodings": () => csv(Buffer.from(`Code;Naam\no1;${CANARY} \xc3\xab \xeb`, "latin1"), {}),
  "CSV of an unknown encoding": (n) =>
    csv(Buffer.from(`Code;Naam\no1;${CANARY}${String.fromCharCode(pick(n, [0x81, 0x8d, 0x8e, 0x9f]))}`, "latin1"), {}),
  "CSV with a quotation mark that never closes": (n) => csv(`Code;Naam\n${"a;b\n".repeat(n)}o1;"${CANARY}`, {}),
  "CSV of too many rows": (n) => csv(`Code;Naam\n${`o;${CANARY}\n`.repeat(20_001 + n)}`, {}),
  "CSV with one endless cell": (n) => csv(`Code;Naam\no1;${CANARY.repeat(30_000 + n)}`, {}),
  // A sheet or its headers.
  "an unknown sheet": (n) => ({
    bytes: book([...trainers([person("t1")]), { name: `${CANARY}${n}`, rows: [[CANARY]] }]),
    at: { sheet: "blad 3" },
  }),
  "a hidden sheet": (n) => ({
    bytes: book(trainers([person("t1")], { state: pick(n, ["hidden", "veryHidden"] as const) })),
    at: { sheet: "Trainers" },
  }),
  "an unknown header": (n) => ({
    bytes: book([{ name: "Trainers", rows: [[...HEADERS, `${CANARY}${n}`], person("t1")] }]),
    at: { sheet: "Trainers", row: 1, column: "I" },
  }),
  "the header __proto__": (n) => ({
    bytes: book([
      {
        name: "Trainers",
        rows: [
          [...HEADERS, pick(n, ["__proto__", "constructor", "toString"])],
          [...person("t1"), CANARY],
        ],
      },
    ]),
    at: { sheet: "Trainers", row: 1, column: "I" },
  }),
  "a header twice": (n) => ({
    bytes: book([ORGANISATION, { name: "Trainers", rows: [[...HEADERS, pick(n, HEADERS)], person("t1")] }]),
    at: { sheet: "Trainers", row: 1, column: "I" },
  }),
  "no code column": () => ({
    bytes: book([ORGANISATION, { name: "Trainers", rows: [HEADERS.slice(1), person("t1").slice(1)] }]),
    at: { sheet: "Trainers", row: 1, column: "A" },
  }),
  "no headers": () => ({
    bytes: book([ORGANISATION, { name: "Trainers", rows: [person("t1"), person("t2")] }]),
    at: { sheet: "Trainers", row: 1 },
  }),
  "headers further down": (n) => ({
    bytes: book([
      ORGANISATION,
      { name: "Trainers", rows: [...Array.from({ length: (n % 5) + 1 }, () => []), HEADERS, person("t1")] },
    ]),
    at: { sheet: "Trainers", row: 1 },
  }),
  "a column that a new row needs": (n) => {
    const out = (n % (HEADERS.length - 1)) + 1;
    const without = <T>(of: readonly T[]) => of.filter((_, i) => i !== out);
    return {
      bytes: book([ORGANISATION, { name: "Trainers", rows: [without(HEADERS), without(person("t1"))] }]),
      at: { sheet: "Trainers", row: 2 },
    };
  },
  "CSV of no known sheet": (n) => csv(`${CANARY}${n};${CANARY}\n1;2`, { sheet: "blad 1" }),
  "cells merged": (n) => ({
    bytes: book(
      trainers([person("t1")], {
        after: `<mergeCells><mergeCell ref="${pick(n, ["A2:B2", "A2:XFD1048576", "A2"])}"/></mergeCells>`,
      }),
    ),
    at: { sheet: "Trainers", row: 2, column: "A" },
  }),
  "a hidden row": (n) => ({
    bytes: book(trainers([...before(n), person("t1")], { rowAttributes: { [(n % 7) + 2]: 'hidden="1"' } })),
    at: { sheet: "Trainers", row: (n % 7) + 2 },
  }),
  "a hidden column": (n) => ({
    bytes: book(
      trainers([person("t1")], { before: `<cols><col min="${(n % 8) + 1}" max="16384" hidden="true"/></cols>` }),
    ),
    at: { sheet: "Trainers", column: LETTER(n % 8) },
  }),
  "below a blank header": () => ({
    bytes: book(trainers([[...person("t1"), null, CANARY]])),
    at: { sheet: "Trainers", row: 2, column: "J" },
  }),
  "far outside": (n) => ({
    bytes: book(
      trainers([person("t1")]).map((sheet, i) =>
        i === 0
          ? sheet
          : {
              ...sheet,
              rows: [
                ...sheet.rows,
                [{ xml: `<c r="${pick(n, ["A1048576", "XFD3", "IV20"])}" t="str"><v>${CANARY}</v></c>` }],
              ],
            },
      ),
    ),
    at: { sheet: "Trainers" },
  }),
  // A cell.
  formula: (n) =>
    wrongCell(n, n % 8, {
      xml: `<c t="str"><f>${pick(n, [`"${CANARY}"`, "1+1", "HYPERLINK(A1)"]).replaceAll('"', "&quot;")}</f><v>${CANARY}</v></c>`,
    }),
  "an error value": (n) => wrongCell(n, n % 8, { xml: `<c t="e"><v>${pick(n, ["#REF!", "#N/A", "#DIV/0!"])}</v></c>` }),
  "a string that is not there": (n) => wrongCell(n, 2, { xml: `<c t="s"><v>${n + 5}</v></c>` }),
  "a text without an end": (n) => wrongCell(n, 2, CANARY.repeat(5_000)),
  "a number where text belongs": (n) => wrongCell(n, 4, { xml: '<c t="b"><v>1</v></c>' }),
  "a number in other words": (n) =>
    wrongCell(n, 6, pick(n, ["1.000", "€ 80", "80 km", "-1", "8e1", "NaN", "1,5", CANARY, "0x50", "Infinity"])),
  "a number beyond all bounds": (n) => wrongCell(n, 7, pick(n, [-1, 0.5, 1e300, 1_000_000_001])),
  "not on the list": (n) =>
    wrongCell(n, 4, pick(n, [CANARY, `Professional; ${CANARY}`, "=Professional", "professional_x0000_"])),
  "two where one belongs": (n) => wrongCell(n, 5, `Den Haag; ${CANARY}`),
  "a code that nobody has": (n) => wrongCell(n, 1, `${CANARY}${n}`),
  blank: (n) => wrongCell(n, 1 + (n % 7), pick(n, [null, "", "   ", "\u00a0"])),
  "a row without a code": (n) => wrongCell(n, 0, null),
  "a code twice": (n) => ({
    bytes: book(trainers([person("t1"), ...before(n), person("t1")])),
    at: { sheet: "Trainers", row: (n % 7) + 3, column: "A" },
  }),
  "the theme __proto__": (n) => extraCell(n, "Deskundigheid", pick(n, ["__proto__: 2", "__proto__:1"])),
  "a level that is none": (n) =>
    extraCell(n, "Deskundigheid", pick(n, [`${CANARY}: 4`, `${CANARY}`, `${CANARY}: 0`, `${CANARY}: 1; ${CANARY}: 2`])),
  "no-go places by a coordinator": (n) =>
    extraCell(n, pick(n, ["Nooit naar", "Nooit samen met"]), pick(n, ["Utrecht", "t1"])),
  "another organisation's trainer": (n) => ({
    bytes: book([
      {
        name: "Organisaties",
        rows: [
          ["Code", "Naam"],
          ["o1", "x"],
          ["o2", CANARY],
        ],
      },
      { name: "Trainers", rows: [HEADERS, ...before(n), person("t1").map((cell, i) => (i === 1 ? "o2" : cell))] },
    ]),
    at: { sheet: "Trainers", row: (n % 7) + 2, column: "B" },
  }),
  "a day that is none": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Van", "Tot"],
      ["t1", "Vakantie", pick(n, ["2027-02-30", "3/4/2027", "2027-13-01", "morgen", "1e5", CANARY]), "2027-12-31"],
      2,
    ),
  "a day before there were any": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Van", "Tot"],
      ["t1", "Vakantie", { xml: `<c s="1"><v>${pick(n, [60, 0, -5, 1e9])}</v></c>` }, "2027-12-31"],
      2,
    ),
  "half a minute": (n) =>
    detail(
      n,
      "Data",
      ["Bijeenkomst", "Begin", "Einde"],
      ["s1", { xml: '<c s="2"><v>46447.39585</v></c>' }, "2027-03-01 12:30"],
      1,
    ),
  "an end before the start": (n) =>
    detail(
      n,
      "Data",
      ["Bijeenkomst", "Begin", "Einde"],
      ["s1", "2027-03-01 09:30", pick(n, ["2027-03-01 09:30", "2027-02-28 12:00"])],
      1,
    ),
  "a date without a time": (n) =>
    detail(n, "Data", ["Bijeenkomst", "Begin", "Einde"], ["s1", "2027-03-01", "2027-03-01 12:30"], 1),
  "hours that run backwards": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Weekdagen", "Dagdelen"],
      ["t1", "Elke week beschikbaar", "maandag", pick(n, ["12:00-09:00", "25:00-26:00"])],
      3,
    ),
  "a pattern without days": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Weekdagen", "Dagdelen"],
      ["t1", "Elke week beschikbaar", null, "hele dag"],
      2,
    ),
  "a wish below the need": (n) =>
    detail(
      n,
      "Wensen",
      ["Bijeenkomst", "Wat", "Welke", "Niveau nodig", "Niveau gewenst"],
      ["s1", "Thema", "Huwelijksdwang", 3, 1 + (n % 2)],
      4,
    ),
  "two themes in one need": (n) =>
    detail(n, "Wensen", ["Bijeenkomst", "Wat", "Welke"], ["s1", "Thema", `Huwelijksdwang; ${CANARY}`], 2),
  "a detail of nobody": (n) =>
    detail(
      n,
      "Beschikbaarheid",
      ["Trainer", "Wat", "Van", "Tot"],
      [`${CANARY}${n}`, "Vakantie", "2027-01-01", "2027-01-02"],
      0,
    ),
  "a session without a date": (n) => ({
    bytes: book([
      {
        name: "Bijeenkomsten",
        rows: [
          ["Code", "Activiteit", "Professionals"],
          [`${CANARY}${n}`, "Webinar", 1],
        ],
      },
    ]),
    at: { sheet: "Bijeenkomsten", row: 2 },
  }),
  "a fixed date that is not on offer": (n) => ({
    bytes: book([
      {
        name: "Bijeenkomsten",
        rows: [
          ["Code", "Activiteit", "Professionals", "Vaste datum"],
          ["s1", "Webinar", 1, n + 2],
        ],
      },
      {
        name: "Data",
        rows: [
          ["Bijeenkomst", "Begin", "Einde"],
          ["s1", "2027-03-01 09:30", "2027-03-01 12:30"],
        ],
      },
    ]),
    at: { sheet: "Bijeenkomsten", row: 2, column: "D" },
  }),
  "CSV with a cell too many": (n) =>
    csv([line(HEADERS), ...before(n).map(line), `${line(person("t1"))};${CANARY}`].join("\n"), {
      sheet: "Trainers",
      row: (n % 7) + 2,
      column: "I",
    }),
  "CSV with the BOM in its midst": () =>
    csv(`Code;\ufeffNaam${CANARY}\no1;x`, { sheet: "Organisaties", row: 1, column: "B" }),
};

/** The n-th file: all kinds in turn, each with other numbers the next time. */
export function hostile(n: number): Hostile & { readonly kind: string } {
  const names = Object.keys(KINDS);
  const kind = names[n % names.length] ?? "";
  const made = KINDS[kind]?.(Math.floor(n / names.length));
  if (made === undefined) throw new Error(`no kind ${kind}`);
  const sheet = kind.startsWith("CSV with a cell too many")
    ? "Trainers"
    : kind.includes("BOM")
      ? "Organisaties"
      : "los";
  return { kind, bytes: made.bytes, at: made.at, name: made.csv === true ? `${sheet}.csv` : `map${n}.xlsx` };
}
