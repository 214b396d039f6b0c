/** `koppel programme …`: from a municipality's quick scan to sessions, a quote and a list of what must be ready. */
import { Command } from "@commander-js/extra-typings";
import type { Io } from "../io.js";
import { accountCommand, feesCommand, readinessCommand } from "./afterwards.js";
import { chooseCommand } from "./choose.js";
import { makeCommand, ungroupCommand } from "./from-kept.js";
import { groupsCommand } from "./groups.js";
import { bookCommand, followCommand, keepCommand, paperCommand, papersCommand } from "./kept.js";
import { answerListCommand, heldListCommand, intakeCommand } from "./lists.js";
import { printCommand } from "./print.js";
import { quoteCommand } from "./quote.js";
import { answersCommand, formCommand, outcomeCommand } from "./scan.js";
import { seasonCommand } from "./season.js";

/** @param done told the exit code */
export function programmeCommand(io: Io, done: (code: number) => void) {
  const command = new Command("programme").description(
    "From a quick scan to a programme, sessions and a quote (docs/programme.md).",
  );
  for (const part of [
    formCommand(io, done),
    answersCommand(io, done),
    answerListCommand(io, done),
    outcomeCommand(io, done),
    chooseCommand(io, done),
    intakeCommand(io, done),
    groupsCommand(io, done),
    seasonCommand(io, done),
    quoteCommand(io, done),
    readinessCommand(io, done),
    feesCommand(io, done),
    heldListCommand(io, done),
    accountCommand(io, done),
    keepCommand(io, done),
    papersCommand(io, done),
    paperCommand(io, done),
    makeCommand(io, done),
    ungroupCommand(io, done),
    printCommand(io, done),
    bookCommand(io, done),
    followCommand(io, done),
  ])
    command.addCommand(part);
  return command;
}
