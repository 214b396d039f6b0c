/** The commands together, and what the end of a command means for the exit code. */
import { Command, CommanderError, type CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Lang } from "../../papers/index.js";
import { checkCommand } from "./check.js";
import { datesCommand } from "./dates.js";
import type { Engine } from "./engine.js";
import { EXIT, problemOf, verdictOf } from "./errors.js";
import { explainCommand } from "./explain.js";
import type { Io } from "./io.js";
import { mcpCommand } from "./mcp.js";
import { planCommand } from "./plan/index.js";
import { poolCommand } from "./pool.js";
import { programmeCommand } from "./programme/index.js";
import { recruitCommand } from "./recruit.js";
import { repairCommand } from "./repair.js";
import { seasonCommand } from "./season/index.js";
import { serveCommand } from "./serve.js";
import { showCommand } from "./show.js";
import { solveCommand } from "./solve.js";
import { suggestCommand } from "./suggest.js";
import { tokenCommand } from "./token.js";
import { whatifCommand } from "./whatif.js";
import { workerCommand } from "./worker.js";

/**
 * Runs one command.
 * @param args what follows `koppel` on the command line
 * @returns the exit code: 0 done, 1 the answer is no, 2 bad input or usage, 3 our fault
 */
export async function run(args: readonly string[], version: string, io: Io, engine: Engine): Promise<number> {
  let code: number = EXIT.ourFault;
  const done = (exit: number) => {
    code = exit;
  };
  const help: string[] = [];
  const program = new Command("koppel")
    .description("Plan a pool of trainers over a season: paired teams, a proven bound, and reasons.")
    .version(version)
    .addHelpText(
      "after",
      "\nExample:\n  koppel solve season.json --out plan.json\n  koppel show season.json plan.json",
    );
  for (const command of [
    solveCommand(io, engine, done),
    checkCommand(io, engine, done),
    showCommand(io, engine, done),
    suggestCommand(io, engine, done),
    recruitCommand(io, engine, done),
    explainCommand(io, engine, done),
    datesCommand(io, done),
    repairCommand(io, engine, done),
    whatifCommand(io, engine, done),
    workerCommand(io, engine, done),
    poolCommand(io, done),
    seasonCommand(io, engine, done),
    planCommand(io, engine, done),
    programmeCommand(io, done),
    serveCommand(io, done, version),
    tokenCommand(io, done),
    mcpCommand(io, done, version),
  ])
    program.addCommand(command);
  const settle = (command: CommandUnknownOpts, name: string): void => {
    command
      .exitOverride()
      .showHelpAfterError(`Run ${name} --help to see how it is used.`)
      .configureOutput({ writeOut: (text) => help.push(text), writeErr: (text) => io.err(text) });
    for (const below of command.commands) settle(below, `${name} ${below.name()}`);
  };
  settle(program, "koppel");
  let lang: Lang = "en";
  program.hook("preAction", (_, action) => {
    // Of a paper that is Dutch unless asked otherwise, nothing was asked.
    if (action.getOptionValueSource("lang") === "cli" && action.opts().lang === "nl") lang = "nl";
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      for (const text of help) await io.out(text);
      // Help that was asked for is an answer; help because nothing was asked is a refusal.
      return error.exitCode === 0 ? EXIT.done : EXIT.badInput;
    }
    // Whoever asked for JSON reads every wrong field there, not the first of them here.
    const problem = args.includes("--json") ? problemOf(error) : null;
    if (problem !== null) {
      await io.out(problem);
      return verdictOf(error, io.debug).code;
    }
    const { text, code: exit } = verdictOf(error, io.debug, lang);
    io.err(text);
    return exit;
  }
}
