/**
 * The audit ladder: `none | step | full`. Each rung recomputes the plan's cost with the terms themselves, a second
 * implementation that shares nothing with the ledgers: `step` after every step of a search, `full` after every column
 * that is placed or removed. A difference names the rules whose matches are in excess or missing.
 */
import type { Problem } from "../problem/compile.js";
import { BAN, type PlanView, type TeamView } from "../terms/indices.js";
import { kindOf } from "../terms/kinds.js";
import type { SearchState } from "./state.js";

export type AuditRung = "none" | "step" | "full";

/** The score, or the bound, is not what it says it is: our fault, never the user's. */
export class AuditError extends Error {
  override readonly name = "AuditError";
}

/** What terms see of a search state. */
export function viewOf(state: SearchState): PlanView {
  const { data, columns } = state;
  return {
    shape: data.shape,
    team(session): TeamView | null {
      const column = state.chosen[session] as number;
      if (column < 0) return null;
      return {
        slot: columns.slot[column] as number,
        trainers: columns.teamOf(column),
        roles: data.seatRole.subarray(data.seatStart[session] as number, data.seatStart[session + 1] as number),
      };
    },
  };
}

/** The cost of a plan by rule, from the terms' matches; BAN for a rule that is broken. */
export function costsByRule(problem: Problem, view: PlanView): Map<string, number> {
  const costs = new Map<string, number>();
  for (const term of problem.terms)
    for (const { cost } of kindOf(term).matches(term, view)) costs.set(term.rule, (costs.get(term.rule) ?? 0) + cost);
  return costs;
}

export class Auditor {
  readonly rung: AuditRung;
  private readonly problem: Problem;
  private readonly state: SearchState;
  private before = new Map<string, number>();

  /** Attaches itself to the state; at `none` it leaves no trace. */
  constructor(rung: AuditRung, problem: Problem, state: SearchState) {
    this.rung = rung;
    this.problem = problem;
    this.state = state;
    if (rung === "none") return;
    this.before = this.recount();
    if (rung === "full") state.audit = () => this.verify();
  }

  /** To be called after each step of a search. */
  afterStep(): void {
    if (this.rung === "step") this.verify();
  }

  private recount(): Map<string, number> {
    return costsByRule(this.problem, viewOf(this.state));
  }

  /** @throws AuditError where the state's cost is not the terms', or a hard rule is broken */
  verify(): void {
    const now = this.recount();
    let total = 0;
    for (const [rule, cost] of now) {
      // A full pin stays open only while a plan is being built up: the model's promise is about whole plans.
      if (cost === BAN && rule !== "pinned") throw new AuditError(`the plan breaks the rule ${rule}`);
      if (cost !== BAN) total += cost;
    }
    if (total !== this.state.cost) {
      const moved = [...new Set([...now.keys(), ...this.before.keys()])]
        .map((rule) => ({ rule, by: (now.get(rule) ?? 0) - (this.before.get(rule) ?? 0) }))
        .filter(({ by }) => by !== 0)
        .map(({ rule, by }) => `${rule} ${by > 0 ? "+" : ""}${by}`);
      throw new AuditError(
        `the state says ${this.state.cost}, its terms come to ${total} (${this.state.cost - total} in excess); ` +
          `since the last audit the terms moved by: ${moved.join(", ") || "nothing"}`,
      );
    }
    this.before = now;
  }
}

/**
 * No plan may cost less than a bound.
 * @throws AuditError where one does
 */
export function auditBound(bound: number, cost: number): void {
  if (bound > cost) throw new AuditError(`the bound ${bound} is above a plan of cost ${cost}`);
}
