/**
 * The cheapest team where no group has more than two seats: each group's members, or pairs of members, are listed with
 * what they cost together; then groups are searched one after the other, bounded by the completions of the rest.
 */
import { MAX_SEATS, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import { Completions } from "./completions.js";
import { FillingLists, type GroupFillings, roomFor } from "./fillings.js";
import type { PricingTables } from "./session-prices.js";
import { ROUNDING, raise, type Survivors } from "./survivors.js";

export class GroupSearch {
  private readonly data: ProblemData;
  private readonly tables: PricingTables;
  private readonly completions: Completions;
  private readonly fillings: GroupFillings[];
  private readonly stride: number;
  private readonly leastOfGroup = new Float64Array(4);
  private readonly grades: Uint8Array;
  /** survivors that sit, group by group */
  private readonly seated = new Int32Array(MAX_SEATS);
  private readonly lists: FillingLists;
  private survivors: Survivors | null = null;
  private best = 0;
  /** whether exceptions are counted only where they save */
  private loose = false;

  private team: Int32Array = new Int32Array(0);

  private promise = new Float64Array(64);
  private order = new Int32Array(64);
  /** how many of the first group's fillings are followed to the end before a bound is answered instead */
  private readonly patience: number;

  /** @param patience see above; Infinity for an exact price, always */
  constructor(data: ProblemData, tables: PricingTables, patience: number) {
    this.patience = patience;
    this.data = data;
    this.tables = tables;
    this.completions = new Completions(data, tables);
    this.lists = new FillingLists(data, tables);
    this.stride = this.lists.stride;
    this.grades = new Uint8Array(4 * this.stride);
    this.fillings = [0, 1, 2].map(() => roomFor(64, this.stride));
  }

  /** The exact price of the team that the last search found. */
  get found(): number {
    return this.best;
  }

  /** @returns the price of the cheapest team under `best`, whose candidates are written to `team`; else `best` */
  search(survivors: Survivors, best: number, team: Int32Array): number {
    this.loose = false;
    this.team = team;
    const crossPairs = this.lay(survivors, best);
    return crossPairs === Number.POSITIVE_INFINITY ? best : this.bestFirst(survivors, crossPairs);
  }

  /** The least that any team can cost, where exceptions save but never cost. */
  least(survivors: Survivors, best: number): number {
    this.loose = true;
    const crossPairs = this.lay(survivors, best);
    const fillings = this.fillings[0] as GroupFillings;
    let least = best;
    for (let f = 0; f < fillings.count && crossPairs < Number.POSITIVE_INFINITY; f++) {
      const rest = this.completions.cheapest(1, fillings.grades, fillings.at[f] as number);
      least = Math.min(least, crossPairs + (fillings.price[f] as number) + rest);
    }
    return least;
  }

  /** Lists all groups' fillings and what the later ones can add; answers the pairs across groups, Infinity for no team. */
  private lay(survivors: Survivors, best: number): number {
    const { data, completions, leastOfGroup: least } = this;
    const { groups, session, first, plainPairs } = survivors;
    this.survivors = survivors;
    this.best = best;
    let crossPairs = plainPairs;
    for (let k = 0; k < groups; k++) if (data.groupSeats[first + k] === 2) crossPairs -= data.pairs.base;
    let all = crossPairs;
    for (let k = 0; k < groups; k++) all += least[k] = this.leastOf(k, survivors);
    completions.begin(session, groups, 0);
    for (let k = groups - 1; k >= 0; k--) {
      all -= least[k] as number;
      least[k] = this.lists.list(this.fillings[k] as GroupFillings, k, survivors, best - all, this.loose);
      if (least[k] === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
      all += least[k] as number;
    }
    for (let k = groups - 1; k > 0; k--) {
      // The groups listed after it have become dearer since: what is beaten now need not be looked at.
      this.lists.thinTo(this.fillings[k] as GroupFillings, best - (all - (least[k] as number)));
      let before = crossPairs;
      for (let i = 0; i < k; i++) before += least[i] as number;
      completions.add(k, MAX_SEATS, 0, this.fillings[k] as GroupFillings, best - before);
    }
    return crossPairs;
  }

  /** The first group's fillings in the order of what each can lead to at best; the rest of the team by depth first. */
  private bestFirst(survivors: Survivors, crossPairs: number): number {
    const fillings = this.fillings[0] as GroupFillings;
    if (this.order.length < fillings.count) {
      this.promise = new Float64Array(2 * fillings.count);
      this.order = new Int32Array(2 * fillings.count);
    }
    const { completions, promise, order } = this;
    let waiting = 0;
    for (let f = 0; f < fillings.count; f++) {
      const price = crossPairs + (fillings.price[f] as number);
      const least = price + completions.cheapest(1, fillings.grades, fillings.at[f] as number);
      if (least >= this.best - ROUNDING) continue;
      promise[f] = least;
      order[waiting++] = f;
    }
    order.subarray(0, waiting).sort((a, b) => (promise[a] as number) - (promise[b] as number));
    this.grades.fill(0, 0, survivors.needs);
    for (let i = 0; i < waiting; i++) {
      const least = promise[order[i] as number] as number;
      if (least >= this.best - ROUNDING) break;
      // What is left could be cheaper by the rest of this difference: the price is then a bound instead of exact.
      if (i === this.patience) return least;
      this.fill(0, order[i] as number, 0, crossPairs, crossPairs);
    }
    return this.best;
  }

  /** The least that a group's fillings can cost, in-group pairs at the usual cost or less. */
  private leastOf(k: number, survivors: Survivors): number {
    const { pairs, groupSeats } = this.data;
    const one = survivors.leastOf(k);
    return groupSeats[survivors.first + k] === 2 ? 2 * one + pairs.base : one;
  }

  /** Fills group after group; costs are of those who sit (exact, and reduced), both with all pairs across groups. */
  private next(k: number, seats: number, cost: number, reduced: number): void {
    const { completions, stride, grades, seated } = this;
    const { survivors } = this;
    if (!survivors) return;
    const { groups } = survivors;
    if (k === groups) {
      const total = cost + completions.cheapest(k, grades, k * stride);
      if (total >= this.best) return;
      this.best = total;
      for (let i = 0; i < seats; i++) this.team[i] = survivors.candidate[seated[i] as number] as number;
      return;
    }
    const fillings = this.fillings[k] as GroupFillings;
    let rest = 0;
    for (let i = k + 1; i < groups; i++) rest += this.leastOfGroup[i] as number;
    for (let f = 0; f < fillings.count; f++)
      if (reduced + (fillings.price[f] as number) + rest < this.best - ROUNDING) this.fill(k, f, seats, cost, reduced);
  }

  /** Seats one filling of a group, and goes on with the next group. */
  private fill(k: number, f: number, seats: number, cost: number, reduced: number): void {
    const { completions, stride, grades, seated, survivors, data } = this;
    if (!survivors) return;
    const { needs } = survivors;
    const fillings = this.fillings[k] as GroupFillings;
    let nextReduced = reduced + (fillings.price[f] as number);
    for (let n = 0; n < needs; n++) grades[(k + 1) * stride + n] = grades[k * stride + n] as number;
    raise(grades, (k + 1) * stride, fillings.grades, fillings.at[f] as number, needs);
    if (nextReduced + completions.cheapest(k + 1, grades, (k + 1) * stride) >= this.best - ROUNDING) return;
    let nextCost = cost + (fillings.truth[f] as number);
    let last = seats;
    for (const i of [fillings.one[f] as number, fillings.two[f] as number]) {
      if (i < 0) continue;
      if (this.tables.uncleanAcross[survivors.candidate[i] as number])
        for (let s = 0; s < seats; s++) {
          const extra =
            pairCost(data.pairs, survivors.trainer(i), survivors.trainer(seated[s] as number)) - data.pairs.base;
          nextCost += extra;
          if (extra > 0) nextReduced += extra;
        }
      seated[last++] = i;
    }
    if (nextReduced < Number.POSITIVE_INFINITY) this.next(k + 1, last, nextCost, nextReduced);
  }
}
