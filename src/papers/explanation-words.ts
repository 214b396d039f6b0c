/** The wording of explanations, in both languages. */
import type { HardRule, Role } from "../model/types.js";
import type { Lang } from "./words.js";

export interface ExplanationWords {
  readonly staffed: (session: string, date: string) => string;
  readonly open: (session: string) => string;
  readonly brings: string;
  readonly bringsNothing: string;
  readonly alone: string;
  readonly level: (level: number) => string;
  readonly nth: (position: number) => string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly costs: string;
  readonly openCosts: string;
  readonly runnerUp: (team: string, date: string) => string;
  readonly couldCome: (team: string, date: string) => string;
  readonly none: string;
  readonly dearer: (cost: string) => string;
  readonly cheaper: (cost: string) => string;
  readonly same: string;
  readonly conflict: string;
  readonly further: string;
  readonly fixes: string;
  readonly noFixes: string;
  readonly dateAdvice: string;
  readonly verdict: Readonly<Record<"member" | "possible" | "busy" | "blocked", (trainer: string) => string>>;
  readonly onDates: (dates: string) => string;
  readonly onAll: string;
  readonly freeOn: (dates: string) => string;
  readonly displaced: (trainer: string, seat: string) => string;
  readonly givenUp: (session: string, trainers: string) => string;
  readonly with: (team: string, date: string) => string;
  readonly nobodyOn: (dates: string) => string;
  readonly everyone: string;
  readonly because: (sessions: string) => string;
  /** of a session before or after in its series that leaves it no date */
  readonly inSeries: (session: string, isBefore: boolean) => string;
  readonly fix: {
    readonly waive: (trainer: string, rule: string) => string;
    readonly setBudget: (programme: string, euros: string) => string;
    readonly date: (date: string) => string;
    readonly recruit: (role: string, brings: string) => string;
    readonly unpin: string;
  };
  readonly leansHead: string;
  readonly leansNone: string;
  readonly leansTrainer: (trainer: string, count: number, sessions: string) => string;
  readonly leansCount: (alone: string, standIns: string) => string;
  /** why somebody cannot come, for whoever may know */
  readonly rules: Readonly<Record<HardRule, string>>;
  /** the same where it is told as one and the same reason */
  readonly notAvailable: string;
}

const en: ExplanationWords = {
  staffed: (session, date) => `${session} · ${date}`,
  open: (session) => `${session} has no team`,
  brings: "brings",
  bringsNothing: "holds the role",
  alone: "she alone",
  level: (level) => `level ${level}`,
  nth: (position) => `no. ${position}`,
  roles: { professional: "professional", lived: "lived experience", actor: "actor" },
  costs: "What this team costs the plan",
  openCosts: "What it costs to leave it open",
  runnerUp: (team, date) => `Runner-up: ${team} · ${date}`,
  couldCome: (team, date) => `A team could come: ${team} · ${date}`,
  none: "No other team could take it as the plan stands.",
  dearer: (cost) => `dearer by ${cost}`,
  cheaper: (cost) => `cheaper by ${cost}`,
  same: "just as good",
  conflict: "Why: these together rule out every team, and none of them can be left out of the reason",
  further: "And apart from that, even if it were solved",
  fixes: "What would give it a team (each planned and checked)",
  noFixes: "No change that was looked into would give it a team.",
  dateAdvice: "Ask koppel dates whether a new date suits those whom the session is for.",
  verdict: {
    member: (trainer) => `${trainer} is in the team.`,
    possible: (trainer) => `${trainer} could be chosen`,
    busy: (trainer) => `${trainer} is booked elsewhere, and could be chosen if she gave that up`,
    blocked: (trainer) => `${trainer} cannot be chosen`,
  },
  onDates: (dates) => `on ${dates}`,
  onAll: "on every date",
  freeOn: (dates) => `No rule keeps her by herself from: ${dates}`,
  displaced: (trainer, seat) => `${trainer} would lose her seat (${seat})`,
  givenUp: (session, trainers) => `${session} would be left open (${trainers})`,
  with: (team, date) => `Best team with her: ${team} · ${date}`,
  nobodyOn: (dates) => `no whole team is available on ${dates}`,
  everyone: "of every member",
  because: (sessions) => `because of ${sessions}`,
  inSeries: (session, isBefore) =>
    isBefore
      ? `${session}, which comes before it, is open or not long enough before`
      : `${session}, which comes after it, is not long enough after`,
  fix: {
    waive: (trainer, rule) => `ask ${trainer} and waive: ${rule}`,
    setBudget: (programme, euros) => `raise the budget of ${programme} to ${euros} euros`,
    date: (date) => `offer another date: ${date}`,
    recruit: (role, brings) => `find somebody new: ${role}${brings === "" ? "" : ` with ${brings}`}`,
    unpin: "let go of what is pinned",
  },
  leansHead: "Sessions that would fall open without one person",
  leansNone: "No session would fall open without one person.",
  leansTrainer: (trainer, count, sessions) => `${trainer} · ${count}: ${sessions}`,
  leansCount: (alone, standIns) => `${alone} seats meet a need alone; for ${standIns} of them somebody can stand in`,
  rules: {
    seats: "too few hold the role, or cannot fill the seats together",
    slot: "not a date on offer",
    available: "not available at that time",
    travelKm: "too far to travel",
    avoidPlaces: "must not be sent there",
    ownCommunity: "too close to home within the same community",
    avoidTrainers: "must be kept apart",
    excludes: "declined by the client or known to participants",
    theme: "the level needed on a theme is not there",
    language: "a language that is needed is missing",
    community: "a background that is required is missing",
    trait: "a trait that is needed is missing",
    pinned: "what is pinned leaves no room",
    overlap: "booked at that time",
    travelTime: "too little time to travel that day",
    restDays: "needs rest days around another session",
    perDay: "the day is full",
    perWeek: "the week is full",
    perSeason: "the season is full",
    exposure: "often enough with lived experience on this theme",
    order: "the series leaves no room",
    budget: "the programme’s budget is too small",
  },
  notAvailable: "not available",
};

const nl: ExplanationWords = {
  staffed: (session, date) => `${session} · ${date}`,
  open: (session) => `${session} heeft geen team`,
  brings: "brengt mee",
  bringsNothing: "heeft de rol",
  alone: "als enige",
  level: (level) => `niveau ${level}`,
  nth: (position) => `nr. ${position}`,
  roles: { professional: "professional", lived: "ervaringsdeskundige", actor: "acteur" },
  costs: "Wat dit team de planning kost",
  openCosts: "Wat het kost om haar open te laten",
  runnerUp: (team, date) => `Eerstvolgende keuze: ${team} · ${date}`,
  couldCome: (team, date) => `Een team zou kunnen: ${team} · ${date}`,
  none: "Geen ander team kan haar overnemen zoals de planning nu is.",
  dearer: (cost) => `${cost} duurder`,
  cheaper: (cost) => `${cost} goedkoper`,
  same: "even goed",
  conflict: "Waarom: dit samen sluit elk team uit, en niets ervan kan in de reden gemist worden",
  further: "En los daarvan, ook als dat was opgelost",
  fixes: "Wat haar een team zou geven (elk gepland en nagegaan)",
  noFixes: "Geen wijziging die is onderzocht zou haar een team geven.",
  dateAdvice: "Vraag koppel dates of een nieuwe datum past bij wie de bijeenkomst is.",
  verdict: {
    member: (trainer) => `${trainer} zit in het team.`,
    possible: (trainer) => `${trainer} zou gekozen kunnen worden`,
    busy: (trainer) => `${trainer} is elders ingepland, en zou kunnen als zij dat opgaf`,
    blocked: (trainer) => `${trainer} kan niet gekozen worden`,
  },
  onDates: (dates) => `op ${dates}`,
  onAll: "op elke datum",
  freeOn: (dates) => `Geen regel houdt haar op zichzelf weg van: ${dates}`,
  displaced: (trainer, seat) => `${trainer} zou haar plek verliezen (${seat})`,
  givenUp: (session, trainers) => `${session} zou open blijven (${trainers})`,
  with: (team, date) => `Beste team met haar: ${team} · ${date}`,
  nobodyOn: (dates) => `geen volledig team is inzetbaar op ${dates}`,
  everyone: "van elk lid",
  because: (sessions) => `vanwege ${sessions}`,
  inSeries: (session, isBefore) =>
    isBefore
      ? `${session}, die ervoor komt, is open of ligt niet ver genoeg ervoor`
      : `${session}, die erna komt, ligt niet ver genoeg erna`,
  fix: {
    waive: (trainer, rule) => `vraag ${trainer} en laat vervallen: ${rule}`,
    setBudget: (programme, euros) => `verhoog het budget van ${programme} tot ${euros} euro`,
    date: (date) => `bied een andere datum aan: ${date}`,
    recruit: (role, brings) => `vind iemand nieuw: ${role}${brings === "" ? "" : ` met ${brings}`}`,
    unpin: "laat los wat is vastgelegd",
  },
  leansHead: "Bijeenkomsten die zonder één persoon open zouden vallen",
  leansNone: "Geen bijeenkomst zou zonder één persoon open vallen.",
  leansTrainer: (trainer, count, sessions) => `${trainer} · ${count}: ${sessions}`,
  leansCount: (alone, standIns) =>
    `${alone} plekken vervullen als enige een behoefte; voor ${standIns} daarvan kan iemand invallen`,
  rules: {
    seats: "te weinig mensen hebben de rol, of samen vullen zij de plekken niet",
    slot: "geen aangeboden datum",
    available: "niet beschikbaar op die tijd",
    travelKm: "te ver reizen",
    avoidPlaces: "mag daar niet heen gestuurd worden",
    ownCommunity: "te dicht bij huis binnen de eigen gemeenschap",
    avoidTrainers: "moeten uit elkaars buurt blijven",
    excludes: "geweigerd door de opdrachtgever of bekend bij deelnemers",
    theme: "het gevraagde niveau op een thema ontbreekt",
    language: "een gevraagde taal ontbreekt",
    community: "een vereiste achtergrond ontbreekt",
    trait: "een gevraagd kenmerk ontbreekt",
    pinned: "wat is vastgelegd laat geen ruimte",
    overlap: "bezet op die tijd",
    travelTime: "te weinig reistijd op die dag",
    restDays: "heeft rustdagen nodig rond een andere bijeenkomst",
    perDay: "de dag is vol",
    perWeek: "de week is vol",
    perSeason: "het seizoen is vol",
    exposure: "al vaak genoeg met ervaringsdeskundigheid op dit thema",
    order: "de reeks laat geen ruimte",
    budget: "het budget van het programma is te klein",
  },
  notAvailable: "niet inzetbaar; de reden blijft bij de trainer",
};

export const EXPLANATION_WORDS: Readonly<Record<Lang, ExplanationWords>> = { nl, en };
