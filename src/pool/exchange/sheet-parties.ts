/** The sheets of organisations: those that trainers belong to, clients, and local ones, with their contacts. */
import { LARGEST } from "../../model/leaves.js";
import { wording as w } from "../../sheets/types.js";
import { column, type EntityKey, type SheetKey, sheet } from "./columns.js";
import { many, nullableText, one, oneOrNone, text, whole } from "./kinds.js";

const code = column({
  header: w("Code", "Code"),
  help: w("Een korte code die blijft.", "A short code that stays."),
  kind: text,
  path: "id",
});
const name = column({
  header: w("Naam", "Name"),
  help: w("De naam zoals die op papier komt.", "The name as it is put on paper."),
  kind: text,
  path: "name",
});

export const ORGANISATIONS = sheet({
  key: "organisations",
  name: w("Organisaties", "Organisations"),
  help: w("De organisaties waar trainers bij horen.", "The organisations that trainers belong to."),
  columns: { code, name },
});

export const CLIENTS = sheet({
  key: "clients",
  name: w("Opdrachtgevers", "Clients"),
  help: w(
    "Wie een programma vraagt: een gemeente of een regio.",
    "Who asks for a programme: a municipality or a region.",
  ),
  columns: { code, name },
});

export const LOCALS = sheet({
  key: "locals",
  name: w("Lokale organisaties", "Local organisations"),
  help: w(
    "Organisaties ter plaatse waarmee wordt samengewerkt.",
    "Organisations in a municipality with which you work together.",
  ),
  columns: {
    code,
    name,
    place: column({
      header: w("Gemeente", "Municipality"),
      help: w("Waar de organisatie werkt; leeg mag.", "Where the organisation works; may be blank."),
      kind: oneOrNone(true),
      path: "place",
      source: { data: "municipality" },
      empty: null,
    }),
    communities: column({
      header: w("Achterban", "Communities"),
      help: w("Gemeenschappen die zij bereikt, gescheiden door ;.", "Communities that it reaches, divided by ;."),
      kind: many(true),
      path: "communities",
      source: { data: "background" },
      empty: [],
    }),
  },
});

/** The contacts of one kind of party: a row each. */
function contacts(key: SheetKey, of: EntityKey, title: { nl: string; en: string }) {
  return sheet({
    key,
    name: title,
    help: w("Eén rij per contactpersoon.", "One row for each contact."),
    columns: {
      of: column({
        header: w("Van", "Of"),
        help: w("Code van wie dit een contactpersoon is.", "Code of whom this is a contact."),
        kind: one(false),
        path: "of",
        source: { refers: of },
      }),
      name: column({ ...name, help: w("Naam van de contactpersoon.", "Name of the contact.") }),
      task: column({
        header: w("Functie", "Position"),
        help: w("Wat de contactpersoon doet; leeg mag.", "What the contact does; may be blank."),
        kind: nullableText,
        path: "task",
        empty: null,
      }),
      email: column({
        header: w("E-mail", "E-mail"),
        help: w("Leeg mag.", "May be blank."),
        kind: nullableText,
        path: "email",
        empty: null,
      }),
      phone: column({
        header: w("Telefoon", "Phone"),
        help: w("Leeg mag.", "May be blank."),
        kind: nullableText,
        path: "phone",
        empty: null,
      }),
    },
  });
}

export const CLIENT_CONTACTS = contacts("clientContacts", "client", w("Contacten opdrachtgevers", "Client contacts"));
export const LOCAL_CONTACTS = contacts("localContacts", "local", w("Contacten lokaal", "Local contacts"));

export const PROGRAMMES = sheet({
  key: "programmes",
  name: w("Programma’s", "Programmes"),
  help: w("Wie betaalt: een budget dat bijeenkomsten delen.", "Who pays: a budget that sessions share."),
  columns: {
    code,
    client: column({
      header: w("Opdrachtgever", "Client"),
      help: w("Code van de opdrachtgever; leeg mag.", "Code of the client; may be blank."),
      kind: oneOrNone(false),
      path: "client",
      source: { refers: "client" },
      empty: null,
    }),
    budget: column({
      header: w("Budget", "Budget"),
      help: w("Hele euro’s voor de trainers samen.", "Whole euros for all trainers’ fees."),
      kind: whole(0, LARGEST),
      path: "budget",
    }),
  },
});
