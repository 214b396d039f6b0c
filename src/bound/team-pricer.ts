/**
 * The cheapest team of one slot under prices. Prices of members come in; what they cover and how they pair is
 * added here. Two single seats (most sessions) are looked through pair by pair; any other shape is `TeamSearch`'s.
 */
import { MAX_SEATS, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import { type PricingTables, pricingTables } from "./session-prices.js";
import { Survivors } from "./survivors.js";
import { TeamSearch } from "./team-search.js";

/** Members tried before a bound on a large team's price has to do: proving which is cheapest can cost more than it gains. */
const PATIENCE = 2000;
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

  /** @param patience members tried in one search before a bound on the team's price is answered */
  constructor(
    data: ProblemData,
    patience: number = data.entryCandidate.length <= SMALL ? Number.POSITIVE_INFINITY : PATIENCE,
  ) {
    this.data = data;
    this.tables = pricingTables(data);
    this.survivors = new Survivors(data, this.tables);
    this.larger = new TeamSearch(data, this.tables, this.survivors, this.team, patience);
    this.leastPair = data.pairs.cost.reduce((a, b) => Math.min(a, b), data.pairs.base);
  }

  /**
   * Cheapest team of a slot.
   * @param prices by candidate of the whole problem: her price in this slot, for each entry of the slot; Infinity keeps
   * her out
   * @param limit a team must be cheaper than this to matter
   * @returns its price (members, pairs, cover; not the slot's own), Infinity where no team obeys the session's rules;
   * `team` then holds its candidates, −1 at its first place for none. No more than that where the answer is `limit` or
   * more, and past the patience: `team` then holds a good team, if any
   */
  cheapest(slot: number, prices: Float64Array, limit = Number.POSITIVE_INFINITY): number {
    const { survivors, tables, team } = this;
    team[0] = -1;
    if (!survivors.pick(slot, prices)) return Number.POSITIVE_INFINITY;
    const table = tables.coverTableStart[survivors.session] as number;
    return table >= 0 ? this.searchTwo(survivors.first, table, limit) : this.larger.search(slot, limit);
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
}
