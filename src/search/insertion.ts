/** The cheapest team for an open session in the plan as it stands, over all its slots. */
import { worthAhead } from "../bound/chains.js";
import { Cores } from "../bound/cores.js";
import type { Lagrangian } from "../bound/lagrangian.js";
import { type Members, roomForMembers } from "../bound/survivors.js";
import type { TeamPricer } from "../bound/team-pricer.js";
import type { ProblemData } from "../problem/data.js";
import type { SearchState } from "../score/state.js";
import type { Random } from "./random.js";

/** How a session's cheapest team is looked for. */
export interface InsertionTaste {
  /** how much of the bound's prices counts beside the exact cost: 0 none, 1 all */
  readonly foresight: number;
  /** share of members and slots that are overlooked at random, so that one state has more than one answer */
  readonly blink: number;
  /** cost of each euro of a programme's budget, so that others on it fit as well */
  readonly thrift: number;
  /** a trainer to do without, −1 for none */
  readonly closed: number;
  /** whether everybody is looked at, not the core alone */
  readonly whole: boolean;
}

/** Share of a step price by which each session that somebody has already, up to MANY, makes her preferred. */
const CROWD = 0.04;
const MANY = 15;

/** What looking at a group of seats costs beside its members, in members. */
const FIXED_WORK = 10;

/** Fee prices tried, in cost per euro, where the cheapest team is over the programme's budget. */
const FEE_PRICES = [0.2, 0.6, 2];

export class Insertion {
  private readonly data: ProblemData;
  private readonly state: SearchState;
  private readonly lagrangian: Lagrangian;
  private readonly pricer: TeamPricer;
  private readonly random: Random;
  private readonly price: Float64Array;
  /** by slot: what the rest of its series is worth after it, at the bound's prices */
  private readonly worth: Float64Array;
  private readonly cores: Cores;
  /** those who have room in the slot at hand */
  private readonly here: Members;
  private readonly team: number[] = [];
  /** trainers of the sessions before and after in the series */
  private readonly familiar = new Set<number>();
  private readonly expected = new Set<number>();

  constructor(state: SearchState, lagrangian: Lagrangian, random: Random) {
    this.data = state.data;
    this.state = state;
    this.lagrangian = lagrangian;
    this.pricer = lagrangian.pricer;
    this.random = random;
    this.price = new Float64Array(this.data.candidateTrainer.length);
    this.cores = new Cores(lagrangian);
    this.here = roomForMembers(3 * this.pricer.tables.maxEntries);
    this.worth = new Float64Array(this.data.shape.sessionOf.length);
    this.foresee();
  }

  /** Takes over the bound's present prices: what the rest of each series is worth after each slot. */
  foresee(): void {
    worthAhead(this.data, this.lagrangian.slotPrice, this.worth);
    this.cores.outdate();
  }

  /**
   * Looks for the cheapest column of an open session.
   * @returns a column that can be placed, or −1 where nothing fits or (at these prices) nothing is better than leaving it open
   */
  best(session: number, taste: InsertionTaste): number {
    const { data, state, random } = this;
    const { shape, links } = data;
    const before = links.previous[session] as number;
    if (before >= 0 && (state.chosen[before] as number) < 0) return -1;
    this.meet(session);
    const after = links.next[session] as number;
    const ahead = after >= 0 && (state.chosen[after] as number) < 0;
    let best = data.unstaffedCost[session] as number;
    let column = -1;
    for (let g = shape.slotStart[session] as number; g < (shape.slotStart[session + 1] as number); g++) {
      if (data.slotCost[g] === Number.POSITIVE_INFINITY || !state.slotFits(session, g)) continue;
      if (taste.blink > 0 && random.unit() < taste.blink) continue;
      const worth = ahead ? (this.worth[g] as number) : 0;
      const found = this.inSlot(session, g, taste, best - worth);
      if (found >= 0) {
        best = this.found + worth;
        column = found;
      }
    }
    return column;
  }

  /** members looked at so far, and as many for each slot as looking costs apart from them */
  work = 0;
  /** price of what `inSlot` answered */
  private found = 0;

  /** The cheapest column of one slot that is under `limit`, or −1. */
  private inSlot(session: number, slot: number, taste: InsertionTaste, limit: number): number {
    const { data, state } = this;
    if (!this.priceEntries(session, slot, taste)) return -1;
    const programme = data.shape.programmeOf[session] as number;
    if (programme >= 0 && taste.thrift > 0) this.raiseFees(session, slot, taste.thrift);
    for (let attempt = 0; ; attempt++) {
      const slotCost = data.slotCost[slot] as number;
      const price = this.pricer.cheapest(slot, this.price, limit - slotCost, this.here) + slotCost;
      if (price >= limit || this.pricer.team[0] === -1) return -1;
      this.pricer.trainersOf(session, this.team);
      const column = state.columns.intern(slot, this.team);
      if (column >= 0 && state.canPlace(column)) {
        this.found = price;
        return column;
      }
      if (programme < 0 || attempt === FEE_PRICES.length) return -1;
      this.raiseFees(session, slot, FEE_PRICES[attempt] as number);
    }
  }

  /**
   * Prices every member who has room, at what she would cost the plan now.
   * @returns false where some group has too few
   */
  private priceEntries(session: number, slot: number, taste: InsertionTaste): boolean {
    const { data, state, price, random, here } = this;
    const first = data.groupStart[session] as number;
    const foreseen = taste.foresight > 0 ? this.lagrangian.rowPrices(slot) : null;
    const newcomer = data.links.newcomer[session] as number;
    const after = data.links.next[session] as number;
    const afterNewcomer = after >= 0 ? (data.links.newcomer[after] as number) : 0;
    const cores = taste.whole ? null : this.cores.of(slot);
    let count = 0;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      const list = (data.entryList[slot] as number) + q - first;
      const counts = (data.links.newcomerRoles >> role) & 1;
      const core = cores ? (cores[list] as Int32Array) : null;
      const start = data.entryStart[list] as number;
      const length = core ? core.length : (data.entryStart[list + 1] as number) - start;
      here.from[q - first] = count;
      this.work += length + FIXED_WORK;
      for (let i = 0; i < length; i++) {
        const e = core ? (core[i] as number) : start + i;
        const c = data.entryCandidate[e] as number;
        const t = data.candidateTrainer[c] as number;
        if ((taste.blink > 0 && random.unit() < taste.blink) || t === taste.closed || !state.hasRoom(t, slot, role))
          continue;
        here.candidate[count++] = c;
        let p = (data.candidateCost[c] as number) + (data.entryCost[e] as number);
        for (const ledger of state.loads) {
          p += ledger.delta(t, ledger.load.weight[session] as number);
          // Under a step price those who have many sessions are as good as those with one: let them have more.
          if (ledger.load.form === "step") p -= CROWD * ledger.load.price * Math.min(MANY, ledger.held[t] as number);
        }
        if (counts && newcomer > 0 && !this.familiar.has(t)) p += newcomer;
        if (afterNewcomer > 0 && this.expected.has(t)) p -= afterNewcomer;
        if (foreseen) p += taste.foresight * foreseen.of(c, t, role);
        price[c] = p;
      }
      here.end[q - first] = count;
      if (count - (here.from[q - first] as number) < (data.groupSeats[q] as number)) return false;
    }
    return true;
  }

  /** Makes fees dearer, for a team that fits what is left of the budget. */
  private raiseFees(session: number, slot: number, by: number): void {
    const { data, state, price, here } = this;
    const groups = (data.groupStart[session + 1] as number) - (data.groupStart[session] as number);
    for (const ledger of state.capacities) {
      if (ledger.family.owner !== "programme") continue;
      for (let i = 0; i < (here.end[groups - 1] as number); i++) {
        const c = here.candidate[i] as number;
        price[c] = (price[c] as number) + by * ledger.factor(slot, data.candidateTrainer[c] as number);
      }
    }
  }

  /** Notes who sat in the session before, and whom the session after has in seats that count. */
  private meet(session: number): void {
    const { data, state, familiar, expected } = this;
    familiar.clear();
    expected.clear();
    const before = data.links.previous[session] as number;
    const after = data.links.next[session] as number;
    if (before >= 0 && (state.chosen[before] as number) >= 0)
      for (const t of state.columns.teamOf(state.chosen[before] as number)) familiar.add(t);
    if (after >= 0 && (state.chosen[after] as number) >= 0)
      state.columns.teamOf(state.chosen[after] as number).forEach((t, k) => {
        if ((data.links.newcomerRoles >> (data.seatRole[(data.seatStart[after] as number) + k] as number)) & 1)
          expected.add(t);
      });
  }
}
