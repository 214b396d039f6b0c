/** The sheet of series: sessions for the same group that follow each other. */
import { LARGEST } from "../../model/leaves.js";
import { wording as w } from "../../sheets/types.js";
import { column, sheet } from "./columns.js";
import { many, whole } from "./kinds.js";
import { CLIENTS } from "./sheet-parties.js";

export const SERIES_SHEET = sheet({
  key: "series",
  name: w("Reeksen", "Series"),
  help: w(
    "Bijeenkomsten voor dezelfde groep die op elkaar volgen, zoals beginners en daarna gevorderden.",
    "Sessions for the same group that follow each other, such as beginners and then advanced.",
  ),
  columns: {
    code: CLIENTS.columns.code,
    sessions: column({
      header: w("Bijeenkomsten", "Sessions"),
      help: w("Codes in hun volgorde, gescheiden door ;.", "Codes in their order, divided by ;."),
      kind: many(false),
      path: "sessions",
      source: { refers: "session" },
    }),
    minDays: column({
      header: w("Minstens dagen ertussen", "At least days between"),
      help: w(
        "Van de laatste dag van de ene tot de eerste dag van de volgende; leeg is 1.",
        "From the last day of one to the first day of the next; blank is 1.",
      ),
      kind: whole(0, LARGEST),
      path: "minDays",
      empty: 1,
    }),
    maxDays: column({
      header: w("Hoogstens dagen ertussen", "At most days between"),
      help: w("Leeg is 365.", "Blank is 365."),
      kind: whole(0, LARGEST),
      path: "maxDays",
      empty: 365,
    }),
  },
});
