/**
 * A choice among ways to go about a step that learns which pay: each is taken in proportion to what it gained for the
 * work that it took, of late, and never much more seldom than it was to begin with (adaptive weights; Ropke and Pisinger,
 * "An adaptive large neighborhood search heuristic", Transportation Science 2006). It looks at no clock, so that a seed
 * and a number of steps tell the whole course.
 */
import type { Random } from "./random.js";

export interface Way<T> {
  readonly value: T;
  /** how often it is taken to begin with, relative to others */
  readonly weight: number;
}

/** A way's share never falls below this part of what it was to begin with. */
const LEAST = 0.15;
/** What is kept of gains and work so far with each new use. */
const MEMORY = 0.998;

export class Roulette<T> {
  private readonly ways: readonly Way<T>[];
  private readonly random: Random;
  private readonly gain: Float64Array;
  private readonly work: Float64Array;
  private last = 0;

  /** @param ways at least one */
  constructor(ways: readonly Way<T>[], random: Random) {
    this.ways = ways;
    this.random = random;
    this.gain = new Float64Array(ways.length);
    this.work = new Float64Array(ways.length);
  }

  /** Takes a way, for which the next `learn` is meant. */
  pick(): T {
    const { ways } = this;
    let best = 0;
    for (let i = 0; i < ways.length; i++) best = Math.max(best, this.rate(i));
    let total = 0;
    for (let i = 0; i < ways.length; i++) total += this.share(i, best);
    let point = this.random.unit() * total;
    this.last = 0;
    for (let i = 0; i < ways.length; i++) {
      this.last = i;
      point -= this.share(i, best);
      if (point < 0) break;
    }
    return (ways[this.last] as Way<T>).value;
  }

  /**
   * Tells what the way that was taken last came to.
   * @param gain by how much the plan became cheaper, 0 or more
   * @param work in any unit that is the same for all ways
   */
  learn(gain: number, work: number): void {
    const { last } = this;
    this.gain[last] = MEMORY * (this.gain[last] as number) + gain;
    this.work[last] = MEMORY * (this.work[last] as number) + work;
  }

  private rate(i: number): number {
    return (this.work[i] as number) > 0 ? (this.gain[i] as number) / (this.work[i] as number) : 0;
  }

  private share(i: number, best: number): number {
    const { weight } = this.ways[i] as Way<T>;
    return weight * (best > 0 ? LEAST + ((1 - LEAST) * this.rate(i)) / best : 1);
  }
}
