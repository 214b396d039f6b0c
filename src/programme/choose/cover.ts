/** The cheapest sessions that hold so many people, where each session has a price: a knapsack by dynamic programming. */

/** One item whose sessions can hold people of a theme. */
export interface Source {
  readonly item: number;
  /** people that one session holds */
  readonly places: number;
  /** sessions beyond which one more holds nobody else */
  readonly useful: number;
}

/** All of one kind of people (one level, or whoever is left) that want one theme. Made once, solved for many prices. */
export class Cover {
  /** for each number of people, the least price of sessions that hold so many, beyond those that must be there */
  readonly cost: Float64Array;
  /** one for each copy of a session, in turn: whether the cheapest way for so many people takes it */
  readonly #took: Uint8Array[] = [];
  readonly #copies: Source[] = [];

  constructor(
    readonly people: number,
    readonly sources: readonly Source[],
  ) {
    this.cost = new Float64Array(people + 1);
  }

  /** Steps of arithmetic that a solution takes, about. */
  get work(): number {
    return this.sources.reduce((sum, { useful }) => sum + useful, 1) * (this.people + 1);
  }

  /**
   * @param prices of one session of each item
   * @param least sessions of each item that are there whatever they cost; their price is not counted
   * @param most sessions of each item
   */
  solve(prices: readonly number[], least: readonly number[], most: readonly number[]): void {
    const { cost, people } = this;
    const there = this.sources.reduce((sum, { item, places }) => sum + places * (least[item] ?? 0), 0);
    for (let n = 0; n <= people; n++) cost[n] = n <= there ? 0 : Number.POSITIVE_INFINITY;
    this.#copies.length = 0;
    for (const source of this.sources) {
      const { item, places, useful } = source;
      const price = prices[item] ?? 0;
      const copies = Math.min(useful, most[item] ?? 0) - (least[item] ?? 0);
      for (let copy = 0; copy < copies; copy++) {
        const took = this.#tookAt(this.#copies.length);
        this.#copies.push(source);
        took.fill(0);
        for (let n = people; n > there; n--) {
          const with1 = (cost[Math.max(0, n - places)] ?? 0) + price;
          if (with1 >= (cost[n] ?? 0)) continue;
          cost[n] = with1;
          took[n] = 1;
        }
      }
    }
  }

  /** Adds the sessions of the cheapest way for `n` people to `held`, beyond those that must be there. */
  addTo(held: number[], n: number): void {
    for (let copy = this.#copies.length - 1, left = n; copy >= 0; copy--) {
      const source = this.#copies[copy];
      if (source === undefined || this.#took[copy]?.[left] !== 1) continue;
      held[source.item] = (held[source.item] ?? 0) + 1;
      left = Math.max(0, left - source.places);
    }
  }

  #tookAt(copy: number): Uint8Array {
    const known = this.#took[copy];
    if (known) return known;
    const made = new Uint8Array(this.people + 1);
    this.#took[copy] = made;
    return made;
  }
}
