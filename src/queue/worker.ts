/** Plannings of others, solved. */
import type PgBoss from "pg-boss";
import type { SeasonSource, SolveOptions, SolveOutcome } from "../solve/api.js";
import { PLANNINGS } from "./boss.js";
import { type JobAnswer, openJob, sealAnswer } from "./job.js";
import { SealError } from "./seal.js";

/** Seconds between two looks for work. */
const LOOK_S = 0.5;

export interface WorkerPorts {
  readonly solve: (source: SeasonSource, options: SolveOptions) => Promise<SolveOutcome>;
  /** hears of each planning that ended: whether it has an outcome */
  readonly onDone: (isSolved: boolean) => void;
}

/**
 * Takes plannings off the queue, one at a time, and answers each. Returns at once; `boss.stop()` ends it when the planning
 * under way is answered.
 * @param key 32 bytes, the askers' too
 */
export async function work(boss: PgBoss, key: Uint8Array, { solve, onDone }: WorkerPorts): Promise<void> {
  const options = { pollingIntervalSeconds: LOOK_S, batchSize: 1 };
  await boss.work<{ readonly sealed: string }>(PLANNINGS, options, async ([job]) => {
    if (job === undefined) return undefined;
    const answer = await answerOf(key, job.data.sealed, solve);
    onDone("outcome" in answer);
    return { sealed: sealAnswer(key, answer) };
  });
}

/**
 * Whatever is wrong goes back sealed: the queue itself is told nothing of a season.
 * @throws SealError where the key is not the asker's
 */
async function answerOf(key: Uint8Array, sealed: string, solve: WorkerPorts["solve"]): Promise<JobAnswer> {
  try {
    const { season, options } = openJob(key, sealed);
    return { outcome: await solve({ bytes: season }, options) };
  } catch (error) {
    // Somebody else may have its key: the queue gives it to the next worker.
    if (error instanceof SealError) throw error;
    return { refused: error instanceof Error ? error.message : "a worker failed" };
  }
}
