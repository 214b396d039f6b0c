/** What comes out of the routes of programmes, field by field: papers by their own formats, small counts left out where they were made. */
import * as z from "zod";
import {
  choiceSchema,
  closedDay,
  doneSchema,
  groupsSchema,
  needsSchema,
  orderSchema,
  quoteSchema,
  reason,
  taskSchema,
  termsSchema,
} from "../../programme/index.js";
import { items, wrongCell } from "./answers.js";

const count = z.number().int();
export const papersOut = items(
  z.strictObject({ programme: z.string(), kind: z.string(), part: z.string(), at: z.iso.datetime() }),
);
/** Groups without codes. */
export const groupsOut = z.strictObject({
  item: z.string(),
  proven: z.boolean(),
  waiting: count,
  groups: z.array(
    z.strictObject({
      id: z.string(),
      date: z.string(),
      place: z.string().nullable().describe("the municipality of a region; null: the order says where"),
      language: z.string(),
      womenOnly: z.boolean(),
      people: count,
      formal: count.nullable(),
      informal: count.nullable(),
      placesLeft: count,
      lacks: count.describe("how many it lacks of what a group should have at least"),
    }),
  ),
  atLeast: count.nullable().describe("how many a group should have at least; null: that was not known"),
  closed: z.array(closedDay).describe("days on which no group could be, where (null: anywhere) and why"),
});
export const ungroupedOut = z.strictObject({ item: z.string() });
export const dossierOut = z.strictObject({
  id: z.string(),
  kept: z.array(z.strictObject({ kind: z.string(), part: z.string(), at: z.iso.datetime() })),
  papers: z
    .strictObject({
      order: orderSchema,
      needs: needsSchema,
      choice: choiceSchema,
      terms: termsSchema,
      quote: quoteSchema,
      done: doneSchema,
    })
    .partial(),
  groups: z.array(groupsOut),
  bookedKind: z
    .string()
    .nullable()
    .describe("the alternative of the choice that is booked; null: none is, or it was booked before that was kept"),
});
/** Codes of participants are in it, and of each who waits which of her wishes and of the groups' limits leave her no place. */
export const intakeOut = items(
  z.strictObject({
    item: z.string(),
    groups: groupsSchema.shape.groups,
    waiting: z.array(z.string()),
    reasons: z.array(reason),
  }),
);
/** What came of spreadsheets: done, or every wrong cell. */
export const takenOut = z.strictObject({
  done: z.boolean(),
  people: count.optional(),
  sessions: count.optional(),
  issues: z.array(wrongCell),
});
const wish = z.discriminatedUnion("wish", [
  z.strictObject({ wish: z.literal("must"), item: z.string(), times: count, theme: z.string().nullable() }),
  z.strictObject({ wish: z.literal("must-not"), what: z.string() }),
  z.strictObject({ wish: z.literal("one-of"), items: z.array(z.string()) }),
  z.strictObject({ wish: z.literal("budget"), euros: count, needed: count }),
  z.strictObject({ wish: z.literal("period"), sessions: count, needed: count }),
  z.strictObject({ wish: z.literal("participants"), people: count, needed: count }),
]);
export const choiceOut = choiceSchema.extend({
  impossible: z.array(z.strictObject({ kind: z.string(), conflict: z.array(wish) })),
});
export const quoteOut = quoteSchema;
const item = z.string().nullable().describe("the item of the menu that the session is, by which it is called");
export const bookedOut = z.strictObject({
  client: z.string(),
  kind: z.string().nullable().describe("the alternative of the choice; null: only the meetings before one"),
  budget: z.number(),
  sessions: z.array(z.strictObject({ session: z.string(), activity: z.string(), item, dates: count })),
  series: count,
  cancelled: z.array(z.string()),
});
/** Whole euros, and what must be ready. */
export const standingOut = z.strictObject({
  fees: z.array(
    z.strictObject({
      programme: z.string(),
      budget: count,
      paid: count,
      left: count,
      staffed: count,
      sessions: count,
      by: z.array(z.strictObject({ organisation: z.string(), paid: count })),
    }),
  ),
  duties: z.array(
    z.strictObject({
      session: z.string(),
      activity: z.string(),
      item,
      date: z.iso.date(),
      isFixed: z.boolean(),
      task: taskSchema,
      by: z.iso.date(),
      standing: z.enum(["done", "late", "soon", "later"]),
      isTicked: z.boolean(),
      seats: z.strictObject({ all: count, filled: count, yes: count.nullable() }).nullable(),
    }),
  ),
});
export const pageOut = z.strictObject({
  name: z.string(),
  type: z.string().describe("its media type"),
  data: z.base64().describe("the file's bytes"),
});
