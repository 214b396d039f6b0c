/**
 * Slots that use the same buckets cost a trainer the same: their rows' prices are added up once for each such
 * signature and trainer instead of once for each member.
 */
import type { FamilyRows, Rows } from "./rows.js";

export class SlotSignatures {
  /** size slots: signature of each slot */
  readonly of: Int32Array;
  readonly count: number;
  /** size count × trainers, by signature: the price */
  readonly price: Float64Array;
  private readonly rows: Rows;
  private readonly families: readonly FamilyRows[];
  /** by signature: where its uses start; their multipliers' first place and weight */
  private readonly start: Int32Array;
  private readonly at: Int32Array;
  private readonly weight: Float64Array;

  /** @param families rows of trainers, all with one weight for every member */
  constructor(rows: Rows, families: readonly FamilyRows[]) {
    this.rows = rows;
    this.families = families;
    const slots = rows.data.shape.sessionOf.length;
    const known = new Map<string, number>();
    this.of = new Int32Array(slots);
    const [start, at, weight] = [[0], [] as number[], [] as number[]];
    for (let g = 0; g < slots; g++) {
      const key = this.keyOf(g);
      let signature = known.get(key);
      if (signature === undefined) {
        signature = known.size;
        known.set(key, signature);
        for (const { family, at: base } of families)
          for (let u = family.useStart[g] as number; u < (family.useStart[g + 1] as number); u++) {
            at.push(base + (family.useBucket[u] as number) * family.owners);
            weight.push(family.useWeight[u] as number);
          }
        start.push(at.length);
      }
      this.of[g] = signature;
    }
    this.count = known.size;
    this.start = Int32Array.from(start);
    this.at = Int32Array.from(at);
    this.weight = Float64Array.from(weight);
    this.price = new Float64Array(this.count * rows.data.shape.trainers);
  }

  private keyOf(slot: number): string {
    let key = "";
    for (const { family } of this.families) {
      for (let u = family.useStart[slot] as number; u < (family.useStart[slot + 1] as number); u++)
        key += `${family.useBucket[u]}*${family.useWeight[u]},`;
      key += ";";
    }
    return key;
  }

  /** Adds up the prices anew. */
  reprice(multipliers: Float64Array): void {
    const T = this.rows.data.shape.trainers;
    this.price.fill(0);
    for (let i = 0; i < this.count; i++) {
      const base = i * T;
      for (let u = this.start[i] as number; u < (this.start[i + 1] as number); u++) {
        const [at, weight] = [this.at[u] as number, this.weight[u] as number];
        for (let t = 0; t < T; t++)
          this.price[base + t] = (this.price[base + t] as number) + weight * (multipliers[at + t] as number);
      }
    }
  }

  /** Adds `amount` times the uses of a slot by a trainer to a gradient. */
  use(gradient: Float64Array, slot: number, trainer: number, amount: number): void {
    const i = this.of[slot] as number;
    for (let u = this.start[i] as number; u < (this.start[i + 1] as number); u++) {
      const row = (this.at[u] as number) + trainer;
      gradient[row] = (gradient[row] as number) + amount * (this.weight[u] as number);
    }
  }
}
