/** The questionnaire of the quick scan: data in two languages, its options taken from the lists that they belong to. */
import * as z from "zod";
import { listOf, oneOf, record, text } from "../../model/leaves.js";
import { parseFile } from "../read.js";
import type { AskedQuestion, Option } from "../table/replies.js";

export type { Option } from "../table/replies.js";

/** The questions whose answers the outcome is made of; what they say and offer is data. */
export const QUESTIONS = [
  "role",
  "knowledge",
  "wishes",
  "workForms",
  "communities",
  "languages",
  "cooperation",
  "days",
  "dayparts",
] as const;
export type QuestionId = (typeof QUESTIONS)[number];
/** The lists of `data/` that options may come from. */
export const VOCABULARIES = ["themes", "work-forms", "backgrounds", "languages"] as const;
type VocabularyName = (typeof VOCABULARIES)[number];

/** The lists of `data/` as parsed JSON. */
export type Vocabularies = Readonly<Record<VocabularyName, { readonly items: readonly Option[] }>>;

/** A question: one option, many, or a step of a scale for each option. */
export type Question = Extract<AskedQuestion, { readonly options: readonly Option[] }> & { readonly id: QuestionId };
export interface Questionnaire {
  readonly questions: readonly Question[];
  /** headings whose columns are never read */
  readonly skip: readonly string[];
}

const labelled = { id: text, nl: text, en: text };
const option = record(labelled);
const options = z.union([oneOf(VOCABULARIES), listOf(option, "options", 1)], {
  error: `the name of a list (${VOCABULARIES.join(", ")}) or a list of options`,
});
const asked = {
  ...labelled,
  id: oneOf(QUESTIONS),
  required: z.boolean({ error: "true or false" }),
  options,
  /** options of a list that are not offered */
  without: listOf(text, "options").optional(),
};
const schema = record({
  about: z.looseObject({}),
  skip: listOf(text, "headings"),
  items: listOf(
    z.discriminatedUnion("kind", [
      record({ ...asked, kind: z.literal(["one", "many"]) }),
      record({ ...asked, kind: z.literal("scale"), steps: listOf(option, "steps", 2) }),
    ]),
    "questions",
  ),
});

const vocabulary = z.looseObject({ items: listOf(z.object(labelled), "entries", 1) });
const vocabularies = record({
  themes: vocabulary,
  "work-forms": vocabulary,
  backgrounds: vocabulary,
  languages: vocabulary,
});

/**
 * The questionnaire with the options of every question.
 * @param file `data/questionnaire.json`, parsed
 * @param lists the files that it takes options from, parsed
 * @throws InputError where a question is missing, given twice, or of the wrong shape
 */
export function readQuestionnaire(file: unknown, lists: unknown): Questionnaire {
  const vocabulary: Vocabularies = parseFile(lists, { schema: vocabularies }, "the lists of the questionnaire");
  const read = parseFile(
    file,
    {
      schema,
      cross: (faults, { items }) => {
        for (const id of QUESTIONS) {
          const times = items.filter((item) => item.id === id).length;
          if (times !== 1) faults.add(["items"], `the question ${id} once; it is there ${times} times`);
        }
      },
    },
    "the questionnaire",
  );
  const questions = read.items.map(({ without = [], ...item }): Question => {
    const listed = typeof item.options === "string" ? vocabulary[item.options].items : item.options;
    return { ...item, options: listed.filter(({ id }) => !without.includes(id)) };
  });
  return { questions, skip: read.skip };
}

/** The codes of all themes, in the order of the questionnaire. */
export function themesOf({ questions }: Questionnaire): readonly string[] {
  return questions.find(({ id }) => id === "wishes")?.options.map(({ id }) => id) ?? [];
}

/** What may be spoken, and the headings that are never read: names, mail addresses and what survey tools add. */
export function listFacts({ questions, skip }: Questionnaire) {
  return { languages: questions.find(({ id }) => id === "languages")?.options ?? [], skip };
}
