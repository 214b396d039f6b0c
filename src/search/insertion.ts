/** The cheapest team for an open session in the plan as it stands, over all its slots. */
import { worthAhead } from "../bound/chains.js";
import { type Core, Cores } from "../bound/cores.js";
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
  /** how much dearer it is to stay open than the season has it, as a share */
  readonly insistence: number;
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
    let best = (1 + taste.insistence) * (data.unstaffedCost[session] as number);
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

  /**
   * The team that a session would have in a slot if others made way, each at a price.
   * @param toll what a session that has to make way costs
   * @returns trainers, seat by seat; overwritten by the next call. Empty where there is no team
   */
  teamIfOthersMadeWay(session: number, slot: number, toll: number): readonly number[] {
    const { data, state, price, here, random, team } = this;
    const first = data.groupStart[session] as number;
    const groups = (data.groupStart[session + 1] as number) - first;
    const { start, candidate, trainer, own, ahead } = this.cores.of(slot);
    let count = 0;
    team.length = 0;
    for (let k = 0; k < groups; k++) {
      const role = data.groupRole[first + k] as number;
      here.from[k] = count;
      for (let i = start[k] as number; i < (start[k + 1] as number); i++) {
        const t = trainer[i] as number;
        const c = candidate[i] as number;
        let p = (own[i] as number) + (ahead[i] as number) + this.loadsOf(session, t);
        if (!state.hasRoom(t, slot, role))
          p += toll * random.unit() * Math.max(1, state.diaries.clashing(t, slot).length);
        here.candidate[count++] = c;
        price[c] = p;
      }
      here.end[k] = count;
    }
    this.work += 3 * count;
    if (
      this.pricer.cheapest(slot, price, Number.POSITIVE_INFINITY, here) < Number.POSITIVE_INFINITY &&
      this.pricer.team[0] !== -1
    )
      this.pricer.trainersOf(session, team);
    return team;
  }

  coreOf(slot: number): Core {
    return this.cores.of(slot);
  }

  /** How much dearer a session is in the plan than the bound's prices have it, more or less; at least 0, mostly. */
  regretOf(session: number): number {
    const { data, state, lagrangian } = this;
    const { shape } = data;
    let least = data.unstaffedCost[session] as number;
    for (let g = shape.slotStart[session] as number; g < (shape.slotStart[session + 1] as number); g++)
      least = Math.min(least, lagrangian.slotPrice[g] as number);
    const column = state.chosen[session] as number;
    if (column < 0) return (data.unstaffedCost[session] as number) - least;
    const { slot, cost, start, trainer } = state.columns;
    const seat = data.seatStart[session] as number;
    let price = (cost[column] as number) - least;
    for (let k = 0; k < (data.teamSize[session] as number); k++)
      price += lagrangian.worthOfMember(
        slot[column] as number,
        trainer[(start[column] as number) + k] as number,
        data.seatRole[seat + k] as number,
      );
    return price;
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
    const { data, state, price, here } = this;
    const { foresight, closed } = taste;
    const first = data.groupStart[session] as number;
    const groups = (data.groupStart[session + 1] as number) - first;
    const newcomer = data.links.newcomer[session] as number;
    const after = data.links.next[session] as number;
    const afterNewcomer = after >= 0 ? (data.links.newcomer[after] as number) : 0;
    const { start, candidate, trainer, own, ahead } = taste.whole
      ? this.cores.whole(slot, foresight > 0)
      : this.cores.of(slot);
    let overlooked = this.nextBlink(taste);
    let count = 0;
    for (let k = 0; k < groups; k++) {
      const role = data.groupRole[first + k] as number;
      const unknown = (data.links.newcomerRoles >> role) & 1 && newcomer > 0 ? newcomer : 0;
      const [from, end] = [start[k] as number, start[k + 1] as number];
      here.from[k] = count;
      this.work += end - from + FIXED_WORK;
      for (let i = from; i < end; i++) {
        const t = trainer[i] as number;
        if (i === overlooked) {
          overlooked += this.nextBlink(taste) + 1;
          continue;
        }
        if (t === closed || !state.hasRoom(t, slot, role)) continue;
        const c = candidate[i] as number;
        let p = (own[i] as number) + foresight * (ahead[i] as number) + this.loadsOf(session, t);
        if (unknown > 0 && !this.familiar.has(t)) p += unknown;
        if (afterNewcomer > 0 && this.expected.has(t)) p -= afterNewcomer;
        here.candidate[count++] = c;
        price[c] = p;
      }
      here.end[k] = count;
      if (count - (here.from[k] as number) < (data.groupSeats[first + k] as number)) return false;
    }
    return true;
  }

  /** How many members are looked at before one is overlooked. */
  private nextBlink({ blink }: InsertionTaste): number {
    return blink > 0 ? Math.floor(Math.log(1 - this.random.unit()) / Math.log(1 - blink)) : Number.POSITIVE_INFINITY;
  }

  private loadsOf(session: number, trainer: number): number {
    let cost = 0;
    for (const ledger of this.state.loads) {
      cost += ledger.delta(trainer, ledger.load.weight[session] as number);
      // Under a step price those who have many sessions are as good as those with one: let them have more.
      if (ledger.load.form === "step")
        cost -= CROWD * ledger.load.price * Math.min(MANY, ledger.held[trainer] as number);
    }
    return cost;
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
