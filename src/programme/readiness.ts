/** What must be ready for each session, who does it and by when; and what of it is late or falls in the week to come. */

import * as z from "zod";
import { dayPlus } from "../dates/days.js";
import { InputError, type InputIssue } from "../model/errors.js";
import { listOf, oneOf, record, text } from "../model/leaves.js";
import type { Day, Member, Plan, Session, Slot } from "../model/types.js";
import type { Item } from "./menu.js";
import { type FileKind, parseFile, readFile } from "./read.js";
import { isMadeOf } from "./sessions/named.js";

const bool = z.boolean({ error: "true or false" });
export const taskSchema = record({
  id: text,
  nl: text,
  en: text,
  who: oneOf(["client", "alliance"]),
  days: z.number({ error: "a whole number of days" }).int({ error: "a whole number of days" }),
  where: oneOf(["place", "online", "both"]),
  /** items of the menu of which it is asked as well, wherever they are */
  items: listOf(text, "items").optional(),
  /** activities of the menu of which it is not asked: for a conversation nobody is recruited */
  except: listOf(text, "activities").optional(),
  heavy: bool,
  replies: bool,
});
const tasksSchema = record({
  about: z.looseObject({}),
  heavyThemes: listOf(text, "themes"),
  items: listOf(taskSchema, "tasks", 1),
});
/** What must be ready, of `data/readiness.json`. */
export type Tasks = Readonly<z.infer<typeof tasksSchema>>;
export type Task = Tasks["items"][number];

/** @throws InputError with every wrong field */
export const readTasks = (file: unknown): Tasks => parseFile(file, { schema: tasksSchema }, "the readiness list");

export const doneSchema = record({
  format: z.literal("koppel-done/1", { error: '"koppel-done/1"' }),
  done: listOf(record({ session: text, task: text }), "what is done"),
});
/** What has been done, `koppel-done/1`. */
export type Done = Readonly<z.infer<typeof doneSchema>>;
const DONE: FileKind<typeof doneSchema> = { schema: doneSchema };
/** @throws InputError with every wrong field */
export const readDone = (bytes: Uint8Array, what = "what is done"): Done => readFile(bytes, DONE, what);

export type Standing = "done" | "late" | "soon" | "later";
/** What is read of a session to say what it needs. */
export type HeldSession = Pick<
  Session,
  "id" | "activity" | "programme" | "place" | "slots" | "seats" | "themes" | "pinned"
>;
/** A session's seats. */
export interface Seats {
  readonly all: number;
  /** those that have somebody in the plan; without a plan, those that are fixed */
  readonly filled: number;
  /** those whose trainer said yes to this date; null where no replies are kept */
  readonly yes: number | null;
}
/** One thing that must be ready for one session. */
export interface Duty {
  readonly session: string;
  readonly activity: string;
  /** the item of the menu that the session is; null: none, or it is not known */
  readonly item: string | null;
  /** the session's day; the first on offer as long as it is not planned */
  readonly date: Day;
  /** whether the day is chosen, in the plan or fixed */
  readonly isFixed: boolean;
  readonly task: Task;
  readonly by: Day;
  readonly standing: Standing;
  /** whether it is done because somebody said so; what the replies tell needs nobody's word */
  readonly isTicked: boolean;
  /** of what the trainers' replies tell; null for all else */
  readonly seats: Seats | null;
}
/** What is due within so many days is told for the week to come. */
const SOON_DAYS = 7;
/** Whether a member has said yes to a session on a date; null: no replies are kept. */
export type SaidYes = ((session: HeldSession, slot: Slot, member: Member, team: readonly Member[]) => boolean) | null;

export interface DutyParts {
  readonly sessions: readonly HeldSession[];
  /** null: what is fixed counts, else the first date on offer and no team */
  readonly plan: Plan | null;
  readonly tasks: Tasks;
  /** what somebody said is done */
  readonly done: Done | null;
  readonly saidYes?: SaidYes;
  /** the item of the menu that a session is, where that is known */
  readonly itemOf?: (session: HeldSession) => Pick<Item, "id"> | null;
  /** the day from which late and soon are reckoned */
  readonly today: Day;
}

/** The duties of all sessions, by the day on which they are due. */
export function dutiesOf({
  sessions,
  plan,
  tasks,
  done,
  saidYes = null,
  itemOf = () => null,
  today,
}: DutyParts): readonly Duty[] {
  const isDone = (session: string, id: string) =>
    done?.done.some((one) => one.session === session && one.task === id) === true;
  const standing = (by: Day): Standing => (by < today ? "late" : by <= dayPlus(today, SOON_DAYS) ? "soon" : "later");
  return sessions
    .flatMap((session) => {
      const { slot, isFixed, team } = arrangedOf(session, plan);
      const day = (part: 0 | -1): Day => (slot.at(part)?.[0] ?? "").slice(0, 10);
      const yes = saidYes && team.filter((member) => saidYes(session, slot, member, team)).length;
      const item = itemOf(session)?.id ?? null;
      const all = Object.values(session.seats).reduce((sum, n) => sum + (n ?? 0), 0);
      return tasks.items
        .filter((one) => applies(one, session, tasks.heavyThemes))
        .map((task): Duty => {
          const by = dayPlus(task.days < 0 ? day(-1) : day(0), -task.days);
          const isTicked = isDone(session.id, task.id);
          const stands = isTicked || (task.replies && yes === all) ? "done" : standing(by);
          const seats = task.replies ? { all, filled: team.length, yes } : null;
          const { id, activity } = session;
          return { session: id, activity, item, date: day(0), isFixed, task, by, standing: stands, isTicked, seats };
        });
    })
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

/** @throws InputError where what is done names a session or a task that is not there */
export function assertDone(
  sessions: readonly { readonly id: string }[],
  { items: tasks }: Tasks,
  { done }: Done,
): void {
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

function applies(
  { where, items = [], except = [], heavy }: Task,
  session: HeldSession,
  heavyThemes: readonly string[],
): boolean {
  const { activity, place, themes } = session;
  if (except.includes(activity)) return false;
  const isHere =
    where === "both" || (where === "place") === (place !== null) || items.some((item) => isMadeOf(session, item));
  return isHere && (!heavy || themes.some(({ id }) => heavyThemes.includes(id)));
}

/** The date and team of a session: as planned, else as far as they are fixed, else the first date on offer and nobody. */
function arrangedOf({ id, slots, pinned }: HeldSession, plan: Plan | null) {
  const planned = plan?.assignments.find((one) => one.session === id) ?? null;
  const slot = planned?.slot ?? pinned?.slot ?? null;
  return {
    slot: slots[slot ?? 0] ?? [],
    isFixed: slot !== null,
    team: planned?.team ?? pinned?.team ?? [],
  };
}
