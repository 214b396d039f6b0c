/** Errors that a command can end with, and what each says and means for the exit code. */
import { InputError, type InputIssue } from "../../model/errors.js";
import { visible } from "../../papers/index.js";
import { StoreError } from "../../pool/store/errors.js";

export const EXIT = { done: 0, no: 1, badInput: 2, ourFault: 3, interrupted: 130 } as const;

/** Bad usage or a file that cannot be read or written: the message says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /**
   * @param details lines that follow the message
   * @param code `EXIT.no` where nothing is wrong with what was given but the answer
   */
  constructor(
    message: string,
    readonly details: readonly string[] = [],
    readonly code: number = EXIT.badInput,
  ) {
    super(message);
  }
}

/** A broken promise of ours, such as a plan that our own check refuses. */
export class OurFault extends Error {
  override readonly name = "OurFault";
}

/** How many wrong fields are printed before the rest is counted. */
const MOST_ISSUES = 20;

/** What an error says to the person at the keyboard, and the exit code. Never a stack trace unless `debug` asks for it. */
export function verdictOf(error: unknown, debug: boolean): { readonly text: string; readonly code: number } {
  const issues = issuesOf(error);
  if (issues !== null && error instanceof Error)
    return { text: `koppel: ${visible(error.message)}\n${issueLines(issues)}`, code: EXIT.badInput };
  if (error instanceof UsageError) {
    const details = error.details.map((line) => `  ${visible(line)}\n`);
    return { text: `koppel: ${visible(error.message)}\n${details.join("")}`, code: error.code };
  }
  // Somebody else was first: the answer is no, and nothing is wrong with what was given.
  if (error instanceof StoreError)
    return { text: `koppel: ${visible(error.message)}\n`, code: error.fault === "conflict" ? EXIT.no : EXIT.badInput };
  if (isBrokenPlan(error)) {
    const lines = error.broken.slice(0, MOST_ISSUES).map((line) => `  ${visible(line)}\n`);
    if (error.broken.length > MOST_ISSUES) lines.push(`  … and ${error.broken.length - MOST_ISSUES} more\n`);
    return { text: `koppel: ${visible(error.message)}\n${lines.join("")}`, code: EXIT.no };
  }
  const what = error instanceof OurFault ? error.message : "something went wrong that should not";
  const stack = debug && error instanceof Error ? `${error.stack ?? error.message}\n` : "";
  const hint = debug ? "" : " Run again with KOPPEL_DEBUG=1 to see where.";
  return {
    text: `koppel: our fault, not yours: ${visible(what)}. Nothing was written.${hint}\n${stack}`,
    code: EXIT.ourFault,
  };
}

/** A plan that the database refuses; known by its shape, so that the room need not be loaded for other commands. */
function isBrokenPlan(error: unknown): error is Error & { readonly broken: readonly string[] } {
  return error instanceof Error && error.name === "BrokenPlan" && "broken" in error && Array.isArray(error.broken);
}

/** Bad input or usage as JSON, with every wrong field; null for any other error. */
export function problemOf(error: unknown): string | null {
  const issues = issuesOf(error);
  if (issues === null && !(error instanceof UsageError || error instanceof StoreError)) return null;
  const problem = error instanceof Error ? error.message : "";
  return `${JSON.stringify({ problem, issues: issues ?? [] })}\n`;
}

/** The wrong fields of an input error. One that crossed from a worker has lost its class, so it is known by its shape. */
function issuesOf(error: unknown): readonly InputIssue[] | null {
  if (error instanceof InputError) return error.issues;
  if (!(error instanceof Error) || error.name !== "InputError" || !("issues" in error)) return null;
  return Array.isArray(error.issues) ? (error.issues as readonly InputIssue[]) : null;
}

function issueLines(issues: readonly InputIssue[]): string {
  const line = ({ path, record, expected, value }: InputIssue) => {
    // The record's own id helps to find it where an index would have to be counted out.
    const named = record === undefined ? path : path.replace(/^\w+\[\d+\]/, (start) => `${start} (${record})`);
    return visible(
      `  ${path === "" ? "the file" : named}: expected ${expected}${value === undefined ? "" : `; found ${value}`}`,
    );
  };
  const lines = issues.slice(0, MOST_ISSUES).map(line);
  if (issues.length > MOST_ISSUES)
    lines.push(`  … and ${issues.length - MOST_ISSUES} more: use --json to have them all`);
  return `${lines.join("\n")}\n`;
}
