/** Waiting for work that may be late, on a clock and a timer that are handed in. */
import type { RepairOptions } from "./types.js";

/** Milliseconds between two looks at whether it is late. */
const LOOK_MS = 25;
/** Milliseconds that are waited for it once all is to end: a thread that is only starting takes seconds to hear of it. */
const ENDING_MS = 300;

/**
 * What a piece of work comes to, or null where it is not done by then: it is left to itself, and nobody hears of it.
 * Where all is to end, it is so soon after.
 * @param end in milliseconds of the clock
 */
export async function inTime<T>(
  work: Promise<T>,
  end: number,
  { clock, wait, signal }: Pick<RepairOptions, "clock" | "wait" | "signal">,
): Promise<T | null> {
  let done = false;
  const finished = work.finally(() => {
    done = true;
  });
  finished.catch(() => undefined);
  let [last, isEnding] = [end, false];
  while (!done && clock() < last) {
    await Promise.race([finished, wait(LOOK_MS)]);
    if (isEnding || signal?.aborted !== true) continue;
    [last, isEnding] = [Math.min(end, clock() + ENDING_MS), true];
  }
  return done ? finished : null;
}
