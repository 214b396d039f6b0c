/** The reasons for open sessions of a plan that comes from a file: those that a solve would give of it. */
import { TeamPricer } from "../bound/team-pricer.js";
import type { Plan, Season } from "../model/types.js";
import { compile, type Problem, termsOf } from "../problem/compile.js";
import { columnsOf } from "../score/plans.js";
import { SearchState } from "../score/state.js";
import { Columns } from "../score/teams.js";
import type { OpenSession } from "./api.js";
import { whyOpen } from "./why-open.js";

/** Seconds after which the less urgent sessions of a very large season are passed over, unless it is said otherwise. */
const MOST_SECONDS = 10;

/**
 * Why sessions of a plan are open, with the reasons that `solve` gives of the same plan.
 * @param plan breaks no rule (see `check`)
 * @param seconds after which the less urgent sessions are passed over
 * @returns the open sessions, most urgent first; reasons are empty where there was no time to look into one
 * @throws RangeError where a team of the plan breaks a rule of one session
 */
export function openReasons(season: Season, plan: Plan, seconds = MOST_SECONDS): OpenSession[] {
  const problem = compile(season);
  const state = stateOf(season, problem, new Columns(problem.data));
  state.load(columnsOf(problem, state.columns, plan));
  const end = Date.now() + seconds * 1000;
  return whyOpen(problem, state, new TeamPricer(problem.data), () => Date.now() < end);
}

/** The empty state of a season. */
export function stateOf(season: Season, { data, terms }: Problem, columns: Columns): SearchState {
  const restDays = season.trainers.map((t) => t.limits.restDays);
  return new SearchState(data, columns, termsOf(terms, "conflict"), (t) => restDays[t] as number);
}
