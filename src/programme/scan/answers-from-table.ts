/**
 * Answers from a table, one row an answer: the exports of common survey tools, in Dutch or English. Several options stand in
 * one cell, or each in a column of its own under `question [option]`, however the two are joined.
 */
import { InputError, type InputIssue } from "../../model/errors.js";
import { letterOf } from "../../sheets/types.js";
import type { AnswerRow } from "./answer-table.js";
import { type Answers, parseAnswers } from "./answers.js";
import type { Option, Question, Questionnaire } from "./questionnaire.js";

/** What a column holds: a whole question, one option of it, or nothing that is read. */
type Column =
  | { readonly question: Question; readonly option: Option | null }
  | { readonly question: null; readonly option: null };

const YES = new Set(["1", "x", "y", "j", "yes", "ja", "true", "waar", "checked", "selected", "aangevinkt"]);
const NO = new Set(["", "0", "n", "no", "nee", "false", "onwaar", "unchecked", "notselected", "nietaangevinkt"]);
/** Between several options in one cell; no label holds any of them (`test/programme` sees to it). */
export const BETWEEN_OPTIONS = /[;,|\n]/;

/** Letters and digits alone, without accents or capitals, so that every way to join a question and an option is one. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

const namesOf = (option: Option) => [option.id, option.nl, option.en].map(plain);

/**
 * @param rows the heading first, each with its number in the file
 * @returns the answers, and how many columns were left unread
 * @throws InputError with every wrong cell by row and column; never with what the cell holds
 */
export function answersFromTable(
  rows: readonly AnswerRow[],
  questionnaire: Questionnaire,
  what = "the answers",
): { readonly answers: Answers; readonly unread: number } {
  const [heading, ...body] = rows;
  const issues: InputIssue[] = [];
  const columns = columnsOf(heading?.cells ?? [], questionnaire, issues);
  for (const question of questionnaire.questions)
    if (question.required && !columns.some((column) => column.question === question))
      issues.push({ path: "heading", expected: `a column for the question ${question.id} (${question.nl})` });
  const answers = body.map((row) => answerOf(row, columns, issues));
  if (issues.length > 0) throw new InputError(what, issues);
  const unread = columns.filter(({ question }) => question === null).length;
  return { answers: parseAnswers({ format: "koppel-answers/1", answers }, what), unread };
}

function columnsOf(heading: readonly string[], { questions, skip }: Questionnaire, issues: InputIssue[]): Column[] {
  const known = new Map<string, Column>(skip.map((text) => [plain(text), { question: null, option: null }]));
  for (const question of questions)
    for (const name of namesOf(question)) {
      if (question.kind !== "scale") known.set(name, { question, option: null });
      if (question.kind === "one") continue;
      for (const option of question.options)
        for (const label of namesOf(option)) known.set(`${name}${label}`, { question, option });
    }
  const seen = new Set<string>();
  return heading.map((text, at): Column => {
    const path = `heading, column ${letterOf(at + 1)}`;
    const column = known.get(plain(text));
    if (column === undefined) {
      if (text !== "")
        issues.push({
          path,
          expected:
            "a question of the questionnaire, or one with an option, by its Dutch or English text or its id: take other columns out",
        });
      return { question: null, option: null };
    }
    const key = `${column.question?.id} ${column.option?.id}`;
    if (column.question !== null && seen.has(key))
      issues.push({ path, expected: "each question and option in one column" });
    seen.add(key);
    return column;
  });
}

function answerOf({ row, cells }: AnswerRow, columns: readonly Column[], issues: InputIssue[]) {
  const lists = new Map<string, Set<string>>();
  const steps: Record<string, number> = {};
  const wrong = (at: number, expected: string) =>
    issues.push({ path: `row ${row}, column ${letterOf(at + 1)}`, expected });
  if (cells.length > columns.length) wrong(columns.length, "nothing: the heading has no such column");
  for (const [at, column] of columns.entries()) {
    const { question, option } = column;
    if (question === null) continue;
    const cell = cells[at] ?? "";
    const chosen = lists.get(question.id) ?? new Set<string>();
    lists.set(question.id, chosen);
    if (question.kind === "scale") {
      if (cell === "" || option === null) continue;
      const step = question.steps.findIndex((one) => namesOf(one).includes(plain(cell)));
      if (step < 0)
        wrong(
          at,
          `a step of ${question.id}: ${question.steps.map(({ id, en }) => `${id} (${en})`).join(", ")}, or nothing`,
        );
      else steps[option.id] = step;
    } else if (option !== null) {
      const text = plain(cell);
      if (YES.has(text) || namesOf(option).includes(text)) chosen.add(option.id);
      else if (!NO.has(text)) wrong(at, "yes (1, x, ja, yes, the option itself) or no (0, nee, no, nothing)");
    } else if (question.required && cell === "") wrong(at, `an answer to ${question.id}`);
    else readCell(cell, question, chosen, (expected) => wrong(at, expected));
  }
  const many = (id: string) => [...(lists.get(id) ?? [])];
  return {
    role: many("role")[0],
    knowledge: steps,
    wishes: many("wishes"),
    workForms: many("workForms"),
    communities: many("communities"),
    languages: many("languages"),
    cooperation: many("cooperation"),
    days: many("days"),
    dayparts: many("dayparts"),
  };
}

/** Adds the options of a cell. */
function readCell(cell: string, question: Question, chosen: Set<string>, wrong: (expected: string) => void): void {
  const parts = question.kind === "one" ? [cell] : cell.split(BETWEEN_OPTIONS);
  const names = parts.map(plain).filter((name) => name !== "");
  for (const name of names) {
    const option = question.options.find((one) => namesOf(one).includes(name));
    if (option === undefined) {
      wrong(`options of ${question.id}, by label or id, with ; between them`);
      return;
    }
    chosen.add(option.id);
  }
}
