/**
 * What taking a slot would cost each trainer in sessions that she has to pass on: kept up as sessions come and go, so that
 * it need not be worked out for everybody each time. Only within one attempt; whoever changes the plan says so.
 */
import type { ProblemData } from "../problem/data.js";
import type { SearchState } from "../score/state.js";

/** Trainers times slots up to which sums are kept up; beyond it they are worked out when they are asked for. */
const MOST_KEPT = 4_000_000;
/** What one that clashes adds beside its weight, so that a sum tells how many they are; sums of counters stay far below. */
const ONE = 2 ** 32;
/** Stands for a session that cannot be passed on; that many never clash. */
const STAYS = 2 ** 48;

export class Burdens {
  private readonly data: ProblemData;
  private readonly state: SearchState;
  /** by session: how hard it is to place */
  private readonly counter: Float64Array;
  private readonly slots: number;
  /** trainer × slot: weights of what clashes, and ONE for each; empty where they are not kept */
  private readonly sum: Float64Array;
  /** kind of trainer × slot: slots that clash with it, where they were asked for */
  private readonly rivals: (Int32Array | undefined)[] = [];

  /** @param most trainers times slots up to which sums are kept up */
  constructor(state: SearchState, most = MOST_KEPT) {
    this.state = state;
    this.data = state.data;
    const { shape } = state.data;
    this.slots = shape.sessionOf.length;
    this.counter = new Float64Array(shape.sessions);
    const kept = shape.trainers * this.slots <= most ? shape.trainers * this.slots : 0;
    this.sum = new Float64Array(kept);
  }

  /** Begins with the plan as it stands, every session being as hard to place as any other. */
  begin(): void {
    this.counter.fill(1);
    if (this.sum.length === 0) return;
    this.sum.fill(0);
    this.state.diaries.slots.forEach((held, trainer) => {
      for (const slot of held) this.weigh(trainer, slot, 1);
    });
  }

  /** To be called after a session took a column, and before it leaves it. @param sign 1 or −1 */
  book(column: number, sign: 1 | -1): void {
    if (this.sum.length === 0) return;
    const slot = this.state.columns.slot[column] as number;
    for (const trainer of this.state.columns.teamOf(column)) this.weigh(trainer, slot, sign);
  }

  /** A session that has no place turned out to be harder to place. */
  raise(session: number): void {
    this.counter[session] = (this.counter[session] as number) + 1;
    if (this.sum.length === 0) return;
    // What comes before it in its series takes it along when it is passed on.
    const { previous } = this.data.links;
    for (let s = previous[session] as number; s >= 0; s = previous[s] as number) {
      const column = this.state.chosen[s] as number;
      if (column < 0) continue;
      const slot = this.state.columns.slot[column] as number;
      for (const trainer of this.state.columns.teamOf(column)) this.add(trainer, slot, 1);
    }
  }

  /**
   * The counters of all that a trainer would have to pass on for a slot: 0 where she is free.
   * @param most sessions that may clash
   * @returns Infinity where it is no way
   */
  of(trainer: number, slot: number, most: number): number {
    if (this.sum.length > 0) {
      const sum = this.sum[trainer * this.slots + slot] as number;
      if (sum < ONE) return sum;
      return sum < ONE * (most + 1) ? sum - ONE * Math.floor(sum / ONE) : Number.POSITIVE_INFINITY;
    }
    if (this.state.diaries.fits(trainer, slot)) return 0;
    const clashing = this.state.diaries.clashing(trainer, slot);
    if (clashing.length > most) return Number.POSITIVE_INFINITY;
    const sum = clashing.reduce((all, session) => all + this.weightOf(session), 0);
    return sum >= STAYS ? Number.POSITIVE_INFINITY : sum;
  }

  /** What passing on a session weighs: its counter and those of all that follow it in its series. */
  private weightOf(session: number): number {
    const { unstaffedCost, links } = this.data;
    let sum = 0;
    for (let s = session; s >= 0; s = links.next[s] as number)
      sum += unstaffedCost[s] === Number.POSITIVE_INFINITY ? STAYS : (this.counter[s] as number);
    return sum;
  }

  private weigh(trainer: number, slot: number, sign: 1 | -1): void {
    this.add(trainer, slot, sign * (this.weightOf(this.data.shape.sessionOf[slot] as number) + ONE));
  }

  private add(trainer: number, slot: number, weight: number): void {
    const { sum } = this;
    const base = trainer * this.slots;
    const rivals = this.rivalsOf(trainer, slot);
    for (let i = 0; i < rivals.length; i++) {
      const at = base + (rivals[i] as number);
      sum[at] = (sum[at] as number) + weight;
    }
  }

  private rivalsOf(trainer: number, slot: number): Int32Array {
    const { diaries } = this.state;
    const at = (diaries.kindOf[trainer] as number) * this.slots + slot;
    this.rivals[at] ??= Int32Array.from({ length: this.slots }, (_, g) => g).filter((g) =>
      diaries.clash(trainer, g, slot),
    );
    return this.rivals[at] as Int32Array;
  }
}
