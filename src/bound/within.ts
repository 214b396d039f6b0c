/**
 * Every team that can still be in a better plan: those whose reduced cost is within the gap. A plan that holds a team of
 * reduced cost r costs at least the bound plus r, so the others can be left out for good (reduced cost fixing).
 */
import { GRADES, MAX_SEATS, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import type { Lagrangian } from "./lagrangian.js";

/** One team that is within the gap. */
export interface NearTeam {
  readonly slot: number;
  readonly trainers: readonly number[];
  /** reduced cost: how far the bound would rise with it, at least */
  readonly reduced: number;
}

/**
 * By slot: the least that the bound would rise by if its session had to take it, with anybody; by session: if it had to
 * stay open. A dynamic program forwards and backwards over each series.
 * @param lagrangian evaluated at the multipliers in question
 */
export function slotSlack(lagrangian: Lagrangian): Float64Array {
  const { data, slotPrice, chainPrice } = lagrangian;
  const { links, shape } = data;
  const slack = new Float64Array(shape.sessionOf.length);
  for (let first = 0; first < shape.sessions; first++) {
    if ((links.previous[first] as number) >= 0) continue;
    const chain: number[] = [];
    for (let s = first; s >= 0; s = links.next[s] as number) chain.push(s);
    const ahead = aheadOf(data, slotPrice, chain);
    let before: Float64Array = new Float64Array(0);
    chain.forEach((s, i) => {
      const [from, to] = [shape.slotStart[s] as number, shape.slotStart[s + 1] as number];
      const here = new Float64Array(to - from);
      const table = links.allowedStart[s] as number;
      for (let g = from; g < to; g++) {
        let least = i === 0 ? 0 : Number.POSITIVE_INFINITY;
        for (let f = 0; f < before.length; f++)
          if (table < 0 || links.allowed[table + f * (to - from) + g - from] === 1)
            least = Math.min(least, before[f] as number);
        here[g - from] = least + (slotPrice[g] as number);
        slack[g] = (here[g - from] as number) + (ahead[i]?.[g - from] ?? 0) - (chainPrice[first] as number);
      }
      before = here;
    });
  }
  return slack;
}

/** By session of a chain and slot: the cheapest outcome of all that follow it. */
function aheadOf(data: ProblemData, slotPrice: Float64Array, chain: readonly number[]): Float64Array[] {
  const { links, shape, unstaffedCost } = data;
  const ahead: Float64Array[] = [];
  let open = 0;
  for (let i = chain.length - 1; i >= 0; i--) {
    const s = chain[i] as number;
    const [from, to] = [shape.slotStart[s] as number, shape.slotStart[s + 1] as number];
    const here = new Float64Array(to - from).fill(open);
    const then = chain[i + 1];
    const next = ahead[i + 1];
    if (then !== undefined && next) {
      const [start, end] = [shape.slotStart[then] as number, shape.slotStart[then + 1] as number];
      const table = links.allowedStart[then] as number;
      for (let g = from; g < to; g++)
        for (let h = start; h < end; h++)
          if (table < 0 || links.allowed[table + (g - from) * (end - start) + h - start] === 1)
            here[g - from] = Math.min(here[g - from] as number, (slotPrice[h] as number) + (next[h - start] as number));
    }
    ahead[i] = here;
    open += unstaffedCost[s] as number;
  }
  return ahead;
}

/**
 * All teams whose reduced cost is at most `slack`.
 * @param lagrangian evaluated at the multipliers in question
 * @returns null where there are more than `most`
 */
export function teamsWithin(lagrangian: Lagrangian, slack: number, most: number): NearTeam[] | null {
  const { data } = lagrangian;
  const rise = slotSlack(lagrangian);
  const found: NearTeam[] = [];
  const walk = new TeamWalk(data);
  for (let s = 0; s < data.shape.sessions; s++)
    for (let g = data.shape.slotStart[s] as number; g < (data.shape.slotStart[s + 1] as number); g++) {
      if (!((rise[g] as number) <= slack)) continue;
      const prices = lagrangian.priceMembers(g, true);
      const limit = (lagrangian.slotPrice[g] as number) - (data.slotCost[g] as number) + slack - (rise[g] as number);
      const complete = walk.each(g, prices, limit, (trainers, price) => {
        found.push({
          slot: g,
          trainers: trainers.slice(),
          reduced: (rise[g] as number) + price + (data.slotCost[g] as number) - (lagrangian.slotPrice[g] as number),
        });
        return found.length <= most;
      });
      if (!complete) return null;
    }
  return found;
}

/** Walks all teams of a slot up to a price, members of one group in order. */
class TeamWalk {
  private readonly data: ProblemData;
  private readonly grades: Uint8Array[];
  private readonly trainers: number[] = [];
  private readonly groups: { entries: { candidate: number; price: number }[]; least: number }[] = [];

  constructor(data: ProblemData) {
    this.data = data;
    this.grades = Array.from({ length: MAX_SEATS + 1 }, () => new Uint8Array(0));
  }

  /** @returns false where `visit` asked to stop */
  each(
    slot: number,
    prices: Float64Array,
    limit: number,
    visit: (trainers: number[], price: number) => boolean,
  ): boolean {
    const { data, groups } = this;
    const session = data.shape.sessionOf[slot] as number;
    const first = data.groupStart[session] as number;
    const needs = (data.coverStart[session + 1] as number) - (data.coverStart[session] as number);
    groups.length = 0;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const list = (data.entryList[slot] as number) + q - first;
      const entries: { candidate: number; price: number }[] = [];
      for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
        const candidate = data.entryCandidate[e] as number;
        entries.push({ candidate, price: prices[candidate] as number });
      }
      entries.sort((a, b) => a.price - b.price);
      for (let k = 0; k < (data.groupSeats[q] as number); k++) groups.push({ entries, least: entries[0]?.price ?? 0 });
    }
    this.trainers.length = 0;
    this.grades[0] = new Uint8Array(needs);
    return this.seat(session, 0, -1, 0, limit, needs, visit);
  }

  private seat(
    session: number,
    seat: number,
    last: number,
    cost: number,
    limit: number,
    needs: number,
    visit: (trainers: number[], price: number) => boolean,
  ): boolean {
    const { data, groups, trainers } = this;
    const before = this.grades[seat] as Uint8Array;
    const firstNeed = data.coverStart[session] as number;
    if (seat === groups.length) {
      let total = cost;
      for (let n = 0; n < needs; n++)
        total += data.coverCost[(firstNeed + n) * GRADES + (before[n] as number)] as number;
      return total <= limit ? visit(trainers, total) : true;
    }
    const { entries } = groups[seat] as { entries: { candidate: number; price: number }[] };
    const rest = this.restAfter(seat);
    const q = this.groupOf(session, seat);
    const start = seat > 0 && groups[seat - 1]?.entries === entries ? last + 1 : 0;
    for (let i = start; i < entries.length; i++) {
      const { candidate, price } = entries[i] as { candidate: number; price: number };
      if (cost + price + rest > limit) break;
      const t = data.candidateTrainer[candidate] as number;
      let next = cost + price;
      for (const other of trainers) next += pairCost(data.pairs, t, other);
      if (next + rest > limit) continue;
      const grades = before.slice();
      const own = data.gradeStart[
        (data.classStart[q] as number) + (data.candidateClass[candidate] as number)
      ] as number;
      for (let n = 0; n < needs; n++) grades[n] = Math.max(grades[n] as number, data.grade[own + n] as number);
      this.grades[seat + 1] = grades;
      trainers.push(t);
      const goOn = this.seat(session, seat + 1, i, next, limit, needs, visit);
      trainers.pop();
      if (!goOn) return false;
    }
    return true;
  }

  private restAfter(seat: number): number {
    let rest = 0;
    for (let k = seat + 1; k < this.groups.length; k++) rest += this.groups[k]?.least ?? 0;
    return rest;
  }

  private groupOf(session: number, seat: number): number {
    const { data } = this;
    let q = data.groupStart[session] as number;
    for (let left = seat; left >= (data.groupSeats[q] as number); q++) left -= data.groupSeats[q] as number;
    return q;
  }
}
