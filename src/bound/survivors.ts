/** Members of one slot who may be in a cheapest team, group by group, with their prices: what the searches work on. */
import { GRADES, type ProblemData } from "../problem/data.js";
import type { PricingTables } from "./session-prices.js";

/** Teams that are dearer by no more than this are as good as the cheapest: what adding up in another order may change. */
export const ROUNDING = 1e-9;

/** Raises `needs` grades from `at` on to those of a class where they are higher. */
export function raise(grades: Uint8Array, at: number, of: Uint8Array, from: number, needs: number): void {
  for (let n = 0; n < needs; n++) {
    const grade = of[from + n] as number;
    if (grade > (grades[at + n] as number)) grades[at + n] = grade;
  }
}

export class Survivors {
  readonly data: ProblemData;
  readonly tables: PricingTables;
  /** group by group; in team searches of two single seats cheapest first within a group */
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
  needs = 0;
  /** all pairs of the team at the usual cost */
  plainPairs = 0;
  private readonly cleanPrices: Float64Array;
  private readonly taken: Int32Array;
  /** the best grades of each of three groups, and of a member's company */
  private readonly grades: Uint8Array;

  constructor(data: ProblemData, tables: PricingTables, seats: number) {
    this.data = data;
    this.tables = tables;
    const room = 3 * tables.maxEntries + 3;
    this.candidate = new Int32Array(room);
    this.price = new Float64Array(room);
    this.reduced = new Float64Array(room);
    this.taken = new Int32Array(tables.maxClasses);
    this.grades = new Uint8Array(4 * tables.maxNeeds);
    this.cleanPrices = new Float64Array(tables.maxClasses * seats);
  }

  /**
   * Picks the survivors of a slot. With as many cheaper members of the same class as the group has seats, all free of
   * exceptions, one of them can always take a member's place: she is dropped.
   * @returns false where some group has nobody
   */
  pick(slot: number, prices: Float64Array): boolean {
    const { data } = this;
    this.session = data.shape.sessionOf[slot] as number;
    this.first = data.groupStart[this.session] as number;
    this.groups = (data.groupStart[this.session + 1] as number) - this.first;
    this.needs = (data.coverStart[this.session + 1] as number) - (data.coverStart[this.session] as number);
    const size = data.teamSize[this.session] as number;
    this.plainPairs = ((size * (size - 1)) / 2) * data.pairs.base;
    let end = 0;
    for (let k = 0; k < this.groups; k++) {
      this.from[k] = end;
      end = this.pickGroup(this.first + k, (data.entryList[slot] as number) + k, prices, end);
      if (end === this.from[k]) return false;
      this.end[k] = end;
    }
    return true;
  }

  private pickGroup(group: number, list: number, prices: Float64Array, at: number): number {
    const { data, cleanPrices, candidate, price, reduced } = this;
    const { unclean, saving } = this.tables;
    const seats = data.groupSeats[group] as number;
    const classes = (data.classStart[group + 1] as number) - (data.classStart[group] as number);
    cleanPrices.fill(Number.POSITIVE_INFINITY, 0, classes * seats);
    const [from, to] = [data.entryStart[list] as number, data.entryStart[list + 1] as number];
    for (let e = from; e < to; e++) {
      const c = data.entryCandidate[e] as number;
      if (unclean[c]) continue;
      const p = prices[c] as number;
      const base = (data.candidateClass[c] as number) * seats;
      if (p >= (cleanPrices[base + seats - 1] as number)) continue;
      let k = base + seats - 1;
      for (; k > base && (cleanPrices[k - 1] as number) > p; k--) cleanPrices[k] = cleanPrices[k - 1] as number;
      cleanPrices[k] = p;
    }
    let end = at;
    for (let e = from; e < to; e++) {
      const c = data.entryCandidate[e] as number;
      const p = prices[c] as number;
      if (p === Number.POSITIVE_INFINITY) continue;
      const limit = cleanPrices[(data.candidateClass[c] as number) * seats + seats - 1] as number;
      if (p > limit && p - (saving[c] as number) >= limit) continue;
      let k = end++;
      for (; k > at && (price[k - 1] as number) > p; k--) {
        price[k] = price[k - 1] as number;
        candidate[k] = candidate[k - 1] as number;
        reduced[k] = reduced[k - 1] as number;
      }
      price[k] = p;
      candidate[k] = c;
      reduced[k] = p - (saving[c] as number) / 2;
    }
    return end;
  }

  /** How many pairs the largest group with two seats has. */
  fillings(): number {
    let most = 0;
    for (let k = 0; k < this.groups; k++) {
      const members = (this.end[k] as number) - (this.from[k] as number);
      if (this.data.groupSeats[this.first + k] === 2) most = Math.max(most, (members * (members - 1)) / 2);
    }
    return most;
  }

  /** Keeps of each class as many as the group has seats, those of the least reduced price: enough for a bound. */
  keepLeast(): void {
    const { data } = this;
    for (let k = 0; k < this.groups; k++) {
      const seats = data.groupSeats[this.first + k] as number;
      const [from, end] = [this.from[k] as number, this.end[k] as number];
      for (let i = from + 1; i < end; i++)
        for (let j = i; j > from && (this.reduced[j - 1] as number) > (this.reduced[j] as number); j--)
          this.swap(j - 1, j);
      this.taken.fill(0);
      let kept = from;
      for (let i = from; i < end; i++) {
        const cls = data.candidateClass[this.candidate[i] as number] as number;
        if ((this.taken[cls] as number) >= seats) continue;
        this.taken[cls] = (this.taken[cls] as number) + 1;
        this.swap(kept++, i);
      }
      this.end[k] = kept;
    }
  }

  private swap(i: number, j: number): void {
    const { price, reduced, candidate } = this;
    [price[i], price[j]] = [price[j] as number, price[i] as number];
    [reduced[i], reduced[j]] = [reduced[j] as number, reduced[i] as number];
    [candidate[i], candidate[j]] = [candidate[j] as number, candidate[i] as number];
  }

  /** Keeps the cheapest few of each class: enough for a good team, not for a proof. */
  keepFew(few: number): void {
    const { data } = this;
    for (let k = 0; k < this.groups; k++) {
      const seats = data.groupSeats[this.first + k] as number;
      this.taken.fill(0);
      let kept = this.from[k] as number;
      for (let i = kept; i < (this.end[k] as number); i++) {
        const c = this.candidate[i] as number;
        const cls = data.candidateClass[c] as number;
        if ((this.taken[cls] as number) >= few * seats) continue;
        this.taken[cls] = (this.taken[cls] as number) + 1;
        this.price[kept] = this.price[i] as number;
        this.reduced[kept] = this.reduced[i] as number;
        this.candidate[kept++] = c;
      }
      this.end[k] = kept;
    }
  }

  /** Drops those with whom even the best that the others could bring cannot come under `best`, a known team's price. */
  dropBeaten(best: number): void {
    const { data, needs, grades } = this;
    const seatsOf = (k: number): number => data.groupSeats[this.first + k] as number;
    let base = this.plainPairs;
    for (let k = 0; k < this.groups; k++) {
      base += seatsOf(k) * this.leastOf(k);
      grades.fill(0, k * needs, (k + 1) * needs);
      for (let i = this.from[k] as number; i < (this.end[k] as number); i++)
        raise(grades, k * needs, data.grade, this.gradesOf(k, i), needs);
    }
    const firstNeed = data.coverStart[this.session] as number;
    const others = 3 * needs;
    for (let k = 0; k < this.groups; k++) {
      grades.fill(0, others, others + needs);
      for (let o = 0; o < this.groups; o++)
        if (o !== k || seatsOf(k) > 1) raise(grades, others, grades, o * needs, needs);
      const least = this.leastOf(k);
      let kept = this.from[k] as number;
      for (let i = kept; i < (this.end[k] as number); i++) {
        let price = base - least + (this.reduced[i] as number);
        const own = this.gradesOf(k, i);
        for (let n = 0; n < needs && price < best; n++) {
          const [a, b] = [data.grade[own + n] as number, grades[others + n] as number];
          price += data.coverCost[(firstNeed + n) * GRADES + Math.max(a, b)] as number;
        }
        if (price >= best && this.reduced[i] !== least) continue;
        this.price[kept] = this.price[i] as number;
        this.reduced[kept] = this.reduced[i] as number;
        this.candidate[kept++] = this.candidate[i] as number;
      }
      this.end[k] = kept;
    }
  }

  /** Where the grades of a survivor start in the problem's `grade`. */
  gradesOf(k: number, i: number): number {
    const { data } = this;
    const cls = data.candidateClass[this.candidate[i] as number] as number;
    return data.gradeStart[(data.classStart[this.first + k] as number) + cls] as number;
  }

  /** The least reduced price of a group. */
  leastOf(k: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let i = this.from[k] as number; i < (this.end[k] as number); i++)
      least = Math.min(least, this.reduced[i] as number);
    return least;
  }

  /** The trainer of a survivor. */
  trainer(i: number): number {
    return this.data.candidateTrainer[this.candidate[i] as number] as number;
  }
}
