/** What of a plan counts: the sessions that it staffs. */
import type { Assignment, Plan, Season } from "../model/types.js";

/** The assignments of a plan by session, as far as they name a session and a slot of the season; the first one counts. */
export function staffedIn(season: Season, plan: Plan): ReadonlyMap<string, Assignment> {
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  const found = new Map<string, Assignment>();
  for (const assignment of plan.assignments) {
    const session = sessions.get(assignment.session);
    if (session?.slots[assignment.slot] === undefined || found.has(assignment.session)) continue;
    found.set(assignment.session, assignment);
  }
  return found;
}
