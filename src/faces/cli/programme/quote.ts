/** `koppel programme quote`: the quote for a programme's sessions, as HTML, PDF, workbook or JSON. */
import { Command, Option } from "@commander-js/extra-typings";
import { LANGS } from "../../../papers/index.js";
import { readLabels } from "../data-files.js";
import { EXIT, UsageError } from "../errors.js";
import { nameOf, onlyOneStdin, readInput, STDIO } from "../files.js";
import type { Io } from "../io.js";
import { loadLabels } from "./facts.js";
import { assertOutputs, give } from "./give.js";

/** @param done told the exit code */
export function quoteCommand(io: Io, done: (code: number) => void) {
  return new Command("quote")
    .description("Make the quote for the hours of a programme's sessions.")
    .argument("<season>", "koppel-season/1 with the programme's sessions")
    .argument("<terms>", "koppel-terms/1: number, date, rates, VAT, parties")
    .option("--plan <file>", "a plan: its dates, and its trainers' organisations for the shares")
    .option("--order <file>", "koppel-order/1: the building in each municipality, told beside it")
    .option("--html <file>", "write the page there")
    .option("--pdf <file>", "write the PDF there")
    .option("--xlsx <file>", "write a workbook there")
    .option("--out <file>", "write koppel-quote/1 there (default: standard output, unless another form is asked for)")
    .addOption(
      new Option("--lang <language>", "language of page, PDF and workbook").choices(LANGS).default("nl" as const),
    )
    .addHelpText(
      "after",
      "\nExample:\n  koppel programme quote season.json terms.json --pdf quote.pdf --out quote.json",
    )
    .action(async (seasonFile, termsFile, { plan: planFile, order: orderFile, html, pdf, xlsx, out, lang }) => {
      onlyOneStdin([seasonFile, termsFile, planFile, orderFile]);
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
      ];
      assertOutputs(outputs, inputs);
      if (pdf === STDIO) throw new UsageError("--pdf: a PDF is no text: give a file");
      if (xlsx === STDIO) throw new UsageError("--xlsx: a workbook is no text: give a file");
      const { readPlanOf } = await import("./plan.js");
      const { readSeason } = await import("../../../model/parse.js");
      const { quoteOf, readTerms } = await import("../../../programme/quote/quote.js");
      const { paidBy } = await import("../../../programme/quote/paid.js");
      const season = readSeason(await readInput(io, seasonFile, "season"), nameOf(seasonFile));
      const terms = readTerms(await readInput(io, termsFile, "terms"), nameOf(termsFile));
      const { readOrder, venuesOf } = await import("../../../programme/order.js");
      const venues =
        orderFile === undefined
          ? undefined
          : venuesOf(readOrder(await readInput(io, orderFile, "order"), nameOf(orderFile)));
      const plan = planFile === undefined ? null : await readPlanOf(io, season, planFile);
      const dates = new Map(
        (plan?.assignments ?? []).flatMap(({ session, slot }) => {
          const parts = season.sessions.find(({ id }) => id === session)?.slots[slot];
          return parts === undefined ? [] : [[session, parts.map(([start]) => start.slice(0, 10))] as const];
        }),
      );
      const shares = plan === null ? [] : season.programmes.flatMap(({ id }) => paidBy(season, plan, id));
      const quote = quoteOf(season.sessions, terms, dates, shares.length > 0 ? shares : terms.shares, venues);
      const codes = await loadLabels(lang);
      const label = (code: string) => season.places.find(({ id }) => id === code)?.name ?? codes(code);
      const labels = await readLabels();
      const { quoteView } = await import("../../../papers/programme/quote-words.js");
      const view = quoteView(quote, label, (role) => labels("role", role, lang), lang);
      if (html !== undefined) {
        const { quoteHtml } = await import("../../../papers/programme/quote-html.js");
        await give(io, html, "page", quoteHtml(quote, view, lang));
      }
      if (pdf !== undefined) {
        const { quotePdf } = await import("../../../papers/programme/quote-pdf.js");
        await give(io, pdf, "PDF", await quotePdf(quote, view, lang));
      }
      if (xlsx !== undefined) {
        const { quoteXlsx } = await import("../../../papers/programme/quote-xlsx.js");
        await give(io, xlsx, "workbook", await quoteXlsx(quote, view, lang));
      }
      if (out !== undefined || [html, pdf, xlsx].every((file) => file === undefined))
        await give(io, out, "quote", `${JSON.stringify(quote, null, 1)}\n`);
      done(EXIT.done);
    });
}
