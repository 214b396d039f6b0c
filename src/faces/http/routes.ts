/** Every route of the API: the table from which the server, its OpenAPI document and the matrix of roles are made. */
import type * as z from "zod";
import { ACTOR_ROLES, ACTS, type ActorRole } from "../../pool/store/index.js";
import type { AdviceOp } from "./advice-ops.js";
import type { JobKind } from "./job-thread.js";
import { PROGRAMME_ROUTES } from "./programme-routes.js";
import type { DirectOp, Route } from "./route.js";
import * as s from "./schemas.js";

const PLANNERS = ACTS.plan;
/** Other systems ask for advice on whole objects, or on what their token may see. */
const ASKERS: readonly ActorRole[] = [...PLANNERS, "apiClient"];

const advice = (op: AdviceOp, summary: string, body: z.ZodType, answer: z.ZodType): Route => ({
  method: "POST",
  path: `/v1/${op}`,
  summary,
  tag: "advice",
  roles: ASKERS,
  body,
  answer,
  status: 200,
  answerer: { by: "advice", op },
});

const jobs = (kind: JobKind, summary: string, body: z.ZodType): readonly Route[] => {
  const common = { tag: "jobs", roles: ASKERS } as const;
  const path = `/v1/${kind}`;
  return [
    {
      ...common,
      method: "POST",
      path,
      summary,
      body,
      answer: s.jobOut,
      status: 202,
      answerer: { by: "job", op: "add", kind },
    },
    {
      ...common,
      method: "GET",
      path: `${path}/{id}`,
      summary: "How it stands",
      answer: s.jobOut,
      status: 200,
      answerer: { by: "job", op: "get", kind },
    },
    {
      ...common,
      method: "GET",
      path: `${path}/{id}/events`,
      summary: "How it goes on, as server-sent events: progress, then done, failed or cancelled",
      status: 200,
      answerer: { by: "job", op: "events", kind },
    },
    {
      ...common,
      method: "POST",
      path: `${path}/{id}/stop`,
      summary: "Good enough: it ends soon, done, with what it has found",
      status: 200,
      answer: s.jobOut,
      answerer: { by: "job", op: "stop", kind },
    },
    {
      ...common,
      method: "DELETE",
      path: `${path}/{id}`,
      summary: "Cancel it: what it found is thrown away",
      status: 204,
      answerer: { by: "job", op: "cancel", kind },
    },
  ];
};

const record = (
  op: DirectOp,
  method: Route["method"],
  path: string,
  roles: readonly ActorRole[],
  summary: string,
  more: Partial<Route> = {},
): Route => ({
  method,
  path: `/v1/${path}`,
  summary,
  tag: "records",
  roles,
  answer: s.recordOut,
  status: 200,
  answerer: { by: "direct", op },
  ...more,
});

export const ROUTES: readonly Route[] = [
  advice("suggestions", "The best teams for one session in the season as it stands", s.suggestionsIn, s.suggestionsOut),
  advice("checks", "Every broken rule of a plan, and its cost by rule", s.checksIn, s.checksOut),
  advice("explanations", "Why this team, why not she, why none", s.explanationsIn, s.explanationOut),
  advice("repairs", "After changes, the plan that re-contacts the fewest people", s.repairsIn, s.repairOut),
  {
    ...advice(
      "overviews",
      "Why sessions are open, where a plan leans on one person, loads against fair shares",
      s.overviewsIn,
      s.recordOut,
    ),
    roles: PLANNERS,
  },
  {
    ...advice(
      "imports",
      "Spreadsheets into the pool, all of them or nothing; what is wrong by sheet, row and column",
      s.importsIn,
      s.recordOut,
    ),
    roles: ACTS.exchange,
    tag: "records",
  },
  record("me", "GET", "me", ACTOR_ROLES, "Who the token is of"),
  record("labels", "GET", "labels", ACTOR_ROLES, "Codes and their labels in Dutch and English"),
  ...jobs("solves", "Plan a season, as a job", s.solvesIn),
  ...jobs("whatifs", "Plan scenarios and compare each with the plan, as a job", s.whatifsIn),
  ...jobs("recruits", "Which kinds of trainer would help most, each verified by planning, as a job", s.recruitsIn),
  record("trainers", "GET", "trainers", PLANNERS, "The pool's trainers by code; names as the role may see them", {
    answer: s.listOut,
  }),
  record("sessions", "GET", "sessions", ACTS.seeBookings, "The pool's sessions", { answer: s.listOut }),
  record(
    "time",
    "GET",
    "trainers/{id}/availability",
    ACTS.keepTime,
    "When a trainer can come; her record's version as ETag",
  ),
  record(
    "keepTime",
    "PUT",
    "trainers/{id}/availability",
    ACTS.keepTime,
    "Keep when she can come; If-Match says which version was seen",
    {
      body: s.availabilityIn,
    },
  ),
  record("session", "GET", "sessions/{id}", ACTS.seeBookings, "A session of the pool; its version as ETag"),
  record(
    "keepSession",
    "PUT",
    "sessions/{id}",
    ACTS.keepWork,
    "Keep a session; If-Match says which version was seen, If-None-Match: * that there is none",
    {
      body: s.sessionIn,
    },
  ),
  record(
    "dropSession",
    "DELETE",
    "sessions/{id}",
    ACTS.keepWork,
    "Cancel a session; If-Match says which version was seen",
    { status: 204 },
  ),
  ...PROGRAMME_ROUTES,
  record("seasons", "GET", "seasons", ACTS.seeBookings, "The seasons", { answer: s.listOut }),
  record(
    "buildSeason",
    "POST",
    "seasons",
    ACTS.buildSeason,
    "Build a season of what the pool has; If-Match says which version of that id was seen, If-None-Match: * that there is none",
    { body: s.seasonIn },
  ),
  record(
    "season",
    "GET",
    "seasons/{id}",
    ACTS.seeBookings,
    "A season: period, sessions and their dates; its version as ETag",
  ),
  record(
    "asking",
    "GET",
    "seasons/{id}/replies",
    ACTS.seeBookings,
    "Whom to ask about what is published, and their answers",
    {
      answer: s.listOut,
    },
  ),
  record(
    "calendar",
    "GET",
    "seasons/{id}/calendar",
    ACTS.seeBookings,
    "Observances and school holidays of its period",
    {
      answer: s.listOut,
    },
  ),
  record(
    "sheets",
    "GET",
    "seasons/{id}/sheets",
    ACTS.printTeamSheets,
    "The team sheets of what is published, as a page",
  ),
  record("reply", "POST", "seasons/{id}/replies", ACTS.publish, "Keep what a trainer answered", { body: s.replyIn }),
  record("plans", "GET", "plans", ACTS.seeBookings, "The plans, and how they stand", { answer: s.listOut }),
  record("plan", "GET", "plans/{id}", ACTS.seeBookings, "A plan; its version as ETag"),
  record(
    "keepPlan",
    "PUT",
    "plans/{id}",
    ACTS.plan,
    "Keep a plan; If-Match says which version was seen, If-None-Match: * that there is none",
    {
      body: s.planIn,
    },
  ),
  record(
    "publish",
    "POST",
    "plans/{id}/publication",
    ACTS.publish,
    "Publish a plan; If-Match says which version was seen",
    { body: s.publishIn },
  ),
];
