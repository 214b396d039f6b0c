import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SolverName } from "./options.js";

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
  /** the command line to run; null: the one that was built beside this file */
  readonly cli: string | null;
}

/** The script and its arguments for one run; or why the solver cannot run. */
export function commandOf(
  solver: SolverName,
  files: RunFiles,
  settings: RunSettings,
): { readonly args: readonly string[] } | { readonly missing: string } {
  if (solver === "koppel") return koppelCommand(files, settings);
  const script = fileURLToPath(new URL("./child.js", import.meta.url));
  if (!existsSync(script)) return { missing: `${script} is missing; run npm run build` };
  const { season, plan, log } = files;
  return { args: [script, solver, season, plan, log, String(settings.time), String(settings.seed)] };
}

function koppelCommand({ season, plan, log }: RunFiles, { cli, time, seed, threads }: RunSettings) {
  const main = cli ?? fileURLToPath(new URL("../src/faces/cli/main.js", import.meta.url));
  if (!existsSync(main)) return { missing: `${main} is missing; run npm run build` };
  const limits = ["--time", String(time), "--seed", String(seed), "--threads", String(threads)];
  return { args: [main, "solve", season, "--out", plan, "--log", log, ...limits, "--json", "--quiet"] };
}
