/** Seat groups while they are being filled: who may sit in one, what it costs her, what she brings to each need. */
import type { CoverTerm } from "../terms/cover.js";
import { BAN } from "../terms/indices.js";
import type { MemberCost } from "../terms/member.js";
import { costOf } from "./slot-members.js";

/** One role's seat group: candidates with their cost and their grade for each need, row by row. Used again for each session. */
export class Draft {
  seats = 0;
  count = 0;
  readonly trainers: Int32Array;
  readonly costs: Float64Array;
  grades = new Uint8Array(0);

  /** @param pool those who may hold the role at all, ascending */
  constructor(
    readonly role: number,
    private readonly pool: Int32Array,
  ) {
    this.trainers = new Int32Array(pool.length);
    this.costs = new Float64Array(pool.length);
  }

  /** Everybody who may sit in a seat of the role in one session, whichever the slot. */
  fill(seats: number, costs: readonly MemberCost[], needs: readonly CoverTerm[]): void {
    const { role, pool } = this;
    this.seats = seats;
    if (this.grades.length < pool.length * needs.length) this.grades = new Uint8Array(pool.length * needs.length);
    let count = 0;
    for (const t of pool) {
      const cost = costOf(costs, t, role);
      if (cost === BAN) continue;
      this.trainers[count] = t;
      this.costs[count] = cost;
      for (let k = 0; k < needs.length; k++)
        this.grades[count * needs.length + k] = (needs[k] as CoverTerm).grade(t, role);
      count++;
    }
    this.count = count;
  }

  /** Keeps the candidates that `wanted` (by position) says. */
  keep(needs: number, wanted: (i: number) => boolean): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if (!wanted(i)) continue;
      if (kept < i) {
        this.trainers[kept] = this.trainers[i] as number;
        this.costs[kept] = this.costs[i] as number;
        this.grades.copyWithin(kept * needs, i * needs, (i + 1) * needs);
      }
      kept++;
    }
    this.count = kept;
  }
}

/** Drops those who could only sit where a need that must be met rests on one seat, theirs, and who do not meet it. */
export function dropHopeless(drafts: readonly Draft[], needs: readonly CoverTerm[]): void {
  needs.forEach(({ costs }, k) => {
    const least = costs.findIndex((cost) => cost !== BAN);
    if (least === 0) return;
    const meets = (d: Draft, i: number): boolean => least > 0 && (d.grades[i * needs.length + k] as number) >= least;
    const able = drafts.filter((d) => {
      for (let i = 0; i < d.count; i++) if (meets(d, i)) return true;
      return false;
    });
    const [only] = able;
    if (!only) for (const d of drafts) d.count = 0;
    else if (able.length === 1 && only.seats === 1) only.keep(needs.length, (i) => meets(only, i));
  });
}

/**
 * The needs that still depend on who sits: not those that everybody in some group meets at their best, at no cost.
 * Drafts keep the grades of these needs alone.
 */
export function openNeeds(drafts: readonly Draft[], needs: readonly CoverTerm[]): CoverTerm[] {
  const open: number[] = [];
  needs.forEach(({ costs }, k) => {
    const top = costs.length - 1;
    const surely = drafts.some((d) => {
      for (let i = 0; i < d.count; i++) if ((d.grades[i * needs.length + k] as number) < top) return false;
      return d.count > 0;
    });
    if (!surely || costs[top] !== 0) open.push(k);
  });
  for (const d of drafts)
    for (let i = 0; i < d.count; i++)
      open.forEach((k, at) => {
        d.grades[i * open.length + at] = d.grades[i * needs.length + k] as number;
      });
  return open.map((k) => needs[k] as CoverTerm);
}
