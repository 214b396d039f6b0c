/** The bound on a season's cost, raised while something else is under way. */
import { safeBound } from "../../bound/ascent.js";
import type { ProblemData } from "../../problem/data.js";
import { BoundEngine } from "../../solve/bound-partner.js";
import type { RepairOptions } from "./types.js";

/**
 * @param chunkMs milliseconds of one piece of work between two looks at what else has happened
 * @returns the bound, once the work is done
 */
export async function boundMeanwhile(
  data: ProblemData,
  work: Promise<void>,
  chunkMs: number,
  { clock, wait }: Pick<RepairOptions, "clock" | "wait">,
): Promise<number> {
  let [done, bound] = [false, 0];
  const finished = work.finally(() => {
    done = true;
  });
  finished.catch(() => undefined);
  const engine = new BoundEngine(data, clock);
  for (let spent = false; !done && !spent; ) {
    const report = engine.run({ rounds: Number.POSITIVE_INFINITY, ms: chunkMs, cost: Number.POSITIVE_INFINITY });
    bound = Math.max(bound, safeBound(report.value));
    spent = report.spent;
    await wait(0);
  }
  await finished;
  return bound;
}
