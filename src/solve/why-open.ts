/** Why sessions of a plan are open: the rules that stand in the way of each. Reasons name no person and no tag. */
import type { TeamPricer } from "../bound/team-pricer.js";
import { OWN_RULES } from "../model/types.js";
import type { Problem } from "../problem/compile.js";
import { type Case, caseOf } from "../reasons/case.js";
import { givingWay } from "../reasons/giving-way.js";
import { redactedCase } from "../reasons/redacted-case.js";
import type { SearchState } from "../score/state.js";
import type { OpenReason, OpenSession } from "./api.js";
import { OpenTeams } from "./open-team.js";

const TEXTS: Readonly<Partial<Record<OpenReason["rule"], string>>> = {
  seats: "too few people hold a role that is needed",
  travelKm: "those who could come live too far away",
  available: "those who could come are not available on the dates on offer",
  theme: "those who could come lack the level needed on a theme",
  language: "none or too few of those who could come speak a language that is needed",
  community: "none or too few of those who could come share the community required",
  trait: "none or too few of those who could come have a trait asked for",
  pinned: "the pinned members leave no whole team",
  overlap: "those who could come are busy at that time",
  travelTime: "those who could come cannot get there in time on that day",
  restDays: "those who could come need rest days around another session",
  perDay: "those who could come have their sessions for that day",
  perWeek: "those who could come have their sessions for that week",
  perSeason: "those who could come have their sessions for the season",
  order: "the session before it in its series is open, or its date does not fit",
  budget: "what is left of the programme's budget is too little for any team that could come",
  cost: "a team could come, but none costs the season less than leaving this session open",
  untried: "not tried yet: a team could take it",
};

/**
 * Each open session with the rules that block it, most urgent first.
 * @param state holds the plan in question
 * @param goOn asked before each session: those that are left when it says no have no reasons (none looked into)
 */
export function whyOpen(
  problem: Problem,
  state: SearchState,
  pricer: TeamPricer,
  goOn: () => boolean = () => true,
): OpenSession[] {
  const teams = new OpenTeams(state, pricer);
  const open = [...state.chosen.keys()].filter((s) => (state.chosen[s] as number) < 0);
  const priority = (s: number): number => problem.index.session(s).priority;
  open.sort((a, b) => priority(b) - priority(a));
  return open.map((s) => {
    const { rules, together } = goOn() ? against(problem, state, s, teams) : NOT_LOOKED;
    return { session: problem.index.session(s).id, priority: priority(s), reasons: rules.map(reason), together };
  });
}

interface Against {
  readonly rules: readonly OpenReason["rule"][];
  readonly together: boolean;
}
const NOT_LOOKED: Against = { rules: [], together: false };

function against(problem: Problem, state: SearchState, session: number, teams: OpenTeams): Against {
  const opening = teams.of(session);
  if (opening === "untried" || opening === "cost") return { rules: [opening], together: false };
  // The cheapest teams are over the budget, or there are none. Where one is within it all the same, it is not the cheapest.
  return givingWay(told(caseOf(problem, state, session))) ?? { rules: ["cost"], together: false };
}

function reason(rule: OpenReason["rule"]): OpenReason {
  return { rule, text: TEXTS[rule] ?? "no team obeys every rule" };
}

/** The case as anybody may know it. Where nothing in it is a trainer's own there is nothing to keep back. */
function told(kase: Case): Case {
  return kase.facts.some(({ rule }) => OWN_RULES.has(rule)) ? redactedCase(kase) : kase;
}
