/** Reasons why a session is open, in words. Whatever is a trainer's own to keep has reached this room as `available`. */
import type { OpenReason } from "../solve/api.js";
import type { OpenView } from "./view.js";
import { type Lang, type PaperRule, paperRule, WORDS } from "./words.js";

/** The solver gives its reasons in English; these are the same in Dutch. */
const DUTCH: Readonly<Record<Exclude<PaperRule, "file"> | "cost" | "untried", string>> = {
  seats: "te weinig mensen hebben een gevraagde rol",
  slot: "die datum wordt niet aangeboden",
  notAvailable: "niet inzetbaar; de reden blijft bij de trainer",
  travelKm: "wie zou kunnen, woont te ver weg",
  theme: "wie zou kunnen, heeft niet het gevraagde niveau op een thema",
  language: "niemand of te weinig van wie zou kunnen, spreekt een gevraagde taal",
  community: "niemand of te weinig van wie zou kunnen, deelt de vereiste achtergrond",
  trait: "niemand of te weinig van wie zou kunnen, heeft een gevraagd kenmerk",
  pinned: "met wie is vastgelegd, komt er geen volledig team",
  overlap: "wie zou kunnen, is op die tijd al bezet",
  travelTime: "wie zou kunnen, heeft die dag te weinig reistijd",
  restDays: "wie zou kunnen, heeft rustdagen nodig rond een andere bijeenkomst",
  perDay: "de dag van wie zou kunnen, is al vol",
  perWeek: "de week van wie zou kunnen, is al vol",
  perSeason: "het seizoen van wie zou kunnen, is al vol",
  order: "de bijeenkomst ervoor in de reeks is open, of de datum past er niet bij",
  budget: "wat er van het budget van het programma over is, is te weinig voor elk team dat zou kunnen",
  cost: "een team zou kunnen, maar geen team maakt de planning goedkoper dan deze bijeenkomst open laten",
  untried: "nog niet geprobeerd: een team zou kunnen",
};

/** What joins a reason to the one before it: both have to give way, or either would do. */
const JOINED = { nl: { and: "en ook: ", or: "of: " }, en: { and: "and also: ", or: "or: " } } as const;

/** One line for each reason; one line that says so where there are none to give. */
export function reasonLines({ reasons, together }: Pick<OpenView, "reasons" | "together">, lang: Lang): string[] {
  if (reasons === null) return [WORDS[lang].soundFirst];
  if (reasons.length === 0) return [WORDS[lang].unexplored];
  const joined = JOINED[lang][together ? "and" : "or"];
  return reasons.map((reason, i) => (i > 0 ? joined : "") + (lang === "en" ? reason.text : dutch(reason)));
}

function dutch({ rule, text }: OpenReason): string {
  if (rule === "cost" || rule === "untried") return DUTCH[rule];
  const name = paperRule(rule);
  return name === "file" ? text : DUTCH[name];
}
