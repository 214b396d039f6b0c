/** `koppel check SEASON PLAN`: every broken rule and the cost by rule, by the independent check. */
import { Command } from "@commander-js/extra-typings";
import type { Engine } from "./engine.js";
import { EXIT } from "./errors.js";
import { onlyOneStdin } from "./files.js";
import { readBoth } from "./inputs.js";
import type { Io } from "./io.js";
import { langOption } from "./options.js";
import { verdictText } from "./report.js";

/** @param done told the exit code */
export function checkCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("check")
    .description("Judge a plan: every broken rule, and the cost by rule.")
    .argument("<season>", "season file, JSON or gzip; - is standard input")
    .argument("<plan>", "plan file, JSON or gzip; - is standard input")
    .addOption(langOption("the verdict"))
    .option("--json", "print the verdict as JSON")
    .option("--quiet", "print nothing: the exit code is the answer")
    .addHelpText(
      "after",
      "\nExample:\n  koppel check season.json plan.json\n\nExit code 1: the plan breaks a rule or states a false cost or bound.",
    )
    .action(async (seasonFile, planFile, options) => {
      onlyOneStdin([seasonFile, planFile]);
      const { season, plan } = await readBoth(io, engine, seasonFile, planFile);
      const check = await engine.check();
      const verdict = check(season, plan);
      if (options.json === true) await io.out(`${JSON.stringify(verdict)}\n`);
      else if (options.quiet !== true) await io.out(verdictText(verdict, plan.bound ?? null, options.lang));
      const isSound = verdict.feasible && !verdict.misstated && !verdict.overbound;
      done(isSound ? EXIT.done : EXIT.no);
    });
}
