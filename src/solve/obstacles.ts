/**
 * What keeps every team from an open session: the fewest rules that would have to give way for one to come. Rules are
 * lifted one by one and together, so that a rule is named only where it stands in the way: nobody is said to lack
 * a language where somebody who speaks it is booked.
 */
import { HARD_RULES, type HardRule, OWN_RULES } from "../model/types.js";
import { type Problem, termsOf } from "../problem/compile.js";
import type { SearchState } from "../score/state.js";
import { type ConflictTerm, slotsClash } from "../terms/conflict.js";
import type { CoverTerm } from "../terms/cover.js";
import { BAN } from "../terms/indices.js";
import type { MemberTerm } from "../terms/member.js";

/** Rules that are `available` to everybody but the trainer, in counts and order too. */
const HERS: ReadonlySet<string> = new Set([...OWN_RULES].filter((rule) => rule !== "available"));
/** What a team has to bring along: named last, where even those who are booked or away do not bring it. */
const NEEDS: ReadonlySet<string> = new Set(["theme", "language", "community", "trait", "pinned"]);

function bitOf(rule: string): number {
  return 1 << HARD_RULES.indexOf(HERS.has(rule) ? "available" : (rule as HardRule));
}
const ORDER = bitOf("order");
/** In the order in which they are told. */
const FREEDOMS = HARD_RULES.filter((rule) => !NEEDS.has(rule) && !HERS.has(rule)).map(bitOf);
const WANTS = HARD_RULES.filter((rule) => NEEDS.has(rule)).map(bitOf);
const unionOf = (bits: readonly number[]): number => bits.reduce((all, bit) => all | bit, 0);
const rulesOf = (bits: readonly number[]): HardRule[] =>
  HARD_RULES.filter((rule) => !HERS.has(rule) && bits.includes(bitOf(rule)));

/** Somebody who holds the role, with the rules that keep her from a date as bits, and the needs that she meets. */
interface Holder {
  readonly blocked: number;
  readonly meets: readonly boolean[];
}

/** By group of seats: who holds its role. */
type Date = readonly { readonly seats: number; readonly holders: readonly Holder[] }[];

export class Obstacles {
  private readonly problem: Problem;
  private readonly state: SearchState;
  private readonly members: readonly MemberTerm[];
  private readonly conflicts: readonly ConflictTerm[];
  private readonly covers = new Map<number, CoverTerm[]>();
  private readonly apart: (a: number, b: number) => boolean;

  constructor(problem: Problem, state: SearchState) {
    this.problem = problem;
    this.state = state;
    this.members = termsOf(problem.terms, "member").filter((term) =>
      (HARD_RULES as readonly string[]).includes(term.rule),
    );
    this.conflicts = termsOf(problem.terms, "conflict");
    for (const term of termsOf(problem.terms, "cover")) {
      if (term.costs[0] !== BAN) continue;
      const those = this.covers.get(term.session);
      if (those) those.push(term);
      else this.covers.set(term.session, [term]);
    }
    const pairs = termsOf(problem.terms, "pair");
    this.apart = (a, b) => pairs.some((term) => term.cost(a, b) === BAN);
  }

  /** The rules in the way of a session that no team can take. */
  of(session: number): HardRule[] {
    const { data } = this.problem;
    const covers = this.covers.get(session) ?? [];
    const dates: Date[] = [];
    for (let g = data.shape.slotStart[session] as number; g < (data.shape.slotStart[session + 1] as number); g++)
      if (data.slotCost[g] !== Number.POSITIVE_INFINITY) dates.push(this.dateOf(session, g, covers));
    const comes = (lifted: number): boolean => dates.some((date) => couldCome(date, lifted, covers.length));
    // One by one they have what is needed, and yet no team holds them all.
    if (comes(0)) return ["seats"];
    const enough = (bits: readonly number[]): number[] => bits.filter(comes);
    const least = (bits: readonly number[]): number[] =>
      // The last are dropped first: what a team has to bring is blamed only where nothing else will do.
      bits.reduceRight<number[]>(
        (kept, bit) => {
          const without = kept.filter((one) => one !== bit);
          return comes(unionOf(without)) ? without : kept;
        },
        [...bits],
      );
    for (const bits of [FREEDOMS, WANTS]) {
      const alone = enough(bits);
      if (alone.length > 0) return rulesOf(alone);
      const together = bits === FREEDOMS ? FREEDOMS : [...FREEDOMS, ...WANTS];
      if (comes(unionOf(together))) return rulesOf(least(together));
    }
    return this.lacking(dates[0] ?? [], covers);
  }

  /** What nobody in the pool has, whatever else: people of a role, or what a team has to bring. */
  private lacking(date: Date, covers: readonly CoverTerm[]): HardRule[] {
    const rules = covers
      .filter((_, i) => !date.some(({ holders }) => holders.some(({ meets }) => meets[i])))
      .map(({ rule }) => rule);
    if (date.length === 0 || date.some(({ seats, holders }) => holders.length < seats)) rules.push("seats");
    return rulesOf(rules.map(bitOf));
  }

  private dateOf(session: number, slot: number, covers: readonly CoverTerm[]): Date {
    const { data, index } = this.problem;
    const order = this.state.slotFits(session, slot) ? 0 : ORDER;
    const pinned = (index.session(session).pinned?.team ?? []).map(({ trainer }) => index.trainerIx(trainer));
    const inSession = this.members.map((term) => [term.rule, term.ofSession(session), term.ofSlot(slot)] as const);
    const general = this.members.flatMap(({ always }) => (always ? [always] : []));
    const groups = [];
    for (let q = data.groupStart[session] as number; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      const holders: Holder[] = [];
      for (let t = 0; t < data.shape.trainers; t++) {
        // Whom a rule keeps from the role whatever the session does not hold it.
        if (general.some((cost) => cost(t, role) === BAN)) continue;
        let blocked = order | this.booked(t, slot, role);
        for (const [rule, bySession, bySlot] of inSession)
          if (bySession?.(t, role) === BAN || bySlot?.(t, role) === BAN) blocked |= bitOf(rule);
        if (pinned.some((other) => other !== t && this.apart(t, other))) blocked |= bitOf("avoidTrainers");
        holders.push({ blocked, meets: covers.map((term) => (term.costs[term.grade(t, role)] ?? 0) !== BAN) });
      }
      groups.push({ seats: data.groupSeats[q] as number, holders });
    }
    return groups;
  }

  /** What her other sessions leave no room for. */
  private booked(trainer: number, slot: number, role: number): number {
    const { state, problem } = this;
    let blocked = 0;
    for (const ledger of state.capacities) {
      const { family } = ledger;
      if (family.owner !== "trainer" || (family.role >= 0 && family.role !== role)) continue;
      if (!ledger.fits(trainer, slot, ledger.factor(slot, trainer))) blocked |= bitOf(family.rule);
    }
    for (const held of state.diaries.slots[trainer] ?? [])
      for (const term of this.conflicts)
        if (slotsClash(term, problem.data.shape, trainer, slot, held)) blocked |= bitOf(term.rule);
    return blocked;
  }
}

/** Whether enough people come, and what is needed with them, once some rules are lifted; whoever fits whom is left aside. */
function couldCome(date: Date, lifted: number, needs: number): boolean {
  const free = date.map(({ seats, holders }) => {
    const those = holders.filter(({ blocked }) => (blocked & ~lifted) === 0);
    return those.length >= seats ? those : null;
  });
  if (free.includes(null)) return false;
  for (let i = 0; i < needs; i++) if (!free.some((those) => those?.some(({ meets }) => meets[i]))) return false;
  return true;
}
