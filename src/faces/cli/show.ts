/** `koppel show SEASON PLAN`: a plan week by week, as a table, as CSV or as a page that prints. */
import path from "node:path";
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
  visible,
} from "../../papers/index.js";
import { readLabels } from "./data-files.js";
import type { Engine } from "./engine.js";
import { EXIT } from "./errors.js";
import { assertApart, assertWritable, onlyOneStdin, STDIO, writeWhole } from "./files.js";
import { readBoth } from "./inputs.js";
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
      new Option(
        "--as <form>",
        "table for a terminal, csv for a spreadsheet, html to print (default: by the ending of --out, else table)",
      ).choices(FORMS),
    )
    .addOption(new Option("--lang <language>", "language of the labels").choices(LANGS).default("en" as const))
    .option("--out <file>", "write to this file instead of standard output")
    .addOption(new Option("--json", "print the weeks and the open sessions as JSON").conflicts("as"))
    .option("--quiet", "say nothing on standard error")
    .addHelpText("after", "\nExample:\n  koppel show season.json plan.json --as html --lang nl --out plan.html")
    .action(async (seasonFile, planFile, options) => {
      onlyOneStdin([seasonFile, planFile]);
      const out = options.out === STDIO ? undefined : options.out;
      assertApart(
        [{ file: out, what: "--out" }],
        [
          { file: seasonFile, what: "season" },
          { file: planFile, what: "plan" },
        ],
      );
      if (out !== undefined) assertWritable(out, "page");
      const form = formFor(options.as, options.json === true ? undefined : out, (text) => {
        if (options.quiet !== true) io.err(text);
      });
      const { season, plan } = await readBoth(io, engine, seasonFile, planFile);
      const check = await engine.check();
      const verdict = check(season, plan);
      const hasOpen = verdict.feasible && verdict.staffed < verdict.sessions;
      const view = viewPlan(season, plan, verdict, hasOpen ? await engine.openReasons(season, plan) : []);
      const labels = await readLabels();
      const text =
        options.json === true ? viewJson(view, options.lang) : render(view, form, options.lang, labels, io.columns);
      if (out === undefined) await io.out(text);
      else writeWhole(out, "page", form === "csv" && options.json !== true ? BYTE_ORDER_MARK + text : text);
      done(EXIT.done);
    });
}

const ENDINGS: Readonly<Record<string, Form>> = { ".txt": "table", ".csv": "csv", ".html": "html", ".htm": "html" };

/** The form that was asked for, or that the file's ending asks for; where the two differ, the first holds. */
function formFor(asked: Form | undefined, out: string | undefined, warn: (text: string) => void): Form {
  const ending = out === undefined ? "" : path.extname(out).toLowerCase();
  const byName = ENDINGS[ending];
  if (asked === undefined) {
    if (byName === undefined && ending !== "")
      warn(`koppel: ${visible(out ?? "")} gets a table: of its ending koppel knows no form; see --as\n`);
    return byName ?? "table";
  }
  if (byName !== undefined && byName !== asked)
    warn(`koppel: ${visible(out ?? "")} ends as a ${byName} does and gets a ${asked}, as --as says\n`);
  return asked;
}

function render(view: PlanView, form: Form, lang: Lang, labels: Labels, columns: number | null): string {
  if (form === "csv") return planCsv(view, lang, labels);
  if (form === "html") return planHtml(view, lang, labels);
  return planText(view, lang, labels, columns ?? PLAIN_WIDTH);
}

function viewJson({ season, verdict, bound, gap, weeks, open, left }: PlanView, lang: Lang): string {
  const { staffed, sessions, total, costs, feasible } = verdict;
  return `${JSON.stringify({
    season: season.id,
    feasible,
    staffed,
    sessions,
    total,
    costs,
    bound,
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
      slots: session.slots,
      reasons: reasonLines({ reasons }, lang),
    })),
    left,
  })}\n`;
}
