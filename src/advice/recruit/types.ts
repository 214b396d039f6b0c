/** What `recruit` is asked and what it answers. */
import type { Season, Trainer } from "../../model/types.js";
import type { SolveOptions, SolveOutcome } from "../../solve/api.js";
import type { ShownCosts, View } from "../redact.js";

export interface RecruitOptions {
  /** the most kinds that are answered, 1 or more */
  readonly top: number;
  /** seconds for all of it together; Infinity for none, which asks for `steps` */
  readonly time: number;
  /** search steps of each planning, in place of its share of the time: the answer is then the same each time. Infinity for none */
  readonly steps: number;
  readonly seed: number;
  readonly threads: 1 | 2;
  readonly view: View;
  /** a redacted reader's own sessions, by code: she sees the languages, backgrounds and traits that they ask for, and no others */
  readonly readersSessions?: readonly string[];
  /** ends it with the kinds that are planned by then */
  readonly signal?: AbortSignal;
}

/** What `recruit` is handed, having none of its own. */
export interface RecruitPorts {
  /** milliseconds since it all began; not read where steps are counted */
  readonly clock: () => number;
  readonly solve: (season: Season, options: SolveOptions) => Promise<SolveOutcome>;
  readonly onEvent?: (event: RecruitEvent) => void;
}

/** How far it is. `kind` counts from 1. */
export type RecruitEvent =
  | { readonly phase: "prices" }
  | { readonly phase: "kinds" }
  | { readonly phase: "base" }
  | { readonly phase: "planning"; readonly kind: number; readonly kinds: number };

/** How a season could be planned. */
export interface Planned {
  readonly cost: number;
  /** no plan of that season can cost less */
  readonly bound: number;
  readonly staffed: number;
  readonly costs: ShownCosts;
  readonly ms: number;
}

/** A kind of trainer, and what she would be worth this season. */
export interface RecruitKind {
  /** a whole trainer of that kind, whom the season would accept */
  readonly trainer: Trainer;
  /** what she would save at the bound's prices */
  readonly expected: number;
  /** what she does save lies between these: the least cost without her less the least cost with her */
  readonly gain: { readonly least: number; readonly most: number };
  /** whether it is certain that the season costs less with her */
  readonly proven: boolean;
  /** the season planned with her */
  readonly R: Planned;
}

export interface RecruitOutcome {
  readonly season: string;
  /** the season planned as it stands, with the same time */
  readonly base: Planned;
  /** the most valuable first; empty where nobody would help */
  readonly kinds: readonly RecruitKind[];
}
