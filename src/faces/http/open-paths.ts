/** What the OpenAPI document tells of addresses without a bearer token: signs of life, feeds and the page of a trainer. */
type Json = Readonly<Record<string, unknown>>;

const refused = (description: string): Json => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});
const answered = (type: string, description: string, schema: Json = { type: "string" }): Json => ({
  description,
  content: { [type]: { schema } },
});
const param = (name: string, at: "path" | "query", description?: string): Json => ({
  name,
  in: at,
  required: true,
  schema: { type: "string" },
  ...(description === undefined ? {} : { description }),
});
const operation = (
  operationId: string,
  tag: string,
  summary: string,
  responses: Json,
  parameters: readonly Json[] = [],
) => ({
  operationId,
  tags: [tag],
  summary,
  security: [],
  ...(parameters.length === 0 ? {} : { parameters }),
  responses,
});

const STOPPED = refused("Too much at once");
const BUSY = refused("Not at the moment");
const NOT_IN_USE = refused("The address is not, or no longer, in use");
const count: Json = { type: "integer", minimum: 0 };
const feed = (operationId: string, summary: string): Json => ({
  get: operation(
    operationId,
    "feeds",
    summary,
    {
      200: answered("text/calendar", "A calendar (RFC 5545); what not everybody has accepted is tentative"),
      403: refused("It is not for whoever the token is of"),
      404: NOT_IN_USE,
      429: STOPPED,
      503: BUSY,
    },
    [param("id", "path"), param("token", "query", "of scope feed: koppel token create --scope feed")],
  ),
});
const page = (description: string): Json => answered("text/html", description);
const link = param("token", "path", "of scope reply: koppel token create --scope reply");

export const OPEN_TAGS = [
  { name: "feeds", description: "Behind a secret in the address" },
  { name: "server", description: "How the server is" },
] as const;

export const OPEN_PATHS: Readonly<Record<string, Json>> = {
  "/healthz": {
    get: operation("getHealthz", "server", "That it lives, and how many jobs run and wait", {
      200: answered("application/json", "It lives", {
        type: "object",
        properties: {
          ok: { const: true },
          jobs: { type: "object", properties: { running: count, waiting: count }, required: ["running", "waiting"] },
        },
        required: ["ok", "jobs"],
      }),
      "4XX": STOPPED,
    }),
  },
  "/metrics": {
    get: operation("getMetrics", "server", "Figures for Prometheus", {
      200: answered("text/plain", "Figures, without personal data"),
      429: STOPPED,
    }),
  },
  "/v1/openapi.json": {
    get: operation("getOpenapiJson", "server", "This document", {
      200: answered("application/json", "This document", { type: "object" }),
      429: STOPPED,
    }),
  },
  "/v1/plans/{id}/calendar.ics": feed("getPlansIdCalendarIcs", "A plan as a calendar"),
  "/v1/trainers/{id}/calendar.ics": feed(
    "getTrainersIdCalendarIcs",
    "A trainer's own published sessions as a calendar",
  ),
  "/r/{token}": {
    get: operation(
      "getRToken",
      "feeds",
      "The page on which a trainer answers what she is asked",
      {
        200: page("Her own sessions, with a yes and a no"),
        403: page("It is no trainer's"),
        404: page("Not, or no longer, in use"),
        429: page("Too much at once"),
        503: page("Not at the moment"),
      },
      [link],
    ),
    post: {
      ...operation(
        "postRToken",
        "feeds",
        "Her answer; a no starts a repair",
        {
          303: { description: "Back to the page" },
          403: page("It is no trainer's"),
          404: page("Not, or no longer, in use"),
          413: page("Too large"),
          415: page("It is no form"),
          422: page("It is neither yes nor no"),
          429: page("Too much at once"),
          503: page("Not at the moment"),
        },
        [link],
      ),
      requestBody: {
        required: true,
        content: {
          "application/x-www-form-urlencoded": {
            schema: {
              type: "object",
              properties: { season: { type: "string" }, session: { type: "string" }, reply: { enum: ["yes", "no"] } },
              required: ["season", "session", "reply"],
            },
          },
        },
      },
    },
  },
};
