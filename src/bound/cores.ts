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

export class Cores {
  private readonly data: ProblemData;
  private readonly lagrangian: Lagrangian;
  private readonly margin: number;
  /** by entry list: entries of its core, ascending; null where it was never asked for */
  private readonly entries: (Int32Array | null)[];
  /** by slot: the version of the prices that its core is of */
  private readonly version: Int32Array;
  private current = 0;

  constructor(lagrangian: Lagrangian) {
    this.data = lagrangian.data;
    this.lagrangian = lagrangian;
    this.margin = MARGIN * grainOf(this.data);
    this.entries = new Array<Int32Array | null>(this.data.entryStart.length - 1).fill(null);
    this.version = new Int32Array(this.data.shape.sessionOf.length).fill(-1);
  }

  /** Says that the Lagrangian's prices have changed. */
  outdate(): void {
    this.current++;
  }

  /**
   * Makes sure that the core of a slot is at hand and of recent prices.
   * @returns by group k: entries, at the slot's first list + k
   */
  of(slot: number): readonly (Int32Array | null)[] {
    const age = this.version[slot] as number;
    if (age < 0 || this.current - age >= STALE) this.renew(slot);
    return this.entries;
  }

  private renew(slot: number): void {
    const { data, lagrangian } = this;
    this.version[slot] = this.current;
    const session = data.shape.sessionOf[slot] as number;
    const first = data.entryList[slot] as number;
    const groups = (data.groupStart[session + 1] as number) - (data.groupStart[session] as number);
    const prices = lagrangian.priceMembers(slot, true);
    const surplus = lagrangian.pricer.surplus(slot, prices);
    for (let k = 0; k < groups; k++) {
      const from = data.entryStart[first + k] as number;
      const count = (data.entryStart[first + k + 1] as number) - from;
      const of = (i: number): number => surplus[data.entryCandidate[from + i] as number] as number;
      const limit = count > FEW ? Math.max(this.margin, nthOf(count, of, FEW)) : Number.POSITIVE_INFINITY;
      const core: number[] = [];
      for (let i = 0; i < count; i++) if (of(i) <= limit) core.push(from + i);
      this.entries[first + k] = Int32Array.from(core);
    }
  }
}

/** The n-th least of some numbers, counted from 1. */
function nthOf(count: number, of: (i: number) => number, n: number): number {
  return Float64Array.from({ length: count }, (_, i) => of(i)).sort()[n - 1] as number;
}
