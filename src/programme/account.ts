/** The account of what was held, for a client, a subsidy and a year: sessions, hours and people, small counts left out. */
import * as z from "zod";
import { day, listOf, record, text, whole } from "../model/leaves.js";
import { type FileKind, parseFile, readFile } from "./read.js";
import { type Told, told, toldTotal } from "./suppress.js";

const count = whole(0, 100_000);
export const heldSchema = record({
  format: z.literal("koppel-held/1", { error: '"koppel-held/1"' }),
  held: listOf(
    record({
      session: text,
      client: text,
      subsidy: text,
      activity: text,
      date: day,
      /** minutes of the session itself */
      minutes: count,
      formal: count,
      informal: count,
    }),
    "sessions",
  ),
});
/** What was held and who came, `koppel-held/1`. */
export type Held = Readonly<z.infer<typeof heldSchema>>;
const KIND: FileKind<typeof heldSchema> = {
  schema: heldSchema,
  personal: true,
  cross: (faults, { held }) => {
    const seen = new Set<string>();
    for (const [i, { session }] of held.entries()) {
      if (seen.has(session)) faults.add(["held", i, "session"], "a session that none of those before is");
      seen.add(session);
    }
  },
};
/** @throws InputError with every wrong field, never with a value */
export const parseHeld = (value: unknown, what = "what was held"): Held => parseFile(value, KIND, what);
/** @throws InputError with every wrong field, never with a value */
export const readHeld = (bytes: Uint8Array, what = "what was held"): Held => readFile(bytes, KIND, what);

/** One client, subsidy and year. Visits are counted: who comes twice counts twice. */
export interface Account {
  readonly client: string;
  readonly subsidy: string;
  readonly year: string;
  readonly sessions: number;
  readonly minutes: number;
  readonly formal: Told;
  readonly informal: Told;
  readonly visits: Told;
  readonly activities: readonly { readonly activity: string; readonly sessions: number; readonly minutes: number }[];
}

/**
 * Who came is told for the whole of a client, subsidy and year and not for each activity: of parts and their sum one could be
 * taken from the other.
 */
export function accountsOf({ held }: Held): readonly Account[] {
  const keys = [...new Set(held.map(keyOf))].sort();
  return keys.flatMap((key): Account[] => {
    const mine = held.filter((one) => keyOf(one) === key);
    const [first] = mine;
    if (first === undefined) return [];
    const sum = (list: Held["held"], of: (one: Held["held"][number]) => number) =>
      list.reduce((total, one) => total + of(one), 0);
    const people = [told(sum(mine, ({ formal }) => formal)), told(sum(mine, ({ informal }) => informal))] as const;
    const activities = [...new Set(mine.map(({ activity }) => activity))].sort().map((activity) => {
      const same = mine.filter((one) => one.activity === activity);
      return { activity, sessions: same.length, minutes: sum(same, ({ minutes }) => minutes) };
    });
    return [
      {
        client: first.client,
        subsidy: first.subsidy,
        year: first.date.slice(0, 4),
        sessions: mine.length,
        minutes: sum(mine, ({ minutes }) => minutes),
        formal: people[0],
        informal: people[1],
        visits: toldTotal(people),
        activities,
      },
    ];
  });
}

const keyOf = ({ client, subsidy, date }: Held["held"][number]) => JSON.stringify([client, subsidy, date.slice(0, 4)]);
