/** Errors that a command can end with, and what each says and means for the exit code. */
import { InputError, type InputIssue } from "../../model/errors.js";
import { type Lang, visible } from "../../papers/index.js";
import { StoreError } from "../../pool/store/errors.js";
import type { Wording } from "../../sheets/types.js";
import { expectedIn, MISSING } from "../expected.js";
import { placeInDutch, wholeInDutch } from "../expected-files.js";

export const EXIT = { done: 0, no: 1, badInput: 2, ourFault: 3, interrupted: 130 } as const;

/** Bad usage or a file that cannot be read or written: the message says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** the message in Dutch, where there is one */
  readonly dutch: string | null;
  /**
   * @param message in English, or in both languages
   * @param details lines that follow the message
   * @param code `EXIT.no` where nothing is wrong with what was given but the answer
   */
  constructor(
    message: string | Wording,
    readonly details: readonly string[] = [],
    readonly code: number = EXIT.badInput,
  ) {
    super(typeof message === "string" ? message : message.en);
    this.dutch = typeof message === "string" ? null : message.nl;
  }
}

/** A broken promise of ours, such as a plan that our own check refuses. */
export class OurFault extends Error {
  override readonly name = "OurFault";
}

/** How many wrong fields are printed before the rest is counted. */
const MOST_ISSUES = 20;

/**
 * What an error says to the person at the keyboard, and the exit code. Never a stack trace unless `debug` asks for it.
 * @param lang the language that was asked for: wrong fields are told in it, as far as there are words for them
 */
export function verdictOf(
  error: unknown,
  debug: boolean,
  lang: Lang = "en",
): { readonly text: string; readonly code: number } {
  const issues = issuesOf(error);
  if (issues !== null && error instanceof Error)
    return {
      text: `koppel: ${visible(headOf(error, issues, lang))}\n${issueLines(issues, lang)}`,
      code: EXIT.badInput,
    };
  if (error instanceof UsageError) {
    const details = error.details.map((line) => `  ${visible(line)}\n`);
    const message = (lang === "nl" ? error.dutch : null) ?? error.message;
    return { text: `koppel: ${visible(message)}\n${details.join("")}`, code: error.code };
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

/** What is refused, and how much is wrong with it. An error that crossed from a worker says so in English alone. */
function headOf(error: Error, { length: n }: readonly InputIssue[], lang: Lang): string {
  if (lang === "en" || !(error instanceof InputError)) return error.message;
  return `${wholeInDutch(error.what)}: ${n === 1 ? "er klopt één ding niet" : `er kloppen ${n} dingen niet`}`;
}

/** A wrong field on a line: where, what was expected, what was found. In English where it has no words in Dutch. */
function issueLine({ path, record, expected, value }: InputIssue, lang: Lang): string {
  // The record's own id helps to find it where an index would have to be counted out.
  const named = record === undefined ? path : path.replace(/^\w+\[\d+\]/, (start) => `${start} (${record})`);
  const dutch = lang === "nl" ? expectedIn(lang, expected) : null;
  if (dutch === null)
    return `${path === "" ? "the file" : named}: expected ${expected}${value === undefined ? "" : `; found ${value}`}`;
  const missing = MISSING.test(expected) ? "; dit ontbreekt" : "";
  const found = value === undefined ? "" : `; gevonden ${value}`;
  return `${path === "" ? "het bestand" : placeInDutch(named)}: verwacht ${dutch}${missing}${found}`;
}

/** The same in both languages. */
export const issueWording = (issue: InputIssue): Wording => ({
  nl: issueLine(issue, "nl"),
  en: issueLine(issue, "en"),
});

function issueLines(issues: readonly InputIssue[], lang: Lang): string {
  const lines = issues.slice(0, MOST_ISSUES).map((issue) => visible(`  ${issueLine(issue, lang)}`));
  const more = issues.length - MOST_ISSUES;
  if (more > 0)
    lines.push(
      lang === "nl"
        ? `  … en nog ${more}: met --json ziet u alles`
        : `  … and ${more} more: use --json to have them all`,
    );
  return `${lines.join("\n")}\n`;
}
