/** What passes between whoever asked for a plan and the planner's thread. */
import type { InputIssue } from "../model/errors.js";
import type { SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "./api.js";

type PlainOptions = Omit<SolveOptions, "signal">;

/** What the planner's thread is handed. */
export interface PlanWork {
  readonly kind: "plan";
  readonly source: SeasonSource;
  readonly options: PlainOptions;
}

/** What it says. */
export type PlanMessage =
  | { readonly kind: "event"; readonly event: SolveEvent }
  | { readonly kind: "done"; readonly outcome: SolveOutcome }
  | { readonly kind: "refused"; readonly what: string; readonly issues: readonly InputIssue[] }
  | { readonly kind: "fault"; readonly message: string; readonly stack: string };
