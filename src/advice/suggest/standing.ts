/**
 * A season as it stands: its plan, and what people's time is worth to the sessions that are still open. Made once and
 * asked often; nothing that asks changes it.
 */
import { Ascent, optionsFor } from "../../bound/ascent.js";
import { type Entries, everybody } from "../../bound/entries.js";
import { Lagrangian } from "../../bound/lagrangian.js";
import { TeamPricer } from "../../bound/team-pricer.js";
import { check } from "../../check/check.js";
import type { Plan, Season, Session } from "../../model/types.js";
import { compile, type Problem } from "../../problem/compile.js";
import type { ProblemData } from "../../problem/data.js";
import { columnsOf, planOf, seated } from "../../score/plans.js";
import type { SearchState } from "../../score/state.js";
import { Columns } from "../../score/teams.js";
import { pinnedColumns } from "../../solve/first-plan.js";
import { stateOf } from "../../solve/open-reasons.js";

/** Rounds of the bound on what remains: at most, and fewer once more of them gain next to nothing. */
const ROUNDS = 150;

export class Standing {
  readonly season: Season;
  readonly problem: Problem;
  readonly state: SearchState;
  /** the plan that stands, with its cost */
  readonly plan: Plan;
  readonly pricer: TeamPricer;
  /** open sessions of the plan that stands, as indices */
  readonly open: readonly number[];
  private readonly sessionIxs: ReadonlyMap<string, number>;
  private prices: Lagrangian | null = null;
  private pricesForAll: Lagrangian | null = null;

  /**
   * @param plan obeys every rule; null for what the season itself holds: its full pins, and the published teams that break no rule
   * @param problem the season compiled, where that has been done before
   * @throws RangeError where the plan breaks a rule
   */
  constructor(season: Season, plan: Plan | null, problem: Problem = compile(season)) {
    if (plan) {
      const verdict = check(season, plan);
      if (!verdict.feasible)
        throw new RangeError(
          `the plan breaks rule ${verdict.violations[0]?.rule} (${verdict.violations[0]?.where}): check it first, or give none`,
        );
    }
    this.season = season;
    this.problem = problem;
    const columns = new Columns(this.problem.data);
    this.state = stateOf(season, this.problem, columns);
    this.state.load(plan ? columnsOf(this.problem, columns, plan) : pinnedColumns(this.problem, season, columns));
    if (!plan) this.placePublished();
    this.plan = planOf(this.problem, season, columns, this.state.chosen, { cost: this.state.cost, bound: 0 });
    this.pricer = new TeamPricer(this.problem.data, Number.POSITIVE_INFINITY);
    this.open = [...this.state.chosen.keys()].filter((s) => (this.state.chosen[s] as number) < 0);
    this.sessionIxs = new Map(season.sessions.map(({ id }, s) => [id, s]));
  }

  /** Published teams stand where they break no rule, each series in its own order. */
  private placePublished(): void {
    const { state, problem, season } = this;
    const published = new Map(season.published.map((one) => [one.session, one]));
    const place = (s: number): void => {
      const { id } = problem.index.session(s);
      const one = published.get(id);
      if (!one || one.slot === null || (state.chosen[s] as number) >= 0) return;
      const team = seated(problem, { session: id, slot: one.slot, team: one.team });
      const column = team ? state.columns.intern(team.slot, team.trainers) : -1;
      if (column >= 0 && state.canPlace(column)) state.place(column);
    };
    const { previous, next } = problem.data.links;
    for (let first = 0; first < state.chosen.length; first++)
      if ((previous[first] as number) < 0) for (let s = first; s >= 0; s = next[s] as number) place(s);
  }

  /** The index of a session; undefined where the season has none of this id. */
  sessionIx(id: string): number | undefined {
    return this.sessionIxs.get(id);
  }

  /**
   * The bound's multipliers on the season that remains: every staffed session keeps its team, and the open ones ask for
   * people. Worked out when first asked for, and kept.
   */
  remaining(): Lagrangian {
    this.prices ??= pricesOf(compile(this.fixed()).data, null);
    return this.prices;
  }

  /**
   * The same for a reader without the right: worked out of those alone who have room in the plan as it stands, so that it
   * does not matter which of her own reasons keeps somebody away.
   */
  remainingForAll(): Lagrangian {
    if (this.pricesForAll) return this.pricesForAll;
    const { data } = compile(this.fixed());
    this.pricesForAll = pricesOf(data, this.withRoom(data));
    return this.pricesForAll;
  }

  private withRoom(data: ProblemData): Entries {
    const all = everybody(data);
    const open = new Set(this.open);
    const end = all.from.slice(0, all.end.length);
    const [candidate, cost] = [all.candidate.slice(), all.cost.slice()];
    for (let g = 0; g < data.shape.sessionOf.length; g++) {
      const s = data.shape.sessionOf[g] as number;
      const first = data.groupStart[s] as number;
      for (let q = first; q < (data.groupStart[s + 1] as number); q++) {
        const list = (data.entryList[g] as number) + q - first;
        let n = all.from[list] as number;
        for (let e = n; e < (all.end[list] as number); e++) {
          const c = all.candidate[e] as number;
          const t = data.candidateTrainer[c] as number;
          if (open.has(s) && !this.state.hasRoom(t, g, data.groupRole[q] as number)) continue;
          candidate[n] = c;
          cost[n++] = all.cost[e] as number;
        }
        end[list] = n;
      }
    }
    return { ...all, end, candidate, cost };
  }

  /** The season with every staffed session pinned as it stands. */
  private fixed(): Season {
    const assignments = new Map(this.plan.assignments.map((a) => [a.session, a]));
    const pin = (session: Session): Session => {
      const a = assignments.get(session.id);
      return a ? { ...session, pinned: { slot: a.slot, team: a.team } } : session;
    };
    return { ...this.season, sessions: this.season.sessions.map(pin) };
  }
}

function pricesOf(data: ProblemData, entries: Entries | null): Lagrangian {
  const lagrangian = entries ? new Lagrangian(data, entries) : new Lagrangian(data);
  lagrangian.evaluate();
  const options = optionsFor(data);
  // Rounds over a few are chosen among everybody.
  const ascent = new Ascent(
    lagrangian,
    null,
    entries ? { ...options, partialRounds: 0 } : options,
    teamGrain(lagrangian),
  );
  while (ascent.rounds < ROUNDS && !ascent.spent) ascent.round();
  lagrangian.adopt(ascent.activeMultipliers(), ascent.bestSlotPrice);
  return lagrangian;
}

/**
 * What steps are measured in: a part of what the usual cheapest team costs. It hangs on whole teams alone, so that prices do
 * not tell which of a trainer's own reasons keeps her from teams that she could not complete anyway.
 */
function teamGrain({ slotPrice }: Lagrangian): number {
  const prices = slotPrice.filter((price) => price < Number.POSITIVE_INFINITY);
  return Math.max(1, prices.reduce((sum, price) => sum + Math.abs(price), 0) / (3 * Math.max(1, prices.length)));
}
