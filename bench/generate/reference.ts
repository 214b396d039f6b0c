/**
 * A plan that obeys every hard rule, found in one pass: each session gets the first slot, mostly in their order, for
 * which a team of trainers from nearby is found. It is what a season publishes and pins from, so it need be allowed, not good.
 */
import type { Place, Role, Season } from "../../src/model/index.js";
import { Book, type Booking, type Seat } from "../greedy/book.js";
import { isAvailable, mayComeAtAll } from "../greedy/eligible.js";
import { Facts, feeFor, type Part, type SessionFacts, type TrainerFacts } from "../greedy/facts.js";
import { looksAt, type Need, needsOf } from "../greedy/needs.js";
import type { Chance } from "./chance.js";

/** Candidates for each role: the nearest, and the nearest few who meet each need. */
const NEAREST = 12;
const PER_NEED = 3;
/** Kilometres that one takes on rather than send a trainer once more. */
const KM_PER_BOOKING = 10;
/** Share of sessions whose slots are tried in an order of chance: a plan that people know was seldom made in one go. */
const OTHER_ORDER = 0.25;

/** The bookings of a reference plan, in the order of the season's sessions. The season has no pins yet. */
export function referencePlan(chance: Chance, season: Season): readonly Booking[] {
  const facts = new Facts(season);
  const book = new Book(facts);
  const office = new Office(chance, facts, book);
  // The sessions of a series stand in their order, so each finds the one before it booked or never to be.
  for (const session of facts.sessions) office.book(session);
  return book.all();
}

class Office {
  private readonly byDistance = new Map<Role, Map<Place | null, readonly TrainerFacts[]>>();
  private readonly bookings = new Map<TrainerFacts, number>();

  constructor(
    private readonly chance: Chance,
    private readonly facts: Facts,
    private readonly diary: Book,
  ) {}

  /** Books a session in the first slot that can be staffed, if any. */
  book(here: SessionFacts): void {
    const inOrder = [...here.slots.entries()];
    const slots = this.chance.odds(OTHER_ORDER) ? this.chance.sample(inOrder, inOrder.length) : inOrder;
    for (const [slot, parts] of slots) {
      if (!this.diary.fitsSeries(here, parts)) continue;
      const team = this.team(here, parts);
      if (team === null) continue;
      this.diary.put({ facts: here, slot, team });
      for (const { who } of team) this.bookings.set(who, this.booked(who) + 1);
      return;
    }
  }

  private booked(who: TrainerFacts): number {
    return this.bookings.get(who) ?? 0;
  }

  /** The first team of the candidates that covers the needs and keeps the budget. */
  private team(here: SessionFacts, parts: readonly Part[]): readonly Seat[] | null {
    const needs = needsOf(here.session);
    const lists = new Map<Role, readonly TrainerFacts[]>();
    for (const role of new Set(here.seats)) {
      const list = this.candidates(here, parts, role, needs);
      if (list.length === 0) return null;
      lists.set(role, list);
    }
    const team: Seat[] = [];
    const extend = (budget: number): boolean => {
      const seat = here.seats[team.length];
      if (seat === undefined) return covers(team, needs);
      for (const who of lists.get(seat) ?? []) {
        const fee = feeFor(who.trainer, here.session, parts);
        if (fee > budget || !getsOn(who, team)) continue;
        team.push({ seat, who });
        if (extend(budget - fee)) return true;
        team.pop();
      }
      return false;
    };
    return extend(this.diary.budgetLeft(here)) ? team : null;
  }

  private candidates(
    here: SessionFacts,
    parts: readonly Part[],
    role: Role,
    needs: readonly Need[],
  ): readonly TrainerFacts[] {
    const ofAll = needs.filter(({ whom }) => whom === "all");
    const wanted = needs
      .filter(({ whom }) => whom !== "all" && looksAt(whom, role))
      .map(({ meets }) => ({ meets, left: PER_NEED }));
    const chosen: TrainerFacts[] = [];
    let nearest = NEAREST;
    for (const who of this.nearby(here.place, role)) {
      if (nearest === 0 && wanted.every(({ left }) => left === 0)) break;
      const open = wanted.filter(({ left, meets }) => left > 0 && meets(who.trainer));
      if (nearest === 0 && open.length === 0) continue;
      if (!ofAll.every(({ meets }) => meets(who.trainer)) || !isAvailable(here.session, who, parts)) continue;
      if (!mayComeAtAll(this.facts, here, who) || !this.diary.canTake(who, here, parts, role)) continue;
      chosen.push(who);
      if (nearest > 0) nearest--;
      for (const need of open) need.left--;
    }
    const effort = (who: TrainerFacts) =>
      KM_PER_BOOKING * this.booked(who) + (here.place === null ? 0 : this.facts.km(who.home, here.place));
    return chosen.sort((a, b) => effort(a) - effort(b));
  }

  /** A role's trainers, nearest first; all of them alike where a session is online. */
  private nearby(place: Place | null, role: Role): readonly TrainerFacts[] {
    const lists = this.byDistance.get(role) ?? new Map<Place | null, readonly TrainerFacts[]>();
    this.byDistance.set(role, lists);
    let list = lists.get(place);
    if (list === undefined) {
      const all = this.facts.byRole[role];
      const km = (who: TrainerFacts) => (place === null ? 0 : this.facts.km(who.home, place));
      list = all.toSorted((a, b) => km(a) - km(b));
      lists.set(place, list);
    }
    return list;
  }
}

function covers(team: readonly Seat[], needs: readonly Need[]): boolean {
  return needs.every(
    ({ whom, meets }) => whom === "all" || team.some(({ seat, who }) => looksAt(whom, seat) && meets(who.trainer)),
  );
}

/** Rule 7, and nobody sits twice. */
function getsOn({ trainer }: TrainerFacts, team: readonly Seat[]): boolean {
  return team.every(
    ({ who: { trainer: other } }) =>
      other !== trainer && !trainer.avoidTrainers.includes(other.id) && !other.avoidTrainers.includes(trainer.id),
  );
}
