/** The groups of a training with who waits, `koppel-groups/1`. */
import * as z from "zod";
import { day, listOf, record, text, whole } from "../../model/leaves.js";
import { type FileKind, readFile } from "../read.js";
import { divide } from "./divide.js";
import { bestDivision } from "./exact.js";
import { bestPossible, commonOf, compare, measure, membersOf } from "./measure.js";
import type { Intake } from "./participants.js";

/** Up to so many people every division is tried, as far as the states go. */
const FEW = 14;
const MOST_STATES = 300_000;

const count = whole(0, 1_000_000_000);
const bool = z.boolean({ error: "true or false" });
const measures = record({ placed: count, mix: count, colleagues: count });
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
  members: listOf(text, "codes"),
});
export const groupsSchema = record({
  format: z.literal("koppel-groups/1", { error: '"koppel-groups/1"' }),
  groups: listOf(group, "groups"),
  waiting: listOf(text, "codes"),
  /** what this division comes to, and what none could better */
  measures,
  bound: measures,
  /** whether no division is better: more placed, else more even, else colleagues better */
  proven: bool,
});
export type Groups = Readonly<z.infer<typeof groupsSchema>>;
const KIND: FileKind<typeof groupsSchema> = { schema: groupsSchema, personal: true };
/** @throws InputError with every wrong field, never with a value */
export const readGroups = (bytes: Uint8Array, what = "the groups"): Groups => readFile(bytes, KIND, what);

/** The groups of an intake. Groups that stay empty are left out. */
export function groupsOf(intake: Intake): Groups {
  const { division: first } = divide(intake);
  const few = intake.participants.length <= FEW;
  const { division, proven } = few ? bestDivision(intake, first, MOST_STATES) : { division: first, proven: false };
  const reached = measure(intake, division);
  const bound = bestPossible(intake, reached.placed);
  const isProven = proven || compare(reached, bound) <= 0;
  const groups = membersOf(intake, division)
    .filter((members) => members.length > 0)
    .map((members, i): Groups["groups"][number] => {
      const { dates, languages, places, womenOnly } = commonOf(members, intake);
      const [place] = members.some((one) => (one.places ?? []).length > 0) ? places : [];
      const formal = members.filter(({ kind }) => kind === "formal").length;
      return {
        id: `${i + 1}`,
        date: dates[0] ?? "",
        ...(place === undefined ? {} : { place }),
        language: languages.includes("nl") ? "nl" : (languages[0] ?? ""),
        womenOnly,
        formal,
        informal: members.length - formal,
        placesLeft: intake.most - members.length,
        members: members.map(({ code }) => code),
      };
    });
  const waiting = intake.participants.filter((_, i) => (division[i] ?? -1) < 0).map(({ code }) => code);
  return {
    format: "koppel-groups/1",
    groups,
    waiting,
    measures: reached,
    bound: isProven ? reached : bound,
    proven: isProven,
  };
}
