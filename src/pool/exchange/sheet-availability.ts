/** The sheets of a trainer's details: her time, and what she consents to. */

import { wording as w } from "../../sheets/types.js";
import { column, sheet } from "./columns.js";
import { AVAILABILITY, CONSENT_FIELD, DAY_PART, PURPOSE, WEEKDAY, YES_NO } from "./fixed-lists.js";
import { dayParts, many, moment, nullableText, one, whole } from "./kinds.js";

export const AVAILABILITY_SHEET = sheet({
  key: "availability",
  name: w("Beschikbaarheid", "Availability"),
  help: w(
    "Zoveel rijen per trainer als nodig; samen zijn ze alles wat van haar tijd bekend is. Nee gaat altijd voor ja.",
    "As many rows for a trainer as needed; together they are all that is known of her time. A no outweighs a yes.",
  ),
  columns: {
    trainer: column({
      header: w("Trainer", "Trainer"),
      help: w("Code van de trainer.", "Code of the trainer."),
      kind: one(false),
      path: "trainer",
      source: { refers: "trainer" },
    }),
    kind: column({
      header: w("Wat", "What"),
      help: w("Kies wat deze rij zegt.", "Choose what this row says."),
      kind: one(false),
      path: "kind",
      source: { fixed: AVAILABILITY },
    }),
    days: column({
      header: w("Weekdagen", "Weekdays"),
      help: w("Bij ‘Elke week’: de dagen, gescheiden door ;.", "For ‘every week’: the days, divided by ;."),
      kind: many(false),
      path: "days",
      source: { fixed: WEEKDAY },
      empty: [],
    }),
    parts: column({
      header: w("Dagdelen", "Parts of the day"),
      help: w(
        "Ochtend, middag, avond, hele dag, of tijden: 09:00-12:30. Meer dan één mag, gescheiden door ;.",
        "Morning, afternoon, evening, whole day, or times: 09:00-12:30. Several may be divided by ;.",
      ),
      kind: dayParts,
      path: "parts",
      source: { fixed: DAY_PART },
      empty: [],
    }),
    from: column({
      header: w("Van", "From"),
      help: w(
        "Eerste dag, of de dag waar het om gaat; bij ‘van … tot …’ met een tijd: 2027-03-01 09:30.",
        "First day, or the day itself; for ‘from … to …’ with a time: 2027-03-01 09:30.",
      ),
      kind: moment,
      path: "from",
      empty: null,
    }),
    to: column({
      header: w("Tot", "To"),
      help: w(
        "Laatste dag (die telt mee); bij ‘van … tot …’ het einde, met een tijd.",
        "Last day (included); for ‘from … to …’ the end, with a time.",
      ),
      kind: moment,
      path: "to",
      empty: null,
    }),
    everyWeeks: column({
      header: w("Eens per … weken", "Every … weeks"),
      help: w(
        "Leeg is elke week; 2 is om de week, te beginnen in de week van ‘Van’.",
        "Blank is every week; 2 is every other week, beginning in the week of ‘From’.",
      ),
      kind: whole(1, 520),
      path: "everyWeeks",
      empty: 1,
    }),
    offer: column({
      header: w("Aanbod", "Offer"),
      help: w("Alleen bij ‘Vastgehouden’: de code van het aanbod.", "For ‘held’ alone: the code of the offer."),
      kind: nullableText,
      path: "offer",
      empty: null,
    }),
    until: column({
      header: w("Vervalt op", "Lapses at"),
      help: w(
        "Alleen bij ‘Vastgehouden’: het ogenblik waarop dat vervalt, 2027-02-01T12:00:00Z.",
        "For ‘held’ alone: the instant at which it lapses, 2027-02-01T12:00:00Z.",
      ),
      kind: nullableText,
      path: "until",
      empty: null,
    }),
  },
});

export const CONSENTS = sheet({
  key: "consents",
  name: w("Toestemmingen", "Consents"),
  help: w(
    "Waarvoor gegevens van een trainer gebruikt mogen worden. Een rij met ‘Nee’ trekt in; wat hier niet staat, blijft zoals het was.",
    "What a trainer’s data may be used for. A row with ‘No’ withdraws; what is not here stays as it was.",
  ),
  columns: {
    trainer: column({
      header: w("Trainer", "Trainer"),
      help: w("Code van de trainer.", "Code of the trainer."),
      kind: one(false),
      path: "trainer",
      source: { refers: "trainer" },
    }),
    purpose: column({
      header: w("Waarvoor", "Purpose"),
      help: w("Waar de gegevens voor gebruikt worden.", "What the data are used for."),
      kind: one(false),
      path: "purpose",
      source: { fixed: PURPOSE },
    }),
    fields: column({
      header: w("Welke gegevens", "Which data"),
      help: w("Eén of meer soorten gegevens, gescheiden door ;.", "One or more kinds of data, divided by ;."),
      kind: many(false),
      path: "fields",
      source: { fixed: CONSENT_FIELD },
    }),
    given: column({
      header: w("Toestemming", "Consent"),
      help: w("Ja: zij geeft toestemming. Nee: zij trekt haar in.", "Yes: she consents. No: she withdraws it."),
      kind: one(false),
      path: "given",
      source: { fixed: YES_NO },
    }),
  },
});
