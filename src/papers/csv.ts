/** A plan as CSV, one row for each part of a session, for a spreadsheet. */
import { ROLES, type Slot } from "../model/types.js";
import { clockOf, isoWeekOf } from "./dates.js";
import type { Labels } from "./labels.js";
import { reasonLines } from "./reasons.js";
import type { PartRow, PlanView } from "./view.js";
import { type Lang, WORDS } from "./words.js";

/** Spreadsheets of the language expect this between cells. */
const DELIMITER: Readonly<Record<Lang, string>> = { nl: ";", en: "," };

/**
 * The plan as CSV (RFC 4180: CRLF, cells quoted where they need it), without a byte-order mark. Dates and times are ISO.
 * A cell that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
export function planCsv(view: PlanView, lang: Lang, labels: Labels): string {
  const words = WORDS[lang];
  const why = new Map(view.open.map((one) => [one.session.id, reasonLines(one, lang).join(" | ")]));
  const header = [
    words.weekColumn,
    words.date,
    words.start,
    words.end,
    words.part,
    words.session,
    words.activity,
    words.place,
    words.programme,
    words.priority,
    words.state,
    ...ROLES.map((role) => labels("role", role, lang)),
    words.datesOnOffer,
    words.why,
  ];
  const line = (row: PartRow): string[] => {
    const { session, interval, team } = row;
    const { year, week } = isoWeekOf(interval[0]);
    const seat = (role: string) => team.filter((member) => member.seat === role).map(({ trainer }) => trainer);
    return [
      `${year}-W${String(week).padStart(2, "0")}`,
      interval[0].slice(0, 10),
      clockOf(interval[0]),
      // An end on another day is told with its day: the column of the date is that of the start.
      interval[1].slice(0, 10) === interval[0].slice(0, 10) ? clockOf(interval[1]) : interval[1].replace("T", " "),
      `${row.part}/${row.parts}`,
      session.id,
      labels("activity", session.activity, lang),
      row.placeName ?? words.online,
      session.programme ?? "",
      String(session.priority),
      row.open ? words.stateOpen : words.stateStaffed,
      ...ROLES.map((role) => seat(role).join(" + ")),
      row.open ? session.slots.map(slotText).join(" | ") : "",
      row.open ? (why.get(session.id) ?? "") : "",
    ];
  };
  const rows = view.weeks.flatMap(({ rows: ofWeek }) => ofWeek.map(line));
  return [header, ...rows]
    .map((cells) => `${cells.map((text) => cell(text, lang)).join(DELIMITER[lang])}\r\n`)
    .join("");
}

/** A date on offer with all its parts: `2027-03-29 09:30–12:30 + 2027-04-05 09:30–12:30`. */
function slotText(slot: Slot): string {
  return slot
    .map(([start, end]) => {
      const last = end.slice(0, 10) === start.slice(0, 10) ? clockOf(end) : end.replace("T", " ");
      return `${start.replace("T", " ")}–${last}`;
    })
    .join(" + ");
}

/** One cell: a formula is disarmed, then quotes are put where the format asks for them. */
function cell(text: string, lang: Lang): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const needsQuotes = harmless.includes(DELIMITER[lang]) || /["\r\n]/.test(harmless);
  return needsQuotes ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
