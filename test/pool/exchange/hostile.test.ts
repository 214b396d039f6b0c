import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { count } from "../../support/counts.js";
import { inFolder } from "../support.js";
import { CANARY, hostile, KINDS } from "./hostile.js";

interface Told {
  readonly sheet: { readonly nl: string } | null;
  readonly row: number | null;
  readonly column: { readonly letter: string } | null;
}
interface Report {
  readonly refused: readonly (readonly Told[] | null)[];
  readonly texts: readonly string[];
  readonly rows: number;
  readonly peakMiB: number;
}

const MOST_MIB = 512;

/** A process of its own reads all files into one database, and tells how much memory it came to. */
function importAll(folder: string): Report {
  const child = spawnSync(
    process.execPath,
    [path.resolve("test/pool/exchange/import-all.mjs"), path.resolve("dist"), folder],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    },
  );
  if (child.status !== 0) throw new Error(`the import ended with ${child.status}: ${child.stderr}`);
  return JSON.parse(child.stdout) as Report;
}

describe("hostile files", () => {
  const many = count(150, 500);

  it(`are refused, ${many} of them, by place and never by value; no row is written, and memory stays small`, async () => {
    expect(Object.keys(KINDS).length).toBeGreaterThan(60);
    await inFolder((folder) => {
      const files = Array.from({ length: many }, (_, n) => hostile(n));
      for (const [n, { name, bytes }] of files.entries()) {
        const own = path.join(folder, String(n).padStart(4, "0"));
        mkdirSync(own);
        writeFileSync(path.join(own, name), bytes);
      }
      const { refused, texts, rows, peakMiB } = importAll(folder);
      expect(rows).toBe(0);
      const wrong: string[] = [];
      for (const [n, { kind, at }] of files.entries()) {
        const issues = refused[n] ?? [];
        const fits = issues.some(
          ({ sheet, row, column }) =>
            (sheet?.nl ?? undefined) === at.sheet &&
            (at.row === undefined || row === at.row) &&
            (at.column === undefined || column?.letter === at.column),
        );
        if (!fits) wrong.push(`${kind} (${n}) is refused elsewhere, or not at all: ${texts[n]}`);
        if (texts[n]?.includes(CANARY)) wrong.push(`${kind} (${n}) tells a value: ${texts[n]}`);
      }
      expect(wrong).toEqual([]);
      process.stdout.write(
        `${many} hostile files of ${Object.keys(KINDS).length} kinds: peak ${Math.round(peakMiB)} MiB\n`,
      );
      expect(peakMiB).toBeLessThan(MOST_MIB);
    });
  });
});
