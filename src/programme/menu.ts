/** What a programme is composed of: the menu, and what of it can be chosen. */
import * as z from "zod";
import { listOf, oneOf, record, text, whole } from "../model/leaves.js";
import { ROLES, type Role, type TagNeed } from "../model/types.js";
import { matching, parseFile } from "./read.js";
import { LEVELS, type Level } from "./scan/needs.js";

export const ITEM_KINDS = ["plenary", "group", "online", "module"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
type Seats = Readonly<Partial<Record<Role, number>>>;

/** How an activity of the menu is held; minutes as in the season format. */
export interface Activity {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  /** of how many parts a session is, and how many days lie from the start of one to that of the next (1: the day after) */
  readonly parts: number;
  readonly daysApart: number;
  /** the usual times of a part, one of which all parts have */
  readonly times: readonly (readonly [start: string, end: string])[];
  readonly before: number;
  readonly after: number;
  readonly paidMinutes: number;
  readonly halfDays: number;
  readonly seats: Seats;
  readonly workForms: readonly string[];
  readonly online: boolean;
  readonly clientPays: boolean;
}

/** What can be chosen for a programme. */
export interface Item {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
  readonly kind: ItemKind;
  /** null: a module of others, without sessions and without fees */
  readonly activity: Activity | null;
  readonly levels: readonly Level[];
  readonly themes: readonly string[];
  readonly themesMost: number;
  /** what has a lower stage comes before what has a higher one */
  readonly stage: number;
  /** whether it is there only where an order says that it must be */
  readonly onRequest: boolean;
  /** participants of one session */
  readonly group: { readonly min: number; readonly max: number };
  readonly seats: Seats;
  /** what every team of its sessions needs */
  readonly traits: readonly TagNeed[];
}
export interface Menu {
  readonly activities: ReadonlyMap<string, Activity>;
  readonly items: readonly Item[];
}

const group = record({ min: whole(0, 10_000), max: whole(1, 10_000) });
const seats = z.partialRecord(oneOf(ROLES), whole(1, 12), { error: "a number of seats by role" });
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, "a time hh:mm");
const labels = { id: text, nl: text, en: text };
const times = listOf(z.tuple([time, time]), "times", 1);
const activity = z.strictObject({
  ...labels,
  number: whole(1, 100),
  group,
  halfDays: whole(1, 10),
  parts: whole(1, 20),
  daysApart: whole(1, 60).optional(),
  times,
  before: whole(0, 600),
  after: whole(0, 600),
  paidMinutes: whole(0, 6000),
  seats,
  themes: listOf(text, "themes"),
  workForms: listOf(text, "work forms"),
  online: z.boolean(),
  clientPays: z.boolean(),
});
const menuFile = z.strictObject({ about: z.looseObject({}), items: listOf(activity, "activities", 1) });
const item = z.strictObject({
  ...labels,
  activity: z.union([z.null(), text]),
  kind: oneOf(ITEM_KINDS),
  levels: listOf(oneOf(LEVELS), "levels", 1),
  themesMost: whole(1, 12),
  stage: whole(1, 9),
  onRequest: z.boolean().optional(),
  parts: whole(1, 20).optional(),
  daysApart: whole(1, 60).optional(),
  times: times.optional(),
  group: group.optional(),
  seats: seats.optional(),
  themes: listOf(text, "themes", 1).optional(),
  traits: listOf(record({ id: text, who: oneOf(["all", "any", ...ROLES]) }), "traits").optional(),
});
const itemsFile = z.strictObject({ about: z.looseObject({}), items: listOf(item, "items", 1) });
/** Any number of people can follow a module of others. */
const MODULE_GROUP = { min: 0, max: 10_000 };

/**
 * @param menu `data/menu.json`, parsed
 * @param items `data/programme-items.json`, parsed
 * @throws InputError with every wrong field
 */
export function readMenu(menu: unknown, items: unknown): Menu {
  const read = parseFile(menu, { schema: menuFile }, "the menu");
  const activities = new Map(read.items.map((one) => [one.id, { ...one, daysApart: one.daysApart ?? 1 }]));
  const { items: chosen } = parseFile(
    items,
    {
      schema: itemsFile,
      cross: (faults, file) => {
        for (const [i, one] of file.items.entries()) {
          if (one.activity !== null && !activities.has(one.activity))
            faults.addValue(["items", i, "activity"], "an activity of the menu", one.activity);
          if (one.activity === null && one.themes === undefined)
            faults.add(["items", i, "themes"], "themes, since it has no activity to take them from");
        }
      },
    },
    "the items of programmes",
  );
  return {
    activities,
    items: chosen.map((one): Item => {
      const usual = one.activity === null ? null : (activities.get(one.activity) ?? null);
      const { parts, daysApart, times, ...item } = one;
      const held = usual && {
        ...usual,
        parts: parts ?? usual.parts,
        daysApart: daysApart ?? usual.daysApart,
        times: times ?? usual.times,
      };
      return {
        ...item,
        activity: held,
        onRequest: one.onRequest ?? false,
        themes: one.themes ?? held?.themes ?? [],
        group: one.group ?? held?.group ?? MODULE_GROUP,
        seats: one.seats ?? held?.seats ?? {},
        traits: one.traits ?? [],
      };
    }),
  };
}

/** Minutes of all parts of an activity at the longest of its usual times: what is reckoned with before a date is known. */
export function longestMinutes({ times, parts }: Activity): number {
  return parts * Math.max(...times.map(([start, end]) => minutesOf(end) - minutesOf(start)));
}
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
