/** `koppel programme quote`: the quote for a programme's sessions, as HTML, PDF, workbook or JSON. */
import { Command } from "@commander-js/extra-typings";
import type { Session } from "../../../model/types.js";
import { EXIT, UsageError } from "../errors.js";
import { nameOf, onlyOneStdin, readInput, STDIO } from "../files.js";
import type { Io } from "../io.js";
import { langOption } from "../options.js";
import { loadMenu, loadNames } from "./facts.js";
import { assertOutputs, give } from "./give.js";

/** @param done told the exit code */
export function quoteCommand(io: Io, done: (code: number) => void) {
  return new Command("quote")
    .description("Make the quote for the hours of a programme's sessions.")
    .argument("<season>", "koppel-season/1 with the programme's sessions")
    .argument("<terms>", "koppel-terms/1: number, date, rates, VAT, parties")
    .option("--plan <file>", "a plan: its dates, and its trainers' organisations for the shares")
    .option("--order <file>", "koppel-order/1: the building in each municipality, told beside it")
    .option("--choice <file>", "koppel-choice/1: the existing online modules of the programme, told at no charge")
    .option("--kind <kind>", "which alternative of the choice", "most-need")
    .option("--html <file>", "write the page there")
    .option("--pdf <file>", "write the PDF there")
    .option("--xlsx <file>", "write a workbook there")
    .option("--out <file>", "write koppel-quote/1 there (default: standard output, unless another form is asked for)")
    .addOption(langOption("page, PDF and workbook", "nl"))
    .addHelpText(
      "after",
      "\nExample:\n  koppel programme quote season.json terms.json --pdf quote.pdf --out quote.json",
    )
    .action(
      async (
        seasonFile,
        termsFile,
        { plan: planFile, order: orderFile, choice: choiceFile, kind, html, pdf, xlsx, out, lang },
      ) => {
        onlyOneStdin([seasonFile, termsFile, planFile, orderFile, choiceFile]);
        const outputs = [
          { file: html, what: "--html" },
          { file: pdf, what: "--pdf" },
          { file: xlsx, what: "--xlsx" },
          { file: out, what: "--out" },
        ];
        const inputs = [
          { file: seasonFile, what: "season" },
          { file: termsFile, what: "terms" },
          { file: planFile, what: "plan" },
          { file: orderFile, what: "order" },
          { file: choiceFile, what: "choice" },
        ];
        assertOutputs(outputs, inputs);
        if (pdf === STDIO) throw new UsageError("--pdf: a PDF is no text: give a file");
        if (xlsx === STDIO) throw new UsageError("--xlsx: a workbook is no text: give a file");
        const { alternativeIn, readPlanOf } = await import("./plan.js");
        const { readChoice } = await import("../../../programme/choose/alternatives.js");
        const { readSeason } = await import("../../../model/parse.js");
        const { modulesOf, quoteOf, readTerms } = await import("../../../programme/quote/quote.js");
        const season = readSeason(await readInput(io, seasonFile, "season"), nameOf(seasonFile));
        const terms = readTerms(await readInput(io, termsFile, "terms"), nameOf(termsFile));
        const { readOrder, venuesOf } = await import("../../../programme/order.js");
        const venues =
          orderFile === undefined
            ? undefined
            : venuesOf(readOrder(await readInput(io, orderFile, "order"), nameOf(orderFile)));
        const plan = planFile === undefined ? null : await readPlanOf(io, season, planFile);
        const { datesIn, paidBy } = await import("../../../programme/quote/paid.js");
        const { itemOf } = await import("../../../programme/sessions/named.js");
        const menu = await loadMenu();
        const planned =
          plan === null
            ? {}
            : { dated: datesIn(season, plan), paid: season.programmes.flatMap(({ id }) => paidBy(season, plan, id)) };
        const chosen =
          choiceFile === undefined
            ? null
            : alternativeIn(readChoice(await readInput(io, choiceFile, "choice"), nameOf(choiceFile)), kind);
        const modules = chosen === null ? [] : modulesOf(menu, chosen);
        const of = chosen?.kind ?? null;
        const itemIs = (session: Session) => itemOf(menu, session);
        const quote = quoteOf({
          sessions: season.sessions,
          terms,
          venues,
          itemOf: itemIs,
          modules,
          kind: of,
          ...planned,
        });
        const names = await loadNames(lang);
        const place = (code: string) => season.places.find(({ id }) => id === code)?.name;
        const named = { ...names, label: (code: string) => place(code) ?? names.label(code) };
        const { quoteFile } = await import("../../../papers/programme/files.js");
        const files = { html, pdf, xlsx, json: out };
        const asked = (["html", "pdf", "xlsx", "json"] as const).filter((form) => files[form] !== undefined);
        for (const form of asked.length > 0 ? asked : (["json"] as const))
          await give(io, files[form], "quote", await quoteFile(quote, form, named, lang));
        done(EXIT.done);
      },
    );
}
