/** Members of one slot who may be in a cheapest team, group by group, with their prices: what the searches work on. */
import { MAX_SEATS, type ProblemData } from "../problem/data.js";
import type { PricingTables } from "./session-prices.js";

/** Members of a slot, group by group: group k's candidates are `candidate` from from[k] to end[k] − 1. */
export interface Members {
  readonly candidate: Int32Array;
  readonly from: Int32Array;
  readonly end: Int32Array;
}

/** Members that are to be filled in, with room for so many. */
export function roomForMembers(room: number): Members {
  return membersIn(new Int32Array(room));
}

/** Members who lie in a list that is there already; which of them is to be filled in. */
export function membersIn(candidate: Int32Array): Members {
  return { candidate, from: new Int32Array(3), end: new Int32Array(3) };
}

export class Survivors {
  readonly data: ProblemData;
  readonly tables: PricingTables;
  /** group by group, cheapest first within a group until a search puts them in another order */
  readonly candidate: Int32Array;
  readonly price: Float64Array;
  /** prices less half of what cheap pairs could save: each pair saves its two members half of the difference */
  readonly reduced: Float64Array;
  /** by group of the session: its survivors */
  readonly from = new Int32Array(3);
  readonly end = new Int32Array(3);
  session = 0;
  /** the session's first group, and how many it has */
  first = 0;
  groups = 0;
  /** all pairs of the team at the usual cost */
  plainPairs = 0;
  private readonly cleanPrices: Float64Array;

  constructor(data: ProblemData, tables: PricingTables) {
    this.data = data;
    this.tables = tables;
    const room = 3 * tables.maxEntries + 3;
    this.candidate = new Int32Array(room);
    this.price = new Float64Array(room);
    this.reduced = new Float64Array(room);
    this.cleanPrices = new Float64Array(tables.maxClasses * MAX_SEATS);
  }

  /**
   * Picks the survivors of a slot. With as many cheaper members of the same class as the group has seats, all free of
   * exceptions, one of them can always take a member's place: she is dropped.
   * @param all true where nobody is dropped but at an infinite price, for those who want more than the cheapest team
   * @returns false where some group has too few for its seats
   */
  pick(slot: number, prices: Float64Array, among: Members, all = false): boolean {
    const { data } = this;
    this.session = data.shape.sessionOf[slot] as number;
    this.first = data.groupStart[this.session] as number;
    this.groups = (data.groupStart[this.session + 1] as number) - this.first;
    const size = data.teamSize[this.session] as number;
    this.plainPairs = ((size * (size - 1)) / 2) * data.pairs.base;
    let end = 0;
    for (let k = 0; k < this.groups; k++) {
      this.from[k] = end;
      end = this.pickGroup(k, among, prices, end, all);
      if (end - (this.from[k] as number) < (data.groupSeats[this.first + k] as number)) return false;
      this.end[k] = end;
    }
    return true;
  }

  private pickGroup(k: number, among: Members, prices: Float64Array, at: number, all: boolean): number {
    const { data, cleanPrices, candidate, price, reduced } = this;
    const group = this.first + k;
    const members = among.candidate;
    const { unclean, saving } = this.tables;
    const seats = data.groupSeats[group] as number;
    const classes = (data.classStart[group + 1] as number) - (data.classStart[group] as number);
    cleanPrices.fill(Number.POSITIVE_INFINITY, 0, classes * seats);
    const [from, to] = [among.from[k] as number, among.end[k] as number];
    for (let e = from; e < to && !all; e++) {
      const c = members[e] as number;
      if (unclean[c]) continue;
      const p = prices[c] as number;
      const base = (data.candidateClass[c] as number) * seats;
      if (p >= (cleanPrices[base + seats - 1] as number)) continue;
      let j = base + seats - 1;
      for (; j > base && (cleanPrices[j - 1] as number) > p; j--) cleanPrices[j] = cleanPrices[j - 1] as number;
      cleanPrices[j] = p;
    }
    let end = at;
    for (let e = from; e < to; e++) {
      const c = members[e] as number;
      const p = prices[c] as number;
      if (p === Number.POSITIVE_INFINITY) continue;
      const limit = cleanPrices[(data.candidateClass[c] as number) * seats + seats - 1] as number;
      if (p > limit && p - (saving[c] as number) >= limit) continue;
      let j = end++;
      for (; j > at && (price[j - 1] as number) > p; j--) {
        price[j] = price[j - 1] as number;
        candidate[j] = candidate[j - 1] as number;
        reduced[j] = reduced[j - 1] as number;
      }
      price[j] = p;
      candidate[j] = c;
      reduced[j] = p - (saving[c] as number) / 2;
    }
    return end;
  }

  /** Moves survivor `from` to place `to`, over whoever was there. */
  move(from: number, to: number): void {
    this.candidate[to] = this.candidate[from] as number;
    this.price[to] = this.price[from] as number;
    this.reduced[to] = this.reduced[from] as number;
  }

  /** The class of a survivor of group k, in the problem's count. */
  classOf(k: number, i: number): number {
    const { data } = this;
    return (data.classStart[this.first + k] as number) + (data.candidateClass[this.candidate[i] as number] as number);
  }

  /** The trainer of a survivor. */
  trainer(i: number): number {
    return this.data.candidateTrainer[this.candidate[i] as number] as number;
  }
}
