/** `koppel serve` and `koppel token`: the API, and the tokens that open it. */
import { randomBytes } from "node:crypto";
import { Command, Option } from "@commander-js/extra-typings";
import { visible } from "../../papers/index.js";
import type { Actor, Store } from "../../pool/store/index.js";
import { readChoices, readHelplines, readLabels, readPresets } from "./data-files.js";
import { EXIT, UsageError } from "./errors.js";
import type { Io } from "./io.js";
import { wholeNumber } from "./options.js";
import { inStore, storeCommand, storeOptions } from "./pool-store.js";
import { loadCalendar, loadNamed, loadPlaces, loadStepFacts } from "./programme/facts.js";
import { seasonDefaults } from "./season/build.js";
import { plainTable } from "./season/look.js";

type Done = (code: number) => void;
/** Questions that take seconds. */
const SLOW: ReadonlySet<string> = new Set(["overviews", "imports", "repairs", "proposals", "programmes"]);
/** Milliseconds that answers under way have to end once the server is asked to stop. */
const GRACE = 5000;

export function serveCommand(io: Io, done: Done, version: string) {
  return new Command("serve")
    .description("Serve the HTTP API: suggestions, checks, explanations, repairs, jobs, the pool's records.")
    .option("--db <file>", "the pool's database; without one, requests hold whole seasons")
    .option("--key-file <file>", "file with the database's key (default: the variable KOPPEL_KEY, else no key)")
    .option("--ledger <file>", "the ledger of erasures (default: the database's name with .ledger)")
    .option("--port <number>", "port; 0 takes a free one", wholeNumber(0, 65_535), 8787)
    .option(
      "--host <address>",
      "address to listen on; others than this machine's need a proxy with TLS before it",
      "127.0.0.1",
    )
    .option("--advice-threads <n>", "threads that answer questions", wholeNumber(1, 64), 1)
    .option("--jobs <n>", "jobs that run at once", wholeNumber(1, 64), 1)
    .option("--waiting <n>", "jobs and questions that may wait; more are refused with 429", wholeNumber(1, 10_000), 100)
    .addOption(
      new Option("--job-threads <n>", "threads that plan within a job")
        .choices(["1", "2"] as const)
        .default("1" as const),
    )
    .option("--log", "a line of JSON for each request, without personal data")
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      `
Examples:
  koppel serve --db pool.db --key-file pool.key --port 8787
  koppel token create --db pool.db --key-file pool.key --role coordinator --organisation iot --account c1

Documents: /docs and /v1/openapi.json. Health: /healthz. Metrics: /metrics. Ctrl-C ends it once what is under way is answered.`,
    )
    .action(async (options) => {
      const { buildServer } = await import("../http/server.js");
      const { Threads } = await import("../http/threads.js");
      const store = await openedStore(options);
      const secret = store === null ? (process.env.KOPPEL_TOKEN ?? randomBytes(24).toString("base64url")) : null;
      const db = store === null ? null : { file: store.file, key: store.key, ledger: store.ledger };
      const choices = await readChoices();
      const labels = await readLabels();
      const calendar = await loadCalendar();
      const all = await loadPlaces();
      const named = await loadNamed();
      const names = [...Object.values(named).flat(), ...choices.activity, ...choices.theme];
      const facts = { choices, presets: await readPresets(), names, programme: await loadStepFacts(calendar, all) };
      const threads = new Threads(options.adviceThreads, options.waiting, { kind: "advice", db, facts });
      // What looks at a whole plan has a thread of its own: a suggestion does not wait for it.
      const slow = new Threads(1, options.waiting, { kind: "advice", db, facts });
      const places = new Map(all.map(({ id, name }) => [id, name]));
      const { app } = await buildServer({
        version,
        store,
        secret,
        facts: {
          places: all,
          ...(await seasonDefaults()),
          calendar,
          choices,
          labels,
          named,
          helplines: await readHelplines(),
        },
        ask: (question) => (SLOW.has(question.op) ? slow : threads).ask(question),
        jobData: { db, facts: { ...facts, programme: null } },
        jobs: { running: options.jobs, waiting: options.waiting, threads: options.jobThreads === "2" ? 2 : 1 },
        log: options.log === true ? (line) => void io.out(line) : null,
        labels,
        placeName: (code) => places.get(code) ?? code,
      });
      const address = await listen(app, options.port, options.host);
      if (options.quiet !== true) {
        io.err(`koppel: listening on ${address}\n`);
        if (secret !== null && process.env.KOPPEL_TOKEN === undefined)
          io.err(`koppel: no database; the token is ${secret}\n`);
      }
      await new Promise<void>((resolve) => {
        let asked = 0;
        io.onInterrupt(() => {
          asked++;
          if (asked > 1) io.quit(EXIT.interrupted);
          resolve();
        });
      });
      const late = setTimeout(() => io.quit(EXIT.done), GRACE);
      await app.close();
      await Promise.all([threads.close(), slow.close()]);
      if (store !== null) {
        const { closeStore } = await import("../../pool/store/index.js");
        closeStore(store);
      }
      clearTimeout(late);
      done(EXIT.done);
    });
}

async function openedStore(options: {
  readonly db?: string | undefined;
  readonly keyFile?: string | undefined;
  readonly ledger?: string | undefined;
}): Promise<Store | null> {
  if (options.db === undefined) return null;
  const { openStore } = await import("../../pool/store/index.js");
  return openStore(options.db, storeOptions({ ...options, db: options.db }));
}

/** @throws UsageError where the port is taken or may not be had */
async function listen(
  app: { listen(at: { port: number; host: string }): Promise<string>; close(): unknown },
  port: number,
  host: string,
): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    throw new UsageError(`cannot listen on ${host} port ${port} (${code}): give another --port or --host`);
  }
}

const administrator: Actor = { id: "command-line", role: "administrator" };
const ROLES = ["coordinator", "safetyOfficer", "apiClient", "trainer", "auditor"] as const;
const SCOPES = ["api", "feed", "reply"] as const;

/** Tokens of the API, of calendar feeds and of reply pages. */
export function tokenCommand(io: Io, done: Done) {
  return new Command("token")
    .description("Make, list and revoke the tokens that open the API, a calendar feed or a trainer's reply page.")
    .addCommand(tokenCreateCommand(io, done))
    .addCommand(tokenListCommand(io, done))
    .addCommand(tokenRevokeCommand(io, done));
}

function tokenCreateCommand(io: Io, done: Done) {
  return storeCommand("create")
    .description("Make a token. Its secret is shown once and kept nowhere.")
    .addOption(new Option("--role <role>", "whoever has it acts in this role").choices(ROLES).makeOptionMandatory())
    .option(
      "--organisation <code>",
      "a coordinator's own organisation; of an apiClient the client whose sessions it may ask after",
    )
    .option("--trainer <code>", "of role trainer: which")
    .requiredOption("--account <id>", "who it is in the audit trail; an account, never a name")
    .addOption(new Option("--scope <what>", "what it opens").choices(SCOPES).default("api" as const))
    .option(
      "--days <n>",
      "how many days it is good for (default: until it is revoked; a reply page: 30)",
      wholeNumber(1, 3650),
    )
    .option("--json", "print it as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  koppel token create --role apiClient --account shop --db pool.db\n  koppel token create --role trainer --trainer t03 --account t03 --scope reply --db pool.db",
    )
    .action(async (options) => {
      const { createToken } = await import("../../pool/store/index.js");
      const days = options.days ?? (options.scope === "reply" ? 30 : null);
      const expires = days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();
      const { role, organisation, trainer, account, scope } = options;
      const made = await inStore(options, (store) =>
        createToken(store, administrator, { account, role, organisation, trainer, scope, expires }),
      );
      const where = { api: "", feed: "?token=", reply: "/r/" }[scope];
      if (options.json === true) await io.out(`${JSON.stringify({ ...made, expires })}\n`);
      else await io.out(`${where}${made.secret}\n`);
      done(EXIT.done);
    });
}

function tokenListCommand(io: Io, done: Done) {
  return storeCommand("list")
    .description("List the tokens, without what opens anything.")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  koppel token list --db pool.db")
    .action(async (options) => {
      const { listTokens } = await import("../../pool/store/index.js");
      const rows = await inStore(options, (store) => listTokens(store));
      if (options.json === true) await io.out(`${JSON.stringify(rows)}\n`);
      else {
        const table = plainTable(["token", "account", "role", "of", "opens", "made", "until", "revoked"]);
        for (const { id, account, role, organisation, trainer, scope, at, expires, revoked } of rows)
          table.push([
            id,
            visible(account),
            role,
            visible(organisation ?? trainer ?? ""),
            scope,
            at.slice(0, 10),
            expires?.slice(0, 10) ?? "",
            revoked?.slice(0, 10) ?? "",
          ]);
        await io.out(`${table.toString()}\n`);
      }
      done(EXIT.done);
    });
}

function tokenRevokeCommand(io: Io, done: Done) {
  return storeCommand("revoke")
    .description("Revoke a token: it opens nothing from now on.")
    .argument("<token>", "its id, as koppel token list has it")
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", "\nExample:\n  koppel token revoke 3f9a0c11d2e4 --db pool.db")
    .action(async (id, options) => {
      const { revokeToken } = await import("../../pool/store/index.js");
      await inStore(options, (store) => revokeToken(store, administrator, id));
      if (options.quiet !== true) io.err(`${visible(id)}: revoked\n`);
      done(EXIT.done);
    });
}
