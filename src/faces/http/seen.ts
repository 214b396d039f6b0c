/** The version that a request says it has seen: `If-Match` with an ETag, or `If-None-Match: *` where there was none yet. */
import { ProblemError, problem } from "./problems.js";

export interface Conditions {
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** The version that was seen. @throws ProblemError 428 where none is said */
export function matched(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new ProblemError(problem(428, "give If-Match with the ETag that you read"));
  return seen(ifMatch);
}

/** The same, or 0 where there is said to be none yet. */
export function seenOrNone({ ifMatch, ifNoneMatch }: Conditions): number {
  if (ifMatch === undefined && ifNoneMatch === "*") return 0;
  if (ifMatch !== undefined) return seen(ifMatch);
  throw new ProblemError(problem(428, "give If-Match with the ETag that you read, or If-None-Match: * for a new one"));
}

/** The version of an ETag. @throws ProblemError 412 for one that no answer of ours has had */
function seen(etag: string): number {
  const [, version] = /^"(\d{1,9})"$/.exec(etag) ?? [];
  if (version === undefined) throw new ProblemError(problem(412, "If-Match is no ETag of it: read it again"));
  return Number(version);
}
