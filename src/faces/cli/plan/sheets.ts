/** `koppel plan sheets`: what each team takes along to its session, on paper. */
import { teamSheetsHtml, visible } from "../../../papers/index.js";
import { readHelplines, readLabels } from "../data-files.js";
import { EXIT, UsageError } from "../errors.js";
import { assertWritable, STDIO, writeWhole } from "../files.js";
import type { Io } from "../io.js";
import { langOption } from "../options.js";
import { actingCommand, actorOf, inStore } from "../pool-store.js";

/** What holds names is for its owner's eyes. */
const PRIVATE = 0o600;

/** @param done told the exit code */
export function planSheetsCommand(io: Io, done: (code: number) => void) {
  return actingCommand("sheets")
    .description("Write the team sheets of what is published: a page to print for each session.")
    .argument("<season>", "the season's id")
    .option("--session <id>", "only this session")
    .option("--out <file>", "the page, .html (default: standard output)")
    .addOption(langOption("the sheets", "nl"))
    .option("--quiet", "say nothing on standard error")
    .addHelpText(
      "after",
      "\nExample:\n  koppel plan sheets spring-2027 --out sheets.html --db pool.db --role coordinator --organisation iot\n\nEach name on them leaves a row in the audit trail.\nA session that no longer holds as it was published is held back. Exit code 1: there is no sheet to write.",
    )
    .action(async (id, options) => {
      const { out, lang } = options;
      if (out !== undefined && out !== STDIO) {
        if (!/\.html?$/i.test(out)) throw new UsageError(`--out ${out}: the page’s name ends in .html`);
        assertWritable(out, "page");
      }
      const { teamSheets } = await import("../../../season/index.js");
      const { sheets, heldBack } = await inStore(options, (store) =>
        teamSheets(store, actorOf(options), id, options.session ?? null),
      );
      if (heldBack.length > 0 && (options.quiet !== true || sheets.length === 0))
        io.err(
          `held back, since what was published of them no longer holds (not available): ${heldBack.map(visible).join(", ")}; next: koppel season repair ${visible(id)} --save PLAN\n`,
        );
      if (sheets.length === 0) return done(EXIT.no);
      const page = teamSheetsHtml(sheets, lang, await readLabels(), await readHelplines());
      if (out === undefined || out === STDIO) await io.out(page);
      else {
        writeWhole(out, "page", page, PRIVATE);
        if (options.quiet !== true) io.err(`${out}: ${sheets.length} team sheets; keep them confidential\n`);
      }
      done(EXIT.done);
    });
}
