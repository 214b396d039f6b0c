/**
 * Steps on the multipliers: Adam (Kingma and Ba, ICLR 2015) on the subgradient, projected on each multiplier's range,
 * with a step length that falls when the bound stalls. Against Polyak's rule it needs no target and keeps a length of
 * its own for each row. The best multipliers are kept: any of them is a proof.
 */
import type { ProblemData } from "../problem/data.js";
import { startAtClique } from "./clique-start.js";
import { grainOf } from "./grain.js";
import type { Lagrangian } from "./lagrangian.js";
import { PartialPricing } from "./partial.js";

export interface AscentOptions {
  /** length of the first steps, and of the last, in grains (see grain.ts) */
  readonly firstStep: number;
  readonly lastStep: number;
  /** rounds over everybody without a better bound before steps shrink */
  readonly patience: number;
  readonly shrink: number;
  /** rounds over a few (see partial.ts) after each over everybody */
  readonly partialRounds: number;
}

const SMALL: AscentOptions = { firstStep: 0.2, lastStep: 0.0004, patience: 8, shrink: 0.8, partialRounds: 0 };
const LARGE: AscentOptions = { firstStep: 0.1, lastStep: 0.0004, patience: 1, shrink: 0.7, partialRounds: 8 };
/** Entries from which partial rounds gain more than noting who is near takes. */
const MANY_ENTRIES = 200_000;
/** How far above the cheapest those are who are looked at in partial rounds: in steps, and at least, in grains. */
const MARGIN_STEPS = 4;
const LEAST_MARGIN = 0.06;

/**
 * From multipliers that are good already: first steps are this much shorter, so as not to leave them, and the last ones
 * this much longer, since the last hundredths of a per cent take most of the rounds.
 */
const WARM_STEP = 0.1;
const WARM_END = 5;

const MEAN = 0.9;
const SPREAD = 0.98;
const TINY = 1e-9;
/** Rounds over which the sum of what is left open is averaged, more or less. */
const AVERAGED = 20;

export class Ascent {
  readonly lagrangian: Lagrangian;
  best = Number.NEGATIVE_INFINITY;
  /** the multipliers of the best bound */
  readonly bestMultipliers: Float64Array;
  /** by slot: price of its cheapest team at the best bound */
  readonly bestSlotPrice: Float64Array;
  rounds = 0;
  /** the sum of what is left open (open-sum.ts), on average over the last rounds */
  sum = 0;
  step: number;
  private readonly options: AscentOptions;
  private readonly lastStep: number;
  private readonly mean: Float64Array;
  private readonly spread: Float64Array;
  private stalled = 0;
  private readonly grain: number;
  private readonly partial: PartialPricing | null;
  private partialRoundsLeft = 0;

  /**
   * @param start size rows.length: multipliers to start from, that were good for a season much like this one
   * @param grain what steps are measured in; the season's own where it is left out
   */
  constructor(
    lagrangian: Lagrangian,
    start: Float64Array | null = null,
    options: AscentOptions = optionsFor(lagrangian.data),
    grain = grainOf(lagrangian.data),
  ) {
    this.lagrangian = lagrangian;
    this.options = options;
    this.grain = grain;
    this.partial = options.partialRounds > 0 ? new PartialPricing(lagrangian) : null;
    this.step = options.firstStep * grain * (start ? WARM_STEP : 1);
    this.lastStep = options.lastStep * grain * (start ? WARM_END : 1);
    if (start) lagrangian.multipliers.set(start);
    else startAtClique(lagrangian);
    const n = lagrangian.rows.length;
    this.bestMultipliers = new Float64Array(n);
    this.bestSlotPrice = new Float64Array(lagrangian.slotPrice.length);
    this.mean = new Float64Array(n);
    this.spread = new Float64Array(n);
  }

  /**
   * One evaluation, over everybody or over a few, and one step.
   * @returns the value at the multipliers before the step; it is a bound only where everybody was looked at
   */
  round(): number {
    const { lagrangian, partial } = this;
    this.rounds++;
    const value = partial && this.partialRoundsLeft > 0 ? lagrangian.evaluate(partial.entries) : this.fullRound();
    this.partialRoundsLeft--;
    this.sum += (lagrangian.openSum.sum - this.sum) / Math.min(this.rounds, AVERAGED);
    this.move();
    return value;
  }

  private fullRound(): number {
    const { lagrangian, partial } = this;
    const margin = Math.max(MARGIN_STEPS * this.step, LEAST_MARGIN * this.grain);
    const value = partial ? partial.renew(margin) : lagrangian.evaluate();
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
    this.partialRoundsLeft = this.options.partialRounds + 1;
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

/** The options that suit a season's size. */
export function optionsFor(data: ProblemData): AscentOptions {
  return data.entryCandidate.length < MANY_ENTRIES ? SMALL : LARGE;
}

/**
 * A whole number that is a bound for certain: what rounding may have added in a sum of some hundred thousand products is
 * far below this margin (a part in 10⁹ of the sum of sizes, and a millionth), which is taken off before rounding up.
 */
export function safeBound(value: number): number {
  const margin = 1e-6 + 1e-9 * Math.abs(value);
  return Math.max(0, Math.ceil(value - margin));
}
