/** The thread in which HiGHS runs: takes a task, sends progress, sends one answer, waits for the next. */
import { parentPort } from "node:worker_threads";
import type { FromWorker, Progress, Task } from "./protocol.js";
import { openHighs, runHighs } from "./run-highs.js";

/** HiGHS reports bounds thousands of times a second; more often than this nobody can use them. */
const MS_BETWEEN_BOUNDS = 20;

const port = parentPort;
if (port === null) throw new Error("worker.js is the body of a worker thread; call solveMip instead of running it");

const send = (message: FromWorker): void => port.postMessage(message);
const loading = openHighs();

port.on("message", async (task: Task) => {
  let lastSent = Number.NEGATIVE_INFINITY;
  const onProgress = (progress: Progress): void => {
    const now = performance.now();
    if (progress.x === null && now - lastSent < MS_BETWEEN_BOUNDS) return;
    lastSent = now;
    send({ type: "progress", progress });
  };
  try {
    send({ type: "answer", answer: runHighs(await loading, task, onProgress) });
  } catch (error) {
    send({ type: "fault", message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
  }
});
