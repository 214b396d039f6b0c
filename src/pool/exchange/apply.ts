/** From patches to records: what the files say laid over what the pool has, judged whole, and what that changes. Pure. */
import { isDeepStrictEqual } from "node:util";
import { InputError } from "../../model/errors.js";
import type { Wording } from "../../sheets/types.js";
import type { AnyRow, Column, Entity, EntityKey, Rows, Sheet, SheetKey } from "./columns.js";
import { ENTITIES, ENTITY_KEYS, type RecordOf } from "./entities.js";
import type { SheetIssue } from "./issues.js";
import { misfit } from "./misfits.js";
import { at, firstKey, type Patch, type PlacedRow, type ReadTables, type RowPlace } from "./read.js";

/** What an import does to one record. */
export interface Change<K extends EntityKey = EntityKey> {
  readonly entity: K;
  readonly code: string;
  readonly what: "added" | "changed" | "unchanged";
  /** the headers of the columns and the names of the sheets of details that change; of a new record none */
  readonly fields: readonly Wording[];
  /** headers of columns that the file writes and the reader may not see: whether they change anything is not told */
  readonly uncompared: readonly Wording[];
  readonly record: RecordOf[K];
}

/** What the pool has of a record, or null. */
export type LookUp = <K extends EntityKey>(entity: K, code: string) => RecordOf[K] | null;

/**
 * Lays patches over the pool's records.
 * @param maySee whether the reader may learn what is in a column; of others she learns only that they were written
 * @returns the changes in the order in which they are to be saved, and what is wrong: then none is to be saved
 */
export function applyPatches(
  { patches, spoken }: Pick<ReadTables, "patches" | "spoken">,
  lookUp: LookUp,
  maySee: (column: Column) => boolean,
): { readonly changes: readonly Change[]; readonly issues: readonly SheetIssue[] } {
  const issues: SheetIssue[] = [];
  const changes = ENTITY_KEYS.flatMap((key) =>
    patches
      .filter(({ entity }) => entity === key)
      .flatMap((patch) => applyOne(key, patch, spoken, lookUp(key, patch.code), maySee, issues) ?? []),
  );
  return { changes, issues };
}

function applyOne<K extends EntityKey>(
  key: K,
  patch: Patch,
  spoken: ReadonlySet<SheetKey>,
  stored: RecordOf[K] | null,
  maySee: (column: Column) => boolean,
  issues: SheetIssue[],
): Change<K> | null {
  const entity: Entity<RecordOf[K]> = ENTITIES[key];
  const before = stored === null ? null : entity.toRows(stored);
  const main = mainRow(entity.main, patch.main, before?.main ?? null, issues, maySee);
  if (main === null) return null;
  const details = Object.fromEntries(
    entity.details.map(({ key: sheet }) => [sheet, detailRows(entity, sheet, patch, spoken, before)]),
  );
  const judgedRecord = judged(entity, { main, details }, patch, issues);
  if (judgedRecord === null) return null;
  const record =
    stored === null ? judgedRecord : (entity.follow?.(stored, judgedRecord, patch.main?.values ?? {}) ?? judgedRecord);
  if (before !== null && weakensOne(entity.main, patch.main, before.main, issues, maySee)) return null;
  const told = { entity: key, code: patch.code, record };
  if (before === null) return { ...told, what: "added", fields: [], uncompared: [] };
  const fields = changedFields(entity, before, entity.toRows(record), maySee);
  const written = (column: string): boolean => patch.main?.place.columns.has(column) === true;
  const unseen = Object.entries(entity.main.columns).filter(([column, about]) => !maySee(about) && written(column));
  const uncompared = unseen.map(([, { header }]) => header);
  return { ...told, what: fields.length > 0 ? "changed" : "unchanged", fields, uncompared };
}

const WEAKENS = {
  nl: "dit neemt bescherming weg; dat doen twee mensen samen, en niet door inlezen",
  en: "takes protection away; two people do that together, and not by an import",
};

/** Whether the file takes away from what protects her. */
function weakensOne(
  sheet: Sheet,
  placed: PlacedRow | null,
  before: AnyRow,
  issues: SheetIssue[],
  maySee: (column: Column) => boolean,
): boolean {
  if (placed === null) return false;
  const weaker = Object.entries(sheet.columns).filter(
    ([key, column]) =>
      key in placed.values &&
      (column.weakens?.(before[key], placed.values[key]) === true ||
        (column.guards?.(before) === true && maySee(column) && fewer(before[key], placed.values[key]))),
  );
  for (const [key] of weaker) issues.push(at(placed.place, key, WEAKENS));
  return weaker.length > 0;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether a list lacks something that it had. */
function fewer(before: unknown, after: unknown): boolean {
  const now = new Set(listOf(after));
  return listOf(before).some((one) => !now.has(one));
}

/** The row on the main sheet: cells of the file, else what was there, else what a blank means. */
function mainRow(
  sheet: Sheet,
  placed: PlacedRow | null,
  before: AnyRow | null,
  issues: SheetIssue[],
  maySee: (column: Column) => boolean,
): AnyRow | null {
  const row: Record<string, unknown> = { ...before, ...placed?.values };
  for (const [key, column] of Object.entries(sheet.columns))
    if (column.guards !== undefined && !maySee(column) && before !== null && key in (placed?.values ?? {}))
      row[key] = [...new Set([...listOf(before[key]), ...listOf(row[key])])];
  if (placed === null) return before === null ? null : row;
  let whole = true;
  for (const [key, column] of Object.entries(sheet.columns)) {
    // A cell that was refused has been told already.
    if (placed.place.columns.has(key)) whole &&= key in placed.values;
    else if (key in row) continue;
    else if ("empty" in column) row[key] = column.empty;
    else {
      whole = false;
      issues.push(
        at(placed.place, key, { nl: "een nieuwe rij heeft deze kolom nodig", en: "a new row needs this column" }),
      );
    }
  }
  return whole ? row : null;
}

function detailRows<R>(
  entity: Entity<R>,
  sheet: SheetKey,
  patch: Patch,
  spoken: ReadonlySet<SheetKey>,
  before: Rows | null,
): readonly AnyRow[] {
  const old = before?.details[sheet] ?? [];
  const said = patch.details.get(sheet);
  const speaks = said !== undefined || (patch.main !== null && spoken.has(sheet));
  if (!speaks) return old;
  const columns = Object.entries(entity.details.find(({ key }) => key === sheet)?.columns ?? {});
  const blanks = Object.fromEntries(columns.flatMap(([key, { empty }]) => (empty === undefined ? [] : [[key, empty]])));
  const rows = (said ?? []).map(({ values }) => ({ ...blanks, ...values }));
  return entity.merge?.[sheet]?.(old, rows) ?? rows;
}

function judged<R>(entity: Entity<R>, rows: Rows, patch: Patch, issues: SheetIssue[]): R | null {
  // Rows in which a cell was refused are not whole, so that nothing can be said of what they make together.
  const broken = [...patch.details].some(([, placed]) => placed.some((one) => !isWhole(one)));
  if (broken) return null;
  const origins: {
    readonly path: string;
    readonly sheet: SheetKey;
    readonly row: number;
    readonly fallback: string;
  }[] = [];
  const value = entity.fromRows(rows, (path, sheet, row, fallback) => origins.push({ path, sheet, row, fallback }));
  try {
    return entity.judge(value);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { path, expected } of error.issues) {
      const bare = path.replace(/^(trainer|session)\./, "");
      const origin = origins.filter((one) => isBelow(bare, one.path)).sort((a, b) => b.path.length - a.path.length)[0];
      const placed = origin === undefined ? undefined : patch.details.get(origin.sheet)?.[origin.row];
      if (origin !== undefined && placed !== undefined) {
        const rest = bare.slice(origin.path.length).replace(/^\./, "");
        issues.push(at(placed.place, columnAt(placed.place.sheet, rest) ?? origin.fallback, misfit(expected)));
      } else {
        const place = patch.main?.place ?? anyPlace(patch);
        const column = columnAt(place.sheet, bare) ?? firstKey(place.sheet);
        issues.push(at(place, column, misfit(expected)));
      }
    }
    return null;
  }
}

function isWhole({ values, place }: PlacedRow): boolean {
  return Object.entries(place.sheet.columns).every(
    ([key, column]) => key in values || ("empty" in column && !place.columns.has(key)),
  );
}

function isBelow(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}.`) || path.startsWith(`${prefix}[`);
}

function columnAt(sheet: Sheet, path: string): string | null {
  const found = Object.entries(sheet.columns).find(([, column]) => column.path !== "" && isBelow(path, column.path));
  return found?.[0] ?? null;
}

/** Where a record stands that is on sheets of details alone. */
function anyPlace(patch: Patch): RowPlace {
  const [first] = [...patch.details.values()].flat();
  if (first === undefined) throw new Error("a patch without a row");
  return first.place;
}

/** The name of a sheet; of how many rows it has how many are left, where it has fewer: perhaps the file was to add to them. */
function counted(name: Wording, before: number, after: number): Wording {
  if (after >= before) return name;
  return { nl: `${name.nl} (${before} → ${after} rijen)`, en: `${name.en} (${before} → ${after} rows)` };
}

function changedFields<R>(
  entity: Entity<R>,
  before: Rows,
  after: Rows,
  maySee: (column: Column) => boolean,
): Wording[] {
  const fields = Object.entries(entity.main.columns).flatMap(([key, column]) => {
    // To say whether it is the same would tell her what it is.
    if (!maySee(column)) return [];
    return isDeepStrictEqual(before.main[key], after.main[key]) ? [] : [column.header];
  });
  const sheets = entity.details.flatMap(({ key, name }) =>
    isDeepStrictEqual(before.details[key] ?? [], after.details[key] ?? [])
      ? []
      : [counted(name, (before.details[key] ?? []).length, (after.details[key] ?? []).length)],
  );
  return [...fields, ...sheets];
}
