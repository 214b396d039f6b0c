/** The version that a request says it has seen, by its conditions: `If-Match` and `If-None-Match` (RFC 9110, 13.1). */
import { ProblemError, problem } from "./problems.js";

export interface Conditions {
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}
/** How a record stands. */
export interface Standing {
  /** 0: there is none */
  readonly version: number;
  /** of a reader who sees more than its version counts, how often that changed */
  readonly hidden?: number | undefined;
}

/** What no record's version is: the condition does not hold, and the record's own keeper says so. */
const NONE = -1;
const TAG = /^(?:W\/)?"[\x21\x23-\x7e\u0080-\u00ff]*"$/;

/** The ETag of what was read of a record. */
export function etagOf({ version, hidden }: Standing): string {
  return hidden === undefined ? `"${version}"` : `"${version}.${hidden}"`;
}

/** The version that was seen: the one that there is, where the condition holds. @throws ProblemError 428 where there is no condition */
export function matched(ifMatch: string | undefined, now: Standing): number {
  if (ifMatch === undefined) throw new ProblemError(problem(428, "give If-Match with the ETag that you read"));
  return seen(ifMatch, now);
}

/** The same, or 0 where there is said to be none yet. */
export function seenOrNone({ ifMatch, ifNoneMatch }: Conditions, now: Standing): number {
  if (ifMatch !== undefined)
    return ifNoneMatch !== undefined && now.version > 0 && isAmong(ifNoneMatch, etagOf(now))
      ? NONE
      : seen(ifMatch, now);
  if (ifNoneMatch?.trim() === "*") return 0;
  throw new ProblemError(problem(428, "give If-Match with the ETag that you read, or If-None-Match: * for a new one"));
}

/** Whether `If-None-Match` has an ETag; that one of the two is weak is all the same here. */
export function isAmong(ifNoneMatch: string, etag: string): boolean {
  const bare = (tag: string): string => tag.replace(/^W\//, "");
  const tags = tagsIn(ifNoneMatch);
  return tags === "*" || tags?.some((tag) => bare(tag) === bare(etag)) === true;
}

/** @throws ProblemError 412 for what is no list of ETags */
function seen(ifMatch: string, now: Standing): number {
  const tags = tagsIn(ifMatch);
  if (tags === null) throw new ProblemError(problem(412, "If-Match is no ETag of it: read it again"));
  // A weak one says too little to write by. What is written hangs on the version alone: a reader who saw more may send that as well.
  const holds =
    tags === "*" ? now.version > 0 : [etagOf(now), etagOf({ version: now.version })].some((tag) => tags.includes(tag));
  return holds ? now.version : NONE;
}

/** A list of ETags, `*` for whichever there is, null for what is neither. */
function tagsIn(header: string): "*" | readonly string[] | null {
  if (header.trim() === "*") return "*";
  // No ETag of ours has a comma in it.
  const tags = header
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  return tags.length > 0 && tags.every((tag) => TAG.test(tag)) ? tags : null;
}
