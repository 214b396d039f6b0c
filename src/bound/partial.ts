/**
 * Partial pricing: between two rounds over everybody, the steps look only at the members and slots that were near the
 * cheapest at the last of them. Such rounds prove nothing, but they point much the same way at a fraction of the time
 * (partial pricing is the simplex method's word; for Lagrangian bounds see the core problem of Caprara, Fischetti and
 * Toth, "A heuristic method for the set covering problem", Operations Research 1999).
 */
import type { ProblemData } from "../problem/data.js";
import type { Entries } from "./entries.js";
import type { Lagrangian } from "./lagrangian.js";
import { slotSlack } from "./within.js";

/** Members of each group beyond its seats that are kept in a slot whatever they cost. */
const SPARE = 2;

export class PartialPricing {
  private readonly data: ProblemData;
  private readonly lagrangian: Lagrangian;
  private readonly from: Int32Array;
  private readonly end: Int32Array;
  private readonly groupFrom: Int32Array;
  private readonly groupEnd: Int32Array;
  private candidate = new Int32Array(1024);
  private cost = new Float64Array(1024);
  private groupCandidate = new Int32Array(1024);
  private length = 0;
  private readonly seen: Int32Array;
  private round = 0;

  constructor(lagrangian: Lagrangian) {
    this.data = lagrangian.data;
    this.lagrangian = lagrangian;
    this.from = new Int32Array(this.data.entryStart.length - 1);
    this.end = new Int32Array(this.data.entryStart.length - 1);
    this.groupFrom = new Int32Array(this.data.candidateStart.length - 1);
    this.groupEnd = new Int32Array(this.data.candidateStart.length - 1);
    this.seen = new Int32Array(this.data.candidateTrainer.length).fill(-1);
  }

  /** Those who are looked at; as `renew` left them. */
  get entries(): Entries {
    const { from, end, candidate, cost, groupFrom, groupEnd, groupCandidate } = this;
    return { from, end, candidate, cost, groupFrom, groupEnd, groupCandidate };
  }

  /** How many are looked at. */
  get size(): number {
    return this.length;
  }

  /**
   * A round over everybody that notes who is near.
   * @param margin how far above the cheapest, in cost, a team may be and its members still be looked at
   * @returns the bound at the present multipliers
   */
  renew(margin: number): number {
    const { data, lagrangian } = this;
    this.length = 0;
    const value = lagrangian.evaluate(lagrangian.everybody, (slot, prices) => this.note(slot, prices, margin));
    const slack = slotSlack(lagrangian);
    for (let g = 0; g < slack.length; g++) {
      if ((slack[g] as number) <= margin) continue;
      const session = data.shape.sessionOf[g] as number;
      const groups = (data.groupStart[session + 1] as number) - (data.groupStart[session] as number);
      const list = data.entryList[g] as number;
      for (let k = 0; k < groups; k++) this.end[list + k] = this.from[list + k] as number;
    }
    this.gatherGroups();
    return value;
  }

  private note(slot: number, prices: Float64Array, margin: number): void {
    const { data, from, end } = this;
    const session = data.shape.sessionOf[slot] as number;
    const first = data.groupStart[session] as number;
    const list = data.entryList[slot] as number;
    const possible = (this.lagrangian.slotPrice[slot] as number) < Number.POSITIVE_INFINITY;
    const surplus = possible ? this.lagrangian.pricer.surplusHere(slot, prices) : null;
    for (let k = 0; first + k < (data.groupStart[session + 1] as number); k++) {
      from[list + k] = this.length;
      if (surplus) {
        const least = (data.groupSeats[first + k] as number) + SPARE;
        this.keep(list + k, surplus, margin);
        for (let wider = 2; this.length - (from[list + k] as number) < least && wider < 64; wider *= 2) {
          this.length = from[list + k] as number;
          this.keep(list + k, surplus, margin * wider);
        }
      }
      end[list + k] = this.length;
    }
  }

  private keep(list: number, surplus: Float64Array, limit: number): void {
    const { data } = this;
    const [start, stop] = [data.entryStart[list] as number, data.entryStart[list + 1] as number];
    if (this.length + stop - start > this.candidate.length) this.widen(this.length + stop - start);
    const { candidate, cost } = this;
    let n = this.length;
    for (let e = start; e < stop; e++) {
      const c = data.entryCandidate[e] as number;
      if (!((surplus[c] as number) <= limit)) continue;
      candidate[n] = c;
      cost[n++] = data.entryCost[e] as number;
    }
    this.length = n;
  }

  private widen(least: number): void {
    const room = Math.max(least, this.candidate.length * 2);
    const [candidate, cost] = [new Int32Array(room), new Float64Array(room)];
    candidate.set(this.candidate);
    cost.set(this.cost);
    this.candidate = candidate;
    this.cost = cost;
  }

  /** Who of each group is looked at in any slot. */
  private gatherGroups(): void {
    const { data, seen } = this;
    const { shape } = data;
    if (this.groupCandidate.length < this.length) this.groupCandidate = new Int32Array(this.candidate.length);
    this.round++;
    let n = 0;
    for (let s = 0; s < shape.sessions; s++) {
      const first = data.groupStart[s] as number;
      for (let q = first; q < (data.groupStart[s + 1] as number); q++) {
        this.groupFrom[q] = n;
        for (let g = shape.slotStart[s] as number; g < (shape.slotStart[s + 1] as number); g++) {
          const list = (data.entryList[g] as number) + q - first;
          for (let i = this.from[list] as number; i < (this.end[list] as number); i++) {
            const c = this.candidate[i] as number;
            if (seen[c] === this.round) continue;
            seen[c] = this.round;
            this.groupCandidate[n++] = c;
          }
        }
        this.groupEnd[q] = n;
      }
    }
  }
}
