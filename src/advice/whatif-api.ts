/** What a what-if is asked and what it answers. */
import type { CostName, Plan, Violation } from "../model/types.js";
import type { SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "../solve/api.js";
import type { ChangedSession } from "./changes.js";
import type { View } from "./redact.js";

/** One planned season in few numbers. Costs without `background` where the reader may not see it. */
export interface WhatifResult {
  readonly cost: number;
  readonly bound: number;
  readonly staffed: number;
  readonly costs: Readonly<Partial<Record<CostName, number>>>;
  readonly ms: number;
}

/**
 * `yes`: the scenario's plan costs less than any plan of the base can. `no`: no plan of the scenario costs less than the
 * base's. `incomparable`: an edit changes what costs mean.
 */
export type Better = "yes" | "no" | "unproven" | "incomparable";

export interface ScenarioResult extends WhatifResult {
  readonly id: string;
  readonly title?: string;
  /** the scenario's cost less the base's */
  readonly delta: number;
  readonly changed: readonly ChangedSession[];
  readonly better: Better;
  /** sessions whose pin an edit broke */
  readonly released: readonly string[];
}

export interface WhatifOutcome {
  readonly base: WhatifResult;
  /** in the order of the scenarios; those that an interruption left unplanned are not among them */
  readonly scenarios: readonly ScenarioResult[];
}

/** How a run stands: `scenario` is null for the base; `done` counts those that have ended, the base included. */
export interface WhatifEvent {
  readonly scenario: string | null;
  readonly done: number;
  readonly of: number;
  readonly ended: boolean;
  readonly event: SolveEvent;
}

/** Plans a season; `solve` of the library does. */
export type Solver = (
  source: SeasonSource,
  options: SolveOptions,
  onEvent?: (event: SolveEvent) => void,
) => Promise<SolveOutcome>;

export interface WhatifOptions {
  /** the plan that people have; without one the season is planned first, in the same time, and that is the plan */
  readonly plan?: Plan | undefined;
  /** seconds for each scenario, and for the base */
  readonly time: number;
  /** a relative gap that is near enough: a planning ends there, and its time goes to those that are not there yet; 0 for none */
  readonly gap?: number;
  /** how many scenarios are planned at once, each by one thread */
  readonly threads: number;
  readonly seed?: number;
  readonly view: View;
  /** how the scenarios are called where they are refused */
  readonly what?: string;
  readonly solve: Solver;
  readonly onProgress?: (event: WhatifEvent) => void;
  readonly signal?: AbortSignal;
}

/** A plan that breaks a rule, where one is needed that breaks none. */
export class BrokenPlanError extends Error {
  override readonly name = "BrokenPlanError";
  constructor(readonly violations: readonly Violation[]) {
    const count = violations.length === 1 ? "1 rule is" : `${violations.length} rules are`;
    super(`the plan may not be used: ${count} broken`);
  }
}
