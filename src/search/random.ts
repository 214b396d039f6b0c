/** A small seeded generator (xorshift128+, Vigna 2014, on 32-bit halves): the same seed, the same search. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    // splitmix spreads a small seed over the whole state
    let x = (seed ^ 0x9e3779b9) >>> 0;
    const next = (): number => {
      x = (x + 0x9e3779b9) >>> 0;
      let z = x;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return (z ^ (z >>> 16)) >>> 0;
    };
    [this.a, this.b, this.c, this.d] = [next(), next(), next(), next() | 1];
  }

  /** 0 ≤ x < 2³² */
  bits(): number {
    let t = this.d;
    const s = this.a;
    this.d = this.c;
    this.c = this.b;
    this.b = s;
    t ^= t << 11;
    t ^= t >>> 8;
    this.a = (t ^ s ^ (s >>> 19)) >>> 0;
    return this.a;
  }

  /** 0 ≤ x < 1 */
  unit(): number {
    return this.bits() / 4294967296;
  }

  /** a whole number, 0 ≤ x < n */
  below(n: number): number {
    return Math.floor(this.unit() * n);
  }

  /** Brings a list into any order, each as likely (Fisher and Yates). */
  shuffle(list: number[]): void {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [list[i], list[j]] = [list[j] as number, list[i] as number];
    }
  }
}
