/** What leaves a solve: the best plan, judged by the check that shares nothing with the search, and all that is told of it. */
import type { Lagrangian } from "../bound/lagrangian.js";
import { namedPrices } from "../bound/warm-prices.js";
import { check } from "../check/check.js";
import type { Season } from "../model/types.js";
import type { Problem } from "../problem/compile.js";
import { planOf } from "../score/plans.js";
import type { Columns } from "../score/teams.js";
import type { Search } from "../search/search.js";
import type { SolveOptions, SolveOutcome, SolveStatus } from "./api.js";
import { gapOf } from "./stop.js";
import { whyOpen } from "./why-open.js";

/** Milliseconds for the reasons of open sessions, of a solve whose time is bounded: what is not looked into by then, `show` looks into. */
const REASONS_MS = 100;
const REASONS_MS_PER_SESSION = 0.1;

/** A solve that has ended. */
export interface Ended {
  readonly season: Season;
  readonly options: SolveOptions;
  readonly clock: () => number;
  readonly problem: Problem;
  readonly search: Search;
  readonly columns: Columns;
  /** at the best prices */
  readonly lagrangian: Lagrangian;
  readonly bound: number;
}

/** @throws Error where the plan fails the check: then it does not leave */
export function outcomeOf(ended: Ended, status: SolveStatus): SolveOutcome {
  const { season, options, clock, problem, search, columns, lagrangian, bound } = ended;
  const cost = search.bestCost;
  const plan = planOf(problem, season, columns, search.best, { cost, bound });
  const verdict = check(season, plan);
  if (!verdict.feasible || verdict.misstated || verdict.overbound)
    throw new Error(`a plan fails its check: ${verdict.violations[0]?.rule ?? "its cost or bound is false"}`);
  search.restart(search.best);
  const reasonsUntil =
    options.time === Number.POSITIVE_INFINITY
      ? Number.POSITIVE_INFINITY
      : clock() + REASONS_MS + REASONS_MS_PER_SESSION * verdict.sessions;
  return {
    season: season.id,
    status: bound >= cost ? "optimal" : status,
    cost,
    bound,
    gap: gapOf(cost, bound),
    staffed: verdict.staffed,
    sessions: verdict.sessions,
    costs: verdict.costs,
    open: whyOpen(problem, search.state, lagrangian.pricer, () => clock() < reasonsUntil),
    ms: Math.round(clock()),
    seed: options.seed,
    steps: search.steps,
    plan,
    ...(options.prices ? { prices: namedPrices(problem, lagrangian.rows, lagrangian.multipliers) } : {}),
  };
}
