/** The planner in its thread: messages in and out. */
import { parentPort, workerData } from "node:worker_threads";
import { InputError } from "../model/errors.js";
import { readSeason } from "../model/index.js";
import type { Season } from "../model/types.js";
import type { SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "./api.js";
import { localBound } from "./bound-partner.js";
import { threadedBound } from "./bound-thread.js";
import type { PlanMessage, PlanWork } from "./messages.js";
import { Planner, type PlannerPorts } from "./planner.js";

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
  const send = (message: PlanMessage): void => port.postMessage(message);
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
