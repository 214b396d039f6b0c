/** Scenarios by the dozen, for scripts: one thing varied over a range, or over every trainer in turn. */
import type { Scenario, Scenarios } from "../model/edit-types.js";
import type { Day, Season, WallTime } from "../model/types.js";

/** How far a budget goes down and up, in per cent, and in what steps. */
export interface BudgetRange {
  /** by default −20 */
  readonly from?: number;
  /** by default 20 */
  readonly to?: number;
  /** by default 5 */
  readonly step?: number;
}

/**
 * One programme's budget over a range, the budget as it is left out: `budget-m1-80` … `budget-m1-120`.
 * @throws RangeError where the season has no such programme, or the range leads nowhere
 */
export function sweepBudget(season: Season, programme: string, range: BudgetRange = {}): Scenario[] {
  const { from = -20, to = 20, step = 5 } = range;
  if (!season.programmes.some(({ id }) => id === programme)) throw new RangeError(`no programme ${programme}`);
  if (!(step > 0 && from >= -100 && from <= to))
    throw new RangeError("a range in per cent, from −100 on, in steps above 0");
  const scenarios: Scenario[] = [];
  for (let i = 0; from + i * step <= to; i++) {
    const percent = 100 + from + i * step;
    if (percent === 100) continue;
    const factor = percent / 100;
    scenarios.push({ id: `budget-${programme}-${percent}`, edits: [{ edit: "set-budget", programme, factor }] });
  }
  return scenarios;
}

/**
 * Each trainer in turn is not available for a while: `ill-t01` …
 * @param from first day, or a wall time
 * @param to last day, included, or a wall time, excluded
 */
export function eachTrainerIll(
  season: Season,
  from: Day | WallTime,
  to: Day | WallTime,
  trainers = idsOf(season),
): Scenario[] {
  return trainers.map((trainer) => ({
    id: `ill-${trainer}`,
    edits: [{ edit: "block-trainer", trainer, from, to }],
  }));
}

/** Each trainer in turn leaves the pool: `leaves-t01` … */
export function eachTrainerLeaves(season: Season, trainers = idsOf(season)): Scenario[] {
  return trainers.map((trainer) => ({ id: `leaves-${trainer}`, edits: [{ edit: "remove-trainer", trainer }] }));
}

function idsOf(season: Season): readonly string[] {
  return season.trainers.map(({ id }) => id);
}

/** What `whatif` takes and a scenarios file holds. */
export function scenariosFile(...lists: readonly (readonly Scenario[])[]): Scenarios {
  return { format: "koppel-scenarios/1", scenarios: lists.flat() };
}
