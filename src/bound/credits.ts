/**
 * A quick bound on a team's price. Each level of a need (levels.ts) is a row "reached only if somebody reaches it"; priced
 * with a credit between 0 and the level's worth, it falls apart: every member who reaches it has the credit off her price,
 * whether or not another does so too, and each group takes its cheapest. Credits rise for what nobody brings and fall
 * for what several do (Lagrangian relaxation, with Polyak's steps towards the best team known).
 */
import { MAX_SEATS, type ProblemData } from "../problem/data.js";
import { grainOf } from "./grain.js";
import { type Levels, lowestLevel } from "./levels.js";
import type { Survivors } from "./survivors.js";

/** Steps between two looks at what is left, and how many such blocks at most. */
const BLOCK = 4;
const BLOCKS = 8;
/** Teams that are quicker looked through than bounded any closer. */
const FEW_TEAMS = 60;
/** Where no team is known yet, the aim is above the bound by this share of it. */
const BLIND_AIM = 0.1;
/** Stands for a worth without limit. */
const HUGE = 1e6;
/** Credits start at this many grains (grain.ts), or half of their worth. */
const START = 2;

export class Credits {
  private readonly data: ProblemData;
  private readonly levels: Levels;
  /** by level of the session at hand: its credit */
  credit: Float64Array = new Float64Array(0);
  /** the bound at the present credits: no team of the slot costs less */
  value = 0;
  /** by survivor: reduced price less the credits of what she reaches */
  readonly adjusted: Float64Array;
  /** by group: adjusted price of the dearest member that the relaxed team has in it */
  readonly dearest = new Float64Array(3);
  /** survivors of the relaxed team, group by group */
  readonly relaxed = new Int32Array(MAX_SEATS);
  private readonly bySlot: Float64Array;
  private readonly startOfSlot: Int32Array;
  private readonly best: Float64Array;
  private readonly slope: Float64Array;
  private readonly classCredit: Float64Array;

  /** @param room most survivors at a time; `classes`: most classes of one group */
  constructor(data: ProblemData, levels: Levels, room: number, classes: number) {
    this.data = data;
    this.levels = levels;
    const slots = data.shape.sessionOf.length;
    this.startOfSlot = new Int32Array(slots + 1);
    let most = 0;
    for (let g = 0; g < slots; g++) {
      const s = data.shape.sessionOf[g] as number;
      const count = (levels.start[s + 1] as number) - (levels.start[s] as number);
      this.startOfSlot[g + 1] = (this.startOfSlot[g] as number) + count;
      most = Math.max(most, count);
    }
    const grain = grainOf(data);
    // Credits are kept from call to call: prices change little in between.
    this.bySlot = new Float64Array(this.startOfSlot[slots] as number);
    for (let g = 0; g < slots; g++) {
      const s = data.shape.sessionOf[g] as number;
      const at = this.startOfSlot[g] as number;
      for (let l = 0; at + l < (this.startOfSlot[g + 1] as number); l++)
        this.bySlot[at + l] = Math.min(START * grain, (levels.worth[(levels.start[s] as number) + l] as number) / 2);
    }
    this.best = new Float64Array(most);
    this.slope = new Float64Array(most);
    this.adjusted = new Float64Array(room);
    this.classCredit = new Float64Array(3 * classes);
  }

  /**
   * Raises the bound of a slot until few teams are left that it does not rule out.
   * @param known price of a team that is known, or what a team must be cheaper than to matter; Infinity for neither
   * @param price tells what the relaxed team costs truly, Infinity where it is no team
   */
  raise(survivors: Survivors, slot: number, known: number, price: (team: Int32Array) => number): void {
    const { levels, best } = this;
    const start = levels.start[survivors.session] as number;
    const count = (levels.start[survivors.session + 1] as number) - start;
    const at = this.startOfSlot[slot] as number;
    this.credit = this.bySlot.subarray(at, at + count);
    let aim = known;
    let [bound, length] = [Number.NEGATIVE_INFINITY, 1];
    let done = false;
    for (let block = 0; block < BLOCKS && !done; block++) {
      for (let i = 0; i < BLOCK && !done; i++) {
        const value = this.relax(survivors);
        aim = Math.min(aim, price(this.relaxed));
        if (value > bound) {
          bound = value;
          best.set(this.credit);
        } else length *= 0.6;
        done = bound >= aim || !this.step(survivors, start, aim, value, length);
      }
      done ||= this.teamsLeft(survivors, aim) <= FEW_TEAMS;
    }
    this.credit.set(best.subarray(0, count));
    this.relax(survivors);
  }

  /** The reduced price at which a member of a class is as good as the dearest of group k's in the relaxed team. */
  worthOf(k: number, classIx: number): number {
    return (this.dearest[k] as number) + this.creditOf(classIx);
  }

  /** The credits of the levels that a class reaches. */
  private creditOf(classIx: number): number {
    const { levels, credit } = this;
    const { words, reached } = levels;
    let sum = 0;
    for (let w = 0; w < words; w++)
      for (let set = reached[classIx * words + w] as number; set !== 0; set &= set - 1)
        sum += credit[lowestLevel(w, set)] as number;
    return sum;
  }

  /** The relaxed team and its price at the present credits. */
  private relax(survivors: Survivors): number {
    const { data, levels, credit, adjusted, classCredit, relaxed, dearest } = this;
    const { session, first, groups, reduced, from, end } = survivors;
    let value = (levels.base[session] as number) + survivors.plainPairs;
    for (let l = 0; l < credit.length; l++) value += credit[l] as number;
    const firstClass = data.classStart[first] as number;
    const lastClass = data.classStart[first + groups] as number;
    for (let c = firstClass; c < lastClass; c++) classCredit[c - firstClass] = this.creditOf(c);
    let seat = 0;
    for (let k = 0; k < groups; k++) {
      const seats = data.groupSeats[first + k] as number;
      const base = (data.classStart[first + k] as number) - firstClass;
      let sat = 0;
      for (let i = from[k] as number; i < (end[k] as number); i++) {
        const cls = data.candidateClass[survivors.candidate[i] as number] as number;
        const p = (reduced[i] as number) - (classCredit[base + cls] as number);
        adjusted[i] = p;
        if (sat === seats && p >= (adjusted[relaxed[seat + seats - 1] as number] as number)) continue;
        if (sat < seats) sat++;
        let j = seat + sat - 1;
        for (; j > seat && (adjusted[relaxed[j - 1] as number] as number) > p; j--)
          relaxed[j] = relaxed[j - 1] as number;
        relaxed[j] = i;
      }
      for (let j = seat; j < seat + seats; j++) value += adjusted[relaxed[j] as number] as number;
      seat += seats;
      dearest[k] = adjusted[relaxed[seat - 1] as number] as number;
    }
    this.value = value;
    return value;
  }

  /** @returns false where no step can raise the bound */
  private step(survivors: Survivors, start: number, aim: number, value: number, length: number): boolean {
    const { data, levels, credit, slope, relaxed } = this;
    const { words, reached } = levels;
    slope.fill(1, 0, credit.length);
    let seat = 0;
    for (let k = 0; k < survivors.groups; k++)
      for (let i = 0; i < (data.groupSeats[survivors.first + k] as number); i++, seat++) {
        const c = survivors.classOf(k, relaxed[seat] as number);
        for (let w = 0; w < words; w++)
          for (let set = reached[c * words + w] as number; set !== 0; set &= set - 1) {
            const l = lowestLevel(w, set);
            slope[l] = (slope[l] as number) - 1;
          }
      }
    let square = 0;
    for (let l = 0; l < credit.length; l++) {
      const d = slope[l] as number;
      const stuck = d > 0 ? (credit[l] as number) >= this.worth(start + l) : (credit[l] as number) <= 0;
      if (stuck) slope[l] = 0;
      else square += d * d;
    }
    if (square === 0) return false;
    const far = aim < Number.POSITIVE_INFINITY ? aim - value : BLIND_AIM * Math.abs(value) + 1;
    const scale = (length * far) / square;
    for (let l = 0; l < credit.length; l++)
      credit[l] = Math.max(0, Math.min(this.worth(start + l), (credit[l] as number) + scale * (slope[l] as number)));
    return true;
  }

  private worth(level: number): number {
    return Math.min(HUGE, this.levels.worth[level] as number);
  }

  /** How many teams there are of members whom the bound does not rule out, or so. */
  private teamsLeft(survivors: Survivors, aim: number): number {
    const { data, adjusted, dearest } = this;
    let teams = 1;
    for (let k = 0; k < survivors.groups; k++) {
      const most = aim - this.value + (dearest[k] as number);
      let left = 0;
      for (let i = survivors.from[k] as number; i < (survivors.end[k] as number); i++)
        if ((adjusted[i] as number) < most) left++;
      const seats = data.groupSeats[survivors.first + k] as number;
      for (let s = 0; s < seats; s++) teams *= Math.max(1, left - s) / (s + 1);
    }
    return teams;
  }
}
