/** `koppel season`: seasons in the database, from the pool to a plan. */
import { Command } from "@commander-js/extra-typings";
import type { Engine } from "../engine.js";
import type { Io } from "../io.js";
import { seasonExplainCommand, seasonSuggestCommand } from "./advice.js";
import { seasonBuildCommand } from "./build.js";
import { seasonExportCommand, seasonListCommand, seasonShowCommand } from "./look.js";
import { seasonRepairCommand } from "./repair.js";
import { seasonSolveCommand } from "./solve.js";

/** @param done told the exit code */
export function seasonCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("season")
    .description("Keep seasons in the pool's database: build, look at, plan, ask for advice, repair.")
    .addCommand(seasonBuildCommand(io, done))
    .addCommand(seasonListCommand(io, done))
    .addCommand(seasonShowCommand(io, done))
    .addCommand(seasonSolveCommand(io, engine, done))
    .addCommand(seasonSuggestCommand(io, engine, done))
    .addCommand(seasonExplainCommand(io, engine, done))
    .addCommand(seasonRepairCommand(io, engine, done))
    .addCommand(seasonExportCommand(io, done));
}
