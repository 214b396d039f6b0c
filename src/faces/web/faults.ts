/** What the API says of wrong fields: which of them a field on the screen is, and what it says in words. Pure. */
import { whole } from "./format.js";
import type { Lang, Refused } from "./types.js";

/** One wrong field, as the API tells it. */
export interface WrongField {
  /** a JSON pointer into what was sent */
  readonly path: string;
  /** what was expected there, in English */
  readonly expected: string;
}

/** Whether a field of the screen holds what a path leads to: that itself, or something in it. */
export const holds = (at: string, path: string): boolean => path === at || path.startsWith(`${at}/`);

/** What the API expects, in Dutch: the sentences of its readers, each with what stands in it. */
const DUTCH: readonly (readonly [english: RegExp, dutch: (...parts: readonly string[]) => string])[] = [
  [/^a whole number from (\S+) to (\S+)$/, (from, to) => `een heel getal van ${number(from)} tot en met ${number(to)}`],
  [/^text(?: that is not empty)?$/, () => "tekst; dit is nog leeg"],
  [/^a day YYYY-MM-DD that exists$|^Invalid ISO date$/, () => "een dag die bestaat"],
  [/^a day that is not before (\S+)$/, (day) => `een dag die niet vóór ${day} ligt`],
  [/^a day from `from` on$/, () => "een dag die niet vóór de eerste ligt"],
  [/^a day: the week in it is the first of every n weeks$/, () => "een dag: de week daarvan is de eerste"],
  [/^a time after (\S+)$/, (time) => `een tijd na ${time}`],
  [/^a code of letters, digits and hyphens$/, () => "een code van letters, cijfers en streepjes, hoogstens 40 tekens"],
  [/^a list of (\d+) or more/, (least) => (least === "1" ? "minstens één" : `minstens ${least}`)],
  [/^a(?:n organisation| place) that none of those before is$/, () => "iets wat er nog niet bij staat"],
  [
    /^Too big: expected \w+ to be (<=?)(\S+)$/,
    (sign, n) => `${sign === "<" ? "minder dan" : "hoogstens"} ${number(n)}`,
  ],
  [/^Too small: expected \w+ to be (>=?)(\S+)$/, (sign, n) => `${sign === ">" ? "meer dan" : "minstens"} ${number(n)}`],
  [/^Too small: expected string to have >=1 characters$/, () => "tekst; dit is nog leeg"],
  [/^Too big: expected string to have <=(\d+) characters$/, (most) => `hoogstens ${most} tekens`],
  [/^Too small: expected array to have >=(\d+) items$/, (least) => `minstens ${least}`],
  [/^Too big: expected array to have <=(\d+) items$/, (most) => `hoogstens ${most}`],
  [/^Invalid input: expected number, received \w+$/, () => "een getal"],
  [/^Invalid input: expected int, received number$/, () => "een heel getal"],
  [
    /^none, since it is not in the programme: /,
    () =>
      "geen, want dit onderdeel zit niet in het gekozen programma: kies bij Keuze een programma met dit onderdeel, of zet het daar op ‘moet’ en vraag opnieuw",
  ],
  [
    /^(\d+) at most, since it is held as often: choose it (\d+) times, or make fewer groups$/,
    (most, groups) =>
      `hoogstens ${most}, want zo vaak zit het in het gekozen programma: zet het bij Keuze op ${groups} keer en vraag opnieuw, of maak minder groepen`,
  ],
  [
    /^(?:a date in the period|(\S+), the group's day, to be one) on which (?:(\S+) is open (.+), set-up included, and )?the communities keep nothing: /,
    (day = "", place = "", open = "") =>
      `${day === "" ? "een dag in de periode" : `dat ${day}, de dag van de groep, een dag is`} waarop ${place === "" ? "" : `${place} open is van ${open.replaceAll(" or ", " of ")}, opbouwen meegerekend, en `}de gemeenschappen niets vieren: verruim de periode of de openingstijden, of kies een andere dag voor de groep`,
  ],
];

/** Places that are no field of any form, in Dutch. @param nameOf an item as people call it */
export function placeIn(lang: Lang, path: string, nameOf: (item: string) => string = (item) => item): string {
  const place = path.slice(1);
  const [, item] = /^the groups of (\S+)$/.exec(place) ?? [];
  return lang === "nl" && item !== undefined ? `de groepen van ${nameOf(item)}` : place;
}

/** A number of the API as it is written in Dutch. */
function number(text = ""): string {
  const n = Number(text.replaceAll(",", ""));
  return Number.isInteger(n) ? whole(n, "nl") : text;
}

/** What is expected of a field, in a language; null: there are no words for it in that language. */
export function expectedIn(lang: Lang, expected: string): string | null {
  if (lang === "en") return expected;
  const said = expected.replace(/; it is missing$/, "");
  for (const [english, dutch] of DUTCH) {
    const found = english.exec(said);
    if (found !== null) return dutch(...found.slice(1));
  }
  return null;
}

/** The first wrong fields, each with its place and what is expected there: where there is no field to tell it beside. */
export const firstOf = (wrong: readonly WrongField[], lang: Lang): readonly string[] =>
  wrong.slice(0, 3).map(({ path, expected }) => `${placeIn(lang, path)}: ${expectedIn(lang, expected) ?? expected}`);

/** What a refusal means to somebody at a screen, by its status; the API's own words are for programmers. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: "Dit kon niet worden gelezen.",
  403: "Met uw rol kan dit niet.",
  404: "Dat is er niet, of niet meer.",
  413: "Dat is te groot om te sturen.",
  415: "Zo'n bestand wordt hier niet gelezen.",
  429: "Het is nu te druk. Probeer het over een halve minuut nog eens.",
  500: "Er ging iets mis bij Koppel, niet bij u. Probeer het nog eens.",
  503: "Dat lukt nu even niet. Probeer het zo nog eens.",
};

/** A refusal in a language; where there are wrong fields, these say what is wrong, with their places. */
export function refusalIn(lang: Lang, { status, detail, errors = [] }: Refused): string {
  const fields = firstOf(errors, lang);
  if (lang === "en") return [detail, ...fields].join(" · ");
  const said = REFUSALS[status] ?? (fields.length > 0 ? "Dit klopt nog niet" : `Dit kan zo niet: ${detail}`);
  return [said, ...fields].join(" · ");
}
