/** What must be ready for each session, who does it and by when; and what of it is late or falls in the week to come. */

import * as z from "zod";
import { dayPlus } from "../dates/days.js";
import { InputError, type InputIssue } from "../model/errors.js";
import { listOf, oneOf, record, text } from "../model/leaves.js";
import type { Day, Plan, Season, Session } from "../model/types.js";
import { type FileKind, parseFile, readFile } from "./read.js";

const bool = z.boolean({ error: "true or false" });
const task = record({
  id: text,
  nl: text,
  en: text,
  who: oneOf(["client", "alliance"]),
  days: z.number({ error: "a whole number of days" }).int({ error: "a whole number of days" }),
  where: oneOf(["place", "online", "both"]),
  heavy: bool,
});
const tasksSchema = record({
  about: z.looseObject({}),
  heavyThemes: listOf(text, "themes"),
  items: listOf(task, "tasks", 1),
});
/** What must be ready, of `data/readiness.json`. */
export type Tasks = Readonly<z.infer<typeof tasksSchema>>;
export type Task = Tasks["items"][number];

/** @throws InputError with every wrong field */
export const readTasks = (file: unknown): Tasks => parseFile(file, { schema: tasksSchema }, "the readiness list");

const doneSchema = record({
  format: z.literal("koppel-done/1", { error: '"koppel-done/1"' }),
  done: listOf(record({ session: text, task: text }), "what is done"),
});
/** What has been done, `koppel-done/1`. */
export type Done = Readonly<z.infer<typeof doneSchema>>;
const DONE: FileKind<typeof doneSchema> = { schema: doneSchema };
/** @throws InputError with every wrong field */
export const readDone = (bytes: Uint8Array, what = "what is done"): Done => readFile(bytes, DONE, what);

export type Standing = "done" | "late" | "soon" | "later";
/** One thing that must be ready for one session. */
export interface Duty {
  readonly session: string;
  readonly activity: string;
  /** the session's day; the first on offer as long as it is not planned */
  readonly date: Day;
  readonly task: Task;
  readonly by: Day;
  readonly standing: Standing;
}
/** What is due within so many days is told for the week to come. */
const SOON_DAYS = 7;

/**
 * The duties of all sessions, by the day on which they are due.
 * @param plan null: the first date on offer counts
 * @param today the day from which late and soon are reckoned
 * @throws InputError where what is done names a session or a task that is not there
 */
export function dutiesOf(
  season: Season,
  plan: Plan | null,
  { items, heavyThemes }: Tasks,
  done: Done | null,
  today: Day,
): readonly Duty[] {
  if (done !== null) assertKnown(season, items, done);
  const isDone = (session: string, id: string) =>
    done?.done.some((one) => one.session === session && one.task === id) === true;
  const standing = (by: Day): Standing => (by < today ? "late" : by <= dayPlus(today, SOON_DAYS) ? "soon" : "later");
  return season.sessions
    .flatMap((session) => {
      const date = dateOf(session, plan);
      const end = dateOf(session, plan, -1);
      return items
        .filter((one) => applies(one, session, heavyThemes))
        .map((one): Duty => {
          const by = dayPlus(one.days < 0 ? end : date, -one.days);
          const stands = isDone(session.id, one.id) ? "done" : standing(by);
          return { session: session.id, activity: session.activity, date, task: one, by, standing: stands };
        });
    })
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

function assertKnown({ sessions }: Season, tasks: readonly Task[], { done }: Done): void {
  const issues = done.flatMap(({ session, task: id }, i): InputIssue[] => [
    ...(sessions.some((one) => one.id === session)
      ? []
      : [{ path: `done[${i}].session`, expected: "a session of the season", value: JSON.stringify(session) }]),
    ...(tasks.some((one) => one.id === id)
      ? []
      : [
          {
            path: `done[${i}].task`,
            expected: `one of ${tasks.map((one) => one.id).join(", ")}`,
            value: JSON.stringify(id),
          },
        ]),
  ]);
  if (issues.length > 0) throw new InputError("what is done", issues);
}

function applies({ where, heavy }: Task, { place, themes }: Session, heavyThemes: readonly string[]): boolean {
  const isHere = where === "both" || (where === "place") === (place !== null);
  return isHere && (!heavy || themes.some(({ id }) => heavyThemes.includes(id)));
}

/**
 * The day of a session in a plan; the first date on offer where it is not staffed.
 * @param part of a session of several parts: 0 is the first, -1 the last
 */
export function dateOf(session: Session, plan: Plan | null, part: 0 | -1 = 0): Day {
  const slot = plan?.assignments.find((one) => one.session === session.id)?.slot ?? 0;
  return (session.slots[slot]?.at(part)?.[0] ?? "").slice(0, 10);
}
