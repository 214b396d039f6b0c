/** A plan whose sessions are being passed on: those that wait for a place, and what each that was touched had before. */
import type { ProblemData } from "../problem/data.js";
import type { SearchState } from "../score/state.js";

export class Passing {
  private readonly data: ProblemData;
  private readonly state: SearchState;
  /** sessions that wait for a place, the next one last */
  readonly pool: number[] = [];
  /** by session that was touched: the column that it had, −1 for none */
  private readonly before = new Map<number, number>();

  private readonly onLeave: (column: number) => void;

  /** @param onLeave hears of each column before it is passed on */
  constructor(state: SearchState, onLeave: (column: number) => void = () => undefined) {
    this.data = state.data;
    this.state = state;
    this.onLeave = onLeave;
  }

  /** Begins with the plan as it stands. */
  begin(): void {
    this.pool.length = 0;
    this.before.clear();
  }

  /** Notes what a session has now, before it is changed for the first time. */
  touch(session: number): void {
    if (!this.before.has(session)) this.before.set(session, this.state.chosen[session] as number);
  }

  /** Takes the session whose turn it is off the pool: what comes before it in its series goes first. */
  next(): number {
    const { data, pool } = this;
    let at = pool.length - 1;
    for (;;) {
      const previous = data.links.previous[pool[at] as number] as number;
      const place = previous >= 0 ? pool.indexOf(previous) : -1;
      if (place < 0) break;
      at = place;
    }
    return pool.splice(at, 1)[0] as number;
  }

  /** Takes a session out, and what follows it in its series; one that is open already stays so. */
  passOn(session: number): void {
    const { state, data, pool } = this;
    // A session that must be staffed stays; what follows one that need not be need not be either.
    if (data.unstaffedCost[session] === Number.POSITIVE_INFINITY || (state.chosen[session] as number) < 0) return;
    const next = data.links.next[session] as number;
    if (next >= 0 && (state.chosen[next] as number) >= 0) this.passOn(next);
    this.touch(session);
    this.onLeave(state.chosen[session] as number);
    state.remove(session);
    pool.push(session);
  }

  /** Puts everything back where it was at the beginning. */
  restore(): void {
    const { state, data, before } = this;
    const sessions = [...before.keys()];
    // Whatever was touched goes, with all that follows it, which was touched too; the pool is emptied below.
    for (const s of sessions) this.passOn(s);
    const put = (s: number): void => {
      const column = before.get(s);
      if (column === undefined || column < 0 || (state.chosen[s] as number) >= 0) return;
      const previous = data.links.previous[s] as number;
      if (previous >= 0) put(previous);
      state.place(column);
    };
    for (const s of sessions) put(s);
    this.pool.length = 0;
  }
}
