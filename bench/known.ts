import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What is known of an instance from elsewhere; null where it is not. */
export interface Known {
  readonly cost: number | null;
  readonly bound: number | null;
  /** the part of every plan's cost that comes of sessions that nobody can staff */
  readonly unavoidable: number | null;
}

export const UNKNOWN: Known = { cost: null, bound: null, unavoidable: null };

/** Reads a CSV with the columns `instance,cost,bound,unavoidable` (commas, no quotes; empty where unknown). */
export async function readKnown(path: string): Promise<ReadonlyMap<string, Known>> {
  const rows = parseCsv(await readFile(path, "utf8"));
  return new Map(
    rows.map((row) => [
      row.instance ?? "",
      { cost: numberIn(row.cost), bound: numberIn(row.bound), unavoidable: numberIn(row.unavoidable) },
    ]),
  );
}

/**
 * Reads every `best_known_SET….csv` of a folder. Their columns differ from set to set: whatever is called `ub` was
 * reached by somebody and whatever is called `lb` was proved, so the best of each counts.
 * @returns by the name of the season file, `SET-instance`
 */
export async function readBestKnown(folder: string): Promise<ReadonlyMap<string, Known>> {
  const best = new Map<string, Known>();
  for (const file of await readdir(folder)) {
    const set = /^best_known_([a-z]+)\d*\.csv$/.exec(file)?.[1];
    if (set === undefined) continue;
    for (const row of parseCsv(await readFile(join(folder, file), "utf8"))) {
      const numbers = (word: RegExp) =>
        Object.entries(row).flatMap(([column, text]) => (word.test(column) ? (numberIn(text) ?? []) : []));
      const costs = numbers(/(^|_)ub(_|$)/);
      const bounds = numbers(/(^|_)lb(_|$)/);
      best.set(`${set}-${row.instance}`, {
        cost: costs.length === 0 ? null : Math.min(...costs),
        bound: bounds.length === 0 ? null : Math.max(...bounds),
        unavoidable: null,
      });
    }
  }
  return best;
}

function parseCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...lines] = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const columns = (header ?? "").split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column.trim(), (cells[index] ?? "").trim()]));
  });
}

function numberIn(text: string | undefined): number | null {
  return text === undefined || text === "" || !Number.isFinite(Number(text)) ? null : Number(text);
}
