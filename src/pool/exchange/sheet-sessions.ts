/** The sheets of sessions: what each is, its dates on offer, and what it needs of its team. */
import { LARGEST } from "../../model/leaves.js";
import { wording as w } from "../../sheets/types.js";
import { column, sheet } from "./columns.js";
import { NEED, WHO } from "./fixed-lists.js";
import { many, one, oneOrNone, team, wall, whole, wholeOrNone } from "./kinds.js";
import { OFFICER, shorterList } from "./protection.js";
import { CLIENTS, PROGRAMMES } from "./sheet-parties.js";

const count = whole(0, LARGEST);
const seat = (nl: string, en: string, path: string) =>
  column({
    header: w(nl, en),
    help: w("Aantal plaatsen in het team; leeg is geen.", "Number of seats in the team; blank is none."),
    kind: whole(0, 12),
    path,
    empty: 0,
  });
const minutes = (nl: string, en: string, help: { nl: string; en: string }, path: string) =>
  column({ header: w(nl, en), help, kind: count, path, empty: 0 });

export const SESSIONS = sheet({
  key: "sessions",
  name: w("Bijeenkomsten", "Sessions"),
  help: w(
    "Eén rij per bijeenkomst; haar data en wensen staan op de volgende twee bladen.",
    "One row for each session; its dates and needs are on the next two sheets.",
  ),
  columns: {
    code: CLIENTS.columns.code,
    client: PROGRAMMES.columns.client,
    programme: column({
      header: w("Programma", "Programme"),
      help: w("Code van het programma dat betaalt; leeg mag.", "Code of the programme that pays; may be blank."),
      kind: oneOrNone(false),
      path: "programme",
      source: { refers: "programme" },
      empty: null,
    }),
    activity: column({
      header: w("Activiteit", "Activity"),
      help: w("Onderdeel van de menukaart.", "Item of the menu."),
      kind: one(true),
      path: "activity",
      source: { data: "activity" },
    }),
    place: column({
      header: w("Gemeente", "Municipality"),
      help: w("Waar zij is; leeg is online.", "Where it is; blank is online."),
      kind: oneOrNone(false),
      path: "place",
      source: { data: "municipality" },
      empty: null,
    }),
    audience: column({
      header: w("Deelnemers ook uit", "Participants also from"),
      help: w("Andere gemeenten waar deelnemers wonen, gescheiden door ;.", "Other municipalities, divided by ;."),
      kind: many(false),
      path: "audience",
      source: { data: "municipality" },
      empty: [],
    }),
    professional: seat("Professionals", "Professionals", "seats.professional"),
    lived: seat("Ervaringsdeskundigen", "Lived-experience trainers", "seats.lived"),
    actor: seat("Trainingsacteurs", "Training actors", "seats.actor"),
    halfDays: column({
      header: w("Dagdelen", "Half-days"),
      help: w(
        "Waarvoor zij meetelt in een eerlijk deel; leeg is 1.",
        "What it counts for in a fair share; blank is 1.",
      ),
      kind: count,
      path: "halfDays",
      empty: 1,
    }),
    before: minutes(
      "Minuten vooraf",
      "Minutes before",
      w("Opbouw voor elk deel; leeg is 0.", "Set-up before each part; blank is 0."),
      "before",
    ),
    after: minutes(
      "Minuten na afloop",
      "Minutes after",
      w("Nabespreking na elk deel; leeg is 0.", "Debrief after each part; blank is 0."),
      "after",
    ),
    paidMinutes: minutes(
      "Betaalde minuten erbij",
      "Paid minutes besides",
      w(
        "Voorbereiding die betaald wordt, per lid één keer; leeg is 0.",
        "Preparation paid to each member once; blank is 0.",
      ),
      "paidMinutes",
    ),
    priority: column({
      header: w("Voorrang", "Priority"),
      help: w("1 tot en met 5; 5 gaat voor. Leeg is 3.", "1 to 5; 5 comes first. Blank is 3."),
      kind: whole(1, 5),
      path: "priority",
      empty: 3,
    }),
    excludes: column({
      header: w("Niet met", "Not with"),
      help: w(
        `Codes van trainers die de opdrachtgever afwijst of die deelnemers kennen. ${OFFICER.nl}`,
        `Codes of trainers whom the client has declined or participants know. ${OFFICER.en}`,
      ),
      kind: many(false),
      path: "excludes",
      source: { refers: "trainer" },
      empty: [],
      special: "excludes",
      weakens: shorterList,
    }),
    pinnedDate: column({
      header: w("Vaste datum", "Fixed date"),
      help: w(
        "Nummer van de voorkeur die vaststaat; leeg: nog niets staat vast.",
        "Number of the choice that is fixed; blank: nothing is fixed yet.",
      ),
      kind: wholeOrNone(1, 1000),
      path: "pinned.slot",
      empty: null,
    }),
    pinnedTeam: column({
      header: w("Vast team", "Fixed team"),
      help: w(
        "Wie al vaststaat, zoals Professional: t1; Ervaringsdeskundige: t2.",
        "Who is fixed already, as in Professional: t1; Lived-experience trainer: t2.",
      ),
      kind: team,
      path: "pinned.team",
      source: { data: "role" },
      mentions: { refers: "trainer", codes: (members) => members.map(({ trainer }) => trainer) },
      empty: [],
    }),
  },
});

const session = column({
  header: w("Bijeenkomst", "Session"),
  help: w("Code van de bijeenkomst.", "Code of the session."),
  kind: one(false),
  path: "session",
  source: { refers: "session" },
});

export const DATES = sheet({
  key: "dates",
  name: w("Data", "Dates"),
  help: w(
    "De data die kunnen, de beste eerst. Een training van meer dagen heeft een rij per dag, met dezelfde voorkeur.",
    "The dates on offer, best first. A training of several days has a row for each day, with the same choice.",
  ),
  columns: {
    session,
    choice: column({
      header: w("Voorkeur", "Choice"),
      help: w(
        "1 is de beste; elk deel van één datum heeft hetzelfde nummer.",
        "1 is best; parts of one date share it.",
      ),
      kind: whole(1, 1000),
      path: "",
      empty: 1,
    }),
    start: column({
      header: w("Begin", "Start"),
      help: w("Datum en tijd: 2027-03-01 09:30.", "Date and time: 2027-03-01 09:30."),
      kind: wall,
      path: "[0]",
    }),
    end: column({
      header: w("Einde", "End"),
      help: w("Datum en tijd: 2027-03-01 12:30.", "Date and time: 2027-03-01 12:30."),
      kind: wall,
      path: "[1]",
    }),
  },
});

export const NEEDS = sheet({
  key: "needs",
  name: w("Wensen", "Needs"),
  help: w("Wat een bijeenkomst van haar team vraagt.", "What a session asks of its team."),
  columns: {
    session,
    kind: column({
      header: w("Wat", "What"),
      help: w("Kies waar deze rij om vraagt.", "Choose what this row asks for."),
      kind: one(false),
      path: "kind",
      source: { fixed: NEED },
    }),
    item: column({
      header: w("Welke", "Which"),
      help: w(
        "Het thema, de taal of het kenmerk; bij ‘Achtergrond’ mogen het er meer zijn, bij een uitzondering de code van de trainer.",
        "The theme, language or trait; for ‘Background’ it may be several, for a waiver the trainer’s code.",
      ),
      kind: many(true),
      path: "id",
      source: {
        by: "kind",
        lists: {
          theme: { data: "theme" },
          community: { data: "background" },
          language: { data: "language" },
          trait: { data: "trait" },
          available: { refers: "trainer" },
          travelKm: { refers: "trainer" },
        },
      },
    }),
    who: column({
      header: w("Wie", "Who"),
      help: w(
        "Wie eraan moet voldoen; leeg is iemand, en bij ‘Achtergrond’ dat het een wens is.",
        "Who must meet it; blank is someone, and for ‘Background’ that it is a wish.",
      ),
      kind: oneOrNone(false),
      path: "who",
      source: { fixed: WHO },
      empty: null,
    }),
    level: column({
      header: w("Niveau nodig", "Level needed"),
      help: w("Alleen bij ‘Thema’: 1, 2 of 3; leeg is 1.", "For ‘Theme’ alone: 1, 2 or 3; blank is 1."),
      kind: wholeOrNone(1, 3),
      path: "level",
      empty: null,
    }),
    wish: column({
      header: w("Niveau gewenst", "Level wished"),
      help: w("Alleen bij ‘Thema’; leeg is het niveau dat nodig is.", "For ‘Theme’ alone; blank is the level needed."),
      kind: wholeOrNone(1, 3),
      path: "wish",
      empty: null,
    }),
    weight: column({
      header: w("Gewicht", "Weight"),
      help: w(
        "Alleen bij ‘Achtergrond’: hoe zwaar zij telt; leeg is 1.",
        "For ‘Background’ alone: how much it counts; blank is 1.",
      ),
      kind: wholeOrNone(0, LARGEST),
      path: "weight",
      empty: null,
    }),
  },
});
