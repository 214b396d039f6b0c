/** Why a session has the team that it has, why somebody is not in it, and why it has none and what would give it one. */
import { check } from "../check/check.js";
import { COSTS, type CostName, type Costs, type Member, type Plan, type Season } from "../model/types.js";
import type { Problem } from "../problem/compile.js";
import type { Case } from "../reasons/case.js";
import { caseOf } from "../reasons/case.js";
import { irreducible } from "../reasons/irreducible.js";
import { redactedCase } from "../reasons/redacted-case.js";
import { type CheapestTeam, cheapestTeam } from "./cheapest-team.js";
import { type Fix, fixesFor } from "./fixes.js";
import { type MetNeed, needsMet } from "./needs-met.js";
import { redactCosts, type ToldRule, toldRule, type View } from "./redact.js";
import { assignmentOf, difference, type Standing, standingOf, withTeam } from "./standing.js";
import { type ToldFact, tell } from "./told.js";
import { type Block, type TrainerVerdict, whyNot } from "./why-not.js";

/** A member with what she brings of what the session needs or wishes. */
export interface ExplainedMember extends Member {
  readonly meets: readonly MetNeed[];
}

export interface RunnerUp {
  readonly slot: number;
  readonly start: string;
  readonly end: string;
  readonly team: readonly Member[];
  /** by how much the plan's cost would change if it took the session; below 0 it would be better */
  readonly delta: number;
  /** the same rule by rule */
  readonly costs: Partial<Costs>;
}

/** Somebody who would lose a seat; where `open`, the session is left without a team. */
export interface Displaced extends Member {
  readonly session: string;
  readonly open: boolean;
}

export interface Explanation {
  readonly session: string;
  readonly staffed: boolean;
  /** the date that it has; absent while it is open */
  readonly slot?: number;
  readonly start?: string;
  readonly end?: string;
  /** what the plan costs with this team beyond what it costs with the session open, by rule; of an open session, what being open costs */
  readonly costs: Partial<Costs>;
  readonly team: readonly ExplainedMember[];
  /** the cheapest other team in the plan as it stands; absent where there is none, or where the session cannot have one */
  readonly runnerUp?: RunnerUp;
  readonly trainer?: string;
  readonly verdict?: TrainerVerdict;
  /** the rules that keep her out, each with the dates on which it does */
  readonly blockedBy?: readonly (Omit<Block, "rule"> & { readonly rule: ToldRule })[];
  /** dates on which no rule keeps her by herself out */
  readonly free?: readonly number[];
  /** the cheapest team with her, where there is one */
  readonly with?: { readonly slot: number; readonly team: readonly Member[] };
  readonly displaced?: readonly Displaced[];
  /** by how much the plan's cost would change if she were chosen */
  readonly delta?: number;
  /**
   * why an open session can have no team: these facts together leave none, and fewer of them would not. Empty where a
   * team could come
   */
  readonly conflict?: readonly ToldFact[];
  /** conflicts that share no fact with it or each other, each of which would stand if those before it were solved */
  readonly further?: readonly (readonly ToldFact[])[];
  /** the changes that would staff it, cheapest first, each planned with and checked */
  readonly fixes?: readonly Fix[];
}

export interface ExplainOptions {
  /** somebody to ask after */
  readonly trainer?: string;
  readonly view?: View;
}

/**
 * Explains one session of a plan, all other sessions as they are.
 * @param plan breaks no rule of the season
 * @param session a code
 * @param problem the season compiled, where that has been done before
 * @throws RangeError where the plan breaks a rule, or the season knows no such session or trainer
 */
export function explain(
  season: Season,
  plan: Plan,
  session: string,
  options: ExplainOptions = {},
  problem?: Problem,
): Explanation {
  return explainIn(standingOf(season, plan, problem), session, options);
}

/** The same for a plan that stands already, so that many questions about it can be asked. */
export function explainIn(standing: Standing, id: string, { trainer, view = "full" }: ExplainOptions): Explanation {
  const { problem, state } = standing;
  const session = problem.index.sessionIx(id);
  const her = trainer === undefined ? -1 : problem.index.trainerIx(trainer);
  const column = state.chosen[session] as number;
  if (column >= 0) state.remove(session);
  try {
    const full = caseOf(problem, state, session);
    const kase = view === "full" ? full : redactedCase(full);
    const asked: Asked = { standing, session, kase, view, column };
    return {
      ...(column < 0 ? opened(asked) : staffed(asked)),
      ...(trainer === undefined ? {} : trainerPart(asked, trainer, her)),
    };
  } finally {
    if (column >= 0) state.place(column);
  }
}

interface Asked {
  readonly standing: Standing;
  readonly session: number;
  readonly kase: Case;
  readonly view: View;
  /** the session's own, −1 while it is open */
  readonly column: number;
}

type TeamPart = Omit<Explanation, "trainer" | "verdict" | "blockedBy" | "free" | "with" | "displaced" | "delta">;

function staffed(asked: Asked): TeamPart {
  const { standing, session, view, column } = asked;
  const { problem, state, season, plan } = standing;
  const slot = state.columns.slot[column] as number;
  const trainers = state.columns.teamOf(column);
  const { team, slot: number, session: id } = assignmentOf(problem, slot, trainers);
  const now = check(season, plan);
  const without = check(season, withTeam(plan, id, null));
  const next = cheapestTeam(state, session, { not: { slot, trainers } });
  return {
    session: id,
    staffed: true,
    slot: number,
    ...timesOf(standing, session, number),
    costs: redactCosts(difference(now.costs, without.costs), view),
    team: needsMet(problem.index.session(session), team, season, view),
    ...(next === null ? {} : { runnerUp: runnerUp(asked, next) }),
  };
}

function opened(asked: Asked): TeamPart {
  const { standing, session, kase, view } = asked;
  const { problem, state, season } = standing;
  const { id, priority } = problem.index.session(session);
  const none = Object.fromEntries(COSTS.map((name: CostName) => [name, 0])) as unknown as Costs;
  const costs = redactCosts({ ...none, unstaffed: season.weights.unstaffed * priority }, view);
  const open = { session: id, staffed: false, costs, team: [] };
  const best = cheapestTeam(state, session);
  if (best !== null) return { ...open, runnerUp: runnerUp(asked, best), conflict: [], fixes: [] };
  const conflicts = conflictsOf(kase).map((facts): ToldFact[] => {
    const told = facts.flatMap((fact) => kase.facts[fact] ?? []);
    // With every fact lifted there is still no team: too few hold the roles.
    return told.length === 0 ? [{ rule: "seats" }] : tell(season, session, told, view);
  });
  const [conflict = [], ...further] = conflicts;
  const more = further.length > 0 ? { further } : {};
  return { ...open, conflict, ...more, fixes: fixesFor(standing, kase, view) };
}

/** Conflicts are told up to here: whoever has solved so many asks again. */
const MOST_CONFLICTS = 3;

/** Irreducible sets, each found with the facts of those before it lifted. */
function conflictsOf(kase: Case): number[][] {
  const found: number[][] = [];
  const lifted: number[] = [];
  while (found.length < MOST_CONFLICTS) {
    const facts = irreducible(kase, { lifted });
    if (facts === null) break;
    found.push(facts);
    if (facts.length === 0) break;
    lifted.push(...facts);
  }
  return found;
}

function timesOf({ problem }: Standing, session: number, slot: number): { start: string; end: string } {
  const parts = problem.index.session(session).slots[slot] ?? [];
  return { start: parts[0]?.[0] ?? "", end: parts.at(-1)?.[1] ?? "" };
}

/** A team that the session could have in place of its own, checked. */
function runnerUp({ standing, session, view }: Asked, found: CheapestTeam): RunnerUp {
  const { season, plan, problem } = standing;
  const assignment = assignmentOf(problem, found.slot, found.trainers);
  const now = check(season, plan);
  const then = check(season, withTeam(plan, assignment.session, assignment));
  if (!then.feasible) throw new Error("a team that was found breaks a rule");
  return {
    slot: assignment.slot,
    ...timesOf(standing, session, assignment.slot),
    team: assignment.team,
    delta: then.total - now.total,
    costs: redactCosts(difference(then.costs, now.costs), view),
  };
}

function trainerPart(asked: Asked, trainer: string, her: number): Partial<Explanation> {
  const { standing, kase, view, column } = asked;
  const { state, problem, plan, season } = standing;
  if (column >= 0 && state.columns.teamOf(column).includes(her))
    return { trainer, verdict: "member", blockedBy: [], displaced: [], delta: 0 };
  const { verdict, blocks, free, with: team, givenUp } = whyNot(state, kase, her, view);
  const blockedBy = blocks.map((block) => ({ ...block, rule: toldRule(block.rule, view) }));
  const told = { trainer, verdict, blockedBy, free };
  if (team === null) return told;
  const assignment = assignmentOf(problem, team.slot, team.trainers);
  const names = givenUp.map((s) => problem.index.session(s).id);
  const kept = plan.assignments.filter(({ session }) => !names.includes(session));
  const then = check(season, withTeam({ ...plan, assignments: kept }, assignment.session, assignment));
  if (!then.feasible) throw new Error("a team that was found breaks a rule");
  const taken = new Set(assignment.team.map((member) => member.trainer));
  const displaced = [assignment.session, ...names].flatMap((session, i) => {
    const left = plan.assignments.find((one) => one.session === session)?.team ?? [];
    const out = i === 0 ? left.filter((member) => !taken.has(member.trainer)) : left;
    return out.map((member) => ({ session, ...member, open: i > 0 }));
  });
  const { slot, team: members } = assignment;
  return { ...told, with: { slot, team: members }, displaced, delta: then.total - check(season, plan).total };
}
