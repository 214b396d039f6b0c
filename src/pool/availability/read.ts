/** The way in: a JSON value becomes a frozen `Availability`, or is refused with every field that is wrong. */
import * as z from "zod";
import { InputError, type InputIssue } from "../../model/errors.js";
import { freeze } from "../../model/freeze.js";
import { day, intervals, listOf, oneOf, record, text, whole } from "../../model/leaves.js";
import { writePath } from "../../model/redaction.js";
import { minuteOfDay } from "./times.js";
import { type Availability, DAY_PARTS, type DayPartHours, type Part, WEEKDAYS } from "./types.js";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const HOURS =
  "[start, end] with times hh:mm of one day that end after they start (24:00 may end; past midnight takes two)";

function isHours(value: unknown): value is readonly [string, string] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [start, end]: unknown[] = value;
  if (typeof start !== "string" || typeof end !== "string") return false;
  return TIME.test(start) && (TIME.test(end) || end === "24:00") && minuteOfDay(start) < minuteOfDay(end);
}

const names: ReadonlySet<unknown> = new Set([...DAY_PARTS, "day"]);
const part = z.custom<Part>((value) => names.has(value) || isHours(value), {
  error: `one of ${[...DAY_PARTS, "day"].join(", ")}, or ${HOURS}`,
});
const parts = listOf(part, "parts of a day", 1);
const exceptions = listOf(record({ day, parts }), "days");
const order = <T extends { from: string | null; to: string | null }>({ from, to }: T) =>
  from === null || to === null || from <= to;
const afterFrom = { path: ["to"], error: "a day from `from` on" };

const schema = record({
  format: z.literal("koppel-availability/1", { error: '"koppel-availability/1"' }),
  weekly: listOf(
    record({
      days: listOf(oneOf(WEEKDAYS), "weekdays", 1),
      parts,
      from: z.nullable(day),
      to: z.nullable(day),
      everyWeeks: whole(1, 520),
    })
      .refine(order, afterFrom)
      .refine(({ from, everyWeeks }) => from !== null || everyWeeks === 1, {
        path: ["from"],
        error: "a day: the week in it is the first of every n weeks",
      }),
    "weekly patterns",
  ),
  extra: exceptions,
  blocked: exceptions,
  holidays: listOf(record({ from: day, to: day }).refine(order, afterFrom), "holidays"),
  blocks: intervals,
  holds: listOf(
    record({
      offer: text,
      start: z.string(),
      end: z.string(),
      until: z.iso.datetime({ offset: true, error: "an instant such as 2027-02-01T12:00:00Z" }),
    }).check((payload) => {
      const { start, end } = payload.value;
      const found = intervals.safeParse([[start, end]]);
      for (const { message, path } of found.error?.issues ?? [])
        payload.issues.push({ code: "custom", message, path: [path[1] === 0 ? "start" : "end"], input: undefined });
    }),
    "holds",
  ),
});

/**
 * Reads what a trainer said of her time.
 * @param value of the shape `koppel-availability/1` (docs/pool-availability.md)
 * @returns it, frozen
 * @throws InputError with every wrong field by path; a time is hers alone, so no message repeats a value
 */
export function readAvailability(value: unknown): Availability {
  const found = schema.safeParse(value);
  if (!found.success) throw new InputError("the availability", issuesOf(found.error));
  return freeze(found.data);
}

const hoursOfParts = record({
  morning: z.custom<readonly [string, string]>(isHours, { error: HOURS }),
  afternoon: z.custom<readonly [string, string]>(isHours, { error: HOURS }),
  evening: z.custom<readonly [string, string]>(isHours, { error: HOURS }),
});

/**
 * Reads an office's own hours of morning, afternoon and evening, e.g. `{"morning": ["08:30", "12:30"], …}`. They may touch or overlap.
 * @throws InputError with every wrong field
 */
export function readDayParts(value: unknown): DayPartHours {
  const found = hoursOfParts.safeParse(value);
  if (!found.success) throw new InputError("the hours of the day's parts", issuesOf(found.error));
  return freeze(found.data);
}

/** A message of the model's intervals shows the times that it refuses; here it must not. */
function issuesOf(error: z.ZodError): readonly InputIssue[] {
  return error.issues.map(({ path, message }) => ({
    path: writePath(path.filter((step) => typeof step !== "symbol")),
    expected: message.replace(/; \S+ to \S+ does not$/, ""),
  }));
}
