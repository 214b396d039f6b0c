/** Starts the planner in a thread of its own, so that whoever asked stays free; only that thread loads the rooms below. */
import { Worker } from "node:worker_threads";
import { InputError } from "../model/errors.js";
import type { SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "./api.js";
import type { PlanMessage, PlanWork } from "./messages.js";

/** Threads start from compiled files; run from TypeScript sources (tests), all happens in this thread. */
const RUNS_SOURCES = import.meta.url.endsWith(".ts");

/**
 * Plans a season until the time, the gap, the steps or proven optimality, off the caller's thread.
 * @param source a season file's bytes, or a season that was accepted
 * @param onEvent hears of each better plan or bound
 * @returns the best plan found, checked, with its proven bound
 * @throws InputError where the source is refused
 */
export async function solve(
  source: SeasonSource,
  options: SolveOptions,
  onEvent: (event: SolveEvent) => void = () => undefined,
): Promise<SolveOutcome> {
  if (RUNS_SOURCES) {
    const { planHere } = await import("./planner-thread.js");
    return planHere(source, options, onEvent, () => options.signal?.aborted === true, 1);
  }
  return planThere(source, options, onEvent);
}

/** Plans in a thread of its own. */
function planThere(
  source: SeasonSource,
  options: SolveOptions,
  onEvent: (event: SolveEvent) => void,
): Promise<SolveOutcome> {
  const { signal, ...plain } = options;
  const work: PlanWork = { kind: "plan", source, options: { ...plain, startedAt: options.startedAt ?? Date.now() } };
  const worker = new Worker(new URL("./planner-thread.js", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: 8192 },
  });
  const abort = (): void => worker.postMessage("stop");
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort, { once: true });
  return new Promise<SolveOutcome>((resolve, reject) => {
    worker.on("message", (message: PlanMessage) => {
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
