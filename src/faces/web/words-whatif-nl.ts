/** The words of what is supposed, of repairs and of what changes, in Dutch. */
export const whatifNl = {
  whatChanges: "Wat verandert",
  otherDate: (was: string, becomes: string) => `andere datum: ${was} → ${becomes}`,
  makesWay: (out: string, coming: string) => `${coming} in plaats van ${out}`,
  comesIn: (name: string) => `${name} komt erbij`,
  goesOut: (name: string) => `${name} gaat eruit`,
  losesTeam: "verliest haar team",
  getsTeam: "krijgt een team",
  tally: {
    opened: (n: number) => (n === 1 ? "1 verliest haar team" : `${n} verliezen hun team`),
    staffed: (n: number) => (n === 1 ? "1 krijgt een team" : `${n} krijgen een team`),
    dates: (n: number) => (n === 1 ? "1 andere datum" : `${n} andere data`),
    teams: (n: number) => (n === 1 ? "1 ander team" : `${n} andere teams`),
  },
  andMore: (n: number) => `En nog ${n}.`,
  whatif: "Wat als …",
  ill: "iemand ziek is",
  extra: "er een bijeenkomst bij komt",
  budget: "een budget verandert",
  add: "Toevoegen",
  compare: "Vergelijken",
  answers: {
    yes: "Bewezen beter dan het nu is.",
    no: "Bewezen niet beter dan het nu is.",
    unproven: "Niet bewezen of dit beter is.",
    incomparable: "De kosten zijn niet te vergelijken.",
  } as Record<string, string>,
  base: "zoals het is",
  baseHelp: "Dezelfde vraag zonder verandering, even lang gepland.",
  sideBySide: "Naast elkaar",
  changesBy: "Wat elk scenario verandert",
  now: "Nu",
  stays: "blijft zo",
  staffedOnly: (n: string) => `${n} bemenst`,
  against: (n: number, text: string) => (n === 0 ? "evenveel" : text),
  dearer: (n: number, text: string) => (n === 0 ? "evenveel" : `${text}: ${n > 0 ? "duurder" : "goedkoper"}`),
  illFrom: (name: string, from: string, to: string) => `${name} ziek, ${from} t/m ${to}`,
  extraLike: (what: string, place: string) => `Nog een ${what} in ${place}`,
  budgetOf: (programme: string, euros: string) => `Budget van ${programme}: ${euros}`,
  copyOf: "Net als deze bijeenkomst",
  chooseOne: "Kies…",
  isIll: "Zij is ziek: herstellen",
  illHelp:
    "Zij wordt buiten de bijeenkomsten gehouden die zij nu verlaat. Zet haar afwezigheid ook in haar agenda, dan geldt die overal.",
  callFirst: (n: number) =>
    n === 0 ? "Niemand te bellen" : n === 1 ? "1 persoon te bellen" : `${n} mensen te bellen, in deze volgorde`,
  about: (n: number) => (n === 1 ? "over 1 bijeenkomst" : `over ${n} bijeenkomsten`),
  fixedWithHer: (list: string) => `Met haar is vastgelegd: ${list}.`,
  letsGo: {
    agenda: "Overnemen zet haar afwezigheid in haar agenda: voor die dagen vervalt wat met haar is vastgelegd.",
    answer: "Overnemen noteert voor haar een nee op die bijeenkomsten: daarmee vervalt wat met haar is vastgelegd.",
    nothing:
      "Zij is van een andere organisatie: haar eigen coördinator zet haar afwezigheid in haar agenda. Tot dan breekt deze planning die afspraak, en kan zij niet bewaard worden.",
  },
  whoSheIs: (name: string, organisation: string, contact: string | null) =>
    `${name}: ${organisation}${contact === null ? "" : `, ${contact}`}.`,
  letGo: (name: string, list: string, isInAgenda: boolean) =>
    `${isInAgenda ? `De afwezigheid van ${name} staat in haar agenda` : `Genoteerd: ${name} zegt nee`}. Niet meer met haar vastgelegd: ${list}.`,
  stillFixed: (list: string) =>
    `Nog met haar vastgelegd: ${list}. Tot dat weg is, kan deze planning niet bewaard worden.`,
};
