/**
 * Seeded random seasons, small enough for brute force, which together use every field of the model with effect: most
 * sessions have some team, and every rule and cost bites in many seasons. Dates lie close together, around the change
 * to summer time, so that days, weeks and rest matter.
 */
import type { Interval, Programme, Season, Series, Session, Trainer, Weights } from "../../src/model/types.js";
import { teamsOf } from "../oracles/teams.js";
import { Random } from "./random.js";
import { tinyPins } from "./tiny-pins.js";
import { type TinySessionFrame, tinySession } from "./tiny-session.js";
import { BACKGROUNDS, DAYS, PLACES, THEMES, TRAITS, wall } from "./tiny-world.js";

/** How large a tiny season is. */
export interface TinySize {
  /** trainers in the pool, by default 3 to 6 */
  readonly trainers?: number;
  /** sessions, by default 2 to 4 */
  readonly sessions?: number;
  /** the most slots that a session offers, by default 3 */
  readonly slots?: number;
}

const EMPTY = {
  format: "koppel-season/1",
  timeZone: "Europe/Amsterdam",
  from: "2027-03-25",
  to: "2027-04-09",
  places: PLACES,
  sessions: [],
  series: [],
  programmes: [],
  published: [],
} as const;

/**
 * A random tiny season, the same for the same seed and size; `model` accepts it, and its pins hold.
 * @param seed any whole number
 */
export function tinySeason(seed: number, size: TinySize = {}): Season {
  const random = new Random(seed);
  const trainers = named("t", size.trainers ?? random.pick([3, 4, 4, 5, 5, 6, 6]));
  const programmes = random.chance(0.6) ? named("m", random.int(1, 2)) : [];
  const pool = trainers.map((id) => trainer(random, id, trainers));
  const pairs = pairsOf(random, trainers);
  const empty = { ...EMPTY, id: `tiny-${seed}`, trainers: pool, pairs, weights: weightsOf(random) };
  const frame = {
    pool,
    places: PLACES.map((place) => place.id),
    programmes,
    slots: size.slots ?? 3,
    hotDay: random.int(0, DAYS - 4),
  };
  const sessions = named("s", size.sessions ?? random.int(2, 4)).map((id) =>
    staffable(random, empty, { ...frame, id }),
  );
  const season: Season = {
    ...empty,
    sessions,
    series: seriesOf(random, sessions),
    programmes: programmes.map((id) => programme(random, id, sessions)),
    published: random.some(sessions, 0.35).map((session) => ({
      session: session.id,
      slot: random.chance(0.2) ? null : random.int(0, session.slots.length - 1),
      team: random.sample(pool, random.int(1, 3)).map((one) => ({ seat: random.pick(one.roles), trainer: one.id })),
    })),
  };
  return tinyPins(random, season);
}

/** A session that mostly has some team: a few are drawn, and the last one stays whatever it is. */
function staffable(random: Random, season: Season, frame: TinySessionFrame): Session {
  let session = tinySession(random, frame);
  for (let tries = random.int(1, 5); tries > 0 && teamsOf(season, session).length === 0; tries--)
    session = tinySession(random, frame);
  return session;
}

function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}

function trainer(random: Random, id: string, all: readonly string[]): Trainer {
  const roles = (["professional", "lived", "actor"] as const).filter((_, index) =>
    random.chance([0.75, 0.7, 0.5][index] ?? 0),
  );
  const min = random.int(0, 3);
  return {
    id,
    roles: roles.length > 0 ? roles : [random.pick(["professional", "lived", "actor"] as const)],
    backgrounds: random.some(BACKGROUNDS, 0.5),
    languages: random.chance(0.92) ? ["nl", ...random.some(["tr"], 0.5)] : ["tr"],
    traits: random.some(TRAITS, 0.55),
    expertise: levels(random, THEMES, 0.9, 3),
    home: random.pick(PLACES).id,
    available: Array.from({ length: DAYS }, (_, day) => availability(random, day)).flat(),
    discouraged: Array.from({ length: DAYS }, (_, day) => discouraged(random, day)).flat(),
    limits: {
      perDay: random.pick([1, 2, 2, 3, 3]),
      perWeek: random.pick([1, 2, 3, 3, 4, 5]),
      perSeason: random.pick([1, 2, 3, 3, 4]),
      restDays: random.pick([0, 0, 0, 0, 1, 2, 3]),
      travelKm: random.pick([90, 130, 180, 180]),
      ownCommunityKm: random.pick([0, 0, 0, 12, 60]),
      exposure: random.chance(0.5) ? levels(random, THEMES, 0.7, 2, 0) : {},
    },
    share: { min, max: min + random.int(0, 3) },
    avoidPlaces: random.chance(0.2) ? random.sample(PLACES, random.int(1, 2)).map((place) => place.id) : [],
    avoidTrainers: random.chance(0.25)
      ? random.sample(
          all.filter((other) => other !== id),
          1,
        )
      : [],
    ratePerHour: random.pick([0, 15, 25, 41, 61]),
  };
}

/** Nothing, a whole day and night, two halves that touch (and are two), or one half. */
function availability(random: Random, day: number): Interval[] {
  const kind = random.real();
  if (kind < 0.05) return [];
  if (kind < 0.86) return [[wall(day, 0), wall(day, 28)]];
  const halves: Interval[] = [
    [wall(day, 7), wall(day, 13)],
    [wall(day, 13), wall(day, 23)],
  ];
  return kind < 0.94 ? halves : [random.pick(halves)];
}

function discouraged(random: Random, day: number): Interval[] {
  return random.chance(0.2)
    ? [random.chance(0.5) ? [wall(day, 0), wall(day, 24)] : [wall(day, 11), wall(day, 14)]]
    : [];
}

/** A whole number, `least` to `most`, for each key that a coin keeps. */
function levels(
  random: Random,
  keys: readonly string[],
  probability: number,
  most: number,
  least = 1,
): Record<string, number> {
  return Object.fromEntries(random.some(keys, probability).map((key) => [key, random.int(least, most)]));
}

/** Mostly in the order of their first slots, so that the series can often be staffed. */
function seriesOf(random: Random, sessions: readonly Session[]): Series[] {
  const chosen = random.sample(sessions, random.int(2, 3));
  if (chosen.length < 2 || !random.chance(0.65)) return [];
  const starts = (session: Session) => session.slots[0]?.[0]?.[0] ?? "";
  if (random.chance(0.8)) chosen.sort((a, b) => (starts(a) < starts(b) ? -1 : 1));
  const minDays = random.pick([0, 0, 1, 2]);
  return [{ id: "r1", sessions: chosen.map(({ id }) => id), minDays, maxDays: minDays + random.int(1, 6) }];
}

/** About enough for most of its sessions. */
function programme(random: Random, id: string, sessions: readonly Session[]): Programme {
  const members = sessions
    .filter((session) => session.programme === id)
    .reduce((sum, { seats }) => sum + Object.values(seats).reduce((count, more) => count + more, 0), 0);
  return { id, budget: members * random.int(30, 260) };
}

function pairsOf(random: Random, trainers: readonly string[]): Season["pairs"] {
  const pairs = trainers.flatMap((a, index) => trainers.slice(index + 1).map((b) => [a, b] as const));
  return random.some(pairs, 0.3).map(([a, b]) => {
    const [one, other] = random.chance(0.5) ? [a, b] : [b, a];
    return { a: one, b: other, cost: random.pick([0, 3, 25, 60]) };
  });
}

/** Leaving sessions open is mostly dear, and any weight may be 0. */
function weightsOf(random: Random): Weights {
  const weight = (least: number, most: number, zero = 0.12) => (random.chance(zero) ? 0 : random.int(least, most));
  return {
    unstaffed: random.chance(0.3) ? random.int(40, 300) : weight(400, 1500, 0.04),
    background: weight(5, 40),
    depth: weight(5, 30),
    travelKm: weight(1, 2),
    discouraged: weight(10, 60),
    slot: weight(3, 30),
    pair: weight(2, 20),
    fee: weight(1, 2, 0.5),
    fairness: weight(2, 15),
    activation: weight(10, 80, 0.4),
    continuity: weight(10, 50),
    change: weight(10, 80),
    move: weight(20, 120),
  };
}
