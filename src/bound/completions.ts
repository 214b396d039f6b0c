/**
 * How cheaply the rest of a team can be filled for each coverage that it can bring: a dynamic program, level by level
 * from the last (a level is a seat, or a whole group of seats). Needs that only one group can meet are paid once that
 * group is whole, so that what is left to tell coverages apart is what groups share. It knows no pairs across levels, so
 * what it says is never too dear; with those who sit already, it bounds a branch and bound from below, closely.
 */
import { GRADES, MAX_SEATS, type ProblemData } from "../problem/data.js";
import type { PricingTables } from "./session-prices.js";

/** Most coverages kept for a level; further ones are merged into the last, which keeps the bound valid. */
const MOST = 96;

/** What one level can be filled with. */
export interface Fillings {
  count: number;
  /** by filling */
  price: Float64Array;
  /** by filling: where its grades start in `grades` */
  at: Int32Array;
  grades: Uint8Array;
}

export class Completions {
  private readonly data: ProblemData;
  private readonly needOwner: Int8Array;
  private readonly stride: number;
  private readonly count = new Int32Array(MAX_SEATS + 1);
  /** by level × MOST */
  private readonly price = new Float64Array((MAX_SEATS + 1) * MOST);
  private readonly key = new Float64Array((MAX_SEATS + 1) * MOST);
  /** by level × MOST: places of the level's coverages, cheapest first */
  private readonly order = new Int32Array((MAX_SEATS + 1) * MOST);
  /** by (level × MOST) × stride */
  private readonly grades: Uint8Array;
  private readonly union: Uint8Array;
  /** by level: needs of groups from this one on are paid in the level's prices already */
  private readonly settledFrom = new Int32Array(MAX_SEATS + 1);
  private needs = 0;
  private firstNeed = 0;

  constructor(data: ProblemData, { maxNeeds, needOwner }: PricingTables) {
    this.data = data;
    this.needOwner = needOwner;
    this.stride = Math.max(1, maxNeeds);
    this.grades = new Uint8Array((MAX_SEATS + 1) * MOST * this.stride);
    this.union = new Uint8Array(this.stride);
  }

  /**
   * Starts afresh: beyond the last level there is nothing.
   * @param settledFrom needs of groups from this one on are in the fillings' prices, whatever the level
   */
  begin(session: number, levels: number, settledFrom: number): void {
    const { data, stride } = this;
    this.firstNeed = data.coverStart[session] as number;
    this.needs = (data.coverStart[session + 1] as number) - this.firstNeed;
    this.settledFrom[levels] = settledFrom;
    this.count[levels] = 1;
    this.price[levels * MOST] = 0;
    this.order[levels * MOST] = levels * MOST;
    this.grades.fill(0, levels * MOST * stride, levels * MOST * stride + this.needs);
  }

  /**
   * Adds a level before those that are there.
   * @param settle the group whose own needs are to be paid with this level; MAX_SEATS for none
   * @param settledFrom needs of groups from this one on are paid with this level and those after it
   * @param most outcomes that cost this much or more, from this level on, need not be kept
   */
  add(level: number, settle: number, settledFrom: number, fillings: Fillings, most: number): void {
    this.count[level] = 0;
    this.settledFrom[level] = settledFrom;
    const rests = (level + 1) * MOST;
    for (let i = 0; i < fillings.count; i++) {
      const own = fillings.price[i] as number;
      for (let j = 0; j < (this.count[level + 1] as number); j++) {
        const rest = this.order[rests + j] as number;
        if (own + (this.price[rest] as number) >= most) break;
        this.join(level, fillings.grades, fillings.at[i] as number, rest, own, settle);
      }
    }
    this.sort(level);
  }

  /** Adds one filling to the coverage at place `rest` of the level after; pays the needs of group `settle`. */
  private join(level: number, own: Uint8Array, ownAt: number, rest: number, price: number, settle: number): void {
    const { data, needs, stride, union, needOwner, firstNeed, grades } = this;
    const at = rest * stride;
    let key = 0;
    let total = price + (this.price[rest] as number);
    for (let n = 0; n < needs; n++) {
      const [a, b] = [own[ownAt + n] as number, grades[at + n] as number];
      let grade = Math.max(a, b);
      if (needOwner[firstNeed + n] === settle) {
        total += data.coverCost[(firstNeed + n) * GRADES + grade] as number;
        grade = 0;
      }
      union[n] = grade;
      key = key * GRADES + grade;
    }
    if (total === Number.POSITIVE_INFINITY) return;
    const base = level * MOST;
    const count = this.count[level] as number;
    let i = 0;
    while (i < count && this.key[base + i] !== key) i++;
    if (i === MOST) i = MOST - 1;
    const to = (base + i) * stride;
    if (i === count) {
      this.count[level] = count + 1;
      this.key[base + i] = key;
      this.price[base + i] = total;
      for (let n = 0; n < needs; n++) grades[to + n] = union[n] as number;
      return;
    }
    // The same coverage, or a merger: the cheaper price with the better coverage of both.
    if (total < (this.price[base + i] as number)) this.price[base + i] = total;
    for (let n = 0; n < needs; n++)
      if ((union[n] as number) > (grades[to + n] as number)) grades[to + n] = union[n] as number;
  }

  /** Orders a level's coverages, cheapest first. */
  private sort(level: number): void {
    const { order, price } = this;
    const from = level * MOST;
    for (let i = from, end = from + (this.count[level] as number); i < end; i++) {
      const p = price[i] as number;
      let k = i;
      for (; k > from && (price[order[k - 1] as number] as number) > p; k--) order[k] = order[k - 1] as number;
      order[k] = i;
    }
  }

  /** The least that levels `level` … can cost with what the needs cost then, given the grades of those who sit before. */
  cheapest(level: number, grades: Uint8Array, at: number): number {
    const { data, needs, stride, firstNeed, needOwner } = this;
    const settled = this.settledFrom[level] as number;
    let best = Number.POSITIVE_INFINITY;
    for (let place = level * MOST, end = place + (this.count[level] as number); place < end; place++) {
      const i = this.order[place] as number;
      let cost = this.price[i] as number;
      if (cost >= best) break;
      for (let n = 0; n < needs && cost < best; n++) {
        if ((needOwner[firstNeed + n] as number) >= settled) continue;
        const [a, b] = [grades[at + n] as number, this.grades[i * stride + n] as number];
        cost += data.coverCost[(firstNeed + n) * GRADES + Math.max(a, b)] as number;
      }
      if (cost < best) best = cost;
    }
    return best;
  }
}
