/**
 * What a team with somebody new in it would cost at the bound's prices: her colleagues at what they cost and what the
 * rows that they use are worth elsewhere, herself at what she costs alone, since nobody else wants her yet.
 */
import type { Lagrangian } from "../../bound/lagrangian.js";
import { memberFactor } from "../../bound/rows.js";
import { type Members, roomForMembers } from "../../bound/survivors.js";
import { TeamPricer } from "../../bound/team-pricer.js";
import { GRADES, MAX_SEATS, type ProblemData } from "../../problem/data.js";
import { candidateOf, entryOf } from "../../problem/lookup.js";

/** The cheapest team of a slot that she sits in. */
export interface TeamWithHer {
  readonly price: number;
  readonly role: number;
}

export class PricesWithHer {
  private readonly lagrangian: Lagrangian;
  /** the season with new trainers after its own */
  private readonly data: ProblemData;
  private readonly pricer: TeamPricer;
  private readonly price: Float64Array;
  private readonly members: Members;
  /** by group of the session: its own trainers lie in `members` from here to there, with one place free behind them */
  private readonly own: { readonly from: Int32Array; readonly end: Int32Array };
  /** the trainers that the season has without the new ones */
  private readonly old: number;
  private slot = -1;
  private force = 0;

  /**
   * @param lagrangian of the season as it stands, at the prices in question
   * @param data the same season with new trainers after its own
   */
  constructor(lagrangian: Lagrangian, data: ProblemData) {
    this.lagrangian = lagrangian;
    this.data = data;
    this.old = lagrangian.data.shape.trainers;
    this.pricer = new TeamPricer(data);
    this.price = new Float64Array(data.candidateTrainer.length);
    this.members = roomForMembers(3 * this.pricer.tables.maxEntries + 3);
    this.own = { from: new Int32Array(3), end: new Int32Array(3) };
  }

  /** Prices the season's own trainers in a slot; to be called before `of`. */
  look(slot: number): void {
    const { data, price, members, own } = this;
    const session = data.shape.sessionOf[slot] as number;
    const first = data.groupStart[session] as number;
    this.slot = slot;
    let [at, dearest] = [0, 0];
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      own.from[q - first] = at;
      const list = (data.entryList[slot] as number) + q - first;
      for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
        const c = data.entryCandidate[e] as number;
        const t = data.candidateTrainer[c] as number;
        if (t >= this.old) break;
        const p = (data.candidateCost[c] as number) + (data.entryCost[e] as number) + this.shadow(session, q, t);
        price[c] = p;
        dearest = Math.max(dearest, Math.abs(p));
        members.candidate[at++] = c;
      }
      own.end[q - first] = at++;
    }
    this.force = 2 * MAX_SEATS * dearest + MAX_SEATS * MAX_SEATS * data.pairs.base + this.needs(session) + 1;
  }

  /** What the rows that a trainer of the season would use are worth, with her load and her familiarity in the series. */
  private shadow(session: number, group: number, trainer: number): number {
    const { lagrangian, slot } = this;
    const { rows, multipliers, data } = lagrangian;
    const role = data.groupRole[group] as number;
    let worth = lagrangian.rowPrices(slot).of(-1, trainer, role);
    for (const { load, at } of rows.bands)
      worth += (load.weight[session] as number) * (multipliers[at + trainer] as number);
    const known = candidateOf(data, group, trainer);
    const [now, next] = known < 0 ? [-1, -1] : [rows.familiarNow[known] as number, rows.familiarNext[known] as number];
    worth += now < 0 ? this.newcomer(session, role) : (multipliers[now] as number);
    return next < 0 ? worth : worth - (multipliers[next] as number);
  }

  /** What one costs in this role who did not sit in the session before. */
  newcomer(session: number, role: number): number {
    const { newcomer, newcomerRoles } = this.data.links;
    return (newcomerRoles >> role) & 1 ? (newcomer[session] as number) : 0;
  }

  /** All that unmet needs could cost, rules apart. */
  private needs(session: number): number {
    const { coverStart, coverCost } = this.data;
    let most = 0;
    for (let k = coverStart[session] as number; k < (coverStart[session + 1] as number); k++) {
      const costs = coverCost.subarray(k * GRADES, (k + 1) * GRADES);
      most += costs.reduce((a, b) => (b < Number.POSITIVE_INFINITY ? Math.max(a, b) : a), 0);
    }
    return most;
  }

  /**
   * The cheapest team with a new trainer in the slot that was looked at last, its own cost included.
   * @returns null where she can be in none
   */
  of(trainer: number): TeamWithHer | null {
    const { data, slot } = this;
    const session = data.shape.sessionOf[slot] as number;
    const first = data.groupStart[session] as number;
    let best: TeamWithHer | null = null;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const candidate = candidateOf(data, q, trainer);
      const entry = candidate < 0 ? -1 : entryOf(data, (data.entryList[slot] as number) + q - first, candidate);
      if (entry < 0) continue;
      const role = data.groupRole[q] as number;
      const alone =
        (data.candidateCost[candidate] as number) +
        (data.entryCost[entry] as number) +
        this.newcomer(session, role) +
        this.fees(session, trainer);
      const price = this.teamWith(session, q - first, candidate, alone) + (data.slotCost[slot] as number);
      if (price < (best?.price ?? Number.POSITIVE_INFINITY)) best = { price, role };
    }
    return best;
  }

  /** What her fee is worth to the programme at the bound's prices. */
  private fees(session: number, trainer: number): number {
    const { lagrangian, data, slot } = this;
    const programme = data.shape.programmeOf[session] as number;
    if (programme < 0) return 0;
    let worth = 0;
    for (const { family, at, owners, placeOf } of lagrangian.rows.families) {
      const place = family.owner === "programme" ? (placeOf[programme] as number) : -1;
      const same = data.capacities.find(({ rule, owner }) => owner === "programme" && rule === family.rule);
      if (place < 0 || !same) continue;
      const factor = memberFactor(data, same, slot, trainer);
      for (let u = family.useStart[slot] as number; u < (family.useStart[slot + 1] as number); u++) {
        const row = at + (family.useBucket[u] as number) * owners.length + place;
        worth += factor * (family.useWeight[u] as number) * (lagrangian.multipliers[row] as number);
      }
    }
    return worth;
  }

  /** Members and needs of the cheapest team with her in a seat of group k. */
  private teamWith(session: number, k: number, candidate: number, alone: number): number {
    const { data, members, own, price, pricer } = this;
    const first = data.groupStart[session] as number;
    members.from.set(own.from);
    members.end.set(own.end);
    const place = own.end[k] as number;
    members.candidate[place] = candidate;
    members.end[k] = place + 1;
    // In a single seat there is nobody but her; beside others she is made so cheap that she sits in any team.
    const forced = (data.groupSeats[first + k] as number) > 1 ? this.force + Math.abs(alone) : 0;
    if (forced === 0) members.from[k] = place;
    price[candidate] = alone - forced;
    const cost = pricer.cheapest(this.slot, price, Number.POSITIVE_INFINITY, members);
    if (!pricer.team.subarray(0, data.teamSize[session]).includes(candidate)) return Number.POSITIVE_INFINITY;
    return cost + forced;
  }
}
