/**
 * Slots that use the same buckets cost a trainer the same: their rows' prices are added up once for each such
 * signature and trainer instead of once for each member. One object does so for families whose rows belong to the same
 * trainers; `sorted` sorts families by that.
 */
import type { FamilyRows, Rows } from "./rows.js";

/** Rows of which no more than this share of the multipliers is other than 0 are added up by a list of those. */
const SPARSE = 0.25;

export class SlotSignatures {
  /** size slots: signature of each slot */
  readonly of: Int32Array;
  readonly count: number;
  /** trainers who have such rows at all, and the place of each among them (−1 for none) */
  readonly trainers: Int32Array;
  readonly placeOf: Int32Array;
  /** size count × those trainers, by signature: the price */
  readonly price: Float64Array;
  private readonly families: readonly FamilyRows[];
  /** by signature: where its uses start; by use: which row of multipliers it is, and its weight */
  private readonly start: Int32Array;
  private readonly row: Int32Array;
  private readonly weight: Float64Array;
  /** the rows of multipliers, each once, by their first places */
  private readonly rowAt: Int32Array;
  /** by row: how many of its multipliers are no 0, or −1 where they are too many for a list; and these, from row × `mostListed` on */
  private readonly listed: Int32Array;
  private readonly mostListed: number;
  private readonly list: Int32Array;
  /** by signature: 1 where some of its prices are no 0 */
  private readonly priced: Uint8Array;

  /** @param families rows of the same trainers, all with one weight for every member; at least one */
  private constructor(slots: number, families: readonly [FamilyRows, ...FamilyRows[]]) {
    this.families = families;
    this.trainers = families[0].owners;
    this.placeOf = families[0].placeOf;
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
            at.push(base + (family.useBucket[u] as number) * this.trainers.length);
            weight.push(family.useWeight[u] as number);
          }
        start.push(at.length);
      }
      this.of[g] = signature;
    }
    this.count = known.size;
    this.start = Int32Array.from(start);
    this.weight = Float64Array.from(weight);
    this.price = new Float64Array(this.count * this.trainers.length);
    this.priced = new Uint8Array(this.count);
    const rows = new Map([...new Set(at)].map((first, row) => [first, row]));
    this.rowAt = Int32Array.from(rows.keys());
    this.row = Int32Array.from(at, (first) => rows.get(first) as number);
    this.listed = new Int32Array(rows.size);
    this.mostListed = Math.floor(this.trainers.length * SPARSE);
    this.list = new Int32Array(rows.size * this.mostListed);
  }

  /** Signatures for families, those together whose rows belong to the same trainers. */
  static sorted(rows: Rows, families: readonly FamilyRows[]): SlotSignatures[] {
    const alike = new Map<string, [FamilyRows, ...FamilyRows[]]>();
    for (const family of families) {
      const key = family.owners.join();
      const group = alike.get(key);
      if (group) group.push(family);
      else alike.set(key, [family]);
    }
    return [...alike.values()].map((group) => new SlotSignatures(rows.data.shape.sessionOf.length, group));
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

  /** Adds up the prices anew. Most multipliers of a season that is nearly staffed are 0: those are passed over. */
  reprice(multipliers: Float64Array): void {
    const T = this.trainers.length;
    this.listPriced(multipliers);
    for (let i = 0; i < this.count; i++) {
      const base = i * T;
      if (this.priced[i] === 1) this.price.fill(0, base, base + T);
      this.priced[i] = 0;
      for (let u = this.start[i] as number; u < (this.start[i + 1] as number); u++) {
        const row = this.row[u] as number;
        const n = this.listed[row] as number;
        if (n === 0) continue;
        this.priced[i] = 1;
        const [at, weight] = [this.rowAt[row] as number, this.weight[u] as number];
        if (n < 0)
          for (let t = 0; t < T; t++)
            this.price[base + t] = (this.price[base + t] as number) + weight * (multipliers[at + t] as number);
        else
          for (let l = row * this.mostListed, end = l + n; l < end; l++) {
            const t = this.list[l] as number;
            this.price[base + t] = (this.price[base + t] as number) + weight * (multipliers[at + t] as number);
          }
      }
    }
  }

  /** Lists whose multipliers are no 0, row by row. */
  private listPriced(multipliers: Float64Array): void {
    const T = this.trainers.length;
    for (let row = 0; row < this.rowAt.length; row++) {
      const at = this.rowAt[row] as number;
      const first = row * this.mostListed;
      let n = 0;
      for (let t = 0; t < T; t++) {
        if (multipliers[at + t] === 0) continue;
        if (n === this.mostListed) {
          n = -1;
          break;
        }
        this.list[first + n++] = t;
      }
      this.listed[row] = n;
    }
  }

  /** What a trainer pays for a slot. */
  priceOf(slot: number, trainer: number): number {
    const place = this.placeOf[trainer] as number;
    return place < 0 ? 0 : (this.price[(this.of[slot] as number) * this.trainers.length + place] as number);
  }

  /** Adds the uses of a slot by a trainer to a gradient. */
  use(gradient: Float64Array, slot: number, trainer: number): void {
    const place = this.placeOf[trainer] as number;
    if (place < 0) return;
    const i = this.of[slot] as number;
    for (let u = this.start[i] as number; u < (this.start[i + 1] as number); u++) {
      const at = (this.rowAt[this.row[u] as number] as number) + place;
      gradient[at] = (gradient[at] as number) + (this.weight[u] as number);
    }
  }
}
