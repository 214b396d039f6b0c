/** The routes of the pool's records one by one. */
import type * as z from "zod";
import { ACTS, type ActorRole } from "../../pool/store/index.js";
import type { RecordKind } from "../../season/index.js";
import * as p from "./pool-schemas.js";
import { trainerRead } from "./record-answers.js";
import type { PoolOp, Route } from "./route.js";
import { consentsIn, wishesIn } from "./schemas.js";

function route(
  op: PoolOp,
  method: Route["method"],
  path: string,
  roles: readonly ActorRole[],
  summary: string,
  answer: z.ZodType | null,
  more: Pick<Route, "body" | "versions" | "problems"> = {},
): Route {
  return {
    method,
    path: `/v1/${path}`,
    summary,
    tag: "records",
    roles,
    ...(answer === null ? {} : { answer }),
    ...more,
    status: answer === null ? 204 : 200,
    answerer: { by: "direct", op },
  };
}

/** @param path under which they are; what one is called, and all of them */
function ofKind(kind: RecordKind, path: string, one: string, all: string): readonly Route[] {
  const record = p.RECORDS[kind];
  const roles = ACTS.keepRecords;
  return [
    route(`list:${kind}`, "GET", path, roles, `The ${all}, each with its version`, p.listed(record)),
    route(`get:${kind}`, "GET", `${path}/{id}`, roles, `A ${one}`, record, { versions: "tells" }),
    route(`keep:${kind}`, "PUT", `${path}/{id}`, roles, `Keep a ${one}`, record, {
      body: record,
      versions: "seenOrNone",
    }),
    route(`drop:${kind}`, "DELETE", `${path}/{id}`, roles, `Take a ${one} away on which nothing hangs`, null, {
      versions: "seen",
      problems: [409],
    }),
  ];
}

const { keepRecords, keepAgreed, protect } = ACTS;

export const POOL_ROUTES: readonly Route[] = [
  ...ofKind("organisations", "organisations", "organisation of trainers", "organisations that trainers belong to"),
  ...ofKind("clients", "clients", "client with its contacts", "clients with their contacts"),
  ...ofKind("locals", "locals", "local organisation", "local organisations"),
  ...ofKind("programmes", "budgets", "programme's budget and client", "programmes' budgets and clients"),
  ...ofKind("series", "series", "series of sessions", "series of sessions"),
  route("venue", "GET", "sessions/{id}/venue", keepRecords, "Where exactly a session is", p.venue, {
    versions: "tells",
  }),
  route("keepVenue", "PUT", "sessions/{id}/venue", keepRecords, "Keep where it is", p.venue, {
    body: p.venue,
    versions: "seen",
  }),
  route(
    "keepWishes",
    "PUT",
    "trainers/{id}/wishes",
    keepAgreed,
    "Keep what she agreed to have done with her name and pictures",
    trainerRead,
    { body: wishesIn, versions: "seen" },
  ),
  route("keepConsents", "PUT", "trainers/{id}/consents", keepAgreed, "Keep all that she consents to", trainerRead, {
    body: consentsIn,
    versions: "seen",
  }),
  route(
    "protection",
    "GET",
    "trainers/{id}/protection",
    protect,
    "Where and with whom she must never be, how near to her own community, how often",
    p.protectionOut,
    { versions: "tells" },
  ),
  route(
    "protect",
    "POST",
    "trainers/{id}/protection",
    protect,
    "Protect her more: it holds at once, in every season",
    p.pieceOut,
    { body: p.pieceIn },
  ),
  route(
    "unprotect",
    "POST",
    "trainers/{id}/protection/removals",
    protect,
    "Ask to protect her less: done once a second safety officer asks the same",
    p.pieceOut,
    { body: p.pieceIn },
  ),
];
