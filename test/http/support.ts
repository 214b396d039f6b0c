/** The built server in a process of its own, on a pool in a folder of its own. Run the build first. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openApi } from "../../src/faces/http/openapi.js";
import { ROUTES } from "../../src/faces/http/routes.js";
import {
  type ActorRole,
  closeStore,
  createStore,
  createToken,
  openStore,
  type Store,
  saveLocal,
  type TokenFor,
} from "../../src/pool/store/index.js";
import { buildSeason, keepPlan, publish } from "../../src/season/index.js";
import { fill } from "../pool/support.js";
import { consentTo, coordinator, fillWork, loose, officer, options, PLAN } from "../season/support.js";

const MAIN = path.resolve("dist/src/faces/cli/main.js");
const KEY = "07".repeat(32);

export interface Server {
  readonly url: string;
  readonly pid: number | undefined;
  readonly folder: string;
  /** asks with a role's token */
  ask(
    role: ActorRole | null,
    method: string,
    at: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  readonly tokens: Readonly<Record<string, string>>;
  /** all that it has written, to both its outputs, since it was started */
  said(): string;
  /** another token, made while the server runs */
  token(made: Partial<TokenFor> & Pick<TokenFor, "role">): string;
  /** does something to the pool while the server runs, as another program would */
  inPool<T>(work: (store: Store) => T): T;
  /** does something while another program writes to the pool, so that nobody else can */
  whileLocked<T>(work: () => Promise<T>): Promise<T>;
  /** ends the process as a crash does, and starts another on the same pool */
  crash(): Promise<void>;
}
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, never>;
}

/** The version that an answer is of, by its ETag. */
export const versionIn = ({ headers }: Answer): number => Number(/^"(\d+)"$/.exec(headers.get("etag") ?? "")?.[1]);

export const ROLES: readonly ActorRole[] = [
  "coordinator",
  "safetyOfficer",
  "apiClient",
  "trainer",
  "auditor",
  "administrator",
];

/** A record of each kind that the server's pool has, by the kind's name in an address. */
export const RECORD_IDS: Readonly<Record<string, string>> = {
  plans: "first",
  sessions: "s4",
  trainers: "t4",
  organisations: "org1",
  clients: "cl",
  locals: "l1",
  budgets: "g1",
  series: "r1",
};

/** What a server's pool holds, and for whom its tokens are. */
export interface World {
  readonly fill: (store: Store) => void;
  readonly of: Readonly<Partial<Record<ActorRole, Pick<TokenFor, "organisation"> | Pick<TokenFor, "trainer">>>>;
}

/** Does work with a server whose pool holds the small season, its plan `first` published, or what else it is given. */
export async function withServer(
  work: (server: Server) => Promise<void>,
  more: readonly string[] = [],
  world: World = SMALL,
): Promise<void> {
  if (!existsSync(MAIN)) throw new Error("the command line is not built: npm run build");
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-http-"));
  const file = path.join(folder, "pool.db");
  const settings = { key: Buffer.from(KEY, "hex"), now: () => new Date().toISOString(), ledger: `${file}.ledger` };
  const made = createStore(file, settings);
  world.fill(made);
  const tokens = Object.fromEntries(ROLES.map((role) => [role, tokenOf(made, { role, ...world.of[role] })]));
  closeStore(made);
  let running: Running | null = null;
  const start = async (): Promise<void> => {
    running = await started(folder, more);
  };
  try {
    await start();
    const server: Server = {
      folder,
      tokens,
      get url() {
        return running?.url ?? "";
      },
      get pid() {
        return running?.child.pid;
      },
      said: () => running?.said() ?? "",
      token: (made2) => server.inPool((store) => tokenOf(store, { ...world.of[made2.role], ...made2 })),
      inPool: (work2) => {
        const store = openStore(file, settings);
        try {
          return work2(store);
        } finally {
          closeStore(store);
        }
      },
      whileLocked: async (work2) => {
        const store = openStore(file, settings);
        store.db.exec("BEGIN IMMEDIATE");
        try {
          return await work2();
        } finally {
          store.db.exec("ROLLBACK");
          closeStore(store);
        }
      },
      ask: async (role, method, at, body, headers = {}) => {
        const answer = await fetch(`${running?.url}${at}`, {
          method,
          redirect: "manual",
          headers: {
            ...(role === null ? {} : { authorization: `Bearer ${tokens[role]}` }),
            ...(body === undefined ? {} : { "content-type": "application/json" }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
        });
        const text = await answer.text();
        assertDocumented(method, at, answer, text);
        const isJson = (answer.headers.get("content-type") ?? "").includes("json");
        return { status: answer.status, headers: answer.headers, text, json: isJson ? JSON.parse(text) : {} };
      },
      crash: async () => {
        running?.child.kill("SIGKILL");
        await new Promise((resolve) => running?.child.once("exit", resolve));
        await start();
      },
    };
    await work(server);
  } finally {
    const child = (running as Running | null)?.child;
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What every refusal says of whoever may not do something. */
export const MAY_NOT = /^role \w+ may not do this: .+ may$/;

interface Operation {
  readonly responses: Readonly<Record<string, { readonly headers?: object }>>;
}
const DOCUMENT = openApi("0.0.0").paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
const likeOf = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`);

/**
 * Every answer is one that the OpenAPI document names: its status, an ETag where there is a version to tell, and what it holds, which
 * is told field by field.
 */
function assertDocumented(method: string, at: string, { status, headers }: Response, text: string): void {
  const [path = ""] = at.split("?");
  const route = ROUTES.find((one) => one.method === method && likeOf(one.path).test(path));
  if (route === undefined) return;
  const response = DOCUMENT[route.path]?.[method.toLowerCase()]?.responses[status];
  if (response === undefined) throw new Error(`${method} ${path}: ${status} is not in the document`);
  const isVersion = /^"/.test(headers.get("etag") ?? "");
  if (status === 200 && isVersion !== "ETag" in (response.headers ?? {}))
    throw new Error(`${method} ${path}: ${isVersion ? "an" : "no"} ETag, other than in the document`);
  if (status !== 200 || route.answer === undefined) return;
  const told = route.answer.safeParse(JSON.parse(text));
  if (!told.success) throw new Error(`${method} ${path}: other than its schema: ${told.error.message}`);
}

const SMALL: World = {
  fill: fillPool,
  of: { coordinator: { organisation: "org1" }, apiClient: { organisation: "cl" }, trainer: { trainer: "t4" } },
};

function fillPool(store: Store): void {
  fill(store);
  const season = loose();
  for (const { id } of season.trainers) consentTo(store, id, "matching");
  fillWork(store, season);
  saveLocal(store, officer, { id: "l1", name: "Local", place: null, communities: [], contacts: [] });
  buildSeason(store, coordinator, options());
  keepPlan(store, coordinator, "first", "small", PLAN, 0);
  publish(store, coordinator, "first", null);
}

function tokenOf(store: Store, made: Partial<TokenFor> & Pick<TokenFor, "role">): string {
  return createToken(store, officer, { account: `a-${made.role}`, scope: "api", expires: null, ...made }).secret;
}

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  said(): string;
}
async function started(folder: string, more: readonly string[]): Promise<Running> {
  const args = ["serve", "--db", "pool.db", "--port", "0", ...more];
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { ...process.env, KOPPEL_KEY: KEY, TMPDIR: folder },
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += String(chunk);
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
      const [, found] = /listening on (\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
  return { child, url, said: () => said };
}
