/**
 * Pins that cannot hold, each session by itself: members who break one of the rules 1 to 8 or an `all` need, and full
 * pins that break any rule of one session. With `pins-together.ts` it makes sure that every accepted season has a plan.
 */
import type { Faults } from "./faults.js";
import { kmBetween } from "./geo.js";
import type { Path } from "./redaction.js";
import { minuteOf } from "./time.js";
import type { Interval, Place, Programme, Role, Season, Series, Session, Trainer, Who } from "./types.js";

/** The records of a season that are sound so far, each with its index in its list. */
export interface Sound {
  readonly places: ReadonlyMap<string, Place>;
  readonly trainers: ReadonlyMap<string, Trainer>;
  readonly sessions: readonly (readonly [index: number, session: Session])[];
  readonly series: readonly (readonly [index: number, series: Series])[];
  readonly programmes: readonly (readonly [index: number, programme: Programme])[];
}

/** All of an accepted season. */
export function soundSeason(season: Season): Sound {
  return {
    places: new Map(season.places.map((place) => [place.id, place])),
    trainers: new Map(season.trainers.map((trainer) => [trainer.id, trainer])),
    sessions: [...season.sessions.entries()],
    series: [...season.series.entries()],
    programmes: [...season.programmes.entries()],
  };
}

/** One text for all rules whose reason stays with the trainer, so that no message tells them apart. */
export const NOT_AVAILABLE =
  "a member who is free to take this session (one of the rules available, avoidPlaces, ownCommunity, avoidTrainers, " +
  "excludes, exposure stands in the way): take the member out of the pin";

export interface PinnedMember {
  readonly seat: Role;
  readonly trainer: Trainer;
  /** index in the pin's team */
  readonly index: number;
}

/** A pin's members, or null where one of their records is not sound: then nothing can be said. */
export function pinnedMembers(sound: Sound, session: Session): readonly PinnedMember[] | null {
  const members: PinnedMember[] = [];
  for (const [index, { seat, trainer: id }] of (session.pinned?.team ?? []).entries()) {
    const trainer = sound.trainers.get(id);
    if (trainer === undefined) return null;
    members.push({ seat, trainer, index });
  }
  return members;
}

/** Whether a pin fills every seat of its session. */
export function isFullPin(session: Session): boolean {
  const seats = Object.values(session.seats).reduce((sum, n) => sum + n, 0);
  return session.pinned !== null && session.pinned.team.length === seats;
}

/** A part's minutes, with set-up and debrief: `[from, to)` is busy, `start` is when the part itself begins. */
export interface BusyPart {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

export function busyParts(session: Session, slot: number): readonly BusyPart[] {
  return (session.slots[slot] ?? []).map(([a, b]) => {
    const [start, end] = [minuteOf(a), minuteOf(b)];
    return { from: start - session.before, to: end + session.after, start, end };
  });
}

type Minutes = readonly (readonly [from: number, to: number])[];

/** Each trainer's available intervals in minutes, reckoned once a trainer. */
function availability(): (trainer: Trainer) => Minutes {
  const known = new Map<Trainer, Minutes>();
  return (trainer) => {
    let minutes = known.get(trainer);
    if (minutes === undefined) {
      minutes = trainer.available.map(([a, b]: Interval) => [minuteOf(a), minuteOf(b)] as const);
      known.set(trainer, minutes);
    }
    return minutes;
  };
}

/** The places where a session's members are seen, or null where one is not sound. */
function scene(sound: Sound, session: Session): readonly Place[] | null {
  const ids = session.place === null ? session.audience : [session.place, ...session.audience];
  const found = ids.map((id) => sound.places.get(id)).filter((place) => place !== undefined);
  return found.length === ids.length ? found : null;
}

/** Whether a rule that stays with the trainer (3, 5, 6, 8) keeps her from a session. */
function keptAway(session: Session, trainer: Trainer, home: Place, places: readonly Place[], free: Minutes): boolean {
  const waived = session.waivers.some((w) => w.trainer === trainer.id && w.rule === "available");
  const busy = waived ? [] : busyParts(session, session.pinned?.slot ?? 0);
  if (!busy.every((part) => free.some(([from, to]) => from <= part.from && part.to <= to))) return true;
  if (places.some((place) => trainer.avoidPlaces.includes(place.id))) return true;
  const own = session.communities.some((c) => c.backgrounds.some((tag) => trainer.backgrounds.includes(tag)));
  if (own && places.some((place) => kmBetween(home, place) < trainer.limits.ownCommunityKm)) return true;
  return session.excludes.includes(trainer.id);
}

/** What a session needs, as a test of one trainer each. */
function needsOf(session: Session): { readonly who: Who; readonly has: (trainer: Trainer) => boolean }[] {
  const level = (trainer: Trainer, theme: string): number =>
    Object.hasOwn(trainer.expertise, theme) ? (trainer.expertise[theme] ?? 0) : 0;
  return [
    ...session.themes.map(({ id, level: least, who }) => ({ who, has: (t: Trainer) => level(t, id) >= least })),
    ...session.languages.map(({ id, who }) => ({ who, has: (t: Trainer) => t.languages.includes(id) })),
    ...session.traits.map(({ id, who }) => ({ who, has: (t: Trainer) => t.traits.includes(id) })),
    ...session.communities.flatMap(({ backgrounds, required }) =>
      required === null
        ? []
        : [{ who: required, has: (t: Trainer) => backgrounds.every((tag) => t.backgrounds.includes(tag)) }],
    ),
  ];
}

/** Rule 1: the first members of a role take its seats; who comes after them, or lacks the role, has none. */
function checkSeats(faults: Faults, session: Session, members: readonly PinnedMember[], path: Path): void {
  const taken = new Map<Role, number>();
  for (const { seat, trainer, index } of members) {
    const before = taken.get(seat) ?? 0;
    taken.set(seat, before + 1);
    const seats = session.seats[seat] ?? 0;
    if (before >= seats) faults.add([...path, index, "seat"], `a seat of this session: it has ${seats} of that role`);
    if (!trainer.roles.includes(seat))
      faults.add([...path, index], "a member who holds the role of her seat (rule seats)");
  }
}

/**
 * Adds every fault of the pins that one session shows by itself.
 * @param sound records known to be well formed; pins that name others are passed over
 */
export function checkPins(faults: Faults, sound: Sound): void {
  const freeOf = availability();
  for (const [i, session] of sound.sessions) {
    if (session.pinned === null) continue;
    const path = ["sessions", i, "pinned", "team"];
    const members = pinnedMembers(sound, session);
    const places = scene(sound, session);
    if (members === null || places === null) continue;
    checkSeats(faults, session, members, path);
    const needs = needsOf(session);

    for (const { trainer, index } of members) {
      const home = sound.places.get(trainer.home);
      if (home === undefined) continue;
      const apart = members.some(
        (other) =>
          other.index < index &&
          (other.trainer.avoidTrainers.includes(trainer.id) || trainer.avoidTrainers.includes(other.trainer.id)),
      );
      if (apart || keptAway(session, trainer, home, places, freeOf(trainer)))
        faults.add([...path, index], NOT_AVAILABLE);
      const waived = session.waivers.some((w) => w.trainer === trainer.id && w.rule === "travelKm");
      const place = session.place === null ? undefined : sound.places.get(session.place);
      if (!waived && place !== undefined && kmBetween(home, place) > trainer.limits.travelKm) {
        faults.add(
          [...path, index],
          "a member who lives within her travelKm of the place, or a waiver (rule travelKm)",
        );
      }
      if (needs.some((need) => need.who === "all" && !need.has(trainer))) {
        const rules = "rules theme, language, community, trait";
        faults.add([...path, index], `a member who has what the session needs of all its members (${rules})`);
      }
    }

    if (!isFullPin(session)) continue;
    const unmet = needs.some(({ who, has }) => {
      if (who === "all") return false;
      const looked = members.filter((m) => (who === "any" ? m.seat !== "actor" : m.seat === who));
      return !looked.some((m) => has(m.trainer));
    });
    if (unmet) {
      const rules = "rules theme, language, community, trait";
      faults.add(path, `a full team that has what the session needs (${rules}), or a seat left open`);
    }
  }
}
