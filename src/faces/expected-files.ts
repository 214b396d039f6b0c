/** The sentences of those who read the files of a programme, and files at all, in Dutch. */

/** What lists are of, in Dutch; what is not here is called as in the file. */
const NOUNS: Readonly<Record<string, string>> = {
  alternatives: "mogelijkheden",
  answers: "antwoorden",
  codes: "codes",
  days: "dagen",
  groups: "groepen",
  items: "onderdelen",
  "items or kinds of items": "onderdelen of soorten onderdelen",
  "items or kinds": "onderdelen of soorten",
  languages: "talen",
  lines: "regels",
  "lines of an address": "adresregels",
  limits: "grenzen",
  municipalities: "gemeenten",
  "opening times": "openingstijden",
  options: "mogelijkheden",
  organisations: "organisaties",
  participants: "deelnemers",
  places: "plaatsen",
  reasons: "redenen",
  seats: "plaatsen in het team",
  sessions: "bijeenkomsten",
  shares: "aandelen",
  themes: "thema’s",
  "unmet needs": "wensen die open blijven",
  ways: "wegen",
  "what is done": "wat gedaan is",
  "what is free": "wat gratis is",
  "what the client arranges": "wat de opdrachtgever regelt",
  wishes: "wensen",
};
const noun = (text = ""): string => NOUNS[text] ?? text;

/** What a text that is no JSON lacks at a place. */
const PIECES: Readonly<Record<string, string>> = {
  "a string that ends, on its line": "een tekst die op zijn regel eindigt",
  "a value": "een waarde",
  "the end of the file": "het einde van het bestand",
  "a comma or ]": "een komma of ]",
  "a comma or }": "een komma of }",
  "a field's name in double quotes": "de naam van een veld tussen dubbele aanhalingstekens",
  "a colon": "een dubbele punt",
};
const piece = (text = ""): string => PIECES[text] ?? text.replace(/^at most (\d+) .*$/, "hoogstens $1 niveaus diep");

/** Sentences in which nothing varies. */
export const PLAIN_DUTCH: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "true or false": "true of false",
    "a whole number of days": "een heel aantal dagen",
    "a count, or null": "een aantal, of null",
    "a theme, or null": "een thema, of null",
    "a place, or null": "een plaats, of null",
    "a place of `places`, or null": "een plaats van `places`, of null",
    "a time hh:mm": "een tijd uu:mm",
    "a step for each theme": "een stap voor elk thema",
    "each code once": "elke code één keer",
    "each day once": "elke dag één keer",
    "each language once": "elke taal één keer",
    "each place once": "elke plaats één keer",
    "options of the questionnaire, by id": "opties van de vragenlijst, met hun code",
    'a kind that is "rate" or "exempt"': 'een soort die "rate" of "exempt" is',
    "a session of the season": "een bijeenkomst van het seizoen",
    "a number that is not above `most`": "een getal dat niet hoger is dan `most`",
    "a day that is among `dates`": "een dag die bij `dates` staat",
    "days that are among `dates`": "dagen die bij `dates` staan",
    "places that are among `places`": "plaatsen die bij `places` staan",
    "false, or woman true: a group of women is for women":
      "false, of `woman` true: een groep voor vrouwen is voor vrouwen",
    "the item that the groups are of: give item=file": "het onderdeel waarvan de groepen zijn: geef onderdeel=bestand",
    "no item: give the file alone": "geen onderdeel: geef alleen het bestand",
    "koppel-groups/1, where an item is given": "koppel-groups/1, waar een onderdeel bij staat",
    "the days and the number of groups beside a list of participants: give --date and --groups":
      "de dagen en het aantal groepen bij een lijst van deelnemers: geef --date en --groups",
    "the days on which a group can be": "de dagen waarop een groep kan",
    "the day from which late is reckoned": "de dag vanaf wanneer iets te laat is",
    "a programme whose sessions are booked: book it first":
      "een programma waarvan de bijeenkomsten zijn ingepland: plan het eerst in",
    "a plan of a season that has the programme's sessions: book it, and build the season":
      "een plan van een seizoen met de bijeenkomsten van het programma: plan het in, en maak het seizoen",
    "the CBS code of a municipality, such as GM0503": "de CBS-code van een gemeente, zoals GM0503",
    "the CBS code of a municipality, such as GM0503, or a place of the pool's season":
      "de CBS-code van een gemeente, zoals GM0503, of een plaats van het seizoen van de pool",
    "no field __proto__: take it out": "geen veld __proto__: haal het weg",
    "valid JSON": "geldige JSON",
    "valid JSON; the file is empty": "geldige JSON; het bestand is leeg",
    "a whole gzip file; this one is cut short: copy it again":
      "een heel gzip-bestand; dit is afgebroken: kopieer het opnieuw",
    "a sound gzip file; this one is damaged: copy it again":
      "een gaaf gzip-bestand; dit is beschadigd: kopieer het opnieuw",
  }),
);

/** Those in which something does. */
export const FILES_DUTCH: readonly (readonly [english: RegExp, dutch: (...parts: readonly string[]) => string])[] = [
  [/^("[\w/-]*"|\d+)$/, (value = "") => value],
  [/^one of (.+)$/, (names) => `een van ${names}`],
  [/^an item of the menu: (.+)$/, (names) => `een onderdeel van het menu: ${names}`],
  [/^a list of (.+)$/, (what) => `een lijst van ${noun(what)}`],
  [/^an object of (.+)$/, (names) => `een object met ${names}`],
  [
    /^no fields but (.+): take the others out(?:; of one, did you mean (.+)\?)?$/,
    (names, meant = "") =>
      `geen andere velden dan ${names}: haal de rest weg${meant === "" ? "" : `; bedoelde u bij één ${meant}?`}`,
  ],
  [/^no unknown field: did you mean (.+)\?$/, (meant) => `geen onbekend veld: bedoelde u ${meant}?`],
  [/^a count from (\d+), or null$/, (least) => `een aantal vanaf ${least}, of null`],
  [/^(\d+), the sum of its parts$/, (sum) => `${sum}, de som van de delen`],
  [
    /^shares whose (\w+) adds up to that of the quote$/,
    (part) => `aandelen waarvan ${part} optelt tot dat van de offerte`,
  ],
  [
    /^a municipality of the order's sites, (.+): add a site, or (form the groups again with --place|leave the place out)$/,
    (sites = "", other) =>
      `een gemeente van de opdracht, ${sites.replaceAll(" or ", " of ")}: voeg er daar een toe, of ${other === "leave the place out" ? "laat deze weg" : "deel de groepen opnieuw in met --place"}`,
  ],
  [
    /^valid JSON: (.+) at line (\d+), column (\d+)$/,
    (what, line, column) => `geldige JSON: ${piece(what)} op regel ${line}, kolom ${column}`,
  ],
  [
    /^a whole file; it breaks off at line (\d+): copy it again$/,
    (line) => `een heel bestand; het breekt af op regel ${line}: kopieer het opnieuw`,
  ],
  [
    /^UTF-8 text; line (\d+), column (\d+) is not: save the file as UTF-8$/,
    (line, column) => `tekst in UTF-8; regel ${line}, kolom ${column} is dat niet: bewaar het bestand als UTF-8`,
  ],
  [/^at most (\d+) levels of nesting$/, (most) => `hoogstens ${most} niveaus diep`],
  [/^at most (\d+) MB after decompression$/, (most) => `hoogstens ${most} MB na het uitpakken`],
];

/** What is refused as a whole, where it is no file. */
const WHOLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "standard input": "standaardinvoer",
    "the answers": "de antwoorden",
    "the booking": "het inplannen",
    "the order": "de opdracht",
    "the participants": "de deelnemers",
    "the request": "de vraag",
    "the season of the programme": "het seizoen van het programma",
    "the sessions": "de bijeenkomsten",
    "what is done": "wat gedaan is",
  }),
);

/** What is refused as a whole, in Dutch. A file's name stays as it is. */
export const wholeInDutch = (what: string): string => WHOLE.get(what) ?? what;

/** Places that are no field of a file, in Dutch. @param nameOf an item as people call it */
export function placeInDutch(place: string, nameOf: (item: string) => string = (item) => item): string {
  const [, item, group] = /^the groups of ([^\s:]+)(?:: group (\S+): place)?$/.exec(place) ?? [];
  if (item === undefined) return place.replace(/^the choice: /, "de keuze: ");
  return `de groepen van ${nameOf(item)}${group === undefined ? "" : `: plaats van groep ${group}`}`;
}
