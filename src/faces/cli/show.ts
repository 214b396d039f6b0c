/** `koppel show SEASON PLAN`: a plan week by week, as a table, as CSV or as a page that prints. */
import { Command, Option } from "@commander-js/extra-typings";
import {
  LANGS,
  type Labels,
  type Lang,
  type PlanView,
  planCsv,
  planHtml,
  planText,
  reasonLines,
  viewPlan,
  whyOpen,
} from "../../papers/index.js";
import { readLabels } from "./data-files.js";
import type { Engine } from "./engine.js";
import { EXIT, UsageError } from "./errors.js";
import { assertWritable, nameOf, onlyOneStdin, readInput, STDIO, writeWhole } from "./files.js";
import type { Io } from "./io.js";

/** The width of a table where no terminal says how wide it is. */
const PLAIN_WIDTH = 110;
/** Spreadsheets take a file for UTF-8 only where it says so. */
const BYTE_ORDER_MARK = "\ufeff";

const FORMS = ["table", "csv", "html"] as const;
type Form = (typeof FORMS)[number];

/** @param done told the exit code */
export function showCommand(io: Io, engine: Engine, done: (code: number) => void) {
  return new Command("show")
    .description("Show a plan week by week, with what is open and why.")
    .argument("<season>", "season file, JSON or gzip; - is standard input")
    .argument("<plan>", "plan file, JSON or gzip; - is standard input")
    .addOption(
      new Option("--as <form>", "table for a terminal, csv for a spreadsheet, html to print")
        .choices(FORMS)
        .default("table" as const),
    )
    .addOption(new Option("--lang <language>", "language of the labels").choices(LANGS).default("en" as const))
    .option("--out <file>", "write to this file instead of standard output")
    .addOption(new Option("--json", "print the weeks and the open sessions as JSON").conflicts("as"))
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", "\nExample:\n  koppel show season.json plan.json --as html --lang nl --out plan.html")
    .action(async (seasonFile, planFile, options) => {
      onlyOneStdin([seasonFile, planFile]);
      const out = options.out === STDIO ? undefined : options.out;
      if (out !== undefined) assertWritable(out, "page");
      const season = await engine.readSeason(await readInput(io, seasonFile, "season"), nameOf(seasonFile));
      const plan = await engine.readPlan(await readInput(io, planFile, "plan"), season, nameOf(planFile));
      if (plan.season !== season.id)
        throw new UsageError(
          `the plan is for season ${plan.season}, and the season file is ${season.id}: give the two that belong together`,
        );
      const check = await engine.check();
      const verdict = check(season, plan);
      const view = viewPlan(season, plan, verdict, whyOpen(season, plan, check));
      const labels = await readLabels();
      const text =
        options.json === true
          ? viewJson(view, options.lang, labels)
          : render(view, options.as, options.lang, labels, io.columns);
      if (out === undefined) await io.out(text);
      else writeWhole(out, "page", options.as === "csv" && options.json !== true ? BYTE_ORDER_MARK + text : text);
      done(EXIT.done);
    });
}

function render(view: PlanView, form: Form, lang: Lang, labels: Labels, columns: number | null): string {
  if (form === "csv") return planCsv(view, lang, labels);
  if (form === "html") return planHtml(view, lang, labels);
  return planText(view, lang, labels, columns ?? PLAIN_WIDTH);
}

function viewJson({ season, verdict, gap, weeks, open }: PlanView, lang: Lang, labels: Labels): string {
  const { staffed, sessions, total, costs, feasible } = verdict;
  return `${JSON.stringify({
    season: season.id,
    feasible,
    staffed,
    sessions,
    total,
    costs,
    gap,
    weeks: weeks.map(({ rows, ...week }) => ({
      ...week,
      rows: rows.map(({ session, placeName, interval: [start, end], part, parts, team, open: isOpen }) => ({
        session: session.id,
        activity: session.activity,
        place: placeName,
        start,
        end,
        part,
        parts,
        open: isOpen,
        team,
      })),
    })),
    open: open.map(({ session, reasons }) => ({
      session: session.id,
      priority: session.priority,
      reasons: reasonLines(reasons, lang, labels),
    })),
  })}\n`;
}
