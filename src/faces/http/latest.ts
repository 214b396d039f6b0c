/** What was worked out for the questions asked last, for the next ones like them. */

export class Latest<T> {
  private readonly kept = new Map<string, T>();

  /** @param most how many are kept */
  constructor(private readonly most: number) {}

  /** What is kept under a key, or is made now and kept. */
  of(key: string, make: () => T): T {
    const found = this.get(key) ?? make();
    this.keep(key, found);
    return found;
  }

  get(key: string): T | undefined {
    return this.kept.get(key);
  }

  keep(key: string, value: T): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    for (const [oldest] of this.kept) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
  }
}
