/**
 * What people replied, from a table with one row a person: the exports of common survey tools and lists that are filled in by
 * hand, in Dutch or English. Several options stand in one cell, or each in a column of its own under `question [option]`,
 * however the two are joined.
 */
import { dayWritten } from "../../model/leaves.js";
import { type Wording, wording as w } from "../../sheets/types.js";
import {
  type AskedQuestion,
  type Column,
  type HeadingOf,
  headingsOf,
  namesOf,
  type Option,
  oneHeading,
  plain,
  type Rows,
} from "./headings.js";
import { TableIssues, type TextRow } from "./rows.js";

export type { AskedQuestion, Option } from "./headings.js";

/** One row's replies, by the id of the question. What was left open is "", 0, no, an empty list or an absent step. */
export interface Reply {
  text(id: string): string;
  /** a whole number; where it was left open, 0 */
  number(id: string): number;
  flag(id: string): boolean;
  /** the options that were chosen; of a question of one option, that one */
  options(id: string): readonly string[];
  /** option → step, 0 the first */
  steps(id: string): Readonly<Record<string, number>>;
}

const YES = new Set(["1", "x", "y", "j", "yes", "ja", "true", "waar", "checked", "selected", "aangevinkt"]);
const NO = new Set(["", "0", "n", "no", "nee", "false", "onwaar", "unchecked", "notselected", "nietaangevinkt"]);
/** What tools write where a question was not put to somebody. */
const NOT_ASKED = new Set(["na", "nvt"]);
/** Between several options in one cell; no label holds any of them (`test/programme` sees to it). */
export const BETWEEN_OPTIONS = /[;,|\n]/;
const UNKNOWN = w(
  "deze kop is geen vraag van de vragenlijst, en geen vraag met een optie (bij dagen: een dag die is opgegeven): neem de tekst of de code van de vraag over, of verwijder de kolom",
  "this heading is no question of the questionnaire, and none with an option (of days: a day that was given): take the question's text or its id, or delete the column",
);
const TWICE = w(
  "deze vraag of optie staat al in een andere kolom: houd er één over",
  "this question or option is in another column already: keep one of them",
);
const BLANK = w("deze cel moet gevuld zijn", "must be filled");
const NO_HEADING = w("deze cel staat niet onder een kop: maak haar leeg", "stands under no heading: empty it");
const YES_OR_NO = w(
  "hier wordt ja (1, x, ja, de optie zelf) of nee (0, nee, niets) verwacht",
  "expected yes (1, x, yes, the option itself) or no (0, no, nothing)",
);
const A_DAY = w(
  "hier wordt een dag verwacht, zoals 2027-03-12 of 12-3-2027",
  "expected a day such as 2027-03-12 or 12-3-2027",
);
const A_NUMBER = w("hier wordt een heel getal verwacht, 0 of meer", "expected a whole number, 0 or more");
const A_WHOLE = /^\d{1,6}$/;
const missing = ({ id, nl, en }: AskedQuestion) =>
  w(`er is geen kolom voor de vraag ${id} (${nl})`, `there is no column for the question ${id} (${en})`);
/** The options themselves where they are few, such as the days that were given. */
const FEW_OPTIONS = 10;
const listed = (options: readonly Option[], lang: "nl" | "en"): string =>
  options.length > FEW_OPTIONS ? "" : `: ${options.map((one) => one[lang]).join("; ")}`;
const anOption = ({ nl, en }: Option, options: readonly Option[]) =>
  w(
    `hier worden opties van ‘${nl}’ verwacht, met de tekst of de code, en ; ertussen${listed(options, "nl")}`,
    `expected options of ‘${en}’, by label or id, with ; between them${listed(options, "en")}`,
  );
const aStep = ({ nl, en }: AskedQuestion, steps: readonly Option[]) => {
  const list = (lang: "nl" | "en") => steps.map((step) => `${step.id} (${step[lang]})`).join(", ");
  return w(
    `hier wordt een stap van ‘${nl}’ verwacht, of niets: ${list("nl")}`,
    `expected a step of ‘${en}’, or nothing: ${list("en")}`,
  );
};

const findOption = (options: readonly Option[], text: string) =>
  options.find((one) => namesOf(one).includes(plain(text)));

/**
 * @param rows the headings first, each row with its number in the file
 * @param skip headings whose columns are never read
 * @returns the replies with the row of each, and how many columns were left unread
 * @throws SheetsRefused with every wrong cell
 */
export function repliesOf(
  rows: Rows,
  questions: readonly AskedQuestion[],
  skip: readonly string[],
  file: string,
): { readonly replies: readonly (readonly [row: number, reply: Reply])[]; readonly unread: number } {
  const issues = new TableIssues(file);
  const headingOf = headingsOf(questions, skip);
  const [heading, ...body] = oneHeading(rows, headingOf);
  const columns = columnsOf(heading, headingOf, issues);
  for (const question of questions)
    if (question.required && !columns.some((column) => column?.question === question))
      issues.add(heading.row, null, missing(question));
  const replies = body.map((row) => [row.row, replyOf(row, columns, issues)] as const);
  issues.refuse();
  return { replies, unread: columns.filter((column) => column === null).length };
}

function columnsOf({ row, cells }: TextRow, headingOf: HeadingOf, issues: TableIssues): readonly Column[] {
  const seen = new Set<string>();
  return cells.map((text, at) => {
    const column = headingOf(text);
    if (column === undefined && text !== "") issues.add(row, at + 1, UNKNOWN);
    if (column === undefined || column === null) return null;
    const key = `${column.question.id} ${column.option?.id}`;
    if (seen.has(key)) issues.add(row, at + 1, TWICE);
    seen.add(key);
    return column;
  });
}

function replyOf({ row, cells }: TextRow, columns: readonly Column[], issues: TableIssues): Reply {
  const texts = new Map<string, string>();
  const flags = new Set<string>();
  const lists = new Map<string, Set<string>>();
  const scales = new Map<string, Record<string, number>>();
  if (cells.length > columns.length) issues.add(row, columns.length + 1, NO_HEADING);
  for (const [at, column] of columns.entries()) {
    if (column === null) continue;
    const { question, option } = column;
    const written = cells[at] ?? "";
    const cell = question.kind !== "text" && NOT_ASKED.has(plain(written)) ? "" : written;
    const wrong = (problem: Wording) => issues.add(row, at + 1, problem);
    const chosen = lists.get(question.id) ?? new Set<string>();
    lists.set(question.id, chosen);
    if (question.required && option === null && cell === "") wrong(BLANK);
    else if (question.kind === "text") texts.set(question.id, cell);
    else if (question.kind === "day") {
      const day = dayWritten(cell);
      if (day !== null) texts.set(question.id, day);
      else if (cell !== "") wrong(A_DAY);
    } else if (question.kind === "number") {
      if (A_WHOLE.test(cell)) texts.set(question.id, cell);
      else if (cell !== "") wrong(A_NUMBER);
    } else if (question.kind === "flag") {
      if (YES.has(plain(cell))) flags.add(question.id);
      else if (!NO.has(plain(cell))) wrong(YES_OR_NO);
    } else if (question.kind === "scale") {
      if (cell === "" || option === null) continue;
      const step = question.steps.findIndex((one) => namesOf(one).includes(plain(cell)));
      if (step < 0) wrong(aStep(question, question.steps));
      else scales.set(question.id, { ...scales.get(question.id), [option.id]: step });
    } else if (option !== null) {
      if (YES.has(plain(cell)) || findOption([option], cell) !== undefined) chosen.add(option.id);
      else if (!NO.has(plain(cell))) wrong(YES_OR_NO);
    } else {
      const parts = question.kind === "one" ? [cell] : cell.split(BETWEEN_OPTIONS);
      const found = parts.filter((part) => plain(part) !== "").map((part) => findOption(question.options, part));
      if (found.includes(undefined)) wrong(anOption(question, question.options));
      for (const one of found) if (one !== undefined) chosen.add(one.id);
    }
  }
  return {
    text: (id) => texts.get(id) ?? "",
    number: (id) => Number(texts.get(id) ?? 0),
    flag: (id) => flags.has(id),
    options: (id) => [...(lists.get(id) ?? [])],
    steps: (id) => scales.get(id) ?? {},
  };
}
