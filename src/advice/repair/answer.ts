/** From the best repair's columns to what is answered: the plan, judged by the independent check, and the calls. */
import { check } from "../../check/check.js";
import type { Problem } from "../../problem/compile.js";
import { planOf } from "../../score/plans.js";
import type { Columns } from "../../score/teams.js";
import { redactCosts } from "../redact.js";
import type { Baseline } from "./baseline.js";
import { callList } from "./contacts.js";
import type { Repair, RepairOptions, RepairTask } from "./types.js";

/** A repair as columns, and what it comes to, in the order of what matters. */
export interface Standing {
  /** by session a column, −1 where it is open */
  readonly chosen: Int32Array;
  /** the sum of priorities left open */
  readonly unstaffed: number;
  readonly calls: number;
  readonly cost: number;
}

/**
 * What is answered of a repair.
 * @throws Error where the check refuses its plan, which then never leaves
 */
export function answer(found: {
  readonly task: RepairTask;
  readonly options: RepairOptions;
  readonly problem: Problem;
  readonly baseline: Baseline;
  readonly columns: Columns;
  readonly best: Standing;
  readonly bound: number;
  readonly proven: Repair["proven"];
}): Repair {
  const { task, options, problem, baseline, columns, best, bound, proven } = found;
  const { season, released } = task;
  const { chosen, cost, unstaffed } = best;
  const plan = planOf(problem, season, columns, chosen, { cost, bound });
  const verdict = check(season, plan);
  if (!verdict.feasible || verdict.misstated || verdict.overbound)
    throw new Error(`a repair fails its check: ${verdict.violations[0]?.rule ?? "its cost or bound is false"}`);
  return {
    season: season.id,
    cost,
    bound,
    staffed: verdict.staffed,
    sessions: verdict.sessions,
    unstaffed,
    costs: redactCosts(verdict.costs, options.view),
    ...callList(problem, baseline, columns, chosen),
    proven,
    released,
    ms: Math.round(options.clock()),
    plan,
  };
}
