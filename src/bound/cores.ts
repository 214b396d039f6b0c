/**
 * The core of each slot: the members who are in some team that is nearly its cheapest at the bound's prices. A search
 * that looks at these alone seldom misses anything, and has a fraction of the members to look at (the core problem of
 * Caprara, Fischetti and Toth, "A heuristic method for the set covering problem", Operations Research 1999).
 */
import type { ProblemData } from "../problem/data.js";
import { grainOf } from "./grain.js";
import type { Lagrangian } from "./lagrangian.js";

/** How far above the slot's cheapest team, in grains, her cheapest team may be. */
const MARGIN = 0.4;
/** Members of each group that are kept whatever they cost. */
const FEW = 6;
/** Changes of prices after which a core is worked out anew, when it is next asked for. */
const STALE = 8;

/** The members of one slot's core, group by group, with what the search wants to know of each. */
export interface Core {
  /** by group k: where its members start; one more for the end */
  readonly start: Int32Array;
  readonly candidate: Int32Array;
  readonly trainer: Int32Array;
  /** what she costs in this slot by herself */
  readonly own: Float64Array;
  /** what the rows that she would use are worth at the prices of the core */
  readonly ahead: Float64Array;
}

export class Cores {
  private readonly data: ProblemData;
  private readonly lagrangian: Lagrangian;
  private readonly margin: number;
  /** by slot; null where it was never asked for */
  private readonly cores: (Core | null)[];
  /** by slot: the version of the prices that its core is of */
  private readonly version: Int32Array;
  private current = 0;
  private readonly scratch: Core;

  constructor(lagrangian: Lagrangian) {
    this.data = lagrangian.data;
    this.lagrangian = lagrangian;
    this.margin = MARGIN * grainOf(this.data);
    this.cores = new Array<Core | null>(this.data.shape.sessionOf.length).fill(null);
    this.version = new Int32Array(this.data.shape.sessionOf.length).fill(-1);
    const room = 3 * lagrangian.pricer.tables.maxEntries;
    this.scratch = {
      start: new Int32Array(4),
      candidate: new Int32Array(room),
      trainer: new Int32Array(room),
      own: new Float64Array(room),
      ahead: new Float64Array(room),
    };
  }

  /** Says that the Lagrangian's prices have changed. */
  outdate(): void {
    this.current++;
  }

  /** The core of a slot, of recent prices. */
  of(slot: number): Core {
    const core = this.cores[slot] as Core | null;
    if (core && this.current - (this.version[slot] as number) < STALE) return core;
    const renewed = this.renew(slot);
    this.cores[slot] = renewed;
    this.version[slot] = this.current;
    return renewed;
  }

  /**
   * Everybody with an entry in a slot, as a core.
   * @param foresee whether `ahead` is wanted too
   * @returns overwritten by the next call
   */
  whole(slot: number, foresee: boolean): Core {
    const { data, scratch } = this;
    const session = data.shape.sessionOf[slot] as number;
    const list = data.entryList[slot] as number;
    const firstGroup = data.groupStart[session] as number;
    const groups = (data.groupStart[session + 1] as number) - firstGroup;
    const rows = this.lagrangian.rowPrices(slot);
    const { start, candidate, trainer, own, ahead } = scratch;
    let n = 0;
    for (let k = 0; k < groups; k++) {
      start[k] = n;
      const role = data.groupRole[firstGroup + k] as number;
      for (let e = data.entryStart[list + k] as number; e < (data.entryStart[list + k + 1] as number); e++, n++) {
        const c = data.entryCandidate[e] as number;
        const t = data.candidateTrainer[c] as number;
        candidate[n] = c;
        trainer[n] = t;
        own[n] = (data.candidateCost[c] as number) + (data.entryCost[e] as number);
        ahead[n] = foresee ? rows.of(c, t, role) : 0;
      }
    }
    start[groups] = n;
    return scratch;
  }

  private renew(slot: number): Core {
    const { data, lagrangian } = this;
    const session = data.shape.sessionOf[slot] as number;
    const first = data.entryList[slot] as number;
    const firstGroup = data.groupStart[session] as number;
    const groups = (data.groupStart[session + 1] as number) - firstGroup;
    const prices = lagrangian.priceMembers(slot, true);
    const surplus = lagrangian.pricer.surplus(slot, prices);
    const rows = lagrangian.rowPrices(slot);
    const start = [0];
    const [candidate, trainer, own, ahead]: number[][] = [[], [], [], []];
    for (let k = 0; k < groups; k++) {
      const from = data.entryStart[first + k] as number;
      const count = (data.entryStart[first + k + 1] as number) - from;
      const role = data.groupRole[firstGroup + k] as number;
      const of = (i: number): number => surplus[data.entryCandidate[from + i] as number] as number;
      const limit = count > FEW ? Math.max(this.margin, nthOf(count, of, FEW)) : Number.POSITIVE_INFINITY;
      for (let e = from; e < from + count; e++) {
        const c = data.entryCandidate[e] as number;
        if (!((surplus[c] as number) <= limit)) continue;
        const t = data.candidateTrainer[c] as number;
        candidate.push(c);
        trainer.push(t);
        own.push((data.candidateCost[c] as number) + (data.entryCost[e] as number));
        ahead.push(rows.of(c, t, role));
      }
      start.push(candidate.length);
    }
    return {
      start: Int32Array.from(start),
      candidate: Int32Array.from(candidate),
      trainer: Int32Array.from(trainer),
      own: Float64Array.from(own),
      ahead: Float64Array.from(ahead),
    };
  }
}

/** The n-th least of some numbers, counted from 1. */
function nthOf(count: number, of: (i: number) => number, n: number): number {
  return Float64Array.from({ length: count }, (_, i) => of(i)).sort()[n - 1] as number;
}
