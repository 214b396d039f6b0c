/** Bytes to JSON: what is read, what is refused, and where a text goes wrong. */
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/model/index.js";
import { jsonFault, tooDeepAt } from "../../src/model/json-fault.js";
import { count } from "../support/counts.js";
import { refusals, told } from "./breaking.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const refused = (input: Uint8Array): string => told(refusals(() => decode(input, "file")));

describe("decode", () => {
  it("reads JSON and gzip, told by its bytes, with or without a byte-order mark", () => {
    const value = { a: [1, "ş€😀", null] };
    for (const text of [JSON.stringify(value), `\uFEFF${JSON.stringify(value)}`, ` \n${JSON.stringify(value)}\n`]) {
      expect(decode(bytes(text), "file")).toEqual(value);
      expect(decode(gzipSync(bytes(text)), "file")).toEqual(value);
    }
    // A view into a larger buffer, as file readers hand out.
    const padded = bytes(`xx${JSON.stringify(value)}`);
    expect(decode(padded.subarray(2), "file")).toEqual(value);
  });

  it.each([
    ["an empty file", bytes(""), "the file is empty"],
    ["blanks alone", bytes(" \n\t"), "the file is empty"],
    ["a truncated gzip", gzipSync(bytes('{"a": [1, 2, 3]}')).subarray(0, 20), "cut short"],
    ["no more than gzip's first bytes", new Uint8Array([0x1f, 0x8b]), "gzip"],
    ["a damaged gzip", gzipSync(bytes('{"a": 1}')).fill(7, 10, 14), "damaged"],
    ["a comma too many", bytes('{\n  "a": [1,\n  2,]}'), "a value at line 3, column 5"],
    ["a comma too few", bytes('{"q-turkish" "q-sunni"}'), "a colon at line 1, column 14"],
    ["a text without an end", bytes('{"a": "q-turkish\n"}'), "a string that ends, on its line at line 1, column 7"],
    ["a name without quotes", bytes("{a: 1}"), "a field's name in double quotes at line 1, column 2"],
    ["the end too early", bytes('{"a": [1'), "a whole file; it breaks off at line 1"],
    ["two values", bytes('{"a": 1}\n{"a": 2}'), "the end of the file at line 2, column 1"],
    ["NaN", bytes('{"a": NaN}'), "a value at line 1, column 7"],
    ["two byte-order marks", bytes("\uFEFF\uFEFF{}"), "a value at line 1, column 1"],
    ["Latin-1", new Uint8Array([...bytes('{\n"a": "'), 0xe9, ...bytes('"}')]), "UTF-8 text; line 2, column 7 is not"],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x7b, 0]), "UTF-8 text; line 1, column 1 is not"],
    [
      "33 levels",
      bytes(`${"[".repeat(33)}${"]".repeat(33)}`),
      "at most 32 levels of nesting; one more begins at line 1, column 33",
    ],
    ["a million levels", bytes("[".repeat(1_000_000)), "at most 32 levels"],
  ])("refuses %s", (_name, input, words) => {
    expect(refused(input)).toContain(words);
    expect(refused(input)).not.toContain("q-");
  });

  it("refuses a bomb once it is over the limit", { timeout: 60_000 }, () => {
    const member = gzipSync(Buffer.alloc(64_000_000, 0x20));
    expect(refused(Buffer.concat(Array.from({ length: 9 }, () => member)))).toContain("at most 512 MB");
  });
});

/** JSON texts, and texts that are nearly JSON. */
const nearlyJson = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.constantFrom("", ",", "]", "{", '"', "\\", "\n", "-", "0", "e", ".", "\u0001", "tru"),
  )
  .map(([text, at, piece]) => {
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + piece + text.slice(cut + (at % 2));
  });

describe("jsonFault", () => {
  it("finds a fault exactly where the engine's parser finds one", () => {
    fc.assert(
      fc.property(nearlyJson, (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
          valid = false;
        }
        expect(jsonFault(text) === null).toBe(valid);
      }),
      { numRuns: count(1_000, 50_000) },
    );
  });

  it("counts the levels of texts with brackets and quotes in them", () => {
    const depth = (value: unknown): number =>
      typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
    const text = fc.oneof(fc.string(), fc.constantFrom('"[', '\\"{', "\\\\", "]["));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        text,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(text, tie("value"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(value, (v) => {
        const levels = depth(v);
        expect(tooDeepAt(JSON.stringify(v), levels)).toBe(-1);
        if (levels > 0) expect(tooDeepAt(JSON.stringify(v), levels - 1)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: count(500, 20_000) },
    );
  });
});
