/** `koppel pool template` and `koppel pool export`: spreadsheets to fill in, and the pool as spreadsheets. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { Command, Option } from "@commander-js/extra-typings";
import { BYTE_ORDER_MARK } from "../../sheets/write-csv.js";
import { readChoices } from "./data-files.js";
import { EXIT, UsageError } from "./errors.js";
import { assertWritable, STDIO, writeWhole } from "./files.js";
import type { Io } from "./io.js";
import { langOption } from "./options.js";
import { actingCommand, actorOf, inStore } from "./pool-store.js";

/** What leaves the pool is for its owner's eyes. */
const PRIVATE = 0o600;

/** @param done told the exit code */
export function poolTemplateCommand(io: Io, done: (code: number) => void) {
  return new Command("template")
    .description("Write an empty workbook with drop-downs and explanations, to fill in and import.")
    .requiredOption("--out <file>", "the workbook, .xlsx")
    .addOption(langOption("headers and choices", "nl"))
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", "\nExample:\n  koppel pool template --lang nl --out pool.xlsx")
    .action(async ({ out, lang, quiet }) => {
      assertWorkbook(out);
      if (existsSync(out)) throw new UsageError(`${out} is there already, and may be filled in: choose another name`);
      const { templateXlsx } = await import("../../pool/exchange/index.js");
      writeWhole(out, "template", await templateXlsx(lang, await readChoices()));
      if (quiet !== true)
        io.err(`${out}: fill it in, then: koppel pool import ${out} --dry-run, with --db and your role\n`);
      done(EXIT.done);
    });
}

/** @param done told the exit code */
export function poolExportCommand(io: Io, done: (code: number) => void) {
  return actingCommand("export")
    .description("Write the pool as a workbook, or as a folder of CSV files, that can be imported again.")
    .requiredOption("--out <file>", "the workbook, or the folder of CSV files")
    .addOption(
      new Option("--as <form>", "one workbook, or a CSV file for each sheet").choices(["xlsx", "csv"]).default("xlsx"),
    )
    .addOption(langOption("headers and choices", "nl"))
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      `
Examples:
  koppel pool export --db pool.db --role coordinator --organisation iot --out pool.xlsx
  koppel pool export --db pool.db --role safetyOfficer --as csv --out pool

It holds what your role may see: what is left out stays as it is when the file is imported again.`,
    )
    .action(async (options) => {
      const { out, lang } = options;
      const actor = actorOf(options);
      if (options.as === "xlsx") assertWorkbook(out);
      const { exportRecords, recordsCsv, recordsXlsx, viewOf } = await import("../../pool/exchange/index.js");
      const { records, withheld } = await inStore(options, (store) => exportRecords(store, actor));
      const write = { lang, choices: await readChoices(), withheld, ...viewOf(actor) };
      if (options.as === "xlsx") writeWhole(out, "export", await recordsXlsx(records, write), PRIVATE);
      else {
        assertFolder(out);
        mkdirSync(out, { recursive: true, mode: 0o700 });
        for (const [sheet, text] of recordsCsv(records, write))
          writeWhole(path.join(out, `${sheet}.csv`), "export", BYTE_ORDER_MARK + text, PRIVATE);
      }
      if (options.quiet !== true)
        io.err(`${out}: ${records.trainer.length} trainers, ${records.session.length} sessions\n`);
      done(EXIT.done);
    });
}

/** @throws UsageError where the name is that of a file */
function assertFolder(out: string): void {
  if (existsSync(out) && !statSync(out).isDirectory())
    throw new UsageError(
      `--out ${out}: that is a file; --as csv writes a file for each sheet: give the name of a folder`,
    );
}

/** @throws UsageError for standard output, another ending, or a file that could not be written */
function assertWorkbook(out: string): void {
  if (out === STDIO) throw new UsageError("a workbook is no text: give --out FILE.xlsx");
  if (path.extname(out).toLowerCase() !== ".xlsx")
    throw new UsageError(`--out ${out}: a workbook’s name ends in .xlsx`);
  assertWritable(out, "workbook");
}
