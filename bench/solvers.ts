import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command, RunFiles, RunSettings } from "./command.js";
import { isPeer, type SolverName } from "./options.js";
import { peerCommand } from "./peers.js";

/** How one run is started. */
export function commandOf(solver: SolverName, files: RunFiles, settings: RunSettings): Command {
  if (isPeer(solver)) return peerCommand(solver, files, settings);
  if (solver === "koppel") return koppelCommand(files, settings);
  const script = fileURLToPath(new URL("./child.js", import.meta.url));
  if (!existsSync(script)) return { missing: `${script} is missing; run npm run build` };
  const { season, plan, log } = files;
  return { args: [script, solver, season, plan, log, String(settings.time), String(settings.seed)] };
}

function koppelCommand({ season, plan, log }: RunFiles, { cli, time, seed, threads, gap = 0 }: RunSettings): Command {
  const main = cli ?? fileURLToPath(new URL("../src/faces/cli/main.js", import.meta.url));
  if (!existsSync(main)) return { missing: `${main} is missing; run npm run build` };
  const limits = ["--time", String(time), "--seed", String(seed), "--threads", String(threads), "--gap", String(gap)];
  return { args: [main, "solve", season, "--out", plan, "--log", log, ...limits, "--json", "--quiet"] };
}
