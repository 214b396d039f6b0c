/**
 * The cheapest team of a slot, whatever its shape: credits bound it, rule most members out, and a depth-first search
 * over those who are left finds it.
 */
import { MAX_SEATS, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import { Credits } from "./credits.js";
import { type Levels, levelsOf, lowestLevel, WORD } from "./levels.js";
import type { PricingTables } from "./session-prices.js";
import type { Survivors } from "./survivors.js";

/** Teams that are dearer by no more than this are as good as the cheapest: what adding up in another order may change. */
const ROUNDING = 1e-9;

export class TeamSearch {
  private readonly data: ProblemData;
  private readonly tables: PricingTables;
  private readonly levels: Levels;
  private readonly credits: Credits;
  /** members tried before a bound is answered instead of a price */
  private readonly patience: number;
  /** the cheapest team found, as candidates */
  private readonly team: Int32Array;
  private readonly survivors: Survivors;
  private best = 0;
  private tried = 0;
  private allowance = 0;
  /** told the price of each team that is under the limit, and answers the next; null where only the cheapest is wanted */
  private visit: ((price: number) => number) | null = null;
  private readonly groupOfSeat = new Int32Array(MAX_SEATS);
  private seats = 0;
  /** by seat: the least that it and those after it can add */
  private readonly rest = new Float64Array(MAX_SEATS + 1);
  private readonly seated = new Int32Array(MAX_SEATS);
  /** by seat × words: levels that those who sit before it reach */
  private readonly reached: Int32Array;
  private readonly priceRelaxed = (team: Int32Array): number => this.offer(team);

  /**
   * @param team where the cheapest team is written, as candidates seat by seat
   * @param patience how many members may be tried before a bound is answered instead of a price; Infinity for a price,
   * always
   */
  constructor(data: ProblemData, tables: PricingTables, survivors: Survivors, team: Int32Array, patience: number) {
    this.data = data;
    this.tables = tables;
    this.survivors = survivors;
    this.levels = levelsOf(data, (session) => (tables.coverTableStart[session] as number) < 0);
    this.credits = new Credits(data, this.levels, survivors.candidate.length, tables.maxClasses);
    this.patience = patience;
    this.team = team;
    this.reached = new Int32Array((MAX_SEATS + 1) * this.levels.words);
  }

  /**
   * Looks for the cheapest team among the survivors of a slot.
   * @param limit a team must be cheaper than this to matter
   * @returns the price of the cheapest team, written to `team`; or no more than that, if it is `limit` or more or patience
   * ran out: `team` then holds the best team that was met, if any
   */
  search(slot: number, limit: number): number {
    const { credits } = this;
    if (this.levels.base[this.survivors.session] === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    this.allowance = this.patience;
    this.begin(limit);
    credits.raise(this.survivors, slot, limit, this.priceRelaxed);
    if (credits.value >= this.best - ROUNDING) return this.best;
    this.walk();
    return this.tried > this.patience ? Math.min(this.best, credits.value) : this.best;
  }

  /**
   * Visits every team of the survivors that is cheaper than a limit, which may fall on the way; `team` then holds it.
   * @param visit told a team's price, answers the limit from then on
   */
  each(slot: number, limit: number, visit: (price: number) => number): void {
    if (this.levels.base[this.survivors.session] === Number.POSITIVE_INFINITY) return;
    this.allowance = Number.POSITIVE_INFINITY;
    this.begin(limit);
    this.credits.raise(this.survivors, slot, limit, (team) => this.priceOf(team));
    this.visit = visit;
    this.walk();
    this.visit = null;
  }

  private begin(limit: number): void {
    const { survivors, data } = this;
    this.best = limit;
    this.tried = 0;
    this.seats = 0;
    for (let k = 0; k < survivors.groups; k++)
      for (let i = 0; i < (data.groupSeats[survivors.first + k] as number); i++) this.groupOfSeat[this.seats++] = k;
  }

  private walk(): void {
    const { survivors, credits } = this;
    this.order();
    this.reached.fill(0, 0, this.levels.words);
    let apart = (this.levels.base[survivors.session] as number) + survivors.plainPairs;
    for (const credit of credits.credit) apart += credit;
    this.next(0, -1, apart);
  }

  /**
   * What the members of a class bring to the slot that was searched last: the price at which one of them is as good as
   * the dearest whom the bound seats in group k.
   * @param classIx in the problem's count
   */
  worthOf(k: number, classIx: number): number {
    return this.credits.worthOf(k, classIx);
  }

  /** Takes a team into account that may be the cheapest; answers what it costs. */
  private offer(team: Int32Array): number {
    const price = this.priceOf(team);
    if (price < this.best) {
      for (let i = 0; i < this.seats; i++) this.team[i] = this.survivors.candidate[team[i] as number] as number;
      this.best = this.visit ? this.visit(price) : price;
    }
    return price;
  }

  /** The exact price of a team of survivors. */
  private priceOf(team: Int32Array): number {
    const { survivors, levels, tables, data } = this;
    const { words, start, worth } = levels;
    const { session } = survivors;
    let price = (levels.base[session] as number) + survivors.plainPairs;
    for (let seat = 0; seat < this.seats; seat++) {
      const i = team[seat] as number;
      price += survivors.price[i] as number;
      for (let j = 0; j < seat && tables.unclean[survivors.candidate[i] as number]; j++)
        price += pairCost(data.pairs, survivors.trainer(i), survivors.trainer(team[j] as number)) - data.pairs.base;
    }
    const count = (start[session + 1] as number) - (start[session] as number);
    for (let w = 0; w < words && price < Number.POSITIVE_INFINITY; w++) {
      let missing = count - w * WORD >= WORD ? 0x7fffffff : (1 << Math.max(0, count - w * WORD)) - 1;
      for (let seat = 0; seat < this.seats; seat++) {
        const c = survivors.classOf(this.groupOfSeat[seat] as number, team[seat] as number);
        missing &= ~(levels.reached[c * words + w] as number);
      }
      for (; missing !== 0; missing &= missing - 1)
        price += worth[(start[session] as number) + lowestLevel(w, missing)] as number;
    }
    return price;
  }

  /** Keeps those whom the bound does not rule out, the most promising first; works out what later seats add at least. */
  private order(): void {
    const { survivors, credits, data } = this;
    const { adjusted, dearest } = credits;
    for (let k = 0; k < survivors.groups; k++) {
      const most = this.best - ROUNDING - credits.value + (dearest[k] as number);
      const seats = data.groupSeats[survivors.first + k] as number;
      let kept = survivors.from[k] as number;
      for (let i = kept; i < (survivors.end[k] as number); i++) {
        const p = adjusted[i] as number;
        // The relaxed team's own members stay, so that each group can be filled.
        if (p >= most && p > (dearest[k] as number)) continue;
        this.insert(i, kept++, survivors.from[k] as number);
      }
      survivors.end[k] = Math.max(kept, (survivors.from[k] as number) + seats);
    }
    this.rest[this.seats] = 0;
    for (let seat = this.seats - 1; seat >= 0; seat--) {
      const k = this.groupOfSeat[seat] as number;
      let place = survivors.from[k] as number;
      for (let s = seat; s > 0 && this.groupOfSeat[s - 1] === k; s--) place++;
      this.rest[seat] = (this.rest[seat + 1] as number) + (adjusted[place] as number);
    }
  }

  /** Moves survivor i to its place among from … kept − 1, which are in order of adjusted price. */
  private insert(i: number, kept: number, from: number): void {
    const { survivors } = this;
    const { adjusted } = this.credits;
    const { candidate, price, reduced } = survivors;
    const [c, p, r, a] = [candidate[i] as number, price[i] as number, reduced[i] as number, adjusted[i] as number];
    let j = kept;
    for (; j > from && (adjusted[j - 1] as number) > a; j--) {
      survivors.move(j - 1, j);
      adjusted[j] = adjusted[j - 1] as number;
    }
    candidate[j] = c;
    price[j] = p;
    reduced[j] = r;
    adjusted[j] = a;
  }

  /**
   * Fills seat after seat.
   * @param last the survivor in the seat before
   * @param reduced the least price of whole teams with those who sit, without later members: reduced prices, the credits
   * of levels that nobody reaches yet, dear pairs
   */
  private next(seat: number, last: number, reduced: number): void {
    const { survivors, data, tables, seated, levels, credits } = this;
    if (seat === this.seats) {
      this.offer(seated);
      return;
    }
    const { words } = levels;
    const k = this.groupOfSeat[seat] as number;
    const start = seat > 0 && this.groupOfSeat[seat - 1] === k ? last + 1 : (survivors.from[k] as number);
    const rest = this.rest[seat + 1] as number;
    for (let i = start; i < (survivors.end[k] as number); i++) {
      if (reduced + (credits.adjusted[i] as number) + rest >= this.best - ROUNDING) break;
      if (++this.tried > this.allowance) return;
      let least = reduced + (survivors.reduced[i] as number);
      const c = survivors.classOf(k, i);
      for (let w = 0; w < words; w++) {
        const before = this.reached[seat * words + w] as number;
        const own = levels.reached[c * words + w] as number;
        for (let set = own & ~before; set !== 0; set &= set - 1) least -= credits.credit[lowestLevel(w, set)] as number;
        this.reached[(seat + 1) * words + w] = before | own;
      }
      for (let j = 0; j < seat && tables.unclean[survivors.candidate[i] as number]; j++)
        least += Math.max(
          0,
          pairCost(data.pairs, survivors.trainer(i), survivors.trainer(seated[j] as number)) - data.pairs.base,
        );
      if (least + rest >= this.best - ROUNDING) continue;
      seated[seat] = i;
      this.next(seat + 1, i, least);
    }
  }
}
