/** What differs between two plans, perhaps of two seasons: the sessions whose date or team is another. */
import type { Assignment, Member, Plan, Season, Session } from "../model/types.js";

/** A date and a team: `slot` is the index in the season in which they stand. */
export interface Placed {
  readonly slot: number;
  readonly team: readonly Member[];
}

/** A session whose date or team differs from the plan's; null: it has none. */
export interface ChangedSession {
  readonly session: string;
  readonly from: Placed | null;
  readonly to: Placed | null;
}

/** A season with a plan of it. */
interface Planned {
  readonly season: Season;
  readonly plan: Plan;
}

/**
 * The sessions whose date (by its parts, whatever its index) or team differs between two plans, in the order of the
 * first season, those that the second alone has last.
 */
export function changesOf(before: Planned, after: Planned): ChangedSession[] {
  const [old, now] = [placesOf(before), placesOf(after)];
  return [...new Set([...sessionsOf(before), ...sessionsOf(after)])].flatMap((session) => {
    const [from, to] = [old.get(session), now.get(session)];
    if (from?.key === to?.key) return [];
    return [{ session, from: from?.placed ?? null, to: to?.placed ?? null }];
  });
}

const sessionsOf = ({ season }: Planned): string[] => season.sessions.map(({ id }) => id);

function placesOf({ season, plan }: Planned): Map<string, { readonly placed: Placed; readonly key: string }> {
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  return new Map(
    plan.assignments.map((one) => [
      one.session,
      { placed: { slot: one.slot, team: one.team }, key: keyOf(one, sessions) },
    ]),
  );
}

function keyOf({ session, slot, team }: Assignment, sessions: ReadonlyMap<string, Session>): string {
  const members = team.map(({ seat, trainer }) => JSON.stringify([seat, trainer])).sort();
  return JSON.stringify([sessions.get(session)?.slots[slot], members]);
}
