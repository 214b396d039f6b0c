/** Waiting for work that may be late, on a clock and a timer that are handed in. */
import type { RepairOptions } from "./types.js";

/** Milliseconds between two looks at whether it is late. */
const LOOK_MS = 25;

/**
 * What a piece of work comes to, or null where it is not done by then: it is left to itself, and nobody hears of it.
 * @param end in milliseconds of the clock
 */
export async function inTime<T>(
  work: Promise<T>,
  end: number,
  { clock, wait }: Pick<RepairOptions, "clock" | "wait">,
): Promise<T | null> {
  let done = false;
  const finished = work.finally(() => {
    done = true;
  });
  finished.catch(() => undefined);
  while (!done && clock() < end) await Promise.race([finished, wait(LOOK_MS)]);
  return done ? finished : null;
}
