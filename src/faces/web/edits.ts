/** A plan with another team, another date, or none of a session. Pure. */
import { changesBetween } from "./touched.js";
import type { Assignment, Plan, Role, Season, Session } from "./types.js";

const ROLES: readonly Role[] = ["professional", "lived", "actor"];

/** The seats of a session in order, one entry each. */
export function seatsOf({ seats }: Session): readonly Role[] {
  return ROLES.flatMap((role) => Array<Role>(seats[role] ?? 0).fill(role));
}

export function assignmentOf({ assignments }: Plan, session: string): Assignment | null {
  return assignments.find((one) => one.session === session) ?? null;
}

/** The plan of a season of which nothing is planned yet: what is fixed whole. */
export function fixedAlone({ id, sessions }: Season): Plan {
  const assignments = sessions.flatMap((session): Assignment[] => {
    const { pinned } = session;
    if (pinned === null || pinned.team.length < seatsOf(session).length) return [];
    return [{ session: session.id, slot: pinned.slot, team: pinned.team }];
  });
  return { format: "koppel-plan/1", season: id, assignments };
}

/** What a plan assigns, without what it states of its cost. */
export function unstated({ format, season, assignments }: Plan): Plan {
  return { format, season, assignments };
}

/** The plan without teams that have an empty seat still: what can be planned from, and asked about. The same one where none has. */
export function wholeTeams(plan: Plan, { sessions }: Pick<Season, "sessions">): Plan {
  const seats = new Map(sessions.map((one) => [one.id, seatsOf(one).length]));
  const isWhole = ({ session, team }: Assignment): boolean => team.length === (seats.get(session) ?? team.length);
  return plan.assignments.every(isWhole) ? plan : { ...unstated(plan), assignments: plan.assignments.filter(isWhole) };
}

/** Null takes the team away. What the plan stated of its cost is no longer said. */
export function withAssignment(plan: Plan, session: string, assignment: Assignment | null): Plan {
  const { format, season, assignments } = plan;
  const others = assignments.filter((one) => one.session !== session);
  return { format, season, assignments: assignment === null ? others : [...others, assignment] };
}

/** The team with somebody in one seat in the place of whoever sits there; she leaves the seat that she had. */
export function withMember(plan: Plan, session: Session, seat: number, trainer: string): Plan {
  const now = assignmentOf(plan, session.id);
  const seats = seatsOf(session);
  const held = memberships(now, seats);
  const team = seats.flatMap((role, i) => {
    const who = i === seat ? trainer : held[i] === trainer ? null : held[i];
    return who === null || who === undefined ? [] : [{ seat: role, trainer: who }];
  });
  return withAssignment(plan, session.id, { session: session.id, slot: now?.slot ?? 0, team });
}

/** The team without somebody: her seat is open then, and the others keep theirs; the last one takes the team with her. */
export function withoutMember(plan: Plan, session: Session, trainer: string): Plan {
  const now = assignmentOf(plan, session.id);
  if (now === null || !now.team.some((one) => one.trainer === trainer)) return plan;
  const team = now.team.filter((one) => one.trainer !== trainer);
  return withAssignment(plan, session.id, team.length === 0 ? null : { ...now, team });
}

/** Who sits in each seat; null where nobody does. */
export function memberships(assignment: Assignment | null, seats: readonly Role[]): readonly (string | null)[] {
  const left = [...(assignment?.team ?? [])];
  return seats.map((role) => {
    const at = left.findIndex(({ seat }) => seat === role);
    return at < 0 ? null : (left.splice(at, 1)[0]?.trainer ?? null);
  });
}

/** The sessions of which two plans say something else. */
export const changedSessions = (a: Plan, b: Plan): readonly string[] =>
  changesBetween(a, b).map(({ session }) => session);
