/** A season and a plan of a request, of which the plan breaks no rule. */
import { standingPart } from "../../advice/index.js";
import { check } from "../../check/check.js";
import type { Plan, Season } from "../../model/index.js";
import { ProblemError, problem } from "./problems.js";
import { type Asking, planOf, seasonOf } from "./sources.js";

/**
 * Of a plan of the database what still stands is taken: somebody may have declined since it was kept, and whoever asks of another
 * session need not wait for its repair.
 * @throws ProblemError 422 where a plan that came along breaks a rule: what stands is not what the season allows
 */
export function soundPlan(
  asking: Asking,
  source: Parameters<typeof seasonOf>[1],
  planSource: Parameters<typeof planOf>[2],
  purpose: "plan" | "ask" = "plan",
): { readonly season: Season; readonly plan: Plan } {
  const season = seasonOf(asking, source, purpose);
  const plan = planOf(asking, season, planSource, purpose);
  if (check(season, plan).feasible) return { season, plan };
  if (typeof planSource === "string") return { season, plan: standingPart(season, plan) };
  throw new ProblemError(problem(422, "the plan breaks rules of the season: see /v1/checks"));
}
