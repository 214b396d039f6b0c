/**
 * Branch and bound on what is left open (open-sum.ts). Windows that together hold every sum each have a bound of their
 * own, and the least of them is the season's: every plan is in one of them. The weakest window is worked on; when more
 * rounds gain next to nothing it is split where its sum lies (Land and Doig, Econometrica 1960, on one general integer).
 */
import { Ascent, type AscentOptions, optionsFor } from "./ascent.js";
import { grainOf } from "./grain.js";
import type { Lagrangian } from "./lagrangian.js";
import { EVERY_SUM, type Window } from "./open-sum.js";
import type { Purses } from "./purses.js";

interface Branch {
  readonly window: Window;
  /** its bound */
  readonly value: number;
  /** multipliers of that bound, or of one near it */
  readonly multipliers: Float64Array;
  /** the sum of what is left open, on average over the last rounds */
  readonly sum: number;
  /** what its last ascent gained */
  readonly gain: number;
  readonly spent: boolean;
}

/** The season's bound outside of any branch. */
export type Root = Pick<Branch, "value" | "multipliers" | "sum">;

/** A window shuts people out who were in everybody's sums before: prices have further to go than in a warm start. */
const FIRST_STEP = 1;
const PATIENCE = 2;
/** Length of the sum's steps beside others: in its unit, and in the grain, respectively. */
const SUM_STEP = 0.6;
/** First price of the sum that is tried, in its unit; each one after is twice as high. */
const FIRST_PRICE = 1 / 64;
const MOST_DOUBLINGS = 30;
/** Where sums lie closer than this share of the gap, divisions settle nothing. */
const LEAST_UNIT = 0.02;
/** A window of one sum gets another ascent as long as the last one gained this share of the gap. */
const LEAST_GAIN = 0.004;

export class Branches {
  private readonly lagrangian: Lagrangian;
  private readonly purses: Purses;
  private readonly options: AscentOptions;
  private readonly grain: number;
  private branches: readonly Branch[];
  private ascent: Ascent | null = null;
  private working: Branch;

  /** @param root the best bound without branches; where rounds start */
  constructor(lagrangian: Lagrangian, purses: Purses, root: Root) {
    this.lagrangian = lagrangian;
    this.purses = purses;
    const usual = optionsFor(lagrangian.data);
    this.options = { ...usual, firstStep: FIRST_STEP, patience: PATIENCE * usual.patience };
    this.grain = grainOf(lagrangian.data);
    lagrangian.rows.scale[lagrangian.rows.openSum] = (SUM_STEP * lagrangian.openSum.unit) / this.grain;
    this.working = { ...root, multipliers: root.multipliers.slice(), window: EVERY_SUM, gain: 0, spent: true };
    this.branches = [this.working];
  }

  /** The season's bound. */
  get value(): number {
    return this.branches.reduce((least, { value }) => Math.min(least, value), Number.POSITIVE_INFINITY);
  }

  /**
   * One round on the weakest window.
   * @param cost of the best plan known: a window that holds none better is settled
   * @returns false where nothing is left to do
   */
  round(cost: number): boolean {
    if (!this.ascent && !this.begin(cost)) return false;
    const { ascent } = this;
    if (!ascent) return true;
    ascent.round();
    if (ascent.spent) this.finish(ascent);
    return true;
  }

  /** Turns to the weakest window, and divides it where it is spent. */
  private begin(cost: number): boolean {
    const weaker = (a: Branch, b: Branch): boolean => b.value < a.value || (b.value === a.value && a.spent && !b.spent);
    let weakest = this.branches.reduce((a, b) => (weaker(a, b) ? b : a));
    if (this.lagrangian.openSum.unit < LEAST_UNIT * (cost - weakest.value) || weakest.value >= cost) return false;
    if (weakest.spent) {
      const parts = partsOf(weakest);
      if (parts.length === 0 && weakest.gain < LEAST_GAIN * (cost - weakest.value)) return false;
      const [first = weakest] = parts;
      if (parts.length > 0) this.replace(weakest, ...parts);
      weakest = first;
    }
    const aimed = this.aim(weakest, cost);
    this.replace(weakest, aimed);
    if (aimed.value >= cost) return true;
    this.working = aimed;
    this.lagrangian.openSum.within(aimed.window);
    this.ascent = new Ascent(this.lagrangian, aimed.multipliers, this.options, this.grain);
    return true;
  }

  /** Looks for a price of the sum that draws it into the window, every other price left as it is. */
  private aim(branch: Branch, cost: number): Branch {
    const { lagrangian } = this;
    const { window, sum } = branch;
    if (window.least <= sum && sum <= window.most) return branch;
    const row = lagrangian.rows.openSum;
    const multipliers = branch.multipliers.slice();
    lagrangian.openSum.within(window);
    lagrangian.multipliers.set(multipliers);
    let value = lagrangian.evaluate();
    let step = (sum > window.most ? FIRST_PRICE : -FIRST_PRICE) * lagrangian.openSum.unit;
    for (let tries = 0; tries < MOST_DOUBLINGS && value < cost; tries++, step *= 2) {
      lagrangian.multipliers[row] = (branch.multipliers[row] as number) + step;
      const here = lagrangian.evaluate();
      if (!(here > value)) break;
      value = here;
      multipliers[row] = lagrangian.multipliers[row] as number;
    }
    lagrangian.openSum.within(EVERY_SUM);
    return { ...branch, multipliers, value: Math.max(branch.value, value) };
  }

  private finish(ascent: Ascent): void {
    const { working, lagrangian, purses } = this;
    const multipliers = ascent.bestMultipliers;
    const value = Math.max(working.value, ascent.best, purses.tighten(multipliers));
    this.replace(working, {
      ...working,
      multipliers,
      value,
      gain: value - working.value,
      sum: ascent.sum,
      spent: true,
    });
    lagrangian.openSum.within(EVERY_SUM);
    this.ascent = null;
  }

  private replace(branch: Branch, ...by: readonly Branch[]): void {
    this.branches = this.branches.flatMap((other) => (other === branch ? by : [other]));
  }
}

/**
 * What a window is divided into: the sum that it comes near to, and what is below and above; none where it holds one sum
 * only. Below it nearly always stands where no plan is, which a look at its price shows.
 */
function partsOf(branch: Branch): readonly Branch[] {
  const { least, most } = branch.window;
  if (least >= most) return [];
  const at = Math.min(most, Math.max(least, Math.floor(branch.sum)));
  const windows: readonly Window[] = [
    { least, most: at - 1 },
    { least: at, most: at },
    { least: at + 1, most },
  ];
  return windows.filter((w) => w.least <= w.most).map((window) => ({ ...branch, window, spent: false }));
}
