/** Seeded chance (mulberry32): the same seed gives the same season on every machine. */

/** FNV-1a with an avalanche, so that seeds that follow each other start far apart. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A source of chance. Its own and not the search's, so that a better search leaves every generated season as it was.
 */
export class Chance {
  private state: number;

  /**
   * @param root what makes the season this one: its size and seed
   * @param stream what is drawn from it: streams are apart, so that one parameter changed leaves the others' draws alone
   */
  constructor(root: string, stream: string) {
    this.state = hash(`${root} ${stream}`);
  }

  /** 0 ≤ x < 1 */
  real(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  between(least: number, most: number): number {
    return least + this.real() * (most - least);
  }

  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.real() * (most - least + 1));
  }

  odds(share: number): boolean {
    return this.real() < share;
  }

  /** One of a list that is not empty. */
  pick<T>(items: readonly T[]): T {
    return items[this.int(0, items.length - 1)];
  }

  /** One of a list of value and weight that is not empty. */
  weighted<T>(items: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.real() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of items) {
      left -= weight;
      if (left < 0) return value;
    }
    return items[items.length - 1][0];
  }

  /** So many different items, or all there are, in an order of chance. */
  sample<T>(items: readonly T[], count: number): T[] {
    const left = [...items];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(this.int(0, left.length - 1), 1));
    return taken;
  }
}
