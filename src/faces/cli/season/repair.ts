/** `koppel season repair`: after changes and answers, the plan that re-contacts the fewest people. */
import { viewOfRole } from "../../../pool/store/acts.js";
import type { Engine } from "../engine.js";
import { EXIT, UsageError } from "../errors.js";
import type { Io } from "../io.js";
import { newId, seconds, wholeNumber } from "../options.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";
import { repairText } from "../repair-text.js";
import { tellKept } from "./kept.js";

/** Seconds for the check and the writing. */
const KEPT_BACK = 0.3;

/** @param done told the exit code */
export function seasonRepairCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return actingCommand("repair")
    .description("Repair what is published of a season after changes and answers, calling as few people as can be.")
    .argument("<season>", "the season's id")
    .requiredOption("--save <plan>", "the id under which the repaired plan is kept", newId)
    .option("--from <plan>", "repair this plan of the database (default: what is published)")
    .option("--time <seconds>", "how long at most", seconds, 10)
    .option("--seed <number>", "seed of the search", wholeNumber(0, 2 ** 31 - 1), 1)
    .option("--json", "print the outcome as JSON")
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      `
Example:
  koppel plan reply spring-2027 den-haag-a1 t03 no --db pool.db --role coordinator --organisation iot
  koppel season repair spring-2027 --save second --db pool.db --role coordinator --organisation iot

Changes are what the database knows by now: absences, who said no, what protects whom. New availability, sessions and people take a build first.`,
    )
    .action(async (id, options) => {
      const actor = actorOf(options);
      const { keepPlanBeside, keptPlan, publishedPlan, seasonForPlanning } = await import("../../../season/index.js");
      const { versionOf } = await import("../../../pool/store/index.js");
      const { season, plan, seen } = await inStore(options, (store) => {
        const standing = seasonForPlanning(store, actor, id);
        const kept = options.from === undefined ? null : keptPlan(store, actor, options.from, "plan");
        if (kept !== null && kept.season.id !== id)
          throw new UsageError(`--from ${options.from}: it is of ${kept.season.id}`);
        return {
          season: standing,
          plan: kept?.plan ?? publishedPlan(store, standing),
          seen: versionOf(store, "plans", options.save),
        };
      });
      const abort = new AbortController();
      const release = io.onInterrupt(() => (abort.signal.aborted ? io.quit(EXIT.interrupted) : abort.abort()));
      try {
        const task = await engine.repairTask(season, plan, null, "the plan");
        const found = await engine.repair(task, {
          time: Math.max(0.01, options.time - KEPT_BACK),
          view: viewOfRole(actor.role),
          clock: () => Date.now() - io.startedAt,
          seed: options.seed,
          signal: abort.signal,
        });
        const { plan: repaired, ...told } = found;
        // What it states of a bound is of the season less what it keeps: no bound of the whole.
        const { bound: _, ...bare } = repaired;
        const kept = await inStore(options, (store) =>
          keepPlanBeside(store, actor, options.save, id, bare, seen, { made: season }),
        );
        tellKept(io, id, options.save, kept);
        if (options.json === true) await io.out(`${JSON.stringify({ ...told, saved: kept.id })}\n`);
        else await io.out(repairText({ ...found, plan: repaired }, task.season));
        done(EXIT.done);
      } finally {
        release();
      }
    });
}
