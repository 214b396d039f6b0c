/** What goes into the routes of programmes, as zod schemas. */
import * as z from "zod";
import { PAGES } from "../../papers/programme/index.js";

/** What is worked out in an advice thread, each a route of its own below a programme. */
export const STEPS = [
  "answers",
  "participants",
  "choice",
  "groups",
  "ungrouping",
  "quote",
  "booking",
  "standing",
  "held",
  "pages",
] as const;
export type Step = (typeof STEPS)[number];
/** Steps that only look: they need no version, and give none. */
export const LOOKS: ReadonlySet<Step> = new Set(["standing", "pages"]);

const id = z.string().min(1).max(200);
const file = z.strictObject({ name: id, data: z.base64().describe("the file's bytes") });
const lang = z.enum(["en", "nl"]).optional();
const day = z.iso.date();

export const papersIn = z.strictObject({
  papers: z
    .array(
      z.strictObject({
        part: id.optional().describe("of groups: the item that they are of"),
        paper: z.looseObject({}).describe("koppel-order/1, koppel-answers/1, koppel-terms/1 …"),
      }),
    )
    .min(1)
    .max(50),
});
export const answersIn = z.strictObject({ files: z.array(file).min(1).max(20), lang });
export const heldIn = z.strictObject({ file, lang });
export const participantsIn = z.strictObject({
  file,
  dates: z.array(day).min(1).max(100),
  places: z
    .array(id)
    .max(500)
    .optional()
    .describe("in a region: the municipalities (CBS codes) in which a group can be"),
  groups: z.int().min(1).max(500),
  most: z.int().min(2).max(16).optional(),
  colleagues: z.enum(["spread", "together", "either"]).optional(),
  lang,
});
export const choiceIn = z.strictObject({
  must: z
    .array(z.strictObject({ item: id, times: z.int().min(1).max(100), theme: id.nullable() }))
    .max(100)
    .optional(),
  mustNot: z.array(id).max(100).optional(),
  lang,
});
export const groupsIn = z.strictObject({ item: id });
export const quoteIn = z.strictObject({
  kind: id.describe("which alternative"),
  plan: id.optional().describe("a plan of the database: its dates, and whose trainers come"),
});
export const bookingIn = z.strictObject({
  kind: id.describe("which alternative"),
  meetings: z.array(z.enum(["conversation", "outcome"])).optional(),
});
export const standingIn = z.strictObject({
  plan: id.optional().describe("absent: no plan yet; the dates and teams that are fixed"),
  today: day,
});
export const pageIn = z.strictObject({
  page: z.enum(PAGES),
  as: z.enum(["html", "pdf", "xlsx", "csv", "txt", "json"]),
  item: id.optional().describe("of the intake list: the groups of this item alone; absent: a sheet for each item"),
  dates: z
    .array(day)
    .min(1)
    .max(100)
    .optional()
    .describe("of an empty list of participants: its days; absent: those of the list that is kept"),
  places: z.array(id).max(500).optional().describe("of such a list, in a region: its municipalities (CBS codes)"),
  plan: id.optional().describe("of the readiness list: a plan of the database"),
  today: day.optional().describe("of the readiness list: the day from which late is reckoned"),
  week: z.boolean().optional().describe("of the readiness list: only what is late or due within a week"),
  lang,
});
