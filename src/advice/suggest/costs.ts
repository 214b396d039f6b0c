/** What one session's team changes in the season's cost, rule by rule. */
import { COSTS, type CostName, type Costs } from "../../model/types.js";
import { type Problem, termsOf } from "../../problem/compile.js";
import type { SearchState } from "../../score/state.js";
import type { PlanView, TeamView } from "../../terms/indices.js";
import { kindOf, type Term } from "../../terms/kinds.js";

/** A plan as terms read it, with one session's team in place of what the state holds. */
export function viewWith({ data }: Problem, state: SearchState, session: number, team: TeamView | null): PlanView {
  return {
    shape: data.shape,
    team: (s) => {
      if (s === session) return team;
      const column = state.chosen[s] as number;
      if (column < 0) return null;
      const seat = data.seatStart[s] as number;
      const trainers = state.columns.teamOf(column);
      return {
        slot: state.columns.slot[column] as number,
        trainers,
        roles: data.seatRole.subarray(seat, seat + trainers.length),
      };
    },
  };
}

/** A team as terms read it. @param trainers of each seat, in the order of the session's seats */
export function teamView({ data }: Problem, slot: number, trainers: readonly number[]): TeamView {
  const seat = data.seatStart[data.shape.sessionOf[slot] as number] as number;
  return { slot, trainers, roles: data.seatRole.subarray(seat, seat + trainers.length) };
}

const NOTHING = Object.fromEntries(COSTS.map((name) => [name, 0])) as Record<CostName, number>;

/** The costs of a season, sorted so that those of one session are quick to find. */
export class CostsOfTeams {
  private readonly problem: Problem;
  private readonly state: SearchState;
  /** terms that may concern any session, but for loads, which the state has at hand */
  private readonly general: readonly Term[];
  private readonly ofSession = new Map<number, Term[]>();

  constructor(problem: Problem, state: SearchState) {
    this.problem = problem;
    this.state = state;
    const named: ReadonlySet<string> = new Set(COSTS);
    const costs = problem.terms.filter((term) => named.has(term.rule) && term.kind !== "load");
    this.general = costs.filter((term) => term.kind !== "cover");
    for (const term of termsOf(costs, "cover")) {
      const those = this.ofSession.get(term.session);
      if (those) those.push(term);
      else this.ofSession.set(term.session, [term]);
    }
  }

  /**
   * By how much each cost of the season changes if a session that is open takes a team that breaks no rule.
   * @param trainers of each seat, in the order of the session's seats
   * @returns a whole number for each cost; their sum is what the season's cost changes by
   */
  of(slot: number, trainers: readonly number[]): Costs {
    const { problem, state } = this;
    const session = problem.data.shape.sessionOf[slot] as number;
    const before = viewWith(problem, state, session, null);
    const after = viewWith(problem, state, session, teamView(problem, slot, trainers));
    const costs: Record<CostName, number> = { ...NOTHING };
    const add = (rule: string, delta: number): void => {
      costs[rule as CostName] += delta;
    };
    // Two loops: a list of both would be made anew for each team.
    for (const term of this.general) add(term.rule, kindOf(term).delta(term, before, after, session));
    for (const term of this.ofSession.get(session) ?? [])
      add(term.rule, kindOf(term).delta(term, before, after, session));
    for (const ledger of state.loads)
      for (const t of trainers) add(ledger.load.rule, ledger.delta(t, ledger.load.weight[session] as number));
    return costs;
  }
}
