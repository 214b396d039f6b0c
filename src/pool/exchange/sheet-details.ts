/** The sheets of what takes no part in planning: where exactly a session is, and what a trainer agreed about her name and pictures. */
import { wording as w } from "../../sheets/types.js";
import { column, sheet } from "./columns.js";
import { YES_NO } from "./fixed-lists.js";
import { nullableText, one } from "./kinds.js";

const note = (nl: string, en: string, help: { nl: string; en: string }, path: string) =>
  column({ header: w(nl, en), help, kind: nullableText, path, empty: null });

export const VENUES = sheet({
  key: "venues",
  name: w("Locaties", "Venues"),
  help: w(
    "Hoogstens één rij per bijeenkomst: wat op het teamblad komt.",
    "At most one row for each session: what goes on the team sheet.",
  ),
  columns: {
    session: column({
      header: w("Bijeenkomst", "Session"),
      help: w("Code van de bijeenkomst.", "Code of the session."),
      kind: one(false),
      path: "session",
      source: { refers: "session" },
    }),
    venue: note(
      "Gebouw",
      "Building",
      w("Naam van het gebouw en de zaal.", "Name of the building and the room."),
      "venue",
    ),
    address: note("Adres", "Address", w("Straat en plaats.", "Street and town."), "address"),
    contact: note(
      "Ter plaatse vragen naar",
      "Ask for on arrival",
      w("Wie het team ontvangt.", "Who receives the team."),
      "contact",
    ),
    phone: note("Telefoon ter plaatse", "Phone on site", w("Leeg mag.", "May be blank."), "phone"),
    arrival: note(
      "Veilig komen en gaan",
      "Coming and going safely",
      w("Ingang, parkeren, met wie mee.", "Entrance, parking, whom to walk with."),
      "arrival",
    ),
    agreements: note(
      "Afspraken over grenzen",
      "Agreed limits",
      w("Wat met de opdrachtgever is afgesproken.", "What was agreed with the client."),
      "agreements",
    ),
  },
});

const consent = (nl: string, en: string, path: string) =>
  column({
    header: w(nl, en),
    help: w("Ja of Nee; leeg is Nee.", "Yes or No; blank is No."),
    kind: one(false),
    path,
    source: { fixed: YES_NO },
    empty: "no",
    names: true,
  });

export const WISHES = sheet({
  key: "wishes",
  name: w("Naam en foto", "Names and pictures"),
  help: w(
    "Hoogstens één rij per trainer; zonder rij wordt zij niet genoemd en niet gefotografeerd.",
    "At most one row for each trainer; without one she is neither named nor photographed.",
  ),
  columns: {
    trainer: column({
      header: w("Trainer", "Trainer"),
      help: w("Code van de trainer.", "Code of the trainer."),
      kind: one(false),
      path: "trainer",
      source: { refers: "trainer" },
    }),
    mayBeNamed: consent("Mag genoemd worden", "May be named", "mayBeNamed"),
    mayBePhotographed: consent("Mag op de foto", "May be photographed", "mayBePhotographed"),
    limits: column({
      header: w("Grenzen", "Limits"),
      help: w(
        "Waarover zij wel en niet vertelt, zoals het team het mag weten.",
        "What she tells of and what not, as the team may know it.",
      ),
      kind: nullableText,
      path: "limits",
      empty: null,
      names: true,
    }),
  },
});
