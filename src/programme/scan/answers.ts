/** The answers to a quick scan, `koppel-answers/1`: about people who are not named, and still not for other eyes. */
import * as z from "zod";
import { InputError, type InputIssue } from "../../model/errors.js";
import { listOf, oneOf, record, text, whole } from "../../model/leaves.js";
import { type FileKind, parseFile, readFile } from "../read.js";
import type { Questionnaire } from "./questionnaire.js";

export const GROUPS = ["formal", "informal", "municipality"] as const;
/** Whom an answer comes from: a social professional, an informal worker, or somebody of the municipality. */
export type Group = (typeof GROUPS)[number];
/** The steps of `knowledge`: 0 new, 1 knows something, 2 experienced, 3 very experienced. */
export const MOST_KNOWLEDGE = 3;

const codes = z
  .array(text, { error: "a list of codes" })
  .refine((list) => new Set(list).size === list.length, { error: "each code once" });
const answer = record({
  role: oneOf(GROUPS),
  knowledge: z.record(text, whole(0, MOST_KNOWLEDGE), { error: "a step for each theme" }),
  wishes: codes,
  workForms: codes,
  communities: codes,
  languages: codes,
  cooperation: codes,
  days: codes,
  dayparts: codes,
});
export const answersSchema = record({
  format: z.literal("koppel-answers/1", { error: '"koppel-answers/1"' }),
  answers: listOf(answer, "answers"),
});
/** What one person answered; a question that she left open is an empty list or a theme that is absent. */
export type Answer = Readonly<z.infer<typeof answer>>;
export type Answers = Readonly<z.infer<typeof answersSchema>>;

const KIND: FileKind<typeof answersSchema> = { schema: answersSchema, personal: true };

/** @throws InputError with every wrong field, never with a value */
export function parseAnswers(value: unknown, what = "the answers"): Answers {
  return parseFile(value, KIND, what);
}

/** @throws InputError with every wrong field, never with a value */
export function readAnswers(bytes: Uint8Array, what = "the answers"): Answers {
  return readFile(bytes, KIND, what);
}

/**
 * Refuses answers with codes that the questionnaire does not know: they would count for nothing, unseen.
 * @throws InputError with each by its place, never by what it is
 */
export function assertOptions({ answers }: Answers, { questions }: Questionnaire, what = "the answers"): void {
  const issues = answers.flatMap((one, i) =>
    questions.flatMap(({ id, options }): InputIssue[] => {
      const given = id === "knowledge" ? Object.keys(one.knowledge) : [one[id]].flat();
      const known = given.every((code) => options.some((option) => option.id === code));
      return known ? [] : [{ path: `answers[${i}].${id}`, expected: "options of the questionnaire, by id" }];
    }),
  );
  if (issues.length > 0) throw new InputError(what, issues);
}

/** The answers of several files as one. */
export function joined(files: readonly Answers[]): Answers {
  return { format: "koppel-answers/1", answers: files.flatMap(({ answers }) => answers) };
}
