/** `koppel pool import`: spreadsheets into the pool, all of them or nothing. */
import { statSync } from "node:fs";
import path from "node:path";
import { visible } from "../../papers/index.js";
import type { ImportOutcome, Lang, SheetIssue, TablesOfFile } from "../../pool/exchange/index.js";
import { readChoices } from "./data-files.js";
import { EXIT } from "./errors.js";
import { readInput } from "./files.js";
import type { Io } from "./io.js";
import { langOption } from "./options.js";
import { changesText } from "./pool-import-text.js";
import { actingCommand, actorOf, inStore } from "./pool-store.js";
import { issuesJson, issuesText, orRefusal } from "./spreadsheets.js";

const HELP = `
Examples:
  koppel pool import pool.xlsx --db pool.db --role coordinator --organisation iot --dry-run
  koppel pool import trainers.csv availability.csv --db pool.db --role coordinator --organisation iot

A file is an .xlsx or a .csv with the sheets and headers of koppel pool template. A known code updates what is there, a new
one adds; nothing is deleted because a row is missing. Where anything is wrong nothing is written, and everything that is
wrong is told at once, by sheet, row and column, and never by what a cell holds. See docs/spreadsheets.md.`;

/** @param done told the exit code */
export function poolImportCommand(io: Io, done: (code: number) => void) {
  return actingCommand("import")
    .description("Import trainers, availability, clients, programmes and sessions from .xlsx and .csv.")
    .argument("<files...>", "spreadsheets, .xlsx or .csv")
    .option("--dry-run", "say what would change, and change nothing")
    .addOption(langOption("what is told"))
    .option("--json", "print what changes, or everything that is wrong, as JSON")
    .option("--quiet", "say nothing of values that no list knows")
    .addHelpText("after", HELP)
    .action(async (files, options) => {
      const actor = actorOf(options);
      const dryRun = options.dryRun === true;
      const { importTables } = await import("../../pool/exchange/index.js");
      const code = await orRefusal(io, options, async () => {
        const tables = await tablesOf(io, files);
        const outcome = await inStore(options, async (store) =>
          importTables(store, actor, tables, await readChoices(), dryRun),
        );
        if (options.quiet !== true && options.json !== true) io.err(notesText(outcome, options.lang));
        await io.out(
          options.json === true
            ? `${JSON.stringify({ dryRun, changes: outcome.changes, notes: issuesJson(outcome.notes) })}\n`
            : changesText(outcome, dryRun, options.lang),
        );
        return EXIT.done;
      });
      done(code);
    });
}

function notesText({ notes }: ImportOutcome, lang: Lang): string {
  return notes.length === 0 ? "" : issuesText(notes, lang, true);
}

/** @throws SheetsRefused with each file that is refused as a whole, whatever is in the others */
async function tablesOf(io: Io, files: readonly string[]): Promise<readonly TablesOfFile[]> {
  const [{ readTablesOf }, { FileFault, SHEET_LIMITS, tooLarge }, { SheetsRefused }] = await Promise.all([
    import("../../sheets/read.js"),
    import("../../sheets/types.js"),
    import("../../pool/exchange/index.js"),
  ]);
  const issues: SheetIssue[] = [];
  const read: TablesOfFile[] = [];
  for (const file of files) {
    const shown = visible(path.basename(file));
    try {
      // Not even read: a file of any size could be given.
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > SHEET_LIMITS.file) throw tooLarge(SHEET_LIMITS);
      const bytes = await readInput(io, file, "spreadsheet");
      read.push({ file: shown, tables: readTablesOf(bytes, path.basename(file, path.extname(file))) });
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      issues.push({ file: shown, sheet: null, row: null, column: null, problem: error.problem });
    }
  }
  if (issues.length > 0) throw new SheetsRefused(issues);
  return read;
}
