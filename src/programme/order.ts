/** What a client orders, `koppel-order/1`: where, for how many, for how much, when, and what must or must not be in it. */

import * as z from "zod";
import { dayNumber } from "../dates/days.js";
import { day, listOf, oneOf, record, text, whole } from "../model/leaves.js";
import { type FileKind, matching, parseFile, readFile } from "./read.js";

const must = record({
  item: text,
  times: whole(1, 100),
  theme: z.union([z.null(), text], { error: "a theme, or null" }),
});
/** Weekdays by the codes of the questionnaire. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, "a time hh:mm");

/** A municipality in which sessions are held. A region has several. */
const site = record({
  place: text,
  /** the building and its address, as the quote tells it */
  venue: text.optional(),
  /** how many of the participants are expected there: its share of the sessions follows them */
  participants: whole(1, 100_000),
  /** when its location is open, by weekday; a weekday that is not listed is closed */
  opening: listOf(record({ day: oneOf(WEEKDAYS), from: time, to: time }), "opening times", 1),
});

export const orderSchema = record({
  format: z.literal("koppel-order/1", { error: '"koppel-order/1"' }),
  id: matching(/^[\w-]{1,40}$/, "a code of letters, digits and hyphens"),
  client: record({
    name: text,
    sites: listOf(site, "municipalities", 1),
    /** places beside them that participants come from */
    audience: listOf(text, "places"),
  }),
  budget: whole(0, 10_000_000),
  ratePerHour: whole(1, 1000),
  from: day,
  to: day,
  sessionsPerWeek: whole(1, 50),
  must: listOf(must, "wishes"),
  mustNot: listOf(text, "items or kinds of items"),
  actor: z.boolean({ error: "true or false" }),
});
export type Order = Readonly<z.infer<typeof orderSchema>>;
export type Site = Order["client"]["sites"][number];

const KIND: FileKind<typeof orderSchema> = {
  schema: orderSchema,
  cross: (faults, { from, to, client: { sites } }) => {
    if (to < from) faults.addValue(["to"], `a day that is not before ${from}`, to);
    for (const [i, { place, opening }] of sites.entries()) {
      const path = ["client", "sites", i];
      if (sites.findIndex((one) => one.place === place) < i)
        faults.addValue([...path, "place"], "a place that none of those before is", place);
      for (const [j, hours] of opening.entries())
        if (hours.to <= hours.from)
          faults.addValue([...path, "opening", j, "to"], `a time after ${hours.from}`, hours.to);
    }
  },
};

/** @throws InputError with every wrong field */
export function parseOrder(value: unknown, what = "the order"): Order {
  return parseFile(value, KIND, what);
}

/** @throws InputError with every wrong field */
export function readOrder(bytes: Uint8Array, what = "the order"): Order {
  return readFile(bytes, KIND, what);
}

/** How many take part, in all municipalities together. */
export function participantsOf({ client }: Order): number {
  return client.sites.reduce((sum, { participants }) => sum + participants, 0);
}

/** All places of a client: where its sessions are, and where participants come from. */
export function placesOf({ client }: Order): readonly string[] {
  return [...new Set([...client.sites.map(({ place }) => place), ...client.audience])];
}

/** The building of each municipality, where the order names one. */
export function venuesOf({ client: { sites } }: Order): ReadonlyMap<string, string> {
  return new Map(sites.flatMap(({ place, venue }) => (venue === undefined ? [] : [[place, venue] as const])));
}

/** How many sessions the period has room for; a week that is begun counts. */
export function roomFor({ from, to, sessionsPerWeek }: Order): number {
  const days = dayNumber(to) - dayNumber(from) + 1;
  return Math.ceil(days / 7) * sessionsPerWeek;
}
