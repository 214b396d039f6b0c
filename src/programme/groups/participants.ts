/** Who takes part, `koppel-participants/1`: codes and wishes, no names. */
import * as z from "zod";
import { day, listOf, oneOf, record, text, whole } from "../../model/leaves.js";
import type { Day } from "../../model/types.js";
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
/** Why no group can be on a day: the location is not open long enough, or people keep the day. */
export const CLOSINGS = ["opening", "kept"] as const;
export type Closing = (typeof CLOSINGS)[number];
export const closedDay = record({
  date: day,
  place: z.union([z.null(), text], { error: "a place, or null" }),
  why: oneOf(CLOSINGS),
});
const dayOrAny = z.union([z.null(), day], { error: "a day, or null" });
/** A group of another item of which the same people go through one series: what it leaves to a group of this item. */
const neighbour = record({
  item: text,
  /** groups of one number are in one series, as far as that can be */
  number: whole(1, 500),
  /** the first and the last day that are far enough from its own; null: any */
  from: dayOrAny,
  to: dayOrAny,
  members: listOf(text, "codes"),
});
export type Neighbour = Readonly<z.infer<typeof neighbour>>;
export const participantsSchema = record({
  format: z.literal("koppel-participants/1", { error: '"koppel-participants/1"' }),
  /** days on which a group can be, each for any number of groups */
  dates: listOf(day, "days", 1).refine(distinct, { error: "each day once" }),
  /** in a region, the municipalities in which a group can be; none said: the place is left to the order */
  places: listOf(text, "places").refine(distinct, { error: "each place once" }).optional(),
  groups: whole(1, 500),
  /** participants of one group at most */
  most: whole(2, 16),
  /** how many a group has at least, where that can be; none said: what the item says that it is for */
  atLeast: whole(1, 16).optional(),
  /** days on which no group can be: in one place, or (null) in none; none said: what the order's opening times and kept days leave out */
  closed: listOf(closedDay, "days").optional(),
  /** groups of what comes before or after, on which days hang as well; none said: those that are known */
  neighbours: listOf(neighbour, "groups").optional(),
  colleagues: oneOf(["spread", "together", "either"]),
  participants: listOf(participant, "participants", 1),
});
export type Participant = Readonly<z.infer<typeof participant>>;
export type Intake = Readonly<z.infer<typeof participantsSchema>>;

const KIND: FileKind<typeof participantsSchema> = {
  schema: participantsSchema,
  personal: true,
  cross: (faults, { dates, places = [], participants, most, atLeast = 1, closed: shut = [] }) => {
    if (atLeast > most) faults.add(["atLeast"], "a number that is not above `most`");
    for (const [i, { date, place }] of shut.entries()) {
      if (!dates.includes(date)) faults.add(["closed", i, "date"], "a day that is among `dates`");
      if (place !== null && !places.includes(place)) faults.add(["closed", i, "place"], "a place of `places`, or null");
    }
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

/** When and where a group can be; `place` null: there is one place, or it is left to the order. */
export interface Setting {
  readonly date: string;
  readonly place: string | null;
}

/** Of these days and places, those together on which a group can be. */
export function settingsOf(intake: Intake, dates: readonly string[], places: readonly string[]): readonly Setting[] {
  const { closed: shut = [] } = intake;
  const where = (intake.places ?? []).length > 0 ? places : [null];
  const isOpen = ({ date, place }: Setting) =>
    !shut.some((one) => one.date === date && (one.place === null || one.place === place));
  return dates.flatMap((date) => where.map((place): Setting => ({ date, place }))).filter(isOpen);
}

/** Days from one to another, both included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}
export const ANY_DAY: Span = { from: "0000-01-01", to: "9999-12-31" };
export const isWithin = ({ from, to }: Span, day: Day): boolean => from <= day && day <= to;

/** The days that these groups leave together. */
export const leftBy = (neighbours: readonly Neighbour[]): Span =>
  neighbours.reduce(
    (span, { from, to }): Span => ({
      from: from !== null && from > span.from ? from : span.from,
      to: to !== null && to < span.to ? to : span.to,
    }),
    ANY_DAY,
  );

/** By neighbours, by participant: they are looked up often. */
const spans = new WeakMap<readonly Neighbour[], ReadonlyMap<string, Span>>();
/** The days that are left to somebody by the groups in which she is already: what comes before is gone through first. */
export function spanOf({ code }: Participant, { neighbours }: Intake): Span {
  if (neighbours === undefined) return ANY_DAY;
  let found = spans.get(neighbours);
  if (found === undefined) {
    const codes = new Set(neighbours.flatMap(({ members }) => members));
    found = new Map([...codes].map((one) => [one, leftBy(neighbours.filter(({ members }) => members.includes(one)))]));
    spans.set(neighbours, found);
  }
  return found.get(code) ?? ANY_DAY;
}

/** The days that suit a participant and that the groups in which she is already leave her. */
export function datesFor(one: Participant, intake: Intake): readonly Day[] {
  const span = spanOf(one, intake);
  return span === ANY_DAY ? one.dates : one.dates.filter((date) => isWithin(span, date));
}

/** Whether somebody could be in a group at all, if only there were one that is as she needs it. */
export const canBePlaced = (one: Participant, intake: Intake): boolean =>
  settingsOf(intake, datesFor(one, intake), placesFor(one, intake)).length > 0;

/** The places that suit a participant, of those in which a group can be. */
export function placesFor({ places = [] }: Participant, intake: Intake): readonly string[] {
  return places.length > 0 ? places : (intake.places ?? []);
}
