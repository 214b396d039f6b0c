/** The smallest pieces of a season as zod schemas; their `error` texts say what was expected. */
import * as z from "zod";
import type { Interval } from "./types.js";

/** No number of a season is larger (latitude and longitude are smaller anyway). */
export const LARGEST = 1_000_000_000;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function digits(text: string, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const d = text.charCodeAt(i) - 48;
    if (d < 0 || d > 9) return Number.NaN;
    n = n * 10 + d;
  }
  return n;
}

/** The day with which a text begins, as the number YYYYMMDD; NaN if it is none or does not exist. */
function dayKey(text: string): number {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || !(day >= 1)) return Number.NaN;
  const most = DAYS_IN_MONTH[month - 1];
  if (most === undefined || day > most || Number.isNaN(year)) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && day === 29 && !leap ? Number.NaN : year * 10_000 + month * 100 + day;
}

/** Whether a value is a calendar day that exists, `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  return typeof value === "string" && value.length === 10 && !Number.isNaN(dayKey(value));
}

/**
 * A day as people write it, `2027-06-03` or `3-6-2027`, in the first of the two forms; null where it is no day. Slashes are read
 * either way round, so not at all.
 */
export function dayWritten(text: string): string | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? [];
  const iso = year === "" ? text : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : null;
}

/**
 * The day of a wall time `YYYY-MM-DDThh:mm` as the number YYYYMMDD; NaN if the value is no such time.
 * A large season holds half a million of them, so this makes no strings and no dates.
 */
export function wallDay(value: unknown): number {
  if (typeof value !== "string" || value.length !== 16) return Number.NaN;
  if (value.charCodeAt(10) !== 84 || value.charCodeAt(13) !== 58) return Number.NaN;
  if (!(digits(value, 11, 13) <= 23 && digits(value, 14, 16) <= 59)) return Number.NaN;
  return dayKey(value);
}

const WALL = "a wall time YYYY-MM-DDThh:mm that exists (24:00 is written as 00:00 of the next day)";

/** Pushes what is wrong with one interval; the two that are sound go on to the order check. */
function checkInterval(
  value: unknown,
  index: number,
  push: (path: (string | number)[], message: string) => void,
): void {
  if (!Array.isArray(value) || value.length !== 2) {
    push([index], "an interval: [start, end]");
    return;
  }
  const wrong = [0, 1].filter((end) => Number.isNaN(wallDay(value[end])));
  for (const end of wrong) push([index, end], WALL);
  // Wall times of one format are in the order of their texts.
  if (wrong.length === 0 && !(value[0] < value[1]))
    push([index], `an interval that ends after it starts; ${value[0]} to ${value[1]} does not`);
}

/**
 * A list of intervals. One check over the whole list, and a copy made on the way, since zod's own tuples would take
 * most of the time that a large season needs.
 */
function intervalList(least: number, expected: string): z.ZodType<readonly Interval[], readonly Interval[]> {
  return z
    .custom<readonly Interval[]>(Array.isArray, { error: expected, abort: true })
    .check((payload) => {
      const list: readonly unknown[] = payload.value;
      const push = (path: (string | number)[], message: string): void => {
        payload.issues.push({ code: "custom", path, message, input: undefined });
      };
      if (list.length < least) push([], expected);
      const before = payload.issues.length;
      for (let i = 0; i < list.length; i++) checkInterval(list[i], i, push);
      if (payload.issues.length === before) payload.value = payload.value.map(([start, end]) => [start, end]);
    })
    .meta({
      type: "array",
      minItems: least,
      items: { type: "array", prefixItems: [{ type: "string" }, { type: "string" }], minItems: 2, maxItems: 2 },
    });
}

export const intervals = intervalList(0, "a list of intervals [start, end]");
export const slot = intervalList(1, "a slot: a list of one or more parts [start, end]");

export const text = z.string({ error: "text" }).min(1, { error: "text that is not empty" });

export const day = z
  .custom<string>(isDay, { error: "a day YYYY-MM-DD that exists" })
  .meta({ type: "string", format: "date" });

/** A whole number of a range. */
export function whole(least: number, most: number): z.ZodNumber {
  const error = `a whole number from ${least.toLocaleString("en")} to ${most.toLocaleString("en")}`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

/** Any whole number of a season that has no range of its own. */
export const count = whole(0, LARGEST);

export function degrees(most: number): z.ZodNumber {
  const error = `a number of degrees from -${most} to ${most}`;
  return z.number({ error }).min(-most, { error }).max(most, { error });
}

export function oneOf<const T extends readonly string[]>(names: T): z.ZodEnum<{ [K in T[number]]: K }> {
  return z.enum(names, { error: `one of ${names.join(", ")}` });
}

export function listOf<T extends z.ZodType>(item: T, what: string, least = 0): z.ZodArray<T> {
  const error = least === 0 ? `a list of ${what}` : `a list of ${least} or more ${what}`;
  return z.array(item, { error }).min(least, { error });
}

/**
 * An object with exactly the fields of a shape. The message never names a field that does not belong, which could be a
 * value that slipped in; it names the field that was probably meant.
 */
export function record<S extends z.ZodRawShape>(shape: S): z.ZodObject<S, z.core.$strict> {
  const known = Object.keys(shape);
  const names = known.join(", ");
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== "unrecognized_keys") return `an object of ${names}`;
      const meant = issue.keys.flatMap((key) => known.find((name) => isNear(key, name)) ?? []);
      const hint = meant.map((name) => `\`${name}\``).join(", ");
      return meant.length < issue.keys.length || meant.length === 0
        ? `no fields but ${names}: take the others out${hint === "" ? "" : `; of one, did you mean ${hint}?`}`
        : `no unknown field: did you mean ${hint}?`;
    },
  });
}

/** Whether one text becomes the other by a letter or two added, dropped or changed; case aside. */
function isNear(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const most = b.length > 5 ? 2 : 1;
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[b.length] ?? 0) <= most;
}
