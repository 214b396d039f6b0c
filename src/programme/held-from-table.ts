/** What was held and who came, from a list that was filled in: the questions of its columns, and the list as it is read. */
import { wording as w } from "../sheets/types.js";
import { type Held, parseHeld } from "./account.js";
import type { Menu } from "./menu.js";
import { plain } from "./table/headings.js";
import { type AskedQuestion, type Option, repliesOf } from "./table/replies.js";
import { rowsOf, TableIssues } from "./table/rows.js";

const TWICE = w(
  "deze bijeenkomst staat er al: één rij per bijeenkomst",
  "this session stands here already: one row for each session",
);

/** What can have been held: the items that have sessions, and activities of which there is no such item. */
function heldOptions({ items, activities }: Menu): readonly Option[] {
  const held = items.filter(({ activity }) => activity !== null);
  const others = [...activities.values()].filter(({ id }) => !held.some((one) => one.id === id));
  return [...held, ...others].map(({ id, nl, en }) => ({ id, nl, en }));
}

/** The columns of the list. */
export function heldQuestions(menu: Menu): readonly AskedQuestion[] {
  return [
    { id: "session", nl: "Bijeenkomst", en: "Session", kind: "text", required: true },
    { id: "client", nl: "Opdrachtgever", en: "Client", kind: "text", required: true },
    { id: "subsidy", nl: "Subsidie", en: "Subsidy", kind: "text", required: true },
    { id: "activity", nl: "Activiteit", en: "Activity", kind: "one", required: true, options: heldOptions(menu) },
    { id: "date", nl: "Datum", en: "Date", kind: "day", required: true },
    { id: "minutes", nl: "Minuten", en: "Minutes", kind: "number", required: true },
    { id: "formal", nl: "Formeel", en: "Formal", kind: "number", required: true },
    { id: "informal", nl: "Informeel", en: "Informal", kind: "number", required: true },
  ];
}

/** Whether a table is such a list, by its headings. */
export function isHeldTable(bytes: Uint8Array, file: string): boolean {
  const [{ cells }] = rowsOf(bytes, file);
  return cells.some((cell) => ["session", "bijeenkomst"].includes(plain(cell)));
}

/**
 * @param bytes an .xlsx or a CSV file, a row for each session; days as 2027-06-03 or 3-6-2027
 * @throws SheetsRefused with every wrong cell by row and column, never with what the cell holds
 */
export function heldFromTable(bytes: Uint8Array, menu: Menu, file = "what was held"): Held {
  const { replies } = repliesOf(rowsOf(bytes, file), heldQuestions(menu), [], file);
  const issues = new TableIssues(file);
  const seen = new Set<string>();
  const held = replies.map(([row, reply]) => {
    const session = reply.text("session");
    if (seen.has(session)) issues.add(row, null, TWICE);
    seen.add(session);
    return {
      session,
      client: reply.text("client"),
      subsidy: reply.text("subsidy"),
      activity: reply.options("activity")[0],
      date: reply.text("date"),
      minutes: reply.number("minutes"),
      formal: reply.number("formal"),
      informal: reply.number("informal"),
    };
  });
  issues.refuse();
  return parseHeld({ format: "koppel-held/1", held }, file);
}
