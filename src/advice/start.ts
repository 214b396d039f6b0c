/** What of a plan can stand: a start for planning again after changes. */
import { check } from "../check/check.js";
import type { Assignment, Plan, Season, Session, Violation } from "../model/types.js";

/** Rules whose violations are told at a session; those of the others at a trainer, a series or a programme. */
const AT_SESSION: ReadonlySet<string> = new Set([
  "seats",
  "slot",
  "available",
  "travelKm",
  "avoidPlaces",
  "ownCommunity",
  "avoidTrainers",
  "excludes",
  "theme",
  "language",
  "community",
  "trait",
  "pinned",
]);

/**
 * A plan without the assignments that cannot stand, as a start for a solve: it breaks no rule, has every full pin, and
 * keeps as much of the plan as dropping one assignment after the other does, the least urgent first. The independent
 * check says what has to go.
 * @param plan of this season; it may break any rule, and name what does not exist
 * @returns a plan that breaks no rule; it states neither cost nor bound
 */
export function standingPart(season: Season, plan: Plan): Plan {
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  const trainers = new Set(season.trainers.map(({ id }) => id));
  const pinned = new Map(fullPins(season).map((pin) => [pin.session, pin]));
  const chosen = new Map<string, Assignment>();
  for (const one of plan.assignments) {
    const known = one.team.every(({ trainer }) => trainers.has(trainer));
    if (known && sessions.has(one.session) && !chosen.has(one.session)) chosen.set(one.session, one);
  }
  for (const [id, pin] of pinned) chosen.set(id, pin);
  for (;;) {
    const now = planOf(season, chosen.values());
    const { violations } = check(season, now);
    if (violations.length === 0) return now;
    const free = (one: Assignment): boolean => !pinned.has(one.session);
    const dropped = [...toDrop(season, now, violations, free, sessions)].filter((id) => chosen.delete(id));
    if (dropped.length === 0) throw new Error("what must stand breaks a rule, in a season that was accepted");
  }
}

function planOf(season: Season, assignments: Iterable<Assignment>): Plan {
  return { format: "koppel-plan/1", season: season.id, assignments: [...assignments] };
}

function fullPins(season: Season): Assignment[] {
  const seats = ({ seats: by }: Session): number => Object.values(by).reduce((sum, n) => sum + n, 0);
  return season.sessions.flatMap((session) => {
    const { pinned } = session;
    if (pinned === null || pinned.team.length < seats(session)) return [];
    return [{ session: session.id, slot: pinned.slot, team: pinned.team }];
  });
}

/** The sessions that have to go next: those that break a rule by themselves, and else one for each other violation. */
function toDrop(
  season: Season,
  plan: Plan,
  violations: readonly Violation[],
  free: (one: Assignment) => boolean,
  sessions: ReadonlyMap<string, Session>,
): Set<string> {
  const dropped = new Set(violations.filter(({ rule }) => AT_SESSION.has(rule)).map(({ where }) => where));
  if (dropped.size > 0) return dropped;
  const urgency = (one: Assignment): number => sessions.get(one.session)?.priority ?? 0;
  for (const where of new Set(violations.map((violation) => violation.where))) {
    const involved = plan.assignments.filter((one) => free(one) && touches(season, sessions, one, where, violations));
    if (involved.some((one) => dropped.has(one.session))) continue;
    const all = plan.assignments.filter((one) => touches(season, sessions, one, where, violations));
    const ranked = involved
      .map((one) => ({
        one,
        left: broken(
          season,
          all.filter((other) => other !== one),
          where,
        ),
      }))
      .sort((a, b) => a.left - b.left || urgency(a.one) - urgency(b.one));
    const [first] = ranked;
    if (first !== undefined) dropped.add(first.one.session);
  }
  return dropped;
}

/** How many rules are still broken at a trainer, series or programme if these sessions alone were staffed. */
function broken(season: Season, assignments: readonly Assignment[], where: string): number {
  const { violations } = check(season, planOf(season, assignments));
  return violations.filter((violation) => violation.where === where && !AT_SESSION.has(violation.rule)).length;
}

/** Whether an assignment has a part in what is broken at a trainer, a series or a programme of this code. */
function touches(
  season: Season,
  sessions: ReadonlyMap<string, Session>,
  one: Assignment,
  where: string,
  violations: readonly Violation[],
): boolean {
  const rules = new Set(violations.filter((violation) => violation.where === where).map(({ rule }) => rule));
  if (rules.has("budget") && sessions.get(one.session)?.programme === where) return true;
  if (rules.has("order") && season.series.some(({ id, sessions: all }) => id === where && all.includes(one.session)))
    return true;
  return one.team.some(({ trainer }) => trainer === where);
}
