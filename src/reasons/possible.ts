/** Whether a session could have a team if only some of the facts held: a search through whoever could sit where. */
import type { Case, DateCase, Holder } from "./case.js";

/** Somebody who must have a seat: on one date, in one group of seats. */
export interface Seat {
  readonly date: number;
  readonly group: number;
  readonly trainer: number;
}

/** Seats tried on one date before it is taken to have no team: no session of a pool that is planned comes near. */
const MOST_TRIED = 2_000_000;

/**
 * A team on some date for which the facts that are active leave room.
 * @param active by fact: 1 while it holds
 * @param seat who must be in the team; everybody may where it is left out
 * @returns the position of its date, or −1 where there is none
 */
export function possible(kase: Case, active: Uint8Array, seat?: Seat): number {
  for (const [d, date] of kase.dates.entries()) {
    if (seat !== undefined && seat.date !== d) continue;
    if (date.blocks.some((fact) => active[fact] === 1)) continue;
    if (new Search(kase, date, active, seat).finds()) return d;
  }
  return -1;
}

interface Group {
  readonly seats: number;
  readonly holders: readonly Holder[];
}

class Search {
  private readonly groups: readonly Group[];
  /** needs that hold, by their position in the case */
  private readonly needs: readonly number[];
  private readonly apart: ReadonlyMap<number, ReadonlySet<number>>;
  private readonly left: number;
  /** by group: the least that all later groups cost */
  private readonly leastAfter: readonly number[];
  private readonly team: number[] = [];
  private tried = 0;

  constructor(kase: Case, date: DateCase, active: Uint8Array, seat: Seat | undefined) {
    this.needs = kase.needs.flatMap((fact, n) => (active[fact] === 1 ? [n] : []));
    this.left = kase.budget >= 0 && active[kase.budget] === 1 ? date.left : Number.POSITIVE_INFINITY;
    this.apart = partners(date, active);
    const free = (holder: Holder): boolean => !holder.blocks.some((fact) => active[fact] === 1);
    const groups: Group[] = [];
    if (seat !== undefined) {
      const her = date.groups[seat.group]?.holders.filter(({ trainer }) => trainer === seat.trainer) ?? [];
      groups.push({ seats: 1, holders: her.filter(free) });
    }
    date.groups.forEach(({ seats, holders }, q) => {
      const here = holders.filter((holder) => free(holder) && holder.trainer !== seat?.trainer);
      const open = seat?.group === q ? seats - 1 : seats;
      if (open > 0) groups.push({ seats: open, holders: here });
    });
    const total = groups.reduce((sum, { seats }) => sum + seats, 0);
    this.groups = this.thinned(groups, total);
    const least = this.groups.map(({ seats, holders }) => {
      const fees = holders.map(({ fee }) => fee).sort((a, b) => a - b);
      return fees.slice(0, seats).reduce((sum, fee) => sum + fee, 0);
    });
    this.leastAfter = least.map((_, q) => least.slice(q + 1).reduce((sum, fee) => sum + fee, 0));
  }

  finds(): boolean {
    if (this.groups.some(({ seats, holders }) => holders.length < seats)) return false;
    return this.fill(0, 0, 0, this.needs, 0);
  }

  /** Of those who are alike in all that counts, as many of the cheapest as a team has seats: others could take no other's place. */
  private thinned(groups: readonly Group[], total: number): Group[] {
    const seatsOf = new Map<number, string>();
    groups.forEach(({ holders }, q) => {
      for (const { trainer, meets } of holders)
        seatsOf.set(trainer, `${seatsOf.get(trainer) ?? ""};${q}:${this.needs.map((n) => meets[n]).join("")}`);
    });
    return groups.map(({ seats, holders }) => {
      const count = new Map<string, number>();
      const value = ({ meets }: Holder): number => this.needs.reduce((sum, n) => sum + (meets[n] as number), 0);
      const sorted = [...holders].sort((a, b) => a.fee - b.fee || a.trainer - b.trainer);
      const kept = sorted.filter(({ trainer }) => {
        if (this.apart.has(trainer)) return true;
        const key = seatsOf.get(trainer) ?? "";
        const nth = (count.get(key) ?? 0) + 1;
        count.set(key, nth);
        return nth <= total;
      });
      return { seats, holders: kept.sort((a, b) => value(b) - value(a) || a.fee - b.fee || a.trainer - b.trainer) };
    });
  }

  /** Fills the seats of group `q` from its holder `from` on; `filled` of them are taken. */
  private fill(q: number, from: number, filled: number, open: readonly number[], spent: number): boolean {
    const group = this.groups[q];
    if (group === undefined) return open.length === 0;
    if (filled === group.seats) return this.fill(q + 1, 0, 0, open, spent);
    if (!this.canMeet(q, from, open)) return false;
    const last = group.holders.length - (group.seats - filled);
    for (let i = from; i <= last; i++) {
      const { trainer, meets, fee } = group.holders[i] as Holder;
      if (++this.tried > MOST_TRIED) return false;
      if (spent + fee + (this.leastAfter[q] as number) > this.left) continue;
      if (this.team.includes(trainer) || this.team.some((other) => this.apart.get(trainer)?.has(other))) continue;
      this.team.push(trainer);
      const rest = open.some((n) => meets[n] === 1) ? open.filter((n) => meets[n] === 0) : open;
      if (this.fill(q, i + 1, filled + 1, rest, spent + fee)) return true;
      this.team.pop();
    }
    return false;
  }

  /** Whether each open need could still be met by somebody who has not been passed over. */
  private canMeet(q: number, from: number, open: readonly number[]): boolean {
    return open.every((n) =>
      this.groups.some(({ holders }, other) => {
        if (other < q) return false;
        for (let i = other === q ? from : 0; i < holders.length; i++)
          if ((holders[i] as Holder).meets[n] === 1) return true;
        return false;
      }),
    );
  }
}

function partners({ apart }: DateCase, active: Uint8Array): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const { a, b, facts } of apart) {
    if (facts.some((fact) => active[fact] === 0)) continue;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const those = found.get(one) ?? new Set();
      those.add(other);
      found.set(one, those);
    }
  }
  return found;
}
