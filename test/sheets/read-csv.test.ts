import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/sheets/read-csv.js";
import { FileFault } from "../../src/sheets/types.js";

const cells = (bytes: Uint8Array | string) =>
  readCsv(Buffer.from(bytes), "x").rows.map(({ row, cells: of }) => [row, ...of.values()]);

describe("a CSV file", () => {
  it("tells its delimiter by its first line, and says it where it must", () => {
    const table = [
      [1, "Code", "Naam"],
      [2, "a", "b,c"],
    ];
    expect(cells('Code;Naam\r\na;"b,c"\r\n')).toEqual(table);
    expect(cells('Code,Naam\na,"b,c"\n')).toEqual(table);
    expect(cells("Code\tNaam\na\tb,c")).toEqual(table);
    expect(cells('"Code, of; iets";Naam\r\na;b')[0]).toEqual([1, "Code, of; iets", "Naam"]);
    expect(cells("sep=;\r\nCode;Naam\r\na;b,c")).toEqual(table.map(([row, ...rest]) => [Number(row) + 1, ...rest]));
  });

  it("counts rows as a spreadsheet does, blank and broken lines included", () => {
    expect(cells('Code;Naam\n\na;"b\nc"\nd;e')).toEqual([
      [1, "Code", "Naam"],
      [3, "a", "b\nc"],
      [4, "d", "e"],
    ]);
  });

  it("is UTF-8 or Windows-1252, and refused where neither is sure", () => {
    const table = [
      [1, "Code", "Naam"],
      [2, "a", "Zoë – café"],
    ];
    expect(cells("\ufeffCode;Naam\na;Zoë – café")).toEqual(table);
    expect(cells("Code;Naam\na;Zoë – café")).toEqual(table);
    expect(cells(Buffer.from("Code;Naam\na;Zo\xeb \x96 caf\xe9", "latin1"))).toEqual(table);
    const unsure = [
      Buffer.from("\ufeffCode;Naam\na;b", "utf16le"),
      // Mac Roman's ë, half a sequence of UTF-8 beside a whole one, and a byte that no letter has.
      Buffer.from("Code;Naam\na;Zo\x91\x8e", "latin1"),
      Buffer.from("Code;Naam\na;\xc3\xab \xc3", "latin1"),
      Buffer.from("Code;Naam\na;\x81", "latin1"),
    ];
    for (const bytes of unsure) expect(() => cells(bytes)).toThrow(FileFault);
  });

  it("is refused with its line where a quotation mark is wrong, and where it is too long", () => {
    expect(() => cells('Code;Naam\na;"b\nc;d\n')).toThrow(/line/);
    expect(() => cells('Code;Naam\na;b"c"\n')).toThrow(/line 2/);
    expect(() => cells(`Code;Naam\n${"a;b\n".repeat(50_001)}`)).toThrow(/50000 rows/);
    expect(() => cells(`Code;Naam\na;${"x".repeat(200_000)}`)).toThrow(/too long/);
  });
});
