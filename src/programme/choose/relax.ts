/**
 * An upper bound on how many people the choices of a box can serve. That a session holds few themes, the budget and the period get
 * prices instead (Lagrangian relaxation: Fisher, "The Lagrangian relaxation method for solving integer programming problems",
 * Management Science 27, 1981, section 2); then every theme stands by itself and is solved exactly. Any prices bound; those that
 * bound best are looked for.
 */

import { descend, type Slope } from "../descent.js";
import type { Box } from "./box.js";
import { type Choice, type ChoiceProblem, sessionsIn } from "./problem.js";
import { ThemePart } from "./theme.js";

/** In people: for a theme in a session of each item, then for as many euros as the dearest fee, then for a session's room. */
export type Prices = readonly number[];

export interface Relaxed {
  /** people; no choice of the box within the budget serves more */
  readonly bound: number;
  readonly prices: Prices;
  /** for each theme, how often each item treats it, on the average of the looks: what a choice would hold that may be broken */
  readonly usage: readonly (readonly number[])[];
}

/** What is to be known of a box. */
export interface Question {
  readonly box: Box;
  /** whole euros */
  readonly budget: number;
  /** people; a bound under it is as good as any */
  readonly goal: number;
  readonly start: Prices;
  /** prices that may be tried */
  readonly looks: number;
}

/** The weight of the newest look in the average. */
const NEWEST = 0.1;
/** How far the first move goes, and how steep it is where a price would be under nothing. */
const FIRST_MOVE = 0.5;
const STEEP = 1000;

export class Relaxation {
  readonly #parts: readonly ThemePart[];
  readonly #dearest: number;
  /** what each theme holds under the prices of the last look */
  readonly #held: readonly number[][];
  /** prices tried, of all questions together */
  looks = 0;

  constructor(readonly problem: ChoiceProblem) {
    this.#parts = problem.themes.map((_, t) => new ThemePart(problem, t));
    this.#dearest = Math.max(1, ...problem.items.map(({ fee }) => fee));
    this.#held = problem.themes.map(() => problem.items.map(() => 0));
  }

  /** Steps of arithmetic that one look takes, about. */
  get work(): number {
    return this.#parts.reduce((sum, part) => sum + part.work, 0);
  }

  get free(): Prices {
    return [...this.problem.items.map(() => 0), 0, 0];
  }

  /** @param seen is told every choice that comes up and is within budget and period */
  bound(question: Question, seen: (choice: Choice, met: number) => void): Relaxed {
    let best = { bound: Number.POSITIVE_INFINITY, prices: question.start };
    const usage = this.problem.themes.map(() => this.problem.items.map(() => 0));
    let weight = 1;
    const at = (point: readonly number[]): Slope => {
      const prices = point.map((price) => Math.max(0, price));
      const { value, gradient, met } = this.#look(prices, question);
      for (const [t, mean] of usage.entries())
        for (const [i, n] of (this.#held[t] ?? []).entries()) mean[i] = (mean[i] ?? 0) * (1 - weight) + n * weight;
      weight = NEWEST;
      this.#tell(met, question.budget, seen);
      if (value < best.bound) best = { bound: value, prices };
      const under = point.reduce((sum, price) => sum + Math.max(0, -price), 0);
      return {
        value: value + STEEP * under,
        gradient: gradient.map((slope, i) => ((point[i] ?? 0) < 0 ? -STEEP : slope)),
      };
    };
    descend(at, question.start, FIRST_MOVE, question.looks, () => best.bound < question.goal);
    return { ...best, usage };
  }

  /** The bound under some prices, how it changes with them, and how many the themes serve by themselves. */
  #look(prices: Prices, { box, budget }: Question): Slope & { readonly met: number } {
    this.looks++;
    const { items, room } = this.problem;
    const [fee = 0, perRoom = 0] = prices.slice(items.length);
    let value = (fee * budget) / this.#dearest + perRoom * room;
    let met = 0;
    for (const [t, part] of this.#parts.entries()) {
      const served = part.solve(prices, box.themeLeast[t] ?? [], box.themeMost[t] ?? [], this.#held[t] ?? []);
      value += served.value;
      met += served.met;
    }
    let [toFee, toRoom] = [budget / this.#dearest, room];
    const toSlots = items.map((one, i) => {
      const cost = (fee * one.fee) / this.#dearest + (one.takesRoom ? perRoom : 0);
      const gain = one.item.themesMost * (prices[i] ?? 0) - cost;
      const times = (gain > 0 ? box.most[i] : box.least[i]) ?? 0;
      value += gain * times;
      toFee -= (one.fee * times) / this.#dearest;
      toRoom -= one.takesRoom ? times : 0;
      return one.item.themesMost * times - this.#held.reduce((sum, row) => sum + (row[i] ?? 0), 0);
    });
    return { value, gradient: [...toSlots, toFee, toRoom], met };
  }

  /** What the themes took by themselves, each item held as seldom as that can be, if it is within budget and period. */
  #tell(met: number, budget: number, seen: (choice: Choice, met: number) => void): void {
    const { items, room } = this.problem;
    let [fees, taken] = [0, 0];
    const times = items.map(({ item, least, fee, takesRoom }, i) => {
      const n = Math.max(
        least,
        sessionsIn(
          item,
          this.#held.map((row) => row[i] ?? 0),
        ),
      );
      fees += fee * n;
      taken += takesRoom ? n : 0;
      return n;
    });
    if (fees > budget || taken > room || times.some((n, i) => n > (items[i]?.most ?? 0))) return;
    seen({ times, themed: items.map((_, i) => this.#held.map((row) => row[i] ?? 0)) }, met);
  }
}
