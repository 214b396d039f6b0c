/**
 * The case of one session in the plan as it stands: who could sit where on each date, and which facts speak against it.
 * The session itself is out of the plan while its case is made.
 */
import { HARD_RULES, type HardRule } from "../model/types.js";
import { type Problem, termsOf } from "../problem/compile.js";
import type { SearchState } from "../score/state.js";
import { slotsClash } from "../terms/conflict.js";
import { BAN } from "../terms/indices.js";
import { type Fact, NEED_RULES } from "./facts.js";

/** Somebody who holds the role of some seats. */
export interface Holder {
  readonly trainer: number;
  /** facts that keep her out, each by itself */
  readonly blocks: readonly number[];
  /** by need of the case: 1 where she meets it in this role */
  readonly meets: Uint8Array;
  /** whole euros */
  readonly fee: number;
}

/** Two who are kept apart while all of these facts hold. */
export interface Apart {
  readonly a: number;
  readonly b: number;
  readonly facts: readonly number[];
}

export interface DateCase {
  /** the slot in the problem's count */
  readonly slot: number;
  /** facts that close the date to everybody */
  readonly blocks: readonly number[];
  /** by group of seats */
  readonly groups: readonly { readonly role: number; readonly seats: number; readonly holders: readonly Holder[] }[];
  readonly apart: readonly Apart[];
  /** whole euros left for the whole team; Infinity where no programme pays */
  readonly left: number;
}

export interface Case {
  readonly session: number;
  readonly facts: readonly Fact[];
  /** by need: the fact that asks for it */
  readonly needs: readonly number[];
  readonly dates: readonly DateCase[];
  /** the fact that money is short, or −1 */
  readonly budget: number;
}

/** Facts by what they say, each kept once. */
class Ledger {
  readonly facts: Fact[] = [];
  private readonly known = new Map<string, number>();

  of(rule: HardRule, what: Partial<Omit<Fact, "rule" | "sessions">> & { readonly about?: number } = {}): number {
    const { trainers = [], need = -1, slot = -1, about = -1 } = what;
    const key = `${rule} ${trainers.join()} ${need} ${slot} ${about}`;
    let at = this.known.get(key);
    if (at === undefined) {
      at = this.facts.length;
      this.known.set(key, at);
      this.facts.push({ rule, trainers, need, slot, sessions: new Set(about < 0 ? [] : [about]) });
    }
    return at;
  }

  /** A rule that binds one trainer, with a session of hers that stands in the way, if one does. */
  hers(rule: HardRule, trainer: number, session = -1): number {
    const at = this.of(rule, { trainers: [trainer] });
    if (session >= 0) this.facts[at]?.sessions.add(session);
    return at;
  }
}

/**
 * The case of a session, for readers who may see all of it; `redactedCase` is for the others.
 * @param state holds the plan without the session
 */
export function caseOf(problem: Problem, state: SearchState, session: number): Case {
  const { data, terms } = problem;
  const ledger = new Ledger();
  const covers = termsOf(terms, "cover").filter((term) => term.session === session && term.costs[0] === BAN);
  const counted = new Map<string, number>();
  const needs = covers.map(({ rule }) => {
    const nth = counted.get(rule) ?? 0;
    counted.set(rule, nth + 1);
    return ledger.of(rule as HardRule, { need: needPosition(problem, session, rule as HardRule, nth) });
  });
  // Whom a pin of every seat leaves none, the pins that have to be met tell already.
  const members = termsOf(terms, "member").filter(
    ({ rule }) => rule !== "pinned" && (HARD_RULES as readonly string[]).includes(rule),
  );
  const held = (t: number, role: number) => members.every(({ always }) => always?.(t, role) !== BAN);
  const apart = apartIn(problem, ledger);
  const money = state.capacities.find(({ family }) => family.owner === "programme");
  const programme = data.shape.programmeOf[session] as number;
  const budget = money && programme >= 0 ? ledger.of("budget") : -1;
  const dates: DateCase[] = [];
  for (let g = data.shape.slotStart[session] as number; g < (data.shape.slotStart[session + 1] as number); g++) {
    const bans = members.flatMap((term) => {
      const [bySession, bySlot] = [term.ofSession(session), term.ofSlot(g)];
      return bySession || bySlot ? [{ rule: term.rule as HardRule, bySession, bySlot }] : [];
    });
    const groups = [];
    for (let q = data.groupStart[session] as number; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      const holders: Holder[] = [];
      for (let t = 0; t < data.shape.trainers; t++) {
        if (!held(t, role)) continue;
        const blocks = new Set<number>();
        for (const { rule, bySession, bySlot } of bans)
          if (bySession?.(t, role) === BAN || bySlot?.(t, role) === BAN)
            blocks.add(NEED_RULES.has(rule) ? ledger.of(rule) : ledger.hers(rule, t));
        booked(problem, state, ledger, t, g, role, blocks);
        const meets = Uint8Array.from(covers, ({ costs, grade }) => ((costs[grade(t, role)] ?? 0) === BAN ? 0 : 1));
        const fee = budget < 0 || !money ? 0 : money.factor(g, t);
        holders.push({ trainer: t, blocks: [...blocks], meets, fee });
      }
      groups.push({ role, seats: data.groupSeats[q] as number, holders });
    }
    const left = budget < 0 || !money ? Number.POSITIVE_INFINITY : leftOf(money, programme, g);
    dates.push({ slot: g, blocks: closed(problem, state, ledger, session, g), groups, apart, left });
  }
  return { session, facts: ledger.facts, needs, dates, budget };
}

/** Where the nth need of a rule that is not for all stands in the session's own list. */
function needPosition({ index }: Problem, session: number, rule: HardRule, nth: number): number {
  const { themes, languages, communities, traits } = index.session(session);
  const lists: Partial<Record<HardRule, readonly (string | null)[]>> = {
    theme: themes.map(({ who }) => who),
    language: languages.map(({ who }) => who),
    community: communities.map(({ required }) => required),
    trait: traits.map(({ who }) => who),
  };
  const list = lists[rule];
  if (list === undefined) return -1;
  return list.flatMap((who, i) => (who === null || who === "all" ? [] : [i]))[nth] ?? -1;
}

function apartIn({ terms }: Problem, ledger: Ledger): Apart[] {
  return termsOf(terms, "pair").flatMap(({ rule, exceptions }) =>
    exceptions
      .filter(({ cost }) => cost === BAN)
      .map(({ a, b }) => ({ a, b, facts: [ledger.of(rule as HardRule, { trainers: [a, b] })] })),
  );
}

/** What her other sessions leave no room for. */
function booked(
  { data, terms }: Problem,
  state: SearchState,
  ledger: Ledger,
  trainer: number,
  slot: number,
  role: number,
  blocks: Set<number>,
): void {
  for (const capacity of state.capacities) {
    const { family } = capacity;
    if (family.owner !== "trainer" || (family.role >= 0 && family.role !== role)) continue;
    if (!capacity.fits(trainer, slot, capacity.factor(slot, trainer)))
      blocks.add(ledger.hers(family.rule as HardRule, trainer));
  }
  for (const held of state.diaries.slots[trainer] ?? [])
    for (const term of termsOf(terms, "conflict"))
      if (slotsClash(term, data.shape, trainer, slot, held))
        blocks.add(ledger.hers(term.rule as HardRule, trainer, data.shape.sessionOf[held] as number));
}

/** Euros that a programme has left for a team in this slot. */
function leftOf(money: SearchState["capacities"][number], programme: number, slot: number): number {
  const { family, used } = money;
  let left = Number.POSITIVE_INFINITY;
  for (let u = family.useStart[slot] as number; u < (family.useStart[slot + 1] as number); u++) {
    const row = programme * family.buckets + (family.useBucket[u] as number);
    const room = (family.caps[row] as number) - (used[row] as number);
    left = Math.min(left, room / (family.useWeight[u] as number));
  }
  return left;
}

/** What closes a date to every team: another date is pinned, or the series does not allow it. */
function closed({ terms }: Problem, state: SearchState, ledger: Ledger, session: number, slot: number): number[] {
  const blocks: number[] = [];
  const slotTerms = termsOf(terms, "slot").filter((term) => term.cost(slot) === BAN);
  for (const { rule } of slotTerms) blocks.push(ledger.of(rule as HardRule));
  const slotOf = (s: number): number => {
    const column = state.chosen[s] as number;
    return column < 0 ? -1 : (state.columns.slot[column] as number);
  };
  for (const link of termsOf(terms, "link")) {
    if (!link.needsFirst && !link.allows) continue;
    const other = link.second === session ? link.first : link.first === session ? link.second : -1;
    if (other < 0) continue;
    const theirs = slotOf(other);
    const isFirst = other === link.second;
    const fits =
      theirs < 0
        ? isFirst || !link.needsFirst
        : (link.allows?.(isFirst ? slot : theirs, isFirst ? theirs : slot) ?? true);
    if (!fits) blocks.push(ledger.of(link.rule as HardRule, { about: other }));
  }
  return blocks;
}
