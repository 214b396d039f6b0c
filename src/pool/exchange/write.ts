/** From records to the rows of sheets, and sheets as a workbook or as CSV. Pure but for the library that packs the workbook. */

import type { Cell } from "../../sheets/types.js";
import { csvText, momentText } from "../../sheets/write-csv.js";
import { type SheetColumn, type SheetOut, writeXlsx } from "../../sheets/write-xlsx.js";
import type { Lang } from "./choices.js";
import type { AnyRow, Column, EntityKey, Sheet, SheetKey } from "./columns.js";
import { ENTITIES, ENTITY_KEYS, type PoolRecords, type RecordOf, SHEETS } from "./entities.js";
import { type DataChoices, Lists } from "./lists.js";
import { choiceColumns, explanationSheet } from "./template.js";
import { CHOICES, WITHHELD } from "./words.js";

/** What an export may show: columns that are left out are not in it at all, so that importing it again changes nothing there. */
export interface WriteOptions {
  readonly lang: Lang;
  readonly choices: DataChoices;
  readonly shows: (column: Column) => boolean;
  readonly showsSheet?: (key: SheetKey) => boolean;
  /** trainer → special fields of hers that may not leave the pool: their cells say so */
  readonly withheld?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The columns and cells of one sheet. */
interface Written {
  readonly sheet: Sheet;
  readonly columns: readonly (readonly [key: string, column: Column])[];
  readonly rows: readonly (readonly (Cell | null)[])[];
}

/** Empty rows that are made ready below those that are filled. */
const READY = 500;
const NO_RECORDS: PoolRecords = {
  organisation: [],
  trainer: [],
  client: [],
  local: [],
  programme: [],
  session: [],
  series: [],
};

/** The template: every sheet empty, with drop-downs and explanations. */
export function templateXlsx(lang: Lang, choices: DataChoices): Promise<Uint8Array> {
  return recordsXlsx(NO_RECORDS, { lang, choices, shows: () => true });
}

/** Records as a workbook that `readXlsx` and `readTables` read back to the same records. */
export function recordsXlsx(records: PoolRecords, options: WriteOptions): Promise<Uint8Array> {
  const { lang, choices } = options;
  const readied = ENTITY_KEYS.map((key) => [key, records[key].length + READY]);
  const lists = choiceColumns(choices, lang, Object.fromEntries(readied) as Record<EntityKey, number>);
  const sheets = written(records, options).map(({ sheet, columns, rows }): SheetOut => {
    const ready = rows.length + READY;
    return {
      name: sheet.name[lang],
      columns: columns.map(([, column]) => columnOut(column, lang, lists.rangeOf(column))),
      rows,
      ready,
    };
  });
  return writeXlsx([explanationSheet(lang, options), ...sheets, { ...lists.sheet, name: CHOICES[lang] }]);
}

/** Records as CSV, a file for each sheet by its key; `;` between cells in Dutch, `,` in English. */
export function recordsCsv(records: PoolRecords, options: WriteOptions): ReadonlyMap<SheetKey, string> {
  const delimiter = options.lang === "nl" ? ";" : ",";
  return new Map(
    written(records, options).map(({ sheet, columns, rows }) => {
      const header = columns.map(([, column]) => column.header[options.lang]);
      const body = rows.map((row) => row.map((cell) => csvCell(cell)));
      return [sheet.key, csvText([header, ...body], delimiter)];
    }),
  );
}

/** A sheet as plain text, for a page. */
export interface TextTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Records as tables of text, those without rows left out. */
export function recordTables(records: Partial<PoolRecords>, options: WriteOptions): readonly TextTable[] {
  return written({ ...NO_RECORDS, ...records }, options)
    .filter(({ rows }) => rows.length > 0)
    .map(({ sheet, columns, rows }) => ({
      name: sheet.name[options.lang],
      headers: columns.map(([, column]) => column.header[options.lang]),
      rows: rows.map((row) => row.map(csvCell)),
    }));
}

function csvCell(cell: Cell | null): string {
  if (cell === null) return "";
  return typeof cell === "object" ? momentText(cell) : String(cell);
}

function written(records: PoolRecords, options: WriteOptions): Written[] {
  const { lang, choices, shows, showsSheet = () => true, withheld } = options;
  const codes = Object.fromEntries(ENTITY_KEYS.map((key) => [key, rowsOf(records, key).map(({ code }) => code)]));
  const lists = new Lists(choices, codes as Record<EntityKey, string[]>);
  const cellOf = (key: string, column: Column, row: AnyRow): Cell | null => {
    const closed = column.special !== undefined && withheld?.get(String(row.code))?.has(column.special) === true;
    return closed ? WITHHELD[lang] : column.kind.write(row[key], lists.of(column, row), lang);
  };
  return SHEETS.filter(({ sheet }) => showsSheet(sheet.key)).map(({ sheet, entity, main }): Written => {
    const columns = Object.entries(sheet.columns).filter(([, column]) => shows(column));
    const rows = rowsOf(records, entity).flatMap(({ rows: of }): readonly AnyRow[] =>
      main ? [of.main] : (of.details[sheet.key] ?? []),
    );
    return {
      sheet,
      columns,
      rows: rows.map((row) => columns.map(([key, column]) => cellOf(key, column, row))),
    };
  });
}

function rowsOf(records: PoolRecords, key: EntityKey) {
  const of = <K extends EntityKey>(entity: K) =>
    records[entity].map((record: RecordOf[K]) => {
      const rows = ENTITIES[entity].toRows(record);
      return { code: String(rows.main.code), rows };
    });
  return of(key);
}

function columnOut(column: Column, lang: Lang, range: string | null): SheetColumn {
  const { shape } = column.kind;
  const title = column.header[lang];
  return {
    header: title,
    width: shape === "many" ? 32 : Math.max(12, Math.min(24, title.length + 2)),
    needed: !("empty" in column),
    // Else 06… loses its 0, and a code that looks like a date becomes one.
    ...(shape === "wall" ? { format: "wall" } : shape === "whole" || shape === "moment" ? {} : { format: "text" }),
    check: {
      title,
      help: column.help[lang],
      ...(range === null || shape !== "one" ? {} : { choices: { range, open: isOpen(column) } }),
    },
  };
}

/** A list from a data file may not know everything; codes and the program's own words it does. */
function isOpen({ source }: Column): boolean {
  return source !== undefined && "data" in source && source.data !== "role";
}
