/**
 * Which values a message may show. Never those of the fields that tell, or let one infer, a special category or a
 * danger; and, since a file may have its fields swapped, no value elsewhere that could have come from one of them.
 */
import { fields, items } from "./loose.js";
import { ROLES } from "./types.js";

/** Keys and indices from the root of a file to a value. */
export type Path = readonly (string | number)[];

const OF_TRAINER = new Set(["roles", "backgrounds", "languages", "traits", "avoidPlaces", "avoidTrainers"]);
const OF_LIMITS = new Set(["exposure", "ownCommunityKm"]);
const OF_SESSION = new Set(["communities", "languages", "traits", "excludes"]);

/** The special-category fields of a season file, as `list.field` or `list.field.field`. */
export const SPECIAL_FIELDS: readonly string[] = [
  ...[...OF_TRAINER].map((f) => `trainers.${f}`),
  ...[...OF_LIMITS].map((f) => `trainers.limits.${f}`),
  ...[...OF_SESSION].map((f) => `sessions.${f}`),
];

/** Whether a value of a season file, or of a file of edits or scenarios, stands in a special-category field. */
export function isSpecial(path: Path): boolean {
  if (path[0] === "scenarios" && path[2] === "edits") return isSpecial(path.slice(2));
  if (path[0] === "edits") {
    const lists = LISTS_OF_EDIT[String(path[2])] ?? [];
    return lists.some((list) => isSpecial([list, 0, ...path.slice(3)]));
  }
  const [list, , field, below] = path;
  if (list === "trainers") {
    return OF_TRAINER.has(String(field)) || (field === "limits" && OF_LIMITS.has(String(below)));
  }
  return list === "sessions" && OF_SESSION.has(String(field));
}

/** The field of an edit that holds (a piece of) a record → the lists of a season that such a record could stand in. */
const LISTS_OF_EDIT: Readonly<Record<string, readonly string[]>> = {
  trainer: ["trainers"],
  session: ["sessions"],
  set: ["trainers", "sessions"],
};

/** `sessions[3].slots[0][1]`. The keys of `exposure` are values (themes), so the path stops before them. */
export function writePath(path: Path): string {
  const exposure = path.findIndex((step, i) => step === "exposure" && path[i - 1] === "limits");
  const shown = exposure > 0 ? path.slice(0, exposure + 1) : path;
  let text = "";
  for (const step of shown) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z]\w{0,40}$/.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step.length > 40 ? `${step.slice(0, 40)}…` : step)}]`;
  }
  return text;
}

/** Every string in a file's special fields, and the roles: what no message shows, wherever it stands. */
export function specialStrings(file: unknown): ReadonlySet<string> {
  const found = new Set<string>(ROLES);
  const visit = (value: unknown, path: Path): void => {
    const special = isSpecial(path);
    if (typeof value === "string") {
      if (special) found.add(value);
    } else if (typeof value === "object" && value !== null && path.length < 8) {
      for (const [key, below] of Object.entries(value)) {
        const step = Array.isArray(value) ? Number(key) : key;
        if (special && typeof step === "string") found.add(step);
        visit(below, [...path, step]);
      }
    }
  };
  const addRecord = (list: string, row: unknown): void => {
    for (const [field, value] of Object.entries(fields(row))) {
      const path = [list, 0, field];
      if (field === "limits" || isSpecial(path)) visit(value, path);
    }
  };
  const root = fields(file);
  for (const list of ["trainers", "sessions"]) for (const row of items(root[list])) addRecord(list, row);
  const edits = [root, ...items(root.scenarios).map(fields)].flatMap(({ edits }) => items(edits));
  for (const edit of edits) {
    for (const [field, lists] of Object.entries(LISTS_OF_EDIT))
      for (const list of lists) addRecord(list, fields(edit)[field]);
  }
  return found;
}

/**
 * A value in short JSON, or undefined where it may not be shown: lists and objects show no more than what they are,
 * since what is in them could be anything.
 */
export function shortJson(value: unknown, hidden: ReadonlySet<string>): string | undefined {
  if (typeof value === "string") {
    if (hidden.has(value)) return undefined;
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  }
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[… ${value.length}]`;
  return typeof value === "object" ? "{…}" : undefined;
}
