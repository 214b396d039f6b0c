/** Plain-text tables for a terminal: the plan week by week, and small two-column lists. */
import Table from "cli-table3";
import { hours, period, shortDay, whole } from "./dates.js";
import type { Labels } from "./labels.js";
import { reasonLines } from "./reasons.js";
import type { PartRow, PlanView } from "./view.js";
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
  const rowsOf = (rows: readonly PartRow[]) => rows.map((row) => cells(row, lang, labels));
  const widths = widthsFor(
    view.weeks.flatMap(({ rows }) => rowsOf(rows)),
    columns,
  );
  const wrapped = (row: readonly string[]) => row.map((text, i) => wrap(text, (widths[i] ?? 0) - PADDING));
  for (const { week, monday, sunday, rows } of view.weeks) {
    out.push(`${words.week(week)} · ${period(monday, sunday, lang)}`);
    const table = new Table({
      head: wrapped([words.date, words.time, words.session, words.activity, words.place, words.team]),
      colWidths: widths,
      style: { head: [], border: [], compact: true },
    });
    table.push(...rowsOf(rows).map(wrapped));
    out.push(table.toString(), "");
  }
  out.push(...openLines(view, lang, labels));
  const { broken, staffed, staffedOf, totalCost } = words;
  out.push(`${staffed}: ${staffedOf(whole(verdict.staffed, lang), whole(verdict.sessions, lang))}`);
  out.push(`${totalCost}: ${whole(verdict.total, lang)}`);
  if (!verdict.feasible) out.push("", `${broken(verdict.violations.length)}. ${words.brokenNote}`);
  return `${visibleLines(out)}\n`;
}

function openLines(view: PlanView, lang: Lang, labels: Labels): string[] {
  const words = WORDS[lang];
  if (view.open.length === 0) return view.verdict.sessions === 0 ? [] : [words.noneOpen, ""];
  const lines = [`${words.openSessions} (${whole(view.open.length, lang)})`];
  for (const { session, placeName, reasons } of view.open) {
    const activity = labels("activity", session.activity, lang);
    const priority = `${words.priority.toLowerCase()} ${session.priority}`;
    lines.push(`  ${session.id} · ${activity} · ${placeName ?? words.online} · ${priority}`);
    for (const reason of reasonLines(reasons, lang, labels)) lines.push(`    - ${reason}`);
  }
  lines.push("");
  return lines;
}

/** Every line without control characters but its own line ends, which are those of our tables. */
function visibleLines(lines: readonly string[]): string {
  return lines.flatMap((line) => line.split("\n").map(visible)).join("\n");
}

function cells(row: PartRow, lang: Lang, labels: Labels): string[] {
  const words = WORDS[lang];
  const { session, interval, team, open, part, parts } = row;
  const seats = team.map(({ seat, trainer }) => `${labels("role", seat, lang)}: ${trainer}`);
  const activity = labels("activity", session.activity, lang);
  return [
    shortDay(interval[0], lang),
    hours(interval, lang),
    session.id,
    parts > 1 && !open ? `${activity} (${words.partOf(part, parts)})` : activity,
    row.placeName ?? words.online,
    open ? words.stateOpen.toUpperCase() : seats.join("\n"),
  ].map((text) => text.split("\n").map(visible).join("\n"));
}

/** A cell's padding: a blank on either side. */
const PADDING = 2;

/** Breaks lines at blanks, and words only where they are wider than the column: a code is never cut short. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const whole of text.split("\n")) {
    let line = "";
    for (const word of whole.split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (longer.length <= width) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      line = word;
      for (; line.length > width; line = line.slice(width)) lines.push(line.slice(0, width));
    }
    lines.push(line);
  }
  return lines.join("\n");
}

/** Widths of the columns, padding included: what each needs; where that is too much, activity and place give way first. */
function widthsFor(rows: readonly (readonly string[])[], columns: number): number[] {
  const needs = [12, 13, 12, 12, 10, 12];
  for (const row of rows)
    for (const [i, text] of row.entries()) {
      const longest = text.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
      needs[i] = Math.max(needs[i] ?? 0, longest + PADDING);
    }
  const borders = needs.length + 1;
  let excess = needs.reduce((a, b) => a + b, borders) - columns;
  for (const { column, least } of GIVING_WAY) {
    const given = Math.max(0, Math.min(excess, (needs[column] ?? 0) - least));
    needs[column] = (needs[column] ?? 0) - given;
    excess -= given;
  }
  return needs;
}

/** Columns in the order in which they give way, and to what width. */
const GIVING_WAY = [
  { column: 3, least: 18 },
  { column: 4, least: 13 },
  { column: 1, least: 13 },
  { column: 5, least: 16 },
  { column: 2, least: 14 },
  { column: 3, least: 11 },
  { column: 4, least: 10 },
  { column: 5, least: 15 },
  { column: 2, least: 10 },
];
