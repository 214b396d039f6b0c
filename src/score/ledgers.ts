/** What trainers and programmes have used up: one ledger for each kind of coupling, changed member by member. */
import type { Family, Load, ProblemData } from "../problem/data.js";
import { loadCostAt } from "../problem/families.js";
import { type ConflictTerm, slotsClash } from "../terms/conflict.js";

/** Rows `≤ cap` of one family. */
export class CapacityLedger {
  readonly family: Family;
  /** size owners × buckets: what is used of each row */
  readonly used: Float64Array;
  private readonly trainers: number;

  constructor(family: Family, trainers: number) {
    this.family = family;
    this.trainers = trainers;
    this.used = new Float64Array(family.owners * family.buckets);
  }

  /** What a member weighs in this slot, per unit of the slot's own weights. */
  factor(slot: number, trainer: number): number {
    const { weightGroup, memberWeights } = this.family;
    return weightGroup && memberWeights
      ? (memberWeights[(weightGroup[slot] as number) * this.trainers + trainer] as number)
      : 1;
  }

  /** Whether a slot uses any of these rows at all. */
  uses(slot: number): boolean {
    return (this.family.useStart[slot] as number) < (this.family.useStart[slot + 1] as number);
  }

  /** Whether rows of an owner have room for `factor` times the slot's weights. */
  fits(owner: number, slot: number, factor: number): boolean {
    const f = this.family;
    const base = owner * f.buckets;
    for (let u = f.useStart[slot] as number, end = f.useStart[slot + 1] as number; u < end; u++) {
      const row = base + (f.useBucket[u] as number);
      if ((this.used[row] as number) + (f.useWeight[u] as number) * factor > (f.caps[row] as number)) return false;
    }
    return true;
  }

  /** Adds (factor > 0) or takes off (factor < 0). */
  add(owner: number, slot: number, factor: number): void {
    const f = this.family;
    const base = owner * f.buckets;
    for (let u = f.useStart[slot] as number, end = f.useStart[slot + 1] as number; u < end; u++) {
      const row = base + (f.useBucket[u] as number);
      this.used[row] = (this.used[row] as number) + (f.useWeight[u] as number) * factor;
    }
  }
}

/** Pairs of slots, times kinds of trainers, up to which clashes are kept once they are worked out: a byte each. */
const MOST_KNOWN = 40_000_000;

/** Each trainer's diary: the slots that she holds, and whether another would clash. */
export class Diaries {
  /** by trainer: the slots that she holds, in no order */
  readonly slots: number[][];
  private readonly data: ProblemData;
  private readonly conflicts: readonly ConflictTerm[];
  private readonly dayCount: number;
  /** size parts: position of its start day among all start days, ascending */
  private readonly dayOfPart: Int32Array;
  private readonly days: Int32Array;
  /** size trainers × days: parts that she holds on that day */
  private readonly busy: Uint16Array;
  /** size trainers: those of one number clash alike */
  readonly kindOf: Int32Array;
  /** by that number, slot × slot: 0 not worked out yet, 1 no clash, 2 a clash; empty where slots are too many */
  private readonly known: readonly Uint8Array[];
  /** size trainers: how many days apart two of her parts can still clash */
  private readonly reach: Int32Array;

  constructor(data: ProblemData, conflicts: readonly ConflictTerm[], restDays: (trainer: number) => number) {
    const { shape } = data;
    this.data = data;
    this.conflicts = conflicts;
    this.slots = Array.from({ length: shape.trainers }, () => []);
    this.days = Int32Array.from(new Set(shape.startDay)).sort();
    this.dayCount = this.days.length;
    const position = new Map(Array.from(this.days, (day, i) => [day, i]));
    this.dayOfPart = Int32Array.from(shape.startDay, (day) => position.get(day) ?? 0);
    this.busy = new Uint16Array(shape.trainers * this.dayCount);
    const kinds = new Map<string, number>();
    this.kindOf = Int32Array.from({ length: shape.trainers }, (_, t) => {
      const key = conflicts.map((term) => term.alike(t)).join();
      if (!kinds.has(key)) kinds.set(key, kinds.size);
      return kinds.get(key) as number;
    });
    const slots = shape.sessionOf.length;
    const room = slots * slots * kinds.size <= MOST_KNOWN ? slots * slots : 0;
    this.known = Array.from({ length: kinds.size }, () => new Uint8Array(room));
    let [back, ahead] = [0, 0];
    for (let p = 0; p < shape.startDay.length; p++) {
      const start = (shape.startDay[p] as number) * 1440;
      back = Math.max(back, Math.ceil((start - (shape.busyFrom[p] as number)) / 1440));
      ahead = Math.max(ahead, Math.ceil(((shape.busyTo[p] as number) - start) / 1440) - 1);
    }
    this.reach = Int32Array.from({ length: shape.trainers }, (_, t) => Math.max(restDays(t), back + ahead));
  }

  /** Whether a trainer can hold this slot beside what she holds. */
  fits(trainer: number, slot: number): boolean {
    const { shape } = this.data;
    const base = trainer * this.dayCount;
    const reach = this.reach[trainer] as number;
    let near = false;
    for (let p = shape.partStart[slot] as number, end = shape.partStart[slot + 1] as number; p < end && !near; p++) {
      const at = this.dayOfPart[p] as number;
      const day = shape.startDay[p] as number;
      near = this.busy[base + at] !== 0;
      for (let d = at - 1; d >= 0 && !near && day - (this.days[d] as number) <= reach; d--)
        near = this.busy[base + d] !== 0;
      for (let d = at + 1; d < this.dayCount && !near && (this.days[d] as number) - day <= reach; d++)
        near = this.busy[base + d] !== 0;
    }
    return !near || !this.clashes(trainer, slot);
  }

  private clashes(trainer: number, slot: number): boolean {
    const held = this.slots[trainer] as number[];
    for (let i = 0; i < held.length; i++) if (this.clash(trainer, slot, held[i] as number)) return true;
    return false;
  }

  /** The sessions in her diary that clash with this slot. */
  clashing(trainer: number, slot: number): number[] {
    const { sessionOf } = this.data.shape;
    const found: number[] = [];
    for (const held of this.slots[trainer] as number[])
      if (this.clash(trainer, slot, held)) found.push(sessionOf[held] as number);
    return found;
  }

  /** Whether a trainer cannot hold both slots. */
  clash(trainer: number, g: number, h: number): boolean {
    const known = this.known[this.kindOf[trainer] as number] as Uint8Array;
    const at = g * this.data.shape.sessionOf.length + h;
    if (known.length === 0) return this.work(trainer, g, h);
    if (known[at] === 0) known[at] = this.work(trainer, g, h) ? 2 : 1;
    return known[at] === 2;
  }

  private work(trainer: number, g: number, h: number): boolean {
    for (const term of this.conflicts) if (slotsClash(term, this.data.shape, trainer, g, h)) return true;
    return false;
  }

  add(trainer: number, slot: number): void {
    this.slots[trainer]?.push(slot);
    this.count(trainer, slot, 1);
  }

  remove(trainer: number, slot: number): void {
    const held = this.slots[trainer] as number[];
    const at = held.indexOf(slot);
    held[at] = held[held.length - 1] as number;
    held.pop();
    this.count(trainer, slot, -1);
  }

  private count(trainer: number, slot: number, by: number): void {
    const { shape } = this.data;
    for (let p = shape.partStart[slot] as number, end = shape.partStart[slot + 1] as number; p < end; p++) {
      const at = trainer * this.dayCount + (this.dayOfPart[p] as number);
      this.busy[at] = (this.busy[at] as number) + by;
    }
  }
}

/** Loads of one kind and what they cost. */
export class LoadLedger {
  readonly load: Load;
  /** size trainers */
  readonly held: Float64Array;

  constructor(load: Load, trainers: number) {
    this.load = load;
    this.held = new Float64Array(trainers);
  }

  /** Cost of a load. */
  costAt(trainer: number, held: number): number {
    return loadCostAt(this.load, trainer, held);
  }

  /** What the cost changes by if her load changes by `by`. */
  delta(trainer: number, by: number): number {
    const held = this.held[trainer] as number;
    return this.costAt(trainer, held + by) - this.costAt(trainer, held);
  }

  add(trainer: number, by: number): void {
    this.held[trainer] = (this.held[trainer] as number) + by;
  }
}
