import { readdir } from "node:fs/promises";
import { join } from "node:path";

export interface Instance {
  /** the file's name without `.json` or `.json.gz` */
  readonly name: string;
  readonly path: string;
}

/**
 * The season files of a folder that are asked for: in the order of `only`, and within it in natural order of their names
 * (data_2 before data_10).
 */
export async function listInstances(
  folder: string,
  { only, limit, sample }: { readonly only: readonly string[]; readonly limit: number; readonly sample: number },
): Promise<readonly Instance[]> {
  const files = (await readdir(folder)).filter((file) => /\.json(\.gz)?$/.test(file));
  const placeIn = (name: string) => only.findIndex((pattern) => matches(name, pattern));
  const natural = new Intl.Collator("en", { numeric: true });
  const found = files
    .map((file) => ({ name: file.replace(/\.json(\.gz)?$/, ""), path: join(folder, file) }))
    .filter(({ name }) => only.length === 0 || placeIn(name) !== -1)
    .sort((a, b) => placeIn(a.name) - placeIn(b.name) || natural.compare(a.name, b.name));
  return spread(found, sample).slice(0, limit);
}

/** So many of the items, spread evenly, first and last among them where there are two or more. */
export function spread<T>(items: readonly T[], size: number): readonly T[] {
  if (size >= items.length) return items;
  const step = size > 1 ? (items.length - 1) / (size - 1) : 0;
  return Array.from({ length: size }, (_, index) => items[Math.round(index * step)]).filter(
    (item): item is T => item !== undefined,
  );
}

function matches(name: string, pattern: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
