/** What a run is given, and how it is started. */

/** What one run is given and where it leaves what it found. */
export interface RunFiles {
  readonly season: string;
  readonly plan: string;
  /** a line `{"ms","cost","bound"}` for each improvement */
  readonly log: string;
}

export interface RunSettings {
  /** seconds, from the start of the process to its exit */
  readonly time: number;
  readonly seed: number;
  readonly threads: number;
  /** of ours: the relative gap that is enough; by default none */
  readonly gap?: number;
  /** the command line to run; null: the one that was built beside this file */
  readonly cli: string | null;
  /** the folder of the optional peers; null: the one that stands in the repository */
  readonly peers: string | null;
}

/** A program, by default Node, and its arguments; or why the solver cannot run, or need not. */
export type Command =
  | { readonly args: readonly string[]; readonly program?: string }
  | { readonly missing: string }
  | { readonly skipped: string };
