/** Reads the lists of data/ for the tests beside this file. */
import { readFileSync } from "node:fs";

/** One entry of a list: its tag, its Dutch and English labels, and whatever else the list says of it. */
export interface Item {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  readonly [field: string]: unknown;
}

/** A whole list: what it says about itself, and its entries. */
export interface List {
  readonly about: Readonly<Record<string, unknown>>;
  readonly items: readonly Item[];
}

/** A list with what it says of itself. */
export function whole(name: string): List {
  return JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), "utf8")) as List;
}

/** The entries of a list. */
export function list(name: string): readonly Item[] {
  return whole(name).items;
}
