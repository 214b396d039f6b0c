/** What `koppel repair` does between its options and its files. */
import type { Repair, RepairEvent } from "../../advice/repair/types.js";
import { whole } from "../../papers/index.js";
import type { Engine } from "./engine.js";
import { EXIT, UsageError } from "./errors.js";
import { assertApart, assertWritable, nameOf, onlyOneStdin, readInput, STDIO, writeWhole } from "./files.js";
import { finishSeconds } from "./finish.js";
import { readEditsFile, readPlanFile, readSeasonBytes } from "./inputs.js";
import type { Io } from "./io.js";
import { planFileText, seasonFileText } from "./plan-file.js";
import { repairText } from "./repair-text.js";

/** The options of `koppel repair`, as parsed. */
export interface RepairRequest {
  readonly season: string;
  readonly plan: string;
  readonly edits: string | undefined;
  readonly out: string | undefined;
  readonly seasonOut: string | undefined;
  /** seconds */
  readonly time: number;
  readonly seed: number;
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * Repairs a plan and writes what was asked for.
 * @throws UsageError, InputError
 */
export async function runRepair(io: Io, engine: Engine, request: RepairRequest): Promise<void> {
  const out = request.out === STDIO ? undefined : request.out;
  assertFiles(request, out);
  const bytes = await readInput(io, request.season, "season");
  const order = request.edits === undefined ? "SEASON PLAN" : "SEASON PLAN --edits EDITS";
  const before = await readSeasonBytes(engine, bytes, request.season, order);
  const plan = await readPlanFile(io, engine, before, request.plan, "plan", order);
  const edits = request.edits === undefined ? null : await readEditsFile(io, engine, before, request.edits);
  const task = await engine.repairTask(before, plan, edits, nameOf(request.edits ?? request.plan));

  const abort = new AbortController();
  const release = onCtrlC(io, request.quiet, abort);
  const say = request.quiet ? () => undefined : improvements(io);
  try {
    const found = await engine.repair(task, {
      time: Math.max(0.01, request.time - finishSeconds(bytes)),
      view: "full",
      clock: () => Date.now() - io.startedAt,
      seed: request.seed,
      signal: abort.signal,
      onEvent: say,
    });
    if (request.seasonOut !== undefined) writeWhole(request.seasonOut, "season", seasonFileText(task.season));
    if (out !== undefined) writeWhole(out, "plan", planFileText(found.plan));
    if (request.json) return await io.out(repairJson(found, out === undefined));
    if (out === undefined) await io.out(planFileText(found.plan));
    if (request.quiet) return;
    const text = repairText(found, task.season);
    if (out === undefined) io.err(text);
    else await io.out(text);
  } finally {
    release();
  }
}

function assertFiles({ season, plan, edits, seasonOut }: RepairRequest, out: string | undefined): void {
  onlyOneStdin([season, plan, edits]);
  if (seasonOut === STDIO) throw new UsageError("--season-out needs a file: standard output is the plan's");
  if (seasonOut !== undefined && edits === undefined)
    throw new UsageError("--season-out needs --edits: without them the season is the file that you gave");
  assertApart(
    [
      { file: out, what: "--out" },
      { file: seasonOut, what: "--season-out" },
    ],
    [
      { file: season, what: "season" },
      { file: plan, what: "plan" },
      { file: edits, what: "file of edits" },
    ],
  );
  if (out !== undefined) assertWritable(out, "plan");
  if (seasonOut !== undefined) assertWritable(seasonOut, "season");
}

/** The fields that scripts rely on. */
function repairJson(found: Repair, withPlan: boolean): string {
  const { season, cost, bound, staffed, costs, contacts, proven, released, ms, plan } = found;
  const said = { season, cost, bound, staffed, costs, contacts, proven, released, ms };
  return `${JSON.stringify(withPlan ? { ...said, plan } : said)}\n`;
}

/** A line for each better repair. */
function improvements(io: Io): (event: RepairEvent) => void {
  return ({ ms, unstaffed, contacts, cost }) => {
    const calls = contacts === 1 ? "1 person to call" : `${whole(contacts, "en")} people to call`;
    const open = `priorities left open: ${whole(unstaffed, "en")}`;
    io.err(`${(ms / 1000).toFixed(1)} s · ${open} · ${calls} · cost ${whole(cost, "en")}\n`);
  };
}

/** The first Ctrl-C asks the repair to end with what it has; the second leaves. */
function onCtrlC(io: Io, quiet: boolean, abort: AbortController): () => void {
  return io.onInterrupt(() => {
    if (abort.signal.aborted) {
      io.quit(EXIT.interrupted);
      return;
    }
    abort.abort();
    if (!quiet) io.err("koppel: stopping with the best repair so far; Ctrl-C again quits at once\n");
  });
}
