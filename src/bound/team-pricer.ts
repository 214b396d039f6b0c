/**
 * The cheapest team of one slot under prices. Prices of members come in; what they cover and how they pair is
 * added here. Three searches share the work by the shape of the team: two single seats (most sessions), groups of one or
 * two seats, and any other.
 */
import { GRADES, MAX_SEATS, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import { GroupSearch } from "./group-search.js";
import { SeatSearch } from "./seat-search.js";
import { type PricingTables, pricingTables } from "./session-prices.js";
import { raise, Survivors } from "./survivors.js";

/** Where exceptions make many teams nearly the cheapest, proving which one is costs more than the bound gains by it. */
const PATIENCE = 12;
/** Entries up to which there is time to prove it all the same. */
const SMALL = 10_000;
/** Members of each class and seat among whom a first team is looked for. */
const FEW = 2;

/** Pairs of members of a group beyond which a bound on the price is answered straight away. */
const MOST_FILLINGS = 1500;

export class TeamPricer {
  private readonly data: ProblemData;
  readonly tables: PricingTables;
  /** the cheapest team found: its candidates, seat by seat */
  readonly team = new Int32Array(MAX_SEATS);
  private readonly survivors: Survivors;
  private readonly groups: GroupSearch;
  private readonly seats: SeatSearch;
  private readonly grades: Uint8Array;
  private readonly leastPair: number;
  private readonly patience: number;

  /** @param patience how long a team of two or more groups is searched for before a bound on its price is answered */
  constructor(
    data: ProblemData,
    patience: number = data.entryCandidate.length <= SMALL ? Number.POSITIVE_INFINITY : PATIENCE,
  ) {
    this.data = data;
    this.patience = patience;
    this.tables = pricingTables(data);
    this.survivors = new Survivors(data, this.tables, MAX_SEATS);
    this.groups = new GroupSearch(data, this.tables, patience);
    this.seats = new SeatSearch(data, this.tables);
    this.grades = new Uint8Array(Math.max(1, this.tables.maxNeeds));
    this.leastPair = data.pairs.cost.reduce((a, b) => Math.min(a, b), data.pairs.base);
  }

  /**
   * Cheapest team of a slot.
   * @param prices by candidate of the whole problem: her price in this slot, for each entry of the slot; Infinity keeps
   * her out
   * @param known candidates of a team of this slot from `knownAt` on (the cheapest at other prices, say), to start from;
   * −1 at its first place for none
   * @returns its price (members, pairs, cover; not the slot's own), Infinity where no team obeys the session's rules;
   * `team` then holds its candidates. Past the patience, a price that is no more than the cheapest team's, and a good team
   */
  cheapest(slot: number, prices: Float64Array, known: Int32Array, knownAt: number): number {
    const { survivors, tables } = this;
    if (!survivors.pick(slot, prices)) return Number.POSITIVE_INFINITY;
    const table = tables.coverTableStart[survivors.session] as number;
    if (table >= 0) return this.searchTwo(survivors.first, table);
    let best = Number.POSITIVE_INFINITY;
    if ((known[knownAt] as number) >= 0) best = this.priceOf(known, knownAt, prices);
    else {
      // A good team first: with it, most of the others drop out.
      survivors.keepFew(FEW);
      best = this.quickSearch();
      survivors.pick(slot, prices);
    }
    if (best < Number.POSITIVE_INFINITY) survivors.dropBeaten(best);
    if (
      best < Number.POSITIVE_INFINITY &&
      this.patience < Number.POSITIVE_INFINITY &&
      survivors.fillings() > MOST_FILLINGS
    )
      return this.boundOn(best);
    return this.searchFor().search(survivors, best, this.team);
  }

  /** A price that is no more than the cheapest team's: exceptions count only where they save. */
  private boundOn(best: number): number {
    this.survivors.keepLeast();
    const search = this.searchFor();
    const least = Math.min(best, search.least(this.survivors, best));
    // The team is a good one for these prices, so that steps go the right way.
    search.search(this.survivors, best, this.team);
    return least;
  }

  /** The search that suits the shape of the team. */
  private searchFor(): GroupSearch | SeatSearch {
    const { first, groups } = this.survivors;
    for (let k = 0; k < groups; k++) if ((this.data.groupSeats[first + k] as number) > 2) return this.seats;
    return this.groups;
  }

  /** A good team among those that are left, and its exact price. */
  private quickSearch(): number {
    const search = this.searchFor();
    search.search(this.survivors, Number.POSITIVE_INFINITY, this.team);
    return search.found;
  }

  /** Two single seats: each pair of survivors, with what their classes cover read from a table. */
  private searchTwo(first: number, table: number): number {
    const { data, leastPair } = this;
    const { unclean, coverTable } = this.tables;
    const { candidate, price, from, end } = this.survivors;
    const classes = (data.classStart[first + 2] as number) - (data.classStart[first + 1] as number);
    const [a0, b0, bEnd] = [from[0] as number, from[1] as number, end[1] as number];
    let best = Number.POSITIVE_INFINITY;
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

  /** The price of a known team now; it becomes `team`. */
  private priceOf(known: Int32Array, at: number, prices: Float64Array): number {
    const { data, grades, team } = this;
    const { session, first, groups, needs } = this.survivors;
    grades.fill(0, 0, needs);
    let cost = 0;
    let seat = 0;
    for (let k = 0; k < groups; k++)
      for (let i = 0; i < (data.groupSeats[first + k] as number); i++, seat++) {
        const c = known[at + seat] as number;
        team[seat] = c;
        cost += prices[c] as number;
        for (let j = 0; j < seat; j++)
          cost += pairCost(
            data.pairs,
            data.candidateTrainer[c] as number,
            data.candidateTrainer[team[j] as number] as number,
          );
        const cls = (data.classStart[first + k] as number) + (data.candidateClass[c] as number);
        raise(grades, 0, data.grade, data.gradeStart[cls] as number, needs);
      }
    const firstNeed = data.coverStart[session] as number;
    for (let n = 0; n < needs; n++) cost += data.coverCost[(firstNeed + n) * GRADES + (grades[n] as number)] as number;
    return cost;
  }
}
