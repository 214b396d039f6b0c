/**
 * Which kinds of trainer to propose: those that meet what dear sessions ask for, alone and together, widened step by step
 * where that is worth more, on the days that suit them best, and so chosen that they differ.
 */
import type { Lagrangian } from "../../bound/lagrangian.js";
import { MINUTES_PER_DAY } from "../../model/time.js";
import { ROLES, type Season, type Trainer } from "../../model/types.js";
import type { Shape } from "../../terms/indices.js";
import { both, idealFor, keyOf, type Profile } from "./profiles.js";
import { type Days, freeCodes, trainerOf, weekdayOf } from "./trainer.js";
import { type Prospect, type Seat, Worth } from "./worth.js";

/** One kind, as somebody whom the season could have. */
export interface Kind {
  readonly profile: Profile;
  readonly trainer: Trainer;
  readonly prospect: Prospect;
}

/** Sessions that are looked at, the dearest first. */
const MOST_SESSIONS = 200;
/** Kinds that are tried at once: at least, at most, and times the slots that are looked at. */
const LEAST_TRIED = 16;
const MOST_TRIED = 80;
const MOST_PRICED = 20_000;
/** How often kinds are widened, how many of them, and by how many others each. */
const ROUNDS = 3;
const KEPT = 8;
const PARTNERS = 10;
/** Homes near her sessions that are tried for each. */
const HOMES = 3;
/** Days of the week on which somebody new can come. */
const DAYS_A_WEEK = 3;
/** The share that does not count of what she saves in a session, as far as a kind chosen before her could save it as well. */
const OVERLAP = 0.95;

/** The share of what a kind would earn that those chosen before her must leave her: else she is one of them once more. */
const LEFT = 0.2;

export interface Search {
  readonly season: Season;
  /** evaluated at the bound's best prices; its slot prices are made finite */
  readonly lagrangian: Lagrangian;
  /** sessions that the plan leaves open: what they lack is tried first */
  readonly open: readonly number[];
  /** how many to find */
  readonly count: number;
  /** asked before each round: it ends with what is known */
  readonly goOn: () => boolean;
}

/** The kinds that are worth most at the bound's prices, and differ; those that are worth nothing are left out. */
export function findKinds({ season, lagrangian, open, count, goOn }: Search): Kind[] {
  const worth = new Worth(season, lagrangian, MOST_SESSIONS);
  const { shape } = lagrangian.data;
  const looked = worth.dearestFirst.reduce((sum, s) => sum + slotsOf(shape, s), 0);
  const most = Math.max(LEAST_TRIED, Math.min(MOST_TRIED, Math.floor(MOST_PRICED / Math.max(1, looked))));
  const tried = new Set<string>();
  const all: Kind[] = [];
  const attempt = (profiles: readonly Profile[]): void => {
    const fresh = profiles.filter((profile) => {
      const key = `${profile.home} ${keyOf(profile)}`;
      return !tried.has(key) && tried.add(key);
    });
    all.push(
      ...tryOut(
        season,
        worth,
        fresh.slice(0, most).map((profile) => ({ profile, days: null })),
      ),
    );
  };
  attempt(seedsOf(season, [...new Set([...open, ...worth.dearestFirst])]));
  const seeds = [...all].sort((a, b) => b.prospect.expected - a.prospect.expected).slice(0, PARTNERS);
  for (let round = 0; round < ROUNDS && goOn(); round++)
    attempt(diverse(all, KEPT).flatMap((kind) => widened(season, kind, seeds)));
  const chosen = diverse(all, 2 * count + 4).map(({ profile, trainer, prospect }) => ({
    profile,
    days: daysFor(shape, prospect.options, trainer.limits.perSeason),
  }));
  return diverse(tryOut(season, worth, chosen), count);
}

function slotsOf({ slotStart }: Shape, session: number): number {
  return (slotStart[session + 1] as number) - (slotStart[session] as number);
}

interface Draft {
  readonly profile: Profile;
  readonly days: Days | null;
}

function tryOut(season: Season, worth: Worth, drafts: readonly Draft[]): Kind[] {
  if (drafts.length === 0) return [];
  const codes = freeCodes(season, drafts.length);
  const trainers = drafts.map(({ profile, days }, i) => trainerOf(season, profile, codes[i] as string, days));
  return worth
    .of(trainers)
    .map((prospect, i) => ({
      profile: (drafts[i] as Draft).profile,
      trainer: trainers[i] as Trainer,
      prospect,
    }))
    .filter(({ prospect }) => prospect.expected > 0);
}

/** What each seat of some sessions asks for, each kind once, in the order of the sessions. */
function seedsOf(season: Season, sessions: readonly number[]): Profile[] {
  const seeds = new Map<string, Profile>();
  for (const s of sessions) {
    const session = season.sessions[s];
    if (!session) continue;
    for (const role of ROLES) {
      const ideal = session.seats[role] === undefined ? null : idealFor(season, session, role);
      if (ideal !== null && !seeds.has(keyOf(ideal))) seeds.set(keyOf(ideal), ideal);
    }
  }
  return [...seeds.values()];
}

/** A kind living nearer to her sessions, and being somebody else as well. */
function widened(season: Season, { profile, prospect }: Kind, others: readonly Kind[]): Profile[] {
  const near = prospect.seats.map(({ session }) => season.sessions[session]?.place ?? profile.home);
  const homes = [...new Set(near)].filter((place) => place !== profile.home).slice(0, HOMES);
  return [
    ...homes.map((home) => ({ ...profile, home })),
    ...others.flatMap((other) => both(season, profile, other.profile) ?? []),
  ];
}

/**
 * The days of the week, and the hours, that are worth most to her sessions.
 * @param options what she could take whenever it is
 * @param most sessions that she can have in the season
 */
function daysFor(shape: Shape, options: readonly Seat[], most: number): Days {
  let best: { readonly worth: number; readonly weekdays: readonly number[]; readonly seats: readonly Seat[] } | null =
    null;
  for (const weekdays of combinations(7, DAYS_A_WEEK)) {
    const seats = bestSlots(
      options.filter(({ slot }) => partsOf(shape, slot).every((p) => weekdays.includes(weekday(shape, p)))),
    )
      .sort((a, b) => b.gain - a.gain || a.session - b.session)
      .slice(0, most);
    const worth = seats.reduce((sum, { gain }) => sum + gain, 0);
    if (best === null || worth > best.worth) best = { worth, weekdays, seats };
  }
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { slot } of best?.seats ?? [])
    for (const p of partsOf(shape, slot)) {
      const midnight = (shape.startDay[p] as number) * MINUTES_PER_DAY;
      from = Math.min(from, (shape.busyFrom[p] as number) - midnight);
      to = Math.max(to, (shape.busyTo[p] as number) - midnight);
    }
  // Where nothing fits any days she has no hours, and is worth nothing.
  return from < to ? { weekdays: best?.weekdays ?? [], from, to } : { weekdays: [], from: 0, to: MINUTES_PER_DAY };
}

/** Of each session the slot that gains most. */
function bestSlots(options: readonly Seat[]): Seat[] {
  const best = new Map<number, Seat>();
  for (const one of options) if (one.gain > (best.get(one.session)?.gain ?? 0)) best.set(one.session, one);
  return [...best.values()];
}

function partsOf({ partStart }: Shape, slot: number): number[] {
  const [from, end] = [partStart[slot] as number, partStart[slot + 1] as number];
  return Array.from({ length: end - from }, (_, i) => from + i);
}

function weekday({ startDay }: Shape, part: number): number {
  return weekdayOf(startDay[part] as number);
}

/** All ways to choose `size` of 0 … `of` − 1. */
function combinations(of: number, size: number): number[][] {
  if (size === 0) return [[]];
  const found: number[][] = [];
  for (let last = size - 1; last < of; last++)
    for (const rest of combinations(last, size - 1)) found.push([...rest, last]);
  return found;
}

/**
 * Kinds that are worth most beside each other: what two of them could both save counts little for the second, and one whom
 * those before her leave next to nothing is not named.
 */
export function diverse(kinds: readonly Kind[], count: number): Kind[] {
  const chosen: Kind[] = [];
  const known = new Set<string>();
  /** by session: the most that any of the chosen could save in it */
  const saved = new Map<number, number>();
  const score = ({ prospect }: Kind): number =>
    prospect.seats.reduce(
      (sum, { session, gain }) => sum - OVERLAP * Math.max(0, Math.min(gain, saved.get(session) ?? 0)),
      prospect.expected,
    );
  const isOther = (kind: Kind): boolean => score(kind) >= LEFT * kind.prospect.expected;
  while (chosen.length < count) {
    let best: Kind | null = null;
    for (const kind of kinds)
      if (!known.has(keyOf(kind.profile)) && isOther(kind) && (best === null || score(kind) > score(best))) best = kind;
    if (best === null) break;
    chosen.push(best);
    known.add(keyOf(best.profile));
    for (const { session, gain } of best.prospect.options) saved.set(session, Math.max(gain, saved.get(session) ?? 0));
  }
  return chosen;
}
