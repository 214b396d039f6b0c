/**
 * The cheapest team of one slot under prices. Prices of members come in; what they cover and how they pair is
 * added here. Two single seats (most sessions) are looked through pair by pair; any other shape is `TeamSearch`'s.
 */
import { MAX_SEATS, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import { type PricingTables, pricingTables } from "./session-prices.js";
import { type Members, membersIn, Survivors } from "./survivors.js";
import { TeamSearch } from "./team-search.js";

/** Members tried before a bound on a large team's price has to do: proving which is cheapest can cost more than it gains. */
const PATIENCE = 50_000;
/** Entries up to which there is time to prove it all the same. */
const SMALL = 10_000;

export class TeamPricer {
  private readonly data: ProblemData;
  readonly tables: PricingTables;
  /** the cheapest team found: its candidates, seat by seat */
  readonly team = new Int32Array(MAX_SEATS);
  private readonly survivors: Survivors;
  private readonly larger: TeamSearch;
  private readonly leastPair: number;
  private readonly over: Float64Array;
  private readonly all: Members;

  /** @param patience members tried in one search before a bound on the team's price is answered */
  constructor(
    data: ProblemData,
    patience: number = data.entryCandidate.length <= SMALL ? Number.POSITIVE_INFINITY : PATIENCE,
  ) {
    this.data = data;
    this.tables = pricingTables(data);
    this.survivors = new Survivors(data, this.tables);
    this.larger = new TeamSearch(data, this.tables, this.survivors, this.team, patience);
    this.all = membersIn(data.entryCandidate);
    this.over = new Float64Array(data.candidateTrainer.length);
    this.leastPair = data.pairs.cost.reduce((a, b) => Math.min(a, b), data.pairs.base);
  }

  /**
   * Cheapest team of a slot.
   * @param prices by candidate of the whole problem: her price in this slot, for each entry of the slot; Infinity keeps
   * her out
   * @param limit a team must be cheaper than this to matter
   * @param among who is looked at; everybody with an entry where it is left out
   * @returns its price (members, pairs, cover; not the slot's own), Infinity where no team obeys the session's rules;
   * `team` then holds its candidates, −1 at its first place for none. No more than that where the answer is `limit` or
   * more, and past the patience: `team` then holds a good team, if any
   */
  cheapest(slot: number, prices: Float64Array, limit = Number.POSITIVE_INFINITY, among?: Members): number {
    const { survivors, tables, team } = this;
    team[0] = -1;
    if (!survivors.pick(slot, prices, among ?? this.everybody(slot))) return Number.POSITIVE_INFINITY;
    const table = tables.coverTableStart[survivors.session] as number;
    return table >= 0 ? this.searchTwo(survivors.first, table, limit) : this.larger.search(slot, limit);
  }

  /**
   * Visits every team of a slot that is cheaper than a limit, in no order; `team` then holds it.
   * @param among who is looked at
   * @param limit the first limit
   * @param visit told a team's price (members, pairs, cover), answers the limit from then on, never above the one before
   */
  each(slot: number, prices: Float64Array, among: Members, limit: number, visit: (price: number) => number): void {
    const { survivors, tables } = this;
    if (!survivors.pick(slot, prices, among, true)) return;
    const table = tables.coverTableStart[survivors.session] as number;
    if (table >= 0) this.eachOfTwo(survivors.first, table, limit, visit);
    else this.larger.each(slot, limit, visit);
  }

  private eachOfTwo(first: number, table: number, limit: number, visit: (price: number) => number): void {
    const { data, leastPair } = this;
    const { coverTable } = this.tables;
    const { candidate, price, from, end } = this.survivors;
    const classes = (data.classStart[first + 2] as number) - (data.classStart[first + 1] as number);
    const [b0, bEnd] = [from[1] as number, end[1] as number];
    let most = limit;
    for (let a = from[0] as number; a < b0; a++) {
      const c = candidate[a] as number;
      const p = price[a] as number;
      if (p + (price[b0] as number) + leastPair >= most) break;
      const row = table + (data.candidateClass[c] as number) * classes;
      const t = data.candidateTrainer[c] as number;
      for (let b = b0; b < bEnd && p + (price[b] as number) + leastPair < most; b++) {
        const d = candidate[b] as number;
        const cost =
          p +
          (price[b] as number) +
          (coverTable[row + (data.candidateClass[d] as number)] as number) +
          pairCost(data.pairs, t, data.candidateTrainer[d] as number);
        if (cost >= most) continue;
        this.team[0] = c;
        this.team[1] = d;
        most = visit(cost);
      }
    }
  }

  /** Writes the trainers of `team`, seat by seat, which must be a whole team of the session. */
  trainersOf(session: number, trainers: number[]): void {
    trainers.length = 0;
    for (let k = 0; k < (this.data.teamSize[session] as number); k++)
      trainers.push(this.data.candidateTrainer[this.team[k] as number] as number);
  }

  private everybody(slot: number): Members {
    const { data, all } = this;
    const session = data.shape.sessionOf[slot] as number;
    const groups = (data.groupStart[session + 1] as number) - (data.groupStart[session] as number);
    for (let k = 0; k < groups; k++) {
      const list = (data.entryList[slot] as number) + k;
      all.from[k] = data.entryStart[list] as number;
      all.end[k] = data.entryStart[list + 1] as number;
    }
    return all;
  }

  /** Two single seats: each pair of survivors, with what their classes cover read from a table. */
  private searchTwo(first: number, table: number, limit: number): number {
    const { data, leastPair } = this;
    const { unclean, coverTable } = this.tables;
    const { candidate, price, from, end } = this.survivors;
    const classes = (data.classStart[first + 2] as number) - (data.classStart[first + 1] as number);
    const [a0, b0, bEnd] = [from[0] as number, from[1] as number, end[1] as number];
    let best = limit;
    for (let a = a0; a < b0; a++) {
      const c = candidate[a] as number;
      const p = price[a] as number;
      if (p + (price[b0] as number) + leastPair >= best) break;
      const row = table + (data.candidateClass[c] as number) * classes;
      const plain = unclean[c] === 0;
      const t = data.candidateTrainer[c] as number;
      for (let b = b0; b < bEnd; b++) {
        const both = p + (price[b] as number);
        if (both + leastPair >= best) break;
        const d = candidate[b] as number;
        const cost =
          both +
          (coverTable[row + (data.candidateClass[d] as number)] as number) +
          (plain ? data.pairs.base : pairCost(data.pairs, t, data.candidateTrainer[d] as number));
        if (cost < best) {
          best = cost;
          this.team[0] = c;
          this.team[1] = d;
        }
      }
    }
    return best;
  }

  /**
   * By how much each member's cheapest team is dearer than the slot's cheapest, or so: pairs of their own cost count only
   * for what they could save, and in larger teams the credits stand for what the others cover.
   * @returns by candidate of the whole problem, set for those with an entry in the slot. Overwritten by the next call
   */
  surplus(slot: number, prices: Float64Array): Float64Array {
    const session = this.data.shape.sessionOf[slot] as number;
    if ((this.tables.coverTableStart[session] as number) < 0) this.cheapest(slot, prices);
    return this.surplusHere(slot, prices);
  }

  /** The same, for the slot and prices that `cheapest` was last asked for, with everybody looked at. */
  surplusHere(slot: number, prices: Float64Array): Float64Array {
    const { data, tables, over } = this;
    const session = data.shape.sessionOf[slot] as number;
    const first = data.groupStart[session] as number;
    const table = tables.coverTableStart[session] as number;
    const rest = table < 0 ? null : this.restOfTwo(slot, first, table, prices);
    for (let k = 0; first + k < (data.groupStart[session + 1] as number); k++) {
      const list = (data.entryList[slot] as number) + k;
      const classes = data.classStart[first + k] as number;
      for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
        const c = data.entryCandidate[e] as number;
        const cls = data.candidateClass[c] as number;
        const others = rest ? (rest[k]?.[cls] as number) : -this.larger.worthOf(k, classes + cls);
        over[c] = (prices[c] as number) - (tables.saving[c] as number) / 2 + others;
      }
    }
    return over;
  }

  /** Of two single seats: by group and class, what the other's cheapest member adds, less the slot's cheapest team. */
  private restOfTwo(
    slot: number,
    first: number,
    table: number,
    prices: Float64Array,
  ): readonly [Float64Array, Float64Array] {
    const { data, tables } = this;
    const leastOf = (k: number): Float64Array => {
      const count = (data.classStart[first + k + 1] as number) - (data.classStart[first + k] as number);
      const least = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
      const list = (data.entryList[slot] as number) + k;
      for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
        const c = data.entryCandidate[e] as number;
        const cls = data.candidateClass[c] as number;
        least[cls] = Math.min(least[cls] as number, prices[c] as number);
      }
      return least;
    };
    const [a, b] = [leastOf(0), leastOf(1)];
    const [restA, restB] = [a.slice().fill(Number.POSITIVE_INFINITY), b.slice().fill(Number.POSITIVE_INFINITY)];
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < a.length; i++)
      for (let j = 0; j < b.length; j++) {
        const cover = tables.coverTable[table + i * b.length + j] as number;
        restA[i] = Math.min(restA[i] as number, cover + (b[j] as number));
        restB[j] = Math.min(restB[j] as number, cover + (a[i] as number));
        best = Math.min(best, cover + (a[i] as number) + (b[j] as number));
      }
    if (best === Number.POSITIVE_INFINITY) best = 0;
    return [restA.map((r) => r - best), restB.map((r) => r - best)];
  }
}
