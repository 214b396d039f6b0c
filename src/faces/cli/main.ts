#!/usr/bin/env node
/** The process of the command line. */
import { readFileSync } from "node:fs";
import { packageFile } from "./data-files.js";
import { engine } from "./engine.js";
import { EXIT, verdictOf } from "./errors.js";
import { processIo } from "./io.js";
import { run } from "./program.js";

const io = processIo();

function fail(error: unknown): void {
  const { text, code } = verdictOf(error, io.debug);
  io.err(text);
  io.quit(code);
}
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
