/** What comes out of the routes of the pool's records, field by field; see `answers.ts`. */
import * as z from "zod";
import { planSchema, seasonSchema } from "../../model/index.js";
import { PURPOSES, SENSITIVE_FIELDS, type SensitiveField } from "../../pool/store/index.js";
import { items, keptSession, only, session, verdict } from "./answers.js";

const code = z.string();
const count = z.number().int();
const list = <T extends z.ZodType>(schema: T) => z.array(schema);

export const me = z.strictObject({
  account: code,
  role: code,
  organisation: code.nullable(),
  organisationName: z.string().nullable(),
  trainer: code.nullable(),
});
export const labels = z.record(
  z.string(),
  list(
    z.strictObject({ code, nl: z.string(), en: z.string(), also: list(z.string()).optional(), kind: code.optional() }),
  ),
);
export const calendar = items(
  z.strictObject({
    id: code,
    nl: z.string(),
    en: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    beginsEveningBefore: z.boolean(),
    impact: code,
    communities: list(code).nullable(),
    regions: list(code).nullable(),
    basis: code,
  }),
);
export const sheets = z.strictObject({ count, heldBack: list(code), html: z.string() });
/** Of trainers of other organisations the code, and whose she is; the rest is null or empty. */
export const trainers = items(
  z.strictObject({
    trainer: code,
    organisation: code,
    name: z.string().nullable(),
    contact: z.string().nullable(),
    consents: z.enum(["yes", "no", ""]),
    hasTime: z.enum(["yes", "no", ""]),
  }),
);

const { limits, ...all } = seasonSchema.shape.trainers.element.shape;
/** A schema's fields without those that are sensitive. */
function plain<T extends z.ZodRawShape>(shape: T): Omit<T, SensitiveField> {
  const isPlain = ([name]: [string, unknown]): boolean => !(SENSITIVE_FIELDS as readonly string[]).includes(name);
  return Object.fromEntries(Object.entries(shape).filter(isPlain)) as Omit<T, SensitiveField>;
}
const fields = list(z.enum(SENSITIVE_FIELDS));
/** Nothing sensitive is in it: what she told of herself, and what protects her, is read by nobody but herself. */
export const trainer = z.strictObject({
  organisation: code,
  name: z.string(),
  contact: z.string(),
  trainer: z.strictObject({ ...plain(all), limits: z.strictObject(plain(limits.shape)) }),
  wishes: z.strictObject({ mayBeNamed: z.boolean(), mayBePhotographed: z.boolean(), limits: z.string().nullable() }),
  consents: z.partialRecord(z.enum(PURPOSES), fields),
});
const { roles, backgrounds, languages, traits, avoidPlaces, avoidTrainers } = all;
const { exposure, ownCommunityKm } = limits.shape;
const tags = { roles, backgrounds, languages, traits };
/** To herself all that is sensitive too. */
export const trainerRead = trainer.extend({
  sensitive: only(["trainer"], z.strictObject({ ...tags, avoidPlaces, avoidTrainers, exposure, ownCommunityKm })),
});

const parts = list(z.union([z.enum(["morning", "afternoon", "evening", "day"]), z.tuple([z.string(), z.string()])]));
/** When trainers can come in a season's period; to their own organisation alone. */
export const freeTimes = items(z.strictObject({ trainer: code, available: all.available }));
const exception = z.strictObject({ day: z.iso.date(), parts });
export const time = z.strictObject({
  format: z.literal("koppel-availability/1"),
  weekly: list(
    z.strictObject({
      days: list(code),
      parts,
      from: z.iso.date().nullable(),
      to: z.iso.date().nullable(),
      everyWeeks: count,
    }),
  ),
  extra: list(exception),
  blocked: list(exception),
  holidays: list(z.strictObject({ from: z.iso.date(), to: z.iso.date() })),
  blocks: list(z.tuple([z.string(), z.string()])),
  holds: list(z.strictObject({ offer: code, start: z.string(), end: z.string(), until: z.string() })),
});

const { id, activity, programme: pays, place, slots, seats, priority } = session.shape;
const item = code.optional().describe("the item of the menu that it was made of, by which it is called");
export const sessions = items(
  z.strictObject({ id, activity, item, programme: pays, place, slots, seats, priority, version: count }),
);
export const oneSession = z.strictObject({ client: code.nullable(), session: keptSession });

export const built = z.strictObject({
  id: code,
  sessions: count,
  trainers: count,
  done: z.boolean().describe("false: it was a dry run"),
  isNew: z.boolean().describe("there was none of that id"),
  choice: z.union([z.literal("all"), list(code.nullable())]).describe("of which programmes it is made"),
  programmes: list(
    z.strictObject({
      programme: code.nullable().describe("null: sessions of none"),
      isIn: z.boolean(),
      sessions: count,
      came: list(code),
      left: list(code),
    }),
  ).describe("what of each programme with sessions in the period it has, gets and loses"),
  came: list(code).describe("trainers who were not in it before"),
  left: list(code).describe("trainers who are not in it any more"),
  undated: list(code),
  brokenSeries: list(code),
  withheld: count,
  withheldOwn: list(code),
  neverFree: list(code),
  released: list(
    z.strictObject({
      session: code,
      faults: list(z.strictObject({ trainer: code.nullable(), expected: z.string() })),
    }),
  ),
  shrunk: list(z.strictObject({ plan: code, lost: count })),
});
export const seasons = items(
  z.strictObject({
    id: code,
    version: count,
    from: z.iso.date(),
    to: z.iso.date(),
    sessions: count,
    trainers: count,
    published: z.strictObject({ plan: code, at: z.iso.datetime(), version: count }).nullable(),
  }),
);
const { timeZone, from, to, places, series, programmes: payers, published } = seasonSchema.shape;
export const season = z.strictObject({
  ...{ id: code, timeZone, from, to, places, series, programmes: payers, published },
  trainers: list(code),
  sessions: list(session.extend({ item })),
});

export const plans = items(
  z.strictObject({
    id: code,
    season: code,
    version: count,
    feasible: z.boolean(),
    staffed: count,
    sessions: count,
    cost: z.number(),
    bound: z.number().nullable(),
    published: z.boolean(),
    changedSince: z.boolean(),
  }),
);
export const plan = z.strictObject({
  id: code,
  season: code,
  seasonVersion: count.describe("of the season as it is by now"),
  plan: planSchema,
  verdict,
});
export const planKept = z.strictObject({ id: code, season: code, verdict });
export const publication = z.strictObject({
  season: code,
  plan: code,
  sessions: count,
  agreed: list(z.strictObject({ account: code, at: z.iso.datetime() })),
  news: list(code),
  gone: list(code),
});
export const replies = items(
  z.strictObject({
    trainer: code,
    askings: list(
      z.strictObject({
        session: code,
        seat: code,
        slot: slots.element,
        reply: z.enum(["new", "asked", "yes", "no", "silent"]),
        at: z.iso.datetime().nullable(),
        stands: z.boolean(),
      }),
    ),
  }),
);
export const replied = z.strictObject({
  reply: z.enum(["asked", "yes", "no", "silent"]),
  before: z.enum(["new", "asked", "yes", "no", "silent"]),
  confirmed: z.boolean(),
});
