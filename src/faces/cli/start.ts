/** What the process does once it hears Ctrl-C: one command, from its arguments to its exit code. */
import { readFileSync } from "node:fs";
import { packageFile } from "./data-files.js";
import { engine } from "./engine.js";
import { EXIT, verdictOf } from "./errors.js";
import { processIo } from "./io.js";
import { run } from "./program.js";

/**
 * Runs the command and ends the process.
 * @param heard hands over the signals, and tells whether Ctrl-C came before
 */
export async function start(heard: () => boolean): Promise<void> {
  const io = processIo(heard);
  const fail = (error: unknown): void => {
    const { text, code } = verdictOf(error, io.debug);
    io.err(text);
    io.quit(code);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  // A reader that has seen enough (`koppel show … | head`) is no fault of anyone.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") io.quit(EXIT.done);
    else fail(error);
  });
  const description = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as { version: string };
  // The exit is explicit: a worker or a timer of the solver must not hold the process past its time.
  io.quit(await run(process.argv.slice(2), description.version, io, engine));
}
