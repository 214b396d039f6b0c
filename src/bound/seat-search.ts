/** The cheapest team, whatever the groups: branch and bound seat by seat, members of one group in order. */
import { MAX_SEATS, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import { Completions, type Fillings } from "./completions.js";
import type { PricingTables } from "./session-prices.js";
import { ROUNDING, raise, type Survivors } from "./survivors.js";

export class SeatSearch {
  private readonly data: ProblemData;
  private readonly tables: PricingTables;
  private readonly completions: Completions;
  private readonly classes: Fillings;
  private readonly groupOfSeat = new Int32Array(MAX_SEATS);
  private readonly restPrice = new Float64Array(MAX_SEATS + 1);
  private readonly seated = new Int32Array(MAX_SEATS);
  private readonly grades: Uint8Array;
  private readonly stride: number;
  private survivors: Survivors | null = null;
  private seats = 0;
  private best = 0;

  private team: Int32Array = new Int32Array(0);

  constructor(data: ProblemData, tables: PricingTables) {
    this.data = data;
    this.tables = tables;
    this.completions = new Completions(data, tables);
    this.stride = Math.max(1, tables.maxNeeds);
    this.grades = new Uint8Array((MAX_SEATS + 1) * this.stride);
    this.classes = {
      count: 0,
      price: new Float64Array(tables.maxClasses),
      at: new Int32Array(tables.maxClasses),
      grades: data.grade,
    };
  }

  /** The exact price of the team that the last search found. */
  get found(): number {
    return this.best;
  }

  /** @returns the price of the cheapest team under `best`, whose candidates are written to `team`; else `best` */
  search(survivors: Survivors, best: number, team: Int32Array): number {
    this.lay(survivors, best);
    this.team = team;
    this.next(0, -1, survivors.plainPairs, survivors.plainPairs);
    return this.best;
  }

  /** The least that any team can cost, never more than its cheapest does: one member may sit twice in it. */
  least(survivors: Survivors, best: number): number {
    this.lay(survivors, best);
    return survivors.plainPairs + this.completions.cheapest(0, this.grades, 0);
  }

  private lay(survivors: Survivors, best: number): void {
    const { data, completions, restPrice } = this;
    const { groups, session, first, plainPairs } = survivors;
    this.survivors = survivors;
    this.best = best;
    this.seats = 0;
    for (let k = 0; k < groups; k++)
      for (let i = 0; i < (data.groupSeats[first + k] as number); i++) this.groupOfSeat[this.seats++] = k;
    restPrice[this.seats] = 0;
    for (let seat = this.seats - 1; seat >= 0; seat--)
      restPrice[seat] = (restPrice[seat + 1] as number) + survivors.leastOf(this.groupOfSeat[seat] as number);
    completions.begin(session, this.seats, MAX_SEATS);
    for (let seat = this.seats - 1; seat >= 0; seat--) {
      const k = this.groupOfSeat[seat] as number;
      const whole = seat === 0 || this.groupOfSeat[seat - 1] !== k;
      const before = plainPairs + (restPrice[0] as number) - (restPrice[seat] as number);
      this.listClasses(survivors, k);
      completions.add(seat, whole ? k : MAX_SEATS, whole ? k : k + 1, this.classes, best - before);
    }
    this.grades.fill(0, 0, survivors.needs);
  }

  /** Each class of a group at its cheapest reduced price. */
  private listClasses(survivors: Survivors, k: number): void {
    const { data, classes } = this;
    const from = data.classStart[survivors.first + k] as number;
    classes.count = (data.classStart[survivors.first + k + 1] as number) - from;
    for (let c = 0; c < classes.count; c++) {
      classes.price[c] = Number.POSITIVE_INFINITY;
      classes.at[c] = data.gradeStart[from + c] as number;
    }
    for (let i = survivors.from[k] as number; i < (survivors.end[k] as number); i++) {
      const c = data.candidateClass[survivors.candidate[i] as number] as number;
      classes.price[c] = Math.min(classes.price[c] as number, survivors.reduced[i] as number);
    }
  }

  /** Fills seat after seat; `last` is the survivor in the seat before. Costs include all pairs at the usual cost. */
  private next(seat: number, last: number, cost: number, reduced: number): void {
    const { data, stride, grades, seated, survivors, tables } = this;
    if (!survivors) return;
    const { needs } = survivors;
    const finish = this.completions.cheapest(seat, grades, seat * stride);
    if (reduced + finish >= this.best - ROUNDING) return;
    if (seat === this.seats) {
      if (cost + finish >= this.best) return;
      this.best = cost + finish;
      for (let i = 0; i < seat; i++) this.team[i] = survivors.candidate[seated[i] as number] as number;
      return;
    }
    const k = this.groupOfSeat[seat] as number;
    const start = seat > 0 && this.groupOfSeat[seat - 1] === k ? last + 1 : (survivors.from[k] as number);
    for (let i = start; i < (survivors.end[k] as number); i++) {
      let nextReduced = reduced + (survivors.reduced[i] as number);
      if (nextReduced + (this.restPrice[seat + 1] as number) >= this.best - ROUNDING) continue;
      let nextCost = cost + (survivors.price[i] as number);
      for (let j = 0; j < seat && tables.unclean[survivors.candidate[i] as number]; j++) {
        const extra =
          pairCost(data.pairs, survivors.trainer(i), survivors.trainer(seated[j] as number)) - data.pairs.base;
        nextCost += extra;
        nextReduced += Math.max(0, extra);
      }
      if (nextCost === Number.POSITIVE_INFINITY) continue;
      seated[seat] = i;
      for (let n = 0; n < needs; n++) grades[(seat + 1) * stride + n] = grades[seat * stride + n] as number;
      raise(grades, (seat + 1) * stride, data.grade, survivors.gradesOf(k, i), needs);
      this.next(seat + 1, i, nextCost, nextReduced);
    }
  }
}
