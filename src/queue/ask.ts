/** Plannings for others to solve. */
import type PgBoss from "pg-boss";
import type { SeasonSource, SolveOptions, SolveOutcome } from "../solve/api.js";
import { PLANNINGS, QueueError } from "./boss.js";
import { openAnswer, sealJob } from "./job.js";

/** Milliseconds between two looks for an answer. */
const LOOK_MS = 250;
/** Seconds that a worker has beside the planning's own time, to read and to answer; after them another one gets it. */
const GRACE_S = 60;
/** Seconds that a planning without a time may take. */
const LONGEST_S = 3600;

/**
 * A solver like `solve` that has every planning solved by whoever works on the queue, and waits. It tells of no event before
 * the end. An interruption takes the planning off the queue, where its worker has not begun.
 * @param key 32 bytes, the workers' too
 */
export function queueSolver(boss: PgBoss, key: Uint8Array) {
  return async (source: SeasonSource, options: SolveOptions): Promise<SolveOutcome> => {
    const { signal, startedAt: _, audit: __, ...sent } = options;
    const season = "bytes" in source ? source.bytes : Buffer.from(JSON.stringify(source.season));
    const expireInSeconds = Math.ceil(Number.isFinite(sent.time) ? sent.time + GRACE_S : LONGEST_S);
    const id = await boss.send(PLANNINGS, { sealed: sealJob(key, { season, options: sent }) }, { expireInSeconds });
    if (id === null) throw new QueueError("the queue takes no more plannings");
    try {
      return await answerTo(boss, key, id, signal);
    } finally {
      await boss.deleteJob(PLANNINGS, id);
    }
  };
}

async function answerTo(
  boss: PgBoss,
  key: Uint8Array,
  id: string,
  signal: AbortSignal | undefined,
): Promise<SolveOutcome> {
  for (;;) {
    const job = await boss.getJobById(PLANNINGS, id);
    if (job === null || job.state === "cancelled") throw new QueueError("a planning was taken off the queue");
    if (job.state === "failed")
      throw new QueueError("a planning was given up: its workers died, took too long, or have another key");
    if (job.state === "completed") {
      const { sealed } = job.output as { readonly sealed?: unknown };
      if (typeof sealed !== "string") throw new QueueError("a planning was answered by something else than a worker");
      const answer = openAnswer(key, sealed);
      if ("refused" in answer) throw new QueueError(answer.refused);
      return answer.outcome;
    }
    if (signal?.aborted === true) throw new QueueError("interrupted before the planning was answered");
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
