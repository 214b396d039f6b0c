/**
 * The best choice by enumeration: every way to hold the items within budget and period, cut off where even its most favourable
 * themes could not beat what is there; for each, the best themes by dynamic programming over what is left of each item. Exact
 * where it ends by itself.
 */
import { LEVELS, type Level } from "../scan/needs.js";
import { type Choice, type ChoiceProblem, metOf, worthOf } from "./problem.js";

/** What floating point may be off by where people are divided by euros; it only ever keeps a branch that could go. */
const ROUNDING = 1e-9;

export interface Enumerated {
  readonly choice: Choice | null;
  /** whether nothing was left untried */
  readonly isExhausted: boolean;
}

/**
 * @param start a sound choice to beat, or null
 * @param most states that may be looked at
 */
export function enumerateChoices(problem: ChoiceProblem, start: Choice | null, most: number): Enumerated {
  const search = new Search(problem, start, most);
  search.hold(0, [], 0, 0);
  return { choice: search.best, isExhausted: !search.isOver };
}

class Search {
  best: Choice | null;
  #worth: number;
  #states = 0;
  readonly #wanted: number;
  readonly #euro: number;
  /** for each item, how many people so many sessions could serve at most; and from each item on, the most that a euro could */
  readonly #serves: readonly (readonly number[])[];
  readonly #perEuro: readonly number[];
  readonly #free: readonly number[];
  /** from each theme on, how many people want something */
  readonly #wantedFrom: readonly number[];

  constructor(
    readonly problem: ChoiceProblem,
    start: Choice | null,
    readonly most: number,
  ) {
    const { items, demand, budget } = problem;
    this.best = start;
    this.#worth = start === null ? Number.NEGATIVE_INFINITY : worthOf(problem, start);
    this.#euro = budget + 1;
    const wantedAt = (t: number, levels: readonly Level[]) =>
      levels.reduce((sum, level) => sum + (demand[t]?.[level] ?? 0), 0);
    // Nobody's wish counts that no item could serve.
    this.#wanted = problem.themes.reduce((sum, _, t) => {
      const able = items.filter(({ themeLeast, most }) => themeLeast[t] !== -1 && most > 0);
      const levels = LEVELS.filter((level) => able.some(({ item }) => item.levels.includes(level)));
      return sum + wantedAt(t, levels);
    }, 0);
    // Of n sessions: the fullest n × themesMost of the pieces that each theme has, a piece being one session's places for it.
    this.#serves = items.map(({ item, places, most, themeLeast }) =>
      Array.from({ length: most + 1 }, (_, n) =>
        problem.themes
          .flatMap((_, t) => {
            const wanted = themeLeast[t] === -1 ? 0 : wantedAt(t, item.levels);
            return Array.from({ length: n }, (_, k) => Math.max(0, Math.min(places, wanted - k * places)));
          })
          .sort((x, y) => y - x)
          .slice(0, item.themesMost * n)
          .reduce((sum, people) => sum + people, 0),
      ),
    );
    this.#wantedFrom = demand.map((_, t) =>
      demand.slice(t).reduce((sum, { beginner, advanced }) => sum + beginner + advanced, 0),
    );
    const one = (i: number) => this.#serves[i]?.[1] ?? 0;
    const from = <T>(of: (i: number) => T) => items.map((_, i) => items.slice(i).map((_, j) => of(i + j)));
    this.#perEuro = from((i) => (items[i]?.fee === 0 ? 0 : one(i) / (items[i]?.fee ?? 1))).map((rates) =>
      Math.max(0, ...rates),
    );
    this.#free = from((i) => (items[i]?.fee === 0 ? one(i) * (items[i]?.most ?? 0) : 0)).map((list) =>
      list.reduce((sum, people) => sum + people, 0),
    );
  }

  get isOver(): boolean {
    return this.#states > this.most;
  }

  /** Decides how often item `i` and those after it are held. */
  hold(i: number, times: readonly number[], fee: number, served: number): void {
    this.#states++;
    if (this.isOver) return;
    const { items, budget, room } = this.problem;
    // The most that can be met from here, and the least that it costs to meet so much.
    const rate = this.#perEuro[i] ?? 0;
    const already = served + (this.#free[i] ?? 0);
    const met = Math.floor(Math.min(this.#wanted, already + (budget - fee) * rate) + ROUNDING);
    const more = met > already && rate > 0 ? Math.ceil((met - already) / rate - ROUNDING) : 0;
    if (met * this.#euro - fee - more <= this.#worth) return;
    const next = items[i];
    if (next === undefined) {
      this.#choose(times, fee);
      return;
    }
    const taken = items.reduce((sum, { takesRoom }, j) => sum + (takesRoom ? (times[j] ?? 0) : 0), 0);
    const byFee = next.fee === 0 ? next.most : Math.floor((budget - fee) / next.fee);
    const most = Math.min(next.most, byFee, next.takesRoom ? room - taken : next.most);
    for (let n = most; n >= next.least; n--)
      this.hold(i + 1, [...times, n], fee + n * next.fee, served + (this.#serves[i]?.[n] ?? 0));
  }

  /** The best themes for items that are held so often. */
  #choose(times: readonly number[], fee: number): void {
    const { items, themes } = this.problem;
    const memo = new Map<string, { met: number; row: readonly number[] }>();
    const from = (t: number, left: readonly number[]): number => {
      if (t === themes.length) return 0;
      const key = `${t}:${left}`;
      const known = memo.get(key);
      if (known) return known.met;
      this.#states++;
      if (this.isOver) return 0;
      let best = { met: Number.NEGATIVE_INFINITY, row: [] as readonly number[] };
      for (const row of this.#rows(t, times, left)) {
        const { beginner, advanced } = metOf(this.problem, t, row);
        if (beginner + advanced + (this.#wantedFrom[t + 1] ?? 0) <= best.met) continue;
        const met =
          beginner +
          advanced +
          from(
            t + 1,
            left.map((n, i) => n - (row[i] ?? 0)),
          );
        if (met > best.met) best = { met, row };
      }
      memo.set(key, best);
      return best.met;
    };
    const slots = items.map(({ item }, i) => item.themesMost * (times[i] ?? 0));
    const worth = from(0, slots) * this.#euro - fee;
    if (this.isOver || worth <= this.#worth) return;
    const themed = items.map(() => themes.map(() => 0));
    let left: readonly number[] = slots;
    for (const [t] of themes.entries()) {
      const row = memo.get(`${t}:${left}`)?.row ?? [];
      for (const [i, n] of row.entries()) (themed[i] ?? [])[t] = n;
      left = left.map((n, i) => n - (row[i] ?? 0));
    }
    this.#worth = worth;
    this.best = { times, themed };
  }

  /** Every way to treat a theme in some of the sessions that still have room for one; more than serve anybody is of no use. */
  #rows(t: number, times: readonly number[], left: readonly number[]): readonly number[][] {
    const { items, demand } = this.problem;
    return items.reduce<number[][]>(
      (rows, { item, places, themeLeast }, i) => {
        const least = themeLeast[t] ?? -1;
        const wanted = item.levels.reduce((sum, level) => sum + (demand[t]?.[level] ?? 0), 0);
        const most = least < 0 ? 0 : Math.min(times[i] ?? 0, left[i] ?? 0, Math.max(least, Math.ceil(wanted / places)));
        const numbers = Array.from(
          { length: Math.max(0, most - Math.max(0, least) + 1) },
          (_, n) => n + Math.max(0, least),
        );
        return rows.flatMap((row) => numbers.map((n) => [...row, n]));
      },
      [[]],
    );
  }
}
