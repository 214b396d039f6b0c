/** `koppel pool`: the pool's database and its care, spreadsheets in and out of it, and trainers one by one. */
import { Command } from "@commander-js/extra-typings";
import { EXIT } from "./errors.js";
import type { Io } from "./io.js";
import {
  poolBackupCommand,
  poolEraseCommand,
  poolRekeyCommand,
  poolRestoreCommand,
  poolVerifyCommand,
} from "./pool-care.js";
import { poolExportCommand, poolTemplateCommand } from "./pool-export.js";
import { poolImportCommand } from "./pool-import.js";
import {
  poolAccessCommand,
  poolCalendarCommand,
  poolProtectCommand,
  poolShowCommand,
  poolTrailCommand,
} from "./pool-people.js";
import { inStore, storeCommand } from "./pool-store.js";

/** @param done told the exit code */
export function poolCommand(io: Io, done: (code: number) => void) {
  return new Command("pool")
    .description("Keep the pool: its database, spreadsheets in and out of it, backups and erasures.")
    .addCommand(poolCreateCommand(io, done))
    .addCommand(poolTemplateCommand(io, done))
    .addCommand(poolImportCommand(io, done))
    .addCommand(poolExportCommand(io, done))
    .addCommand(poolBackupCommand(io, done))
    .addCommand(poolRestoreCommand(io, done))
    .addCommand(poolVerifyCommand(io, done))
    .addCommand(poolRekeyCommand(io, done))
    .addCommand(poolEraseCommand(io, done))
    .addCommand(poolShowCommand(io, done))
    .addCommand(poolProtectCommand(io, done))
    .addCommand(poolCalendarCommand(io, done))
    .addCommand(poolAccessCommand(io, done))
    .addCommand(poolTrailCommand(io, done));
}

function poolCreateCommand(io: Io, done: (code: number) => void) {
  return storeCommand("create")
    .description("Make an empty database, and its ledger of erasures.")
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", "\nExample:\n  koppel pool create --db pool.db --key-file pool.key")
    .action(async (options) => {
      await inStore(options, () => undefined, true);
      if (options.quiet !== true) io.err(`${options.db}: an empty pool\n`);
      done(EXIT.done);
    });
}
