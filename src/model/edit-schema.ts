/** Edits and scenarios as strict zod schemas. What they refer to is looked up when they are applied. */
import * as z from "zod";
import { EDIT_NAMES } from "./edit-types.js";
import { count, isDay, LARGEST, listOf, oneOf, record, text, wallDay } from "./leaves.js";
import { sessionSchema, teamSchema, trainerSchema } from "./schema.js";
import { WEIGHTS } from "./types.js";

/** A wall time, or a day as a whole. */
const moment = z
  .custom<string>((value) => isDay(value) || !Number.isNaN(wallDay(value)), {
    error: "a day YYYY-MM-DD or a wall time YYYY-MM-DDThh:mm that exists",
  })
  .meta({ type: "string" });

const factorText = `a number from 0 to ${LARGEST.toLocaleString("en")}`;
const factor = z.number({ error: factorText }).min(0, { error: factorText }).max(LARGEST, { error: factorText });

type Optional<S extends z.ZodRawShape> = { [K in Exclude<keyof S, "id">]: z.ZodExactOptional<S[K] & z.ZodType> };

/** The same fields, each of them optional, without the id. */
function changeOf<S extends z.ZodRawShape>(shape: S): z.ZodObject<Optional<S>, z.core.$strict> {
  const fields = Object.entries(shape).filter(([name]) => name !== "id");
  const optional = Object.fromEntries(fields.map(([name, schema]) => [name, z.exactOptional(schema)]));
  return record(optional as Optional<S>).check((payload) => {
    if (Object.keys(payload.value).length > 0 || payload.issues.length > 0) return;
    payload.issues.push({ code: "custom", message: "one field or more to replace", input: undefined });
  });
}

const edit = <const N extends string>(name: N): z.ZodLiteral<N> => z.literal(name);

/** One change to a season. */
export const editSchema = z.discriminatedUnion(
  "edit",
  [
    record({ edit: edit("remove-trainer"), trainer: text }),
    record({ edit: edit("block-trainer"), trainer: text, from: moment, to: moment }),
    record({ edit: edit("add-trainer"), trainer: trainerSchema }),
    record({ edit: edit("change-trainer"), trainer: text, set: changeOf(trainerSchema.shape) }),
    record({ edit: edit("add-session"), session: sessionSchema }),
    record({ edit: edit("change-session"), session: text, set: changeOf(sessionSchema.shape) }),
    record({ edit: edit("cancel-session"), session: text }),
    record({ edit: edit("set-weight"), weight: oneOf(WEIGHTS), value: count }),
    record({
      edit: edit("set-budget"),
      programme: text,
      budget: z.exactOptional(count),
      factor: z.exactOptional(factor),
    }).check((payload) => {
      const { budget, factor: times } = payload.value;
      if ((budget === undefined) !== (times === undefined)) return;
      payload.issues.push({ code: "custom", message: "either budget or factor, one of the two", input: undefined });
    }),
    record({ edit: edit("pin"), session: text, slot: z.exactOptional(count), team: z.exactOptional(teamSchema) }),
    record({ edit: edit("unpin"), session: text }),
    record({ edit: edit("fix-slot"), session: text, slot: count }),
    record({ edit: edit("exclude"), session: text, trainer: text }),
    record({ edit: edit("waive"), session: text, trainer: text, rule: oneOf(["available", "travelKm"]) }),
  ],
  {
    error: (issue) =>
      issue.code === "invalid_union"
        ? `one of ${EDIT_NAMES.join(", ")}`
        : "an object with `edit` (the kind of change) and its fields",
  },
);

/** A whole file of changes, `koppel-edits/1`. */
export const editsSchema = record({
  format: z.literal("koppel-edits/1", { error: '"koppel-edits/1"' }),
  edits: listOf(editSchema, "edits"),
});

/** One what-if. */
export const scenarioSchema = record({ id: text, title: z.exactOptional(text), edits: listOf(editSchema, "edits") });

/** A whole file of what-ifs, `koppel-scenarios/1`. */
export const scenariosSchema = record({
  format: z.literal("koppel-scenarios/1", { error: '"koppel-scenarios/1"' }),
  scenarios: listOf(scenarioSchema, "scenarios", 1),
});
