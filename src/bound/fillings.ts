/** What a group of one or two seats can be filled with: its members, or its pairs of members, priced together. */
import { GRADES, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import type { Fillings } from "./completions.js";
import type { PricingTables } from "./session-prices.js";
import { raise, type Survivors } from "./survivors.js";

/** A group's fillings with those who sit in each. */
export interface GroupFillings extends Fillings {
  /** exact prices in step with the reduced ones in `price`; both include in-group pairs and the group's own needs */
  truth: Float64Array;
  /** exact prices less all that cheap pairs could save, whoever the partners */
  deepest: Float64Array;
  /** what it covers of the needs that groups share, as one number (equal keys need not mean equal coverage past 26 needs) */
  key: Float64Array;
  /** 1 where a member meets an exception in another group */
  unclean: Uint8Array;
  /** survivors: one, or two */
  one: Int32Array;
  two: Int32Array;
}

/** Lists fillings of groups. */
export class FillingLists {
  private readonly data: ProblemData;
  private readonly tables: PricingTables;
  readonly stride: number;
  /** by key: exact price of the cheapest filling that is free of exceptions */
  private readonly cleanest = new Map<number, number>();
  private loose = false;

  constructor(data: ProblemData, tables: PricingTables) {
    this.data = data;
    this.tables = tables;
    this.stride = Math.max(1, tables.maxNeeds);
  }

  /**
   * Lists a group's fillings that cost less than `limit` and that no other makes needless.
   * @param loose whether exceptions are counted only where they save
   * @returns the least price among them, Infinity where there is none
   */
  list(to: GroupFillings, k: number, survivors: Survivors, limit: number, loose: boolean): number {
    this.loose = loose;
    const { data, tables } = this;
    const [from, end] = [survivors.from[k] as number, survivors.end[k] as number];
    const members = end - from;
    const two = data.groupSeats[survivors.first + k] === 2;
    const most = two ? (members * (members - 1)) / 2 : members;
    if (to.price.length < most) grow(to, 2 * most, this.stride);
    to.count = 0;
    for (let i = from; i < end; i++) {
      if (!two) {
        if ((survivors.reduced[i] as number) < limit) this.put(to, k, survivors, i, -1, 0, limit);
        continue;
      }
      for (let j = i + 1; j < end; j++) {
        const plain = (survivors.reduced[i] as number) + (survivors.reduced[j] as number);
        if (plain + data.pairs.base >= limit) continue;
        const exceptional =
          !this.loose &&
          tables.unclean[survivors.candidate[i] as number] &&
          tables.unclean[survivors.candidate[j] as number];
        const pair = exceptional ? pairCost(data.pairs, survivors.trainer(i), survivors.trainer(j)) : data.pairs.base;
        if (pair < Number.POSITIVE_INFINITY) this.put(to, k, survivors, i, j, pair, limit);
      }
    }
    return this.thin(to, survivors.needs);
  }

  /** Adds a filling, unless it alone costs `limit` or more with the needs that only this group can meet. */
  private put(
    to: GroupFillings,
    k: number,
    survivors: Survivors,
    i: number,
    j: number,
    pair: number,
    limit: number,
  ): void {
    const { data, stride, tables } = this;
    const { needs } = survivors;
    const at = to.count * stride;
    const own = survivors.gradesOf(k, i);
    for (let n = 0; n < needs; n++) to.grades[at + n] = data.grade[own + n] as number;
    let [price, truth] = [survivors.reduced[i] as number, survivors.price[i] as number];
    let unclean = this.loose ? 0 : (tables.uncleanAcross[survivors.candidate[i] as number] as number);
    let saving = tables.saving[survivors.candidate[i] as number] as number;
    if (j >= 0) {
      raise(to.grades, at, data.grade, survivors.gradesOf(k, j), needs);
      // What the pair saves is in the reduced prices already.
      price += (survivors.reduced[j] as number) + Math.max(pair, data.pairs.base);
      truth += (survivors.price[j] as number) + pair;
      saving += tables.saving[survivors.candidate[j] as number] as number;
      if (!this.loose) unclean |= tables.uncleanAcross[survivors.candidate[j] as number] as number;
    }
    const firstNeed = data.coverStart[survivors.session] as number;
    let [paid, key] = [0, 0];
    for (let n = 0; n < needs; n++) {
      const owner = tables.needOwner[firstNeed + n] as number;
      const grade = to.grades[at + n] as number;
      if (owner === k) paid += data.coverCost[(firstNeed + n) * GRADES + grade] as number;
      if (owner >= 0) to.grades[at + n] = 0;
      else key = key * GRADES + grade;
    }
    if (price + paid >= limit) return;
    to.price[to.count] = price + paid;
    to.truth[to.count] = (this.loose ? price : truth) + paid;
    to.deepest[to.count] = truth + paid - saving;
    to.key[to.count] = key;
    to.unclean[to.count] = unclean;
    to.one[to.count] = i;
    to.two[to.count] = j;
    to.at[to.count] = at;
    to.count++;
  }

  /**
   * Keeps, of each coverage, the cheapest filling that is free of exceptions, and those that could come cheaper for
   * theirs.
   */
  private thin(to: GroupFillings, needs: number): number {
    const { cleanest } = this;
    cleanest.clear();
    // Keys are exact while they fit a whole number: past that nothing is dropped.
    const exact = needs <= 26;
    for (let f = 0; f < to.count; f++)
      if (!to.unclean[f] && (to.truth[f] as number) < (cleanest.get(to.key[f] as number) ?? Number.POSITIVE_INFINITY))
        cleanest.set(to.key[f] as number, to.truth[f] as number);
    let kept = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let f = 0; f < to.count; f++) {
      const clean = cleanest.get(to.key[f] as number);
      const needless =
        clean !== undefined && (to.unclean[f] ? (to.deepest[f] as number) >= clean : (to.truth[f] as number) > clean);
      if (needless && exact) continue;
      least = Math.min(least, to.price[f] as number);
      copy(to, f, kept++);
    }
    to.count = kept;
    return least;
  }

  /** Drops the fillings that cost `limit` or more. */
  thinTo(to: GroupFillings, limit: number): void {
    let kept = 0;
    for (let f = 0; f < to.count; f++) if ((to.price[f] as number) < limit) copy(to, f, kept++);
    to.count = kept;
  }
}

function copy(to: GroupFillings, f: number, kept: number): void {
  to.price[kept] = to.price[f] as number;
  to.truth[kept] = to.truth[f] as number;
  to.deepest[kept] = to.deepest[f] as number;
  to.key[kept] = to.key[f] as number;
  to.unclean[kept] = to.unclean[f] as number;
  to.one[kept] = to.one[f] as number;
  to.two[kept] = to.two[f] as number;
  to.at[kept] = to.at[f] as number;
}

function grow(to: GroupFillings, fillings: number, stride: number): void {
  Object.assign(to, roomFor(fillings, stride));
}

/** Empty lists with room for some fillings. */
export function roomFor(fillings: number, stride: number): GroupFillings {
  return {
    count: 0,
    price: new Float64Array(fillings),
    truth: new Float64Array(fillings),
    deepest: new Float64Array(fillings),
    key: new Float64Array(fillings),
    unclean: new Uint8Array(fillings),
    one: new Int32Array(fillings),
    two: new Int32Array(fillings),
    at: new Int32Array(fillings),
    grades: new Uint8Array(fillings * stride),
  };
}
