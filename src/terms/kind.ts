/** What every kind of term must be able to do. */
import { BAN, type Match, type PlanView, type SessionIx, type Shape } from "./indices.js";
import type { MipSink } from "./mip-sink.js";
import type { RelaxSink } from "./relax-sink.js";

export interface TermBase {
  /** the rule or cost of the model that emitted it */
  readonly rule: string;
}

/** Every interpretation of one kind of term `T`. */
export interface Kind<T extends TermBase> {
  /** Where it costs something or is broken in a plan; hard breaches cost BAN. */
  matches(term: T, plan: PlanView): Match[];
  /**
   * What a change of one session does to the term: its value after less its value before. Plans must agree elsewhere.
   * The slow twin of the search state's ledgers; a term that cannot feel the session answers 0 without looking further.
   */
  delta(term: T, before: PlanView, after: PlanView, session: SessionIx): number;
  /** Whether staffing the session with the team that `after` gives it is forbidden by this term, all else as it stands. */
  bans(term: T, after: PlanView, session: SessionIx): boolean;
  /** Its columns, costs and rows in an integer program of the season. */
  rows(term: T, mip: MipSink): void;
  /** The rows that the bound prices; nothing for a kind that is exact within one session's team and slot. */
  relax(term: T, shape: Shape, sink: RelaxSink): void;
}

/** The sum of a term's matches: its value on a plan, BAN where it is broken. */
export function termValue<T extends TermBase>(kind: Kind<T>, term: T, plan: PlanView): number {
  let sum = 0;
  for (const match of kind.matches(term, plan)) sum += match.cost;
  return sum;
}

/** A difference of values, of which either may be BAN: broken to broken is no change. */
export function difference(after: number, before: number): number {
  return after === before ? 0 : after - before;
}

/** Sum of the costs of some matches. */
export function sumOf(matches: readonly Match[]): number {
  let sum = 0;
  for (const match of matches) sum += match.cost;
  return sum;
}

/** What a kind whose matches each lie in one session needs to say no more than that: how it matches there. */
export function withinSessions<T extends TermBase>(
  matchesIn: (term: T, plan: PlanView, session: SessionIx) => Match[],
): Pick<Kind<T>, "matches" | "delta" | "bans"> {
  return {
    matches(term, plan) {
      const found: Match[] = [];
      for (let s = 0; s < plan.shape.sessions; s++) found.push(...matchesIn(term, plan, s));
      return found;
    },
    delta: (term, before, after, session) =>
      difference(sumOf(matchesIn(term, after, session)), sumOf(matchesIn(term, before, session))),
    bans: (term, after, session) => sumOf(matchesIn(term, after, session)) === BAN,
  };
}
