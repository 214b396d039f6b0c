/**
 * Steps on the multipliers: Adam (Kingma and Ba, ICLR 2015) on the subgradient, projected on each multiplier's range,
 * with a step length that falls when the bound stalls. Against Polyak's rule it needs no target and keeps a length of
 * its own for each row. The best multipliers are kept: any of them is a proof.
 */
import { startAtClique } from "./clique-start.js";
import { grainOf } from "./grain.js";
import type { Lagrangian } from "./lagrangian.js";

export interface AscentOptions {
  /** length of the first steps, and of the last, in grains (see grain.ts) */
  readonly firstStep: number;
  readonly lastStep: number;
  /** rounds without a better bound before steps shrink */
  readonly patience: number;
  readonly shrink: number;
}

export const ASCENT: AscentOptions = { firstStep: 0.2, lastStep: 0.0004, patience: 8, shrink: 0.8 };

const MEAN = 0.9;
const SPREAD = 0.98;
const TINY = 1e-9;

export class Ascent {
  readonly lagrangian: Lagrangian;
  best = Number.NEGATIVE_INFINITY;
  /** the multipliers of the best bound */
  readonly bestMultipliers: Float64Array;
  /** by slot: price of its cheapest team at the best bound */
  readonly bestSlotPrice: Float64Array;
  rounds = 0;
  step: number;
  private readonly options: AscentOptions;
  private readonly lastStep: number;
  private readonly mean: Float64Array;
  private readonly spread: Float64Array;
  private stalled = 0;

  constructor(lagrangian: Lagrangian, options: AscentOptions = ASCENT) {
    this.lagrangian = lagrangian;
    this.options = options;
    const grain = grainOf(lagrangian.data);
    this.step = options.firstStep * grain;
    this.lastStep = options.lastStep * grain;
    startAtClique(lagrangian);
    const n = lagrangian.rows.length;
    this.bestMultipliers = new Float64Array(n);
    this.bestSlotPrice = new Float64Array(lagrangian.slotPrice.length);
    this.mean = new Float64Array(n);
    this.spread = new Float64Array(n);
  }

  /**
   * One evaluation and one step.
   * @returns the value at the multipliers before the step
   */
  round(): number {
    const value = this.lagrangian.evaluate();
    this.rounds++;
    if (value > this.best + 1e-6 * Math.abs(this.best) || this.best === Number.NEGATIVE_INFINITY) this.stalled = 0;
    else if (++this.stalled >= this.options.patience) {
      this.stalled = 0;
      this.step = Math.max(this.lastStep, this.step * this.options.shrink);
    }
    if (value > this.best) {
      this.best = value;
      this.bestMultipliers.set(this.lagrangian.multipliers);
      this.bestSlotPrice.set(this.lagrangian.slotPrice);
    }
    this.move();
    return value;
  }

  private move(): void {
    const { rows, multipliers, gradient } = this.lagrangian;
    const { mean, spread, step } = this;
    const lifted = 1 / (1 - MEAN ** this.rounds);
    const scaled = 1 / (1 - SPREAD ** this.rounds);
    for (let i = 0; i < rows.active.length; i++) {
      const row = rows.active[i] as number;
      const g = gradient[row] as number;
      const m = MEAN * (mean[row] as number) + (1 - MEAN) * g;
      const v = SPREAD * (spread[row] as number) + (1 - SPREAD) * g * g;
      mean[row] = m;
      spread[row] = v;
      if (m === 0) continue;
      const moved =
        (multipliers[row] as number) +
        (step * (rows.scale[row] as number) * m * lifted) / (Math.sqrt(v * scaled) + TINY);
      multipliers[row] = Math.min(rows.upper[row] as number, Math.max(rows.lower[row] as number, moved));
    }
  }

  /** The best multipliers that matter, in step with Rows.active. */
  activeMultipliers(): Float64Array {
    return Float64Array.from(this.lagrangian.rows.active, (row) => this.bestMultipliers[row] as number);
  }

  /** Whether steps have become so short that more rounds gain next to nothing. */
  get spent(): boolean {
    return this.step <= this.lastStep;
  }
}

/**
 * A whole number that is a bound for certain: what rounding may have added in a sum of some hundred thousand products is
 * far below this margin (a part in 10⁹ of the sum of sizes, and a millionth), which is taken off before rounding up.
 */
export function safeBound(value: number): number {
  const margin = 1e-6 + 1e-9 * Math.abs(value);
  return Math.max(0, Math.ceil(value - margin));
}
