/** Seasons and plans in the database, for a role. */
import { createHash } from "node:crypto";
import { check } from "../check/check.js";
import { type Plan, parsePlan, type Season, type Verdict } from "../model/index.js";
import {
  type Actor,
  append,
  assertMay,
  assertOrganisation,
  codesOf,
  inTransaction,
  loadSeason,
  notThere,
  provenOf,
  publicationOf,
  readBody,
  type Store,
  StoreError,
  seasonOfPlan,
  seasonOutline,
  versionOf,
} from "../pool/store/index.js";

/** The program itself, while it plans for somebody: what it reads goes into plans and never to a person. */
export function plannerFor({ id }: Actor): Actor {
  return { id, role: "planner" };
}

/**
 * A season as it stands, for planning inside the program and for advice that is told redacted. It is no answer to a person.
 * @throws StoreError `refused` for a role that plans nothing, `unknown` for no such season
 */
export function seasonForPlanning(store: Store, actor: Actor, id: string): Season {
  assertPlans(store, actor);
  return loaded(store, actor, id);
}

/** @throws StoreError `refused` for a role that plans nothing, `unknown` for one of an organisation that is not there */
function assertPlans(store: Store, actor: Actor): void {
  assertMay(store, actor, "plan");
  assertOrganisation(store, actor);
}

/**
 * A season that was read for planning, and in which nothing has changed since, is planned with again: of its trainers nothing is read,
 * so that the trail has a row of the season alone.
 * @throws StoreError as `seasonForPlanning` does, but for `unknown` seasons
 */
export function planAgain(store: Store, actor: Actor): void {
  assertPlans(store, actor);
  inTransaction(store, () =>
    append(store, plannerFor(actor), { action: "read", purpose: "matching", field: "season", outcome: "given" }),
  );
}

/** The same for what a role may see of bookings alone: dates and teams by their codes. */
export function seasonForReading(store: Store, actor: Actor, id: string): Season {
  assertMay(store, actor, "seeBookings");
  return loaded(store, actor, id);
}

/** The same for advice on one session, for other systems too: what is told of it is redacted by whoever asks. */
export function seasonForAsking(store: Store, actor: Actor, id: string): Season {
  assertMay(store, actor, "ask");
  return loaded(store, actor, id);
}

/** The same for a trainer's own bookings; what is told of it is hers alone. */
export function seasonForOwn(store: Store, actor: Actor, id: string): Season {
  assertMay(store, actor, "answerOwn");
  return loaded(store, actor, id);
}

function loaded(store: Store, actor: Actor, id: string): Season {
  const answer = loadSeason(store, plannerFor(actor), "matching", id);
  if (!answer.given) throw notThere("season", id);
  return answer.value;
}

/**
 * A season as a file that leaves the database, with what its trainers consent to have exported.
 * @throws StoreError `refused` for others than a safety officer: it holds where trainers must never be sent
 */
export function exportedSeason(store: Store, actor: Actor, id: string): Season {
  assertMay(store, actor, "exportSeason");
  const answer = loadSeason(store, actor, "export", id);
  if (!answer.given) throw notThere("season", id);
  return answer.value;
}

/** A plan that is kept, with its season as it stands and what the check says of the two now. */
export interface KeptPlan {
  readonly id: string;
  readonly version: number;
  readonly season: Season;
  /** its cost is what it costs now; a bound it has only where this program proved one of the season as it stands */
  readonly plan: Plan;
  readonly verdict: Verdict;
}

/**
 * @param purpose whether it is read to plan with, or to be shown
 * @throws StoreError `unknown` for no such plan
 */
export function keptPlan(store: Store, actor: Actor, id: string, purpose: "plan" | "show" | "ask" = "show"): KeptPlan {
  // Others write meanwhile: what is reckoned of it is reckoned after.
  const { season, body, version, proven } = inTransaction(store, () => {
    assertMay(store, actor, purpose === "show" ? "seeBookings" : purpose);
    const seasonId = seasonOfPlan(store, id);
    if (seasonId === null) throw notThere("plan", id);
    return {
      season: loaded(store, actor, seasonId),
      body: readBody(store, "plans", id),
      version: versionOf(store, "plans", id),
      proven: provenOf(store, id),
    };
  });
  const { bare, bound, verdict } = judged(season, body);
  const { total } = verdict;
  const holds = bound !== undefined && holdsBound(bound, total, proven, digestOf(season));
  const plan: Plan = { ...bare, cost: total, ...(holds ? { bound } : {}) };
  // What it states of itself is what has just been found.
  const stated = { stated: total, misstated: false, overbound: false };
  return { id, version, season, plan, verdict: { ...verdict, ...stated } };
}

/**
 * What a plan assigns, unjudged: for whoever has seen it and asks how it stands with changes of hers.
 * @param season of which it is, as it stands
 * @param seen the version that she has read
 * @throws StoreError `unknown` for no such plan, `conflict` where it is another version by now
 */
export function planAsSeen(store: Store, actor: Actor, id: string, season: Season, seen: number): Plan {
  const body = inTransaction(store, () => {
    assertPlans(store, actor);
    if (seasonOfPlan(store, id) === null) throw notThere("plan", id);
    if (versionOf(store, "plans", id) !== seen)
      throw new StoreError(
        "conflict",
        `plan ${id}: saved anew since you read it; read it again, or ask of the whole plan`,
      );
    return readBody(store, "plans", id);
  });
  const { format, season: of, assignments } = known(season, parsePlan(body, season));
  return { format, season: of, assignments };
}

/** A plan as it was saved, without what its season no longer has, and what the check says of it. */
export function judged(season: Season, body: unknown) {
  const { cost: _, bound, ...bare } = known(season, parsePlan(body, season));
  return { bare, bound, verdict: check(season, bare) };
}

/** Whether a bound that a plan states is one of the season as it stands. @param proven the digest of the season that it was proven of */
export function holdsBound(bound: number, total: number, proven: string | null, digest: string): boolean {
  return bound <= total && proven === digest;
}

/** By what a season is told from any other, and from itself once anything of it has changed. */
export function digestOf(season: Season): string {
  return createHash("sha256").update(JSON.stringify(season)).digest("hex");
}

/** A plan without what its season no longer has; it states no cost then. */
export function known(season: Season, plan: Plan): Plan {
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  const trainers = new Set(season.trainers.map(({ id }) => id));
  const assignments = plan.assignments.flatMap((one) => {
    const session = sessions.get(one.session);
    if (session === undefined || one.slot >= session.slots.length) return [];
    return [{ ...one, team: one.team.filter(({ trainer }) => trainers.has(trainer)) }];
  });
  const whole = JSON.stringify(assignments) === JSON.stringify(plan.assignments);
  return whole ? plan : { format: plan.format, season: plan.season, assignments };
}

/** From and to which day a season goes. @throws StoreError `unknown` for no such season, `refused` by role */
export function seasonPeriod(store: Store, actor: Actor, id: string): Pick<Season, "from" | "to"> {
  assertMay(store, actor, "seeBookings");
  const outline = seasonOutline(store, id);
  if (outline === null) throw notThere("season", id);
  return outline;
}

/** How a season stands, for a list. */
export interface SeasonRow {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly sessions: number;
  readonly trainers: number;
  /** with the version of what is published, for whoever publishes over it */
  readonly published: { readonly plan: string; readonly at: string; readonly version: number } | null;
}

export function listSeasons(store: Store, actor: Actor): readonly SeasonRow[] {
  assertMay(store, actor, "seeBookings");
  return codesOf(store, "seasons").flatMap((id) => {
    const outline = seasonOutline(store, id);
    if (outline === null) return [];
    const publication = publicationOf(store, id);
    return {
      id,
      version: versionOf(store, "seasons", id),
      ...outline,
      published: publication && {
        plan: publication.plan,
        at: publication.at,
        version: versionOf(store, "publications", id),
      },
    };
  });
}
