/** The season by index: what rules read to emit their terms. Built once; read-only. */
import { kmBetween } from "../model/geo.js";
import { dayOfMinute, minuteOf } from "../model/time.js";
import type { Role, Season, Session, Trainer, Who } from "../model/types.js";
import { ROLES } from "../model/types.js";
import type { RoleIx, SessionIx, Shape, SlotIx, TrainerIx } from "../terms/indices.js";
import { ROLE_COUNT } from "../terms/indices.js";
import { sharedBytes, sharedFloats, sharedInts } from "../terms/memory.js";

export class SeasonIndex {
  readonly season: Season;
  readonly shape: Shape;
  /** size slots: minutes of all parts together, without `before`, `after` and `paidMinutes` */
  readonly slotMinutes: Float64Array;
  /** parts' own start and end, without `before` and `after` */
  readonly partFrom: Float64Array;
  readonly partTo: Float64Array;
  private readonly trainerIxs: ReadonlyMap<string, TrainerIx>;
  private readonly sessionIxs: ReadonlyMap<string, SessionIx>;
  private readonly placeIxs: ReadonlyMap<string, number>;
  private readonly homeRows = new Map<string, Int32Array>();
  private readonly kmRows: (Int32Array | undefined)[] = [];

  constructor(season: Season) {
    this.season = season;
    this.trainerIxs = new Map(season.trainers.map((t, i) => [t.id, i]));
    this.sessionIxs = new Map(season.sessions.map((s, i) => [s.id, i]));
    this.placeIxs = new Map(season.places.map((p, i) => [p.id, i]));
    const programmeIxs = new Map(season.programmes.map((p, i) => [p.id, i]));
    const nSessions = season.sessions.length;
    const nSlots = season.sessions.reduce((n, s) => n + s.slots.length, 0);
    const nParts = season.sessions.reduce((n, s) => n + s.slots.reduce((m, slot) => m + slot.length, 0), 0);
    const slotStart = sharedInts(nSessions + 1);
    const sessionOf = sharedInts(nSlots);
    const partStart = sharedInts(nSlots + 1);
    const busyFrom = sharedFloats(nParts);
    const busyTo = sharedFloats(nParts);
    const startDay = sharedInts(nParts);
    const partPlace = sharedInts(nParts);
    const seats = sharedBytes(nSessions * ROLE_COUNT);
    const programmeOf = sharedInts(nSessions);
    this.slotMinutes = sharedFloats(nSlots);
    this.partFrom = sharedFloats(nParts);
    this.partTo = sharedFloats(nParts);
    let [g, p] = [0, 0];
    season.sessions.forEach((session, s) => {
      slotStart[s] = g;
      programmeOf[s] = session.programme === null ? -1 : (programmeIxs.get(session.programme) ?? -1);
      for (let r = 0; r < ROLE_COUNT; r++) seats[s * ROLE_COUNT + r] = session.seats[ROLES[r] as Role] ?? 0;
      for (const slot of session.slots) {
        sessionOf[g] = s;
        partStart[g] = p;
        let minutes = 0;
        for (const [start, end] of slot) {
          const [from, to] = [minuteOf(start), minuteOf(end)];
          minutes += to - from;
          this.partFrom[p] = from;
          this.partTo[p] = to;
          busyFrom[p] = from - session.before;
          busyTo[p] = to + session.after;
          startDay[p] = dayOfMinute(from);
          partPlace[p] = session.place === null ? -1 : (this.placeIxs.get(session.place) ?? -1);
          p++;
        }
        this.slotMinutes[g] = minutes;
        g++;
      }
    });
    slotStart[nSessions] = g;
    partStart[nSlots] = p;
    this.shape = {
      trainers: season.trainers.length,
      sessions: nSessions,
      programmes: season.programmes.length,
      slotStart,
      sessionOf,
      partStart,
      busyFrom,
      busyTo,
      startDay,
      partPlace,
      seats,
      programmeOf,
    };
  }

  /** @throws RangeError where the index is not of this season */
  trainer(t: TrainerIx): Trainer {
    const trainer = this.season.trainers[t];
    if (!trainer) throw new RangeError(`there is no trainer ${t}`);
    return trainer;
  }

  /** @throws RangeError where the index is not of this season */
  session(s: SessionIx): Session {
    const session = this.season.sessions[s];
    if (!session) throw new RangeError(`there is no session ${s}`);
    return session;
  }

  sessionOfSlot(g: SlotIx): SessionIx {
    return this.shape.sessionOf[g] as SessionIx;
  }

  /** The slot's position in its session's list. */
  slotNumber(g: SlotIx): number {
    return g - (this.shape.slotStart[this.sessionOfSlot(g)] as number);
  }

  /** @throws RangeError for a code that the season does not know */
  trainerIx(id: string): TrainerIx {
    const t = this.trainerIxs.get(id);
    if (t === undefined) throw new RangeError("no such trainer");
    return t;
  }

  /** @throws RangeError for a code that the season does not know */
  sessionIx(id: string): SessionIx {
    const s = this.sessionIxs.get(id);
    if (s === undefined) throw new RangeError(`no session ${id}`);
    return s;
  }

  /** Whole kilometres between two places of the season, by code. */
  km(from: string, to: string): number {
    const [a, b] = [this.placeIxs.get(from) ?? -1, this.placeIxs.get(to) ?? -1];
    return this.kmByIx(a, b);
  }

  /** Whole kilometres between two places, by index. Rows are made when first asked for. */
  kmByIx(a: number, b: number): number {
    let row = this.kmRows[a];
    if (!row) {
      const { places } = this.season;
      const from = places[a];
      if (!from) throw new RangeError(`there is no place ${a}`);
      row = Int32Array.from(places, (to) => kmBetween(from, to));
      this.kmRows[a] = row;
    }
    return row[b] as number;
  }

  /** Whole kilometres from each trainer's home to a place: size trainers; one list for each place, kept. */
  kmFromHomes(place: string): Int32Array {
    let row = this.homeRows.get(place);
    if (!row) {
      row = Int32Array.from(this.season.trainers, (t) => this.km(place, t.home));
      this.homeRows.set(place, row);
    }
    return row;
  }

  /** The places where a session can be seen: its own and those of its audience. */
  placesOf(session: Session): readonly string[] {
    return session.place === null ? session.audience : [session.place, ...session.audience];
  }
}

/** Whether a need that asks `who` looks at members in a seat of this role. */
export function looksAt(who: Who, role: RoleIx): boolean {
  if (who === "all") return true;
  return who === "any" ? ROLES[role] !== "actor" : ROLES[role] === who;
}
