/** How a refusal leaves: as problem details, with the headers that its status asks for. */
import type { FastifyReply } from "fastify";
import { ProblemError, problem, problemOf } from "./problems.js";

/** A season of 20 MB passes. */
export const MOST_BYTES = 24 * 2 ** 20;
/** Seconds after which to ask again: where too much is done at once, and where the database is another's for a moment. */
const AGAIN: Readonly<Record<number, number>> = { 429: 10, 503: 1 };

/**
 * Sends an error as what it is to whoever asked: problem details (RFC 9457), with what its status asks for (RFC 9110): which token
 * is wanted (401, RFC 6750), which methods there are (405), when to ask again (429, 503).
 */
export function sendProblem(reply: FastifyReply, error: unknown): FastifyReply {
  const told = problemOf(error);
  const { status } = told;
  if (error instanceof ProblemError) reply.headers(error.headers);
  const seconds = AGAIN[status];
  // A count of requests says itself when it is over.
  if (seconds !== undefined && !reply.hasHeader("retry-after")) reply.header("retry-after", String(seconds));
  if (status === 401) {
    const wrong = reply.request.headers.authorization === undefined ? "" : ', error="invalid_token"';
    reply.header("www-authenticate", `Bearer realm="koppel"${wrong}`);
  }
  return reply.code(status).type("application/problem+json").send(JSON.stringify(told));
}

/** Fastify's own refusals as problems; its messages are for programmers. */
export function ofFastify(error: unknown): unknown {
  const status = (error as { statusCode?: unknown }).statusCode;
  if (error instanceof ProblemError || typeof status !== "number" || status < 400 || status > 499) return error;
  const details: Readonly<Record<number, string>> = {
    413: `at most ${MOST_BYTES} bytes`,
    415: "send application/json",
  };
  return new ProblemError(problem(status, details[status] ?? "the request cannot be read"));
}
