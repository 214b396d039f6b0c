/** `koppel whatif SEASON SCENARIOS`: plans each scenario and compares it with the plan. */
import { Command } from "@commander-js/extra-typings";
import type { Solver } from "../../advice/whatif-api.js";
import type { Engine } from "./engine.js";
import type { Io } from "./io.js";
import { gap, seconds, wholeNumber } from "./options.js";
import { inQueue, KEY_FLAG, KEY_HELP, QUEUE_FLAG, QUEUE_HELP } from "./queue.js";
import { runWhatif } from "./run-whatif.js";

/** @param done told the exit code */
export function whatifCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("whatif")
    .description("Plan each scenario, and compare it with the plan: what changes, what it costs, and what is proven.")
    .argument("<season>", "season file, JSON or gzip; - is standard input")
    .argument("<scenarios>", "scenarios file (koppel-scenarios/1), JSON or gzip; - is standard input")
    .option("--plan <plan>", "the plan that people have; without it the season is planned first")
    .option("--time <seconds>", "seconds for each scenario", seconds, 10)
    .option(
      "--gap <fraction>",
      "end a scenario once this relative gap is proven; its time goes to those that are not there yet",
      gap,
      0,
    )
    .option("--threads <n>", "how many scenarios are planned at once, each by one thread", wholeNumber(1, 64), 2)
    .option(QUEUE_FLAG, `have workers plan (koppel worker), --threads scenarios at once; ${QUEUE_HELP}`)
    .option(KEY_FLAG, KEY_HELP)
    .option("--seed <n>", "seed of the search", wholeNumber(0, 4_294_967_295), 1)
    .option("--json", "print the comparison as JSON")
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      "\nExample:\n  koppel whatif season.json scenarios.json --plan plan.json --time 10\n\n" +
        "A scenarios file:\n" +
        '  {"format": "koppel-scenarios/1", "scenarios": [\n' +
        '    {"id": "t05-ill", "edits": [\n' +
        '      {"edit": "block-trainer", "trainer": "t05", "from": "2027-03-01", "to": "2027-03-31"}]}]}\n\n' +
        "The season as it is (base) gets the same time and start as each scenario, and all start at prices from a\n" +
        "first look at the season, which takes that time once more (longer for more than 16 scenarios). Better is yes or no only where bounds prove it.\n" +
        "Ctrl-C ends with the scenarios that are planned; a second Ctrl-C quits at once.\n" +
        "Exit code 1: the plan breaks a rule. The edits: docs/edits-format.md.",
    )
    .action(async (season, scenarios, options) => {
      const { plan, time, gap: enough, threads, seed, queue, keyFile } = options;
      const [json, quiet] = [options.json === true, options.quiet === true];
      const request = { season, scenarios, plan, time, gap: enough, threads, seed, json, quiet };
      const run = (solve?: Solver): Promise<number> => runWhatif(io, engine, request, solve);
      done(
        queue === undefined
          ? await run()
          : await inQueue({ queue, keyFile }, (opened, key, { queueSolver }) => run(queueSolver(opened, key))),
      );
    });
}
