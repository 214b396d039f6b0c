/** Hands out the best plan now and then while a solve goes on, for whoever keeps it against a crash. */
import { check } from "../check/check.js";
import type { Plan, Season } from "../model/types.js";
import type { Problem } from "../problem/compile.js";
import { planOf } from "../score/plans.js";
import type { Columns } from "../score/teams.js";

/** What is best by now: a column for each session, its cost and the bound. */
export interface Best {
  readonly columns: Int32Array | readonly number[];
  readonly cost: number;
  readonly bound: number;
}

export class PlanTeller {
  private cost = Number.POSITIVE_INFINITY;
  private at = Number.NEGATIVE_INFINITY;

  /** @param every milliseconds between two plans; undefined: none is handed out */
  constructor(
    private readonly problem: Problem,
    private readonly season: Season,
    private readonly columns: Columns,
    private readonly every: number | undefined,
  ) {}

  /** The best plan, where it is time for one and it is better than the last; judged by the check like one that leaves. */
  next(now: number, best: () => Best): Plan | null {
    if (this.every === undefined || now < this.at + this.every) return null;
    const { columns, cost, bound } = best();
    if (cost >= this.cost) return null;
    this.cost = cost;
    this.at = now;
    const plan = planOf(this.problem, this.season, this.columns, columns, { cost, bound });
    const { feasible, misstated } = check(this.season, plan);
    return feasible && !misstated ? plan : null;
  }
}
