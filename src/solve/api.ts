/** What a solve is asked and what it answers: the contract between `solve` and everything above it. */
import type { WarmPrices } from "../bound/warm-prices.js";
import type { Costs, HardRule, Plan, Season } from "../model/types.js";

/** A season as a file's bytes, which the solver's own thread then reads, or as it is in memory. */
export type SeasonSource = { readonly bytes: Uint8Array } | { readonly season: Season };

export interface SolveOptions {
  /** seconds of wall time from `startedAt` to the process's exit; Infinity for none */
  readonly time: number;
  /** stop once (cost − bound) / max(1, cost) is at most this */
  readonly gap: number;
  /** stop after so many search steps; with it a solve is reproducible to the byte. Infinity for none */
  readonly steps: number;
  readonly seed: number;
  readonly threads: 1 | 2;
  /** a plan to start from; the outcome is never worse */
  readonly from?: Plan;
  /** prices of a season much like this one, as its outcome gave them: the bound starts there, and gets near its best sooner */
  readonly warm?: WarmPrices;
  /** whether the outcome is to hold its prices */
  readonly prices?: boolean;
  /** milliseconds after which events hold the best plan again, where it is better than the one told before; absent: never */
  readonly plansEvery?: number;
  /** `full` recomputes the score after every move (slow) */
  readonly audit?: "none" | "step" | "full";
  /** epoch milliseconds at which the process started; defaults to now */
  readonly startedAt?: number;
  readonly signal?: AbortSignal;
}

/** A better plan or a better bound. `cost` is null until there is a plan. */
export interface SolveEvent {
  readonly ms: number;
  readonly cost: number | null;
  readonly bound: number;
  readonly staffed: number;
  readonly sessions: number;
  readonly phase: "reading" | "building" | "improving" | "closing";
  /** where it was asked for: the plan of this cost */
  readonly plan?: Plan;
}

export type SolveStatus = "optimal" | "gap" | "time" | "steps" | "interrupted";

/** A session without a team, and the rules that stand in the way of each of its candidate teams. */
export interface OpenSession {
  readonly session: string;
  readonly priority: number;
  /** empty where there was no time to look into it */
  readonly reasons: readonly OpenReason[];
  /** true: a team could come only if all of these gave way at once; false: if any one of them did */
  readonly together: boolean;
}
export interface OpenReason {
  /**
   * A hard rule in the way; `cost`: a team could come and none lowers the cost; `untried`: one would lower it, and the
   * solve ended before it was tried. The reasons that are a trainer's own are all `available`.
   */
  readonly rule: HardRule | "cost" | "untried";
  /** one English sentence, free of special-category values */
  readonly text: string;
}

export interface SolveOutcome {
  readonly season: string;
  readonly status: SolveStatus;
  readonly cost: number;
  readonly bound: number;
  readonly gap: number;
  readonly staffed: number;
  readonly sessions: number;
  readonly costs: Costs;
  readonly open: readonly OpenSession[];
  readonly ms: number;
  readonly seed: number;
  readonly steps: number;
  readonly plan: Plan;
  /** where they were asked for: the prices of the best bound, to start from in a season much like this one */
  readonly prices?: WarmPrices;
}

export type { WarmPrices };
