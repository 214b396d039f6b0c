/** Back to what people know, session by session, as far as the other sessions of a plan let it. */
import type { SearchState } from "../../score/state.js";
import type { Baseline } from "./baseline.js";

/** Rounds over all sessions: one return can make way for another. */
const ROUNDS = 3;

/**
 * Gives each session of a plan the team again that people know, wherever that breaks no rule and nothing else moves.
 * @param chosen a plan within every hard rule
 * @returns by session a column, or −1; no session is open that was not
 */
export function returned(state: SearchState, baseline: Baseline, chosen: ArrayLike<number>): Int32Array {
  state.load(chosen);
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (let s = 0; s < baseline.column.length; s++) {
      const [was, is] = [baseline.column[s] as number, state.chosen[s] as number];
      if (was < 0 || was === is || (is >= 0 && !state.canRemove(s))) continue;
      const previous = state.data.links.previous[s] as number;
      if (previous >= 0 && (state.chosen[previous] as number) < 0) continue;
      if (is >= 0) state.remove(s);
      const fits = state.canPlace(was);
      if (fits || is >= 0) state.place(fits ? was : is);
      changed ||= fits;
    }
    if (!changed) break;
  }
  return Int32Array.from(state.chosen);
}
