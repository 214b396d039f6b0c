/** Files that are wrong as a whole, in a sheet or in its headers, by kind; the number varies where and with what. */
import { book, zip } from "../../sheets/zip-writer.js";
import {
  before,
  CANARY,
  csv,
  HEADERS,
  type Kind,
  LETTER,
  ORGANISATION,
  person,
  pick,
  replaced,
  trainers,
  withParts,
} from "./hostile-parts.js";

export const WRONG_FILES: Readonly<Record<string, Kind>> = {
  "zip bomb": (n) =>
    withParts((parts) => [...parts, { name: "xl/media/a.xml", data: Buffer.alloc((70 + (n % 5) * 20) * 2 ** 20) }]),
  "zip bomb of many parts": (n) =>
    withParts((parts) => [
      ...parts,
      ...Array.from({ length: 5 + (n % 4) }, (_, i) => ({ name: `a${i}`, data: Buffer.alloc(20 * 2 ** 20) })),
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
      `<worksheet><sheetData>${`<row>${'<c t="b"><v>1</v></c>'.repeat(100)}</row>`.repeat(6_001 + n)}</sheetData></worksheet>`,
    ),
  "too many strings": (n) =>
    withParts((parts) => [
      ...parts,
      { name: "xl/sharedStrings.xml", data: `<sst>${"<si><t/></si>".repeat(600_001 + n)}</sst>` },
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
  "CSV of too many rows": (n) => csv(`Code;Naam\n${`o;${CANARY}\n`.repeat(50_001 + n)}`, {}),
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
};
