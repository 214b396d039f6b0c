/** `koppel solve SEASON`: plans a season within a time, a gap or a number of steps. */
import { Command, Option } from "@commander-js/extra-typings";
import { PRESETS } from "../../model/weights.js";
import type { Engine } from "./engine.js";
import { EXIT } from "./errors.js";
import type { Io } from "./io.js";
import { gap, seconds, wholeNumber } from "./options.js";
import { runSolve } from "./run-solve.js";

/** @param done told the exit code */
export function solveCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("solve")
    .description("Plan a season: the best plan found in the time, and a proven bound on how much better one could be.")
    .argument("<season>", "season file, JSON or gzip; - is standard input")
    .option("--out <plan>", "write the plan to this file instead of standard output")
    .option("--time <seconds>", "stop after so many seconds (default: 60; none with --steps)", seconds)
    .option("--gap <fraction>", "stop once this relative gap is proven; 0.01 is one per cent", gap, 0)
    .option(
      "--steps <n>",
      "stop after so many search steps: the same seed, steps and threads give the same plan",
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option("--seed <n>", "seed of the search", wholeNumber(0, 4_294_967_295), 1)
    .addOption(
      new Option("--threads <n>", "1 searches and proves in turn, 2 side by side")
        .choices(["1", "2"] as const)
        .default("2" as const),
    )
    .option("--from <plan>", "start from this plan, and never end worse")
    .option("--log <events>", "write a line of JSON for each improvement")
    .addOption(new Option("--weights <preset>", "a named preset over the season's own weights").choices(PRESETS))
    .option("--season-out <file>", "write the season that was planned, with its changed weights")
    .addOption(
      new Option("--audit <rung>", "recompute scores while searching: slow, to find faults")
        .choices(["none", "step", "full"] as const)
        .default("none" as const),
    )
    .option("--json", "print the outcome as JSON; without --out, with the plan in it")
    .option("--quiet", "say nothing on standard error, and print no table")
    .addHelpText(
      "after",
      "\nExamples:\n  koppel solve season.json --out plan.json --time 60\n" +
        "  koppel solve season.json --weights short-journeys --season-out near.json --out plan.json\n\n" +
        "Ctrl-C writes the best plan so far; a second Ctrl-C quits at once.\n" +
        "With --weights the plan's cost is counted with the preset's weights: check it against the file of --season-out.\n\n" +
        "The season format: docs/season-format.md; a small season to start from: data/demo/small.json.",
    )
    .action(async (season, options) => {
      const { threads, out, ...rest } = options;
      await runSolve(io, engine, {
        ...rest,
        season,
        threads: threads === "1" ? 1 : 2,
        time: options.time ?? (options.steps === undefined ? 60 : Number.POSITIVE_INFINITY),
        steps: options.steps ?? Number.POSITIVE_INFINITY,
        json: options.json === true,
        quiet: options.quiet === true,
        out,
      });
      done(EXIT.done);
    });
}
