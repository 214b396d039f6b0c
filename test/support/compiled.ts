/** Tiny seasons compiled, with states to try things on. */
import type { Assignment, Plan, Season } from "../../src/model/types.js";
import { compile, type Problem, termsOf } from "../../src/problem/compile.js";
import { seated } from "../../src/score/plans.js";
import { SearchState } from "../../src/score/state.js";
import { Columns } from "../../src/score/teams.js";
import type { PlanView } from "../../src/terms/indices.js";
import { teamsOf } from "../oracles/teams.js";

export interface Bench {
  readonly season: Season;
  readonly problem: Problem;
  readonly columns: Columns;
  readonly state: SearchState;
}

export function benchOf(season: Season): Bench {
  const problem = compile(season);
  const columns = new Columns(problem.data);
  const rest = season.trainers.map((t) => t.limits.restDays);
  const state = new SearchState(problem.data, columns, termsOf(problem.terms, "conflict"), (t) => rest[t] ?? 0);
  return { season, problem, columns, state };
}

/** Every team of a season that obeys the rules of one session, as columns. */
export function allColumns({ season, problem, columns }: Bench): number[] {
  return season.sessions.flatMap((session) =>
    teamsOf(season, session).map(({ slot, team }) => {
      const at = seated(problem, { session: session.id, slot, team });
      return at ? columns.intern(at.slot, at.trainers) : -1;
    }),
  );
}

export function planFile(season: Season, assignments: readonly Assignment[]): Plan {
  return { format: "koppel-plan/1", season: season.id, assignments };
}

/** What terms see of assignments whose teams fill their seats, whether or not they obey the rules. */
export function viewOfAssignments(problem: Problem, assignments: readonly Assignment[]): PlanView {
  const { data, index } = problem;
  const teams = new Map(
    assignments.map((a) => {
      const team = seated(problem, a);
      if (!team) throw new Error(`the team of ${a.session} does not fill its seats`);
      return [index.sessionIx(a.session), team] as const;
    }),
  );
  return {
    shape: data.shape,
    team(session) {
      const team = teams.get(session);
      if (!team) return null;
      return {
        slot: team.slot,
        trainers: team.trainers,
        roles: data.seatRole.subarray(data.seatStart[session] ?? 0, data.seatStart[session + 1] ?? 0),
      };
    },
  };
}
