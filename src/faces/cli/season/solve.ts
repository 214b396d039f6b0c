/** `koppel season solve`: a plan for a season of the database, kept there. */
import { redactCosts } from "../../../advice/redact.js";
import { viewOfRole } from "../../../pool/store/acts.js";
import type { SolveOptions } from "../../../solve/api.js";
import type { Engine } from "../engine.js";
import { EXIT, UsageError } from "../errors.js";
import type { Io } from "../io.js";
import { gap, newId, seconds, wholeNumber } from "../options.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";
import { progressOf } from "../progress.js";
import { outcomeText } from "../report.js";
import { tellKept } from "./kept.js";

/** Seconds for the check and the writing. */
const KEPT_BACK = 0.3;

/** @param done told the exit code */
export function seasonSolveCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return actingCommand("solve")
    .description("Plan a season of the database, and keep the plan there.")
    .argument("<season>", "the season's id")
    .requiredOption("--save <plan>", "the id under which the plan is kept", newId)
    .option("--from <plan>", "a plan of the database to start from; the new one is never worse")
    .option("--time <seconds>", "how long at most", seconds, 60)
    .option("--gap <share>", "stop at this gap between cost and bound", gap, 0)
    .option("--seed <number>", "seed of the search", wholeNumber(0, 2 ** 31 - 1), 1)
    .option("--json", "print the outcome as JSON")
    .option("--quiet", "no progress")
    .addHelpText(
      "after",
      "\nExample:\n  koppel season solve spring-2027 --save first --db pool.db --role coordinator --organisation iot --time 30",
    )
    .action(async (id, options) => {
      const actor = actorOf(options);
      const view = viewOfRole(actor.role);
      const { keepPlanBeside, keptPlan, seasonForPlanning } = await import("../../../season/index.js");
      const { versionOf } = await import("../../../pool/store/index.js");
      const { season, from, seen } = await inStore(options, (store) => ({
        season: seasonForPlanning(store, actor, id),
        from: options.from === undefined ? null : keptPlan(store, actor, options.from, "plan"),
        seen: versionOf(store, "plans", options.save),
      }));
      if (from !== null && from.season.id !== season.id)
        throw new UsageError(`--from ${options.from}: it is a plan of ${from.season.id}, not of ${season.id}`);
      if (from !== null && !from.verdict.feasible)
        throw new UsageError(`--from ${options.from}: it breaks rules of the season as it stands now; repair it first`);
      const abort = new AbortController();
      const progress = progressOf(io, options.time, options.quiet === true);
      const release = io.onInterrupt(() => (abort.signal.aborted ? io.quit(EXIT.interrupted) : abort.abort()));
      const ask: SolveOptions = {
        time: Math.max(0.01, options.time - KEPT_BACK),
        gap: options.gap,
        steps: Number.POSITIVE_INFINITY,
        seed: options.seed,
        threads: 2,
        startedAt: io.startedAt,
        signal: abort.signal,
        ...(from === null ? {} : { from: from.plan }),
      };
      try {
        const outcome = await engine.solve({ season }, ask, (event) => progress.show(event));
        progress.stop();
        const kept = await inStore(options, (store) =>
          keepPlanBeside(store, actor, options.save, season.id, outcome.plan, seen, { made: season }),
        );
        tellKept(io, season.id, options.save, kept);
        const { plan, ...told } = { ...outcome, costs: redactCosts(outcome.costs, view) };
        if (options.json === true) await io.out(`${JSON.stringify({ ...told, saved: kept.id })}\n`);
        else await io.out(outcomeText(told));
        done(EXIT.done);
      } finally {
        progress.stop();
        release();
      }
    });
}
