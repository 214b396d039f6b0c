/**
 * The cheapest team of one slot under prices, exactly. Prices of members come in; what they cover and how they pair is
 * added here. Members who cannot be in a cheapest team are dropped first: with as many cheaper members of the same
 * class as the group has seats, all free of exceptions, one of them can always take her place. What is left is searched
 * by branch and bound, seat by seat.
 */
import { GRADES, MAX_SEATS, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import { Completions } from "./completions.js";
import { type PricingTables, pricingTables } from "./session-prices.js";

/** Teams that are dearer by no more than this are as good as the cheapest: what adding up in another order may change. */
const ROUNDING = 1e-9;

export class TeamPricer {
  private readonly data: ProblemData;
  readonly tables: PricingTables;
  /** survivors of each group, one after the other, cheapest first within a group */
  private readonly candidate: Int32Array;
  private readonly price: Float64Array;
  private readonly from = new Int32Array(3);
  private readonly end = new Int32Array(3);
  private readonly cleanPrices: Float64Array;
  /** the cheapest team found: its candidates, seat by seat */
  readonly team = new Int32Array(MAX_SEATS);
  private readonly trial = new Int32Array(MAX_SEATS);
  private readonly grades: Uint8Array;
  private readonly restGrades: Uint8Array;
  private best = 0;
  private session = 0;
  private seats = 0;
  private readonly groupOfSeat = new Int32Array(MAX_SEATS);
  private readonly restPrice = new Float64Array(MAX_SEATS + 1);
  /** prices less half of what cheap pairs could save, in step with `price` */
  private readonly reduced: Float64Array;
  /** all pairs of the team at the usual cost */
  private plainPairs = 0;
  private readonly completions: Completions;
  private needs = 0;
  private leastPair = 0;

  constructor(data: ProblemData) {
    this.data = data;
    this.tables = pricingTables(data);
    this.completions = new Completions(data, this.tables.maxNeeds, this.tables.maxClasses);
    const { maxEntries, maxClasses, maxNeeds } = this.tables;
    this.candidate = new Int32Array(3 * maxEntries + 3);
    this.price = new Float64Array(3 * maxEntries + 3);
    this.reduced = new Float64Array(3 * maxEntries + 3);
    this.cleanPrices = new Float64Array(maxClasses * MAX_SEATS);
    this.grades = new Uint8Array((MAX_SEATS + 1) * maxNeeds);
    this.restGrades = new Uint8Array((MAX_SEATS + 1) * maxNeeds);
    this.leastPair = data.pairs.cost.reduce((a, b) => Math.min(a, b), data.pairs.base);
  }

  /**
   * Cheapest team of a slot.
   * @param prices by candidate of the whole problem: her price in this slot, for each entry of the slot; Infinity keeps
   * her out
   * @param known candidates of a team of this slot from `knownAt` on (the cheapest at other prices, say), to start from;
   * −1 at its first place for none
   * @returns its price (members, pairs, cover; not the slot's own), Infinity where no team obeys the session's rules;
   * `team` then holds its candidates
   */
  cheapest(slot: number, prices: Float64Array, known: Int32Array, knownAt: number): number {
    const { data } = this;
    this.session = data.shape.sessionOf[slot] as number;
    const first = data.groupStart[this.session] as number;
    const groups = (data.groupStart[this.session + 1] as number) - first;
    this.best = Number.POSITIVE_INFINITY;
    let end = 0;
    for (let k = 0; k < groups; k++) {
      this.from[k] = end;
      end = this.survivors(first + k, (data.entryList[slot] as number) + k, prices, end);
      if (end === this.from[k]) return Number.POSITIVE_INFINITY;
      this.end[k] = end;
    }
    const table = this.tables.coverTableStart[this.session] as number;
    if (table >= 0) this.searchTwo(first, table);
    else {
      this.laySeats(first, groups);
      if ((known[knownAt] as number) >= 0) this.startFrom(known, knownAt, prices, first);
      this.searchAny(first, groups);
    }
    return this.best;
  }

  /** Copies the members of a slot's list who may be in a cheapest team, and returns where they end. */
  private survivors(group: number, list: number, prices: Float64Array, at: number): number {
    const { data, cleanPrices, candidate, price } = this;
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
      }
      price[k] = p;
      candidate[k] = c;
    }
    return end;
  }

  /** Two single seats: each pair of survivors, with what their classes cover read from a table. */
  private searchTwo(first: number, table: number): void {
    const { data, candidate, price, leastPair } = this;
    const { unclean, coverTable } = this.tables;
    const classes = (data.classStart[first + 2] as number) - (data.classStart[first + 1] as number);
    const [a0, b0, end] = [this.from[0] as number, this.from[1] as number, this.end[1] as number];
    for (let a = a0; a < b0; a++) {
      const c = candidate[a] as number;
      const p = price[a] as number;
      if (p + (price[b0] as number) + leastPair >= this.best) break;
      const row = table + (data.candidateClass[c] as number) * classes;
      const plain = unclean[c] === 0;
      const t = data.candidateTrainer[c] as number;
      for (let b = b0; b < end; b++) {
        const both = p + (price[b] as number);
        if (both + leastPair >= this.best) break;
        const d = candidate[b] as number;
        const cost =
          both +
          (coverTable[row + (data.candidateClass[d] as number)] as number) +
          (plain ? data.pairs.base : pairCost(data.pairs, t, data.candidateTrainer[d] as number));
        if (cost < this.best) {
          this.best = cost;
          this.team[0] = c;
          this.team[1] = d;
        }
      }
    }
  }

  private laySeats(first: number, groups: number): void {
    this.seats = 0;
    this.needs = (this.data.coverStart[this.session + 1] as number) - (this.data.coverStart[this.session] as number);
    for (let k = 0; k < groups; k++)
      for (let i = 0; i < (this.data.groupSeats[first + k] as number); i++) this.groupOfSeat[this.seats++] = k;
    this.plainPairs = ((this.seats * (this.seats - 1)) / 2) * this.data.pairs.base;
  }

  /** Takes a known team as the best so far, at its price now. */
  private startFrom(known: Int32Array, at: number, prices: Float64Array, first: number): void {
    const { data, needs } = this;
    this.grades.fill(0, this.seats * needs, (this.seats + 1) * needs);
    let cost = 0;
    for (let seat = 0; seat < this.seats; seat++) {
      const c = known[at + seat] as number;
      this.team[seat] = c;
      cost += prices[c] as number;
      for (let j = 0; j < seat; j++)
        cost += pairCost(
          data.pairs,
          data.candidateTrainer[c] as number,
          data.candidateTrainer[this.team[j] as number] as number,
        );
      const grades = this.gradesOf(first + (this.groupOfSeat[seat] as number), c);
      raise(this.grades, this.seats * needs, data.grade, grades, needs);
    }
    this.restGrades.fill(0, this.seats * needs, (this.seats + 1) * needs);
    this.best = cost + this.coverAtBest(this.seats);
  }

  private searchAny(first: number, groups: number): void {
    this.layRest(first);
    if (this.best < Number.POSITIVE_INFINITY) {
      this.filter(first, groups);
      this.layRest(first);
    }
    this.grades.fill(0, 0, this.needs);
    const most = this.best - this.plainPairs;
    this.completions.lay(
      first,
      this.seats,
      this.needs,
      this.groupOfSeat,
      this.from,
      this.end,
      this.candidate,
      this.reduced,
      most,
    );
    this.seatNext(0, -1, 0, this.plainPairs, first);
  }

  /** What the seats from each on cost and cover at best: reduced prices, grades. */
  private layRest(first: number): void {
    const { data, needs, seats } = this;
    this.restPrice[seats] = 0;
    this.restGrades.fill(0, seats * needs, (seats + 1) * needs);
    for (let seat = seats - 1; seat >= 0; seat--) {
      const k = this.groupOfSeat[seat] as number;
      let least = Number.POSITIVE_INFINITY;
      this.restGrades.copyWithin(seat * needs, (seat + 1) * needs, (seat + 2) * needs);
      for (let i = this.from[k] as number; i < (this.end[k] as number); i++) {
        const c = this.candidate[i] as number;
        // A pair that is cheaper than usual saves each of its two members half of the difference.
        this.reduced[i] = (this.price[i] as number) - (this.tables.saving[c] as number) / 2;
        least = Math.min(least, this.reduced[i] as number);
        raise(this.restGrades, seat * needs, data.grade, this.gradesOf(first + k, c), needs);
      }
      this.restPrice[seat] = (this.restPrice[seat + 1] as number) + least;
    }
  }

  /** Drops the survivors with whom even the best of the others cannot beat the known team. */
  private filter(first: number, groups: number): void {
    const { data, needs, seats } = this;
    const base = (this.restPrice[0] as number) + this.plainPairs;
    for (let k = 0; k < groups; k++) {
      // What everybody else could cover: the other groups, and this one too where it has more than one seat.
      this.grades.fill(0, 0, needs);
      for (let other = 0; other < groups; other++)
        if (other !== k || (data.groupSeats[first + k] as number) > 1)
          for (let i = this.from[other] as number; i < (this.end[other] as number); i++)
            raise(this.grades, 0, data.grade, this.gradesOf(first + other, this.candidate[i] as number), needs);
      let cheapest = Number.POSITIVE_INFINITY;
      for (let i = this.from[k] as number; i < (this.end[k] as number); i++)
        cheapest = Math.min(cheapest, this.reduced[i] as number);
      let kept = this.from[k] as number;
      for (let i = kept; i < (this.end[k] as number); i++) {
        const c = this.candidate[i] as number;
        this.restGrades.fill(0, seats * needs, (seats + 1) * needs);
        raise(this.restGrades, seats * needs, data.grade, this.gradesOf(first + k, c), needs);
        this.grades.copyWithin(seats * needs, 0, needs);
        const least = base - cheapest + (this.reduced[i] as number) + this.coverAtBest(seats);
        if (least >= this.best && this.reduced[i] !== cheapest) continue;
        this.price[kept] = this.price[i] as number;
        this.candidate[kept++] = c;
      }
      this.end[k] = kept;
    }
    this.restGrades.fill(0, seats * needs, (seats + 1) * needs);
  }

  private gradesOf(group: number, candidate: number): number {
    const { data } = this;
    return data.gradeStart[(data.classStart[group] as number) + (data.candidateClass[candidate] as number)] as number;
  }

  /** What the needs cost at best, with the members so far and anybody in the seats that are left. */
  private coverAtBest(seat: number): number {
    const { data, needs } = this;
    const first = data.coverStart[this.session] as number;
    let cost = 0;
    for (let n = 0; n < needs; n++) {
      const grade = Math.max(this.grades[seat * needs + n] as number, this.restGrades[seat * needs + n] as number);
      cost += data.coverCost[(first + n) * GRADES + grade] as number;
    }
    return cost;
  }

  /**
   * Fills seat after seat; `last` is the survivor in the seat before, so that members of one group come in order.
   * @param cost of those who sit, with their pairs
   * @param least the same at reduced prices, and with all pairs of the team: never more than what it comes to
   */
  private seatNext(seat: number, last: number, cost: number, least: number, first: number): void {
    const { data, candidate, trial, needs } = this;
    const finish = this.completions.cheapest(seat, this.grades, seat * needs, this.session);
    if (least + finish >= this.best - ROUNDING) return;
    if (seat === this.seats) {
      if (cost + finish >= this.best) return;
      this.best = cost + finish;
      this.team.set(trial.subarray(0, seat));
      return;
    }
    const cover = this.coverAtBest(seat) + (this.restPrice[seat + 1] as number);
    const k = this.groupOfSeat[seat] as number;
    const start = seat > 0 && this.groupOfSeat[seat - 1] === k ? last + 1 : (this.from[k] as number);
    for (let i = start; i < (this.end[k] as number); i++) {
      if (least + (this.reduced[i] as number) + cover >= this.best - ROUNDING) continue;
      const c = candidate[i] as number;
      let [next, nextLeast] = [cost + (this.price[i] as number), least + (this.reduced[i] as number)];
      for (let j = 0; j < seat && this.tables.unclean[c]; j++) {
        const pair = pairCost(
          data.pairs,
          data.candidateTrainer[c] as number,
          data.candidateTrainer[trial[j] as number] as number,
        );
        next += pair - data.pairs.base;
        nextLeast += Math.max(0, pair - data.pairs.base);
      }
      next += seat * data.pairs.base;
      if (next === Number.POSITIVE_INFINITY) continue;
      trial[seat] = c;
      this.grades.copyWithin((seat + 1) * needs, seat * needs, (seat + 1) * needs);
      raise(this.grades, (seat + 1) * needs, data.grade, this.gradesOf(first + k, c), needs);
      this.seatNext(seat + 1, i, next, nextLeast, first);
    }
  }
}

/** Raises `needs` grades from `at` on to those of a class where they are higher. */
function raise(grades: Uint8Array, at: number, of: Uint8Array, from: number, needs: number): void {
  for (let n = 0; n < needs; n++) {
    const grade = of[from + n] as number;
    if (grade > (grades[at + n] as number)) grades[at + n] = grade;
  }
}
