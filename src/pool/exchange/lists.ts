/** The choice lists of the columns, from the data files, the program's own words and the codes that are known. */
import { type Choice, ChoiceList, DATA_LISTS, type DataList } from "./choices.js";
import type { AnyRow, Column, EntityKey, Source } from "./columns.js";

/** What the data files offer. */
export type DataChoices = Readonly<Record<DataList, readonly Choice[]>>;

const NONE = new ChoiceList([]);

export class Lists {
  private readonly data: ReadonlyMap<DataList, ChoiceList>;
  private readonly fixed = new Map<readonly Choice[], ChoiceList>();
  private readonly codes: ReadonlyMap<EntityKey, ChoiceList>;

  constructor(choices: DataChoices, codes: Readonly<Record<EntityKey, Iterable<string>>>) {
    this.data = new Map(DATA_LISTS.map((name) => [name, new ChoiceList(choices[name])]));
    const named = Object.entries(codes) as [EntityKey, Iterable<string>][];
    this.codes = new Map(
      named.map(([key, all]) => [key, new ChoiceList([...new Set(all)].map((code) => ({ code, nl: code, en: code })))]),
    );
  }

  /** Whether there is a record of that code, in the pool or in the files. */
  knows(entity: EntityKey, code: string): boolean {
    return this.codes.get(entity)?.codeOf({ text: code, literal: true }) !== null;
  }

  /** @param row the values of the columns before it */
  of(column: Column, row: AnyRow): ChoiceList {
    const source = sourceOf(column, row);
    if (source === null) return NONE;
    if ("data" in source) return this.data.get(source.data) ?? NONE;
    if ("refers" in source) return this.codes.get(source.refers) ?? NONE;
    if ("by" in source) return NONE;
    const list = this.fixed.get(source.fixed) ?? new ChoiceList(source.fixed);
    this.fixed.set(source.fixed, list);
    return list;
  }
}

/** Where the choices of a column come from in a row. */
export function sourceOf({ source }: Column, row: AnyRow): Source | null {
  if (source === undefined || !("by" in source)) return source ?? null;
  return source.lists[String(row[source.by])] ?? null;
}
