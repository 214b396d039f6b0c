/** One theme by itself: the sessions that serve most people for what they cost, where every session of an item has a price. */
import { Cover, type Source } from "./cover.js";
import type { ChoiceProblem } from "./problem.js";

export interface Served {
  /** people served, less what their sessions cost */
  readonly value: number;
  readonly met: number;
}

export class ThemePart {
  readonly #beginner: Cover;
  readonly #advanced: Cover;
  /** items that serve both levels: for whom the others leave */
  readonly #both: Cover;
  /** for each number of people left, the best number of them to serve with items for both, and what that is worth */
  readonly #rest: Float64Array;
  readonly #restAt: Int32Array;

  constructor(problem: ChoiceProblem, theme: number) {
    const { beginner, advanced } = problem.demand[theme] ?? { beginner: 0, advanced: 0 };
    const sourcesOf = (isOne: (levels: readonly string[]) => boolean, people: number) =>
      problem.items.flatMap(({ item, places, themeLeast }, i): Source[] =>
        isOne(item.levels) && themeLeast[theme] !== -1
          ? [{ item: i, places, useful: Math.max(themeLeast[theme] ?? 0, Math.ceil(people / places)) }]
          : [],
      );
    const only = (level: string) => (levels: readonly string[]) => levels.length === 1 && levels[0] === level;
    this.#beginner = new Cover(beginner, sourcesOf(only("beginner"), beginner));
    this.#advanced = new Cover(advanced, sourcesOf(only("advanced"), advanced));
    const all = beginner + advanced;
    this.#both = new Cover(
      all,
      sourcesOf((levels) => levels.length > 1, all),
    );
    this.#rest = new Float64Array(all + 1);
    this.#restAt = new Int32Array(all + 1);
  }

  /** Steps of arithmetic that a solution takes, about. */
  get work(): number {
    const [b, a, c] = [this.#beginner, this.#advanced, this.#both];
    return (b.people + 1) * (a.people + 1) + b.work + a.work + c.work;
  }

  /**
   * @param held is filled with the sessions of each item that treat the theme
   * @see Cover.solve for the others
   */
  solve(prices: readonly number[], least: readonly number[], most: readonly number[], held: number[]): Served {
    const parts = [this.#beginner, this.#advanced, this.#both] as const;
    let base = 0;
    for (const part of parts) {
      part.solve(prices, least, most);
      for (const { item } of part.sources) base += (prices[item] ?? 0) * (least[item] ?? 0);
    }
    this.#bestRest();
    const [b, a] = parts;
    let value = Number.NEGATIVE_INFINITY;
    let at = { nb: 0, na: 0 };
    for (let nb = 0; nb <= b.people; nb++) {
      const first = nb - (b.cost[nb] ?? 0);
      if (first === Number.NEGATIVE_INFINITY) break;
      for (let na = 0; na <= a.people; na++) {
        const second = first + na - (a.cost[na] ?? 0);
        if (second === Number.NEGATIVE_INFINITY) break;
        const whole = second + (this.#rest[b.people - nb + a.people - na] ?? 0);
        if (whole <= value) continue;
        value = whole;
        at = { nb, na };
      }
    }
    const nc = this.#restAt[b.people - at.nb + a.people - at.na] ?? 0;
    for (let i = 0; i < held.length; i++) held[i] = 0;
    for (const part of parts) for (const { item } of part.sources) held[item] = least[item] ?? 0;
    b.addTo(held, at.nb);
    a.addTo(held, at.na);
    this.#both.addTo(held, nc);
    return { value: value - base, met: at.nb + at.na + nc };
  }

  #bestRest(): void {
    let best = 0;
    let bestAt = 0;
    for (let n = 0; n <= this.#both.people; n++) {
      const value = n - (this.#both.cost[n] ?? 0);
      if (value > best) {
        best = value;
        bestAt = n;
      }
      this.#rest[n] = best;
      this.#restAt[n] = bestAt;
    }
  }
}
