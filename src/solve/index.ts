/** Plans a season. */
import type { SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "./api.js";
import { planHere, planThere } from "./planner-thread.js";

export type * from "./api.js";
export { openReasons } from "./open-reasons.js";

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
  if (RUNS_SOURCES) return planHere(source, options, onEvent, () => options.signal?.aborted === true, 1);
  return planThere(source, options, onEvent);
}
