/** What goes in and comes out of the routes of the pool's records one by one; see `answers.ts`. */
import * as z from "zod";
import { seasonSchema } from "../../model/index.js";
import { items } from "./answers.js";

const code = z.string().min(1).max(200);
const count = z.int();
const text = z.string();
const orNull = text.nullable();
const list = <T extends z.ZodType>(schema: T) => z.array(schema);

const { avoidPlaces, avoidTrainers, limits } = seasonSchema.shape.trainers.element.shape;
const { exposure, ownCommunityKm } = limits.shape;

export const protectionOut = z.strictObject({ avoidPlaces, avoidTrainers, ownCommunityKm, exposure });
export const pieceIn = z.discriminatedUnion("field", [
  z.strictObject({ field: z.enum(["avoidPlaces", "avoidTrainers"]), value: code }),
  z.strictObject({ field: z.literal("ownCommunityKm"), value: z.int().min(0) }),
  z.strictObject({ field: z.literal("exposure"), value: z.strictObject({ theme: code, times: z.int().min(0) }) }),
]);
export const pieceOut = z.strictObject({ came: z.enum(["added", "asked", "removed"]) });

const contacts = list(z.strictObject({ name: text, task: orNull, email: orNull, phone: orNull }));
/** Records that are kept whole, by kind. */
export const RECORDS = {
  organisations: z.strictObject({ id: code, name: text }),
  clients: z.strictObject({ id: code, name: text, contacts }),
  locals: z.strictObject({ id: code, name: text, place: orNull, communities: list(text), contacts }),
  programmes: z.strictObject({ id: code, client: code.nullable(), budget: count }),
  series: z.strictObject({ id: code, sessions: list(code), minDays: count, maxDays: count }),
} as const;
export const listed = (record: z.ZodType) => items(z.strictObject({ version: count, record }));

export const venue = z.strictObject({
  venue: orNull,
  address: orNull,
  contact: orNull,
  phone: orNull,
  arrival: orNull,
  agreements: orNull,
});
