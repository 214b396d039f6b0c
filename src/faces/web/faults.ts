/** What the API says of wrong fields: which of them a field on the screen is, and what it says in words. Pure. */
import { expectedIn } from "../expected.js";
import { placeInDutch } from "../expected-files.js";
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

/** Places that are no field of any form, in Dutch. @param nameOf an item as people call it */
export function placeIn(lang: Lang, path: string, nameOf?: (item: string) => string): string {
  const place = path.slice(1);
  return lang === "nl" ? placeInDutch(place, nameOf) : place;
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
