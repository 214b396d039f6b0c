/** Routes that look something up in the database, or write to it. */

import { observancesBetween } from "../../dates/index.js";
import { InputError, type Season } from "../../model/index.js";
import { type Labels, teamSheetsHtml } from "../../papers/index.js";
import { NO_AVAILABILITY } from "../../pool/availability/index.js";
import {
  type Actor,
  codesOf,
  mayDo,
  nameOf,
  notThere,
  readBody,
  type Store,
  seasonOfPlan,
  versionOf,
} from "../../pool/store/index.js";
import { calledAfter, dossierOf, intakeListOf, keepPapers, papersOf } from "../../programme/index.js";
import {
  answer,
  askingsOf,
  bookingOf,
  buildSeason,
  dropSession,
  freeTimes,
  keepPlan,
  keepSession,
  keepTime,
  keepTrainer,
  keptPlan,
  keptSession,
  listPlans,
  listSeasons,
  poolRows,
  publish,
  seasonForReading,
  seasonPeriod,
  teamSheets,
  timeOf,
  trainerRow,
} from "../../season/index.js";
import { verdictFor } from "./advice-ops.js";
import { herStand, POOL, person, standOf } from "./pool-ops.js";
import { ProblemError, problem } from "./problems.js";
import { papersIn } from "./programme-schemas.js";
import type { DirectOp } from "./route.js";
import { planIn, publishIn, replyIn, seasonIn, sessionIn, trainerIn } from "./schemas.js";
import { matched, type Standing, seenOrNone } from "./seen.js";
import { json, jsonOrNothing, type RecordFacts, shaped, within } from "./sources.js";

export interface DirectRequest {
  readonly id: string;
  readonly body: Uint8Array;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
}
/** With how what it is of stands, where it has a version. */
export interface DirectAnswer extends Partial<Standing> {
  readonly value: unknown;
}

/** What the package knows besides the pool. */
export type DirectFacts = Omit<RecordFacts, "labelFiles"> & { readonly labels: Labels };

type Answerers = Readonly<
  Record<DirectOp, (store: Store, actor: Actor, request: DirectRequest, facts: DirectFacts) => DirectAnswer>
>;

const items = (list: readonly unknown[]): DirectAnswer => ({ value: { items: list } });

export const DIRECT: Answerers = {
  ...POOL,
  me: (store, { id, role, organisation, trainer }) => ({
    value: {
      account: id,
      role,
      organisation: organisation ?? null,
      organisationName: organisation === undefined ? null : nameOf(store, "organisations", organisation),
      trainer: trainer ?? null,
    },
  }),
  labels: (_store, _actor, _request, { choices, named }) => ({ value: { ...choices, ...named } }),
  calendar: (store, actor, { id }, { calendar }) => {
    const { from, to } = seasonPeriod(store, actor, id);
    return items(
      observancesBetween(calendar, from, to).map(
        ({ id: code, nl, en, from: first, to: last, beginsEveningBefore, impact, communities, regions, basis }) => ({
          id: code,
          nl,
          en,
          from: first,
          to: last,
          beginsEveningBefore,
          impact,
          communities,
          regions,
          basis,
        }),
      ),
    );
  },
  sheets: (store, actor, { id }, { labels, helplines }) => {
    const { sheets, heldBack } = teamSheets(store, actor, id, null);
    return { value: { count: sheets.length, heldBack, html: teamSheetsHtml(sheets, "nl", labels, helplines) } };
  },
  programme: (store, actor, { id }) => dossier(store, actor, id),
  keepProgramme: (store, actor, { id, body, ifMatch, ifNoneMatch }) => {
    keepPapers(
      store,
      actor,
      id,
      shaped(papersIn, json(body)).papers,
      seenOrNone({ ifMatch, ifNoneMatch }, standOf(store, "programmes", id)),
    );
    return dossier(store, actor, id);
  },
  intake: (store, actor, { id }) =>
    items(
      [...intakeListOf(store, actor, id)].map(([item, { groups, waiting, reasons = [] }]) => ({
        item,
        groups,
        waiting,
        reasons,
      })),
    ),
  trainers: (store, actor) => items(poolRows(store, actor)),
  sessions: (store, _actor, _request, facts) =>
    items(codesOf(store, "sessions").map((id) => sessionOf(store, id, facts))),
  trainer: (store, actor, { id }) => person(store, actor, trainerRow(store, actor, id)),
  keepTrainer: (store, actor, { id, body, ifMatch, ifNoneMatch }) => {
    const { organisation, ...written } = shaped(trainerIn, json(body));
    assertSame("organisation", organisation, actor.organisation);
    const seen = seenOrNone({ ifMatch, ifNoneMatch }, herStand(store, actor, id));
    const keep = () => keepTrainer(store, actor, id, written, seen);
    return person(store, actor, within("trainer", keep, ["name", "contact", "wishes", "consents"]));
  },
  time: (store, actor, { id }) => ({
    value: timeOf(store, actor, id) ?? NO_AVAILABILITY,
    version: versionOf(store, "trainers", id),
  }),
  keepTime: (store, actor, { id, body, ifMatch }) => {
    keepTime(store, actor, id, json(body), matched(ifMatch, herStand(store, actor, id)));
    return { value: timeOf(store, actor, id), version: versionOf(store, "trainers", id) };
  },
  freeTimes: (store, actor, { id }) => items(freeTimes(store, actor, id)),
  session: (store, actor, { id }) => {
    const { version, ...value } = keptSession(store, actor, id);
    return { value, version };
  },
  keepSession: (store, actor, { id, body, ifMatch, ifNoneMatch }) => {
    const { client, session } = shaped(sessionIn, json(body));
    const seen = seenOrNone({ ifMatch, ifNoneMatch }, standOf(store, "sessions", id));
    const { version, ...value } = within("session", () => keepSession(store, actor, id, client, session, seen), [
      "client",
    ]);
    return { value, version };
  },
  dropSession: (store, actor, { id, ifMatch }) => {
    dropSession(store, actor, id, matched(ifMatch, standOf(store, "sessions", id)));
    return { value: null };
  },
  buildSeason: (store, actor, { body, ifMatch, ifNoneMatch }, facts) => {
    const { programmes = null, dryRun = false, ...asked } = shaped(seasonIn, json(body));
    const seen = seenOrNone({ ifMatch, ifNoneMatch }, standOf(store, "seasons", asked.id));
    const wanted = { ...facts, ...asked, programmes, dryRun, now: Date.now(), seen };
    const { season, ...told } = buildSeason(store, actor, wanted);
    const { id, sessions, trainers } = season;
    const value = { id, sessions: sessions.length, trainers: trainers.length, done: !dryRun, ...told };
    return { value, version: versionOf(store, "seasons", season.id) };
  },
  programmes: (store, actor) => items(papersOf(store, actor, null)),
  seasons: (store, actor) => items(listSeasons(store, actor)),
  season: (store, actor, { id }, facts) => ({
    value: shownSeason(seasonForReading(store, actor, id), mayDo(actor, "plan"), facts),
    version: versionOf(store, "seasons", id),
  }),
  plans: (store, actor) => items(listPlans(store, actor, null)),
  plan: (store, actor, { id }) => {
    const { season, plan, verdict, version } = keptPlan(store, actor, id);
    const seasonVersion = versionOf(store, "seasons", season.id);
    return { value: { id, season: season.id, seasonVersion, plan, verdict: verdictFor(actor, verdict) }, version };
  },
  keepPlan: (store, actor, { id, body, ifMatch, ifNoneMatch }) => {
    const { id: told, season, plan, seasonVersion = null } = shaped(planIn, json(body));
    assertSame("id", told, id);
    const seen = seenOrNone({ ifMatch, ifNoneMatch }, standOf(store, "plans", id));
    // A plan names dates by their place in the season's lists: once those were made anew, it must say which it means.
    if (seasonVersion === null && versionOf(store, "seasons", season) > 1)
      throw new ProblemError(
        problem(428, `season ${season} was made anew since it was first there: give the seasonVersion that you read`),
      );
    const { verdict } = within("plan", () =>
      keepPlan(store, actor, id, season, plan, seen, { seasonSeen: seasonVersion }),
    );
    return { value: { id, season, verdict: verdictFor(actor, verdict) }, version: versionOf(store, "plans", id) };
  },
  publish: (store, actor, { id, body, ifMatch }) => {
    const { replaces } = shaped(publishIn, jsonOrNothing(body));
    const seen = matched(ifMatch, standOf(store, "plans", id));
    const season = seasonOfPlan(store, id);
    if (season === null) throw notThere("plan", id);
    if (replaces === undefined && versionOf(store, "publications", season) > 0)
      throw new ProblemError(
        problem(
          428,
          `season of plan ${id}: something is published already; give replaces, the version of it that you have seen (published.version of /v1/seasons)`,
        ),
      );
    const value = publish(store, actor, id, seen, replaces ?? 0);
    return { value, version: versionOf(store, "plans", id) };
  },
  asking: (store, actor, { id }) => items(askingsOf(store, actor, id)),
  reply: (store, actor, { id, body }) => {
    const { holdUntil = null, ...given } = shaped(replyIn, json(body));
    return { value: answer(store, actor, id, given, holdUntil) };
  },
};

/** @throws InputError where a record says otherwise of itself than it is */
function assertSame(field: string, told: string | undefined, is: string | undefined): void {
  if (told === undefined || told === is) return;
  const expected = is === undefined ? "none: this account has none" : `${is}, or left out: it is not changed here`;
  throw new InputError("the request", [{ path: field, expected, value: JSON.stringify(told) }]);
}

function dossier(store: Store, actor: Actor, id: string): DirectAnswer {
  const { version, ...value } = dossierOf(store, actor, id);
  return { value, version };
}

/** A session of the pool as bookings show it. */
function sessionOf(store: Store, id: string, facts: DirectFacts): unknown {
  const session = readBody(store, "sessions", id) as Season["sessions"][number];
  const { activity, programme, place, slots, seats, priority } = session;
  const version = versionOf(store, "sessions", id);
  return { id, activity, ...madeOf(session, facts), programme, place, slots, seats, priority, version };
}

/** The item of the menu that a session was made of, where it was made of one. */
function madeOf(session: Season["sessions"][number], { named }: DirectFacts): { readonly item?: string } {
  const item = calledAfter(session);
  return item !== null && named.item?.some(({ code }) => code === item) === true ? { item } : {};
}

/** A season as bookings show it: no trainer's own fields, and nobody who is excluded. */
function shownSeason(
  { id, timeZone, from, to, places, sessions, series, programmes, published, trainers }: Season,
  plans: boolean,
  facts: DirectFacts,
): unknown {
  return {
    id,
    timeZone,
    from,
    to,
    // Those of sessions: the season knows others too, where nobody may be sent.
    places: places.filter((place) => sessions.some((one) => one.place === place.id || one.audience.includes(place.id))),
    series,
    programmes,
    published,
    trainers: trainers.map((trainer) => trainer.id),
    // What a session asks for is for those who plan it; whom it excludes is for a safety officer.
    sessions: sessions.map(({ excludes: _, waivers: __, ...rest }, at) => ({
      ...(plans ? rest : bookingOf(rest)),
      ...madeOf(sessions[at] ?? rest, facts),
    })),
  };
}
