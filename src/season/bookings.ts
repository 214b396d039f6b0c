/**
 * What is published of a season, and whether it still holds. What the pool has learnt since may forbid it: then nobody is asked for
 * it, sent to it or told where it is, until it is repaired.
 */
import { check } from "../check/check.js";
import type { HardRule, Plan, Season, Session, Slot, Verdict } from "../model/index.js";
import { inZone } from "../pool/availability/index.js";
import {
  type Agreed,
  bookedElsewhere,
  notThere,
  publicationOf,
  readBody,
  type Store,
  StoreError,
} from "../pool/store/index.js";

export interface PublishedBooking extends Agreed {
  /** it breaks no rule of its session or of who is in its team, and is where and when the pool has it */
  readonly stands: boolean;
}

/** The published sessions of a season as it stands; none where nothing is published. */
export function bookingsOf(store: Store, season: Season): readonly PublishedBooking[] {
  const publication = publicationOf(store, season.id);
  if (publication === null) return [];
  const plan = publishedPlan(store, season);
  const fallen = fallenIn(store, season, plan);
  const judged = new Set(plan.assignments.map(({ session }) => session));
  const places = new Map(season.sessions.map(({ id, place }) => [id, place]));
  return publication.sessions.map((one) => {
    const isThere = one.place === undefined || one.place === places.get(one.session);
    return { ...one, stands: judged.has(one.session) && isThere && !fallen.has(one.session) };
  });
}

/**
 * Sessions of a plan to which nobody may be sent: they break a rule, the pool has them elsewhere or no more, or somebody is
 * expected in another season's session then.
 */
export function fallenIn(store: Store, season: Season, plan: Plan): ReadonlySet<string> {
  return new Set(whyFallen(store, season, plan).keys());
}

/**
 * The same, each with whether the pool has it otherwise than its season, on another date or no more: a season made anew has those as
 * they are.
 */
export function whyFallen(store: Store, season: Season, plan: Plan): ReadonlyMap<string, boolean> {
  const fallen = new Map(brokenIn(plan, check(season, plan)).map((id) => [id, false]));
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  // Even where this season has that session too: people were told of it by the other.
  const elsewhere = bookedElsewhere(store, { ...season, sessions: [] });
  for (const { session: id, slot, team } of plan.assignments) {
    const session = sessions.get(id);
    const date = session?.slots[slot];
    const now = readBody(store, "sessions", id) as Session | null;
    if (session === undefined || date === undefined || now === null || !isAsInPool(now, session, date)) {
      fallen.set(id, true);
      continue;
    }
    const around = [session.before, session.after] as const;
    const parts = date.map((part) => inZone(part, around, season.timeZone, season.timeZone));
    const busy = team.flatMap(({ trainer }) => elsewhere.get(trainer) ?? []);
    const isBusy = parts.some(([start, end]) => busy.some(([from, to]) => from < end && start < to));
    if (isBusy || !isWaived(now, session)) fallen.set(id, false);
  }
  return fallen;
}

/**
 * A season and a plan without what people may not be sent to, for what they take along of it: not even as what was published
 * before, since that would tell where it was.
 */
export function soundPart(
  store: Store,
  season: Season,
  plan: Plan,
): { readonly season: Season; readonly plan: Plan; readonly left: number } {
  const fallen = fallenIn(store, season, plan);
  const before = new Set(bookingsOf(store, season).flatMap(({ session, stands }) => (stands ? [] : [session])));
  const published = season.published.filter(({ session }) => !fallen.has(session) && !before.has(session));
  const told = published.length === season.published.length ? season : { ...season, published };
  if (fallen.size === 0) return { season: told, plan, left: 0 };
  const assignments = plan.assignments.filter(({ session }) => !fallen.has(session));
  return { season: told, plan: { format: plan.format, season: plan.season, assignments }, left: fallen.size };
}

/**
 * @param session one that must be published too; null: any
 * @throws StoreError `unknown`: there is no such season, nothing is published of it, or not that session
 */
export function assertPublished(store: Store, season: string, session: string | null = null): void {
  const publication = publicationOf(store, season);
  if (publication === null && readBody(store, "seasons", season) === null) throw notThere("season", season);
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
]);
const OF_SEVERAL: ReadonlySet<string> = new Set<HardRule>(["order", "budget"]);

/** Sessions of a plan that break a rule, and all those of a trainer of whom one is broken. */
function brokenIn({ assignments }: Plan, { violations }: Verdict): readonly string[] {
  const broken = new Set<string>();
  for (const { rule, where, sessions } of violations) {
    if (OF_SEVERAL.has(rule)) continue;
    if (sessions !== undefined) for (const session of sessions) broken.add(session);
    else if (!OF_TRAINER.has(rule)) broken.add(where);
    else
      for (const { session, team } of assignments)
        if (team.some(({ trainer }) => trainer === where)) broken.add(session);
  }
  return [...broken];
}

/** Whether the pool still has a session on that date and at that place, for those people, as long and on those themes. */
function isAsInPool(now: Session, session: Session, date: Slot): boolean {
  const facts = (of: Session): unknown => [
    of.place,
    of.audience,
    of.before,
    of.after,
    of.communities,
    of.themes,
    of.languages,
    of.traits,
    of.seats,
  ];
  return same(facts(now), facts(session)) && now.slots.some((one) => same(one, date));
}

/** Whether the pool still waives for a session what was waived: what was taken back no longer lets anybody come. */
function isWaived(now: Session, { waivers }: Session): boolean {
  return waivers.every((one) => now.waivers.some((other) => same(one, other)));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

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
