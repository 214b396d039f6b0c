/** What all rules look up: the season by code, and times in minutes. */
import { kmBetween } from "../model/geo.js";
import { dayOfMinute, minuteOf } from "../model/time.js";
import type { HardRule, Interval, Place, Season, Session, Slot, Trainer, Violation } from "../model/types.js";

/** Notes one broken rule. `where` is a code, `text` a coordinator's words. */
export type Report = (rule: Violation["rule"], where: string, text: string, sessions?: readonly string[]) => void;

/** Notes one broken rule of the model. */
export type RuleReport = (rule: HardRule, where: string, text: string, sessions?: readonly string[]) => void;

/** Half-open `[from, to)`, in minutes of wall time since 1970-01-01T00:00. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One part of a slot. `busy` has the set-up and the debrief around it, `itself` has not. */
export interface Part {
  readonly itself: Span;
  readonly busy: Span;
  /** the calendar day on which it starts, in days since 1970-01-01 */
  readonly day: number;
  /** its start as the file writes it, for messages */
  readonly starts: string;
}

/** A member of a team: the plan's word for the seat, which need not be a role, and the trainer herself. */
export interface Seated {
  readonly seat: string;
  readonly trainer: Trainer;
}

/** A session that the plan staffs, well or not: its slot exists and its members are known trainers. */
export interface Staffed {
  readonly session: Session;
  readonly slot: number;
  readonly parts: readonly Part[];
  readonly members: readonly Seated[];
}

/** The staffed sessions by code. */
export type StaffedById = ReadonlyMap<string, Staffed>;

/** The season by code, with the few figures that are asked for again and again. */
export class Facts {
  readonly trainers: ReadonlyMap<string, Trainer>;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly #places: ReadonlyMap<string, Place>;
  /** a trainer's list → the same in minutes; wall times are slow to read */
  readonly #spans = new Map<readonly Interval[], readonly Span[]>();

  constructor(readonly season: Season) {
    this.#places = new Map(season.places.map((place) => [place.id, place]));
    this.trainers = new Map(season.trainers.map((trainer) => [trainer.id, trainer]));
    this.sessions = new Map(season.sessions.map((session) => [session.id, session]));
  }

  /** Whole kilometres between two places, by code. Throws when the season, which was accepted, lacks one. */
  km(from: string, to: string): number {
    return kmBetween(this.#place(from), this.#place(to));
  }

  /** Intervals as minutes, read once for each list. */
  spans(intervals: readonly Interval[]): readonly Span[] {
    let spans = this.#spans.get(intervals);
    if (spans === undefined) {
      spans = intervals.map(([start, end]) => ({ from: minuteOf(start), to: minuteOf(end) }));
      this.#spans.set(intervals, spans);
    }
    return spans;
  }

  #place(id: string): Place {
    const place = this.#places.get(id);
    if (place === undefined)
      throw new Error("the season refers to a place that it does not list: read it with parseSeason");
    return place;
  }
}

/** The parts of one slot of a session, in order. */
export function partsOf(session: Session, slot: Slot): Part[] {
  return slot.map(([start, end]) => {
    const itself = { from: minuteOf(start), to: minuteOf(end) };
    return {
      itself,
      busy: { from: itself.from - session.before, to: itself.to + session.after },
      day: dayOfMinute(itself.from),
      starts: start,
    };
  });
}

/** Minutes of all parts, without set-up and debrief. */
export function minutesOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { itself }) => sum + itself.to - itself.from, 0);
}

/** The places where a session is held or seen: its own and those of its audience. */
export function placesOf(session: Session): string[] {
  return session.place === null ? [...session.audience] : [session.place, ...session.audience];
}
