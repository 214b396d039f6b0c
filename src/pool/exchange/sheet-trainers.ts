/** The sheet of trainers. */
import { LARGEST } from "../../model/leaves.js";
import { wording as w } from "../../sheets/types.js";
import { column, sheet } from "./columns.js";
import { many, numbers, one, text, whole } from "./kinds.js";
import { OFFICER, shorterList, weakerLimits } from "./protection.js";

const count = whole(0, LARGEST);

export const TRAINERS = sheet({
  key: "trainers",
  name: w("Trainers", "Trainers"),
  help: w(
    "Eén rij per trainer. Wie hier met een bekende code staat, wordt bijgewerkt.",
    "One row for each trainer. A known code updates the trainer who has it.",
  ),
  columns: {
    code: column({
      header: w("Code", "Code"),
      help: w("Een korte code die bij haar blijft; nooit haar naam.", "A short code that stays hers; never her name."),
      kind: text,
      path: "id",
    }),
    organisation: column({
      header: w("Organisatie", "Organisation"),
      help: w("Code van de organisatie waar zij bij hoort.", "Code of the organisation that she belongs to."),
      kind: one(false),
      path: "organisation",
      source: { refers: "organisation" },
    }),
    name: column({
      header: w("Naam", "Name"),
      help: w("Naam, zoals haar eigen organisatie die kent.", "Her name, as her own organisation knows it."),
      kind: text,
      path: "name",
      names: true,
    }),
    contact: column({
      header: w("Bereikbaar via", "Contact"),
      help: w("Telefoonnummer of e-mailadres.", "Phone number or e-mail address."),
      kind: text,
      path: "contact",
      names: true,
    }),
    roles: column({
      header: w("Rollen", "Roles"),
      help: w(
        "Eén of meer rollen, gescheiden door ; – bijvoorbeeld Professional; Trainingsacteur.",
        "One or more roles, divided by ; as in Professional; Training actor.",
      ),
      kind: many(false),
      path: "roles",
      source: { data: "role" },
      special: "roles",
    }),
    backgrounds: column({
      header: w("Achtergronden", "Backgrounds"),
      help: w(
        "Culturele en religieuze achtergronden, gescheiden door ;. Alleen met haar toestemming gebruikt. Wie ze niet mag zien, voegt alleen toe; weghalen doet de veiligheidsfunctionaris.",
        "Cultural and religious backgrounds, divided by ;. Used only with her consent. Who may not see them only adds; the safety officer takes them away.",
      ),
      kind: many(true),
      path: "backgrounds",
      source: { data: "background" },
      empty: [],
      special: "backgrounds",
      guards: ({ ownCommunityKm }) => Number(ownCommunityKm) > 0,
    }),
    languages: column({
      header: w("Talen", "Languages"),
      help: w("Talen waarin zij kan trainen, gescheiden door ;.", "Languages that she can train in, divided by ;."),
      kind: many(true),
      path: "languages",
      source: { data: "language" },
      empty: [],
      special: "languages",
    }),
    traits: column({
      header: w("Kenmerken", "Traits"),
      help: w("Andere kenmerken waar een bijeenkomst om kan vragen.", "Other traits that a session can ask for."),
      kind: many(true),
      path: "traits",
      source: { data: "trait" },
      empty: [],
      special: "traits",
    }),
    expertise: column({
      header: w("Deskundigheid", "Expertise"),
      help: w(
        "Thema’s met een niveau: 1 kent het, 2 ervaren, 3 expert. Bijvoorbeeld Huwelijksdwang: 2; Achterlating: 1.",
        "Themes with a level: 1 knows it, 2 experienced, 3 expert. For example Forced marriage: 2; Abandonment abroad: 1.",
      ),
      kind: numbers,
      path: "expertise",
      source: { data: "theme" },
      empty: {},
    }),
    home: column({
      header: w("Woonplaats", "Home"),
      help: w("Gemeente waar zij woont.", "Municipality where she lives."),
      // closed: from a place that nobody knows no distance can be reckoned
      kind: one(false),
      path: "home",
      source: { data: "municipality" },
    }),
    perDay: column({
      header: w("Hoogstens per dag", "At most a day"),
      help: w("Dagdelen op één dag; leeg is 1.", "Parts of sessions on one day; blank is 1."),
      kind: count,
      path: "limits.perDay",
      empty: 1,
    }),
    perWeek: column({
      header: w("Hoogstens per week", "At most a week"),
      help: w("Dagdelen in één week; leeg is 7.", "Parts of sessions in one week; blank is 7."),
      kind: count,
      path: "limits.perWeek",
      empty: 7,
    }),
    perSeason: column({
      header: w("Hoogstens per seizoen", "At most a season"),
      help: w("Bijeenkomsten in een seizoen; leeg is 366.", "Sessions in a season; blank is 366."),
      kind: count,
      path: "limits.perSeason",
      empty: 366,
    }),
    restDays: column({
      header: w("Rustdagen ertussen", "Rest days between"),
      help: w("Dagen tussen twee bijeenkomsten; leeg is 0.", "Days between two sessions; blank is 0."),
      kind: count,
      path: "limits.restDays",
      empty: 0,
    }),
    travelKm: column({
      header: w("Hoogstens km reizen", "Travels at most (km)"),
      help: w("Kilometers van haar woonplaats naar de bijeenkomst, enkele reis.", "Kilometres from her home, one way."),
      kind: count,
      path: "limits.travelKm",
    }),
    shareMin: column({
      header: w("Eerlijk deel vanaf", "Fair share from"),
      help: w(
        "Zoveel dagdelen in een seizoen is eerlijk; leeg is 0.",
        "Half-days in a season that are fair; blank is 0.",
      ),
      kind: count,
      path: "share.min",
      empty: 0,
    }),
    shareMax: column({
      header: w("Eerlijk deel tot en met", "Fair share up to"),
      help: w("En hoogstens zoveel dagdelen; leeg is 366.", "And at most so many half-days; blank is 366."),
      kind: count,
      path: "share.max",
      empty: 366,
    }),
    ratePerHour: column({
      header: w("Tarief per uur", "Rate per hour"),
      help: w("Hele euro’s.", "Whole euros."),
      kind: count,
      path: "ratePerHour",
    }),
    ownCommunityKm: column({
      header: w("Afstand tot eigen gemeenschap (km)", "Distance from own community (km)"),
      help: w(
        `Een groep uit haar eigen gemeenschap alleen zo ver van huis; leeg is geen grens. ${OFFICER.nl}`,
        `A group of her own community only this far from home; blank is no limit. ${OFFICER.en}`,
      ),
      kind: count,
      path: "limits.ownCommunityKm",
      empty: 0,
      special: "ownCommunityKm",
      weakens: (before, after) => after < before,
    }),
    exposure: column({
      header: w("Hoogstens per thema als ervaringsdeskundige", "At most by theme in a lived-experience seat"),
      help: w(
        `Thema’s met hoe vaak in een seizoen, bijvoorbeeld Huwelijksdwang: 4. ${OFFICER.nl}`,
        `Themes with how often in a season, as in Forced marriage: 4. ${OFFICER.en}`,
      ),
      kind: numbers,
      path: "limits.exposure",
      source: { data: "theme" },
      empty: {},
      special: "exposure",
      weakens: weakerLimits,
    }),
    avoidPlaces: column({
      header: w("Nooit naar", "Never to"),
      help: w(
        `Gemeenten waar zij nooit heen gestuurd wordt, gescheiden door ;. ${OFFICER.nl}`,
        `Municipalities where she is never sent, divided by ;. ${OFFICER.en}`,
      ),
      // closed: a place that is misspelt would keep her from nowhere
      kind: many(false),
      path: "avoidPlaces",
      source: { data: "municipality" },
      empty: [],
      special: "avoidPlaces",
      weakens: shorterList,
    }),
    avoidTrainers: column({
      header: w("Nooit samen met", "Never together with"),
      help: w(`Codes van trainers, gescheiden door ;. ${OFFICER.nl}`, `Codes of trainers, divided by ;. ${OFFICER.en}`),
      kind: many(false),
      path: "avoidTrainers",
      source: { refers: "trainer" },
      empty: [],
      special: "avoidTrainers",
      weakens: shorterList,
    }),
  },
});
