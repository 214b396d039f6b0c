/** A plan as a table for a spreadsheet, one row for each part of a session: as CSV, or as a workbook. */
import { ROLES, type Slot } from "../model/types.js";
import { toCell } from "../sheets/text.js";
import type { Cell } from "../sheets/types.js";
import { csvText, momentText } from "../sheets/write-csv.js";
import { fittedSheet, writeXlsx } from "../sheets/write-xlsx.js";
import { clockOf, isoWeekOf } from "./dates.js";
import { type Labels, sessionName } from "./labels.js";
import { reasonLines } from "./reasons.js";
import type { PartRow, PlanView } from "./view.js";
import { type Lang, WORDS } from "./words.js";

/** Spreadsheets of the language expect this between cells. */
export const DELIMITER = { nl: ";", en: "," } as const satisfies Readonly<Record<Lang, string>>;

/**
 * The plan as CSV (RFC 4180: CRLF, cells quoted where they need it), without a byte-order mark. Dates and times are ISO.
 * A cell that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
export function planCsv(view: PlanView, lang: Lang, labels: Labels): string {
  const { header, rows } = planTable(view, lang, labels);
  const texts = rows.map((cells) => cells.map((cell) => (typeof cell === "object" ? momentText(cell) : String(cell))));
  return csvText([header, ...texts], DELIMITER[lang]);
}

/** The plan as an .xlsx of one sheet with the columns of the CSV; days are dates and priorities numbers. */
export function planXlsx(view: PlanView, lang: Lang, labels: Labels): Promise<Uint8Array> {
  const { header, rows } = planTable(view, lang, labels);
  return writeXlsx([fittedSheet(WORDS[lang].planSheet, header, rows)]);
}

function planTable(
  view: PlanView,
  lang: Lang,
  labels: Labels,
): { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
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
  const line = (row: PartRow): Cell[] => {
    const { session, interval, team } = row;
    const { year, week } = isoWeekOf(interval[0]);
    const seat = (role: string) => team.filter((member) => member.seat === role).map(({ trainer }) => trainer);
    return [
      `${year}-W${String(week).padStart(2, "0")}`,
      { day: interval[0].slice(0, 10), time: null },
      clockOf(interval[0]),
      // An end on another day is told with its day: the column of the date is that of the start.
      interval[1].slice(0, 10) === interval[0].slice(0, 10) ? clockOf(interval[1]) : interval[1].replace("T", " "),
      `${row.part}/${row.parts}`,
      session.id,
      sessionName(session, labels, lang),
      row.placeName ?? words.online,
      session.programme ?? "",
      session.priority,
      row.open ? words.stateOpen : words.stateStaffed,
      ...ROLES.map((role) => seat(role).join(" + ")),
      row.open ? session.slots.map(slotText).join(" | ") : "",
      row.open ? (why.get(session.id) ?? "") : "",
    ];
  };
  const rows = view.weeks.flatMap(({ rows: ofWeek }) => ofWeek.map(line));
  const safe = (cell: Cell): Cell => (typeof cell === "string" ? toCell(cell) : cell);
  return { header: header.map(toCell), rows: rows.map((cells) => cells.map(safe)) };
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
