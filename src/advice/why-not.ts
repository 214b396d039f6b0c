/** Why somebody is not in a session's team: the rules that keep her out, or what choosing her would cost, and whom. */
import { HARD_RULES, type HardRule } from "../model/types.js";
import type { Case } from "../reasons/case.js";
import { irreducible } from "../reasons/irreducible.js";
import type { SearchState } from "../score/state.js";
import { type CheapestTeam, cheapestTeam, type Wish } from "./cheapest-team.js";
import { mergeHers, type View } from "./redact.js";

/** Rules that her other sessions put in the way: giving some of those up would lift them. */
export const BUSY: ReadonlySet<HardRule> = new Set([
  "overlap",
  "travelTime",
  "restDays",
  "perDay",
  "perWeek",
  "perSeason",
]);

/**
 * `member`: she is in the team; `possible`: no rule keeps her out; `busy`: only her other sessions do; `blocked`: a rule
 * does, whatever she gave up.
 */
export type TrainerVerdict = "member" | "possible" | "busy" | "blocked";

/** A rule that keeps her out, and on which dates. */
export interface Block {
  readonly rule: HardRule;
  /** numbers of dates on offer, ascending */
  readonly slots: readonly number[];
}

export interface WhyNot {
  readonly verdict: TrainerVerdict;
  readonly blocks: readonly Block[];
  /** numbers of the dates on which no rule keeps her by herself out */
  readonly free: readonly number[];
  /** the cheapest team with her, as a change of cost from the session's being open; null where there is none */
  readonly with: CheapestTeam | null;
  /** sessions that would have to be given up first, her own before those that hang on them */
  readonly givenUp: readonly number[];
}

/** Choices of sessions to give up that are tried on one date. */
const MOST_CHOICES = 1000;

/**
 * @param state holds the plan without the session, and is left as it was
 * @param kase the session's, as the reader may see it
 */
export function whyNot(state: SearchState, kase: Case, trainer: number, view: View): WhyNot {
  const blocks = blocksOf(kase, trainer, view);
  const all = kase.dates.map((_, d) => d);
  const free = all.filter((d) => !blocks.some(({ slots }) => slots.includes(d)));
  const found = cheapestTeam(state, kase.session, { must: trainer });
  if (found !== null) return { verdict: "possible", blocks, free, with: found, givenUp: [] };
  const given = givingUp(state, kase, trainer);
  if (given !== null) return { verdict: "busy", blocks, free, ...given };
  return {
    verdict: "blocked",
    blocks: merged(blocks, teamBlocks(kase, trainer, free, view)),
    free,
    with: null,
    givenUp: [],
  };
}

/** Seats of hers on a date: the group, and the facts that keep her out of it. */
function seatsOn({ dates }: Case, d: number, trainer: number): { group: number; blocks: readonly number[] }[] {
  const date = dates[d];
  if (date === undefined) return [];
  return date.groups.flatMap(({ holders }, group) =>
    holders
      .filter((holder) => holder.trainer === trainer)
      .map((holder) => ({ group, blocks: [...date.blocks, ...holder.blocks] })),
  );
}

/** The rules that keep her by herself out, by date; a date on which some seat is open to her has none. */
function blocksOf(kase: Case, trainer: number, view: View): Block[] {
  const byRule = new Map<HardRule, Set<number>>();
  for (const d of kase.dates.keys()) {
    const seats = seatsOn(kase, d, trainer);
    if (seats.some(({ blocks }) => blocks.length === 0)) continue;
    const rules = seats.flatMap(({ blocks }) => blocks.map((fact) => kase.facts[fact]?.rule ?? "seats"));
    for (const rule of seats.length === 0 ? (["seats"] as const) : mergeHers(rules, view)) {
      const slots = byRule.get(rule) ?? new Set();
      byRule.set(rule, slots.add(d));
    }
  }
  return inOrder(byRule);
}

function inOrder(byRule: ReadonlyMap<HardRule, ReadonlySet<number>>): Block[] {
  return HARD_RULES.flatMap((rule) => {
    const slots = byRule.get(rule);
    return slots === undefined ? [] : [{ rule, slots: [...slots].sort((a, b) => a - b) }];
  });
}

/** What keeps every team with her from coming on dates that are open to her by herself. */
function teamBlocks(kase: Case, trainer: number, free: readonly number[], view: View): Block[] {
  const byRule = new Map<HardRule, Set<number>>();
  for (const d of free) {
    for (const { group, blocks } of seatsOn(kase, d, trainer)) {
      if (blocks.length > 0) continue;
      const facts = irreducible(kase, { seat: { date: d, group, trainer } }) ?? [];
      const rules = facts.map((fact) => kase.facts[fact]?.rule ?? "seats");
      for (const rule of facts.length === 0 ? (["seats"] as const) : mergeHers(rules, view)) {
        const slots = byRule.get(rule) ?? new Set();
        byRule.set(rule, slots.add(d));
      }
    }
  }
  return inOrder(byRule);
}

function merged(a: readonly Block[], b: readonly Block[]): Block[] {
  const byRule = new Map<HardRule, Set<number>>();
  for (const { rule, slots } of [...a, ...b]) byRule.set(rule, new Set([...(byRule.get(rule) ?? []), ...slots]));
  return inOrder(byRule);
}

/**
 * The fewest of her sessions to give up so that a team with her can come, and of those choices the cheapest. Whatever
 * builds on them in a series is given up with them, and nothing is staffed anew.
 */
function givingUp(state: SearchState, kase: Case, trainer: number): Pick<WhyNot, "with" | "givenUp"> | null {
  const { data } = state;
  let best: GivenUp | null = null;
  for (const [d, date] of kase.dates.entries()) {
    const seats = seatsOn(kase, d, trainer);
    const isBusy = (fact: number): boolean => BUSY.has(kase.facts[fact]?.rule ?? "seats");
    const open = seats.filter(({ blocks }) => blocks.length > 0 && blocks.every(isBusy));
    const held = [...new Set((state.diaries.slots[trainer] ?? []).map((g) => data.shape.sessionOf[g] as number))];
    if (open.length === 0) continue;
    const must = new Set(state.diaries.clashing(trainer, date.slot));
    const may = mayOf(kase, d, isBusy);
    const rest = held.filter((s) => !must.has(s)).sort((a, b) => a - b);
    for (let count = 0; count <= rest.length; count++) {
      const fewest: number = best === null ? Number.POSITIVE_INFINITY : best.givenUp.length;
      if (must.size + count > fewest || choices(rest.length, count) > MOST_CHOICES) break;
      const found = subsets(rest, count).flatMap((more) => {
        const tried = without(state, [...must, ...more], () =>
          cheapestTeam(state, kase.session, { must: trainer, may }),
        );
        return tried === null ? [] : [tried];
      });
      for (const one of found) if (best === null || isBetter(one, best)) best = one;
      if (found.length > 0) break;
    }
  }
  return best;
}

type GivenUp = { with: CheapestTeam; givenUp: readonly number[] };

function isBetter(one: GivenUp, than: GivenUp): boolean {
  const fewer = one.givenUp.length - than.givenUp.length;
  return fewer < 0 || (fewer === 0 && one.with.price < than.with.price);
}

/** Whom only bookings keep from this date, if anything: who has room is for the plan to say. */
function mayOf(kase: Case, d: number, isBusy: (fact: number) => boolean): NonNullable<Wish["may"]> {
  const date = kase.dates[d];
  const open = new Set<string>();
  for (const { role, holders } of date?.groups ?? [])
    for (const { trainer: t, blocks } of holders)
      if (blocks.length === 0 || blocks.every(isBusy)) open.add(`${t} ${role}`);
  return (slot, t, role) => slot === date?.slot && open.has(`${t} ${role}`);
}

/** What `look` answers with some sessions, and all that build on them, out of the plan; the plan is then as it was. */
function without(state: SearchState, sessions: readonly number[], look: () => CheapestTeam | null): GivenUp | null {
  const out: { session: number; column: number }[] = [];
  let cost = 0;
  let isAllowed = true;
  const giveUp = (session: number): void => {
    const column = state.chosen[session] as number;
    if (column < 0 || !isAllowed) return;
    const next = state.data.links.next[session] as number;
    if (next >= 0) giveUp(next);
    if (state.data.unstaffedCost[session] === Number.POSITIVE_INFINITY) isAllowed = false;
    if (!isAllowed) return;
    out.push({ session, column });
    cost += state.remove(session);
  };
  for (const session of sessions) giveUp(session);
  const found = isAllowed ? look() : null;
  for (const { column } of [...out].reverse()) state.place(column);
  if (found === null) return null;
  const givenUp = [...sessions, ...out.map(({ session }) => session).filter((s) => !sessions.includes(s))];
  return { with: { ...found, price: found.price + cost }, givenUp };
}

/** How many ways there are to choose `count` of so many. */
function choices(of: number, count: number): number {
  let ways = 1;
  for (let i = 0; i < count; i++) ways = (ways * (of - i)) / (i + 1);
  return ways;
}

function subsets(items: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, i) => subsets(items.slice(i + 1), count - 1).map((rest) => [item, ...rest]));
}
