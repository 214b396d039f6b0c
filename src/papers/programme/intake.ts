/** The intake list of groups: who is where, what places are left, who waits. As text, CSV or workbook; and the list that people's wishes come in by. */
import type { Groups } from "../../programme/groups/groups.js";
import type { Limit } from "../../programme/groups/waiting.js";
import type { AskedQuestion } from "../../programme/table/replies.js";
import { toCell } from "../../sheets/text.js";
import type { Cell } from "../../sheets/types.js";
import { BYTE_ORDER_MARK, csvText } from "../../sheets/write-csv.js";
import { type CellCheck, type SheetColumn, writeXlsx } from "../../sheets/write-xlsx.js";
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
    waiting: "Wachtlijst",
    nobody: "niemand",
    limits: {
      full: "een volle groep",
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
    heads: ["Deelnemer", "Groep", "Dag", "Taal", "Plaats"],
    waits: "wachtlijst",
    sheets: { people: "Deelnemers", groups: "Groepen" },
    groupHeads: ["Groep", "Dag", "Taal", "Alleen vrouwen", "Formeel", "Informeel", "Plaatsen over", "Plaats"],
    yes: "ja",
    help: {
      code: "Een code per deelnemer. Houd een lijst van codes en namen apart; hier horen geen namen.",
      text: "Vul de naam of een code in.",
      flag: "Zet een x waar het zo is; laat de cel anders leeg.",
      one: (options: string) => `Kies: ${options}.`,
      many: (options: string) => `Een of meer, met ; ertussen: ${options}.`,
    },
  },
  en: {
    group: "Group",
    women: "women only",
    mixed: (formal: number, informal: number) => `${formal} formal, ${informal} informal`,
    left: (n: number) => (n === 0 ? "full" : `${n} ${n === 1 ? "place" : "places"} left`),
    waiting: "Waiting list",
    nobody: "nobody",
    limits: {
      full: "a full group",
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
    heads: ["Participant", "Group", "Day", "Language", "Place"],
    waits: "waiting list",
    sheets: { people: "Participants", groups: "Groups" },
    groupHeads: ["Group", "Day", "Language", "Women only", "Formal", "Informal", "Places left", "Place"],
    yes: "yes",
    help: {
      code: "A code for each participant. Keep the list of codes and names elsewhere: no names here.",
      text: "The name or a code.",
      flag: "Put an x where it is so; else leave the cell empty.",
      one: (options: string) => `Choose: ${options}.`,
      many: (options: string) => `One or more, with ; between them: ${options}.`,
    },
  },
} as const;

/** What a place is called. */
type PlaceLabel = (code: string) => string;
const asCode: PlaceLabel = (code) => code;

/** Who is where, and why each of those who wait has no place: for whoever may see the list itself. */
export function intakeText(
  { groups, waiting, reasons = [], measures, bound, proven }: Groups,
  lang: Lang,
  label: PlaceLabel = asCode,
): string {
  const words = WORDS[lang];
  const blocks = groups.map(({ id, date, place, language, womenOnly, formal, informal, placesLeft, members }) => {
    const about = [
      shortDay(`${date}T00:00`, lang),
      ...(place === undefined ? [] : [label(place)]),
      language,
      ...(womenOnly ? [words.women] : []),
      words.mixed(formal, informal),
      words.left(placesLeft),
    ];
    return `${words.group} ${id} · ${about.join(" · ")}\n  ${members.join(", ")}\n`;
  });
  const verdict = proven ? words.proven : words.unproven(measures.placed, bound.placed, measures.mix, bound.mix);
  const wait = `${words.waiting} (${waiting.length}): ${waiting.length === 0 ? words.nobody : waiting.join(", ")}`;
  const why = reasons.map((one) => `  ${reasonText(one, lang)}`);
  return [...blocks, [wait, ...why].join("\n"), verdict]
    .map((block) => block.split("\n").map(visible).join("\n"))
    .join("\n")
    .concat("\n");
}

function reasonText({ code, because, ways }: NonNullable<Groups["reasons"]>[number], lang: Lang): string {
  const words = WORDS[lang];
  const list = (limits: readonly Limit[]): string =>
    new Intl.ListFormat(lang, { type: "conjunction" }).format(limits.map((limit) => words.limits[limit]));
  const told = ways.map(({ group, without }) => words.way(list(without), group));
  return `${code}: ${[words.because(list(because), because.length === 1), ...told].join("; ")}`;
}

/** A row for each participant, as CSV: it is passed on, so it does not tell why somebody waits. */
export function intakeCsv(groups: Groups, lang: Lang, label: PlaceLabel = asCode): string {
  const rows = [WORDS[lang].heads, ...peopleOf(groups, lang, label)].map((row) => shown(groups, row).map(toCell));
  return BYTE_ORDER_MARK + csvText(rows, DELIMITER[lang]);
}

/** Of a row whose last cell is a place: without it where no group has said where it is. */
function shown<T>({ groups }: Groups, row: readonly T[]): readonly T[] {
  return groups.some(({ place }) => place !== undefined) ? row : row.slice(0, -1);
}

/** The same as a workbook, with a second sheet of the groups and the places that are left in each. */
export function intakeXlsx(groups: Groups, lang: Lang, label: PlaceLabel = asCode): Promise<Uint8Array> {
  const { heads, sheets, groupHeads, yes } = WORDS[lang];
  const columns = (names: readonly string[]) => names.map((header) => ({ header, width: 16 }));
  const day = (date: string): Cell => ({ day: date, time: null });
  return writeXlsx([
    {
      name: sheets.people,
      columns: columns(shown(groups, heads)),
      rows: peopleOf(groups, lang, label).map(([code, group, date, language, place]) =>
        shown<Cell | null>(groups, [
          toCell(code),
          group,
          date === "" ? null : day(date),
          language === "" ? null : language,
          place === "" ? null : place,
        ]),
      ),
      ready: 0,
    },
    {
      name: sheets.groups,
      columns: columns(shown(groups, groupHeads)),
      rows: groups.groups.map(({ id, date, place, language, womenOnly, formal, informal, placesLeft }) =>
        shown<Cell | null>(groups, [
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
      ready: 0,
    },
  ]);
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

/** Rows of an empty list that are made ready to fill in. */
const READY = 500;

/** An empty list of participants with a column for each question, and one for each day. */
export function emptyIntakeXlsx(questions: readonly AskedQuestion[], lang: Lang): Promise<Uint8Array> {
  const { sheets, help } = WORDS[lang];
  const columns = questions.flatMap((question): SheetColumn[] => {
    const title = question[lang];
    const column = { header: title, width: 20, needed: question.required };
    if (question.id !== "dates" || question.kind !== "many")
      return [
        { ...column, format: "text", check: { title, help: helpOf(question, lang), ...dropDown(question, lang) } },
      ];
    return question.options.map((option) => ({
      ...column,
      header: `${title}: ${option[lang]}`,
      check: { title: option[lang], help: help.flag, ...FLAG },
    }));
  });
  return writeXlsx([{ name: sheets.people, columns, rows: [], ready: READY }]);
}

const FLAG = { choices: { range: '"x"', open: false } } as const;
/** The longest list that a spreadsheet takes within a cell's own check. */
const LONGEST_LIST = 255;

/** A drop-down where one thing is chosen, or an x is set; several languages in one cell have none. */
function dropDown(question: AskedQuestion, lang: Lang): Partial<Pick<CellCheck, "choices">> {
  if (question.kind === "flag") return FLAG;
  if (question.kind !== "one") return {};
  const labels = question.options.map((option) => option[lang]);
  const range = `"${labels.join(",")}"`;
  const fits = range.length <= LONGEST_LIST && !labels.some((label) => /[",]/.test(label));
  return fits ? { choices: { range, open: false } } : {};
}

function helpOf(question: AskedQuestion, lang: Lang): string {
  const { help } = WORDS[lang];
  if (question.kind === "text" || question.kind === "flag")
    return question.id === "code" ? help.code : help[question.kind];
  return (question.kind === "many" ? help.many : help.one)(question.options.map((option) => option[lang]).join(", "));
}
