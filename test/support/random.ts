/** Seeded random choices (mulberry32), so that a failing seed can be named and run again. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0;
  }

  /** Uniform in [0, 1). */
  real(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let x = this.#state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.real() * (most - least + 1));
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.real() < probability;
  }

  /** One of the items; throws when there is none. */
  pick<T>(items: readonly T[]): T {
    const index = this.int(0, items.length - 1);
    if (items.length === 0) throw new Error("pick: there is nothing to pick from");
    return items[index] as T;
  }

  /** The items that a coin of this probability keeps, in their order. */
  some<T>(items: readonly T[], probability: number): T[] {
    return items.filter(() => this.chance(probability));
  }

  /** Up to `most` different items in random order. */
  sample<T>(items: readonly T[], most: number): T[] {
    const left = [...items];
    const taken: T[] = [];
    while (taken.length < most && left.length > 0) taken.push(...left.splice(this.int(0, left.length - 1), 1));
    return taken;
  }
}
