/** The OpenAPI 3.1 document, from the table of routes; and a page that shows it without any script. */
import * as z from "zod";
import { escapeHtml as h } from "../../papers/index.js";
import { ROLES_OF_FIELD } from "./answers.js";
import { OPEN_PATHS, OPEN_TAGS } from "./open-paths.js";
import { TITLES } from "./problems.js";
import { type Route, VERSIONS_SAY } from "./route.js";
import { ROUTES } from "./routes.js";
import { JOB_KINDS, JUDGED_AS, NAMED, problemOut } from "./schemas.js";

type Json = Readonly<Record<string, unknown>>;

const schemaOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Json;
  return json;
};

/** What is told once, from its JSON to its name. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMED).map(([name, schema]) => [JSON.stringify(schemaOf(schema)), name]),
);

/** A schema that refers to what has a name of its own. @param self the name that is being told */
function referring(schema: unknown, self = ""): unknown {
  if (Array.isArray(schema)) return schema.map((one) => referring(one, self));
  if (typeof schema !== "object" || schema === null) return schema;
  const { [ROLES_OF_FIELD]: roles, ...bare } = schema as Json;
  const { [JUDGED_AS]: as, description } = bare;
  if (typeof as === "string") return { $ref: `#/components/schemas/${as}`, description };
  const name = NAMES.get(JSON.stringify(bare));
  const forWhom = roles === undefined ? {} : { [ROLES_OF_FIELD]: roles };
  if (name !== undefined && name !== self) return { $ref: `#/components/schemas/${name}`, ...forWhom };
  return Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, referring(one, self)]));
}

/** Which refusals may come: what its body, its path and its versions bring, and those of its own. */
export function problemsOf({ body, path, versions, problems = [] }: Route): readonly number[] {
  const isNamed = path.includes("{") || body !== undefined;
  const byVersion = versions === "seen" || versions === "seenOrNone";
  const all = [
    401,
    403,
    404,
    ...(isNamed ? [400] : []),
    ...(byVersion ? [412, 428] : []),
    ...(body === undefined ? [] : [413, 415, 422]),
    429,
    500,
    503,
    ...problems,
  ];
  return all.toSorted((one, other) => one - other);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const operationId = ({ method, path }: Route): string =>
  method.toLowerCase() +
  path
    .replace(/^\/v1/, "")
    .replace(/\W+(\w)/g, (_, first: string) => first.toUpperCase())
    .replace(/\W/g, "");

/** The headers by which a route's versions go back and forth. */
function conditionsOf({ versions }: Route): readonly Json[] {
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: "header",
    required,
    description,
    schema: { type: "string" },
  });
  const ifMatch = (required: boolean): Json => header("If-Match", required, "the ETag that was read");
  if (versions === "seen") return [ifMatch(true)];
  if (versions === "seenOrNone") return [ifMatch(false), header("If-None-Match", false, "*: there is none yet")];
  return versions === "tells" ? [header("If-None-Match", false, "an ETag: 304 where it is still that")] : [];
}

const sentenceOf = ({ summary, versions }: Route): string =>
  versions === undefined ? summary : `${summary}; ${VERSIONS_SAY[versions]}`;

function operationOf(route: Route): Json {
  const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const parameters = [...named, ...conditionsOf(route)];
  const isStream = route.answerer.by === "job" && route.answerer.op === "events";
  const content = isStream
    ? { "text/event-stream": { schema: { type: "string" } } }
    : route.answer === undefined
      ? undefined
      : { "application/json": { schema: referring(schemaOf(route.answer)) } };
  const header = (description: string): Json => ({ schema: { type: "string" }, description });
  const headers = {
    ...(route.status === 202 ? { Location: header("where it can be asked after") } : {}),
    ...(route.versions === undefined || route.status === 204 ? {} : { ETag: header("the version") }),
  };
  const problems = Object.fromEntries(
    problemsOf(route).map((status) => [
      String(status),
      {
        description: capital(TITLES[status] ?? ""),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
  return {
    operationId: operationId(route),
    summary: sentenceOf(route),
    tags: [route.tag],
    description: `Roles: ${route.roles.join(", ")}.`,
    security: [{ token: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: route.answerer.op !== "publish",
            content: { "application/json": { schema: referring(schemaOf(route.body)) } },
          },
        }),
    responses: {
      [String(route.status)]: {
        description: route.status === 204 ? "Done" : route.summary,
        ...(Object.keys(headers).length === 0 ? {} : { headers }),
        ...(content === undefined ? {} : { content }),
      },
      ...(route.versions === "tells" ? { 304: { description: "It is still of the version that was given" } } : {}),
      ...problems,
    },
  };
}

/** @param version of the program */
export function openApi(version: string): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of ROUTES) {
    const those = paths[route.path] ?? {};
    those[route.method.toLowerCase()] = operationOf(route);
    paths[route.path] = those;
  }
  const named = Object.fromEntries(
    Object.entries(NAMED).map(([name, schema]) => [name, referring(schemaOf(schema), name)]),
  );
  return {
    openapi: "3.1.0",
    info: {
      title: "Koppel",
      version,
      description: `Suggestions of trainer teams, checks, explanations and repairs; jobs (${JOB_KINDS.join(", ")}); the pool's records. Seasons and plans are ids of the database, or whole objects.`,
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
    },
    servers: [{ url: "/" }],
    tags: [
      { name: "advice", description: "Answered at once" },
      { name: "jobs", description: "Answered later" },
      { name: "records", description: "What the database holds" },
      { name: "programmes", description: "From a quick scan to a quote and sessions" },
      ...OPEN_TAGS,
    ],
    paths: { ...paths, ...OPEN_PATHS },
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: { ...named, Problem: schemaOf(problemOut) },
    },
  };
}

/** The document as a page: every route, who may ask, what goes in. */
export function docsHtml(version: string): string {
  const rows = ROUTES.map(
    (route) => `<section><h2><code>${route.method} ${h(route.path)}</code></h2>
<p>${h(sentenceOf(route))}. <span>${h(route.roles.join(", "))}</span></p>
${route.body === undefined ? "" : `<details><summary>Request</summary><pre>${h(JSON.stringify(schemaOf(route.body), null, 2))}</pre></details>`}
${route.answer === undefined ? "" : `<details><summary>Answer, ${route.status}</summary><pre>${h(JSON.stringify(schemaOf(route.answer), null, 2))}</pre></details>`}</section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Koppel API</title><style>
body{font:11pt/1.5 system-ui,sans-serif;max-width:56rem;margin:0 auto;padding:1.5rem;color:#1b1b1b;background:#fff}
h1{margin:0}h2{font-size:1rem;margin:1.6rem 0 .2rem}code,pre{font-family:ui-monospace,monospace}
pre{background:#f4f4f4;padding:.8rem;overflow:auto;font-size:.85em}span{color:#555}
</style></head><body><main><h1>Koppel API ${h(version)}</h1>
<p>Bearer tokens: <code>koppel token create</code>. The whole document: <a href="/v1/openapi.json">/v1/openapi.json</a>. Errors are
problem details (RFC 9457), with a path for each wrong field.</p>
${rows.join("\n")}
</main></body></html>
`;
}
