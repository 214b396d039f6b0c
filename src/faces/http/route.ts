/** What a route of the API is. */
import type * as z from "zod";
import type { ActorRole } from "../../pool/store/index.js";
import type { RecordKind } from "../../season/index.js";
import type { AdviceOp } from "./advice-ops.js";
import type { Step } from "./programme-schemas.js";
import type { JobKind } from "./schemas.js";

/** Who answers a route: an advice thread, the jobs, or the thread that answers itself (`direct.ts`). */
export type Answerer =
  | { readonly by: "advice"; readonly op: AdviceOp; readonly step?: Step }
  | { readonly by: "job"; readonly op: "add" | "get" | "events" | "stop" | "cancel"; readonly kind: JobKind }
  /** `isWhole`: it looks at whole seasons and plans, and takes its time where those are large */
  | { readonly by: "direct"; readonly op: DirectOp; readonly isWhole?: true };
/** The pool's records one by one (`pool-ops.ts`); the kind of record is part of the name. */
export type PoolOp =
  | `${"list" | "get" | "keep" | "drop"}:${RecordKind}`
  | "venue"
  | "keepVenue"
  | "keepWishes"
  | "keepConsents"
  | "protection"
  | "protect"
  | "unprotect";
/** What the thread that answers does itself. */
export type DirectOp =
  | PoolOp
  | "me"
  | "labels"
  | "calendar"
  | "sheets"
  | "programme"
  | "keepProgramme"
  | "intake"
  | "trainers"
  | "trainer"
  | "keepTrainer"
  | "time"
  | "freeTimes"
  | "keepTime"
  | "sessions"
  | "session"
  | "keepSession"
  | "dropSession"
  | "buildSeason"
  | "seasons"
  | "season"
  | "plans"
  | "plan"
  | "keepPlan"
  | "publish"
  | "programmes"
  | "asking"
  | "reply";

/**
 * What a route has to do with versions: it `tells` one as ETag (`tellsSaved`: that of what was saved, where its answer holds more
 * than that); it does something to the version that was `seen` (`If-Match`), or to `seenOrNone` (`If-None-Match: *`: there is none).
 */
export type Versions = "tells" | "tellsSaved" | "seen" | "seenOrNone";
/** The same in words, after a summary. */
export const VERSIONS_SAY: Readonly<Record<Versions, string>> = {
  tells: "its version as ETag",
  tellsSaved: "the version that was saved as ETag",
  seen: "If-Match says which version was seen",
  seenOrNone: "If-Match says which version was seen, If-None-Match: * that there is none",
};

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** with `{name}` for what varies */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** the roles that may ask; whoever else gets 403 */
  readonly roles: readonly ActorRole[];
  readonly body?: z.ZodType;
  readonly answer?: z.ZodType;
  /** of success */
  readonly status: 200 | 202 | 204;
  readonly versions?: Versions;
  /** statuses of refusals beside those that its body, path and versions bring */
  readonly problems?: readonly number[];
  readonly answerer: Answerer;
}
