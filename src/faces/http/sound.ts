/** A season and a plan of a request, of which the plan breaks no rule. */
import { check } from "../../check/check.js";
import type { Plan, Season } from "../../model/index.js";
import { ProblemError, problem } from "./problems.js";
import { type Asking, planOf, seasonOf } from "./sources.js";

/** @throws ProblemError 422 where the plan breaks a rule: what stands is not what the season allows */
export function soundPlan(
  asking: Asking,
  source: Parameters<typeof seasonOf>[1],
  planSource: Parameters<typeof planOf>[2],
  purpose: "plan" | "ask" = "plan",
): { readonly season: Season; readonly plan: Plan } {
  const season = seasonOf(asking, source, purpose);
  const plan = planOf(asking, season, planSource, purpose);
  if (!check(season, plan).feasible)
    throw new ProblemError(problem(422, "the plan breaks rules of the season: see /v1/checks"));
  return { season, plan };
}
