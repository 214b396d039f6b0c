/** Who takes part, `koppel-participants/1`: codes and wishes, no names. */
import * as z from "zod";
import { day, listOf, oneOf, record, text, whole } from "../../model/leaves.js";
import { type FileKind, parseFile, readFile } from "../read.js";

const bool = z.boolean({ error: "true or false" });
const distinct = (list: readonly string[]) => new Set(list).size === list.length;
const participant = record({
  code: text,
  kind: oneOf(["formal", "informal"]),
  organisation: text,
  languages: listOf(text, "languages", 1).refine(distinct, { error: "each language once" }),
  woman: bool,
  /** whether she can only be in a group of women */
  womenOnly: bool,
  /** days of the file's `dates` that suit */
  dates: listOf(day, "days").refine(distinct, { error: "each day once" }),
  /** places of the file's `places` where she is or wishes to be; none said: any of them */
  places: listOf(text, "places").refine(distinct, { error: "each place once" }).optional(),
});
export const participantsSchema = record({
  format: z.literal("koppel-participants/1", { error: '"koppel-participants/1"' }),
  /** days on which a group can be, each for any number of groups */
  dates: listOf(day, "days", 1).refine(distinct, { error: "each day once" }),
  /** in a region, the municipalities in which a group can be; none said: the place is left to the order */
  places: listOf(text, "places").refine(distinct, { error: "each place once" }).optional(),
  groups: whole(1, 500),
  /** participants of one group at most */
  most: whole(2, 16),
  colleagues: oneOf(["spread", "together", "either"]),
  participants: listOf(participant, "participants", 1),
});
export type Participant = Readonly<z.infer<typeof participant>>;
export type Intake = Readonly<z.infer<typeof participantsSchema>>;

const KIND: FileKind<typeof participantsSchema> = {
  schema: participantsSchema,
  personal: true,
  cross: (faults, { dates, places = [], participants }) => {
    const codes = new Set<string>();
    for (const [i, one] of participants.entries()) {
      if (codes.has(one.code)) faults.add(["participants", i, "code"], "a code that none of those before has");
      codes.add(one.code);
      if (one.dates.some((date) => !dates.includes(date)))
        faults.add(["participants", i, "dates"], "days that are among `dates`");
      if (one.places?.some((place) => !places.includes(place)) === true)
        faults.add(["participants", i, "places"], "places that are among `places`");
      if (one.womenOnly && !one.woman)
        faults.add(["participants", i, "womenOnly"], "false, or woman true: a group of women is for women");
    }
  },
};

/** @throws InputError with every wrong field, never with a value */
export const parseIntake = (value: unknown, what = "the participants"): Intake => parseFile(value, KIND, what);
/** @throws InputError with every wrong field, never with a value */
export const readIntake = (bytes: Uint8Array, what = "the participants"): Intake => readFile(bytes, KIND, what);

/** The places that suit a participant, of those in which a group can be. */
export function placesFor({ places = [] }: Participant, intake: Intake): readonly string[] {
  return places.length > 0 ? places : (intake.places ?? []);
}
