/** `koppel show SEASON PLAN`: a plan week by week, as a table, a spreadsheet, a page that prints, a calendar or JSON. */
import path from "node:path";
import { Command, Option } from "@commander-js/extra-typings";
import type { Season } from "../../model/types.js";
import {
  LANGS,
  type Labels,
  type Lang,
  type PlanView,
  planCalendar,
  planCsv,
  planHtml,
  planText,
  planXlsx,
  reasonLines,
  viewPlan,
  visible,
} from "../../papers/index.js";
import { BYTE_ORDER_MARK } from "../../sheets/write-csv.js";
import { readLabels } from "./data-files.js";
import type { Engine } from "./engine.js";
import { EXIT, UsageError } from "./errors.js";
import { assertApart, assertWritable, onlyOneStdin, readInput, STDIO, writeWhole } from "./files.js";
import { readBoth } from "./inputs.js";
import type { Io } from "./io.js";

/** The width of a table where no terminal says how wide it is. */
const PLAIN_WIDTH = 110;

const FORMS = ["table", "csv", "xlsx", "html", "ics", "json"] as const;
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
        "table for a terminal, csv or xlsx for a spreadsheet, html to print, ics for a calendar, json for a script (default: by the ending of --out, else table)",
      ).choices(FORMS),
    )
    .addOption(new Option("--lang <language>", "language of the labels").choices(LANGS).default("en" as const))
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
      if (out !== undefined) assertWritable(out, "page");
      const asked = options.json === true ? "json" : options.as;
      const form = formFor(asked, options.json === true ? undefined : out, (text) => {
        if (options.quiet !== true) io.err(text);
      });
      if (form === "xlsx" && out === undefined) throw new UsageError("a workbook is no text: give --out FILE.xlsx");
      if (form !== "ics" && (options.trainer !== undefined || options.previous !== undefined))
        throw new UsageError("--trainer and --previous belong to a calendar: add --as ics");
      const { season, plan } = await readBoth(io, engine, seasonFile, planFile);
      const check = await engine.check();
      const verdict = check(season, plan);
      const hasOpen = verdict.feasible && verdict.staffed < verdict.sessions;
      const view = viewPlan(season, plan, verdict, hasOpen ? await engine.openReasons(season, plan) : []);
      const labels = await readLabels();
      const calendar = {
        trainer: knownTrainer(season, options.trainer),
        previous: options.previous === undefined ? null : await previousCalendar(io, options.previous),
      };
      const page = await render(view, form, options.lang, labels, io, calendar);
      if (out !== undefined) writeWhole(out, "page", form === "csv" ? BYTE_ORDER_MARK + page : page);
      else if (typeof page === "string") await io.out(page);
      done(EXIT.done);
    });
}

const ENDINGS: Readonly<Record<string, Form>> = {
  ".txt": "table",
  ".csv": "csv",
  ".xlsx": "xlsx",
  ".html": "html",
  ".htm": "html",
  ".ics": "ics",
  ".json": "json",
};

/** @throws UsageError for a trainer whom the season does not know */
function knownTrainer({ trainers }: Season, code: string | undefined): string | null {
  if (code === undefined || trainers.some(({ id }) => id === code)) return code ?? null;
  throw new UsageError(`--trainer ${code}: the season has no such trainer; check the code`);
}

async function previousCalendar(io: Io, file: string): Promise<string> {
  return new TextDecoder().decode(await readInput(io, file, "earlier calendar"));
}

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

/** What the page is; a workbook is bytes. */
async function render(
  view: PlanView,
  form: Form,
  lang: Lang,
  labels: Labels,
  io: Io,
  calendar: { readonly trainer: string | null; readonly previous: string | null },
): Promise<string | Uint8Array> {
  switch (form) {
    case "csv":
      return planCsv(view, lang, labels);
    case "xlsx":
      return planXlsx(view, lang, labels);
    case "html":
      return planHtml(view, lang, labels);
    case "ics":
      return planCalendar(view, { ...calendar, lang, labels, stamp: new Date(io.startedAt).toISOString() });
    case "json":
      return viewJson(view, lang);
    case "table":
      return planText(view, lang, labels, io.columns ?? PLAIN_WIDTH);
  }
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
