/** Problem details (RFC 9457): every answer that is no success. Messages name fields; never a value of a special category. */
import { InputError, type InputIssue } from "../../model/errors.js";
import { BUSY, isBusy, StoreError, type StoreFault } from "../../pool/store/errors.js";

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** every wrong field */
  readonly errors?: readonly { readonly path: string; readonly expected: string; readonly value?: string }[];
}

/** What each status says; no other is answered. */
export const TITLES: Readonly<Record<number, string>> = {
  400: "the request cannot be read",
  401: "a token is needed",
  403: "this role may not do this",
  404: "there is no such thing",
  405: "no such method here",
  406: "no such form of the answer",
  409: "others hang on it",
  412: "it was changed since you read it",
  413: "the request is too large",
  415: "the request is of a kind that is not read",
  422: "the request is not sound",
  428: "say which version you have seen",
  429: "too much at once",
  500: "our fault",
  503: "not at the moment",
};

export function problem(status: number, detail: string, errors?: Problem["errors"]): Problem {
  const title = TITLES[status] ?? "a problem";
  return { type: "about:blank", title, status, detail, ...(errors === undefined ? {} : { errors }) };
}

/** An answer that is a problem, thrown. */
export class ProblemError extends Error {
  /** @param headers that the answer has besides, by their names in small letters */
  constructor(
    readonly problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.detail);
    this.name = "ProblemError";
  }
}

const OF_FAULT: Readonly<Record<StoreFault, number>> = {
  unknown: 404,
  refused: 403,
  conflict: 412,
  inUse: 409,
  busy: 503,
  version: 500,
  key: 500,
  file: 500,
  damaged: 500,
};

/** What an error is to whoever asked. Of our own faults they learn no more than that. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof InputError) return problem(422, error.message, error.issues.map(shown));
  if (error instanceof StoreError) {
    const status = OF_FAULT[error.fault];
    return problem(status, status === 500 ? "something went wrong that should not" : error.message);
  }
  if (isBusy(error)) return problem(503, BUSY);
  if (error instanceof RangeError) return problem(422, error.message);
  if (hasName(error, "BrokenPlanError") || hasName(error, "BrokenPlan"))
    return problem(422, "the plan breaks rules of its season: see /v1/checks");
  return problem(500, "something went wrong that should not");
}

const hasName = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

const shown = ({ path, expected, value }: InputIssue) => ({
  path: pointer(path),
  expected,
  ...(value === undefined ? {} : { value }),
});

/** A path of a field as a JSON pointer: `sessions[2].slots` is `/sessions/2/slots`. */
export function pointer(path: string): string {
  if (path === "") return "";
  return `/${path
    .replace(/\[(\d+)\]/g, ".$1")
    .replace(/^\./, "")
    .split(".")
    .join("/")}`;
}
