/**
 * Role × route × field: whatever a route answers, to whichever role, holds the fields that its schema names and no others, and none
 * that is for other roles. Run by the built server; the schemas are those that the document shows.
 */
import { expect, test } from "vitest";
import * as z from "zod";
import { ROLES_OF_FIELD } from "../../src/faces/http/answers.js";
import type { Route } from "../../src/faces/http/route.js";
import { ROUTES } from "../../src/faces/http/routes.js";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import { type ActorRole, NO_WISHES, SENSITIVE_FIELDS } from "../../src/pool/store/index.js";
import { loose, PLAN } from "../season/support.js";
import { smallSeason } from "../support/small-season.js";
import { RECORD_IDS, ROLES, type Server, withServer } from "./support.js";

type Json = Readonly<Record<string, unknown>>;

/** Every field of a schema, by its path; lists and maps stand for what is in them. */
function fieldsOf(schema: Json, at = ""): readonly (readonly [path: string, roles: readonly string[] | null])[] {
  const found: (readonly [string, readonly string[] | null])[] = [];
  for (const [name, inner] of Object.entries((schema.properties ?? {}) as Record<string, Json>)) {
    const path = `${at}.${name}`;
    found.push([path, (inner[ROLES_OF_FIELD] as readonly string[] | undefined) ?? null], ...fieldsOf(inner, path));
  }
  const { items, additionalProperties: map, anyOf = [], prefixItems = [] } = schema as Record<string, unknown>;
  if (typeof items === "object") found.push(...fieldsOf(items as Json, at));
  if (typeof map === "object") found.push(...fieldsOf(map as Json, at));
  for (const one of [...(anyOf as Json[]), ...(prefixItems as Json[])]) found.push(...fieldsOf(one, at));
  return found;
}

/** The paths of what is in an answer, as far as its schema goes. */
function pathsIn(schema: Json, value: unknown, at = ""): readonly string[] {
  const { items, additionalProperties: map, anyOf = [] } = schema as Record<string, unknown>;
  const inner = (anyOf as Json[]).flatMap((one) => pathsIn(one, value, at));
  if (Array.isArray(value))
    return typeof items === "object" ? [...inner, ...value.flatMap((one) => pathsIn(items as Json, one, at))] : inner;
  if (typeof value !== "object" || value === null) return inner;
  const known = (schema.properties ?? {}) as Record<string, Json>;
  return [
    ...inner,
    ...Object.entries(value).flatMap(([name, one]) => {
      const field = known[name];
      if (field !== undefined) return [`${at}.${name}`, ...pathsIn(field, one, `${at}.${name}`)];
      return typeof map === "object" ? pathsIn(map as Json, one, at) : [];
    }),
  ];
}

const SEASON = smallSeason();
const PLANNED = { season: "small", plan: "first" };
const ILL = [{ id: "ill", title: "t1 leaves", edits: [{ edit: "remove-trainer", trainer: "t1" }] }];
/** A season in which a session can have no team for two reasons that have nothing to do with each other. */
const twice = (): Json => {
  const season = loose();
  for (const session of season.sessions)
    if (session.id === "s4") {
      session.languages = [{ id: "q-none", who: "any" }];
      session.traits = [{ id: "q-nobody", who: "any" }];
    }
  return season as unknown as Json;
};
const CSV = Buffer.from("Code,Name\nx1,Somewhere\n").toString("base64");
const BAD = Buffer.from("Code,Name\n,\n").toString("base64");

/** What is asked of each route: bodies that bring out all that it can tell. */
const ASKED: Readonly<Record<string, readonly Json[]>> = {
  "/v1/suggestions": [
    { ...PLANNED, session: "s4", top: 20, dates: true },
    { ...PLANNED, session: "s5" },
    { season: SEASON, session: "s4" },
  ],
  "/v1/checks": [
    PLANNED,
    { season: SEASON, plan: { ...PLAN, assignments: [...PLAN.assignments, ...PLAN.assignments] } },
  ],
  "/v1/explanations": [
    ...["s1", "s2", "s3", "s4", "s5"].map((session) => ({ ...PLANNED, session })),
    ...["t1", "t2", "t3", "t4", "t5"].map((trainer) => ({ ...PLANNED, session: "s4", trainer })),
    { season: twice(), plan: { format: "koppel-plan/1", season: "small", assignments: [] }, session: "s4" },
    { ...PLANNED, session: "s3", trainer: "t1" },
    { ...PLANNED, session: "s5", trainer: "t1" },
  ],
  "/v1/repairs": [
    { ...PLANNED, edits: ILL[0]?.edits, time: 1 },
    { ...PLANNED, time: 1 },
  ],
  "/v1/overviews": [PLANNED],
  "/v1/imports": [
    { files: [{ name: "clients.csv", data: CSV }], dryRun: true, lang: "en" },
    { files: [{ name: "clients.csv", data: BAD }], dryRun: true, lang: "en" },
  ],
  "/v1/solves": [
    { season: "small", time: 2 },
    { season: SEASON, time: 2 },
  ],
  "/v1/whatifs": [{ ...PLANNED, scenarios: ILL, time: 1 }],
  "/v1/recruits": [{ ...PLANNED, time: 3, top: 1 }],
};

const stateOf = (job: Json | undefined): string => `${String(job?.state)} ${job?.progress === null}`;

/** All answers of one route to one role. */
async function answersOf(
  server: Server,
  { method, path, answerer }: Route,
  role: ActorRole,
): Promise<readonly unknown[]> {
  const [, kind = ""] = path.split("/").slice(1);
  const at = path.replace("{id}", RECORD_IDS[kind] ?? "small");
  if (answerer.by === "job") {
    if (answerer.op !== "get") return [];
    const told: Json[] = [];
    for (const body of ASKED[`/v1/${answerer.kind}`] ?? []) {
      const started = await server.ask(role, "POST", `/v1/${answerer.kind}`, body);
      told.push(started.json);
      const where = started.headers.get("location") ?? "";
      for (let i = 0; i < 300; i++) {
        const { json } = await server.ask(role, "GET", where);
        // How often it is asked differs from run to run: it is looked at once in each state, before and after it tells how far it is.
        if (stateOf(told.at(-1)) !== stateOf(json)) told.push(json);
        if (!["queued", "running"].includes(String(json.state))) break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
    return told;
  }
  const { headers: read } = await server.ask(role, "GET", at.replace(/\/(publication|replies|wishes|consents)$/, ""));
  const match: Record<string, string> = read.get("etag") === null ? {} : { "if-match": read.get("etag") ?? "" };
  const kept = (await server.ask(role, "GET", "/v1/sessions/s4")).json as { client?: unknown; session?: Json };
  const her = (await server.ask(role, "GET", "/v1/trainers/t4")).json;
  const { waivers = [], ...rest } = kept.session ?? {};
  const own = method === "PUT" ? (await server.ask(role, "GET", at)).json : {};
  const bodies: Readonly<Record<string, readonly Json[]>> = {
    "PUT /v1/trainers/{id}/availability": [
      {
        ...NO_AVAILABILITY,
        weekly: [{ days: ["mon"], parts: ["day", ["18:00", "20:00"]], from: null, to: null, everyWeeks: 1 }],
      },
    ],
    "PUT /v1/trainers/{id}": [{ name: her.name, contact: her.contact, trainer: her.trainer }],
    "PUT /v1/sessions/{id}": [{ client: kept.client ?? null, session: { ...rest, waivers } }],
    "PUT /v1/plans/{id}": [{ season: "small", plan: PLAN, seasonVersion: 1 }],
    "PUT /v1/trainers/{id}/wishes": [{ ...NO_WISHES, limits: "not of her brother" }],
    "PUT /v1/trainers/{id}/consents": [{ matching: SENSITIVE_FIELDS }],
    "POST /v1/trainers/{id}/protection": [{ field: "ownCommunityKm", value: 5 }],
    "POST /v1/trainers/{id}/protection/removals": [{ field: "ownCommunityKm", value: 2 }],
    "POST /v1/plans/{id}/publication": [{ replaces: 1 }],
    "POST /v1/seasons/{id}/replies": [{ session: "s4", trainer: "t4", reply: "asked" }],
  };
  // What is kept as it is read.
  const same = ["organisations", "clients", "locals", "budgets", "series"].includes(kind) || path.endsWith("/venue");
  const asked =
    method === "GET" || method === "DELETE"
      ? [undefined]
      : (ASKED[path] ?? bodies[`${method} ${path}`] ?? [same ? own : {}]);
  const told: unknown[] = [];
  for (const body of asked) {
    const { status, json } = await server.ask(role, method, at, body, match);
    if (status === 200) told.push(json);
  }
  return told;
}

test("role × route × field: what a route tells a role is named by its schema, and for that role", async () => {
  let [cells, without] = [0, 0];
  const unseen: string[] = [];
  const seen = new Map<string, Set<string>>();
  await withServer(async (server) => {
    for (const route of ROUTES) {
      const { answer, method, path, roles } = route;
      if (answer === undefined) {
        // Only what answers nothing has no schema, and events, which tell what the job's own route tells.
        expect([method, path, route.status === 204 || path.endsWith("/events")]).toEqual([method, path, true]);
        continue;
      }
      const schema = z.toJSONSchema(answer, { unrepresentable: "any", io: "input" }) as Json;
      const rules = fieldsOf(schema);
      // A paper of a programme has a format of its own, and is told whole.
      const isPaper = path.startsWith("/v1/programmes/") && Object.keys(schema.properties ?? {}).length === 0;
      expect([path, isPaper || rules.length > 0]).toEqual([path, true]);
      for (const role of ROLES) {
        const name = `${method} ${path}`;
        const answers = roles.includes(role) ? await answersOf(server, route, role) : [];
        for (const told of answers) {
          const judged = answer.safeParse(told);
          expect([name, role, judged.error?.issues ?? []]).toEqual([name, role, []]);
          const paths = new Set(pathsIn(schema, told));
          for (const [field, only] of rules) {
            cells++;
            if (only !== null && !only.includes(role)) {
              without++;
              expect([name, role, field, paths.has(field)]).toEqual([name, role, field, false]);
            } else if (paths.has(field))
              seen.set(`${name} ${field}`, (seen.get(`${name} ${field}`) ?? new Set()).add(role));
          }
        }
      }
      if (route.answerer.by !== "job" || route.answerer.op === "get")
        for (const [field, only] of rules)
          if (only !== null && !seen.has(`${method} ${path} ${field}`)) unseen.push(`${method} ${path} ${field}`);
    }
  });
  console.info(`${cells} cells of role × route × field, ${without} of them of a field for other roles`);
  expect(without).toBeGreaterThan(100);
  // A field that is for some roles alone is brought out for one of them: else its absence for others says nothing.
  expect(unseen).toEqual([]);
}, 300_000);
