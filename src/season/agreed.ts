/** Dates and teams as people are told of them. Pure. */
import type { Plan, Season } from "../model/index.js";
import type { Agreed } from "../pool/store/index.js";

/** A plan's sessions with their dates written out. */
export function agreedOf(season: Season, plan: Plan): readonly Agreed[] {
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  return plan.assignments.flatMap(({ session, slot, team }) => {
    const found = sessions.get(session);
    const parts = found?.slots[slot];
    return found === undefined || parts === undefined ? [] : [{ session, slot: parts, team, place: found.place }];
  });
}

/** Two sessions of the same date, place and team have the same text. */
export const agreedText = ({ slot, place, team }: Agreed): string =>
  JSON.stringify([slot, place ?? null, team.map(({ seat, trainer }) => `${trainer} ${seat}`).sort()]);

/** Whether people would be told otherwise of some session. */
export function differs(before: readonly Agreed[], after: readonly Agreed[]): boolean {
  const now = new Map(after.map((one) => [one.session, agreedText(one)]));
  return before.length !== now.size || before.some((one) => now.get(one.session) !== agreedText(one));
}
