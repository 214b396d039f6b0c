import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Season } from "../src/model/index.js";
import type { RunSettings } from "./command.js";
import { type Judged, judge } from "./judge.js";
import { measure } from "./measure.js";
import type { SolverName } from "./options.js";
import { commandOf } from "./solvers.js";

/** Seconds over its time after which a run is ended. */
const GRACE = 10;

/** Runs one solver on one season in a process of its own and judges what it leaves. */
export async function run(solver: SolverName, path: string, season: Season, settings: RunSettings): Promise<Judged> {
  const folder = await mkdtemp(join(tmpdir(), "koppel-bench-"));
  try {
    const files = { season: path, plan: join(folder, "plan.json"), log: join(folder, "log.jsonl") };
    const command = commandOf(solver, files, settings);
    if ("missing" in command) return withoutRun(solver, `did not run: ${command.missing}`);
    if ("skipped" in command) return withoutRun(solver, `skipped: ${command.skipped}`);
    return judge(solver, season, files, await measure(command.args, settings.time + GRACE, command.program));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function withoutRun(solver: SolverName, note: string): Judged {
  return { solver, figures: null, note, measured: null };
}
