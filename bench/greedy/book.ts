/** Who is booked where so far, and whether and at what cost one more booking fits. */
import type { Role, Trainer } from "../../src/model/index.js";
import { type Facts, feeFor, type Part, type SessionFacts, type TrainerFacts } from "./facts.js";

export interface Seat {
  readonly seat: Role;
  readonly who: TrainerFacts;
}
export interface Booking {
  readonly facts: SessionFacts;
  readonly slot: number;
  readonly team: readonly Seat[];
}

/** What one trainer is booked for. */
interface Diary {
  readonly bookings: Set<Booking>;
  /** half-days */
  load: number;
}

export class Book {
  private readonly diaries = new Map<TrainerFacts, Diary>();
  private readonly bookings = new Map<SessionFacts, Booking>();
  /** programme → euros spent */
  private readonly spent = new Map<string, number>();
  private readonly budgets: ReadonlyMap<string, number>;

  constructor(private readonly facts: Facts) {
    for (const who of facts.trainers) this.diaries.set(who, { bookings: new Set(), load: 0 });
    this.budgets = new Map(facts.season.programmes.map(({ id, budget }) => [id, budget]));
  }

  get(session: SessionFacts | null): Booking | undefined {
    return session === null ? undefined : this.bookings.get(session);
  }

  all(): readonly Booking[] {
    return this.facts.sessions.flatMap((session) => this.bookings.get(session) ?? []);
  }

  put(booking: Booking): void {
    this.bookings.set(booking.facts, booking);
    this.apply(booking, 1);
  }

  /** Takes a session's booking out and returns it. */
  take(session: SessionFacts): Booking | undefined {
    const booking = this.bookings.get(session);
    if (booking === undefined) return undefined;
    this.bookings.delete(session);
    this.apply(booking, -1);
    return booking;
  }

  private apply(booking: Booking, sign: 1 | -1): void {
    const { session, slots } = booking.facts;
    const parts = slots[booking.slot] ?? [];
    for (const { who } of booking.team) {
      const diary = this.diaryOf(who);
      if (sign === 1) diary.bookings.add(booking);
      else diary.bookings.delete(booking);
      diary.load += sign * session.halfDays;
      if (session.programme !== null) {
        const sum = (this.spent.get(session.programme) ?? 0) + sign * feeFor(who.trainer, session, parts);
        this.spent.set(session.programme, sum);
      }
    }
  }

  /** Euros that a session's programme has left; Infinity without one. */
  budgetLeft({ session }: SessionFacts): number {
    if (session.programme === null) return Number.POSITIVE_INFINITY;
    return (this.budgets.get(session.programme) ?? 0) - (this.spent.get(session.programme) ?? 0);
  }

  /** Rule 19, for a slot of a session whose neighbours in the series stand as they do. */
  fitsSeries(facts: SessionFacts, parts: readonly Part[]): boolean {
    const first = parts[0]?.day ?? 0;
    const last = parts.at(-1)?.day ?? 0;
    if (facts.previous !== null) {
      const before = this.get(facts.previous);
      if (before === undefined) return false;
      const days = first - (before.facts.slots[before.slot]?.at(-1)?.day ?? 0);
      if (days < facts.minDays || days > facts.maxDays) return false;
    }
    const after = this.get(facts.next);
    if (after === undefined) return true;
    const days = (after.facts.slots[after.slot]?.[0]?.day ?? 0) - last;
    return days >= after.facts.minDays && days <= after.facts.maxDays;
  }

  /** Rules 14 to 18: whether a trainer can take one more booking. */
  canTake(who: TrainerFacts, facts: SessionFacts, parts: readonly Part[], seat: Role): boolean {
    const { limits } = who.trainer;
    const { bookings } = this.diaryOf(who);
    if (bookings.size + 1 > limits.perSeason) return false;
    for (const booking of bookings) if (this.collides(booking, facts, parts, limits.restDays)) return false;
    for (const { day, week } of parts) {
      const onDay = (part: Part) => part.day === day;
      const inWeek = (part: Part) => part.week === week;
      if (countParts(bookings, onDay) + parts.filter(onDay).length > limits.perDay) return false;
      if (countParts(bookings, inWeek) + parts.filter(inWeek).length > limits.perWeek) return false;
    }
    return seat !== "lived" || this.withinExposure(who, facts, bookings);
  }

  private collides(booking: Booking, facts: SessionFacts, parts: readonly Part[], restDays: number): boolean {
    const here = facts.place;
    const there = booking.facts.place;
    for (const other of booking.facts.slots[booking.slot] ?? []) {
      for (const part of parts) {
        if (part.day !== other.day) {
          if (Math.abs(part.day - other.day) <= restDays) return true;
        } else if (here !== null && there !== null) {
          const [earlier, later] = part.busyStart <= other.busyStart ? [part, other] : [other, part];
          if (later.busyStart - earlier.busyEnd < this.facts.km(here, there)) return true;
        }
        if (part.busyStart < other.busyEnd && other.busyStart < part.busyEnd) return true;
      }
    }
    return false;
  }

  private withinExposure(who: TrainerFacts, { session }: SessionFacts, bookings: Iterable<Booking>): boolean {
    for (const { id } of session.themes) {
      const most = Object.hasOwn(who.trainer.limits.exposure, id) ? who.trainer.limits.exposure[id] : undefined;
      if (most === undefined) continue;
      let sat = 0;
      for (const { facts, team } of bookings) {
        const onTheme = facts.session.themes.some((theme) => theme.id === id);
        if (onTheme && team.some((seat) => seat.who === who && seat.seat === "lived")) sat++;
      }
      if (sat + 1 > most) return false;
    }
    return true;
  }

  /** What a trainer's fairness and activation rise by with one more session. */
  loadCost(who: TrainerFacts, halfDays: number): number {
    const { weights } = this.facts.season;
    const { bookings, load } = this.diaryOf(who);
    const rise = unfairness(who.trainer, load + halfDays) - unfairness(who.trainer, load);
    return weights.fairness * rise + (bookings.size === 0 ? weights.activation : 0);
  }

  private diaryOf(who: TrainerFacts): Diary {
    const diary = this.diaries.get(who);
    if (diary === undefined) throw new Error(`trainer ${who.trainer.id} is not of this season`);
    return diary;
  }
}

/** How far a load is outside a fair share, squared. */
export function unfairness({ share }: Trainer, load: number): number {
  return Math.max(0, load - share.max) ** 2 + Math.max(0, share.min - load) ** 2;
}

function countParts(bookings: Iterable<Booking>, counts: (part: Part) => boolean): number {
  let total = 0;
  for (const { facts, slot } of bookings) for (const part of facts.slots[slot] ?? []) if (counts(part)) total++;
  return total;
}
