/** The cheapest team for one session as the season stands: a short list per seat, then all teams of the short lists. */
import type { Role, Trainer } from "../../src/model/index.js";
import type { Book, Booking, Seat } from "./book.js";
import type { Eligible } from "./eligible.js";
import { type Facts, feeFor, type Part, type SessionFacts, type TrainerFacts } from "./facts.js";
import { levelOf, looksAt, type Need, needsOf, shares } from "./needs.js";

/** How many of the cheapest candidates of a role are tried in each of its seats, and how many more for each need. */
const SHORT_LIST = 14;
const PER_NEED = 4;
/** How many partial teams of one slot are looked at. */
const TEAMS_PER_SLOT = 4000;

interface Candidate extends Seat {
  /** travel, discouraged, fee, load and change, in the season's cost */
  readonly cost: number;
  readonly fee: number;
}

/** The best booking for a session that is not booked now, with its cost against leaving it open; null where none fits. */
export function bestBooking(
  facts: Facts,
  eligible: Eligible,
  book: Book,
  here: SessionFacts,
): { booking: Booking; delta: number } | null {
  const { session } = here;
  let best: { booking: Booking; delta: number } | null = null;
  here.slots.forEach((parts, slot) => {
    if (session.pinned !== null && session.pinned.slot !== slot) return;
    if (!book.fitsSeries(here, parts)) return;
    const base =
      facts.season.weights.slot * slot + moveCost(facts, here, slot) - here.unstaffed + missedChange(facts, here);
    const found = new TeamSearch(facts, eligible, book, here, slot, (best?.delta ?? 0) - base).run();
    if (found !== null) best = { booking: { facts: here, slot, team: found.team }, delta: found.cost + base };
  });
  return best;
}

function moveCost({ season }: Facts, { published }: SessionFacts, slot: number): number {
  return published !== null && published.slot !== slot ? season.weights.move : 0;
}

/** What changes if nobody of the published team comes back; each who does takes hers off. */
function missedChange({ season }: Facts, { published }: SessionFacts): number {
  return season.weights.change * (published?.team.size ?? 0);
}

class TeamSearch {
  private readonly parts: readonly Part[];
  private readonly needs: readonly Need[];
  private readonly lists: readonly (readonly Candidate[])[];
  /** per seat the least that the members from it on can cost */
  private readonly leastFrom: number[];
  private readonly budget: number;
  private readonly team: Candidate[] = [];
  private best: readonly Candidate[] | null = null;
  private looked = 0;

  /** @param bestCost only a team under it is of use */
  constructor(
    private readonly facts: Facts,
    eligible: Eligible,
    private readonly book: Book,
    private readonly here: SessionFacts,
    slot: number,
    private bestCost: number,
  ) {
    this.parts = here.slots[slot] ?? [];
    this.needs = needsOf(here.session);
    this.budget = book.budgetLeft(here);
    const byRole = new Map<Role, readonly Candidate[]>();
    for (const role of new Set(here.seats)) byRole.set(role, this.shortList(role, eligible.in(here, slot, role)));
    this.lists = here.seats.map((role) => byRole.get(role) ?? []);
    this.leastFrom = [0];
    for (const list of this.lists.toReversed()) this.leastFrom.unshift((this.leastFrom[0] ?? 0) + (list[0]?.cost ?? 0));
  }

  run(): { team: readonly Seat[]; cost: number } | null {
    if (this.lists.some((list) => list.length === 0)) return null;
    this.extend(0, 0, 0, 0);
    if (this.best === null) return null;
    return { team: this.best.map(({ seat, who }) => ({ seat, who })), cost: this.bestCost };
  }

  /** Candidates of a role, cheapest first: the cheapest, the pinned, and some for each need that they could meet. */
  private shortList(role: Role, eligible: readonly TrainerFacts[]): readonly Candidate[] {
    const { here, parts, book } = this;
    const pinned = here.session.pinned?.team ?? [];
    const able = eligible
      .filter((who) => {
        const pin = pinned.find(({ trainer }) => trainer === who.trainer.id);
        if (pin !== undefined && pin.seat !== role) return false;
        return book.canTake(who, here, parts, role);
      })
      .map((who) => this.candidate(who, role))
      .sort((a, b) => a.cost - b.cost);
    const isPinned = ({ who }: Candidate) => pinned.some(({ trainer }) => trainer === who.trainer.id);
    const chosen = new Set([...able.filter(isPinned), ...able.slice(0, SHORT_LIST)]);
    const wishes = [
      ...this.needs.filter(({ whom }) => looksAt(whom, role)).map(({ meets }) => meets),
      ...here.session.communities.map(
        ({ backgrounds }) =>
          (trainer: Trainer) =>
            shares(trainer, backgrounds),
      ),
      ...here.session.themes.map(
        ({ id, wish }) =>
          (trainer: Trainer) =>
            levelOf(trainer, id) >= wish,
      ),
    ];
    for (const meets of wishes) {
      const meeting = able.filter(({ who }) => meets(who.trainer));
      for (const candidate of meeting.slice(0, PER_NEED)) chosen.add(candidate);
    }
    return [...chosen].sort((a, b) => a.cost - b.cost);
  }

  private candidate(who: TrainerFacts, seat: Role): Candidate {
    const { facts, here, parts, book } = this;
    const { weights } = facts.season;
    const { session, place, published } = here;
    const fee = feeFor(who.trainer, session, parts);
    const bothered = parts.some(({ start, end }) => who.discouraged.overlaps(start, end));
    const before = book.get(here.previous);
    const isNew = before !== undefined && seat !== "actor" && !before.team.some((member) => member.who === who);
    const cost =
      (place === null ? 0 : weights.travelKm * facts.km(who.home, place)) +
      (bothered ? weights.discouraged : 0) +
      weights.fee * fee +
      (isNew ? weights.continuity : 0) -
      (published?.team.has(who.trainer.id) ? weights.change : 0) +
      book.loadCost(who, session.halfDays);
    return { who, seat, cost, fee };
  }

  private extend(seat: number, from: number, cost: number, fee: number): void {
    const list = this.lists[seat];
    if (list === undefined) {
      this.consider(cost);
      return;
    }
    // Seats of one role are alike: their members are taken in the order of the list.
    const nextIsAlike = this.lists[seat + 1] === list;
    for (let index = from; index < list.length; index++) {
      const candidate = list[index];
      if (candidate === undefined || this.looked++ > TEAMS_PER_SLOT) return;
      if (cost + candidate.cost + (this.leastFrom[seat + 1] ?? 0) >= this.bestCost) return;
      if (fee + candidate.fee > this.budget || !this.getsOn(candidate)) continue;
      const pairs = this.team.reduce(
        (sum, { who }) => sum + this.facts.pairCost(who.trainer, candidate.who.trainer),
        0,
      );
      this.team.push(candidate);
      this.extend(seat + 1, nextIsAlike ? index + 1 : 0, cost + candidate.cost + pairs, fee + candidate.fee);
      this.team.pop();
    }
  }

  /** Rule 7, and nobody sits twice. */
  private getsOn({ who }: Candidate): boolean {
    const { id, avoidTrainers } = who.trainer;
    return this.team.every(
      (member) =>
        member.who !== who &&
        !avoidTrainers.includes(member.who.trainer.id) &&
        !member.who.trainer.avoidTrainers.includes(id),
    );
  }

  private consider(cost: number): void {
    const pinned = this.here.session.pinned?.team ?? [];
    if (!pinned.every((pin) => this.team.some(({ who }) => who.trainer.id === pin.trainer))) return;
    const covered = this.needs.every(
      ({ whom, meets }) =>
        whom === "all" || this.team.some(({ seat, who }) => looksAt(whom, seat) && meets(who.trainer)),
    );
    if (!covered) return;
    const total = cost + teamCost(this.facts, this.book, this.here, this.team);
    if (total < this.bestCost) {
      this.bestCost = total;
      this.best = [...this.team];
    }
  }
}

/** Background and depth, and the continuity of the session after it: what depends on the team as a whole. */
function teamCost({ season }: Facts, book: Book, here: SessionFacts, team: readonly Seat[]): number {
  const { weights } = season;
  let total = 0;
  for (const { backgrounds, weight } of here.session.communities) {
    const sharing = team.filter(({ who }) => shares(who.trainer, backgrounds));
    const missing = sharing.length === 0 ? 2 : sharing.some(({ seat }) => seat === "lived") ? 0 : 1;
    total += weights.background * weight * missing;
  }
  for (const { id, wish, who } of here.session.themes) {
    const levels = team.filter(({ seat }) => looksAt(who, seat)).map((member) => levelOf(member.who.trainer, id));
    total += weights.depth * Math.max(0, wish - Math.max(0, ...levels));
  }
  const after = book.get(here.next);
  const isNew = ({ seat, who }: Seat) => seat !== "actor" && !team.some((member) => member.who === who);
  return total + weights.continuity * (after?.team.filter(isNew).length ?? 0);
}

/** The cost of a booking that is given whole (a full pin), against leaving its session open. */
export function costOfBooking(facts: Facts, book: Book, { facts: here, slot, team }: Booking): number {
  const { weights } = facts.season;
  const { session, place } = here;
  const parts = here.slots[slot] ?? [];
  const before = book.get(here.previous);
  let total = weights.slot * slot + moveCost(facts, here, slot) - here.unstaffed + missedChange(facts, here);
  team.forEach(({ seat, who }, index) => {
    const bothered = parts.some(({ start, end }) => who.discouraged.overlaps(start, end));
    const isNew = before !== undefined && seat !== "actor" && !before.team.some((member) => member.who === who);
    total += place === null ? 0 : weights.travelKm * facts.km(who.home, place);
    total += (bothered ? weights.discouraged : 0) + weights.fee * feeFor(who.trainer, session, parts);
    total += (isNew ? weights.continuity : 0) + book.loadCost(who, session.halfDays);
    if (here.published?.team.has(who.trainer.id)) total -= weights.change;
    for (const other of team.slice(0, index)) total += facts.pairCost(other.who.trainer, who.trainer);
  });
  return total + teamCost(facts, book, here, team);
}
