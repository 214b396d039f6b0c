/** What a repair is asked and what it answers. */
import type { CostName, Plan, Season } from "../../model/types.js";
import type { SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "../../solve/api.js";
import type { View } from "../redact.js";
import type { Known } from "./baseline.js";

export interface RepairTask {
  /** after the changes, as the model accepted it */
  readonly season: Season;
  /** what people know */
  readonly known: Known;
  /** sessions whose pin a change broke */
  readonly released: readonly string[];
}

export interface RepairOptions {
  /** seconds on the clock by which the answer is there; a first repair is made however short it is */
  readonly time: number;
  readonly view: View;
  /** plans a season, off the caller's thread; `solve` of the library does */
  readonly solve: (
    source: SeasonSource,
    options: SolveOptions,
    onEvent: (event: SolveEvent) => void,
  ) => Promise<SolveOutcome>;
  /** milliseconds since whoever asks began to wait */
  readonly clock: () => number;
  /** lets so many milliseconds pass; 0: just lets messages come in, as `setImmediate` does */
  readonly wait: (ms: number) => Promise<void>;
  readonly seed?: number;
  /** ends it with the best repair so far */
  readonly signal?: AbortSignal;
  /** hears of each better repair */
  readonly onEvent?: (event: RepairEvent) => void;
}

/** How a better repair stands. */
export interface RepairEvent {
  readonly ms: number;
  readonly unstaffed: number;
  readonly contacts: number;
  readonly cost: number;
}

/** A session in which somebody's plan differs: the slot (its index) that she has it in, before and after; null for none. */
export interface ContactSession {
  readonly session: string;
  /** also null where that date is no longer on offer */
  readonly from: number | null;
  readonly to: number | null;
}

/** Somebody to call. */
export interface Contact {
  readonly trainer: string;
  /** by date */
  readonly sessions: readonly ContactSession[];
}

export interface Repair {
  readonly season: string;
  readonly cost: number;
  /** no plan of the season costs less */
  readonly bound: number;
  readonly staffed: number;
  readonly sessions: number;
  /** the sum of priorities of open sessions */
  readonly unstaffed: number;
  /** without `background` where the reader may not see it */
  readonly costs: Readonly<Partial<Record<CostName, number>>>;
  /** in the order in which to call */
  readonly contacts: readonly Contact[];
  /** whose plan differs too, and who are told anyway */
  readonly told: readonly Contact[];
  /** that no plan leaves less open; and that none of those that leave as little open calls fewer people */
  readonly proven: { readonly unstaffed: boolean; readonly contacts: boolean };
  readonly released: readonly string[];
  readonly ms: number;
  readonly plan: Plan;
}
