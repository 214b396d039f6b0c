import { describe, expect, it } from "vitest";
import { readXlsx } from "../../src/sheets/read-xlsx.js";
import { momentOf } from "../../src/sheets/serial.js";
import { FileFault, type Table } from "../../src/sheets/types.js";
import { type BookCell, book, bookParts, zip } from "./zip-writer.js";

const rowsOf = (table: Table | undefined) =>
  (table?.rows ?? []).map(({ row, cells }) => [row, Object.fromEntries(cells)]);
const read = (rows: readonly (readonly BookCell[])[], options = {}) =>
  readXlsx(book([{ name: "s", rows }], options))[0];

describe("the cells of an .xlsx", () => {
  it("are texts, numbers, truths and moments, each at its place", () => {
    const rows = [
      ["a & b", null, 3.5],
      [],
      [
        { xml: '<c t="b"><v>1</v></c>' },
        { xml: '<c s="1"><v>46447</v></c>' },
        { xml: '<c s="2"><v>46447.395833333336</v></c>' },
      ],
    ];
    expect(rowsOf(read(rows))).toEqual([
      [1, { 1: "a & b", 3: 3.5 }],
      [3, { 1: true, 2: { day: "2027-03-01", time: null }, 3: { day: "2027-03-01", time: "09:30" } }],
    ]);
  });

  it("count their days from 1900 or from 1904, as the file says", () => {
    const day = [[{ xml: '<c s="1"><v>44985</v></c>' }]];
    expect(rowsOf(read(day))).toEqual([[1, { 1: { day: "2023-02-28", time: null } }]]);
    expect(rowsOf(read(day, { dates: 'date1904="1"' }))).toEqual([[1, { 1: { day: "2027-03-01", time: null } }]]);
    expect(momentOf(61, 1900, false)?.day).toBe("1900-03-01");
    for (const unsure of [60, 59, 0, -1, 2_958_466, Number.NaN]) expect(momentOf(unsure, 1900, false)).toBeNull();
    expect(momentOf(0, 1904, false)?.day).toBe("1904-01-01");
  });

  it("know shared strings, runs of text, and no phonetic hints", () => {
    const parts = bookParts([
      { name: "s", rows: [[{ xml: '<c t="s"><v>0</v></c>' }, { xml: '<c t="s"><v>1</v></c>' }]] },
    ]);
    const strings = "<sst><si><t>een</t></si><si><r><t>Ay</t></r><r><t>şe</t></r><rPh><t>x</t></rPh></si></sst>";
    expect(rowsOf(readXlsx(zip([...parts, { name: "xl/sharedStrings.xml", data: strings }]))[0])).toEqual([
      [1, { 1: "een", 2: "Ayşe" }],
    ]);
  });

  it("are refused one by one: formulas, errors, merged and hidden ones, dates that are none", () => {
    const sheet = {
      name: "s",
      rows: [
        ["a", "b"],
        [{ xml: "<c><f>1+1</f><v>2</v></c>" }, { xml: '<c t="e"><v>#REF!</v></c>' }],
        ["x", { xml: '<c s="1"><v>60</v></c>' }],
      ],
      rowAttributes: { 3: 'hidden="1"' },
      before: '<cols><col min="2" max="3" hidden="1"/></cols>',
      after: '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>',
    };
    const faults = readXlsx(book([sheet]))[0]?.faults.map(({ row, column, problem }) => [
      row,
      column,
      problem.en.slice(0, 22),
    ]);
    expect(faults).toEqual([
      [2, 1, "holds a formula: put t"],
      [2, 2, "holds an error of the "],
      [3, 2, "is no date from 1 Marc"],
      [3, 1, "cells are merged here:"],
      [3, null, "this row is hidden: sh"],
      [null, 2, "this column is hidden:"],
    ]);
  });
});

describe("an archive", () => {
  const parts = bookParts([{ name: "s", rows: [["a"]] }]);
  const refused = (bytes: Uint8Array) => expect(() => readXlsx(bytes)).toThrow(FileFault);

  it("is judged by its directory before anything is unpacked", () => {
    expect(rowsOf(readXlsx(zip(parts))[0])).toEqual([[1, { 1: "a" }]]);
    expect(rowsOf(readXlsx(zip(parts.map((part) => ({ ...part, method: 0 }))))[0])).toEqual([[1, { 1: "a" }]]);
    refused(zip([...parts, { name: "big", data: "", stated: 65 * 1024 * 1024 }]));
    refused(zip([...parts, ...Array.from({ length: 600 }, (_, i) => ({ name: `p${i}`, data: "" }))]));
    refused(zip([...parts, { name: "again", data: "", overlaps: true }]));
    refused(zip([...parts, { name: "xl/workbook.xml", data: "" }]));
    refused(zip([...parts, { name: "secret", data: "", encrypted: true }]));
    refused(zip([...parts, { name: "lzma", data: "", method: 14 }]));
  });

  it("is not unpacked past the size that it states", () => {
    const lying = parts.map((part) =>
      part.name.endsWith("sheet1.xml") ? { ...part, data: `${part.data}${" ".repeat(1e6)}`, stated: 500 } : part,
    );
    refused(zip(lying));
  });
});
