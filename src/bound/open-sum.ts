/**
 * What a plan leaves open as one whole number, and a window on it. How much goes without a team is the first and dearest
 * question of a season; within a window the sum has a multiplier like any other row.
 */
import type { ProblemData } from "../problem/data.js";
import type { Rows } from "./rows.js";

/** Sums from `least` to `most`, both included, in units. */
export interface Window {
  readonly least: number;
  readonly most: number;
}

export const EVERY_SUM: Window = { least: 0, most: Number.POSITIVE_INFINITY };

/** Priorities are small numbers: the least of them is at most this many units. */
const MOST_PARTS = 6;
/** By how much of a unit a cost may be off a whole number of them: what its published team or the like adds. */
const LEEWAY = 0.2;

export class OpenSum {
  private readonly data: ProblemData;
  private readonly rows: Rows;
  /** the cost of which every open session costs a whole multiple, more or less */
  readonly unit: number;
  /** by session: what it adds when it is left open, a whole number of units; 0 where it must be staffed */
  readonly weight: Float64Array;
  private window = EVERY_SUM;
  /** the sum at the last evaluation, in units */
  sum = 0;

  constructor(data: ProblemData, rows: Rows) {
    this.data = data;
    this.rows = rows;
    const costs = data.unstaffedCost.map((cost) => (cost < Number.POSITIVE_INFINITY ? cost : 0));
    this.unit = unitOf(costs.filter((cost) => cost > 0));
    this.weight = costs.map((cost) => (this.unit > 0 ? Math.round(cost / this.unit) : 0));
  }

  /** From now on the bound is one on plans within the window alone. */
  within(window: Window): void {
    const { lower, upper, openSum } = this.rows;
    this.window = window;
    lower[openSum] = window.least > 0 ? Number.NEGATIVE_INFINITY : 0;
    upper[openSum] = window.most < Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : 0;
  }

  /** @param openPrice by session: what leaving it open costs at the present price of the sum; written */
  reprice(openPrice: Float64Array, multipliers: Float64Array): void {
    const price = multipliers[this.rows.openSum] as number;
    for (let s = 0; s < openPrice.length; s++)
      openPrice[s] = (this.data.unstaffedCost[s] as number) + price * (this.weight[s] as number);
  }

  /**
   * What the window takes off the bound: the price of the dearest sum in it. Its row of the gradient is the sum's way to it.
   * @param taken by session: its slot, −1 for none
   */
  price(taken: Int32Array, multipliers: Float64Array, gradient: Float64Array): number {
    const row = this.rows.openSum;
    const { least, most } = this.window;
    const price = multipliers[row] as number;
    this.sum = 0;
    for (let s = 0; s < taken.length; s++) if (taken[s] === -1) this.sum += this.weight[s] as number;
    const end = price > 0 ? most : price < 0 ? least : Math.min(most, Math.max(least, this.sum));
    gradient[row] = this.sum - end;
    return price === 0 ? 0 : -price * end;
  }
}

/** The greatest part of the least cost of which all costs are multiples, but for a little; else a plain divisor of all. */
function unitOf(costs: Float64Array): number {
  const least = costs.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  for (let parts = 1; parts <= MOST_PARTS; parts++) {
    const unit = least / parts;
    if (costs.every((cost) => Math.abs(cost / unit - Math.round(cost / unit)) <= LEEWAY))
      return costs.length ? unit : 0;
  }
  return costs.reduce(greatestDivisor, 0);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
