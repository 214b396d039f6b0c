/**
 * The audit ladder: `none | step | full`. Each rung reckons the plan anew: `step` after every step of a search, `full`
 * after every column that is placed or removed. Costs come from the terms themselves, a second implementation that
 * shares nothing with the ledgers; what ledgers hold is added up again from the columns. Costs are whole numbers, so
 * the least difference is a fault, and it is told account by account: whose matches are in excess, whose are missing.
 */
import type { Problem } from "../problem/compile.js";
import { BAN, type PlanView, type TeamView } from "../terms/indices.js";
import { type KindName, kindOf } from "../terms/kinds.js";
import type { CapacityLedger } from "./ledgers.js";
import type { SearchState } from "./state.js";

export type AuditRung = "none" | "step" | "full";

/** The score, or the bound, is not what it says it is: our fault, never the user's. */
export class AuditError extends Error {
  override readonly name = "AuditError";
}

/** What terms see of a search state; it follows the state as that changes. */
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

/** Kinds that one session settles by itself: a column's cost, or what leaving it open costs. */
const ALONE: readonly KindName[] = ["member", "slot", "cover", "pair", "unstaffed"];

/** What the terms say of a plan. */
interface Recount {
  /** finite costs by rule */
  readonly byRule: Map<string, number>;
  /** by session: what it costs by itself */
  readonly alone: Float64Array;
  /** costs of loads by rule */
  readonly loads: Map<string, number>;
  /** what consecutive sessions of a series cost together */
  readonly links: number;
}

export class Auditor {
  readonly rung: AuditRung;
  private readonly problem: Problem;
  private readonly state: SearchState;
  private before = new Map<string, number>();
  private costBefore = 0;

  /** Attaches itself to the state; at `none` it leaves no trace and costs nothing. */
  constructor(rung: AuditRung, problem: Problem, state: SearchState) {
    this.rung = rung;
    this.problem = problem;
    this.state = state;
    if (rung === "none") return;
    this.before = this.recount().byRule;
    this.costBefore = state.cost;
    if (rung === "full") state.audit = () => this.verify();
  }

  /** To be called after each step of a search. */
  afterStep(): void {
    if (this.rung === "step") this.verify();
  }

  /** @throws AuditError where a hard rule is broken, but for a full pin that is open yet: plans are built up */
  private recount(): Recount {
    const view = viewOf(this.state);
    const byRule = new Map<string, number>();
    const loads = new Map<string, number>();
    const alone = new Float64Array(view.shape.sessions);
    let links = 0;
    for (const term of this.problem.terms)
      for (const { cost, sessions } of kindOf(term).matches(term, view)) {
        if (cost === BAN && term.kind === "unstaffed") continue;
        if (cost === BAN) throw new AuditError(`the plan breaks the rule ${term.rule} in ${this.codesOf(sessions)}`);
        byRule.set(term.rule, (byRule.get(term.rule) ?? 0) + cost);
        const session = sessions[0];
        if (term.kind === "load") loads.set(term.rule, (loads.get(term.rule) ?? 0) + cost);
        else if (session !== undefined && ALONE.includes(term.kind)) alone[session] = (alone[session] as number) + cost;
        else links += cost;
      }
    return { byRule, alone, loads, links };
  }

  private codesOf(sessions: readonly number[]): string {
    return sessions.map((s) => `session ${this.problem.index.session(s).id}`).join(" and ") || "no session";
  }

  /** @throws AuditError where the state's cost or what its ledgers hold is not what the plan comes to */
  verify(): void {
    const now = this.recount();
    const wrong = this.accounts(now);
    if (wrong.length > 0) {
      const told = `the state says ${this.state.cost}, its terms come to ${total(now.byRule)}: ${wrong.join("; ")}`;
      throw new AuditError(`${told}. Since the last audit ${this.moves(now.byRule)}`);
    }
    this.verifyLedgers();
    this.before = now.byRule;
    this.costBefore = this.state.cost;
  }

  /** The accounts that state and terms keep differently. */
  private accounts({ alone, loads, links }: Recount): string[] {
    const { chosen, columns } = this.state;
    const wrong: string[] = [];
    let rest = this.state.cost;
    const compare = (what: string, state: number, terms: number): void => {
      if (state !== terms) wrong.push(`${what} costs ${state}, by its terms ${terms} (${excess(state - terms)})`);
    };
    for (let s = 0; s < chosen.length; s++) {
      const column = chosen[s] as number;
      const cost = column < 0 ? this.state.openCost(s) : (columns.cost[column] as number);
      rest -= cost;
      compare(`${this.codesOf([s])}, ${column < 0 ? "open" : "its team"},`, cost, alone[s] as number);
    }
    for (const ledger of this.state.loads) {
      let cost = 0;
      for (let t = 0; t < ledger.held.length; t++) cost += ledger.costAt(t, ledger.held[t] as number);
      rest -= cost;
      compare(`the ledger of ${ledger.load.rule}`, cost, loads.get(ledger.load.rule) ?? 0);
    }
    // What is left is the links' cost, and every delta that was not the difference that it stood for.
    compare("what is left (links between sessions, and drift)", rest, links);
    return wrong;
  }

  /** What the cost and its rules have moved by since the last audit. */
  private moves(now: Map<string, number>): string {
    const moved = [...new Set([...now.keys(), ...this.before.keys()])]
      .map((rule) => ({ rule, by: (now.get(rule) ?? 0) - (this.before.get(rule) ?? 0) }))
      .filter(({ by }) => by !== 0)
      .map(({ rule, by }) => `${rule} ${signed(by)}`);
    const state = signed(this.state.cost - this.costBefore);
    return `the state moved by ${state}, its terms by ${moved.join(", ") || "nothing"}`;
  }

  /** Adds up from the columns what every ledger ought to hold. */
  private verifyLedgers(): void {
    const { capacities, loads, diaries, data, chosen, columns } = this.state;
    const held = loads.map(() => new Float64Array(data.shape.trainers));
    const slots: number[][] = Array.from({ length: data.shape.trainers }, () => []);
    for (let s = 0; s < chosen.length; s++) {
      const column = chosen[s] as number;
      if (column < 0) continue;
      for (const t of columns.teamOf(column)) {
        slots[t]?.push(columns.slot[column] as number);
        loads.forEach(({ load }, i) => {
          const list = held[i] as Float64Array;
          list[t] = (list[t] as number) + (load.weight[s] as number);
        });
      }
    }
    loads.forEach(({ load, held: said }, i) => {
      this.compareLists(`the ledger of ${load.rule}`, said, held[i] as Float64Array);
    });
    for (const ledger of capacities)
      this.compareLists(`the ledger of ${ledger.family.rule}`, ledger.used, this.usesOf(ledger));
    slots.forEach((mine, t) => {
      const said = (diaries.slots[t] as number[]).toSorted((a, b) => a - b).join();
      if (said !== mine.toSorted((a, b) => a - b).join())
        throw new AuditError(`the diary of trainer ${this.problem.index.trainer(t).id} does not hold her sessions`);
    });
  }

  private usesOf({ family, used }: CapacityLedger): Float64Array {
    const { data, chosen, columns } = this.state;
    const sum = new Float64Array(used.length);
    for (let s = 0; s < chosen.length; s++) {
      const column = chosen[s] as number;
      if (column < 0) continue;
      const slot = columns.slot[column] as number;
      const group = family.weightGroup ? (family.weightGroup[slot] as number) * data.shape.trainers : 0;
      columns.teamOf(column).forEach((t, k) => {
        const role = data.seatRole[(data.seatStart[s] as number) + k] as number;
        const owner = family.owner === "trainer" ? t : (data.shape.programmeOf[s] as number);
        if (owner < 0 || (family.role >= 0 && family.role !== role)) return;
        const factor = family.memberWeights ? (family.memberWeights[group + t] as number) : 1;
        for (let u = family.useStart[slot] as number; u < (family.useStart[slot + 1] as number); u++) {
          const row = owner * family.buckets + (family.useBucket[u] as number);
          sum[row] = (sum[row] as number) + factor * (family.useWeight[u] as number);
        }
      });
    }
    return sum;
  }

  private compareLists(what: string, said: Float64Array, is: Float64Array): void {
    for (let i = 0; i < said.length; i++)
      if (said[i] !== is[i])
        throw new AuditError(`${what} holds ${said[i]} in row ${i}, the plan's teams come to ${is[i]}`);
  }
}

function total(costs: Map<string, number>): number {
  return [...costs.values()].reduce((sum, cost) => sum + cost, 0);
}

function signed(by: number): string {
  return by > 0 ? `+${by}` : `${by}`;
}

function excess(by: number): string {
  return by > 0 ? `${by} in excess` : `${-by} missing`;
}

/**
 * No plan may cost less than a bound.
 * @throws AuditError where one does
 */
export function auditBound(bound: number, cost: number): void {
  if (bound > cost) throw new AuditError(`the bound ${bound} is above a plan of cost ${cost}`);
}
