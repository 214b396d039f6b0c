/** The way in: a file's bytes or a JSON value become a frozen season, plan or session, or are refused as a whole. */
import type * as z from "zod";
import { crossSeason } from "./cross-season.js";
import { type Codes, checkSession } from "./cross-session.js";
import { decode, MOST_LEVELS } from "./decode.js";
import { InputError } from "./errors.js";
import { Faults } from "./faults.js";
import { freeze } from "./freeze.js";
import { fields, items, rows, valueAt } from "./loose.js";
import { checkSizes } from "./overflow.js";
import { checkPins, type Sound, soundSeason } from "./pins.js";
import { checkPinsTogether } from "./pins-together.js";
import type { Path } from "./redaction.js";
import { planSchema, seasonSchema, sessionSchema, trainerSchema } from "./schema.js";
import type { Plan, Season, Session, Trainer } from "./types.js";
import { skippedIn } from "./zone.js";

/** The field names below which an object or a list may stand; no other key is ever written into a path. */
const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...[seasonSchema, planSchema, trainerSchema, sessionSchema].flatMap((schema) => Object.keys(schema.shape)),
  "exposure",
  "team",
  ...["edits", "scenarios", "set", "trainer", "session"],
]);

/**
 * Adds a fault for each `__proto__` key (JSON makes it a key like any other, zod's maps drop it without a word) and for
 * nesting that later walks could not follow.
 * @returns whether the value is shallow enough to be walked
 */
export function checkKeys(faults: Faults, value: unknown, root: Path): boolean {
  let shallow = true;
  // The steps to where the walk is; a large season has too many lists for a path of its own each.
  const path = [...root];
  const visit = (at: object, open: boolean, depth: number): void => {
    if (depth > MOST_LEVELS) {
      shallow = false;
      faults.add([...path], `at most ${MOST_LEVELS} levels of nesting`);
      return;
    }
    const step = (key: string | number, below: object, known: boolean): void => {
      if (known) path.push(key);
      visit(below, known, depth + 1);
      if (known) path.pop();
    };
    if (Array.isArray(at)) {
      for (let i = 0; i < at.length; i++) {
        const below: unknown = at[i];
        if (typeof below === "object" && below !== null) step(i, below, open);
      }
      return;
    }
    for (const key of Object.keys(at)) {
      if (key === "__proto__") faults.add([...path], "no field __proto__: take it out");
      const below: unknown = (at as Record<string, unknown>)[key];
      if (typeof below === "object" && below !== null) step(key, below, open && KNOWN_NAMES.has(key));
    }
  };
  if (typeof value === "object" && value !== null) visit(value, true, 1);
  return shallow;
}

/**
 * Refuses a file of the other kind for that alone: each of its fields is wrong then, and none of them is worth a word.
 * @param expected the format of the file that is read
 */
export function refuseOther(value: unknown, expected: string, what: string): void {
  const { format } = fields(value);
  if (typeof format !== "string" || format === expected || !FORMATS.has(format)) return;
  throw new InputError(what, [{ path: "format", expected: `"${expected}"`, value: `"${format}"` }]);
}
const FORMATS: ReadonlySet<string> = new Set([
  "koppel-season/1",
  "koppel-plan/1",
  "koppel-edits/1",
  "koppel-scenarios/1",
]);

/** Adds what a schema refuses. */
export function addShape(faults: Faults, error: z.ZodError, value: unknown, root: Path): void {
  for (const issue of error.issues) {
    const below = issue.path.filter((step) => typeof step !== "symbol");
    const path = [...root, ...below];
    const found = valueAt(value, below);
    if (issue.code === "unrecognized_keys" || issue.code === "invalid_key") faults.add(path, issue.message);
    else if (found === undefined) faults.add(path, `${issue.message}; it is missing`);
    else if (couldBeSwapped(issue, found)) faults.add(path, issue.message);
    else faults.addValue(path, issue.message, found);
  }
}

/**
 * A text where a list, an object or a wall time was expected could be a tag or code that slipped in from elsewhere. Of an
 * interval the message tells what is needed.
 */
function couldBeSwapped(issue: z.core.$ZodIssue, found: unknown): boolean {
  if (issue.code === "custom" && Array.isArray(found)) return true;
  if (typeof found !== "string") return false;
  if (issue.code === "custom") return !/^[\dT:+.Z -]*$/.test(found);
  return issue.code === "invalid_type" && ["array", "object", "record"].includes(issue.expected);
}

/** The records with which nothing is wrong so far. */
function soundRecords(faults: Faults, season: unknown): Sound {
  const file = fields(season);
  // A record without a fault has passed the schema, so it is of the schema's type even where others are not.
  const sound = <T>(list: string): [number, T][] =>
    rows(file[list]).flatMap(([i, row]) => (faults.isSound(list, i) ? [[i, row as T]] : []));
  const byId = <T extends { readonly id: string }>(list: string): Map<string, T> =>
    new Map(sound<T>(list).map(([, row]) => [row.id, row]));
  return {
    places: byId("places"),
    trainers: byId<Trainer>("trainers"),
    sessions: sound("sessions"),
    series: sound("series"),
    programmes: sound("programmes"),
  };
}

/**
 * A season from a JSON value: everything under "What is refused" in the model is refused.
 * @param value the season as JSON gives it; it is not changed, and not shared with the result
 * @param what how the season is called in the message
 * @returns the season, deeply frozen
 * @throws InputError with every wrong field at once. Pins are judged as far as their records are sound; sizes once
 * nothing else is wrong
 */
export function parseSeason(value: unknown, what = "the season"): Season {
  refuseOther(value, "koppel-season/1", what);
  const faults = new Faults(value);
  if (!checkKeys(faults, value, [])) faults.refuse(what);
  const shape = seasonSchema.safeParse(value);
  if (!shape.success) addShape(faults, shape.error, value, []);
  crossSeason(faults, fields(value));
  const sound = shape.success && faults.length === 0 ? soundSeason(shape.data) : soundRecords(faults, value);
  checkPins(faults, sound);
  checkPinsTogether(faults, sound);
  if (shape.success && faults.length === 0) checkSizes(faults, shape.data);
  faults.refuse(what);
  if (!shape.success) throw new Error("a season failed its schema and no fault was told");
  return freeze(shape.data);
}

/**
 * A season from a file's bytes, JSON or gzip.
 * @throws InputError as `decode` and `parseSeason` do
 */
export function readSeason(bytes: Uint8Array, what = "the season"): Season {
  return parseSeason(decode(bytes, what), what);
}

/**
 * A plan from a JSON value. Only what is malformed is refused: a plan that names what does not exist, or breaks a rule,
 * or is of another season, is for `check` to judge.
 * @param season the season it is read for; its special-category values are kept out of the message
 * @returns the plan, deeply frozen
 * @throws InputError with every wrong field at once
 */
export function parsePlan(value: unknown, season: Season, what = "the plan"): Plan {
  refuseOther(value, "koppel-plan/1", what);
  const faults = new Faults(value);
  if (!checkKeys(faults, value, [])) faults.refuse(what);
  const shape = planSchema.safeParse(value);
  if (!shape.success) addShape(faults, shape.error, value, []);
  faults.refuse(what, [], season);
  if (!shape.success) throw new Error("a plan failed its schema and no fault was told");
  return freeze(shape.data);
}

/**
 * A plan from a file's bytes, JSON or gzip.
 * @throws InputError as `decode` and `parsePlan` do
 */
export function readPlan(bytes: Uint8Array, season: Season, what = "the plan"): Plan {
  return parsePlan(decode(bytes, what), season, what);
}

/** What the session itself names, where there is no season to look it up in: nothing is a reference to nothing then. */
function ownCodes(): Codes {
  const any: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });
  return {
    ids: { place: any, trainer: any, session: any, programme: any },
    doubled: new Set(),
    slotCount: new Map(),
    skipped: () => false,
  };
}

function codesIn(season: Season): Codes {
  const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map((row) => row.id));
  return {
    ids: {
      place: ids(season.places),
      trainer: ids(season.trainers),
      session: ids(season.sessions),
      programme: ids(season.programmes),
    },
    doubled: new Set(),
    slotCount: new Map(),
    skipped: skippedIn(season.timeZone),
  };
}

/**
 * One session from a JSON value.
 * @param season where given, the session's references, wall times and pin are judged in it (its pin by itself, not
 * together with other pins)
 * @returns the session, deeply frozen
 * @throws InputError with every wrong field at once, paths from the session on
 */
export function parseSession(value: unknown, season?: Season, what = "the session"): Session {
  const root: Path = ["sessions", 0];
  const file = { sessions: [value], trainers: items(season?.trainers) };
  const faults = new Faults(file);
  if (!checkKeys(faults, value, root)) faults.refuse(what, root);
  const shape = sessionSchema.safeParse(value);
  if (!shape.success) addShape(faults, shape.error, value, root);
  checkSession(faults, season === undefined ? ownCodes() : codesIn(season), fields(value), root);
  if (shape.success && season !== undefined && faults.length === 0) {
    checkPins(faults, { ...soundSeason(season), sessions: [[0, shape.data]] });
  }
  faults.refuse(what, root);
  if (!shape.success) throw new Error("a session failed its schema and no fault was told");
  return freeze(shape.data);
}
