/** A season as a script wants it: times as minutes, look-ups by code, sorted calendars. Knows src/model alone. */
import {
  dayOfMinute,
  feeOf,
  type Interval,
  kmBetween,
  minuteOf,
  type Place,
  ROLES,
  type Role,
  type Season,
  type Session,
  type Trainer,
  weekOfDay,
} from "../../src/model/index.js";

/** One part of a slot. `busy*` add set-up and debrief; all minutes since 1970. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly busyStart: number;
  readonly busyEnd: number;
  readonly day: number;
  readonly week: number;
}

/** Intervals sorted by start, with the furthest end so far, for look-ups by bisection. */
export class Calendar {
  private readonly starts: number[] = [];
  private readonly furthest: number[] = [];

  constructor(intervals: readonly Interval[]) {
    const sorted = intervals.map(([from, to]) => [minuteOf(from), minuteOf(to)] as const).sort((a, b) => a[0] - b[0]);
    let end = Number.NEGATIVE_INFINITY;
    for (const [from, to] of sorted) {
      end = Math.max(end, to);
      this.starts.push(from);
      this.furthest.push(end);
    }
  }

  /** Whether one interval covers [start, end). */
  covers(start: number, end: number): boolean {
    return this.furthestBefore(start + 1) >= end;
  }

  /** Whether some interval overlaps [start, end). */
  overlaps(start: number, end: number): boolean {
    return this.furthestBefore(end) > start;
  }

  /** The furthest end of the intervals that start before a minute. */
  private furthestBefore(minute: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) < minute) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? Number.NEGATIVE_INFINITY : (this.furthest[low - 1] ?? Number.NEGATIVE_INFINITY);
  }
}

export interface TrainerFacts {
  readonly trainer: Trainer;
  readonly available: Calendar;
  readonly discouraged: Calendar;
  readonly home: Place;
}

export interface SessionFacts {
  readonly session: Session;
  readonly place: Place | null;
  /** the place and those of the audience */
  readonly places: readonly Place[];
  /** per slot its parts */
  readonly slots: readonly (readonly Part[])[];
  /** the role of every seat, in the order of ROLES */
  readonly seats: readonly Role[];
  /** what it costs to leave it unstaffed, its published team's changes included */
  readonly unstaffed: number;
  readonly published: { readonly slot: number | null; readonly team: ReadonlySet<string> } | null;
  readonly previous: SessionFacts | null;
  readonly next: SessionFacts | null;
  readonly minDays: number;
  readonly maxDays: number;
}

/** Writable while it is linked into its series. */
type Linking = { -readonly [K in keyof SessionFacts]: SessionFacts[K] };

/** The season's look-ups, built once. */
export class Facts {
  readonly trainers: readonly TrainerFacts[];
  readonly sessions: readonly SessionFacts[];
  readonly byRole: Readonly<Record<Role, readonly TrainerFacts[]>>;
  private readonly pairCosts = new Map<string, number>();
  private readonly kilometres = new Map<Place, Map<Place, number>>();

  constructor(readonly season: Season) {
    const places = new Map(season.places.map((place) => [place.id, place]));
    const placeOf = (id: string): Place => {
      const place = places.get(id);
      if (place === undefined) throw new Error(`the season has no place ${id}; read it with readSeason first`);
      return place;
    };
    this.trainers = season.trainers.map((trainer) => ({
      trainer,
      available: new Calendar(trainer.available),
      discouraged: new Calendar(trainer.discouraged),
      home: placeOf(trainer.home),
    }));
    const holders = (role: Role) => this.trainers.filter(({ trainer }) => trainer.roles.includes(role));
    this.byRole = { professional: holders("professional"), lived: holders("lived"), actor: holders("actor") };
    for (const { a, b, cost } of season.pairs) this.pairCosts.set(pairKey(a, b), cost);
    this.sessions = this.linked(season, placeOf);
  }

  /** Kilometres between two places. */
  km(a: Place, b: Place): number {
    const row = this.kilometres.get(a) ?? new Map<Place, number>();
    const known = row.get(b);
    if (known !== undefined) return known;
    const km = kmBetween(a, b);
    row.set(b, km);
    this.kilometres.set(a, row);
    return km;
  }

  pairCost(a: Trainer, b: Trainer): number {
    if (this.pairCosts.size === 0) return this.season.weights.pair;
    return this.pairCosts.get(pairKey(a.id, b.id)) ?? this.season.weights.pair;
  }

  private linked(season: Season, placeOf: (id: string) => Place): readonly SessionFacts[] {
    const published = new Map(season.published.map((entry) => [entry.session, entry]));
    const all = new Map<string, Linking>();
    for (const session of season.sessions) {
      const known = published.get(session.id);
      const place = session.place === null ? null : placeOf(session.place);
      all.set(session.id, {
        session,
        place,
        places: [...(place === null ? [] : [place]), ...session.audience.map(placeOf)],
        slots: session.slots.map((slot) => slot.map((part) => partOf(part, session))),
        seats: ROLES.flatMap((role) => Array.from({ length: session.seats[role] ?? 0 }, () => role)),
        unstaffed: season.weights.unstaffed * session.priority + season.weights.change * (known?.team.length ?? 0),
        published: known === undefined ? null : { slot: known.slot, team: new Set(known.team.map((m) => m.trainer)) },
        previous: null,
        next: null,
        minDays: 0,
        maxDays: 0,
      });
    }
    for (const { sessions, minDays, maxDays } of season.series) {
      sessions.forEach((id, index) => {
        const here = all.get(id);
        const before = index === 0 ? undefined : all.get(sessions[index - 1] ?? "");
        if (here === undefined || before === undefined) return;
        Object.assign(here, { previous: before, minDays, maxDays });
        before.next = here;
      });
    }
    return [...all.values()];
  }
}

/** A member's fee for one slot, in whole euros. */
export function feeFor(trainer: Trainer, session: Session, parts: readonly Part[]): number {
  const minutes = parts.reduce((sum, { start, end }) => sum + end - start, session.paidMinutes);
  return feeOf(trainer.ratePerHour, minutes);
}

function partOf([from, to]: Interval, { before, after }: Session): Part {
  const start = minuteOf(from);
  const end = minuteOf(to);
  const day = dayOfMinute(start);
  return { start, end, busyStart: start - before, busyEnd: end + after, day, week: weekOfDay(day) };
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
