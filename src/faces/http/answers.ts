/**
 * What comes out: for every route a strict schema that names each field, and where a field is not for all roles of its route, the
 * roles that it is for. What no schema names leaves by no route: a test holds every answer to every role against these.
 */
import * as z from "zod";
import { COSTS, editSchema, planSchema, sessionSchema } from "../../model/index.js";
import { trainerSchema } from "../../model/schema.js";
import { ACTS, type ActorRole } from "../../pool/store/index.js";

/** The name under which the document tells for whom a field is. */
export const ROLES_OF_FIELD = "x-roles";

/** A field that is told to some of its route's roles alone. */
export function only<T extends z.ZodType>(roles: readonly ActorRole[], schema: T): z.ZodOptional<T> {
  return schema.optional().meta({ [ROLES_OF_FIELD]: roles });
}
const PLANNERS = ACTS.plan;
const OFFICER = ["safetyOfficer"] as const;
const OWN = ["coordinator"] as const;

const code = z.string();
const count = z.number().int();
const number = z.number();
const moment = z.string();
const list = <T extends z.ZodType>(schema: T) => z.array(schema);
export const items = <T extends z.ZodType>(schema: T) => z.strictObject({ items: list(schema) });

/** By the name of the cost; how many of a community sit in a team is a safety officer's. */
export const costs = z.strictObject({
  ...(Object.fromEntries(COSTS.map((name) => [name, number.optional()])) as Record<
    (typeof COSTS)[number],
    z.ZodOptional<z.ZodNumber>
  >),
  background: only(OFFICER, number),
});
const member = z.strictObject({ seat: code, trainer: code });
export const team = list(member);
export const plan = planSchema;

export const suggestions = z.strictObject({
  session: code,
  slotCount: count,
  teams: list(
    z.strictObject({
      slot: count,
      start: moment,
      end: moment,
      team,
      cost: only(PLANNERS, number),
      costs: only(PLANNERS, costs),
      opportunity: only(PLANNERS, number),
      total: number,
      reasons: list(z.string()),
    }),
  ),
  blocked: only(PLANNERS, list(z.strictObject({ trainer: code, seat: code, rules: list(code) }))),
  dates: only(PLANNERS, list(z.strictObject({ slot: count, start: moment, end: moment, teams: count }))),
});

export const verdict = z.strictObject({
  season: code,
  feasible: z.boolean(),
  violations: list(z.strictObject({ rule: code, where: z.string(), text: z.string() })),
  total: number,
  costs: only(PLANNERS, costs),
  staffed: count,
  sessions: count,
  stated: number.nullable(),
  misstated: z.boolean(),
  overbound: z.boolean(),
});

export const facts = list(
  z.strictObject({
    rule: code,
    trainers: list(code).optional(),
    slots: list(count).optional(),
    need: count.optional(),
    theme: code.optional(),
    sessions: list(code).optional(),
    programme: code.optional(),
  }),
);
const meets = list(
  z.strictObject({ rule: code, need: count, theme: code.optional(), level: count.optional(), alone: z.boolean() }),
);
export const explanation = z.strictObject({
  session: code,
  staffed: z.boolean(),
  slot: count.optional(),
  start: moment.optional(),
  end: moment.optional(),
  costs: only(PLANNERS, costs),
  team: list(z.strictObject({ seat: code, trainer: code, meets: only(PLANNERS, meets) })),
  runnerUp: only(PLANNERS, z.strictObject({ slot: count, start: moment, end: moment, team, delta: number, costs })),
  trainer: code.optional(),
  verdict: code.optional(),
  blockedBy: only(PLANNERS, list(z.strictObject({ rule: code, slots: list(count) }))),
  free: only(PLANNERS, list(count)),
  with: only(PLANNERS, z.strictObject({ slot: count, team })),
  displaced: only(PLANNERS, list(z.strictObject({ session: code, seat: code, trainer: code, open: z.boolean() }))),
  delta: only(PLANNERS, number),
  conflict: only(PLANNERS, facts),
  further: only(PLANNERS, list(facts)),
  fixes: only(
    PLANNERS,
    list(
      z.strictObject({
        kind: code,
        edits: list(editSchema),
        slot: count,
        start: moment,
        end: moment,
        team,
        cost: number,
        delta: number,
      }),
    ),
  ),
});

const called = list(
  z.strictObject({
    trainer: code,
    sessions: list(z.strictObject({ session: code, from: count.nullable(), to: count.nullable() })),
  }),
);
export const repaired = z.strictObject({
  season: code,
  cost: number,
  bound: number,
  staffed: count,
  sessions: count,
  unstaffed: count,
  costs: only(PLANNERS, costs),
  contacts: called,
  told: called,
  proven: z.strictObject({ unstaffed: z.boolean(), contacts: z.boolean() }),
  released: list(code),
  ms: number,
  plan,
});

export const open = list(
  z.strictObject({
    session: code,
    priority: count,
    reasons: list(z.strictObject({ rule: code, text: z.string() })),
    together: z.boolean(),
  }),
);
export const overview = z.strictObject({
  open,
  leans: list(z.strictObject({ trainer: code, sessions: list(code) })),
  loads: list(
    z.strictObject({
      trainer: code,
      sessions: count,
      halfDays: count,
      share: only(OWN, z.strictObject({ min: number, max: number })),
    }),
  ),
});

/** A cell of a spreadsheet that is wrong, by its place; never its value. */
export const wrongCell = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable(),
  row: count.nullable(),
  column: z.string().nullable(),
  header: z.string().nullable(),
  problem: z.string(),
});
export const imported = z.strictObject({
  done: z.boolean(),
  changes: list(
    z.strictObject({ entity: code, code, what: code, fields: list(z.string()), uncompared: list(z.string()) }),
  ),
  notes: count.optional(),
  issues: list(wrongCell),
});

export const solved = z.strictObject({
  season: code,
  status: code,
  cost: number,
  bound: number,
  gap: number,
  staffed: count,
  sessions: count,
  costs: only(PLANNERS, costs),
  open,
  ms: number,
  seed: count,
  steps: count,
  plan,
  saved: code
    .optional()
    .describe("the plan's id; another than was asked for where somebody saved under that one meanwhile"),
});

const planned = { cost: number, bound: number, staffed: count, costs: only(PLANNERS, costs), ms: number };
const placed = z.strictObject({ slot: count, team }).nullable();
export const compared = z.strictObject({
  base: z.strictObject(planned),
  scenarios: list(
    z.strictObject({
      id: code,
      title: z.string().optional(),
      ...planned,
      delta: number,
      changed: list(z.strictObject({ session: code, from: placed, to: placed })),
      better: z.enum(["yes", "no", "unproven", "incomparable"]),
      released: list(code),
    }),
  ),
});
export const recruited = z.strictObject({
  season: code,
  base: z.strictObject(planned),
  kinds: list(
    z.strictObject({
      trainer: trainerSchema.describe("a trainer who does not exist, as a season has her"),
      expected: number,
      gain: z.strictObject({ least: number, most: number }),
      proven: z.boolean(),
      R: z.strictObject(planned),
    }),
  ),
});

const { excludes: _, waivers: __, ...asked } = sessionSchema.shape;
const { id, activity, programme, place, slots, seats, priority, pinned, ...needs } = asked;
/** A session as bookings show it; what it asks for is for those who plan it, and whom it excludes for nobody. */
export const session = z.strictObject({
  ...{ id, activity, programme, place, slots, seats, priority, pinned },
  ...(Object.fromEntries(Object.entries(needs).map(([name, schema]) => [name, only(PLANNERS, schema)])) as {
    [K in keyof typeof needs]: z.ZodOptional<(typeof needs)[K]>;
  }),
});
/** The same with what lets somebody come whom a rule keeps out. */
export const keptSession = z.strictObject({ ...session.shape, waivers: only(PLANNERS, sessionSchema.shape.waivers) });
