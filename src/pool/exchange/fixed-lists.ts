/** The choices that are the program's own words, with their labels. Codes are those of the model and of availability. */
import type { Choice } from "./choices.js";

const list = <const T extends Choice[]>(...items: T): T => items;

export const YES_NO = list({ code: "yes", nl: "Ja", en: "Yes" }, { code: "no", nl: "Nee", en: "No" });

export const WEEKDAY = list(
  { code: "mon", nl: "maandag", en: "Monday" },
  { code: "tue", nl: "dinsdag", en: "Tuesday" },
  { code: "wed", nl: "woensdag", en: "Wednesday" },
  { code: "thu", nl: "donderdag", en: "Thursday" },
  { code: "fri", nl: "vrijdag", en: "Friday" },
  { code: "sat", nl: "zaterdag", en: "Saturday" },
  { code: "sun", nl: "zondag", en: "Sunday" },
);

export const DAY_PART = list(
  { code: "morning", nl: "ochtend", en: "morning" },
  { code: "afternoon", nl: "middag", en: "afternoon" },
  { code: "evening", nl: "avond", en: "evening" },
  { code: "day", nl: "hele dag", en: "whole day" },
);

/** What a row of the availability sheet says. */
export const AVAILABILITY = list(
  { code: "weekly", nl: "Elke week beschikbaar", en: "Available every week" },
  { code: "extra", nl: "Extra beschikbaar op een dag", en: "Available on one more day" },
  { code: "blocked", nl: "Niet beschikbaar op een dag", en: "Not available on a day" },
  { code: "holiday", nl: "Vakantie", en: "Holiday" },
  { code: "block", nl: "Niet beschikbaar van … tot …", en: "Not available from … to …" },
  { code: "available", nl: "Beschikbaar van … tot …", en: "Available from … to …" },
  { code: "discouraged", nl: "Liever niet van … tot …", en: "Rather not from … to …" },
  { code: "hold", nl: "Vastgehouden voor een aanbod", en: "Held for an offer" },
);
export type AvailabilityKind = (typeof AVAILABILITY)[number]["code"];

/** What a row of the needs sheet asks for. */
export const NEED = list(
  { code: "theme", nl: "Thema", en: "Theme" },
  { code: "community", nl: "Achtergrond", en: "Background" },
  { code: "language", nl: "Taal", en: "Language" },
  { code: "trait", nl: "Kenmerk", en: "Trait" },
  { code: "available", nl: "Uitzondering: beschikbaarheid", en: "Waiver: availability" },
  { code: "travelKm", nl: "Uitzondering: reisafstand", en: "Waiver: travel distance" },
);

export const WHO = list(
  { code: "all", nl: "Iedereen in het team", en: "Everyone in the team" },
  { code: "any", nl: "Iemand in het team", en: "Someone in the team" },
  { code: "professional", nl: "De professional", en: "The professional" },
  { code: "lived", nl: "De ervaringsdeskundige", en: "The lived-experience trainer" },
  { code: "actor", nl: "De trainingsacteur", en: "The training actor" },
);

export const PURPOSE = list(
  { code: "matching", nl: "Plannen", en: "Planning" },
  { code: "need", nl: "Nagaan of zij past bij een bijeenkomst", en: "Seeing whether she fits a session" },
  { code: "export", nl: "Seizoensbestand buiten de pool", en: "Season files outside the pool" },
);

/** The fields that are used only with consent. */
export const CONSENT_FIELD = list(
  { code: "roles", nl: "Rollen", en: "Roles" },
  { code: "backgrounds", nl: "Achtergronden", en: "Backgrounds" },
  { code: "languages", nl: "Talen", en: "Languages" },
  { code: "traits", nl: "Kenmerken", en: "Traits" },
);
