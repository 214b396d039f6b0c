/**
 * The multipliers and the rows that they price. Every multiplier has a place in one long vector, so that steps treat
 * them alike: rows of families (bucket by bucket, so that one bucket's owners lie together), then loads of trainers,
 * then familiar faces of series.
 */
import type { Family, Load, ProblemData } from "../problem/data.js";
import { candidateOf } from "../problem/lookup.js";

/** Where a family's multipliers lie: `at + bucket × owners + place of the owner`. */
export interface FamilyRows {
  readonly family: Family;
  readonly at: number;
  /** owners who have any row in it */
  readonly owners: Int32Array;
  /** size of all owners: the place of each among those, −1 for none */
  readonly placeOf: Int32Array;
}

/** Where a convex load's multipliers lie: `at + trainer`. */
export interface LoadRows {
  readonly load: Load;
  readonly at: number;
  /** size trainers: a load that she can never pass */
  readonly most: Float64Array;
}

export class Rows {
  readonly data: ProblemData;
  readonly families: readonly FamilyRows[];
  readonly bands: readonly LoadRows[];
  /** step prices of trainers, by trainer: what it costs to have any session */
  readonly stepPrice: Float64Array;
  /** size candidates: multiplier of her familiarity with the session before, −1 where she can never have sat there */
  readonly familiarNow: Int32Array;
  /** size candidates: multiplier of her familiarity in the session after, −1 where she can never sit there */
  readonly familiarNext: Int32Array;
  /** multiplier of what is left open (open-sum.ts) */
  readonly openSum: number;
  /** the vector's length */
  readonly length: number;
  /** size length: caps of rows (Infinity where there is none); for loads and links it is 0 */
  readonly cap: Float64Array;
  /** size length: least and greatest value of each multiplier */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** size length: length of a step relative to others: one over what a member weighs in the row */
  readonly scale: Float64Array;
  /** size length: the trainer whose row it is, −1 for a programme's, a link's, or one of a spread family (spread.ts) */
  readonly trainerOf: Int32Array;
  /** multipliers that can ever matter */
  readonly active: Int32Array;

  constructor(data: ProblemData) {
    this.data = data;
    const { shape } = data;
    let at = 0;
    const families: FamilyRows[] = [];
    for (const family of [...data.capacities, ...data.cliques]) {
      const owners = ownersOf(family);
      const placeOf = new Int32Array(family.owners).fill(-1);
      owners.forEach((owner, place) => {
        placeOf[owner] = place;
      });
      families.push({ family, at, owners, placeOf });
      at += owners.length * family.buckets;
    }
    const bands: LoadRows[] = [];
    this.stepPrice = new Float64Array(shape.trainers);
    for (const load of data.loads) {
      if (load.form === "step") {
        for (let t = 0; t < shape.trainers; t++) this.stepPrice[t] = (this.stepPrice[t] as number) + load.price;
        continue;
      }
      bands.push({ load, at, most: mostLoad(data, load) });
      at += shape.trainers;
    }
    this.families = families;
    this.bands = bands;
    const firstLink = at;
    const links = familiarity(data, at);
    this.familiarNow = links.now;
    this.familiarNext = links.next;
    this.openSum = at + links.prices.length;
    this.length = this.openSum + 1;
    this.cap = new Float64Array(this.length);
    this.lower = new Float64Array(this.length);
    this.upper = new Float64Array(this.length).fill(Number.POSITIVE_INFINITY);
    this.scale = new Float64Array(this.length).fill(1);
    this.trainerOf = new Int32Array(this.length).fill(-1);
    const matters: number[] = [];
    for (const family of families) this.layFamily(family, matters);
    for (const { at: base } of bands)
      for (let t = 0; t < shape.trainers; t++) {
        this.lower[base + t] = Number.NEGATIVE_INFINITY;
        this.trainerOf[base + t] = t;
        matters.push(base + t);
      }
    links.prices.forEach((price, i) => {
      this.upper[firstLink + i] = price;
      matters.push(firstLink + i);
    });
    // It may move within a branch only.
    this.upper[this.openSum] = 0;
    matters.push(this.openSum);
    this.active = Int32Array.from(matters);
  }

  private layFamily(rows: FamilyRows, matters: number[]): void {
    const { family, at, owners } = rows;
    const most = mostUse(this.data, rows);
    this.scale.fill(1 / usualWeight(family), at, at + owners.length * family.buckets);
    for (let b = 0; b < family.buckets; b++)
      owners.forEach((owner, place) => {
        const row = b * owners.length + place;
        const cap = family.caps[owner * family.buckets + b] as number;
        this.cap[at + row] = cap;
        if (family.owner === "trainer" && !family.dayOf) this.trainerOf[at + row] = owner;
        const can = (most[row] as number) > 0;
        const binds = (most[row] as number) > cap;
        // A row that can never be over its cap may still close a trainer down who has a step price, or a day of hers.
        const closes = family.dayOf || (family.owner === "trainer" && (this.stepPrice[owner] as number) > 0);
        if (cap !== Number.POSITIVE_INFINITY && (binds || (can && closes))) matters.push(at + row);
      });
  }
}

/** Owners with any row in a family. */
function ownersOf({ owners, buckets, caps }: Family): Int32Array {
  const having = (o: number): boolean => {
    for (let b = 0; b < buckets; b++) if ((caps[o * buckets + b] as number) < Number.POSITIVE_INFINITY) return true;
    return false;
  };
  return Int32Array.from({ length: owners }, (_, o) => o).filter(having);
}

/** By bucket × place: the most that all candidates could use of a row together, one slot for each session. */
function mostUse(data: ProblemData, { family, owners, placeOf }: FamilyRows): Float64Array {
  const { shape } = data;
  const n = owners.length;
  const most = new Float64Array(n * family.buckets);
  const seen = new Int32Array(most.length).fill(-1);
  const here = new Float64Array(most.length);
  for (let s = 0; s < shape.sessions; s++) {
    const programme = shape.programmeOf[s] as number;
    if (family.owner === "programme" && programme < 0) continue;
    const groups = (data.groupStart[s + 1] as number) - (data.groupStart[s] as number);
    for (let g = shape.slotStart[s] as number; g < (shape.slotStart[s + 1] as number); g++)
      for (let k = 0; k < groups; k++) {
        const q = (data.groupStart[s] as number) + k;
        if (family.role >= 0 && family.role !== data.groupRole[q]) continue;
        const list = (data.entryList[g] as number) + k;
        for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
          const t = data.candidateTrainer[data.entryCandidate[e] as number] as number;
          const place = placeOf[family.owner === "trainer" ? t : programme] as number;
          if (place < 0) continue;
          const factor = memberFactor(data, family, g, t);
          for (let u = family.useStart[g] as number; u < (family.useStart[g + 1] as number); u++) {
            const row = (family.useBucket[u] as number) * n + place;
            const weight = (family.useWeight[u] as number) * factor;
            // A trainer takes one slot of a session at most: the heaviest counts. A programme pays every member.
            const already = family.owner === "trainer" && seen[row] === s ? (here[row] as number) : 0;
            seen[row] = s;
            if (weight <= already) continue;
            here[row] = weight;
            most[row] = (most[row] as number) + weight - already;
          }
        }
      }
  }
  return most;
}

/** What a member weighs in a family's rows on average. */
function usualWeight(family: Family): number {
  const mean = (list: Float64Array): number => list.reduce((sum, x) => sum + x, 0) / Math.max(1, list.length);
  return Math.max(1, mean(family.useWeight) * (family.memberWeights ? mean(family.memberWeights) : 1));
}

/** What a member weighs in a family's rows, per unit of the slot's own weights. */
export function memberFactor(data: ProblemData, family: Family, slot: number, trainer: number): number {
  return family.weightGroup && family.memberWeights
    ? (family.memberWeights[(family.weightGroup[slot] as number) * data.shape.trainers + trainer] as number)
    : 1;
}

/** By trainer: the sum of the weights of all sessions in which she is a candidate. */
function mostLoad(data: ProblemData, load: Load): Float64Array {
  const most = new Float64Array(data.shape.trainers);
  const seen = new Int32Array(data.shape.trainers).fill(-1);
  for (let s = 0; s < data.shape.sessions; s++)
    for (let q = data.groupStart[s] as number; q < (data.groupStart[s + 1] as number); q++)
      for (let c = data.candidateStart[q] as number; c < (data.candidateStart[q + 1] as number); c++) {
        const t = data.candidateTrainer[c] as number;
        if (seen[t] === s) continue;
        seen[t] = s;
        most[t] = (most[t] as number) + (load.weight[s] as number);
      }
  return most;
}

/** A multiplier for each trainer who can sit in two consecutive sessions of a series, priced 0 … newcomer. */
function familiarity(data: ProblemData, at: number): { now: Int32Array; next: Int32Array; prices: number[] } {
  const now = new Int32Array(data.candidateTrainer.length).fill(-1);
  const next = new Int32Array(data.candidateTrainer.length).fill(-1);
  const prices: number[] = [];
  const { links, shape } = data;
  for (let s = 0; s < shape.sessions; s++) {
    const before = links.previous[s] as number;
    const price = links.newcomer[s] as number;
    if (before < 0 || price === 0) continue;
    const known = new Map<number, number>();
    for (let q = data.groupStart[s] as number; q < (data.groupStart[s + 1] as number); q++) {
      if (!((links.newcomerRoles >> (data.groupRole[q] as number)) & 1)) continue;
      for (let c = data.candidateStart[q] as number; c < (data.candidateStart[q + 1] as number); c++) {
        const t = data.candidateTrainer[c] as number;
        for (let p = data.groupStart[before] as number; p < (data.groupStart[before + 1] as number); p++) {
          const seat = candidateOf(data, p, t);
          if (seat < 0) continue;
          let variable = known.get(t);
          if (variable === undefined) {
            variable = at + prices.length;
            known.set(t, variable);
            prices.push(price);
          }
          now[c] = variable;
          next[seat] = variable;
        }
      }
    }
  }
  return { now, next, prices };
}
