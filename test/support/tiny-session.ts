/** One random session of a tiny season, fitted loosely to its pool so that it mostly has some team. */
import type { Interval, Role, Session, Slot, TagNeed, ThemeNeed, Trainer, Waiver, Who } from "../../src/model/types.js";
import type { Random } from "./random.js";
import { BACKGROUNDS, DAYS, THEMES, TRAITS, wall } from "./tiny-world.js";

/** What a session is made for. */
export interface TinySessionFrame {
  readonly id: string;
  readonly pool: readonly Trainer[];
  readonly places: readonly string[];
  readonly programmes: readonly string[];
  /** the most slots that it may offer */
  readonly slots: number;
  /** a day (0 is the season's first) that many sessions want, so that they meet on it */
  readonly hotDay: number;
}

export function tinySession(
  random: Random,
  { id, pool, places, programmes, slots, hotDay }: TinySessionFrame,
): Session {
  const place = random.chance(0.15) ? null : random.pick(places);
  const others = places.filter((one) => one !== place);
  const seats = seatsOf(random, pool);
  const who = () => whoOf(random, seats);
  return {
    id,
    activity: random.pick(["basic-training", "conference"]),
    programme: programmes.length > 0 && random.chance(0.7) ? random.pick(programmes) : null,
    place,
    audience: random.sample(others, random.pick([0, 0, 1, 2])),
    slots: slotsOf(random, random.int(1, slots), hotDay),
    before: random.pick([0, 0, 15, 30, 60]),
    after: random.pick([0, 0, 15, 30, 90]),
    paidMinutes: random.pick([0, 30, 50, 120]),
    halfDays: random.pick([0, 1, 1, 2, 2, 3]),
    seats,
    themes: themesOf(random, who),
    communities: communitiesOf(random, who),
    languages: languagesOf(random, who),
    traits: unlike(
      Array.from({ length: random.pick([0, 0, 0, 1, 2]) }, () => ({ id: random.pick(TRAITS), who: who() })),
    ),
    excludes: random.chance(0.2) ? [random.pick(pool).id] : [],
    waivers: waiversOf(random, pool),
    priority: random.int(1, 5),
    pinned: null,
  };
}

/** 1 to 4 seats, mostly in roles that the pool holds often enough. */
function seatsOf(random: Random, pool: readonly Trainer[]): Partial<Record<Role, number>> {
  const seats: Partial<Record<Role, number>> = {};
  const total = random.pick([1, 1, 2, 2, 2, 3, 3, 4]);
  for (let taken = 0; taken < total; taken++) {
    const role = random.pick(["professional", "professional", "lived", "lived", "actor"] as const);
    const count = (seats[role] ?? 0) + 1;
    const holders = pool.filter(({ roles }) => roles.includes(role)).length;
    if (count <= holders || random.chance(0.02)) seats[role] = count;
  }
  return Object.keys(seats).length > 0 ? seats : { [random.pick(random.pick(pool).roles)]: 1 };
}

/** Mostly someone whom the session seats; now and then a role that it has no seat for, which nobody can meet. */
function whoOf(random: Random, seats: Partial<Record<Role, number>>): Who {
  if (random.chance(0.01)) return random.pick(["professional", "lived", "actor"] as const);
  const roles = (["professional", "lived", "actor"] as const).filter((role) => seats[role] !== undefined);
  return random.pick<Who>([...roles, "any", "any", "all"]);
}

/** A theme may be named twice, for two different `who`s. */
function themesOf(random: Random, who: () => Who): ThemeNeed[] {
  const needs = Array.from({ length: random.pick([0, 1, 1, 2]) }, () => {
    const level = random.pick([1, 1, 1, 1, 2, 2, 3]);
    return { id: random.pick(THEMES), level, wish: random.int(level, 3), who: who() };
  });
  return unlike(needs);
}

function languagesOf(random: Random, who: () => Who): TagNeed[] {
  const needs = [];
  if (random.chance(0.6)) needs.push({ id: "nl", who: who() });
  if (random.chance(0.2)) needs.push({ id: "tr", who: who() });
  return needs;
}

/** The needs without those whose `id` and `who` another already has. */
function unlike<T extends TagNeed>(needs: readonly T[]): T[] {
  return needs.filter((need, index) => needs.findIndex(({ id, who }) => id === need.id && who === need.who) === index);
}

function communitiesOf(random: Random, who: () => Who): Session["communities"] {
  const found: Session["communities"][number][] = [];
  for (let wanted = random.pick([0, 1, 1, 2]); wanted > 0; wanted--) {
    const backgrounds = random.sample(BACKGROUNDS, random.pick([1, 1, 2]));
    const same = found.some((other) => [...other.backgrounds].sort().join() === [...backgrounds].sort().join());
    if (!same) found.push({ backgrounds, weight: random.int(0, 3), required: random.chance(0.2) ? who() : null });
  }
  return found;
}

function waiversOf(random: Random, pool: readonly Trainer[]): Waiver[] {
  const all = pool.flatMap(({ id }) => [
    { trainer: id, rule: "available" } as const,
    { trainer: id, rule: "travelKm" } as const,
  ]);
  return random.some(all, 0.1);
}

/** Different slots; most have one part, some two on one day that touch, some parts on several days. */
function slotsOf(random: Random, count: number, hotDay: number): Slot[] {
  const slots: Slot[] = [];
  while (slots.length < count) {
    const slot = slotOf(random, hotDay);
    if (!slots.some((other) => JSON.stringify(other) === JSON.stringify(slot))) slots.push(slot);
  }
  return slots;
}

function slotOf(random: Random, hotDay: number): Slot {
  const day = random.chance(0.4) ? hotDay : random.int(0, DAYS - 4);
  const hour = random.pick([9, 9, 13, 13, 17, 20]);
  const kind = random.real();
  const part = (on: number, from: number, hours: number): Interval => [wall(on, from), wall(on, from + hours)];
  if (kind < 0.72) return [part(day, hour, random.pick([2, 2, 3, 4]))];
  if (kind < 0.82) return [part(day, 9, 3), part(day, random.pick([12, 13]), 3)];
  if (kind < 0.95) return [part(day, hour, 3), part(day + random.int(1, 2), hour, 2)];
  return [part(day, 10, 2), part(day + 1, 10, 2), part(day + 2, 10, 2)];
}
