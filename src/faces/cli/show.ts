/** `koppel show SEASON PLAN`: a plan week by week, as a table, a spreadsheet, a page that prints, a calendar or JSON. */
import { Command, Option } from "@commander-js/extra-typings";
import type { Engine } from "./engine.js";
import { EXIT } from "./errors.js";
import { assertApart, onlyOneStdin, STDIO } from "./files.js";
import { readBoth } from "./inputs.js";
import type { Io } from "./io.js";
import { langOption } from "./options.js";
import { PAGE_FORMS, planPage } from "./plan-page.js";

/** @param done told the exit code */
export function showCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("show")
    .description("Show a plan week by week, with what is open and why.")
    .argument("<season>", "season file, JSON or gzip; - is standard input")
    .argument("<plan>", "plan file, JSON or gzip; - is standard input")
    .addOption(
      new Option(
        "--as <form>",
        "table for a terminal, csv or xlsx for a spreadsheet, html to print, ics for a calendar, json for a script (default: by the ending of --out, else table)",
      ).choices(PAGE_FORMS),
    )
    .addOption(langOption("the labels"))
    .option("--out <file>", "write to this file instead of standard output")
    .option("--trainer <code>", "ics: only the sessions of this trainer")
    .option(
      "--previous <file>",
      "ics: the calendar that was given out before; what changed since is updated or cancelled",
    )
    .addOption(new Option("--json", "print the weeks and the open sessions as JSON").conflicts("as"))
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", "\nExample:\n  koppel show season.json plan.json --as html --lang nl --out plan.html")
    .action(async (seasonFile, planFile, options) => {
      onlyOneStdin([seasonFile, planFile, options.previous]);
      const out = options.out === STDIO ? undefined : options.out;
      assertApart(
        [{ file: out, what: "--out" }],
        [
          { file: seasonFile, what: "season" },
          { file: planFile, what: "plan" },
        ],
      );
      const asked = options.json === true ? { ...options, as: "json" as const } : options;
      const page = await planPage(io, engine, asked);
      const { season, plan } = await readBoth(io, engine, seasonFile, planFile);
      await page(season, plan);
      done(EXIT.done);
    });
}
