/**
 * Every field of the small season and of a plan, broken in every way that fits it: each mutant is refused, at its path,
 * and no message holds a special-category value.
 */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type InputIssue, parseSeason, readPlan, readSeason, SPECIAL_FIELDS } from "../../src/model/index.js";
import { specialStrings } from "../../src/model/redaction.js";
import { count } from "../support/counts.js";
import { smallSeason } from "../support/small-season.js";
import { get, paths, put, refusals, type Step, steps, told } from "./breaking.js";

interface Mutant {
  readonly kind: string;
  readonly path: readonly Step[];
  readonly bytes: Uint8Array;
}

const SMALL_PLAN = {
  format: "koppel-plan/1",
  season: "small",
  assignments: [
    {
      session: "s1",
      slot: 0,
      team: [
        { seat: "professional", trainer: "t1" },
        { seat: "lived", trainer: "t2" },
      ],
    },
    { session: "s5", slot: 1, team: [{ seat: "professional", trainer: "t3" }] },
  ],
  cost: 12_345,
  bound: 1_234,
};

const bytesOf = (file: unknown): Uint8Array => Buffer.from(JSON.stringify(file));
const isMap = (path: readonly Step[]): boolean => ["expertise", "exposure", "seats"].includes(String(path.at(-1)));
const isWall = (value: unknown): boolean => typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value);
const isCoordinate = (path: readonly Step[]): boolean => ["lat", "lon"].includes(String(path.at(-1)));
/** May be null, or left out. */
const NULLABLE = new Set(["programme", "place", "pinned", "required", "slot"]);
const OPTIONAL = new Set(["cost", "bound"]);
const isThemeKey = (path: readonly Step[]): boolean => isMap(path.slice(0, -1));

const DEEP: unknown = JSON.parse(`${"[".repeat(40)}${"]".repeat(40)}`);

/** The values to put in place of one, by kind. */
function breakings(path: readonly Step[], value: unknown): Readonly<Record<string, unknown>> {
  const name = String(path.at(-1));
  const all: Record<string, unknown> = { "true instead": true, "deep nesting": DEEP };
  if (!NULLABLE.has(name)) all["null instead"] = null;
  if (typeof path.at(-1) === "string" && !OPTIONAL.has(name) && !isThemeKey(path)) all.missing = undefined;
  if (typeof value === "number") {
    Object.assign(all, { "text of a number": String(value), infinite: "1e999", huge: 1e17 });
    if (!isCoordinate(path)) Object.assign(all, { negative: -1, fractional: value + 0.5 });
  } else if (typeof value === "string") {
    Object.assign(all, { "a number for a text": 7, "an empty text": "", "a text in a list": [value] });
    if (isWall(value)) {
      Object.assign(all, {
        "a day that does not exist": `2027-02-30${value.slice(10)}`,
        "24:00": `${value.slice(0, 10)}T24:00`,
        "a skipped wall time": "2027-03-28T02:15",
        "a wall time with a zone": `${value}Z`,
      });
    }
  } else if (Array.isArray(value)) {
    Object.assign(all, { "an object for a list": { ...value }, "a text for a list": value.join() });
    const list = value as unknown[];
    if (list.length === 2 && list.every(isWall)) all["an interval back to front"] = [...list].reverse();
    const keeps =
      ["available", "discouraged", "assignments"].includes(name) || (list.length === 2 && list.every(isWall));
    if (list.length > 0 && !keeps) all["an entry twice"] = [...list, structuredClone(list[0])];
    all["an entry that is none"] = [...list, { "q-key": "q-value" }];
  } else if (typeof value === "object" && value !== null) {
    Object.assign(all, {
      "a list for an object": Object.values(value),
      "an unknown field": { ...value, "q-key": "q-value" },
    });
    if (isMap(path)) all["an empty key"] = { ...value, "": 1 };
  }
  return all;
}

/** References that can be turned to nothing. */
const REFERENCES =
  /(home|avoidPlaces\.\d+|avoidTrainers\.\d+|programme|place|audience\.\d+|excludes\.\d+|trainer|a|b|session|series\.\d+\.sessions\.\d+)$/;

function mutants(file: unknown, isPlan: boolean): Mutant[] {
  const found: Mutant[] = [];
  for (const path of paths(file)) {
    const value = get(file, path);
    for (const [kind, instead] of Object.entries(breakings(path, value))) {
      // A theme may have any name, and a plan may hold what `check` is to judge.
      if (kind === "an unknown field" && isMap(path) && path.at(-1) !== "seats") continue;
      if (isPlan && ["an entry twice", "huge"].includes(kind) && !OPTIONAL.has(String(path.at(-1)))) continue;
      if (path.length === 0) {
        found.push({ kind, path, bytes: bytesOf(instead ?? null) });
        continue;
      }
      const broken = structuredClone(file);
      put(broken, path, kind === "infinite" ? "@infinite" : instead);
      const text = JSON.stringify(broken).replace('"@infinite"', "1e999");
      found.push({ kind, path, bytes: Buffer.from(text) });
    }
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      const broken = structuredClone(file);
      const marked = { "@proto": { polluted: "q-value" }, ...value };
      if (path.length > 0) put(broken, path, marked);
      const text = JSON.stringify(path.length > 0 ? broken : marked);
      found.push({ kind: "__proto__", path, bytes: Buffer.from(text.replace("@proto", "__proto__")) });
    }
    if (!isPlan && typeof value === "string" && REFERENCES.test(path.join(".")) && path[0] !== "format") {
      const broken = structuredClone(file);
      put(broken, path, "nothing");
      found.push({ kind: "a reference to nothing", path, bytes: bytesOf(broken) });
    }
  }
  return found;
}

/** Each two fields of one record whose values are of different types, the one in place of the other. */
function swaps(file: unknown): Mutant[] {
  const found: Mutant[] = [];
  const type = (value: unknown): string => (Array.isArray(value) ? "list" : value === null ? "null" : typeof value);
  for (const path of paths(file)) {
    const value = get(file, path);
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    const entries = Object.entries(value);
    for (const [i, [a, x]] of entries.entries()) {
      for (const [b, y] of entries.slice(i + 1)) {
        if (type(x) === type(y)) continue;
        const broken = structuredClone(file);
        put(broken, [...path, a], y);
        put(broken, [...path, b], x);
        found.push({ kind: "two fields swapped", path, bytes: bytesOf(broken) });
      }
    }
  }
  return found;
}

function files(file: unknown): Mutant[] {
  const text = JSON.stringify(file);
  const zipped = gzipSync(text);
  const broken: Mutant[] = [];
  const add = (kind: string, bytes: Uint8Array): number => broken.push({ kind, path: [], bytes });
  for (let i = 1; i < 10; i++) {
    add("truncated gzip", zipped.subarray(0, Math.floor((zipped.length * i) / 10)));
    add("truncated JSON", Buffer.from(text.slice(0, Math.floor((text.length * i) / 10))));
  }
  add("not UTF-8", Buffer.from(text.replace("small", "sm\u00e4ll"), "latin1"));
  add("two files in one", Buffer.from(text + text));
  add("gzip in gzip", gzipSync(zipped));
  return broken;
}

const season = smallSeason();
const accepted = parseSeason(season);
const special = [...specialStrings(season)];

/** No value of a special field stands in a value that is shown, nor any tag or unknown key anywhere. */
function leaks(issues: readonly InputIssue[]): string[] {
  const shown = issues.flatMap((issue) => (issue.value === undefined ? [] : [issue.value]));
  const words = issues.map((issue) => `${issue.path} ${issue.expected}`);
  const quoted = special.map((text) => JSON.stringify(text));
  return [
    ...shown.filter((value) => value.includes("q-") || quoted.some((text) => value.includes(text))),
    ...words.filter((text) => /q-(?!honour)|polluted/.test(text)),
  ];
}

/** The mutants that are not refused at their path (or above or below it), or whose message tells too much. */
function failures(all: readonly Mutant[], read: (bytes: Uint8Array) => unknown): string[] {
  const failed: string[] = [];
  for (const { kind, path, bytes } of all) {
    const issues = refusals(() => read(bytes));
    const at = path.join(".");
    const near = issues.some((issue) => {
      const told = steps(issue.path).join(".");
      return told.startsWith(at) || at.startsWith(told);
    });
    if (!near) failed.push(`${kind} at ${at} is not refused there: ${told(issues)}`);
    const leaked = leaks(issues);
    if (leaked.length > 0) failed.push(`${kind} at ${at} tells ${leaked[0]}`);
  }
  return failed;
}

/** A spread of the mutants: all of them in a full run, and in a reduced one at least `least`, of every kind. */
function some(all: readonly Mutant[], least: number): readonly Mutant[] {
  const every = count(Math.max(1, Math.floor(all.length / (2 * least))), 1);
  const kinds = new Set<string>();
  return all.filter(({ kind }, i) => i % every === 0 || (!kinds.has(kind) && kinds.add(kind) !== undefined));
}

describe("mutants", () => {
  it("of the season are refused, each with its path", () => {
    const all = some([...mutants(season, false), ...swaps(season), ...files(season)], 500);
    expect(all.length).toBeGreaterThanOrEqual(500);
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(25);
    expect(failures(all, (bytes) => readSeason(bytes))).toEqual([]);
  });

  it("of a plan are refused, each with its path", () => {
    const all = some([...mutants(SMALL_PLAN, true), ...swaps(SMALL_PLAN), ...files(SMALL_PLAN)], 100);
    expect(all.length).toBeGreaterThanOrEqual(100);
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
    expect(failures(all, (bytes) => readPlan(bytes, accepted))).toEqual([]);
  });
});

describe("messages", () => {
  it.each(SPECIAL_FIELDS)("never show a value of %s", (field) => {
    const [list, ...names] = field.split(".");
    for (const index of [0, 1]) {
      const path = [String(list), index, ...names];
      for (const wrong of [
        4321.5,
        "q-canary",
        { "q-canary": 1.5 },
        ["q-canary", "q-canary"],
        [4321],
        [{ id: "q-canary" }],
      ]) {
        const broken = smallSeason();
        put(broken, path, wrong);
        const issues = refusals(() => parseSeason(broken)).filter((issue) =>
          steps(issue.path).join().startsWith(path.join()),
        );
        expect(told(issues)).not.toMatch(/canary|4321/);
        expect(issues.filter((issue) => issue.value !== undefined)).toEqual([]);
      }
    }
  });

  it("never show the key of exposure, nor what stands in a field that could have been swapped", () => {
    const broken = smallSeason();
    put(broken, "trainers[1].limits.exposure.q-honour", -1);
    put(broken, "sessions[0].audience", ["t3"]);
    put(broken, "trainers[0].home", "q-sunni");
    put(broken, "trainers[0].available", ["q-canary"]);
    const issues = refusals(() => parseSeason(broken));
    expect(issues.map((issue) => issue.path).sort()).toEqual([
      "sessions[0].audience[0]",
      "trainers[0].available[0]",
      "trainers[0].home",
      "trainers[1].limits.exposure",
    ]);
    expect(told(issues)).not.toMatch(/q-|t3/);
  });
});
