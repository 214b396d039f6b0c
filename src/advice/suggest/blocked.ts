/** Who holds a role that a session needs and could sit in none of its slots, with every rule that stands in the way. */
import { HARD_RULES, type HardRule, ROLES, type Role } from "../../model/types.js";
import { type Problem, termsOf } from "../../problem/compile.js";
import type { Pairs } from "../../problem/data.js";
import { compilePairs } from "../../problem/families.js";
import { keptApart, withoutLonely } from "../../problem/slot-members.js";
import type { CapacityLedger } from "../../score/ledgers.js";
import type { SearchState } from "../../score/state.js";
import { type ConflictTerm, slotsClash } from "../../terms/conflict.js";
import { BAN } from "../../terms/indices.js";
import type { MemberCost, MemberTerm } from "../../terms/member.js";

/** Somebody who cannot come, in indices. */
export interface Blocked {
  readonly trainer: number;
  readonly seat: Role;
  /** by slot of the session: the rules that keep her out, at least one */
  readonly dates: readonly ReadonlySet<HardRule>[];
}

const BITS = new Map(HARD_RULES.map((rule, i) => [rule, 1 << i]));
/** Rules as bits of a number: there are fewer than 31. */
const bitOf = (rule: HardRule): number => BITS.get(rule) ?? 0;

/** Rules of one season that keep single trainers out. */
export class Blockers {
  private readonly problem: Problem;
  private readonly state: SearchState;
  private readonly members: readonly MemberTerm[];
  private readonly conflicts: readonly ConflictTerm[];
  private readonly pairs: Pairs;
  /** from how many anybody is kept apart, at most */
  private readonly mostApart: number;

  constructor(problem: Problem, state: SearchState) {
    this.problem = problem;
    this.state = state;
    const hard: ReadonlySet<string> = new Set(HARD_RULES);
    this.members = termsOf(problem.terms, "member").filter((term) => hard.has(term.rule));
    this.conflicts = termsOf(problem.terms, "conflict");
    this.pairs = compilePairs(problem.data.shape, termsOf(problem.terms, "pair"));
    this.mostApart = 0;
    for (let t = 0; t < problem.data.shape.trainers; t++)
      this.mostApart = Math.max(this.mostApart, keptApart(this.pairs, t).length);
  }

  /**
   * Those who could sit in none of some slots of a session that is open in the state.
   * @param slots of the session; without any, nobody is named
   * @returns in the order of seats and of the pool
   */
  of(session: number, slots: readonly number[]): Blocked[] {
    const { data } = this.problem;
    const dates = slots.map((g) => this.dateOf(session, g));
    if (dates.length === 0) return [];
    const found: Blocked[] = [];
    for (let q = data.groupStart[session] as number; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      for (const t of this.holders(role)) {
        if (dates.some((date) => this.comes(date, t, role))) continue;
        found.push({ trainer: t, seat: ROLES[role] as Role, dates: dates.map((date) => this.against(date, t, role)) });
      }
    }
    return found;
  }

  private readonly holdersOf = new Map<number, readonly number[]>();

  /** Those whom no rule keeps from a role whatever the session. */
  private holders(role: number): readonly number[] {
    const known = this.holdersOf.get(role);
    if (known) return known;
    const all = Array.from({ length: this.problem.data.shape.trainers }, (_, t) => t).filter(
      (t) => !this.members.some(({ always }) => always?.(t, role) === BAN),
    );
    this.holdersOf.set(role, all);
    return all;
  }

  private dateOf(session: number, slot: number): Date {
    const { state, problem } = this;
    let whole = 0;
    if (problem.data.slotCost[slot] === Number.POSITIVE_INFINITY) whole |= bitOf("pinned");
    if (!state.slotFits(session, slot)) whole |= bitOf("order");
    const members: Date["members"][number][] = [];
    for (const term of this.members)
      for (const bans of [term.ofSession(session), term.ofSlot(slot)])
        if (bans) members.push({ bit: bitOf(term.rule as HardRule), bans });
    const ledgers = state.capacities.filter(({ family }) => family.owner === "trainer").filter((l) => l.uses(slot));
    const { index, data } = problem;
    const pinned: number[][] = ROLES.map(() => []);
    for (const { seat, trainer } of index.session(session).pinned?.team ?? [])
      pinned[ROLES.indexOf(seat)]?.push(index.trainerIx(trainer));
    const seats = ROLES.map(() => 0);
    for (let q = data.groupStart[session] as number; q < (data.groupStart[session + 1] as number); q++)
      seats[data.groupRole[q] as number] = data.groupSeats[q] as number;
    return { slot, whole, members, ledgers, pinned, seats, lonely: this.lonely({ members, pinned, seats }, slot) };
  }

  /** By role: those who would find enough others on a date but for whom they are kept apart from. */
  private lonely(date: Pick<Date, "members" | "pinned" | "seats">, slot: number): readonly ReadonlySet<number>[] {
    const { members, seats } = date;
    if (this.mostApart === 0 || this.isCrowded(date, slot)) return ROLES.map(() => new Set());
    const lists = ROLES.map((_, role) =>
      (seats[role] as number) === 0
        ? []
        : this.holders(role).filter(
            (t) => !this.isTaken(date, t, role) && !members.some(({ bans }) => bans(t, role) === BAN),
          ),
    );
    const anybody = { ...this.pairs, start: this.pairs.start.map(() => 0) };
    const lonelyOf = (all: readonly (readonly number[])[]) => {
      const together = withoutLonely(all, seats, anybody);
      const left = withoutLonely(together, seats, this.pairs);
      return { left, lonely: together.map((list, role) => list.filter((t) => !left[role]?.includes(t))) };
    };
    // First those for whom no seat is left at all, as if they were away: others may have nobody beside them for that alone.
    const { left, lonely } = lonelyOf(lists);
    const away = new Set(lonely.flat());
    for (const t of left.flat()) away.delete(t);
    const others = lonelyOf(lists.map((list) => list.filter((t) => !away.has(t)))).lonely;
    return lists.map((list, role) => new Set([...list.filter((t) => away.has(t)), ...(others[role] ?? [])]));
  }

  /** Whether so many can come for every seat that nobody could be lonely. */
  private isCrowded({ pinned }: Pick<Date, "pinned">, slot: number): boolean {
    const { data } = this.problem;
    if (pinned.some((those) => those.length > 0)) return false;
    const session = data.shape.sessionOf[slot] as number;
    const first = data.groupStart[session] as number;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const list = (data.entryList[slot] as number) + q - first;
      const count = (data.entryStart[list + 1] as number) - (data.entryStart[list] as number);
      if (count <= (data.groupSeats[q] as number) + this.mostApart) return false;
    }
    return true;
  }

  /** Whether nothing keeps a trainer from a seat on a date. */
  private comes(date: Date, trainer: number, role: number): boolean {
    if (date.whole !== 0 || this.isTaken(date, trainer, role) || date.lonely[role]?.has(trainer) === true) return false;
    if (!this.state.hasRoom(trainer, date.slot, role)) return false;
    for (const { bans } of date.members) if (bans(trainer, role) === BAN) return false;
    return true;
  }

  /** What keeps a trainer from a seat on a date, all else as it stands. */
  private against(date: Date, trainer: number, role: number): ReadonlySet<HardRule> {
    const { slot, members, ledgers } = date;
    let rules = date.whole;
    if (this.isTaken(date, trainer, role)) rules |= bitOf("pinned");
    for (const { bit, bans } of members) if (bans(trainer, role) === BAN) rules |= bit;
    if (date.lonely[role]?.has(trainer) === true) rules |= bitOf("avoidTrainers");
    for (const ledger of ledgers) {
      const { family } = ledger;
      if (family.role >= 0 && family.role !== role) continue;
      if (!ledger.fits(trainer, slot, ledger.factor(slot, trainer))) rules |= bitOf(family.rule as HardRule);
    }
    if (!this.state.diaries.fits(trainer, slot))
      for (const held of this.state.diaries.slots[trainer] ?? [])
        for (const term of this.conflicts)
          if (slotsClash(term, this.problem.data.shape, trainer, slot, held)) rules |= bitOf(term.rule as HardRule);
    return this.setOf(rules);
  }

  private readonly sets = new Map<number, ReadonlySet<HardRule>>();

  /** One set for each combination of rules: a set for each trainer and date would be most of what a suggestion allocates. */
  private setOf(rules: number): ReadonlySet<HardRule> {
    const known = this.sets.get(rules);
    if (known) return known;
    const made = new Set(HARD_RULES.filter((rule) => (rules & bitOf(rule)) !== 0));
    this.sets.set(rules, made);
    return made;
  }

  /** Whether pins leave a role no seat for her. */
  private isTaken({ pinned, seats }: Pick<Date, "pinned" | "seats">, trainer: number, role: number): boolean {
    const those = pinned[role] ?? [];
    return those.length >= (seats[role] as number) && !those.includes(trainer);
  }
}

/** What keeps people out on one date: whatever their diary, by themselves, and by what they have used up. */
interface Date {
  readonly slot: number;
  /** rules as bits */
  readonly whole: number;
  readonly members: readonly { readonly bit: number; readonly bans: MemberCost }[];
  readonly ledgers: readonly CapacityLedger[];
  /** by role: who is pinned to a seat of it, and how many it has */
  readonly pinned: readonly (readonly number[])[];
  readonly seats: readonly number[];
  /** by role: those who would find enough others but for whom they are kept apart from */
  readonly lonely: readonly ReadonlySet<number>[];
}
