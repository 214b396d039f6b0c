/** `koppel plan`: plans in the database, from keeping one to what its trainers answer. */
import { Command } from "@commander-js/extra-typings";
import type { Engine } from "../engine.js";
import type { Io } from "../io.js";
import { planAskCommand, planReplyCommand } from "./ask.js";
import { planDiffCommand, planExportCommand, planListCommand, planSaveCommand, planShowCommand } from "./keep.js";
import { planAgreeCommand, planPublishCommand } from "./publish.js";
import { planSheetsCommand } from "./sheets.js";

/** @param done told the exit code */
export function planCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("plan")
    .description("Keep plans in the pool's database: save, show, compare, publish; whom to ask, and what they answer.")
    .addCommand(planSaveCommand(io, engine, done))
    .addCommand(planListCommand(io, done))
    .addCommand(planShowCommand(io, engine, done))
    .addCommand(planDiffCommand(io, done))
    .addCommand(planExportCommand(io, done))
    .addCommand(planAgreeCommand(io, done))
    .addCommand(planPublishCommand(io, done))
    .addCommand(planAskCommand(io, done))
    .addCommand(planReplyCommand(io, done))
    .addCommand(planSheetsCommand(io, done));
}
