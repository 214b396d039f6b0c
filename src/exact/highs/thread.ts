/** The worker thread's life: starting, keeping one warm, ending at once. */
import { Worker } from "node:worker_threads";
import type { MipArrays } from "./mip-model.js";
import type { Answer, FromWorker, Progress, Task } from "./protocol.js";
import { openHighs, runHighs } from "./run-highs.js";

/** A thread is replaced after so many models: WebAssembly memory never shrinks. */
const MODELS_PER_THREAD = 200;

/** The longest delay that a timer takes, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Only a compiled worker can be loaded; from TypeScript sources HiGHS runs in the caller's thread. */
export const RUNS_INLINE = import.meta.url.endsWith(".ts");

/** A worker with one set of listeners for its whole life, which pass on to whoever uses it now. */
class HighsThread {
  readonly worker = new Worker(new URL("./worker.js", import.meta.url), { execArgv: [] });
  models = 0;
  onMessage: (message: FromWorker) => void = () => undefined;
  onDeath: (why: string) => void = () => undefined;

  constructor() {
    this.worker.on("message", (message: FromWorker) => this.onMessage(message));
    this.worker.on("error", (error) => this.onDeath(error.message));
    this.worker.on("exit", (code) => this.onDeath(`its thread ended with code ${code}`));
  }
}

/** One warm thread at most; it never keeps the process alive. */
let spare: HighsThread | null = null;

/** What a task came to: HiGHS's answer, or the reason why there is none. */
export type Outcome =
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "ended"; readonly why: "aborted" | "overrun" | "memory" | "failed" };

/**
 * Runs a task in a thread of its own.
 * @param overrun milliseconds after which the thread is ended, whatever it is doing; Infinity: never
 * @throws Error where HiGHS refuses the task or the thread dies
 */
export function runTask(
  task: Task,
  overrun: number,
  signal: AbortSignal | undefined,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  if (signal?.aborted) return Promise.resolve({ type: "ended", why: "aborted" });
  return RUNS_INLINE ? runInline(task, onProgress) : runInThread(task, overrun, signal, onProgress);
}

/** Starts a thread before there is a task, so that the first need not wait for HiGHS to load. */
export function warmUp(): void {
  if (!RUNS_INLINE && !spare) keepWarm(new HighsThread());
}

function keepWarm(thread: HighsThread): void {
  thread.worker.unref();
  thread.onDeath = () => {
    if (spare === thread) spare = null;
  };
  spare = thread;
}

/** Ends the warm thread, if there is one. Never needed for a process to exit. */
export async function closeSpare(): Promise<void> {
  const closing = spare;
  spare = null;
  await closing?.worker.terminate();
}

/** The instance that inline runs share. */
let inline: ReturnType<typeof openHighs> | null = null;

async function runInline(task: Task, onProgress: (progress: Progress) => void): Promise<Outcome> {
  inline ??= openHighs();
  try {
    return { type: "answer", answer: runHighs(await inline, task, onProgress) };
  } catch (error) {
    // An instance that threw may be broken for good.
    inline = null;
    throw error;
  }
}

function runInThread(
  task: Task,
  overrun: number,
  signal: AbortSignal | undefined,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  const thread = spare ?? new HighsThread();
  spare = null;
  thread.models++;
  thread.worker.ref();
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void, keep: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      thread.onMessage = () => undefined;
      if (keep && spare === null && thread.models < MODELS_PER_THREAD) {
        keepWarm(thread);
        finish();
      } else {
        thread.onDeath = () => undefined;
        thread.worker.terminate().then(finish, finish);
      }
    };
    const end = (why: "aborted" | "overrun" | "memory" | "failed") =>
      settle(() => resolve({ type: "ended", why }), false);
    const fail = (message: string) => settle(() => reject(new Error(`HiGHS failed: ${message}`)), false);
    const onAbort = () => end("aborted");
    const timer = Number.isFinite(overrun)
      ? setTimeout(() => end("overrun"), Math.min(overrun, LONGEST_TIMER))
      : undefined;
    signal?.addEventListener("abort", onAbort, { once: true });
    thread.onMessage = (message) => {
      if (message.type === "progress") onProgress(message.progress);
      else if (message.type === "answer") settle(() => resolve(message), true);
      else if (outOfMemory(message.message)) end("memory");
      // Seen now and then after many models in one thread: the task has no answer, and the next gets a new thread.
      else if (/run failed/.test(message.message)) end("failed");
      else fail(message.message);
    };
    thread.onDeath = fail;
    thread.worker.postMessage(task, buffersOf(task.model));
  });
}

/** A task's model is a copy of its own, so it is handed over instead of being copied again. */
function buffersOf(model: MipArrays): ArrayBuffer[] {
  return Object.values(model).flatMap((part) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );
}

/** How WebAssembly tells that memory ran out: an aborted C++ allocation. */
function outOfMemory(message: string): boolean {
  return /RuntimeError|memory|bad_alloc|Aborted/i.test(message);
}
