/** Every route of the API: the table from which the server, its OpenAPI document and the matrix of roles are made. */
import type * as z from "zod";
import { ACTOR_ROLES, ACTS, type ActorRole } from "../../pool/store/index.js";
import type { AdviceOp } from "./advice-ops.js";
import * as a from "./answers.js";
import { POOL_ROUTES } from "./pool-routes.js";
import { PROGRAMME_ROUTES } from "./programme-routes.js";
import * as r from "./record-answers.js";
import type { DirectOp, PoolOp, Route } from "./route.js";
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
  // Where a plan was saved anew since the version of which changes were sent.
  problems: [412],
});

const jobs = (kind: s.JobKind, summary: string, body: z.ZodType, result: z.ZodType): readonly Route[] => {
  const job = s.jobOut(kind, result);
  const common = { tag: "jobs", roles: ASKERS } as const;
  const path = `/v1/${kind}`;
  return [
    {
      ...common,
      method: "POST",
      path,
      summary,
      body,
      answer: job,
      status: 202,
      answerer: { by: "job", op: "add", kind },
      ...(kind === "solves" ? { problems: [412] } : {}),
    },
    {
      ...common,
      method: "GET",
      path: `${path}/{id}`,
      summary: "How it stands",
      answer: job,
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
      answer: job,
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

/** Routes of programmes have a table of their own. */
type RecordOp = Exclude<DirectOp, PoolOp | "programme" | "programmes" | "keepProgramme" | "intake">;
/** What each comes to; null: nothing. */
const ANSWERS: Readonly<Record<RecordOp, z.ZodType | null>> = {
  me: r.me,
  labels: r.labels,
  calendar: r.calendar,
  sheets: r.sheets,
  trainers: r.trainers,
  trainer: r.trainerRead,
  keepTrainer: r.trainer,
  time: r.time,
  freeTimes: r.freeTimes,
  keepTime: r.time,
  sessions: r.sessions,
  session: r.oneSession,
  keepSession: r.oneSession,
  dropSession: null,
  buildSeason: r.built,
  seasons: r.seasons,
  season: r.season,
  plans: r.plans,
  plan: r.plan,
  keepPlan: r.planKept,
  publish: r.publication,
  asking: r.replies,
  reply: r.replied,
};

const record = (
  op: RecordOp,
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
  ...(ANSWERS[op] === null ? {} : { answer: ANSWERS[op] }),
  status: 200,
  answerer: { by: "direct", op },
  ...more,
});

/** One that looks at whole seasons or plans. */
const whole = (
  op: RecordOp,
  ...rest: Parameters<typeof record> extends [unknown, ...infer Rest] ? Rest : never
): Route => ({
  ...record(op, ...rest),
  answerer: { by: "direct", op, isWhole: true },
});

export const ROUTES: readonly Route[] = [
  advice("suggestions", "The best teams for one session in the season as it stands", s.suggestionsIn, a.suggestions),
  advice("checks", "Every broken rule of a plan, and its cost by rule", s.checksIn, a.verdict),
  advice("explanations", "Why this team, why not she, why none", s.explanationsIn, a.explanation),
  advice("repairs", "After changes, the plan that re-contacts the fewest people", s.repairsIn, a.repaired),
  {
    ...advice(
      "overviews",
      "Why sessions are open, where a plan leans on one person, loads against fair shares",
      s.overviewsIn,
      a.overview,
    ),
    roles: PLANNERS,
  },
  {
    ...advice(
      "imports",
      "Spreadsheets into the pool, all of them or nothing; what is wrong by sheet, row and column",
      s.importsIn,
      a.imported,
    ),
    roles: ACTS.exchange,
    tag: "records",
    problems: [],
  },
  record("me", "GET", "me", ACTOR_ROLES, "Who the token is of"),
  record("labels", "GET", "labels", ACTOR_ROLES, "Codes and their labels in Dutch and English"),
  ...jobs("solves", "Plan a season, as a job", s.solvesIn, a.solved),
  ...jobs("whatifs", "Plan scenarios and compare each with the plan, as a job", s.whatifsIn, a.compared),
  ...jobs(
    "recruits",
    "Which kinds of trainer would help most, each verified by planning, as a job",
    s.recruitsIn,
    a.recruited,
  ),
  record("trainers", "GET", "trainers", PLANNERS, "The pool's trainers by code; names as the role may see them"),
  record("sessions", "GET", "sessions", ACTS.seeBookings, "The pool's sessions"),
  record(
    "trainer",
    "GET",
    "trainers/{id}",
    ACTS.seeTrainer,
    "A trainer of her own organisation, without what is sensitive, or oneself",
    { versions: "tells" },
  ),
  record("keepTrainer", "PUT", "trainers/{id}", ACTS.keepTrainer, "Keep her", {
    body: s.trainerIn,
    versions: "seenOrNone",
  }),
  record("time", "GET", "trainers/{id}/availability", ACTS.keepTime, "When a trainer can come", { versions: "tells" }),
  record("keepTime", "PUT", "trainers/{id}/availability", ACTS.keepTime, "Keep when she can come", {
    body: s.availabilityIn,
    versions: "seen",
  }),
  record("session", "GET", "sessions/{id}", ACTS.seeBookings, "A session of the pool", { versions: "tells" }),
  record("keepSession", "PUT", "sessions/{id}", ACTS.keepWork, "Keep a session", {
    body: s.sessionIn,
    versions: "seenOrNone",
  }),
  record("dropSession", "DELETE", "sessions/{id}", ACTS.keepWork, "Cancel a session", {
    status: 204,
    versions: "seen",
  }),
  ...PROGRAMME_ROUTES,
  ...POOL_ROUTES,
  record("seasons", "GET", "seasons", ACTS.seeBookings, "The seasons"),
  whole("buildSeason", "POST", "seasons", ACTS.buildSeason, "Build a season of what the pool has", {
    body: s.seasonIn,
    versions: "seenOrNone",
  }),
  whole("season", "GET", "seasons/{id}", ACTS.seeBookings, "A season: period, sessions and their dates", {
    versions: "tellsSaved",
  }),
  whole(
    "asking",
    "GET",
    "seasons/{id}/replies",
    ACTS.seeBookings,
    "Whom to ask about what is published, and their answers",
  ),
  whole(
    "freeTimes",
    "GET",
    "seasons/{id}/availability",
    ACTS.keepTrainer,
    "When the trainers of one's own organisation can come in its period",
  ),
  record("calendar", "GET", "seasons/{id}/calendar", ACTS.seeBookings, "Observances and school holidays of its period"),
  whole(
    "sheets",
    "GET",
    "seasons/{id}/sheets",
    ACTS.printTeamSheets,
    "The team sheets of what is published, as a page",
  ),
  whole("reply", "POST", "seasons/{id}/replies", ACTS.publish, "Keep what a trainer answered", { body: s.replyIn }),
  whole("plans", "GET", "plans", ACTS.seeBookings, "The plans, and how they stand"),
  whole("plan", "GET", "plans/{id}", ACTS.seeBookings, "A plan", { versions: "tellsSaved" }),
  whole("keepPlan", "PUT", "plans/{id}", ACTS.plan, "Keep a plan", { body: s.planIn, versions: "seenOrNone" }),
  whole("publish", "POST", "plans/{id}/publication", ACTS.publish, "Publish a plan", {
    body: s.publishIn,
    versions: "seen",
  }),
];
