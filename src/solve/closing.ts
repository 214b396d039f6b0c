/**
 * The exact step: an integer program over the teams that can still be in a better plan. Where HiGHS finds its optimum,
 * the season's is proven; where time runs out, its bound and its best plan still count.
 */

import type { Lagrangian } from "../bound/lagrangian.js";
import { type NearTeam, teamsWithin } from "../bound/within.js";
import { columnMip } from "../exact/column-mip.js";
import { type MipModel, roundedBound, solveMip, warmUp } from "../exact/highs/index.js";
import { seasonMip } from "../exact/season-mip.js";
import type { Problem } from "../problem/compile.js";
import type { ProblemData } from "../problem/data.js";
import type { Columns } from "../score/teams.js";

/** Teams beyond which HiGHS does not end in any useful time. */
const MOST_TEAMS = 30_000;
/** Members that can sit anywhere at all, in a season so small that HiGHS may always have a try. */
const FEW_ENTRIES = 1_500;
/** Entries up to which the plain program, without those who can be in no better plan, is what HiGHS does best. */
const PLAIN_ENTRIES = 6_000;
/** Near teams up to which a choice among them is quicker than any other program. */
const FEW_TEAMS = 1_000;
/** A gap, in cost, that is always worth a try. */
const FEW_UNITS = 4;
/** Gaps, as a share of the cost, that are worth a try: at any time, and once the bound stands still. */
const CLOSE = 0.004;
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
    if (problem.data.entryCandidate.length <= PLAIN_ENTRIES) warmUp();
  }

  worthTrying(at: {
    readonly cost: number;
    readonly value: number;
    readonly spent: boolean;
    /** the plan is as good as an annealing makes it */
    readonly cool: boolean;
    readonly left: number;
  }): boolean {
    const gap = at.cost - at.value;
    if (gap >= this.lastGap * SHRUNK || at.left < 300) return false;
    // A small season is worth it whatever the gap, and so is a gap of a few units that only a proof can close.
    const small = this.problem.data.entryCandidate.length <= FEW_ENTRIES;
    if ((small && at.cool) || gap < FEW_UNITS) return true;
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
    const plain = near.length > FEW_TEAMS && this.problem.data.entryCandidate.length <= PLAIN_ENTRIES;
    const { model, read } = plain ? this.ofMembers(near) : this.ofTeams(near, best);
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
    const chosen = read(result.x);
    return { chosen, cost: Math.round(result.objective), bound: Math.min(bound, Math.round(result.objective)) };
  }

  /** The plain program of the season, without the members who sit in no near team. */
  private ofMembers(near: readonly NearTeam[]): Program {
    const { data } = this.problem;
    const { model, read, memberColumn } = seasonMip(this.problem);
    const wanted = new Set<number>();
    for (const { slot, trainers } of near) {
      const seat = data.seatStart[data.shape.sessionOf[slot] as number] as number;
      trainers.forEach((t, k) => {
        wanted.add(memberColumn(slot, data.seatRole[seat + k] as number, t));
      });
    }
    for (let g = 0; g < data.shape.sessionOf.length; g++)
      for (const [role, trainer] of membersOf(data, g)) {
        const column = memberColumn(g, role, trainer);
        if (column >= 0 && !wanted.has(column)) model.fixAtZero(column);
      }
    return {
      model,
      read: (x) => {
        const chosen = new Int32Array(data.shape.sessions).fill(-1);
        for (const { session, slot, members } of read(x)) {
          const trainers = [...members].sort((a, b) => a.role - b.role).map((m) => m.trainer);
          chosen[session] = this.columns.intern(slot, trainers);
        }
        return chosen;
      },
    };
  }

  /** A choice among the near teams and those of the best plan, so that there is a plan among them. */
  private ofTeams(near: readonly NearTeam[], best: Int32Array): Program {
    const { columns } = this;
    const wanted = new Set<number>();
    for (const team of near) {
      const column = columns.intern(team.slot, [...team.trainers]);
      if (column >= 0) wanted.add(column);
    }
    for (const column of best) if (column >= 0) wanted.add(column);
    const teams = [...wanted];
    const { model, read } = columnMip(
      this.problem,
      teams.map((column) => ({
        slot: columns.slot[column] as number,
        trainers: columns.teamOf(column),
        cost: columns.cost[column] as number,
      })),
    );
    return { model, read: (x) => read(x).map((at) => (at < 0 ? -1 : (teams[at] as number))) };
  }
}

/** An integer program, and its solutions as columns of the search, by session. */
interface Program {
  readonly model: MipModel;
  read(x: Float64Array): Int32Array;
}

/** Role and trainer of everybody who can sit in a slot. */
function* membersOf(data: ProblemData, slot: number): Generator<readonly [role: number, trainer: number]> {
  const session = data.shape.sessionOf[slot] as number;
  const first = data.groupStart[session] as number;
  for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
    const list = (data.entryList[slot] as number) + q - first;
    for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++)
      yield [data.groupRole[q] as number, data.candidateTrainer[data.entryCandidate[e] as number] as number];
  }
}
