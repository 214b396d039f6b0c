/** What draws sessions to trainers who have many already, under a step price. */
import type { SearchState } from "../score/state.js";

/** What a square of a trainer's sessions weighs against her step price. */
const CROWDING = 0.03;

/**
 * Less the more unevenly sessions are spread, so that trainers become free of any (the squares of bin packing's objectives;
 * Falkenauer, "A hybrid grouping genetic algorithm for bin packing", J. Heuristics 1996). 0 without step prices.
 */
export function crowding(state: SearchState): number {
  let sum = 0;
  for (const { load, held } of state.loads) {
    if (load.form !== "step" || load.price === 0) continue;
    let squares = 0;
    for (let t = 0; t < held.length; t++) squares += (held[t] as number) ** 2;
    sum -= CROWDING * load.price * squares;
  }
  return sum;
}
