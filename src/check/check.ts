/** The door of the room: one function that judges a finished plan. */
import type { Plan, Season, Verdict, Violation } from "../model/types.js";
import { costsOf } from "./costs.js";
import { checkDiary, diariesOf } from "./diary.js";
import { Facts, type Report } from "./facts.js";
import { checkMembers } from "./members.js";
import { checkNeeds } from "./needs.js";
import { checkPin } from "./pins.js";
import { isWhole, readPlan } from "./plan.js";
import { checkBudgets, checkOrder } from "./several.js";

/**
 * Judges a plan by the season model alone: every broken rule, what the plan costs, and whether what it states of itself
 * is true. It never throws for a bad plan; a plan that states no cost is misstated.
 * @param season a season that `model` has accepted
 * @param plan trusted in nothing; the sessions that it does not staff in a readable way count as unstaffed
 * @returns `where` of a violation is the code of a session (rules 1 to 13), a trainer (14 to 18), a series or a
 * programme, or `plan` or `assignment N` where its shape is wrong
 */
export function check(season: Season, plan: Plan): Verdict {
  const violations: Violation[] = [];
  const report: Report = (rule, where, text, sessions) => {
    violations.push({ rule, where, text, ...(sessions === undefined ? {} : { sessions }) });
  };
  const facts = new Facts(season);
  const staffedById = readPlan(facts, plan, report);
  const diaries = diariesOf(staffedById);

  for (const session of season.sessions) {
    const staffed = staffedById.get(session.id);
    checkPin(session, staffed, report);
    if (staffed === undefined) continue;
    checkMembers(facts, staffed, report);
    checkNeeds(staffed, report);
  }
  for (const trainer of season.trainers) checkDiary(facts, trainer, diaries.get(trainer.id) ?? [], report);
  for (const series of season.series) checkOrder(series, staffedById, report);
  checkBudgets(season.programmes, staffedById, report);

  const costs = costsOf(facts, staffedById, diaries);
  const total = Object.values(costs).reduce((sum, cost) => sum + cost, 0);
  // a plan that is no object at all states nothing; `?.` because the type cannot be trusted here
  const { cost, bound } = (plan as Plan | null | undefined) ?? {};
  return {
    season: season.id,
    feasible: violations.length === 0,
    violations,
    total,
    costs,
    staffed: staffedById.size,
    sessions: season.sessions.length,
    stated: typeof cost === "number" ? cost : null,
    misstated: cost !== total,
    overbound: bound !== undefined && !(isWhole(bound) && bound <= total),
  };
}
