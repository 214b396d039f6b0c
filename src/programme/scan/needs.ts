/**
 * The outcome of a quick scan, `koppel-needs/1`: what people want to learn, per theme and level, by group, with small counts
 * left out. Whatever is made of it (the report, what all share) reads only what is told here, so nothing leaks past it.
 */
import * as z from "zod";
import { listOf, oneOf, record, text, whole } from "../../model/leaves.js";
import { type FileKind, parseFile, readFile } from "../read.js";
import { LEAST_TOLD, type Told, told, toldTotal } from "../suppress.js";
import { type Answer, type Answers, GROUPS, type Group } from "./answers.js";

export const LEVELS = ["beginner", "advanced"] as const;
/** What somebody needs of a theme: a beginning, or more than that. */
export type Level = (typeof LEVELS)[number];

/** From this step of knowledge on a wish is one for more than a beginning. */
const ADVANCED_FROM = 2;
/** A theme is shared where in each group at least this share wants it. */
const SHARED_FROM = 1 / 3;

/** The questions of which the outcome counts each option over all answers. */
export const COUNTED = ["workForms", "communities", "languages", "cooperation", "days", "dayparts"] as const;
export type Counted = (typeof COUNTED)[number];

const count = z.union([z.null(), whole(LEAST_TOLD, 1_000_000)], { error: `a count from ${LEAST_TOLD}, or null` });
const byGroup = record({ formal: count, informal: count, municipality: count });
const tally = listOf(record({ id: text, people: whole(LEAST_TOLD, 1_000_000) }), "counts");
export const needsSchema = record({
  format: z.literal("koppel-needs/1", { error: '"koppel-needs/1"' }),
  leastTold: z.literal(LEAST_TOLD, { error: `${LEAST_TOLD}` }),
  groups: listOf(oneOf(GROUPS), "groups that answered"),
  people: record({ total: count, byGroup }),
  themes: listOf(
    record({
      id: text,
      shared: z.boolean({ error: "true or false" }),
      levels: listOf(record({ level: oneOf(LEVELS), total: count, byGroup }), "levels"),
    }),
    "themes",
  ),
  counts: record({
    workForms: tally,
    communities: tally,
    languages: tally,
    cooperation: tally,
    days: tally,
    dayparts: tally,
  }),
});
export type Needs = Readonly<z.infer<typeof needsSchema>>;

const KIND: FileKind<typeof needsSchema> = { schema: needsSchema };

/** @throws InputError with every wrong field */
export function readNeeds(bytes: Uint8Array, what = "the needs"): Needs {
  return readFile(bytes, KIND, what);
}

/** The level at which somebody wants a theme, or null where she does not. Who says nothing of what she knows begins. */
export function wantedLevel(answer: Answer, theme: string): Level | null {
  if (!answer.wishes.includes(theme)) return null;
  return (answer.knowledge[theme] ?? 0) >= ADVANCED_FROM ? "advanced" : "beginner";
}

/** How many people want a theme at a level: exact, for choosing a programme and never for a report. */
export interface Demand {
  readonly theme: string;
  readonly level: Level;
  readonly people: number;
  /** whether the outcome tells how many; else no part of them may be told either, for it could be taken from what is told */
  readonly isTold: boolean;
}

/** @param themes in the order of the result; a theme and level that nobody wants is not in it */
export function demandOf(answers: Answers, themes: readonly string[]): readonly Demand[] {
  const outcome = needsOf(answers, themes);
  return outcome.themes
    .flatMap(({ id: theme, levels }) =>
      levels.map(({ level, total }) => ({
        theme,
        level,
        people: answers.answers.filter((answer) => wantedLevel(answer, theme) === level).length,
        isTold: total !== null,
      })),
    )
    .filter(({ people }) => people > 0);
}

/**
 * The outcome.
 * @param themes every theme that was asked after
 */
export function needsOf({ answers }: Answers, themes: readonly string[]): Needs {
  const groups = GROUPS.filter((group) => answers.some(({ role }) => role === group));
  const sizes = groups.map((group) => answers.filter(({ role }) => role === group).length);
  const people = sizes.map((size) => told(size));
  const spread = (parts: readonly Told[]): Record<Group, Told> => {
    const of = (group: Group) => parts[groups.indexOf(group)] ?? null;
    return { formal: of("formal"), informal: of("informal"), municipality: of("municipality") };
  };
  const wanting = (group: Group, theme: string, level: Level) =>
    answers.filter((one) => one.role === group && wantedLevel(one, theme) === level).length;
  const theme = (id: string) => {
    const counts = LEVELS.map((level) => groups.map((group, g) => told(wanting(group, id, level), sizes[g])));
    const levels = LEVELS.map((level, l) => {
      const parts = counts[l] ?? [];
      return { level, total: toldTotal(parts), byGroup: spread(parts) };
    });
    return { id, shared: isShared(people, counts), levels };
  };
  const tallyOf = (question: Counted) => {
    const ids = new Set(answers.flatMap((answer) => answer[question]));
    return [...ids].sort().flatMap((id) => {
      const people = told(answers.filter((answer) => answer[question].includes(id)).length);
      return people === null ? [] : [{ id, people }];
    });
  };
  return {
    format: "koppel-needs/1",
    leastTold: LEAST_TOLD,
    groups,
    people: { total: toldTotal(people), byGroup: spread(people) },
    themes: themes.map(theme),
    counts: {
      workForms: tallyOf("workForms"),
      communities: tallyOf("communities"),
      languages: tallyOf("languages"),
      cooperation: tallyOf("cooperation"),
      days: tallyOf("days"),
      dayparts: tallyOf("dayparts"),
    },
  };
}

/** Whether each group wants the theme, as far as told counts can say: what is untold counts as nobody. */
function isShared(sizes: readonly Told[], levels: readonly (readonly Told[])[]): boolean {
  if (sizes.length < 2) return false;
  return sizes.every((size, g) => {
    const wanting = levels.reduce((sum, row) => sum + (row[g] ?? 0), 0);
    return size !== null && wanting >= size * SHARED_FROM;
  });
}

/** Needs from a JSON value. @throws InputError with every wrong field */
export function parseNeeds(value: unknown, what = "the needs"): Needs {
  return parseFile(value, KIND, what);
}
