/** The fixed wording of every paper, in both languages. A word that is missing in one of them does not compile. */
import { type CostName, type HardRule, OWN_RULES } from "../model/types.js";

export const LANGS = ["nl", "en"] as const;
export type Lang = (typeof LANGS)[number];

/**
 * The rules as a paper may name them. The rules whose breach would tell something of a trainer's safety or background
 * (available, avoidPlaces, avoidTrainers, ownCommunity, exposure, excludes) are one and the same on paper.
 */
export type PaperRule =
  | Exclude<HardRule, "available" | "avoidPlaces" | "avoidTrainers" | "ownCommunity" | "exposure" | "excludes">
  | "notAvailable"
  | "file";

/** The name under which a paper may mention a rule; `shape`, `known` and `once` are faults of the plan file. */
export function paperRule(rule: HardRule | "shape" | "known" | "once"): PaperRule {
  if (OWN_RULES.has(rule)) return "notAvailable";
  if (rule === "shape" || rule === "known" || rule === "once") return "file";
  return rule as PaperRule;
}

export interface Words {
  readonly title: (season: string) => string;
  readonly week: (week: number) => string;
  readonly summary: string;
  readonly staffed: string;
  readonly staffedOf: (staffed: string, sessions: string) => string;
  readonly open: string;
  readonly openSessions: string;
  readonly noneOpen: string;
  readonly totalCost: string;
  readonly costNote: string;
  readonly costByRule: string;
  readonly costRule: string;
  readonly cost: string;
  readonly gapNone: string;
  readonly gapAtMost: (percent: string) => string;
  readonly statedBound: (bound: string) => string;
  readonly gap: string;
  readonly noCostStated: string;
  readonly falseCost: (stated: string, cost: string) => string;
  readonly falseBound: (cost: string) => string;
  readonly changed: (session: string, trainers: string) => string;
  readonly moved: (session: string) => string;
  readonly publishedHead: string;
  readonly noCost: (names: string) => string;
  readonly planByWeek: string;
  readonly when: string;
  readonly date: string;
  readonly time: string;
  readonly start: string;
  readonly end: string;
  readonly weekColumn: string;
  /** the name of the sheet in a workbook, and of the calendar */
  readonly planSheet: string;
  readonly setUp: (minutes: number) => string;
  readonly debrief: (minutes: number) => string;
  readonly part: string;
  readonly partOf: (part: number, parts: number) => string;
  readonly session: string;
  readonly activity: string;
  readonly programme: string;
  readonly place: string;
  readonly online: string;
  readonly team: string;
  readonly state: string;
  readonly stateStaffed: string;
  readonly stateOpen: string;
  readonly priority: string;
  readonly why: string;
  readonly datesOnOffer: string;
  readonly moreDates: (count: number) => string;
  readonly firstDate: string;
  readonly nothing: string;
  readonly broken: (count: number) => string;
  readonly brokenNote: string;
  readonly confidential: string;
  readonly weeks: string;
  readonly soundFirst: string;
  readonly unexplored: string;
  readonly rules: Readonly<Record<PaperRule, string>>;
  readonly costs: Readonly<Record<CostName, string>>;
}

const nl: Words = {
  title: (season) => `Planning van seizoen ${season}`,
  week: (week) => `Week ${week}`,
  summary: "Samenvatting",
  staffed: "Bemenst",
  staffedOf: (staffed, sessions) => `${staffed} van ${sessions} bijeenkomsten`,
  open: "Open",
  openSessions: "Nog open",
  noneOpen: "Alle bijeenkomsten hebben een team.",
  totalCost: "Kosten van de planning",
  costNote: "Strafpunten volgens de gewichten van het seizoen, geen euro’s. Lager is beter.",
  costByRule: "Waar de kosten vandaan komen",
  costRule: "Regel",
  cost: "Kosten",
  gapNone: "Volgens de planner kan het niet beter.",
  gapAtMost: (percent) => `Volgens de planner is hoogstens ${percent} % beter mogelijk.`,
  statedBound: (bound) => `ondergrens volgens het plan: ${bound} (bewezen door de maker; hier niet nagegaan)`,
  gap: "verschil",
  noCostStated: "Het plan vermeldt geen kosten.",
  falseCost: (stated, cost) => `Het plan vermeldt kosten van ${stated}, maar kost ${cost}.`,
  falseBound: (cost) => `De vermelde ondergrens ligt boven de kosten van ${cost}, of is geen geheel getal.`,
  changed: (session, trainers) => `${session}: valt af: ${trainers}`,
  moved: (session) => `${session}: op een andere datum dan bekendgemaakt`,
  publishedHead: "Anders dan al bekend was",
  noCost: (names) => `Geen kosten: ${names}.`,
  planByWeek: "Planning per week",
  when: "Wanneer",
  date: "Datum",
  time: "Tijd",
  start: "Begin",
  end: "Einde",
  weekColumn: "Week",
  planSheet: "Planning",
  setUp: (minutes) => `Opbouw: ${minutes} minuten vooraf`,
  debrief: (minutes) => `Nabespreking: ${minutes} minuten na afloop`,
  part: "Deel",
  partOf: (part, parts) => `deel ${part} van ${parts}`,
  session: "Bijeenkomst",
  activity: "Activiteit",
  programme: "Programma",
  place: "Plaats",
  online: "Online",
  team: "Team",
  state: "Status",
  stateStaffed: "bemenst",
  stateOpen: "open",
  priority: "Prioriteit",
  why: "Waarom open",
  datesOnOffer: "Mogelijke data",
  moreDates: (count) => `en nog ${count}`,
  firstDate: "eerste mogelijke datum",
  nothing: "Er zijn geen bijeenkomsten in dit seizoen.",
  broken: (count) => (count === 1 ? "Deze planning breekt 1 regel" : `Deze planning breekt ${count} regels`),
  brokenNote: "Voer haar zo niet uit: laat opnieuw plannen of herstel haar.",
  confidential:
    "Vertrouwelijk. Een plek in een team zegt iets over iemands ervaring: laat deze pagina niet liggen en deel haar alleen met wie haar nodig heeft.",
  weeks: "Naar een week",
  soundFirst: "geen redenen: herstel eerst de gebroken regels",
  unexplored: "niet uitgezocht: er staan te veel bijeenkomsten open",
  rules: {
    seats: "niet elke plek is gevuld door iemand met die rol, of iemand zit dubbel",
    slot: "die datum wordt niet aangeboden",
    notAvailable: "niet inzetbaar; de reden blijft bij de trainer",
    travelKm: "te ver reizen",
    theme: "niemand heeft het gevraagde niveau op dit thema",
    language: "een gevraagde taal ontbreekt",
    community: "een gevraagde achtergrond ontbreekt",
    trait: "een gevraagd kenmerk ontbreekt",
    pinned: "wijkt af van wat is vastgelegd",
    overlap: "al bezet op die tijd",
    travelTime: "te weinig reistijd tussen twee bijeenkomsten op een dag",
    restDays: "te weinig rustdagen ertussen",
    perDay: "meer dan haar dag toelaat",
    perWeek: "meer dan haar week toelaat",
    perSeason: "meer dan haar seizoen toelaat",
    order: "past niet op de eerdere bijeenkomst van de reeks",
    budget: "het budget van het programma is te klein",
    file: "het planbestand klopt niet met het seizoen",
  },
  costs: {
    unstaffed: "bijeenkomsten zonder team",
    background: "achtergronden die het team niet deelt",
    depth: "kennis onder het gewenste niveau",
    travel: "reisafstand",
    discouraged: "tijden die trainers liever vrij houden",
    slot: "niet de eerste datum",
    pair: "combinaties van trainers",
    fee: "vergoedingen",
    fairness: "ongelijke verdeling van het werk",
    activation: "trainers inwerken",
    continuity: "nieuwe gezichten binnen een reeks",
    change: "trainers die al bevestigd waren en nu afvallen",
    move: "verplaatste data die al bekend waren",
  },
};

const en: Words = {
  title: (season) => `Plan of season ${season}`,
  week: (week) => `Week ${week}`,
  summary: "Summary",
  staffed: "Staffed",
  staffedOf: (staffed, sessions) => `${staffed} of ${sessions} sessions`,
  open: "Open",
  openSessions: "Still open",
  noneOpen: "Every session has a team.",
  totalCost: "Cost of the plan",
  costNote: "Penalty points by the season’s weights, not euros. Lower is better.",
  costByRule: "Where the cost comes from",
  costRule: "Rule",
  cost: "Cost",
  gapNone: "By the planner’s statement no plan is better.",
  gapAtMost: (percent) => `By the planner’s statement at most ${percent} % better is possible.`,
  statedBound: (bound) => `stated bound ${bound} (as its maker proved it; not verified here)`,
  gap: "gap",
  noCostStated: "The plan states no cost.",
  falseCost: (stated, cost) => `The plan states a cost of ${stated}, and it costs ${cost}.`,
  falseBound: (cost) => `The plan states a bound that is above its cost of ${cost}, or no whole number.`,
  changed: (session, trainers) => `${session}: drops out: ${trainers}`,
  moved: (session) => `${session}: on another date than was made known`,
  publishedHead: "Other than was already known",
  noCost: (names) => `No cost: ${names}.`,
  planByWeek: "The plan, week by week",
  when: "When",
  date: "Date",
  time: "Time",
  start: "Start",
  end: "End",
  weekColumn: "Week",
  planSheet: "Plan",
  setUp: (minutes) => `Set-up: ${minutes} minutes before`,
  debrief: (minutes) => `Debrief: ${minutes} minutes after`,
  part: "Part",
  partOf: (part, parts) => `part ${part} of ${parts}`,
  session: "Session",
  activity: "Activity",
  programme: "Programme",
  place: "Place",
  online: "Online",
  team: "Team",
  state: "State",
  stateStaffed: "staffed",
  stateOpen: "open",
  priority: "Priority",
  why: "Why open",
  datesOnOffer: "Dates on offer",
  moreDates: (count) => `and ${count} more`,
  firstDate: "first date on offer",
  nothing: "There are no sessions in this season.",
  broken: (count) => (count === 1 ? "This plan breaks 1 rule" : `This plan breaks ${count} rules`),
  brokenNote: "Do not carry it out as it is: plan again or repair it.",
  confidential:
    "Confidential. A seat in a team says something about a person’s experience: do not leave this page lying about, and share it only with those who need it.",
  weeks: "Go to a week",
  soundFirst: "no reasons: the plan must be sound first",
  unexplored: "not looked into: too many sessions are open",
  rules: {
    seats: "not every seat is filled by somebody who holds the role, or somebody sits twice",
    slot: "that date is not on offer",
    notAvailable: "not available",
    travelKm: "too far to travel",
    theme: "the level needed on a theme is not there",
    language: "a language that is needed is missing",
    community: "a background that is required is missing",
    trait: "a trait that is needed is missing",
    pinned: "differs from what is pinned",
    overlap: "already booked at that time",
    travelTime: "too little time to travel between two sessions on a day",
    restDays: "too few rest days in between",
    perDay: "more than her day allows",
    perWeek: "more than her week allows",
    perSeason: "more than her season allows",
    order: "does not follow the earlier session of its series",
    budget: "the programme’s budget is too small",
    file: "the plan file does not match the season",
  },
  costs: {
    unstaffed: "sessions without a team",
    background: "backgrounds that the team does not share",
    depth: "knowledge below the level wished for",
    travel: "distance travelled",
    discouraged: "times that trainers would rather keep free",
    slot: "not the first date",
    pair: "combinations of trainers",
    fee: "fees",
    fairness: "work shared unevenly",
    activation: "briefing trainers",
    continuity: "new faces within a series",
    change: "trainers who were confirmed and now drop out",
    move: "dates that were known and now move",
  },
};

export const WORDS: Readonly<Record<Lang, Words>> = { nl, en };
