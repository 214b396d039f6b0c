/** The intake list of groups: who is where, what places are left, who waits. As text, CSV or workbook. */
import type { Groups } from "../../programme/groups/groups.js";
import type { Closing } from "../../programme/groups/participants.js";
import type { Limit } from "../../programme/groups/waiting.js";
import { toCell } from "../../sheets/text.js";
import type { Cell } from "../../sheets/types.js";
import { BYTE_ORDER_MARK, csvText } from "../../sheets/write-csv.js";
import { type SheetOut, writeXlsx } from "../../sheets/write-xlsx.js";
import { DELIMITER } from "../csv.js";
import { shortDay } from "../dates.js";
import { visible } from "../text-table.js";
import type { Lang } from "../words.js";

const WORDS = {
  nl: {
    group: "Groep",
    women: "alleen vrouwen",
    mixed: (formal: number, informal: number) => `${formal} formeel, ${informal} informeel`,
    left: (n: number) => (n === 0 ? "vol" : `nog ${n} ${n === 1 ? "plaats" : "plaatsen"}`),
    lacks: (n: number, atLeast: number) => `${n} minder dan de ${atLeast} die er ten minste horen te zijn`,
    closings: {
      opening: "de locatie is dan niet lang genoeg open",
      kept: "een gemeenschap of iedereen houdt die dag vrij",
    } satisfies Readonly<Record<Closing, string>>,
    closedOn: (day: string, place: string | null, why: string) =>
      `Geen groep op ${day}${place === null ? "" : ` in ${place}`}: ${why}.`,
    closedHers: (days: string) => `op de eigen dagen (${days}) kan er geen groep zijn`,
    waiting: "Wachtlijst",
    nobody: "niemand",
    limits: {
      full: "een volle groep",
      closed: "de openingstijden en de dagen die vrij blijven",
      order: "de dag van wat ervoor of erna komt",
      dates: "de dagen",
      places: "de gemeente",
      languages: "de taal",
      forWomen: "een groep voor vrouwen",
      womenOnly: "de wens van alleen vrouwen",
    } satisfies Readonly<Record<Limit, string>>,
    because: (limits: string, one: boolean) => `geen plaats door ${limits}${one ? "" : " samen"}`,
    way: (limits: string, group: string | null) =>
      `zonder ${limits} wel, in ${group === null ? "een groep erbij" : `groep ${group}`}`,
    proven: "Een betere indeling bestaat niet; dat is bewezen.",
    unproven: (placed: number, most: number, mix: number, least: number) =>
      `Geplaatst: ${placed}; meer dan ${most} kan nooit. Ongelijkheid van de menging: ${mix}; minder dan ${least} kan nooit.`,
    item: "Onderdeel",
    heads: ["Deelnemer", "Groep", "Dag", "Taal", "Plaats"],
    waits: "wachtlijst",
    sheets: { people: "Deelnemers", groups: "Groepen" },
    groupHeads: ["Groep", "Dag", "Taal", "Alleen vrouwen", "Formeel", "Informeel", "Plaatsen over", "Plaats"],
    yes: "ja",
  },
  en: {
    group: "Group",
    women: "women only",
    mixed: (formal: number, informal: number) => `${formal} formal, ${informal} informal`,
    left: (n: number) => (n === 0 ? "full" : `${n} ${n === 1 ? "place" : "places"} left`),
    lacks: (n: number, atLeast: number) => `${n} fewer than the ${atLeast} that there should be at least`,
    closings: {
      opening: "the location is not open long enough then",
      kept: "a community or everybody keeps that day free",
    } satisfies Readonly<Record<Closing, string>>,
    closedOn: (day: string, place: string | null, why: string) =>
      `No group on ${day}${place === null ? "" : ` in ${place}`}: ${why}.`,
    closedHers: (days: string) => `on the days of this person (${days}) there can be no group`,
    waiting: "Waiting list",
    nobody: "nobody",
    limits: {
      full: "a full group",
      closed: "the opening times and the days that are kept free",
      order: "the day of what comes before or after",
      dates: "the days",
      places: "the municipality",
      languages: "the language",
      forWomen: "a group for women",
      womenOnly: "the wish for women only",
    } satisfies Readonly<Record<Limit, string>>,
    because: (limits: string, one: boolean) => `no place because of ${limits}${one ? "" : " together"}`,
    way: (limits: string, group: string | null) =>
      `without ${limits} there is, in ${group === null ? "one more group" : `group ${group}`}`,
    proven: "There is no better division; that is proven.",
    unproven: (placed: number, most: number, mix: number, least: number) =>
      `Placed: ${placed}; more than ${most} is never possible. Unevenness of the mix: ${mix}; less than ${least} is never possible.`,
    item: "Item",
    heads: ["Participant", "Group", "Day", "Language", "Place"],
    waits: "waiting list",
    sheets: { people: "Participants", groups: "Groups" },
    groupHeads: ["Group", "Day", "Language", "Women only", "Formal", "Informal", "Places left", "Place"],
    yes: "yes",
  },
} as const;

/** What a place is called. */
type PlaceLabel = (code: string) => string;
const asCode: PlaceLabel = (code) => code;

/** Who is where, and why each of those who wait has no place: for whoever may see the list itself. */
export function intakeText(
  { groups, waiting, reasons = [], closed = [], atLeast = 1, measures, bound, proven }: Groups,
  lang: Lang,
  label: PlaceLabel = asCode,
): string {
  const words = WORDS[lang];
  const blocks = groups.map(({ lacks = 0, ...group }) => {
    const { id, date, place, language, womenOnly, formal, informal, placesLeft, members } = group;
    const about = [
      dayText(date, lang),
      ...(place === undefined ? [] : [label(place)]),
      language,
      ...(womenOnly ? [words.women] : []),
      words.mixed(formal, informal),
      words.left(placesLeft),
      ...(lacks > 0 ? [words.lacks(lacks, atLeast)] : []),
    ];
    return `${words.group} ${id} · ${about.join(" · ")}\n  ${members.join(", ")}\n`;
  });
  const verdict = proven ? words.proven : words.unproven(measures.placed, bound.placed, measures.mix, bound.mix);
  const wait = `${words.waiting} (${waiting.length}): ${waiting.length === 0 ? words.nobody : waiting.join(", ")}`;
  const why = reasons.map((one) => `  ${reasonText(one, lang)}`);
  const shut = closed.map(({ date, place, why: reason }) =>
    words.closedOn(dayText(date, lang), place === null ? null : label(place), words.closings[reason]),
  );
  return [...blocks, [wait, ...why].join("\n"), ...shut, verdict]
    .map((block) => block.split("\n").map(visible).join("\n"))
    .join("\n")
    .concat("\n");
}

const dayText = (date: string, lang: Lang): string => shortDay(`${date}T00:00`, lang);

function reasonText({ code, because, ways, closed }: NonNullable<Groups["reasons"]>[number], lang: Lang): string {
  const words = WORDS[lang];
  const list = (limits: readonly Limit[]): string =>
    new Intl.ListFormat(lang, { type: "conjunction" }).format(limits.map((limit) => words.limits[limit]));
  const told = ways.map(({ group, without }) => words.way(list(without), group));
  const hers = closed === undefined ? [] : [words.closedHers(closed.map((date) => dayText(date, lang)).join(", "))];
  return `${code}: ${[words.because(list(because), because.length === 1), ...told, ...hers].join("; ")}`;
}

/** The groups of one item. */
export interface IntakeList {
  /** what the item is called; said where there are lists of several */
  readonly item: string;
  readonly groups: Groups;
}

/** A row for each participant of each list, as CSV: it is passed on, so it does not tell why somebody waits. */
export function intakeCsv(lists: readonly IntakeList[], lang: Lang, label: PlaceLabel = asCode): string {
  const { item: head, heads } = WORDS[lang];
  const table = <T>(item: T, row: readonly T[]): readonly T[] => shown(lists, item, row);
  const rows = [
    table(head, heads),
    ...lists.flatMap(({ item, groups }) => peopleOf(groups, lang, label).map((row) => table(item, row))),
  ];
  return (
    BYTE_ORDER_MARK +
    csvText(
      rows.map((row) => row.map(toCell)),
      DELIMITER[lang],
    )
  );
}

/** A row with its item, where there are lists of several; without its last cell, a place, where no group has said where it is. */
function shown<T>(lists: readonly IntakeList[], item: T, row: readonly T[]): readonly T[] {
  const isPlaced = lists.some(({ groups }) => groups.groups.some(({ place }) => place !== undefined));
  return [...(lists.length > 1 ? [item] : []), ...(isPlaced ? row : row.slice(0, -1))];
}

/** The same as a workbook: a sheet of participants for each list, and one of all groups with the places that are left in each. */
export function intakeXlsx(lists: readonly IntakeList[], lang: Lang, label: PlaceLabel = asCode): Promise<Uint8Array> {
  const { item: itemHead, heads, sheets, groupHeads, yes } = WORDS[lang];
  const columns = (names: readonly string[]) => names.map((header) => ({ header, width: 16 }));
  const day = (date: string): Cell => ({ day: date, time: null });
  const names = sheetNames(
    lists.map(({ item }) => item),
    sheets.people,
    sheets.groups,
  );
  const people = lists.map((list, at): SheetOut => {
    const alone = [list];
    return {
      name: names[at] ?? sheets.people,
      columns: columns(shown(alone, "", heads)),
      rows: peopleOf(list.groups, lang, label).map(([code, group, date, language, place]) =>
        shown<Cell | null>(alone, null, [
          toCell(code),
          group,
          date === "" ? null : day(date),
          language === "" ? null : language,
          place === "" ? null : place,
        ]),
      ),
      ready: 0,
    };
  });
  const groups: SheetOut = {
    name: sheets.groups,
    columns: columns(shown(lists, itemHead, groupHeads)),
    rows: lists.flatMap(({ item, groups: { groups: formed } }) =>
      formed.map(({ id, date, place, language, womenOnly, formal, informal, placesLeft }) =>
        shown<Cell | null>(lists, item, [
          id,
          day(date),
          language,
          womenOnly ? yes : null,
          formal,
          informal,
          placesLeft,
          place === undefined ? null : label(place),
        ]),
      ),
    ),
    ready: 0,
  };
  return writeXlsx([...people, groups]);
}

/** As many letters as the name of a sheet may have. */
const LONGEST_NAME = 31;
/** Names of sheets: those of the items, as a workbook takes them and each once; of one list alone, that of its people. */
function sheetNames(items: readonly string[], alone: string, ...taken: readonly string[]): readonly string[] {
  if (items.length === 1) return [alone];
  const names = [...taken];
  for (const item of items) {
    const plain = item
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'|'$/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const fits = (end: string) => plain.slice(0, LONGEST_NAME - end.length) + end;
    let name = fits("");
    for (let n = 2; names.some((one) => one.toLowerCase() === name.toLowerCase()); n++) name = fits(` ${n}`);
    names.push(name);
  }
  return names.slice(taken.length);
}

type Row = readonly [code: string, group: string, date: string, language: string, place: string];
function peopleOf({ groups, waiting }: Groups, lang: Lang, label: PlaceLabel): Row[] {
  return [
    ...groups.flatMap(({ id, date, place, language, members }) =>
      members.map((code): Row => [code, id, date, language, place === undefined ? "" : label(place)]),
    ),
    ...waiting.map((code): Row => [code, WORDS[lang].waits, "", "", ""]),
  ];
}
