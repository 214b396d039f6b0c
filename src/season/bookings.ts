/**
 * What is published of a season, and whether it still holds. What the pool has learnt since may forbid it: then nobody is asked for
 * it, sent to it or told where it is, until it is repaired.
 */
import { check } from "../check/check.js";
import type { HardRule, Plan, Season, Session, Verdict } from "../model/index.js";
import { type Agreed, publicationOf, readBody, type Store, StoreError } from "../pool/store/index.js";

export interface PublishedBooking extends Agreed {
  /** it breaks no rule of its session or of who is in its team, and is where and when the pool has it */
  readonly stands: boolean;
}

/** The published sessions of a season as it stands; none where nothing is published. */
export function bookingsOf(store: Store, season: Season): readonly PublishedBooking[] {
  const publication = publicationOf(store, season.id);
  if (publication === null) return [];
  const plan = publishedPlan(store, season);
  const broken = brokenIn(plan, check(season, plan));
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  return publication.sessions.map((one) => {
    const session = sessions.get(one.session);
    const stands = session !== undefined && !broken.has(one.session) && isAsInPool(store, session, one);
    return { ...one, stands };
  });
}

/**
 * @param session one that must be published too; null: any
 * @throws StoreError `unknown`: there is no such season, nothing is published of it, or not that session
 */
export function assertPublished(store: Store, season: string, session: string | null = null): void {
  const publication = publicationOf(store, season);
  if (publication === null && readBody(store, "seasons", season) === null)
    throw new StoreError("unknown", `season ${season}: not in the database; see koppel season list`);
  if (publication === null) throw new StoreError("unknown", `season ${season}: nothing is published of it yet`);
  if (session !== null && !publication.sessions.some((one) => one.session === session))
    throw new StoreError(
      "unknown",
      `session ${session}: not in what is published of ${season}; see koppel plan show ${publication.plan}`,
    );
}

/** Rules whose breach is told of a trainer; those of a series or a programme send nobody where she must not be. */
const OF_TRAINER: ReadonlySet<string> = new Set<HardRule>([
  "overlap",
  "travelTime",
  "restDays",
  "perDay",
  "perWeek",
  "perSeason",
  "exposure",
]);
const OF_SEVERAL: ReadonlySet<string> = new Set<HardRule>(["order", "budget"]);

/** Sessions of a plan that break a rule, and all those of a trainer of whom one is broken. */
export function brokenIn({ assignments }: Plan, { violations }: Verdict): ReadonlySet<string> {
  const broken = new Set<string>();
  for (const { rule, where } of violations) {
    if (OF_SEVERAL.has(rule)) continue;
    if (!OF_TRAINER.has(rule)) broken.add(where);
    else
      for (const { session, team } of assignments)
        if (team.some(({ trainer }) => trainer === where)) broken.add(session);
  }
  return broken;
}

/** Whether the pool still has a session on that date and at that place, for those people and on those themes. */
function isAsInPool(store: Store, session: Session, { slot }: Agreed): boolean {
  const now = readBody(store, "sessions", session.id) as Session | null;
  if (now === null) return false;
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  return (
    same(
      [now.place, now.audience, now.communities, now.themes],
      [session.place, session.audience, session.communities, session.themes],
    ) && now.slots.some((one) => same(one, slot))
  );
}

/** What was published, as a plan of the season as it stands: where a repair begins. */
export function publishedPlan(store: Store, season: Season): Plan {
  const publication = publicationOf(store, season.id);
  if (publication === null) throw new StoreError("unknown", `season ${season.id}: nothing is published of it yet`);
  const known = new Set(season.trainers.map(({ id }) => id));
  const assignments = season.published.flatMap(({ session, slot, team }) =>
    slot === null ? [] : [{ session, slot, team: team.filter(({ trainer }) => known.has(trainer)) }],
  );
  return { format: "koppel-plan/1", season: season.id, assignments };
}

/** A plan without the sessions that break a rule: for what people take along of it. */
export function soundPart(plan: Plan, verdict: Verdict): Plan {
  const broken = brokenIn(plan, verdict);
  if (broken.size === 0) return plan;
  const assignments = plan.assignments.filter(({ session }) => !broken.has(session));
  return { format: plan.format, season: plan.season, assignments };
}
