/** Who holds a role that a session needs and could sit in none of its slots, with every rule that stands in the way. */
import { HARD_RULES, type HardRule, ROLES, type Role } from "../model/types.js";
import { type Problem, termsOf } from "../problem/compile.js";
import type { SearchState } from "../score/state.js";
import { type ConflictTerm, slotsClash } from "../terms/conflict.js";
import { BAN } from "../terms/indices.js";
import type { MemberTerm } from "../terms/member.js";

/** Somebody who cannot come, in indices. */
export interface Blocked {
  readonly trainer: number;
  readonly seat: Role;
  readonly rules: ReadonlySet<HardRule>;
}

/** Rules of one season that keep single trainers out. */
export class Blockers {
  private readonly problem: Problem;
  private readonly state: SearchState;
  private readonly members: readonly MemberTerm[];
  private readonly conflicts: readonly ConflictTerm[];

  constructor(problem: Problem, state: SearchState) {
    this.problem = problem;
    this.state = state;
    const hard: ReadonlySet<string> = new Set(HARD_RULES);
    this.members = termsOf(problem.terms, "member").filter((term) => hard.has(term.rule));
    this.conflicts = termsOf(problem.terms, "conflict");
  }

  /**
   * Those who could sit in none of a session's slots that fit its series, the session itself being open.
   * @returns in the order of seats and of the pool
   */
  of(session: number): Blocked[] {
    const { data } = this.problem;
    const { shape } = data;
    const slots: number[] = [];
    for (let g = shape.slotStart[session] as number; g < (shape.slotStart[session + 1] as number); g++) slots.push(g);
    const found: Blocked[] = [];
    for (let q = data.groupStart[session] as number; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      for (let t = 0; t < shape.trainers; t++) {
        if (!this.holds(t, role)) continue;
        const rules = new Set<HardRule>();
        if (slots.every((g) => this.against(t, g, role, rules)))
          found.push({ trainer: t, seat: ROLES[role] as Role, rules });
      }
    }
    return found;
  }

  /** Whether no rule keeps her from the role whatever the session. */
  private holds(trainer: number, role: number): boolean {
    return !this.members.some(({ always }) => always?.(trainer, role) === BAN);
  }

  /**
   * Collects what keeps a trainer from a seat in a slot, all else as it stands.
   * @returns whether anything does
   */
  against(trainer: number, slot: number, role: number, rules: Set<HardRule>): boolean {
    const { state, problem } = this;
    const { shape, slotCost } = problem.data;
    const session = shape.sessionOf[slot] as number;
    const found: HardRule[] = [];
    for (const term of this.members)
      if (term.ofSession(session)?.(trainer, role) === BAN || term.ofSlot(slot)?.(trainer, role) === BAN)
        found.push(term.rule as HardRule);
    for (const ledger of state.capacities) {
      const { family } = ledger;
      if (family.owner !== "trainer" || (family.role >= 0 && family.role !== role)) continue;
      if (!ledger.fits(trainer, slot, ledger.factor(slot, trainer))) found.push(family.rule as HardRule);
    }
    for (const held of state.diaries.slots[trainer] ?? [])
      for (const term of this.conflicts)
        if (slotsClash(term, shape, trainer, slot, held)) found.push(term.rule as HardRule);
    if (slotCost[slot] === Number.POSITIVE_INFINITY) found.push("pinned");
    if (!state.slotFits(session, slot)) found.push("order");
    for (const rule of found) rules.add(rule);
    return found.length > 0;
  }
}
