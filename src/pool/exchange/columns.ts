/**
 * What a sheet is: its columns, each with its headers, its explanation, its kind and its choices. Template, import, export and
 * errors all come from this one description (sheet-*.ts).
 */
import type { Wording } from "../../sheets/types.js";
import type { SensitiveField } from "../store/rights.js";
import type { Choice, DataList } from "./choices.js";
import type { Kind } from "./kinds.js";

/** Records that others refer to by their code. */
export type EntityKey = "organisation" | "trainer" | "client" | "local" | "programme" | "session" | "series";

/** Where a column's choices come from. */
export type Source =
  | { readonly data: DataList }
  | { readonly fixed: readonly Choice[] }
  | { readonly refers: EntityKey }
  /** hangs on what an earlier column of the row says */
  | { readonly by: string; readonly lists: Readonly<Record<string, Source>> };

export interface Column<T = unknown> {
  readonly header: Wording;
  readonly help: Wording;
  readonly kind: Kind<T>;
  /** where the value stands in what is judged: `limits.perDay`; in a detail, below the item that its row is */
  readonly path: string;
  readonly source?: Source;
  /** codes of other records that stand within its values, all of which must be known */
  readonly mentions?: { readonly refers: EntityKey; codes(value: T): readonly string[] };
  /** what a blank cell means; a column without it must be filled */
  readonly empty?: T;
  /** of a special category: hidden from who may not read it, and never compared for them */
  readonly special?: SensitiveField | "excludes";
  /** who she is and how to reach her: for her own organisation alone */
  readonly names?: true;
  /**
   * a list that may be what she is kept away by: whoever may not see it only adds to it, whatever is in it, and nobody takes of it
   * while it is
   */
  guards?(row: AnyRow): boolean;
  /** protects her: a blank cell keeps what is there, and an import may not take away from it */
  weakens?(before: T, after: T): boolean;
}

export type Columns = Readonly<Record<string, Column>>;

export type SheetKey =
  | "organisations"
  | "trainers"
  | "consents"
  | "availability"
  | "clients"
  | "locals"
  | "clientContacts"
  | "localContacts"
  | "programmes"
  | "sessions"
  | "dates"
  | "needs"
  | "venues"
  | "wishes"
  | "series";

/** One sheet. Its first column is the code of the record that a row is, or belongs to. */
export interface Sheet<C extends Columns = Columns> {
  readonly key: SheetKey;
  readonly name: Wording;
  readonly help: Wording;
  readonly columns: C;
}

/** The values of one row, by column. */
export type RowOf<S> =
  S extends Sheet<infer C> ? { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never } : never;
export type AnyRow = Readonly<Record<string, unknown>>;

/** Keeps the columns' own types. */
export function sheet<const C extends Columns>(described: Sheet<C>): Sheet<C> {
  return described;
}
export function column<T>(described: Column<T>): Column<T> {
  return described;
}

/** The rows of one record: one on its main sheet, any number on the sheets of its details. */
export interface Rows {
  readonly main: AnyRow;
  readonly details: Readonly<Partial<Record<SheetKey, readonly AnyRow[]>>>;
}

/** Tells that what is judged at a path came from a row of a detail. */
export type Note = (path: string, sheet: SheetKey, row: number, fallback: string) => void;

/** A kind of record: which sheets it stands on, and the way from rows to it and back. */
export interface Entity<R> {
  readonly key: EntityKey;
  readonly main: Sheet;
  readonly details: readonly Sheet[];
  toRows(record: R): Rows;
  /** what `judge` is to judge */
  fromRows(rows: Rows, note: Note): unknown;
  /** @throws InputError with every wrong field */
  judge(value: unknown): R;
  /** what of a record refers to places in a list that the file tells anew, and is not in the file itself */
  follow?(before: R, record: R, said: AnyRow): R;
  /** rows of a detail that is told piece by piece, put together with what was known; without it new rows replace the old ones */
  readonly merge?: Readonly<
    Partial<Record<SheetKey, (before: readonly AnyRow[], rows: readonly AnyRow[]) => readonly AnyRow[]>>
  >;
}
