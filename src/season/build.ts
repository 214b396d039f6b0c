/** From the pool to a season: trainers with their time, sessions with a date in the period, what pays for them. */
import {
  InputError,
  type Interval,
  type Place,
  parseSeason,
  type Season,
  type Session,
  type Trainer,
  type Weights,
} from "../model/index.js";
import { expandAvailability, NO_AVAILABILITY } from "../pool/availability/index.js";
import {
  type Actor,
  assertMay,
  bookedElsewhere,
  type Choice,
  codesOf,
  type GatheredTrainer,
  type GatheredWork,
  gatherTrainers,
  gatherWork,
  ifUnchanged,
  organisationOf,
  type PinFault,
  pinFaults,
  type Store,
  saveSeason,
  withPins,
} from "../pool/store/index.js";
import { belongsIn, keptChoice, type ProgrammeRow, programmeRows, seasonBefore, shrunkPlans } from "./choice.js";
import { plannerFor } from "./read.js";

export interface BuildOptions {
  readonly id: string;
  /** first and last day */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /**
   * only the sessions of these programmes (null: those of none), the meetings before them included, or all; null: as the season of
   * that id was made, and all where there is none
   */
  readonly programmes: Choice | null;
  /** keeps nothing: what would come of it is told */
  readonly dryRun?: boolean | undefined;
  readonly weights: Weights;
  /** all places that may be named: municipalities */
  readonly places: readonly Place[];
  /** the present, in milliseconds since 1970: dates that are held until then bind */
  readonly now: number;
  /** the version of the season of that id that the caller has read; 0 where there is none, null or absent where it does not matter */
  readonly seen?: number | null;
}

export interface Built {
  readonly season: Season;
  /** whether there was none of that id before: everything is new in it */
  readonly isNew: boolean;
  /** what it is made of, and keeps to when it is made anew */
  readonly choice: Choice;
  /** what of each programme it has, gets and loses; those that it is not made of too */
  readonly programmes: readonly ProgrammeRow[];
  /** trainers who were not in it before */
  readonly came: readonly string[];
  /** trainers who were in it before and are no longer */
  readonly left: readonly string[];
  /** sessions of the programmes that have no date in the period */
  readonly undated: readonly string[];
  /** series of which fewer than two sessions are in the season */
  readonly brokenSeries: readonly string[];
  /** trainers who have not consented to be planned with, or have no role that may be used: how many */
  readonly withheld: number;
  /** those of the actor's own organisation among them: ask for their consent */
  readonly withheldOwn: readonly string[];
  /** trainers of the actor's own organisation who cannot be booked at all in the period */
  readonly neverFree: readonly string[];
  /** sessions whose fixed date or team does not hold, and what it would need to */
  readonly released: readonly { readonly session: string; readonly faults: readonly PinFault[] }[];
  /** plans that lost teams, since dates or sessions of theirs are not in the season any more: how many each */
  readonly shrunk: readonly { readonly plan: string; readonly lost: number }[];
}

/**
 * Makes a season of what the pool has and keeps it in the database, in the place of one of that id; its plans stay. What comes and goes
 * is told; in a dry run, before it is done.
 * @throws InputError where what the pool has makes no season; StoreError `refused` for a role that builds none, `conflict` where
 * somebody built it since
 */
export function buildSeason(store: Store, actor: Actor, options: BuildOptions): Built {
  assertMay(store, actor, "buildSeason");
  return ifUnchanged(store, "seasons", options.id, options.seen ?? null, () => {
    assertProgrammes(store, options.programmes);
    const before = seasonBefore(store, options.id);
    const gathered = gatherTrainers(store, plannerFor(actor));
    const work = gatherWork(store);
    const belongs = belongsIn(store);
    const choice = options.programmes ?? keptChoice(store, options.id, before, belongs);
    const isChosen = (one: Session): boolean => choice === "all" || choice.includes(belongs(one));
    const { within, without } = byPeriod(work, options);
    const chosen = within.filter(isChosen);
    const sessions = chosen.map(({ id }) => id);
    const elsewhere = bookedElsewhere(store, { ...options, sessions });
    const built = seasonOf(gathered, work, chosen, options, actor.role === "safetyOfficer", elsewhere);
    const shrunk = shrunkPlans(store, built.season, before);
    if (options.dryRun !== true) saveSeason(store, actor, built.season, choice);
    const had = new Set(before?.trainers.map(({ id }) => id));
    const has = built.season.trainers.map(({ id }) => id);
    const all = store.db.prepare("SELECT count(*) AS n FROM trainers").get() as { n: number };
    const ids = new Set(sessions);
    const inSeason = new Set(gathered.map(({ trainer }) => trainer.id));
    const isOwn = (code: string): boolean =>
      actor.organisation !== undefined && organisationOf(store, code) === actor.organisation;
    return {
      ...built,
      isNew: before === null,
      choice,
      programmes: programmeRows(choice, within, before, belongs),
      came: has.filter((code) => !had.has(code)),
      left: [...had].filter((code) => !has.includes(code)),
      shrunk,
      undated: without.filter(isChosen).map(({ id }) => id),
      brokenSeries: work.series.filter((s) => kept(s, ids).length === 1).map(({ id }) => id),
      withheld: all.n - gathered.length,
      withheldOwn: codesOf(store, "trainers").filter((code) => !inSeason.has(code) && isOwn(code)),
      neverFree: built.neverFree.filter(isOwn),
    };
  });
}

/** @throws InputError for programmes that the pool does not have: a typing error would make a season of nothing, and be remembered */
function assertProgrammes(store: Store, chosen: Choice | null): void {
  const asked = chosen === null || chosen === "all" ? [] : chosen;
  const known = new Set<string | null>([...codesOf(store, "programmes"), null]);
  const issues = asked.flatMap((code, i) =>
    known.has(code) ? [] : [{ path: `programmes[${i}]`, expected: NO_PROGRAMME, value: JSON.stringify(code) }],
  );
  if (issues.length > 0) throw new InputError("the season", issues);
}
const NO_PROGRAMME = "a programme of the pool: it has no such programme";

const kept = ({ sessions }: { readonly sessions: readonly string[] }, ids: ReadonlySet<string>): string[] =>
  sessions.filter((id) => ids.has(id));

/** The pool's sessions: those with a date in the period, and those without. */
function byPeriod({ sessions }: GatheredWork, { from, to }: BuildOptions) {
  const isWithin = ({ slots }: Session): boolean =>
    slots.some((parts) => {
      const day = parts[0]?.[0].slice(0, 10) ?? "";
      return from <= day && day <= to;
    });
  const all = sessions.map(({ session }) => session);
  return { within: all.filter(isWithin), without: all.filter((session) => !isWithin(session)) };
}

function seasonOf(
  gathered: readonly GatheredTrainer[],
  work: GatheredWork,
  sessions: readonly Session[],
  options: BuildOptions,
  mayKnow: boolean,
  elsewhere: ReadonlyMap<string, readonly Interval[]>,
): Pick<Built, "season" | "released" | "neverFree"> {
  const codes = new Set(gathered.map(({ trainer }) => trainer.id));
  const ids = new Set(sessions.map(({ id }) => id));
  const timed = gathered.map((one) => withTime(one, codes, options, elsewhere.get(one.trainer.id) ?? []));
  const away = new Set(gathered.flatMap((one) => (one.away ? [one.trainer.id] : [])));
  // Who is never free by what she said: not who can be sent nowhere, which nobody is told.
  const neverFree = timed.filter(({ available }) => available.length === 0).map(({ id }) => id);
  const trainers = timed.map((one) => (away.has(one.id) ? { ...one, available: [] } : one));
  const places = placesOf(trainers, sessions, options.places, mayKnow);
  const paying = new Set(sessions.map(({ programme }) => programme));
  const known = sessions.map((session) => onlyKnown(session, codes, away));
  const base = parseSeason(
    {
      format: "koppel-season/1",
      id: options.id,
      timeZone: options.timeZone,
      from: options.from,
      to: options.to,
      places,
      trainers,
      sessions: known.map((session) => ({ ...session, pinned: null })),
      series: work.series.map((s) => ({ ...s, sessions: kept(s, ids) })).filter((s) => s.sessions.length >= 2),
      programmes: work.programmes.filter(({ id }) => paying.has(id)).map(({ id, budget }) => ({ id, budget })),
      pairs: [],
      published: [],
      weights: options.weights,
    },
    "the season",
  );
  const pins = known.flatMap(({ id, pinned }) => (pinned === null ? [] : [{ session: id, pin: pinned }]));
  const season = withPins(base, pins);
  const pinned = new Set(season.sessions.filter((session) => session.pinned !== null).map(({ id }) => id));
  const gone = pins.filter(({ session }) => !pinned.has(session));
  const released = gone.map(({ session, pin }) => ({ session, faults: pinFaults(season, session, pin) }));
  return { season, neverFree, released };
}

/** A trainer with the intervals in which she can be booked, and without mention of those who are not in the season. */
function withTime(
  { trainer, availability, busy: own }: GatheredTrainer,
  codes: ReadonlySet<string>,
  options: BuildOptions,
  elsewhere: readonly Interval[],
) {
  const { from, to, timeZone: zone, now, id: offer } = options;
  const said = availability ?? NO_AVAILABILITY;
  const busy = [...own, ...elsewhere];
  return {
    ...trainer,
    available: expandAvailability(said, { from, to, zone, now, busy, offer, also: trainer.available }),
    avoidTrainers: trainer.avoidTrainers.filter((code) => codes.has(code) && code !== trainer.id),
  };
}

function onlyKnown(session: Session, codes: ReadonlySet<string>, away: ReadonlySet<string>): Session {
  const { pinned } = session;
  return {
    ...session,
    excludes: session.excludes.filter((code) => codes.has(code)),
    waivers: session.waivers.filter(({ trainer }) => codes.has(trainer) && !away.has(trainer)),
    pinned: pinned && { ...pinned, team: pinned.team.filter(({ trainer }) => codes.has(trainer)) },
  };
}

/**
 * The places that the season names.
 * @param mayKnow whether the reader may learn whose list of places to avoid names one that does not exist
 * @throws InputError with every place that nobody knows: whoever must not be sent there would not be kept from it
 */
function placesOf(
  trainers: readonly Trainer[],
  sessions: readonly Session[],
  all: readonly Place[],
  mayKnow: boolean,
): readonly Place[] {
  const byId = new Map(all.map((place) => [place.id, place]));
  const found = new Set<string>();
  const issues: { path: string; expected: string }[] = [];
  const name = (id: string, path: string): void => {
    if (byId.has(id)) found.add(id);
    else issues.push({ path, expected: "the CBS code of a municipality, such as GM0503" });
  };
  for (const { id, home, avoidPlaces } of trainers) {
    name(home, `trainer ${id}: home`);
    for (const place of avoidPlaces) name(place, mayKnow ? `trainer ${id}: avoidPlaces` : SAFETY);
  }
  for (const { id, place, audience } of sessions) {
    if (place !== null) name(place, `session ${id}: place`);
    for (const one of audience) name(one, `session ${id}: audience`);
  }
  const seen = new Set<string>();
  const distinct = issues.filter(({ path }) => !seen.has(path) && seen.add(path));
  if (distinct.length > 0) throw new InputError("the season", distinct);
  return all.filter(({ id }) => found.has(id));
}
const SAFETY = "what keeps trainers safe (for the safety officer to mend)";
