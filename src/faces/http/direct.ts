/** Routes that only look something up or write a row: answered where they come in. */
import type { Season } from "../../model/index.js";
import { NO_AVAILABILITY } from "../../pool/availability/index.js";
import { type Actor, codesOf, readBody, type Store, versionOf } from "../../pool/store/index.js";
import { papersOf } from "../../programme/index.js";
import {
  answer,
  askingsOf,
  type BuildOptions,
  buildSeason,
  dropSession,
  keepPlan,
  keepSession,
  keepTime,
  keptPlan,
  keptSession,
  listPlans,
  listSeasons,
  poolRows,
  publish,
  seasonForReading,
  timeOf,
} from "../../season/index.js";
import { verdictFor } from "./advice-ops.js";
import { ProblemError, problem } from "./problems.js";
import type { DirectOp } from "./routes.js";
import { planIn, publishIn, replyIn, seasonIn, sessionIn } from "./schemas.js";
import { json, shaped } from "./sources.js";

export interface DirectRequest {
  readonly id: string;
  readonly body: Uint8Array;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}
export interface DirectAnswer {
  readonly value: unknown;
  /** the version that the answer is of */
  readonly version?: number;
}

/** What a season is built with besides the pool. */
export interface BuildFacts {
  readonly places: BuildOptions["places"];
  readonly weights: BuildOptions["weights"];
  readonly timeZone: string;
}

type Answerers = Readonly<
  Record<DirectOp, (store: Store, actor: Actor, request: DirectRequest, facts: BuildFacts) => DirectAnswer>
>;

const items = (list: readonly unknown[]): DirectAnswer => ({ value: { items: list } });

export const DIRECT: Answerers = {
  trainers: (store, actor) => items(poolRows(store, actor)),
  sessions: (store) => items(codesOf(store, "sessions").map((id) => sessionOf(store, id))),
  time: (store, actor, { id }) => ({
    value: timeOf(store, actor, id) ?? NO_AVAILABILITY,
    version: versionOf(store, "trainers", id),
  }),
  keepTime: (store, actor, { id, body, ifMatch }) => {
    keepTime(store, actor, id, json(body), matched(ifMatch));
    return { value: timeOf(store, actor, id), version: versionOf(store, "trainers", id) };
  },
  session: (store, actor, { id }) => {
    const { version, ...value } = keptSession(store, actor, id);
    return { value, version };
  },
  keepSession: (store, actor, { id, body, ifMatch, ifNoneMatch }) => {
    const { client, session } = shaped(sessionIn, json(body));
    const { version, ...value } = keepSession(store, actor, id, client, session, seenOrNone(ifMatch, ifNoneMatch));
    return { value, version };
  },
  dropSession: (store, actor, { id, ifMatch }) => {
    dropSession(store, actor, id, matched(ifMatch));
    return { value: null };
  },
  buildSeason: (store, actor, { body }, facts) => {
    const { programmes = null, ...asked } = shaped(seasonIn, json(body));
    const { season, ...left } = buildSeason(store, actor, { ...facts, ...asked, programmes, now: Date.now() });
    const value = { id: season.id, sessions: season.sessions.length, trainers: season.trainers.length, ...left };
    return { value, version: versionOf(store, "seasons", season.id) };
  },
  programmes: (store, actor) => items(papersOf(store, actor, null)),
  seasons: (store, actor) => items(listSeasons(store, actor)),
  season: (store, actor, { id }) => ({
    value: shownSeason(seasonForReading(store, actor, id)),
    version: versionOf(store, "seasons", id),
  }),
  plans: (store, actor) => items(listPlans(store, actor, null)),
  plan: (store, actor, { id }) => {
    const { season, plan, verdict, version } = keptPlan(store, actor, id);
    return { value: { id, season: season.id, plan, verdict: verdictFor(actor, verdict) }, version };
  },
  keepPlan: (store, actor, { id, body, ifMatch, ifNoneMatch }) => {
    const { season, plan, seasonVersion = null } = shaped(planIn, json(body));
    const seen = seenOrNone(ifMatch, ifNoneMatch);
    const { verdict } = keepPlan(store, actor, id, season, plan, seen, { seasonSeen: seasonVersion });
    return { value: { id, season, verdict: verdictFor(actor, verdict) }, version: versionOf(store, "plans", id) };
  },
  publish: (store, actor, { id, body, ifMatch }) => {
    const { replaces = null } = shaped(publishIn, json(body));
    const value = publish(store, actor, id, matched(ifMatch), replaces);
    return { value, version: versionOf(store, "plans", id) };
  },
  asking: (store, actor, { id }) => items(askingsOf(store, actor, id)),
  reply: (store, actor, { id, body }) => ({ value: answer(store, actor, id, shaped(replyIn, json(body))) }),
};

/** The version that was seen. @throws ProblemError 428 where none is said */
function matched(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new ProblemError(problem(428, "give If-Match with the ETag that you read"));
  return seen(ifMatch);
}

/** The same, or 0 where there is said to be none yet. */
function seenOrNone(ifMatch: string | undefined, ifNoneMatch: string | undefined): number {
  if (ifMatch === undefined && ifNoneMatch === "*") return 0;
  if (ifMatch !== undefined) return seen(ifMatch);
  throw new ProblemError(problem(428, "give If-Match with the ETag that you read, or If-None-Match: * for a new one"));
}

/** The version of an ETag. @throws ProblemError 412 for one that no answer of ours has had */
function seen(etag: string): number {
  const [, version] = /^"(\d{1,9})"$/.exec(etag) ?? [];
  if (version === undefined) throw new ProblemError(problem(412, "If-Match is no ETag of it: read it again"));
  return Number(version);
}

/** A session of the pool as bookings show it. */
function sessionOf(store: Store, id: string): unknown {
  const session = readBody(store, "sessions", id) as Season["sessions"][number];
  const { activity, programme, place, slots, seats, priority } = session;
  return { id, activity, programme, place, slots, seats, priority, version: versionOf(store, "sessions", id) };
}

/** A season as bookings show it: no trainer's own fields, and nobody who is excluded. */
function shownSeason({
  id,
  timeZone,
  from,
  to,
  places,
  sessions,
  series,
  programmes,
  published,
  trainers,
}: Season): unknown {
  return {
    id,
    timeZone,
    from,
    to,
    places,
    series,
    programmes,
    published,
    trainers: trainers.map((trainer) => trainer.id),
    sessions: sessions.map(({ id: session, activity, programme, place, slots, seats, priority, pinned }) => ({
      id: session,
      activity,
      programme,
      place,
      slots,
      seats,
      priority,
      pinned,
    })),
  };
}
