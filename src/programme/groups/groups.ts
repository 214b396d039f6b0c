/** The groups of a training with who waits, `koppel-groups/1`. */
import * as z from "zod";
import { day, listOf, record, text, whole } from "../../model/leaves.js";
import { type FileKind, readFile } from "../read.js";
import { bestPossible } from "./bound.js";
import { completed, divide } from "./divide.js";
import { bestDivision, FEW } from "./exact.js";
import { frameOf } from "./frame.js";
import { compare, type Division, lackOf, measure, membersOf } from "./measure.js";
import { type Numbers, numbersOf } from "./numbers.js";
import { closedDay, type Intake } from "./participants.js";
import { reason, reasonsOf } from "./waiting.js";

const MOST_STATES = 300_000;

const count = whole(0, 1_000_000_000);
const bool = z.boolean({ error: "true or false" });
const measures = record({ placed: count, small: count.default(0), mix: count, colleagues: count });
const group = record({
  id: text,
  date: day,
  /** the municipality of a region in which it is, where its members have said where they can be; else the order's shares decide */
  place: text.optional(),
  language: text,
  womenOnly: bool,
  formal: count,
  informal: count,
  placesLeft: count,
  /** how many it lacks of what a group should have at least; absent where it has enough */
  lacks: count.optional(),
  members: listOf(text, "codes"),
});
export const groupsSchema = record({
  format: z.literal("koppel-groups/1", { error: '"koppel-groups/1"' }),
  groups: listOf(group, "groups"),
  waiting: listOf(text, "codes"),
  /** how many a group should have at least, and the days on which none could be, where that was known */
  atLeast: count.optional(),
  closed: listOf(closedDay, "days").optional(),
  /** why each of those who wait has no place; absent in groups that were made before it was told */
  reasons: listOf(reason, "reasons").optional(),
  /** what this division comes to, and what none could better */
  measures,
  bound: measures,
  /** whether no division is better: more placed, else fewer small groups, else more even, else colleagues better */
  proven: bool,
});
export type Groups = Readonly<z.infer<typeof groupsSchema>>;
const KIND: FileKind<typeof groupsSchema> = { schema: groupsSchema, personal: true };
/** @throws InputError with every wrong field, never with a value */
export const readGroups = (bytes: Uint8Array, what = "the groups"): Groups => readFile(bytes, KIND, what);

/** A division with its numbers, in which nobody waits who could be in a group as it is told to be. */
function settled(intake: Intake, divided: Division): { readonly division: Division } & Numbers {
  const numbers = numbersOf(intake, divided);
  const division = completed(intake, divided, numbers.wanted);
  const isNew = division.some((g) => g >= 0 && !numbers.order.includes(g));
  // A group more has a number too, and then the others may have another.
  return isNew ? settled(intake, division) : { division, ...numbers };
}

/** The groups of an intake. Groups that stay empty are left out. */
export function groupsOf(intake: Intake): Groups {
  const { division: first } = divide(intake);
  const few = intake.participants.length <= FEW;
  const { division: divided, proven } = few
    ? bestDivision(intake, first, MOST_STATES)
    : { division: first, proven: false };
  const { division, order, wanted } = settled(intake, divided);
  const reached = measure(intake, division);
  const bound = bestPossible(intake, reached);
  const isProven = proven || compare(reached, bound) <= 0;
  const all = membersOf(intake, division);
  const ids = new Map(order.map((g, i) => [g, `${i + 1}`]));
  const groups = [...ids].map(([g, id]): Groups["groups"][number] => {
    const members = all[g] ?? [];
    const { place, ...frame } = frameOf(members, intake, wanted[g]);
    const formal = members.filter(({ kind }) => kind === "formal").length;
    const lacks = lackOf(members.length, intake);
    return {
      id,
      ...frame,
      ...(place === null ? {} : { place }),
      formal,
      informal: members.length - formal,
      placesLeft: intake.most - members.length,
      ...(lacks > 0 ? { lacks } : {}),
      members: members.map(({ code }) => code),
    };
  });
  const reasons = reasonsOf(intake, division, (g) => ids.get(g) ?? "", wanted);
  return {
    format: "koppel-groups/1",
    groups,
    waiting: reasons.map(({ code }) => code),
    ...(intake.atLeast === undefined ? {} : { atLeast: intake.atLeast }),
    ...(intake.closed === undefined || intake.closed.length === 0 ? {} : { closed: [...intake.closed] }),
    ...(reasons.length > 0 ? { reasons: [...reasons] } : {}),
    measures: reached,
    bound: isProven ? reached : bound,
    proven: isProven,
  };
}
