/** A season and a plan as they stand, compiled once: what every question about one session starts from. */
import { check } from "../check/check.js";
import { type Assignment, COSTS, type Costs, type Plan, ROLES, type Role, type Season } from "../model/types.js";
import { compile, type Problem } from "../problem/compile.js";
import { columnsOf } from "../score/plans.js";
import type { SearchState } from "../score/state.js";
import { Columns } from "../score/teams.js";
import { stateOf } from "../solve/open-reasons.js";

export interface Standing {
  readonly season: Season;
  readonly plan: Plan;
  readonly problem: Problem;
  /** holds the plan; whoever takes something out puts it back */
  readonly state: SearchState;
}

/**
 * Compiles a season and places a plan in it.
 * @param plan breaks no rule of `season`
 * @param problem the season compiled, where that has been done before
 * @throws RangeError where it does: what is wrong is for `check` to say
 */
export function standingOf(season: Season, plan: Plan, problem?: Problem): Standing {
  if (!check(season, plan).feasible) throw new RangeError("the plan breaks a rule: check it first");
  return placed(season, plan, problem);
}

/** The same for a plan that is known to break no rule. */
export function placed(season: Season, plan: Plan, problem: Problem = compile(season)): Standing {
  const state = stateOf(season, problem, new Columns(problem.data));
  state.load(columnsOf(problem, state.columns, plan));
  return { season, plan, problem, state };
}

/** The same plan but for one session, which takes a team or, for null, is open. */
export function withTeam(plan: Plan, session: string, assignment: Assignment | null): Plan {
  const { format, season, assignments } = plan;
  const others = assignments.filter((one) => one.session !== session);
  return { format, season, assignments: assignment === null ? others : [...others, assignment] };
}

/** A slot and trainers, seat by seat, as a plan file writes them. */
export function assignmentOf({ index, data }: Problem, slot: number, trainers: readonly number[]): Assignment {
  const session = index.sessionOfSlot(slot);
  const seat = data.seatStart[session] as number;
  return {
    session: index.session(session).id,
    slot: index.slotNumber(slot),
    team: trainers.map((t, k) => ({
      seat: ROLES[data.seatRole[seat + k] as number] as Role,
      trainer: index.trainer(t).id,
    })),
  };
}

/** Costs rule by rule: those of `now` less those of `before`. */
export function difference(now: Costs, before: Costs): Costs {
  const zero = Object.fromEntries(COSTS.map((name) => [name, now[name] - before[name]]));
  return zero as unknown as Costs;
}
