/** From tables to patches: what each row says of a record, and all that is wrong in cells, headers and sheets. Pure. */
import { fromCell } from "../../sheets/text.js";
import { type Cell, letterOf, type Row, type Table, type Wording, wording as w } from "../../sheets/types.js";
import type { AnyRow, Column, EntityKey, Sheet, SheetKey } from "./columns.js";
import { ENTITY_KEYS, SHEETS } from "./entities.js";
import type { SheetIssue } from "./issues.js";
import { NOT_LISTED } from "./kinds.js";
import { type DataChoices, Lists, sourceOf } from "./lists.js";
import { isCalled, isForPeople, plain, WITHHELD } from "./words.js";

/** A file's tables. A CSV file is one table, whose name need not say which sheet it is. */
export interface TablesOfFile {
  readonly file: string;
  readonly tables: readonly Table[];
}

/** A row and where it stands. */
export interface PlacedRow {
  readonly values: AnyRow;
  readonly place: RowPlace;
}
export interface RowPlace {
  readonly file: string;
  readonly sheet: Sheet;
  readonly row: number;
  /** key of a column → its number in the file */
  readonly columns: ReadonlyMap<string, number>;
}

/** What the files say of one record. */
export interface Patch {
  readonly entity: EntityKey;
  readonly code: string;
  /** null: it stands on sheets of details alone */
  main: PlacedRow | null;
  readonly details: Map<SheetKey, PlacedRow[]>;
}

export interface ReadTables {
  readonly patches: readonly Patch[];
  /** sheets of details that have rows, so that they speak for every record on the main sheet */
  readonly spoken: ReadonlySet<SheetKey>;
  readonly issues: readonly SheetIssue[];
  /** values that no list knows: perhaps typing errors */
  readonly notes: readonly SheetIssue[];
}

interface Found {
  readonly file: string;
  readonly table: Table;
  readonly sheet: Sheet;
  readonly entity: EntityKey;
  readonly main: boolean;
  /** number → column */
  readonly columns: ReadonlyMap<number, readonly [key: string, column: Column]>;
  readonly body: readonly Row[];
}
const BLANK = w("deze cel moet gevuld zijn", "must be filled");
const TWICE = w("deze code staat er al: één rij per code", "this code stands here already: one row for each code");
const UNLISTED = w(
  "dit kent de keuzelijst niet: is het een tikfout?",
  "is not in the list of choices: a typing error?",
);
const UNKNOWN_CODE = w(
  "deze code is niet bekend: voeg haar toe op haar eigen blad, of verbeter haar",
  "this code is not known: add it on its own sheet, or correct it",
);
const UNKNOWN_HEADER = w(
  "deze kop is niet bekend: neem de koppen van het sjabloon (koppel pool template) over, of verwijder de kolom",
  "this header is not known: take the headers of the template (koppel pool template), or delete the column",
);
const UNKNOWN_SHEET = w(
  "dit blad is niet bekend: geef het de naam van een blad uit het sjabloon, of verwijder het",
  "this sheet is not known: give it the name of a sheet of the template, or delete it",
);

/** By its key or by its name in either language. */
const named = (text: string, key: string, wording: Wording): boolean =>
  plain(text) === plain(key) || isCalled(text, wording);

/**
 * Reads what the tables of all files say.
 * @param known the codes that the pool has already
 */
export function readTables(
  files: readonly TablesOfFile[],
  choices: DataChoices,
  known: Readonly<Record<EntityKey, readonly string[]>>,
): ReadTables {
  const issues: SheetIssue[] = [];
  const notes: SheetIssue[] = [];
  const found = files.flatMap(({ file, tables }) =>
    tables.flatMap((table) => findSheet(file, table, tables.length === 1, issues) ?? []),
  );
  const lists = new Lists(choices, codesWith(found, known));
  const patches = new Map<string, Patch>();
  const spoken = new Set<SheetKey>();
  for (const one of found) {
    if (!one.main && one.body.length > 0) spoken.add(one.sheet.key);
    for (const row of one.body) {
      const placed = readRow(one, row, lists, issues, notes);
      const code = placed.values[firstKey(one.sheet)];
      if (typeof code !== "string") continue;
      const key = JSON.stringify([one.entity, code]);
      const patch = patches.get(key) ?? { entity: one.entity, code, main: null, details: new Map() };
      patches.set(key, patch);
      if (!one.main) patch.details.set(one.sheet.key, [...(patch.details.get(one.sheet.key) ?? []), placed]);
      else if (patch.main === null) patch.main = placed;
      else issues.push(at(placed.place, firstKey(one.sheet), TWICE));
    }
  }
  return { patches: [...patches.values()], spoken, issues, notes };
}

export function firstKey({ columns }: Sheet): string {
  return Object.keys(columns)[0] ?? "";
}

/** An issue in a row, at a column where the file has it. */
export function at(place: RowPlace, key: string | null, problem: Wording): SheetIssue {
  const number = key === null ? undefined : place.columns.get(key);
  const header = key === null ? null : (place.sheet.columns[key]?.header ?? null);
  const column = key === null ? null : { letter: number === undefined ? "–" : letterOf(number), header };
  return { file: place.file, sheet: place.sheet.name, row: place.row, column, problem };
}

/** Which sheet a table is, with its columns; null, and why among the issues, where it is none. */
function findSheet(file: string, table: Table, alone: boolean, issues: SheetIssue[]): Found | null {
  const byName = SHEETS.find(({ sheet }) => named(table.name, sheet.key, sheet.name));
  const about = byName ?? (alone ? sheetByHeaders(table) : undefined);
  const title = about?.sheet.name ?? w(`blad ${table.position}`, `sheet ${table.position}`);
  const issue = (row: number | null, column: number | null, header: Wording | null, problem: Wording): void => {
    issues.push({
      file,
      sheet: title,
      row,
      column: column === null ? null : { letter: letterOf(column), header },
      problem,
    });
  };
  if (about === undefined) {
    if (!isForPeople(table.name) && (table.rows.length > 0 || table.faults.length > 0))
      issue(null, null, null, UNKNOWN_SHEET);
    return null;
  }
  if (table.hidden && table.rows.length > 0) {
    issue(
      null,
      null,
      null,
      w("dit blad is verborgen: maak het zichtbaar of verwijder het", "this sheet is hidden: show it or delete it"),
    );
  }
  const columns = headersOf(table, about.sheet, issue);
  for (const { row, column, problem } of table.faults) {
    issue(row, column, column === null ? null : (columns.get(column)?.[1].header ?? null), problem);
  }
  // What was refused as a whole is not looked at any further: there would be a fault for every row.
  if (columns.size === 0) return null;
  return { file, table, ...about, columns, body: table.rows.filter(({ row }) => row > 1).filter(isFilled) };
}

/** The one sheet that has all the headers of a table. */
function sheetByHeaders({ rows }: Table) {
  const [header] = rows;
  const texts = [...(header?.cells.values() ?? [])].map((cell) => String(cell));
  const fitting = SHEETS.filter(({ sheet }) =>
    texts.every((text) => Object.entries(sheet.columns).some(([key, column]) => named(text, key, column.header))),
  );
  return texts.length > 1 && fitting.length === 1 ? fitting[0] : undefined;
}

type Tell = (row: number | null, column: number | null, header: Wording | null, problem: Wording) => void;

function headersOf(table: Table, sheet: Sheet, issue: Tell): Map<number, readonly [string, Column]> {
  const columns = new Map<number, readonly [string, Column]>();
  const [first] = table.rows;
  if (first === undefined) return columns;
  if (first.row !== 1) {
    issue(1, null, null, w("de koppen moeten in rij 1 staan", "the headers must stand in row 1"));
    return columns;
  }
  const taken = new Set<string>();
  for (const [number, cell] of first.cells) {
    const header = typeof cell === "string" ? fromCell(cell) : "";
    const found = Object.entries(sheet.columns).find(([key, column]) => named(header, key, column.header));
    if (found === undefined) issue(1, number, null, UNKNOWN_HEADER);
    else if (taken.has(found[0])) {
      issue(1, number, found[1].header, w("deze kolom staat er al", "this column stands here already"));
    } else {
      taken.add(found[0]);
      columns.set(number, found);
    }
  }
  const code = firstKey(sheet);
  if (taken.has(code)) return columns;
  issue(1, 1, sheet.columns[code]?.header ?? null, w("deze kolom ontbreekt", "this column is missing"));
  return new Map();
}

function isFilled({ cells }: Row): boolean {
  return [...cells.values()].some((cell) => !isBlank(cell));
}

function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === "string" && fromCell(cell) === "");
}

/** The codes of the pool and those that the files add. */
function codesWith(
  found: readonly Found[],
  known: Readonly<Record<EntityKey, readonly string[]>>,
): Record<EntityKey, Iterable<string>> {
  const codes = Object.fromEntries(ENTITY_KEYS.map((key) => [key, new Set(known[key])])) as Record<
    EntityKey,
    Set<string>
  >;
  for (const { entity, main, sheet, columns, body } of found) {
    const code = [...columns].find(([, [key]]) => key === firstKey(sheet));
    if (!main || code === undefined) continue;
    for (const { cells } of body) {
      const cell = cells.get(code[0]);
      if (typeof cell === "string" || typeof cell === "number") codes[entity].add(fromCell(String(cell)));
    }
  }
  return codes;
}

function readRow(found: Found, row: Row, lists: Lists, issues: SheetIssue[], notes: SheetIssue[]): PlacedRow {
  const { file, sheet, columns } = found;
  const numbers = new Map([...columns].map(([number, [key]]) => [key, number]));
  const place: RowPlace = { file, sheet, row: row.row, columns: numbers };
  const values: Record<string, unknown> = {};
  const blank = new Set<string>();
  // In the order of the description, since some choices hang on what an earlier column says.
  for (const [key, column] of Object.entries(sheet.columns)) {
    const number = numbers.get(key);
    if (number === undefined) continue;
    const cell = row.cells.get(number);
    if (column.special !== undefined && typeof cell === "string" && isWithheld(cell)) {
      blank.add(key);
      continue;
    }
    if (cell === undefined || isBlank(cell)) {
      if (column.weakens !== undefined) blank.add(key);
      else if ("empty" in column) values[key] = column.empty;
      else issues.push(at(place, key, BLANK));
      continue;
    }
    const source = sourceOf(column, values);
    const parsed = column.kind.parse(cell, lists.of(column, values));
    const refers = source !== null && "refers" in source;
    if ("problem" in parsed) {
      issues.push(at(place, key, refers && parsed === NOT_LISTED ? UNKNOWN_CODE : parsed.problem));
      continue;
    }
    values[key] = parsed.value;
    const { mentions } = column;
    if (mentions?.codes(parsed.value).some((code) => !lists.knows(mentions.refers, code)) === true)
      issues.push(at(place, key, UNKNOWN_CODE));
    if (parsed.unlisted !== true) continue;
    if (refers) issues.push(at(place, key, UNKNOWN_CODE));
    else notes.push(at(place, key, UNLISTED));
  }
  for (const number of row.cells.keys()) {
    if (columns.has(number)) continue;
    const column = { letter: letterOf(number), header: null };
    const problem = w("hier staat iets onder een lege kop: verwijder het", "stands below a blank header: delete it");
    issues.push({ file, sheet: sheet.name, row: row.row, column, problem });
  }
  // What is blank says nothing: the file has no such column for this row.
  for (const key of blank) numbers.delete(key);
  return { values, place };
}

/** What an export writes where a value may not leave the pool: importing it keeps what is there. */
function isWithheld(cell: string): boolean {
  return isCalled(cell, WITHHELD);
}
