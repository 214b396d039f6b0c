/** Tiny seasons with a plan that breaks no rule, in a state. */
import { allColumns, type Bench, benchOf } from "./compiled.js";
import { Random } from "./random.js";
import { tinySeason } from "./tiny-season.js";

/** A season and its state, with random columns placed wherever they fit. */
export function soundState(seed: number): Bench {
  const bench = benchOf(tinySeason(seed + 7000, { trainers: 6, sessions: 5 }));
  const random = new Random(seed);
  const all = allColumns(bench);
  for (let tries = 0; tries < 40 && all.length > 0; tries++) {
    const column = random.pick(all);
    if ((bench.state.chosen[bench.columns.sessionOf(column)] ?? 0) < 0 && bench.state.canPlace(column))
      bench.state.place(column);
  }
  return bench;
}
