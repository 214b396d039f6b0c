/**
 * A greedy by hand, as a good engineer would script it in an afternoon: sessions by scarcity, the cheapest feasible team
 * for each, then a pass that re-books one session at a time while that helps. No prices, no bound. It uses src/model
 * alone, so that it is a peer of the solver and not a part of it.
 */
import type { Plan, Season } from "../src/model/index.js";
import { Book, type Booking, unfairness } from "./greedy/book.js";
import { Eligible } from "./greedy/eligible.js";
import { Facts, type SessionFacts } from "./greedy/facts.js";
import { bestBooking, costOfBooking } from "./greedy/team.js";

export interface GreedyOptions {
  /** asked between sessions; once it says yes, the plan so far is the answer */
  readonly isOver: () => boolean;
  /** called when all sessions had their turn, and after each improvement */
  readonly onPlan?: (cost: number) => void;
}

/** Plans a season greedily. The plan obeys every hard rule and states its cost; it proves no bound. */
export function greedy(season: Season, { isOver, onPlan }: GreedyOptions): Plan {
  const facts = new Facts(season);
  const eligible = new Eligible(facts);
  const book = new Book(facts);
  let cost = emptyCost(facts);
  const fixed = new Set<SessionFacts>();

  for (const session of seriesFirst(facts.sessions)) {
    const booking = fullPin(facts, session);
    if (booking === null) continue;
    cost += costOfBooking(facts, book, booking);
    book.put(booking);
    fixed.add(session);
  }

  const free = seriesFirst(byScarcity(facts, eligible)).filter((session) => !fixed.has(session));
  for (const session of free) {
    if (isOver()) break;
    const best = bestBooking(facts, eligible, book, session);
    if (best === null) continue;
    book.put(best.booking);
    cost += best.delta;
  }
  onPlan?.(cost);

  for (let improved = true; improved && !isOver(); ) {
    improved = false;
    for (const session of free) {
      if (isOver()) break;
      const gain = rebook(facts, eligible, book, session);
      if (gain >= 0) continue;
      cost += gain;
      improved = true;
      onPlan?.(cost);
    }
  }
  return planOf(season, book, cost);
}

/** Gives a session its best booking as the rest stands; returns the change in cost, never above 0. */
function rebook(facts: Facts, eligible: Eligible, book: Book, session: SessionFacts): number {
  const old = book.take(session);
  const oldDelta = old === undefined ? 0 : costOfBooking(facts, book, old);
  const best = bestBooking(facts, eligible, book, session);
  if (best !== null && best.delta < oldDelta) {
    book.put(best.booking);
    return best.delta - oldDelta;
  }
  if (old !== undefined) book.put(old);
  return 0;
}

/** The cost of a plan without a single booking. */
function emptyCost({ season, sessions }: Facts): number {
  const open = sessions.reduce((sum, { unstaffed }) => sum + unstaffed, 0);
  const unfair = season.trainers.reduce((sum, trainer) => sum + unfairness(trainer, 0), 0);
  return open + season.weights.fairness * unfair;
}

/** A session's booking where its pin fills every seat, else null. */
function fullPin(facts: Facts, here: SessionFacts): Booking | null {
  const { pinned } = here.session;
  if (pinned === null || pinned.team.length < here.seats.length) return null;
  const team = pinned.team.flatMap(({ seat, trainer }) =>
    facts.trainers.filter((who) => who.trainer.id === trainer).map((who) => ({ seat, who })),
  );
  return { facts: here, slot: pinned.slot, team };
}

/** Those with the fewest candidates for each of their seats first, then the more urgent. */
function byScarcity(facts: Facts, eligible: Eligible): readonly SessionFacts[] {
  const choice = new Map<SessionFacts, number>();
  for (const here of facts.sessions) {
    const bySlot = here.slots.map((_, slot) => {
      const perRole = [...new Set(here.seats)].map((role) => {
        const able = eligible.in(here, slot, role).length;
        return able / here.seats.filter((seat) => seat === role).length;
      });
      return Math.min(...perRole);
    });
    choice.set(here, Math.max(...bySlot));
  }
  const of = (here: SessionFacts) => choice.get(here) ?? 0;
  return facts.sessions.toSorted((a, b) => of(a) - of(b) || b.session.priority - a.session.priority);
}

/** The same order, but each session after the one that it builds on. */
function seriesFirst(sessions: readonly SessionFacts[]): readonly SessionFacts[] {
  const ordered = new Set<SessionFacts>();
  for (const session of sessions) {
    const chain: SessionFacts[] = [];
    for (let here: SessionFacts | null = session; here !== null && !ordered.has(here); here = here.previous) {
      chain.push(here);
    }
    for (const here of chain.reverse()) ordered.add(here);
  }
  return [...ordered];
}

function planOf(season: Season, book: Book, cost: number): Plan {
  return {
    format: "koppel-plan/1",
    season: season.id,
    assignments: book.all().map(({ facts, slot, team }) => ({
      session: facts.session.id,
      slot,
      team: team.map(({ seat, who }) => ({ seat, trainer: who.trainer.id })),
    })),
    cost,
  };
}
