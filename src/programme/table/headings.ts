/**
 * What the columns of a table hold, by their headings: as the questions are written, and as survey tools change them. Some write
 * headings of several rows; then the rows are read in the way that makes out most of them.
 */
import type { TextRow } from "./rows.js";

/** A code with what it is called. */
export interface Option {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
}
interface Asked extends Option {
  readonly required: boolean;
}
/** What a table is asked for: free text, a day, a whole number, yes or no, one option, many, or a step of a scale for each option. */
export type AskedQuestion =
  | (Asked & { readonly kind: "text" })
  | (Asked & { readonly kind: "day" })
  | (Asked & { readonly kind: "number" })
  | (Asked & { readonly kind: "flag" })
  | (Asked & { readonly kind: "one"; readonly options: readonly Option[] })
  | (Asked & {
      readonly kind: "many";
      readonly options: readonly Option[];
      /** whether an empty list has a column for each option, however many they are */
      readonly isApart?: boolean;
    })
  | (Asked & { readonly kind: "scale"; readonly options: readonly Option[]; readonly steps: readonly Option[] });

/** What a column holds: a whole question, one option of it, or nothing that is read. */
export type Column = { readonly question: AskedQuestion; readonly option: Option | null } | null;
export type Rows = readonly [heading: TextRow, ...body: TextRow[]];
/** What a heading is: null one that is never read, undefined one that nobody knows. */
export type HeadingOf = (text: string) => Column | undefined;

/** Letters and digits alone, without accents or capitals, so that every way to join a question and an option is one. */
export function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
export const namesOf = ({ id, nl, en }: Option): readonly string[] => [id, nl, en].map(plain);

/** A number or code before the question, as LimeSurvey and SurveyMonkey may put there: `1. `, `Q1: `, `G01Q02. `. */
const NUMBER = /^\s*\p{L}{0,4}\d+(?:[\p{L}_.-]?\d+)*\s*[.):]\s+/u;
/** What Qualtrics says of the column of the answer itself. */
const SELECTED = /\s*[-–(]\s*(selected choice|geselecteerde keuze)\s*\)?/i;

/** @param skip headings whose columns are never read */
export function headingsOf(questions: readonly AskedQuestion[], skip: readonly string[]): HeadingOf {
  const known = new Map<string, Column>(skip.map((text) => [plain(text), null]));
  for (const question of questions)
    for (const name of namesOf(question)) {
      if (question.kind !== "scale") known.set(name, { question, option: null });
      if (question.kind !== "scale" && question.kind !== "many") continue;
      for (const option of question.options)
        for (const label of namesOf(option)) known.set(`${name}${label}`, { question, option });
    }
  // Microsoft Forms heads the columns of a scale with what is rated alone.
  for (const question of questions)
    if (question.kind === "scale")
      for (const option of question.options)
        for (const label of [option.nl, option.en].map(plain))
          if (!known.has(label)) known.set(label, { question, option });
  return (text) =>
    [text, text.replace(NUMBER, "").replace(SELECTED, "")]
      .map(plain)
      .flatMap((one) => known.get(one) ?? (known.has(one) ? [null] : []))
      .at(0);
}

/** The rows with one heading, of the ways to read it the one in which most columns are of a question; the first of equals. */
export function oneHeading(rows: Rows, headingOf: HeadingOf): Rows {
  const madeOut = ([{ cells }]: Rows): number => cells.filter((text) => (headingOf(text) ?? null) !== null).length;
  return [asQualtrics(rows), asSurveyMonkey(rows)].reduce<Rows>(
    (best, way) => (way !== null && madeOut(way) > madeOut(best) ? way : best),
    rows,
  );
}

/** What Qualtrics writes in a third row under each heading. */
const IMPORT_ID = /^\{"ImportId":/;
/** Codes in the first row, questions in the second, ids in the third. */
function asQualtrics([codes, texts, ids, ...body]: Rows): Rows | null {
  if (texts === undefined || ids === undefined) return null;
  if (!ids.cells.every((cell) => cell === "" || IMPORT_ID.test(cell))) return null;
  return [{ row: texts.row, cells: codes.cells.map((code, at) => texts.cells[at] || code) }, ...body];
}

/** What SurveyMonkey writes under a question that has one column, in English or Dutch. */
const WHOLE_QUESTION = new Set(["response", "openendedresponse", "antwoord", "reactie", "openantwoord"]);
/** A question over the first of its columns alone, and in the row below which option each column is. */
function asSurveyMonkey([first, second, ...body]: Rows): Rows | null {
  if (second === undefined) return null;
  let question = "";
  const cells = Array.from({ length: Math.max(first.cells.length, second.cells.length) }, (_, at) => {
    const own = first.cells[at] ?? "";
    question = own || question;
    const option = second.cells[at] ?? "";
    if (option === "") return own;
    return WHOLE_QUESTION.has(plain(option)) ? question : `${question} - ${option}`;
  });
  return [{ row: second.row, cells }, ...body];
}
