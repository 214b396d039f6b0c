/** Breaking a file in one place, and reading what the model says of it. */
import { InputError, type InputIssue } from "../../src/model/index.js";

export type Step = string | number;
type Bag = Record<Step, unknown>;

/** `sessions[3].slots[0]` as steps. */
export function steps(path: string): Step[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]"]+)/g)].map(([, index, name]) =>
    index === undefined ? String(name) : Number(index),
  );
}

function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null;
}

/** What stands at a path that is known to exist. */
export function get(file: unknown, path: readonly Step[]): unknown {
  let at = file;
  for (const step of path) {
    if (!isBag(at) || !(step in at)) throw new Error(`the test's own path ${path.join("/")} does not exist`);
    at = at[step];
  }
  return at;
}

/** Puts any value at a path, in place; `undefined` takes the field out. */
export function put(file: unknown, path: string | readonly Step[], value: unknown): void {
  const all = typeof path === "string" ? steps(path) : path;
  const parent = get(file, all.slice(0, -1));
  const last = all.at(-1);
  if (!isBag(parent) || last === undefined) throw new Error("the test's own path leads to no field");
  if (value === undefined && !Array.isArray(parent)) delete parent[last];
  else parent[last] = value;
}

/** Every path of a file, from the top down. */
export function* paths(value: unknown, path: readonly Step[] = []): Generator<readonly Step[]> {
  yield path;
  if (Array.isArray(value)) for (const [i, below] of value.entries()) yield* paths(below, [...path, i]);
  else if (isBag(value)) for (const [key, below] of Object.entries(value)) yield* paths(below, [...path, key]);
}

/** What is refused of an input; an empty list where it is accepted. Any error but an InputError is the test's failure. */
export function refusals(read: () => unknown): readonly InputIssue[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

/** The issues as one text, as a face would print it. */
export function told(issues: readonly InputIssue[]): string {
  return issues.map((issue) => `${issue.path}: ${issue.expected} ${issue.value ?? ""}`).join("\n");
}
