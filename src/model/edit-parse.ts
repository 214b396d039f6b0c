/** The way in for changes: a file's bytes or a JSON value become frozen edits or scenarios, or are refused as a whole. */
import type * as z from "zod";
import { distinct } from "./cross-session.js";
import { decode } from "./decode.js";
import { editsSchema, scenariosSchema } from "./edit-schema.js";
import type { Edits, Scenarios } from "./edit-types.js";
import { Faults } from "./faults.js";
import { freeze } from "./freeze.js";
import { fields, items, rows } from "./loose.js";
import { addShape, checkKeys, refuseOther } from "./parse.js";
import type { Path } from "./redaction.js";
import type { Season } from "./types.js";

function parseFile<S extends z.ZodType>(
  value: unknown,
  schema: S,
  format: string,
  cross: (faults: Faults) => void,
  { season, what }: { readonly season: Season | undefined; readonly what: string },
): z.infer<S> {
  refuseOther(value, format, what);
  const faults = new Faults(value);
  if (!checkKeys(faults, value, [])) faults.refuse(what, [], season);
  const shape = schema.safeParse(value);
  if (!shape.success) addShape(faults, shape.error, value, []);
  cross(faults);
  faults.refuse(what, [], season);
  if (!shape.success) throw new Error(`${format}: a file failed its schema and no fault was told`);
  return freeze(shape.data);
}

/** A block that ends before it begins, and whatever else one list of edits shows by itself. */
function checkEdits(faults: Faults, list: unknown, root: Path): void {
  for (const [i, edit] of rows(list)) {
    const { from, to } = edit;
    if (edit.edit !== "block-trainer" || typeof from !== "string" || typeof to !== "string") continue;
    if (beginsAt(from) < endsAt(to)) continue;
    faults.addValue([...root, i, "to"], `a time after ${from} (from), or that day itself`, to);
  }
}

/** Texts that sort as the times do: a day as `from` is its beginning, as `to` its end. */
const beginsAt = (moment: string): string => (moment.length === 10 ? `${moment}T00:00` : moment);
const endsAt = (moment: string): string => (moment.length === 10 ? `${moment}T24:00` : moment);

/**
 * Edits from a JSON value, `koppel-edits/1`. What they refer to is looked up by `applyEdits`.
 * @param season where given, its special-category values are kept out of the message
 * @returns the edits, deeply frozen
 * @throws InputError with every wrong field at once
 */
export function parseEdits(value: unknown, season?: Season, what = "the edits"): Edits {
  const cross = (faults: Faults): void => checkEdits(faults, fields(value).edits, ["edits"]);
  return parseFile(value, editsSchema, "koppel-edits/1", cross, { season, what });
}

/**
 * Edits from a file's bytes, JSON or gzip.
 * @throws InputError as `decode` and `parseEdits` do
 */
export function readEdits(bytes: Uint8Array, season?: Season, what = "the edits"): Edits {
  return parseEdits(decode(bytes, what), season, what);
}

/**
 * Scenarios from a JSON value, `koppel-scenarios/1`: one or more, each with an id of its own.
 * @param season where given, its special-category values are kept out of the message
 * @returns the scenarios, deeply frozen
 * @throws InputError with every wrong field at once
 */
export function parseScenarios(value: unknown, season?: Season, what = "the scenarios"): Scenarios {
  const cross = (faults: Faults): void => {
    const list = fields(value).scenarios;
    const ids = rows(list)
      .filter(([, { id }]) => typeof id === "string")
      .map(([i, { id }]) => [["scenarios", i, "id"], String(id)] as const);
    distinct(faults, ids, "an id that none of the scenarios before it has", true);
    for (const [i, scenario] of items(list).entries())
      checkEdits(faults, fields(scenario).edits, ["scenarios", i, "edits"]);
  };
  return parseFile(value, scenariosSchema, "koppel-scenarios/1", cross, { season, what });
}

/**
 * Scenarios from a file's bytes, JSON or gzip.
 * @throws InputError as `decode` and `parseScenarios` do
 */
export function readScenarios(bytes: Uint8Array, season?: Season, what = "the scenarios"): Scenarios {
  return parseScenarios(decode(bytes, what), season, what);
}
