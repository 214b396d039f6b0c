/** Who is planned once more: where a gap is asked for, the time that some leave goes to those that are still above it. */
import type { SolveOutcome } from "../solve/api.js";
import { gapOf } from "../solve/stop.js";

/** A planning to go on with: its place in the row, and its time. */
export interface Again {
  readonly at: number;
  readonly seconds: number;
}

/** Nobody gets more than so many times what everybody had: the rest is not needed, and a run ends sooner. */
const MOST_TIMES = 20;
/** Less than so many seconds for one lead nowhere on a season that did not get there in its whole time. */
const LEAST_SECONDS = 1;

/**
 * Shares what is left of the time of all among those above the gap, alike, the widest gap first.
 * @param outcomes by place; null where none was planned, which leaves nothing to the others
 * @param asked seconds for each of the first round, and the relative gap that is near enough (0: no second round)
 */
export function timeAgain(
  outcomes: readonly (Pick<SolveOutcome, "cost" | "bound" | "ms"> | null)[],
  { time, gap = 0 }: { readonly time: number; readonly gap?: number },
): Again[] {
  if (gap <= 0) return [];
  const over: { readonly at: number; readonly gap: number }[] = [];
  let left = 0;
  outcomes.forEach((outcome, at) => {
    if (outcome === null) return;
    left += Math.max(0, time - outcome.ms / 1000);
    const reached = gapOf(outcome.cost, outcome.bound);
    if (reached > gap) over.push({ at, gap: reached });
  });
  const seconds = Math.min(time * MOST_TIMES, left / Math.max(1, over.length));
  if (seconds < LEAST_SECONDS) return [];
  return over.sort((a, b) => b.gap - a.gap).map(({ at }) => ({ at, seconds }));
}
