/** The half that proves: it raises the bound a while when asked, and hands back its best prices. */
import { Ascent } from "../bound/ascent.js";
import { Branches } from "../bound/branches.js";
import { onlyHeadsCount } from "../bound/grain.js";
import { Lagrangian } from "../bound/lagrangian.js";
import { Purses } from "../bound/purses.js";
import type { ProblemData } from "../problem/data.js";
import { type AnnealingRequest, type PlanByIndex, SideSearch } from "./side-search.js";

/** How long to go on: until either runs out. */
export interface BoundRequest {
  readonly rounds: number;
  readonly ms: number;
  /** of the best plan known; Infinity where there is none */
  readonly cost: number;
}

export interface BoundReport {
  /** the best value so far, not yet rounded to a safe whole number */
  readonly value: number;
  readonly rounds: number;
  /** more rounds will gain next to nothing */
  readonly spent: boolean;
  /** nothing at all is left to do */
  readonly done: boolean;
  /** prices of the best value, where it has risen since the last report */
  readonly prices: Prices | null;
}

export interface Prices {
  /** in step with Rows.active */
  readonly multipliers: Float64Array;
  /** by slot: price of its cheapest team */
  readonly slotPrice: Float64Array;
}

export interface BoundPartner {
  run(request: BoundRequest): Promise<BoundReport>;
  /** Where the bound has a thread of its own that has become idle: a plan of a separate annealing. */
  anneal?(request: AnnealingRequest): Promise<PlanByIndex>;
  close(): Promise<void>;
}

/** Rounds without a rise after which the bound has done what it can, where only heads count. */
const STILL_ROUNDS = 200;

/** The bound itself, wherever it runs. */
export class BoundEngine {
  readonly ascent: Ascent;
  private readonly clock: () => number;
  private reported = Number.NEGATIVE_INFINITY;
  private readonly purses: Purses;
  /** once the ascent is spent */
  private branches: Branches | null = null;
  private done = false;
  private readonly headsCount: boolean;
  /** the ascent's best as a whole number, and when it last rose */
  private whole = Number.NEGATIVE_INFINITY;
  private rose = 0;
  private side: SideSearch | null = null;
  /** the best value with whole sessions in each budget */
  private tightened = Number.NEGATIVE_INFINITY;
  /** the ascent's best and rounds when that was last worked out */
  private atBest = Number.NEGATIVE_INFINITY;
  private atRound = 0;

  /**
   * @param clock milliseconds
   * @param start multipliers to start from (see bound/warm-prices.ts)
   */
  constructor(data: ProblemData, clock: () => number, start: Float64Array | null = null) {
    this.ascent = new Ascent(new Lagrangian(data), start);
    this.purses = new Purses(this.ascent.lagrangian);
    this.headsCount = onlyHeadsCount(data);
    this.clock = clock;
  }

  run({ rounds, ms, cost }: BoundRequest): BoundReport {
    const { ascent } = this;
    const end = this.clock() + ms;
    for (let i = 0; i < rounds && !this.done && (i === 0 || this.clock() < end); i++) this.round(cost);
    const risen = ascent.best > this.reported;
    this.reported = ascent.best;
    this.tighten();
    return {
      value: Math.max(ascent.best, this.tightened, this.branches?.value ?? 0),
      rounds: ascent.rounds,
      spent: ascent.spent,
      done: this.done,
      prices: risen ? { multipliers: ascent.activeMultipliers(), slotPrice: ascent.bestSlotPrice.slice() } : null,
    };
  }

  /** An annealing at the best prices, where the bound has nothing left to do. */
  anneal(request: AnnealingRequest): PlanByIndex {
    const { lagrangian } = this.ascent;
    if (!this.side) {
      lagrangian.adopt(this.ascent.activeMultipliers(), this.ascent.bestSlotPrice);
      this.side = new SideSearch(request.season, lagrangian, this.clock);
    }
    return this.side.anneal(request);
  }

  private round(cost: number): void {
    const { ascent, purses } = this;
    if (!ascent.spent) {
      ascent.round();
      if (this.headsCount) this.done = this.standsStill();
      return;
    }
    this.tighten();
    this.branches ??= new Branches(ascent.lagrangian, purses, {
      value: Math.max(ascent.best, this.tightened),
      multipliers: ascent.bestMultipliers,
      sum: ascent.sum,
    });
    this.done = !this.branches.round(cost);
  }

  /** Where only heads count, the bound is at once what overlaps at the busiest time, and hardly ever more. */
  private standsStill(): boolean {
    const { ascent } = this;
    if (Math.ceil(ascent.best) > this.whole) {
      this.whole = Math.ceil(ascent.best);
      this.rose = ascent.rounds;
    }
    return ascent.rounds - this.rose > STILL_ROUNDS;
  }

  /** Looks at budgets now and then, for a tenth of the rounds or so; and once more when the ascent stands still. */
  private tighten(): void {
    const { ascent, purses } = this;
    const due = ascent.spent || ascent.rounds - this.atRound >= 10 * Purses.rounds;
    if (!due || ascent.best <= this.atBest) return;
    this.atBest = ascent.best;
    this.atRound = ascent.rounds;
    const present = ascent.lagrangian.multipliers.slice();
    this.tightened = Math.max(this.tightened, purses.tighten(ascent.bestMultipliers));
    ascent.lagrangian.multipliers.set(present);
  }
}

/** The bound in this thread. */
export function localBound(data: ProblemData, clock: () => number, start: Float64Array | null): BoundPartner {
  const engine = new BoundEngine(data, clock, start);
  return {
    run: async (request) => engine.run(request),
    close: async () => undefined,
  };
}
