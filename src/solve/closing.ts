/**
 * The exact step: an integer program over the teams that can still be in a better plan. Where HiGHS finds its optimum,
 * the season's is proven; where time runs out, its bound and its best plan still count.
 */

import type { Lagrangian } from "../bound/lagrangian.js";
import { type NearTeam, teamsWithin } from "../bound/within.js";
import { columnMip } from "../exact/column-mip.js";
import { roundedBound, solveMip } from "../exact/highs/index.js";
import type { Problem } from "../problem/compile.js";
import type { Columns } from "../score/teams.js";

/** Teams beyond which HiGHS does not end in any useful time. */
const MOST_TEAMS = 30_000;
/** Members that can sit anywhere at all, in a season so small that HiGHS may always have a try. */
const FEW_ENTRIES = 1_500;
/** A gap, in cost, that is always worth a try. */
const FEW_UNITS = 4;
/** Gaps, as a share of the cost, that are worth a try: at any time, and once the bound stands still. */
const CLOSE = 0.003;
const NEARLY = 0.006;
/** Nodes that a counted solve grants HiGHS, which must not look at a clock then. */
const COUNTED_NODES = 20_000;
/** An attempt follows an earlier one only if the gap has shrunk to this share of it. */
const SHRUNK = 0.75;

export interface ClosingResult {
  /** a better plan, by session a column or −1; null for none */
  readonly chosen: Int32Array | null;
  readonly cost: number;
  /** whole: no plan costs less */
  readonly bound: number;
}

export class Closing {
  private readonly problem: Problem;
  private readonly lagrangian: Lagrangian;
  private readonly columns: Columns;
  private lastGap = Number.POSITIVE_INFINITY;
  private abortion: AbortController | null = null;

  constructor(problem: Problem, lagrangian: Lagrangian, columns: Columns) {
    this.problem = problem;
    this.lagrangian = lagrangian;
    this.columns = columns;
  }

  worthTrying(at: {
    readonly cost: number;
    readonly value: number;
    readonly spent: boolean;
    readonly left: number;
    readonly counted: boolean;
  }): boolean {
    const gap = at.cost - at.value;
    if (gap >= this.lastGap * SHRUNK || at.left < 300) return false;
    // A small season is worth it whatever the gap, and so is a gap of a few units that only a proof can close.
    if (this.problem.data.entryCandidate.length <= FEW_ENTRIES || gap < FEW_UNITS) return true;
    return gap <= CLOSE * at.cost || (at.spent && gap <= NEARLY * at.cost);
  }

  /** Ends the attempt that is under way. */
  abort(): void {
    this.abortion?.abort();
  }

  async close(): Promise<void> {
    this.abort();
  }

  /**
   * @param best the best plan so far, `cost` what it costs, `value` the bound at the best prices
   * @returns null where there are too many teams to try
   */
  async attempt(
    best: Int32Array,
    cost: number,
    value: number,
    left: number,
    counted: boolean,
  ): Promise<ClosingResult | null> {
    this.lastGap = cost - value;
    // Only a plan that costs at least one less would be better: that much of the gap need not be searched.
    const here = this.lagrangian.evaluate();
    const near = teamsWithin(this.lagrangian, cost - 1 - here + 1e-3, MOST_TEAMS);
    if (!near) return null;
    const teams = this.withBest(near, best);
    const { model, read } = columnMip(this.problem, teams);
    this.abortion = new AbortController();
    const result = await solveMip(model, {
      // HiGHS hands over its bound only if it ends by itself: a little before the time is up.
      seconds: counted ? Number.POSITIVE_INFINITY : Math.max(0.1, left / 1000 - 0.35),
      signal: this.abortion.signal,
      cutoff: cost,
      ...(counted ? { nodes: COUNTED_NODES } : {}),
    });
    this.abortion = null;
    const bound = result.status === "infeasible" ? cost : Math.min(cost, roundedBound(result.bound));
    if (!result.x || result.objective === null || Math.round(result.objective) >= cost)
      return { chosen: null, cost, bound };
    const picked = read(result.x);
    const chosen = Int32Array.from(picked, (at) => {
      const team = at < 0 ? undefined : teams[at];
      return team ? this.columns.intern(team.slot, [...team.trainers]) : -1;
    });
    return { chosen, cost: Math.round(result.objective), bound: Math.min(bound, Math.round(result.objective)) };
  }

  /** The near teams with their own cost, and those of the best plan, so that there is a plan among them. */
  private withBest(near: readonly NearTeam[], best: Int32Array): { slot: number; trainers: number[]; cost: number }[] {
    const { columns } = this;
    const wanted = new Set<number>();
    for (const team of near) {
      const column = columns.intern(team.slot, [...team.trainers]);
      if (column >= 0) wanted.add(column);
    }
    for (const column of best) if (column >= 0) wanted.add(column);
    return [...wanted].map((column) => ({
      slot: columns.slot[column] as number,
      trainers: columns.teamOf(column),
      cost: columns.cost[column] as number,
    }));
  }
}
