/** What a plan pays its trainers, held against each programme's budget, which is what its quote came to. */
import type { Plan, Season } from "../../model/types.js";
import { paidBy } from "./paid.js";

/** Whole euros. */
export interface Fees {
  readonly programme: string;
  readonly budget: number;
  readonly paid: number;
  /** what is left of the budget; a plan that breaks no rule leaves at least 0 */
  readonly left: number;
  /** sessions with a team, and all of the programme */
  readonly staffed: number;
  readonly sessions: number;
  /** the largest first */
  readonly by: readonly { readonly organisation: string; readonly paid: number }[];
}

/** @returns for each programme of the season */
export function feesOf(season: Season, plan: Plan): readonly Fees[] {
  const staffed = new Set(plan.assignments.map(({ session }) => session));
  return season.programmes.map(({ id, budget }): Fees => {
    const by = paidBy(season, plan, id).map(({ organisation, weight }) => ({ organisation, paid: weight }));
    const paid = by.reduce((sum, one) => sum + one.paid, 0);
    const sessions = season.sessions.filter(({ programme }) => programme === id);
    return {
      programme: id,
      budget,
      paid,
      left: budget - paid,
      staffed: sessions.filter((one) => staffed.has(one.id)).length,
      sessions: sessions.length,
      by,
    };
  });
}
