import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinItems, splitItems } from "../../src/pool/exchange/items.js";
import { fromCell, toCell } from "../../src/sheets/text.js";
import { count } from "../support/counts.js";

const awkward = fc.oneof(
  fc.string({ unit: "binary" }),
  // Halves of a pair, which no file can hold as they are.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.constantFrom("'", "=", "+", "-", "@", "\t", "\r", "\n", " ", "a", ";", ",", "\\", "_x0041_", "_x"), {
      maxLength: 6,
    })
    .map((all) => all.join("")),
);

describe("texts in cells", () => {
  it("come back as they were, and are safe in between", () => {
    fc.assert(
      fc.property(
        awkward.filter((text) => text !== ""),
        (text) => {
          const cell = toCell(text);
          expect(fromCell(cell)).toBe(text);
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
          expect(Buffer.from(cell).toString()).toBe(cell);
        },
      ),
      { numRuns: count(2_000, 50_000) },
    );
  });

  it("stay as they are where nothing is wrong with them", () => {
    for (const text of ["Ayşe", "O’Neil", "'s-Gravenhage", "a=b", "€ 5", "naam_x"]) expect(toCell(text)).toBe(text);
    expect(toCell("=1+1")).toBe("'=1+1");
    expect(fromCell("  Den Haag ")).toBe("Den Haag");
  });
});

describe("several things in one cell", () => {
  it("come back as they were", () => {
    const item = fc.record({ text: awkward.filter((text) => text !== ""), literal: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), (items) => {
        expect(splitItems(joinItems(items)).map(({ text }) => text)).toEqual(items.map(({ text }) => text));
      }),
      { numRuns: count(2_000, 50_000) },
    );
  });

  it("are divided as people write them", () => {
    const texts = (cell: string) => splitItems(cell).map(({ text }) => text);
    expect(texts(" Turks ;Koerdisch, Farsi;\nDari; ")).toEqual(["Turks", "Koerdisch", "Farsi", "Dari"]);
    expect(splitItems("\\Turks")).toEqual([{ text: "Turks", literal: true }]);
  });
});
