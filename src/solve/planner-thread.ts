/** The planner in a thread of its own, so that whoever asked stays free: messages in and out. */
import { parentPort, Worker, workerData } from "node:worker_threads";
import { InputError, type InputIssue } from "../model/errors.js";
import { readSeason } from "../model/index.js";
import type { Season } from "../model/types.js";
import type { SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "./api.js";
import { localBound } from "./bound-partner.js";
import { threadedBound } from "./bound-thread.js";
import { Planner, type PlannerPorts } from "./planner.js";

type PlainOptions = Omit<SolveOptions, "signal">;

interface PlanWork {
  readonly kind: "plan";
  readonly source: SeasonSource;
  readonly options: PlainOptions;
}

type Message =
  | { readonly kind: "event"; readonly event: SolveEvent }
  | { readonly kind: "done"; readonly outcome: SolveOutcome }
  | { readonly kind: "refused"; readonly what: string; readonly issues: readonly InputIssue[] }
  | { readonly kind: "fault"; readonly message: string; readonly stack: string };

function seasonOf(source: SeasonSource): Season {
  return "season" in source ? source.season : readSeason(source.bytes);
}

/** Plans in this thread. */
export async function planHere(
  source: SeasonSource,
  options: SolveOptions,
  onEvent: (event: SolveEvent) => void,
  interrupted: () => boolean,
  threads: 1 | 2,
): Promise<SolveOutcome> {
  const startedAt = options.startedAt ?? Date.now();
  const clock = (): number => Date.now() - startedAt;
  onEvent({ ms: Math.round(clock()), cost: null, bound: 0, staffed: 0, sessions: 0, phase: "reading" });
  const ports: PlannerPorts = {
    clock,
    onEvent,
    interrupted,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    openBound: ({ data }, start) => (threads === 2 ? threadedBound(data, start) : localBound(data, clock, start)),
  };
  return new Planner(seasonOf(source), options, ports).run();
}

/** Plans in a thread of its own. */
export function planThere(
  source: SeasonSource,
  options: SolveOptions,
  onEvent: (event: SolveEvent) => void,
): Promise<SolveOutcome> {
  const { signal, ...plain } = options;
  const work: PlanWork = { kind: "plan", source, options: { ...plain, startedAt: options.startedAt ?? Date.now() } };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: 8192 },
  });
  const abort = (): void => worker.postMessage("stop");
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort, { once: true });
  return new Promise<SolveOutcome>((resolve, reject) => {
    worker.on("message", (message: Message) => {
      if (message.kind === "event") onEvent(message.event);
      else if (message.kind === "done") resolve(message.outcome);
      else if (message.kind === "refused") reject(new InputError(message.what, message.issues));
      else reject(Object.assign(new Error(message.message), { stack: message.stack }));
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("the planner's thread ended without an answer")));
  }).finally(() => {
    signal?.removeEventListener("abort", abort);
    void worker.terminate();
  });
}

function isPlanWork(work: unknown): work is PlanWork {
  return typeof work === "object" && work !== null && "kind" in work && work.kind === "plan";
}

const port = parentPort;
if (port && isPlanWork(workerData)) {
  let stopped = false;
  port.on("message", () => {
    stopped = true;
  });
  const { source, options } = workerData;
  const send = (message: Message): void => port.postMessage(message);
  planHere(
    source,
    options,
    (event) => send({ kind: "event", event }),
    () => stopped,
    options.threads,
  )
    .then((outcome) => send({ kind: "done", outcome }))
    .catch((error: unknown) => {
      if (error instanceof InputError) send({ kind: "refused", what: error.message, issues: error.issues });
      else if (error instanceof Error) send({ kind: "fault", message: error.message, stack: error.stack ?? "" });
      else send({ kind: "fault", message: String(error), stack: "" });
    });
}
