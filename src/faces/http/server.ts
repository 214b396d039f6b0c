/** The server: doors, limits, headers, logs without personal data, and an end that leaves nothing half done. */
import { fileURLToPath } from "node:url";
import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { mayNot, noteRefusal, repairsDue, serveAlone } from "../../pool/store/index.js";
import { PROGRAM } from "../../season/index.js";
import { assertAskable } from "./askable.js";
import type { Question } from "./desk-thread.js";
import { actorOf, addDoors, addWrongMethods, type Doors } from "./doors.js";
import type { Job } from "./job.js";
import { type JobLimits, Jobs } from "./jobs.js";
import { docsHtml, openApi } from "./openapi.js";
import { pages } from "./pages.js";
import { impatient, patiently } from "./patience.js";
import { planner } from "./planner.js";
import { ProblemError, problem, problemOf } from "./problems.js";
import { MOST_BYTES, ofFastify, sendProblem } from "./refusing.js";
import type { Route } from "./route.js";
import { ROUTES } from "./routes.js";
import { etagOf, isAmong } from "./seen.js";
import type { AnswerText } from "./thread.js";

const REQUEST_SECONDS = 130;
/** Milliseconds after which a repair that follows a no is asked for again. */
const REPAIR_AGAIN = 5000;
/** Seconds between two signs of life in a stream of events. */
const SIGN_OF_LIFE = 15;

export interface ServerOptions extends Doors {
  readonly version: string;
  readonly ask: (question: Question, left?: AbortSignal) => Promise<AnswerText>;
  readonly jobData: ConstructorParameters<typeof Jobs>[1];
  readonly jobs: JobLimits;
  /** the addresses of the proxies whose X-Forwarded-For is believed, as `--trust-proxy` takes them; null: nobody's */
  readonly trustProxy: string | null;
  /** hears a line of JSON for each request, without personal data; null: nobody listens */
  readonly log: ((line: string) => void) | null;
}

export interface Served {
  readonly app: FastifyInstance;
  readonly jobs: Jobs;
}

/**
 * @returns the server, not listening yet
 * @throws StoreError `busy` where another serves the database
 */
export async function buildServer(options: ServerOptions): Promise<Served> {
  const { store, version } = options;
  const app = fastify({
    // Fastify's own log would hold addresses, and some addresses hold secrets.
    logger: false,
    bodyLimit: MOST_BYTES,
    requestTimeout: REQUEST_SECONDS * 1000,
    // Anybody can write the header: without a proxy that sets it, each request could come from another address.
    trustProxy: options.trustProxy ?? false,
    // An address may hold a secret: no message repeats it.
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error, _request, reply) =>
      sendProblem(reply as FastifyReply, new ProblemError(problem(400, "the address cannot be read"))),
  });
  // Before its jobs are taken up: they may be under way in another process.
  const release = store === null ? null : serveAlone(store);
  if (store !== null) impatient(store);
  const jobs = new Jobs(store, options.jobData, options.jobs, () => Date.now());
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const took = new Histogram({
    name: "koppel_http_seconds",
    help: "seconds to answer, by route and status",
    labelNames: ["method", "route", "status"],
    registers: [registry],
  });

  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.addHook("onRequest", async (_request, reply) => {
    reply.headers({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "cache-control": "no-store",
      "content-security-policy":
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    });
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    took.observe(labels, reply.elapsedTime / 1000);
    options.log?.(
      `${JSON.stringify({ at: new Date().toISOString(), ...labels, ms: Math.round(reply.elapsedTime) })}\n`,
    );
  });
  app.setErrorHandler((error, request, reply) => {
    const told = ofFastify(error);
    if (problemOf(told).status === 500)
      options.log?.(
        `${JSON.stringify({ fault: error instanceof Error ? error.name : "unknown", route: request.routeOptions.url })}\n`,
      );
    return sendProblem(reply, told);
  });
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, new ProblemError(problem(404, "there is no such route"))),
  );
  await addDoors(app, options);
  const addresses: string[] = [];
  app.addHook("onRoute", ({ url }) => void addresses.push(url));

  app.get("/healthz", async () => ({ ok: true, jobs: { running: jobs.running, waiting: jobs.waiting } }));
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  const document = openApi(version);
  app.get("/v1/openapi.json", async () => document);
  const docs = docsHtml(version);
  app.get("/docs", async (_request, reply) => reply.type("text/html; charset=utf-8").send(docs));
  for (const route of ROUTES) addRoute(app, route, options, jobs);
  // One repair of a season at a time, and one more where somebody declined meanwhile: a reply link must not keep a desk busy.
  const repairing = new Map<string, boolean>();
  const afterNo = (season: string): void => {
    if (repairing.has(season)) return void repairing.set(season, true);
    repairing.set(season, false);
    const body = Buffer.from(JSON.stringify({ season }));
    const repair = async (): Promise<void> => {
      for (;;) {
        const answer = await options.ask({ by: "advice", op: "proposals", actor: PROGRAM, body });
        // Where too much is asked at once it waits for its turn: nobody would ask it again.
        if (!("problem" in answer) || ![429, 503].includes(answer.problem.status)) return;
        await new Promise((resolve) => setTimeout(resolve, REPAIR_AGAIN).unref());
      }
    };
    void repair().finally(() => {
      const again = repairing.get(season) === true;
      repairing.delete(season);
      if (again) afterNo(season);
    });
  };
  if (store !== null) {
    pages(app, { ask: options.ask, afterNo });
    // What was declined and not repaired before the server ended, whatever it was that ended it.
    for (const season of repairsDue(store).keys()) afterNo(season);
  }
  planner(app, fileURLToPath(new URL("../../../web/", import.meta.url)));
  await app.after();
  addWrongMethods(app, addresses);
  app.addHook("onClose", async () => {
    await jobs.close();
    release?.();
  });
  return { app, jobs };
}

function addRoute(app: FastifyInstance, route: Route, options: ServerOptions, jobs: Jobs): void {
  const { method, path, status, answerer } = route;
  app.route({
    method,
    url: path.replace(/\{(\w+)\}/g, ":$1"),
    // Whoever may not ask is told so before a byte of the body is read.
    onRequest: async (request, reply) => {
      reply.header("vary", "authorization");
      const actor = actorOf(request);
      if (actor === null)
        throw new ProblemError(
          problem(401, "send Authorization: Bearer with a token of this server: koppel token create"),
        );
      if (!route.roles.includes(actor.role)) {
        const { store } = options;
        if (store !== null) await patiently(() => noteRefusal(store, actor, `${method} ${path}`));
        throw new ProblemError(problem(403, mayNot(actor, route.roles)));
      }
    },
    handler: async (request, reply) => {
      const actor = actorOf(request);
      if (actor === null) throw new Error("a route without its door");
      const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      const { id = "" } = request.params as { readonly id?: string };
      const { "if-match": ifMatch, "if-none-match": ifNoneMatch } = request.headers;
      if (answerer.by === "advice") {
        const { op, step } = answerer;
        const target = step === undefined ? {} : { target: { id, step, ifMatch, ifNoneMatch } };
        return sendText(reply, route, await options.ask({ by: "advice", op, actor, body, ...target }, leaving(reply)));
      }
      if (answerer.by === "direct") {
        if (options.store === null) throw new ProblemError(problem(404, "this server has no database"));
        const asked = { id, body, ifMatch, ifNoneMatch };
        const { op, isWhole = false } = answerer;
        const answer = await options.ask({ by: "direct", op, isWhole, actor, request: asked }, leaving(reply));
        return sendText(reply, route, answer, ifNoneMatch);
      }
      if (answerer.op === "add") {
        const { body: schema } = route;
        if (schema !== undefined) await patiently(() => assertAskable(schema, body, { actor, store: options.store }));
        const job = await jobs.add(answerer.kind, actor, body);
        reply.header("location", `/v1/${job.kind}/${job.id}`);
        return reply.code(status).type("application/json").send(jobText(job, jobs));
      }
      const job = jobs.find(answerer.kind, id, actor);
      if (answerer.op === "events") return stream(reply, job, jobs);
      if (answerer.op === "get") return reply.code(status).type("application/json").send(jobText(job, jobs));
      if (answerer.op === "stop") {
        jobs.stop(job);
        return reply.code(status).type("application/json").send(jobText(job, jobs));
      }
      jobs.cancel(job);
      return reply.code(status).send();
    },
  });
}
/** @param ifNoneMatch the version that whoever asks has already */
function sendText(
  reply: FastifyReply,
  { status, versions }: Route,
  answer: AnswerText,
  ifNoneMatch?: string,
): FastifyReply {
  if ("problem" in answer) return sendProblem(reply, new ProblemError(answer.problem));
  const { text, version, hidden, changes } = answer;
  const etag = version !== undefined ? etagOf({ version, hidden }) : changes !== undefined ? `W/"${changes}"` : null;
  if (etag !== null) reply.header("etag", etag);
  // A season and a plan say how they stand, and that changes without them.
  if (etag !== null && versions === "tells" && ifNoneMatch !== undefined && isAmong(ifNoneMatch, etag))
    return reply.code(304).send();
  if (status === 204) return reply.code(status).send();
  return reply.code(status).type("application/json").send(text);
}

/** Aborts when the connection has closed. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => gone.abort());
  return gone.signal;
}

/** A job as its owner sees it. */
function jobText(job: Job, jobs: Jobs): string {
  const { id, kind, state, progress, problem: fault } = job;
  const head = JSON.stringify({ id, kind, state, progress, problem: fault });
  return `${head.slice(0, -1)},"result":${jobs.resultOf(job) ?? "null"}}`;
}

/** Server-sent events of a job until it has ended. */
function stream(reply: FastifyReply, job: Job, jobs: Jobs): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  const send = (): void => {
    const event = job.state === "running" || job.state === "queued" ? "progress" : job.state;
    raw.write(
      `event: ${event}\ndata: ${event === "progress" ? JSON.stringify(job.progress ?? {}) : jobText(job, jobs)}\n\n`,
    );
    if (event !== "progress") finish();
  };
  const timer = setInterval(() => raw.write(": still here\n\n"), SIGN_OF_LIFE * 1000);
  const release = jobs.listen(job, send);
  const finish = (): void => {
    clearInterval(timer);
    release();
    raw.end();
  };
  raw.on("close", () => {
    clearInterval(timer);
    release();
  });
  send();
  return reply;
}
