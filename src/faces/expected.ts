/**
 * What the readers of files and requests expect, in Dutch: their sentences, each with what stands in it. Read by the command line
 * and by the planner, so it knows nothing of either.
 */
import { FILES_DUTCH, PLAIN_DUTCH } from "./expected-files.js";

type Dutch = readonly (readonly [english: RegExp, dutch: (...parts: readonly string[]) => string])[];

const NUMBERS = new Intl.NumberFormat("nl");
/** A number of a sentence as it is written in Dutch. */
function number(text = ""): string {
  const n = Number(text.replaceAll(",", ""));
  return Number.isInteger(n) ? NUMBERS.format(n) : text;
}

const DUTCH: Dutch = [
  [/^a whole number from (\S+) to (\S+)$/, (from, to) => `een heel getal van ${number(from)} tot en met ${number(to)}`],
  [/^text that is not empty$/, () => "tekst; dit is nog leeg"],
  [/^text$/, () => "tekst"],
  [/^a day YYYY-MM-DD that exists$|^Invalid ISO date$/, () => "een dag die bestaat"],
  [/^a day that is not before (\S+)$/, (day) => `een dag die niet vóór ${day} ligt`],
  [/^a day from `from` on$/, () => "een dag die niet vóór de eerste ligt"],
  [/^a day: the week in it is the first of every n weeks$/, () => "een dag: de week daarvan is de eerste"],
  [/^a day that is not after (\S+)$/, (day) => `een dag die niet na ${day} ligt`],
  [/^a day$/, () => "een dag"],
  [/^a (whole )?number$/, (isWhole) => (isWhole === undefined ? "een getal" : "een heel getal")],
  [/^a number from (\S+) to (\S+)$/, (from, to) => `een getal van ${number(from)} tot en met ${number(to)}`],
  [
    /^a (whole )?number of (\S+) or more$/,
    (isWhole, from) => `een ${isWhole === undefined ? "" : "heel "}getal van ${number(from)} of meer`,
  ],
  [/^a choice$/, () => "een keuze"],
  [/^a time after (\S+)$/, (time) => `een tijd na ${time}`],
  [/^a code of letters, digits and hyphens$/, () => "een code van letters, cijfers en streepjes, hoogstens 40 tekens"],
  [/^a list of (\d+) or more/, (least) => (least === "1" ? "minstens één" : `minstens ${least}`)],
  [
    /^a(?:n organisation| place| session) that none of those before is$|^a code that none of those before has$/,
    () => "iets wat er nog niet bij staat",
  ],
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
      "geen, want dit onderdeel zit niet in het gekozen programma: haal deze groepen eruit, of geef het bij de keuze de wens ‘moet’ en vraag opnieuw",
  ],
  [
    /^(\d+) at most, since it is held as often: choose it (\d+) times, or make fewer groups$/,
    (most, groups) =>
      `hoogstens ${most}, want zo vaak zit het in het gekozen programma: zet het bij de keuze op ${groups} keer en vraag opnieuw, of maak minder groepen`,
  ],
  [
    /^(?:a date in the period|(\S+), the group's day, to be one) on which (?:(\S+) is open (.+), set-up included, and )?the communities keep nothing: /,
    (day = "", place = "", open = "") =>
      `${day === "" ? "een dag in de periode" : `dat ${day}, de dag van de groep, een dag is`} waarop ${place === "" ? "" : `${place} open is van ${open.replaceAll(" or ", " of ")}, opbouwen meegerekend, en `}de gemeenschappen niets vieren: verruim de periode of de openingstijden, of kies een andere dag voor de groep`,
  ],
  ...FILES_DUTCH,
];

/** What is expected of a field, in a language; null: there are no words for it in that language. */
export function expectedIn(lang: "nl" | "en", expected: string): string | null {
  if (lang === "en") return expected;
  const said = expected.replace(MISSING, "");
  const plain = PLAIN_DUTCH.get(said);
  if (plain !== undefined) return plain;
  for (const [english, dutch] of DUTCH) {
    const found = english.exec(said);
    if (found !== null) return dutch(...found.slice(1));
  }
  return null;
}
/** What stands behind what is expected of a field that is not there. */
export const MISSING = /; it is missing$/;
