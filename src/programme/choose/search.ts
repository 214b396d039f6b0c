/**
 * The best choice by branch and bound: first one that meets most needs, then the cheapest that meets as many. A box is let go of
 * where its bound says that nothing in it would be better; else it is cut in two where the relaxed choice wavers between whole numbers.
 */
import { type Box, tightened, wholeBox } from "./box.js";
import { halvesOf } from "./halves.js";
import { type Choice, type ChoiceProblem, totalFee, totalMet } from "./problem.js";
import { type Prices, Relaxation } from "./relax.js";

/** What floating point may be off by in a bound; it only ever keeps a box that could go. */
const ROUNDING = 1e-6;
/** Prices tried for all choices together, and for each box after that. */
const FIRST_LOOKS = 300;
const LOOKS = 40;

export interface Searched {
  readonly choice: Choice | null;
  /** whether nothing was left untried: no choice meets more, nor as much for less */
  readonly isExhausted: boolean;
  /** people; no choice meets the wishes of more */
  readonly atMost: number;
}

/**
 * @param start a sound choice to beat, or null
 * @param most steps of arithmetic that may be done, about; the same number gives the same choice on any machine
 */
export function searchChoices(problem: ChoiceProblem, start: Choice | null, most: number): Searched {
  const search = new Search(problem, start, most);
  const first = search.more();
  const atMost = search.isOver ? first : search.met;
  if (search.best !== null && !search.isOver) search.cheaper();
  return { choice: search.best, isExhausted: !search.isOver, atMost };
}

class Search {
  best: Choice | null;
  /** people that the best choice serves; -1 where there is none */
  met: number;
  isOver = false;
  /** people that a better choice serves at least, and euros that it costs at most */
  #target: number;
  #budget: number;
  /** raises the target, or lowers the budget, to what would be better than this */
  #raise: (choice: Choice) => void = () => {};
  readonly #relaxation: Relaxation;
  readonly #looks: number;

  constructor(
    readonly problem: ChoiceProblem,
    start: Choice | null,
    most: number,
  ) {
    this.best = start;
    this.met = start === null ? -1 : totalMet(problem, start);
    this.#target = this.met + 1;
    this.#budget = problem.budget;
    this.#relaxation = new Relaxation(problem);
    this.#looks = most / this.#relaxation.work;
  }

  /** Looks for a choice that meets more. @returns people; none meets more, whether or not it could look everywhere */
  more(): number {
    this.#raise = () => {
      this.#target = this.met + 1;
    };
    return this.#lookAtAll();
  }

  /** Looks for one that meets as much for less. */
  cheaper(): void {
    this.#target = this.met;
    this.#raise = (choice) => {
      this.#budget = totalFee(this.problem, choice.times) - 1;
    };
    if (this.best !== null) this.#raise(this.best);
    this.#lookAtAll();
  }

  #lookAtAll(): number {
    const bound = this.#look(wholeBox(this.problem), this.#relaxation.free, FIRST_LOOKS);
    return Math.max(this.met, Math.floor(bound + ROUNDING));
  }

  /** @returns the bound of the box by itself, before it is cut */
  #look(whole: Box, start: Prices, looks: number): number {
    const box = tightened(this.problem, whole, this.#budget);
    if (box === null) return Number.NEGATIVE_INFINITY;
    const question = { box, budget: this.#budget, goal: this.#target - ROUNDING, start, looks };
    const { bound, prices, usage } = this.#relaxation.bound(question, (choice, met) => this.#consider(choice, met));
    this.isOver ||= this.#relaxation.looks > this.#looks;
    // The target may have been raised by what came up.
    for (const half of halvesOf(this.problem, box, usage))
      if (bound >= this.#target - ROUNDING && !this.isOver) this.#look(half, prices, LOOKS);
    return bound;
  }

  #consider(choice: Choice, met: number): void {
    if (met < this.#target || totalFee(this.problem, choice.times) > this.#budget) return;
    this.best = choice;
    this.met = met;
    this.#raise(choice);
  }
}
