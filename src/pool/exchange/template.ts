/** The sheets of a workbook that are for people: the explanation and the choices. Both come from the description of the columns. */
import { toCell } from "../../sheets/text.js";
import { type Cell, letterOf } from "../../sheets/types.js";
import type { SheetOut } from "../../sheets/write-xlsx.js";
import { type Choice, ChoiceList, DATA_LISTS, type Lang } from "./choices.js";
import type { Column, EntityKey, SheetKey } from "./columns.js";
import { ENTITIES, SHEETS } from "./entities.js";
import { joinItems } from "./items.js";
import type { DataChoices } from "./lists.js";
import { CHOICES, EXPLANATION, LIST_NAMES, TEMPLATE_WORDS } from "./words.js";

/** The sheet of choices, and where in the workbook the choices of a column stand. */
export interface ChoiceColumns {
  readonly sheet: SheetOut;
  readonly rangeOf: (column: Column) => string | null;
}

interface NamedList {
  readonly name: string;
  readonly items: readonly Choice[];
}

/** @param ready how many rows the main sheet of each kind of record may have */
export function choiceColumns(
  choices: DataChoices,
  lang: Lang,
  ready: Readonly<Record<EntityKey, number>>,
): ChoiceColumns {
  const named: NamedList[] = DATA_LISTS.map((list) => ({ name: LIST_NAMES[list][lang], items: choices[list] }));
  for (const { sheet } of SHEETS) {
    for (const { header, source } of Object.values<Column>(sheet.columns)) {
      if (source === undefined || !("fixed" in source) || named.some(({ items }) => items === source.fixed)) continue;
      named.push({ name: `${sheet.name[lang]}: ${header[lang]}`, items: source.fixed });
    }
  }
  const cells = named.map(({ items }) => {
    const list = new ChoiceList(items);
    return items.map(({ code }) => {
      const item = list.written(code, lang);
      return toCell(item.literal ? joinItems([item]) : item.text);
    });
  });
  const longest = Math.max(0, ...cells.map((column) => column.length));
  const rangeOf = ({ source }: Column): string | null => {
    if (source === undefined || "by" in source) return null;
    if ("refers" in source) return `'${ENTITIES[source.refers].main.name[lang]}'!$A$2:$A$${ready[source.refers] + 1}`;
    const index =
      "data" in source ? DATA_LISTS.indexOf(source.data) : named.findIndex(({ items }) => items === source.fixed);
    const length = cells[index]?.length ?? 0;
    const letter = letterOf(index + 1);
    return length === 0 ? null : `'${CHOICES[lang]}'!$${letter}$2:$${letter}$${length + 1}`;
  };
  return {
    sheet: {
      name: CHOICES[lang],
      columns: named.map(({ name }) => ({ header: name, width: 30 })),
      rows: Array.from({ length: longest }, (_, row) => cells.map((column) => column[row] ?? null)),
      ready: 0,
    },
    rangeOf,
  };
}

/** What each sheet and column is for, and how the workbook is used. */
export function explanationSheet(
  lang: Lang,
  {
    shows,
    showsSheet = () => true,
  }: { readonly shows: (column: Column) => boolean; readonly showsSheet?: (key: SheetKey) => boolean },
): SheetOut {
  const words = TEMPLATE_WORDS[lang];
  const rows: (Cell | null)[][] = words.intro.map((line) => [null, null, null, line]);
  for (const { sheet } of SHEETS) {
    if (!showsSheet(sheet.key)) continue;
    rows.push([], [sheet.name[lang], null, null, sheet.help[lang]]);
    for (const column of Object.values<Column>(sheet.columns)) {
      if (!shows(column)) continue;
      const must = "empty" in column ? words.mayBeBlank : words.mustBeFilled;
      rows.push([null, column.header[lang], must, column.help[lang]]);
    }
  }
  return {
    name: EXPLANATION[lang],
    columns: [
      { header: words.sheet, width: 24 },
      { header: words.column, width: 36 },
      { header: words.fill, width: 14 },
      { header: EXPLANATION[lang], width: 110 },
    ],
    rows,
    ready: 0,
  };
}
