/** What goes in and comes out of the API, as zod schemas: the one source of validation, types and OpenAPI. */
import * as z from "zod";
import { editSchema, PRESETS, planSchema, scenarioSchema, seasonSchema, sessionSchema } from "../../model/index.js";
import { trainerSchema } from "../../model/schema.js";
import { PURPOSES, SENSITIVE_FIELDS } from "../../pool/store/index.js";
import * as a from "./answers.js";

/** Where a schema tells which one of `NAMED` the model's own reader judges it by. */
export const JUDGED_AS = "x-judged-as";
/** An id of the database, or the whole object. What the object holds is judged by the model's own reader. */
const id = z.string().min(1).max(200).describe("an id of the database");
const whole = (what: string, as?: "Season" | "Plan" | "ChangedPlan" | "Session" | "Edit" | "Scenario") =>
  z.looseObject({}).meta({ description: what, ...(as === undefined ? {} : { [JUDGED_AS]: as }) });
const EITHER = { error: "an id of the database, or the whole object" };
const season = z.union([id, whole("a whole season, koppel-season/1", "Season")], EITHER);
const plan = z.union([id, whole("a whole plan, koppel-plan/1", "Plan")], EITHER);
/** A plan of the database with changes that nobody has kept: of a large plan they alone go over the line. */
export const changedPlan = z.strictObject({
  of: id,
  version: z
    .int()
    .min(1)
    .describe("the version of it that was seen, its ETag without quotes: refused where it was saved anew since"),
  assignments: planSchema.shape.assignments.describe("in the place of those that it has of their sessions"),
  open: z.array(id).describe("sessions that have no team"),
});
/** What is asked at once may be asked of a plan as it is changed. */
const shown = z.union(
  [id, whole("a plan of the database, changed", "ChangedPlan"), whole("a whole plan, koppel-plan/1", "Plan")],
  {
    error: "an id of the database, a plan of it with changes, or the whole object",
  },
);
const lang = z.enum(["en", "nl"]).optional().describe("language of reasons; en unless said");
/** Seconds that a question is worked on where it does not say; the longest that a repair, which is waited for, takes. */
export const SECONDS = { solves: 60, whatifs: 10, recruits: 60, repairs: 5, longestRepair: 30 } as const;
const time = (unless: number, most = 3600) =>
  z
    .number()
    .positive()
    .max(3600)
    .optional()
    .describe(`seconds; ${unless} unless said${most < 3600 ? `, at most ${most}` : ""}`);
const edits = z.array(whole("an edit, see the docs of edits", "Edit")).max(10_000);
const gap = z.number().min(0).max(1).describe("a relative gap that is near enough: 0.01 is one per cent");
const seed = z.number().int().min(0).max(4_294_967_295);

export const suggestionsIn = z.strictObject({
  season,
  plan: shown.optional(),
  session: z.union([id, whole("a whole session, which the season need not have", "Session")], EITHER),
  slot: z.number().int().min(0).optional().describe("the teams of one of its dates alone, by its place in the list"),
  top: z.number().int().min(1).max(100).optional(),
  edits: edits.optional().describe("changes to the season that are supposed: somebody fixed, somebody excluded"),
  dates: z.boolean().optional().describe("how many teams each date still has, for whoever is on the phone"),
  lang,
});
export const checksIn = z.strictObject({ season, plan: shown });
export const explanationsIn = z.strictObject({ season, plan: shown, session: id, trainer: id.optional() });
export const repairsIn = z.strictObject({
  season,
  plan: shown,
  edits: edits.optional(),
  time: time(SECONDS.repairs, SECONDS.longestRepair),
});
export const solvesIn = z
  .strictObject({
    season,
    from: plan.optional(),
    time: time(SECONDS.solves),
    gap: gap.optional(),
    steps: z.number().int().min(0).optional(),
    seed: seed.optional(),
    edits: edits.optional().describe("changes to the season that the plan is to obey; not with save"),
    weights: z
      .enum(PRESETS)
      .optional()
      .describe("a preset that lays another stress; cost and bound are by it; not with save"),
    save: id.optional().describe("keep the plan in the database under this id, which no plan has yet"),
    ifVersion: z.int().min(0).optional().describe("with save: the version of the plan of that id that was seen"),
  })
  .refine(({ save, edits, weights }) => save === undefined || (edits === undefined && weights === undefined), {
    path: ["save"],
    error: "nothing beside edits and weights, since the plan is of another season then: take it over and save it",
  })
  .refine(({ save, season: of }) => save === undefined || typeof of === "string", {
    path: ["save"],
    error: "nothing beside a whole season: a plan is kept where its season is, so name one of the database",
  });
export const whatifsIn = z.strictObject({
  season,
  plan: plan.optional(),
  scenarios: z.array(whole("a what-if", "Scenario")).min(1).max(1000),
  time: time(SECONDS.whatifs),
  gap: gap.optional(),
});
export const recruitsIn = z.strictObject({
  season,
  plan,
  top: z.number().int().min(1).max(20).optional(),
  time: time(SECONDS.recruits),
});
export const overviewsIn = z.strictObject({ season, plan: shown });
export const importsIn = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), data: z.base64().describe("the file's bytes") }))
    .min(1)
    .max(50),
  dryRun: z.boolean().optional(),
  lang: z.enum(["en", "nl"]).optional(),
});
export const planIn = z.strictObject({
  id: id.optional().describe("that of the address, as GET tells it"),
  verdict: z.unknown().optional().describe("as GET tells it; not read, since the plan is judged anew"),
  season: id,
  plan: whole("a whole plan, koppel-plan/1", "Plan"),
  /** the ETag of the season of which it was made, without quotes: refused where that was built anew since */
  seasonVersion: z.int().min(0).optional(),
});
/** the version of what is published of the season, as it was seen: refused where somebody published since */
export const publishIn = z.strictObject({ replaces: z.int().min(0).optional() });
export const sessionIn = z.strictObject({
  client: id.nullable(),
  session: whole("a whole session but for `excludes`"),
});
export const consentsIn = z
  .partialRecord(z.enum(PURPOSES), z.array(z.enum(SENSITIVE_FIELDS)))
  .describe("all that she consents to, by purpose");
export const wishesIn = whole("whether she may be named and pictured, and what was agreed");
export const trainerIn = z.strictObject({
  organisation: id.optional().describe("one's own, as GET tells it"),
  name: z.string().min(1),
  contact: z.string(),
  trainer: whole("as a season has her, without what protects her; what she told of herself for a new one alone"),
  wishes: wishesIn.optional(),
  consents: consentsIn.optional(),
});
export const availabilityIn = whole("koppel-availability/1");
export const seasonIn = z.strictObject({
  id,
  from: z.iso.date(),
  to: z.iso.date(),
  programmes: z
    .union([z.literal("all"), z.array(id.nullable())])
    .optional()
    .describe(
      "only their sessions (null: those of none), or all; without it what the season of that id was made of, and all where there is none",
    ),
  dryRun: z.boolean().optional().describe("keeps nothing, and tells what would come of it"),
});
export const replyIn = z
  .strictObject({
    session: id,
    trainer: id,
    reply: z.enum(["asked", "yes", "no", "silent"]),
    holdUntil: z.iso
      .datetime({ offset: true })
      .optional()
      .describe("with `asked`: until when the date is held for the question, so that no other season takes it"),
  })
  .refine(({ reply, holdUntil }) => holdUntil === undefined || reply === "asked", {
    path: ["holdUntil"],
    error: "no field but of a reply `asked`",
  });

export const JOB_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
const whole0 = z.int().min(0);
/** How far a job is, by its kind. */
export const PROGRESS = {
  solves: z.strictObject({
    ms: whole0,
    cost: z.int().nullable().describe("null: no plan yet"),
    bound: z.int(),
    staffed: whole0,
    sessions: whole0,
    phase: z.enum(["reading", "building", "improving", "closing"]),
  }),
  whatifs: z.strictObject({ done: whole0, of: whole0 }),
  recruits: z.strictObject({
    phase: z.enum(["prices", "kinds", "base", "planning"]),
    kind: whole0.optional().describe("which of the kinds is planned, from 1"),
    kinds: whole0.optional(),
  }),
} as const;
export type JobKind = keyof typeof PROGRESS;
export const JOB_KINDS = Object.keys(PROGRESS) as readonly JobKind[];
/** @param result what a job of this kind comes to */
export const jobOut = (kind: JobKind, result: z.ZodType) =>
  z.strictObject({
    id: z.string(),
    kind: z.literal(kind),
    state: z.enum(JOB_STATES),
    progress: PROGRESS[kind].nullable(),
    result: result.nullable(),
    problem: problemOut.nullable(),
  });
export const problemOut = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), expected: z.string(), value: z.string().optional() })).optional(),
});

/** What the document tells once, by name, the large ones first. */
export const NAMED = {
  Season: seasonSchema,
  Scenario: scenarioSchema,
  Edit: editSchema,
  Trainer: trainerSchema,
  Session: sessionSchema,
  Explanation: a.explanation,
  Verdict: a.verdict,
  Plan: planSchema,
  ChangedPlan: changedPlan,
  OpenSessions: a.open,
  Facts: a.facts,
  Costs: a.costs,
  Team: a.team,
} as const;
