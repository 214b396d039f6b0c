/** `koppel serve`: the API and the planner. */
import { randomBytes } from "node:crypto";
import { Command, Option } from "@commander-js/extra-typings";
import type { Store } from "../../pool/store/index.js";
import { readChoices, readHelplines, readLabelFiles, readPresets } from "./data-files.js";
import { EXIT, UsageError } from "./errors.js";
import type { Io } from "./io.js";
import { addresses, wholeNumber } from "./options.js";
import { storeOptions } from "./pool-store.js";
import { loadCalendar, loadNamed, loadPlaces, loadStepFacts } from "./programme/facts.js";
import { seasonDefaults } from "./season/build.js";

type Done = (code: number) => void;
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
    .option(
      "--trust-proxy <addresses>",
      "count strangers by the X-Forwarded-For of the proxy at these addresses; loopback: on this machine (default: by the address that asks)",
      addresses,
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
      const { Lanes } = await import("../http/lanes.js");
      const store = await openedStore(options);
      const given = givenSecret(process.env.KOPPEL_TOKEN);
      const secret = store === null ? (given ?? randomBytes(24).toString("base64url")) : null;
      const db = store === null ? null : { file: store.file, key: store.key, ledger: store.ledger };
      const choices = await readChoices();
      const calendar = await loadCalendar();
      const places = await loadPlaces();
      const named = await loadNamed();
      const names = [...Object.values(named).flat(), ...choices.activity, ...choices.theme];
      const labelFiles = await readLabelFiles();
      const facts = {
        choices,
        presets: await readPresets(),
        names,
        programme: await loadStepFacts(calendar, places),
        records: {
          places,
          ...(await seasonDefaults()),
          calendar,
          choices,
          labelFiles,
          named,
          helplines: await readHelplines(),
        },
      };
      const lanes = new Lanes({ advice: options.adviceThreads, waiting: options.waiting }, { kind: "desk", db, facts });
      const { app } = await buildServer({
        version,
        store,
        secret,
        ask: (question, left) => lanes.ask(question, left),
        jobData: { db, facts: { ...facts, programme: null, records: null } },
        jobs: { running: options.jobs, waiting: options.waiting, threads: options.jobThreads === "2" ? 2 : 1 },
        trustProxy: options.trustProxy ?? null,
        log: options.log === true ? (line) => void io.out(line) : null,
      });
      const address = await listen(app, options.port, options.host);
      if (options.quiet !== true) {
        io.err(`koppel: listening on ${address}\n`);
        if (secret !== null && given === null) io.err(`koppel: no database; the token is ${secret}\n`);
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
      await lanes.close();
      if (store !== null) {
        const { closeStore } = await import("../../pool/store/index.js");
        closeStore(store);
      }
      clearTimeout(late);
      done(EXIT.done);
    });
}

/** Fewer characters are guessed. */
const LEAST_SECRET = 16;

/** @throws UsageError for a secret that anybody could guess; it is not repeated */
function givenSecret(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^[\x21-\x7e]+$/.test(text) && text.length >= LEAST_SECRET) return text;
  throw new UsageError(
    `variable KOPPEL_TOKEN: expected at least ${LEAST_SECRET} letters, digits and signs without spaces; unset it and the server makes a token of its own`,
  );
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
