/** A plan as a page for people: which form it takes, and writing it. What `koppel show` and `koppel plan show` have in common. */
import path from "node:path";
import { redactCosts, type View } from "../../advice/redact.js";
import type { Plan, Season } from "../../model/types.js";
import {
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
import { UsageError } from "./errors.js";
import { assertWritable, readInput, STDIO, writeWhole } from "./files.js";
import type { Io } from "./io.js";

/** The width of a table where no terminal says how wide it is. */
const PLAIN_WIDTH = 110;

export const PAGE_FORMS = ["table", "csv", "xlsx", "html", "ics", "json"] as const;
type Form = (typeof PAGE_FORMS)[number];

export interface PageOptions {
  readonly as?: Form | undefined;
  readonly lang: Lang;
  readonly out?: string | undefined;
  readonly trainer?: string | undefined;
  readonly previous?: string | undefined;
  readonly quiet?: true | undefined;
}

/**
 * Checks what was asked for before anything is read.
 * @returns writes the page of a plan
 * @throws UsageError where the options do not go together or the file cannot be written
 */
export async function planPage(
  io: Io,
  engine: Engine,
  options: PageOptions,
): Promise<(season: Season, plan: Plan, reader?: View) => Promise<void>> {
  const out = options.out === STDIO ? undefined : options.out;
  if (out !== undefined) assertWritable(out, "page");
  const form = formFor(options.as, out, (text) => {
    if (options.quiet !== true) io.err(text);
  });
  if (form === "xlsx" && out === undefined) throw new UsageError("a workbook is no text: give --out FILE.xlsx");
  if (form !== "ics" && (options.trainer !== undefined || options.previous !== undefined))
    throw new UsageError("--trainer and --previous belong to a calendar: add --as ics");
  return async (season, plan, reader = "full") => {
    const check = await engine.check();
    const judged = check(season, plan);
    const verdict = { ...judged, costs: redactCosts(judged.costs, reader) };
    const hasOpen = verdict.feasible && verdict.staffed < verdict.sessions;
    const view = viewPlan(season, plan, verdict, hasOpen ? await engine.openReasons(season, plan) : []);
    const calendar = {
      trainer: knownTrainer(season, options.trainer),
      previous: options.previous === undefined ? null : await previousCalendar(io, options.previous),
    };
    const page = await render(view, form, options.lang, await readLabels(), io, calendar);
    if (out !== undefined) writeWhole(out, "page", form === "csv" ? BYTE_ORDER_MARK + page : page);
    else if (typeof page === "string") await io.out(page);
  };
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
    open: open.map(({ session, reasons, together }) => ({
      session: session.id,
      priority: session.priority,
      slots: session.slots,
      reasons: reasonLines({ reasons, together }, lang),
    })),
    left,
  })}\n`;
}
