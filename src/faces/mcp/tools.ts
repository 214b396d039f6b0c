/** What an assistant may ask: each tool is one question to the API, or a job that is waited for. */

/** Asks the API. @returns its JSON, and its status */
export type Api = (
  method: "GET" | "POST",
  at: string,
  body?: unknown,
) => Promise<{ readonly status: number; readonly value: unknown; readonly location: string | null }>;

export interface Tool {
  readonly name: string;
  readonly description: string;
  /** JSON Schema */
  readonly inputSchema: Readonly<Record<string, unknown>>;
  readonly run: (api: Api, input: Readonly<Record<string, unknown>>) => Promise<ToolAnswer>;
}
export interface ToolAnswer {
  readonly status: number;
  readonly value: unknown;
}

const text = (description: string) => ({ type: "string", description });
const schema = (properties: Readonly<Record<string, unknown>>, required: readonly string[]) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** Milliseconds between two looks at a job, and after which it is no longer waited for. */
const LOOK_EVERY = 500;
const PATIENCE = 600_000;

const season = text("id of a season: see koppel_seasons");
const plan = text("id of a plan: see koppel_plans");

export const TOOLS: readonly Tool[] = [
  {
    name: "koppel_seasons",
    description: "Lists the seasons of the database.",
    inputSchema: schema({}, []),
    run: (api) => api("GET", "/v1/seasons"),
  },
  {
    name: "koppel_plans",
    description:
      "Lists the plans of the database, with how many sessions each staffs, what it costs and whether it breaks rules now.",
    inputSchema: schema({}, []),
    run: (api) => api("GET", "/v1/plans"),
  },
  {
    name: "koppel_suggest",
    description:
      "The best trainer teams for one session, as the season stands: dates, teams by code, what each costs, and reasons. A team pairs professional expertise with lived experience.",
    inputSchema: schema(
      {
        season,
        plan,
        session: text("id of a session"),
        top: { type: "integer", minimum: 1, maximum: 20 },
        lang: { type: "string", enum: ["nl", "en"] },
      },
      ["season", "session"],
    ),
    run: (api, input) => api("POST", "/v1/suggestions", input),
  },
  {
    name: "koppel_explain",
    description: "Why a session has this team, why it has none, or why a given trainer is not in it.",
    inputSchema: schema({ season, plan, session: text("id of a session"), trainer: text("a trainer's code") }, [
      "season",
      "plan",
      "session",
    ]),
    run: (api, input) => api("POST", "/v1/explanations", input),
  },
  {
    name: "koppel_whatif",
    description:
      'Plans scenarios and compares each with the plan. A scenario is {"id", "edits": [...]}; an edit for instance {"edit": "block-trainer", "trainer": "t05", "from": "2027-03-01", "to": "2027-03-14"}, {"edit": "cancel-session", "session": "x"} or {"edit": "set-budget", "programme": "p", "factor": 0.8}.',
    inputSchema: schema(
      {
        season,
        plan,
        scenarios: { type: "array", items: { type: "object" }, minItems: 1, maxItems: 20 },
        time: { type: "number", description: "seconds for each scenario", maximum: 60 },
      },
      ["season", "scenarios"],
    ),
    run: async (api, input) => waited(api, await api("POST", "/v1/whatifs", input)),
  },
];

/** The result of a job, once it has ended. */
async function waited(api: Api, started: Awaited<ReturnType<Api>>): Promise<ToolAnswer> {
  if (started.status !== 202 || started.location === null) return started;
  for (let spent = 0; spent < PATIENCE; spent += LOOK_EVERY) {
    const { status, value } = await api("GET", started.location);
    const job = value as { readonly state?: string; readonly result?: unknown; readonly problem?: unknown };
    if (status !== 200) return { status, value };
    if (job.state === "done") return { status: 200, value: job.result };
    if (job.state !== "queued" && job.state !== "running") return { status: 422, value: job.problem };
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return { status: 504, value: { detail: "the job takes too long: ask for fewer scenarios or less time" } };
}
