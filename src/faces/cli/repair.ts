/** `koppel repair SEASON PLAN`: after changes, the plan that calls the fewest people. */
import { Command } from "@commander-js/extra-typings";
import type { Engine } from "./engine.js";
import { EXIT } from "./errors.js";
import type { Io } from "./io.js";
import { seconds, wholeNumber } from "./options.js";
import { runRepair } from "./run-repair.js";

/** @param done told the exit code */
export function repairCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("repair")
    .description("Repair a plan after changes: as little left open as can be, then the fewest people to call.")
    .argument("<season>", "season file, as it was before the edits, JSON or gzip; - is standard input")
    .argument("<plan>", "the plan that people know, JSON or gzip; - is standard input")
    .option("--edits <edits>", "what has changed (koppel-edits/1); without it the plan is held against the season")
    .option("--out <plan>", "write the repaired plan to this file instead of standard output")
    .option("--season-out <file>", "write the season with the edits in it, which the repaired plan belongs to")
    .option("--time <seconds>", "stop after so many seconds", seconds, 10)
    .option("--seed <n>", "seed of the search", wholeNumber(0, 4_294_967_295), 1)
    .option("--json", "print the outcome as JSON; without --out, with the plan in it")
    .option("--quiet", "say nothing on standard error, and print no list of calls")
    .addHelpText(
      "after",
      "\nExample:\n  koppel repair season.json plan.json --edits ill.json --out repaired.json --season-out season-now.json\n\n" +
        "An edits file:\n" +
        '  {"format": "koppel-edits/1", "edits": [\n' +
        '    {"edit": "block-trainer", "trainer": "t05", "from": "2027-03-01", "to": "2027-03-14"}]}\n\n' +
        "Best is, in this order: the least sum of priorities left open, the fewest people to call, the least cost.\n" +
        "Those whom an edit removes or blocks, and those of cancelled sessions, are told anyway and do not count.\n" +
        "Ctrl-C ends with the best repair so far; a second Ctrl-C quits at once. The edits: docs/edits-format.md.",
    )
    .action(async (season, plan, { edits, out, seasonOut, time, seed, json, quiet }) => {
      const flags = { json: json === true, quiet: quiet === true };
      await runRepair(io, engine, { season, plan, edits, out, seasonOut, time, seed, ...flags });
      done(EXIT.done);
    });
}
