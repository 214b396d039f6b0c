/** What of a job can be refused before it waits for its turn. */
import type * as z from "zod";
import { type VersionedKind, versionOf } from "../../pool/store/index.js";
import { assertOfSeason, assertPlanName } from "../../season/index.js";
import { ProblemError, problem } from "./problems.js";
import { type Asking, database, json, shaped } from "./sources.js";

/** Bytes up to which a request is read where it comes in; a larger one holds whole objects, and is a thread's to read. */
const SMALL = 65_536;

interface Named {
  readonly season?: unknown;
  readonly plan?: unknown;
  readonly from?: unknown;
  readonly save?: unknown;
  readonly ifVersion?: number;
}

/**
 * Refuses a small request for a job at once where it is not sound, names what is not there, or would be kept over what has not been
 * seen; the thread that does the job judges all of it again.
 * @throws ProblemError, InputError
 */
export function assertAskable(schema: z.ZodType, body: Uint8Array, asking: Asking): void {
  if (body.length > SMALL) return;
  const { season, plan, from, save, ifVersion = 0 } = shaped(schema, json(body)) as Named;
  // Another system is told the same of what is not there and of what is not its own.
  if (asking.actor.role === "apiClient") return;
  const named = (kind: VersionedKind, id: unknown): void => {
    if (typeof id === "string" && versionOf(database(asking), kind, id) === 0)
      throw new ProblemError(problem(404, `there is no ${kind.replace(/s$/, "")} ${id}`));
  };
  named("seasons", season);
  named("plans", plan);
  named("plans", from);
  const { store } = asking;
  if (typeof save !== "string" || store === null) return;
  assertPlanName(store, asking.actor, save);
  if (typeof season === "string") assertOfSeason(store, save, season);
  if (versionOf(store, "plans", save) === ifVersion) return;
  const how = ifVersion === 0 ? "it is there already: save under another id, or say ifVersion" : "it was changed since";
  throw new ProblemError(problem(412, `plan ${save}: ${how}`));
}
