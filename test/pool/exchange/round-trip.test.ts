import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyPatches,
  ENTITY_KEYS,
  type EntityKey,
  type PoolRecords,
  readTables,
  recordsCsv,
  recordsXlsx,
  type TablesOfFile,
} from "../../../src/pool/exchange/index.js";
import { readCsv } from "../../../src/sheets/read-csv.js";
import { readXlsx } from "../../../src/sheets/read-xlsx.js";
import { count } from "../../support/counts.js";
import { choices, pool } from "./records.js";

const NOBODY = Object.fromEntries(ENTITY_KEYS.map((key) => [key, []])) as unknown as Record<EntityKey, string[]>;
const lang = fc.constantFrom("nl" as const, "en" as const);

/** The records that files make in an empty pool. */
function recordsIn(files: readonly TablesOfFile[]): PoolRecords {
  const read = readTables(files, choices, NOBODY);
  expect(read.issues).toEqual([]);
  const { changes, issues } = applyPatches(
    read,
    () => null,
    () => true,
  );
  expect(issues).toEqual([]);
  return Object.fromEntries(
    ENTITY_KEYS.map((key) => [key, changes.filter(({ entity }) => entity === key).map(({ record }) => record)]),
  ) as unknown as PoolRecords;
}

describe("a round trip loses nothing", () => {
  it("by way of .xlsx", async () => {
    await fc.assert(
      fc.asyncProperty(pool, lang, async (records, language) => {
        const bytes = await recordsXlsx(records, { lang: language, choices, shows: () => true });
        expect(recordsIn([{ file: "pool.xlsx", tables: readXlsx(bytes) }])).toEqual(records);
      }),
      { numRuns: count(25, 500) },
    );
  });

  it("by way of .csv", () => {
    fc.assert(
      fc.property(pool, lang, (records, language) => {
        const files = [...recordsCsv(records, { lang: language, choices, shows: () => true })].map(([key, text]) => ({
          file: `${key}.csv`,
          tables: [readCsv(Buffer.from(text), key)],
        }));
        expect(recordsIn(files)).toEqual(records);
      }),
      { numRuns: count(200, 5_000) },
    );
  });
});
