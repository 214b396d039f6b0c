/** Plain-text tables for a terminal: the plan week by week, and small two-column lists. */
import Table from "cli-table3";
import { PADDING, tightWidths, widthsFor, wrap } from "./columns.js";
import { gapPercent, hours, period, shortDay, whole } from "./dates.js";
import { type Labels, sessionName } from "./labels.js";
import { reasonLines } from "./reasons.js";
import { brokenLines, leftLines, type PartRow, type PlanView, statementLines } from "./view.js";
import { type Lang, WORDS } from "./words.js";

/** The narrowest and the widest that a table is worth drawing, in columns. */
const NARROWEST = 80;
const WIDEST = 160;

const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Text of a file as a terminal may show it: control and direction characters, which could rewrite a screen, are gone. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, "\ufffd");
}

/**
 * The plan as a table for each week, then the sessions that are open with what rules people out.
 * @param width of the terminal in columns; kept between 80 and 160
 */
export function planText(view: PlanView, lang: Lang, labels: Labels, width: number): string {
  const words = WORDS[lang];
  const { season, verdict } = view;
  const columns = Math.min(WIDEST, Math.max(NARROWEST, width));
  const out: string[] = [];
  out.push(words.title(season.id), period(season.from, season.to, lang), "");
  if (verdict.sessions === 0) out.push(words.nothing, "");
  const { heads, rowOf, widths } = layoutOf(view, lang, labels, columns);
  const wrapped = (row: readonly string[]) => row.map((text, i) => wrap(text, (widths[i] ?? 0) - PADDING));
  for (const { week, monday, sunday, rows } of view.weeks) {
    out.push(`${words.week(week)} · ${period(monday, sunday, lang)}`);
    const table = new Table({
      head: wrapped(heads),
      colWidths: [...widths],
      style: { head: [], border: [], compact: true },
    });
    table.push(...rows.map((row) => wrapped(rowOf(row))));
    out.push(table.toString(), "");
  }
  out.push(...openLines(view, lang, labels));
  out.push(...endLines(view, lang));
  return `${visibleLines(out)}\n`;
}

/** What comes under the tables: how much is staffed, cost and bound, what is left of the published plan, what is broken. */
function endLines({ verdict, bound, gap, left }: PlanView, lang: Lang): string[] {
  const words = WORDS[lang];
  const lines = [
    `${words.staffed}: ${words.staffedOf(whole(verdict.staffed, lang), whole(verdict.sessions, lang))}`,
    `${words.totalCost}: ${whole(verdict.total, lang)}`,
  ];
  if (bound !== null && gap !== null) lines.push(boundLine(bound, gap, lang));
  lines.push(...statementLines(verdict, lang));
  const changes = leftLines(left, lang).map((line) => `  - ${line}`);
  if (changes.length > 0) lines.push("", words.publishedHead, ...changes);
  if (verdict.feasible) return lines;
  const broken = brokenLines(verdict, lang);
  return [...lines, "", `${words.broken(broken.length)}. ${words.brokenNote}`, ...broken.map((line) => `  - ${line}`)];
}

/** `stated bound 8,000 (as its maker proved it; not verified here) · gap 0.1 %` */
export function boundLine(bound: number, gap: number, lang: Lang): string {
  return `${WORDS[lang].statedBound(whole(bound, lang))} · ${WORDS[lang].gap} ${gapPercent(gap, lang)} %`;
}

function openLines(view: PlanView, lang: Lang, labels: Labels): string[] {
  const words = WORDS[lang];
  if (view.open.length === 0) return view.verdict.sessions === 0 ? [] : [words.noneOpen, ""];
  const lines = [`${words.openSessions} (${whole(view.open.length, lang)})`];
  for (const one of view.open) {
    const { session, placeName } = one;
    const activity = sessionName(session, labels, lang);
    const priority = `${words.priority.toLowerCase()} ${session.priority}`;
    lines.push(`  ${session.id} · ${activity} · ${placeName ?? words.online} · ${priority}`);
    const dates = session.slots
      .flatMap((slot) => slot.slice(0, 1))
      .map((part) => `${shortDay(part[0], lang)} ${hours(part, lang)}`);
    lines.push(`    ${words.datesOnOffer.toLowerCase()}: ${dates.join(", ")}`);
    for (const reason of reasonLines(one, lang)) lines.push(`    - ${reason}`);
  }
  lines.push("");
  return lines;
}

/** Every line without control characters but its own line ends, which are those of our tables. */
function visibleLines(lines: readonly string[]): string {
  return lines.flatMap((line) => line.split("\n").map(visible)).join("\n");
}

interface Layout {
  readonly heads: readonly string[];
  readonly rowOf: (row: PartRow) => string[];
  readonly widths: readonly number[];
}

/** How columns give way beside the activities: activity as long as it reads well, place, team, then activity. */
const GIVING_WAY = [
  [3, 18],
  [4, 0],
  [5, 0],
  [3, 0],
] as const;
/** The same without them: place, team, time, session, date. */
const GIVING_WAY_FEWER = [3, 4, 1, 2, 0].map((column) => [column, 0] as const);

/** The table with its activities where dates, times and sessions stay whole beside them, else without. */
function layoutOf(view: PlanView, lang: Lang, labels: Labels, columns: number): Layout {
  const words = WORDS[lang];
  const heads = [words.date, words.time, words.session, words.activity, words.place, words.team];
  const rows = view.weeks.flatMap((week) => week.rows);
  const whole = (row: PartRow) => cells(row, lang, labels);
  const widths = widthsFor([heads, ...rows.map(whole)], columns, GIVING_WAY);
  if (widths !== null) return { heads, rowOf: whole, widths };
  const fewer = (row: readonly string[]) => row.filter((_, i) => i !== ACTIVITY);
  const rowOf = (row: PartRow) => {
    const all = whole(row);
    if (row.parts > 1 && !row.open) all[SESSION] = `${all[SESSION]}\n(${words.partOf(row.part, row.parts)})`;
    return fewer(all);
  };
  const left = [fewer(heads), ...rows.map(rowOf)];
  return {
    heads: fewer(heads),
    rowOf,
    widths: widthsFor(left, columns, GIVING_WAY_FEWER) ?? tightWidths(left, columns),
  };
}
const [SESSION, ACTIVITY] = [2, 3];

function cells(row: PartRow, lang: Lang, labels: Labels): string[] {
  const words = WORDS[lang];
  const { session, interval, team, open, part, parts } = row;
  const seats = team.map(({ seat, trainer }) => `${labels("role", seat, lang)}: ${trainer}`);
  const activity = sessionName(session, labels, lang);
  return [
    shortDay(interval[0], lang),
    hours(interval, lang),
    session.id,
    parts > 1 && !open ? `${activity} (${words.partOf(part, parts)})` : activity,
    row.placeName ?? words.online,
    open ? words.stateOpen.toUpperCase() : seats.join("\n"),
  ].map((text) => text.split("\n").map(visible).join("\n"));
}
