/** Why a team suits a session, in plain words: what each need finds in it, how far its members come, what it costs more. */
import { kmBetween } from "../../model/geo.js";
import type { CostName, Season, Session, Trainer } from "../../model/types.js";
import type { View } from "../redact.js";

/** Languages in which reasons are told. */
export type ReasonLang = "en" | "nl";

/** What a team costs beside its needs, for people. */
const COST_WORDS: Readonly<Record<ReasonLang, Readonly<Partial<Record<CostName, string>>>>> = {
  en: {
    discouraged: "at a time that a member would rather keep free",
    slot: "not the session's first date",
    pair: "members who have worked together less",
    fairness: "a less even share of the work",
    activation: "one more trainer to brief",
    continuity: "faces that are new to the series",
    change: "trainers who were confirmed and now drop out",
    move: "a date that was confirmed and now moves",
  },
  nl: {
    discouraged: "op een tijd die een teamlid liever vrij houdt",
    slot: "niet de eerste datum",
    pair: "teamleden die minder samen hebben gewerkt",
    fairness: "het werk is minder gelijk verdeeld",
    activation: "een trainer meer om in te werken",
    continuity: "nieuwe gezichten in de reeks",
    change: "bevestigde trainers die nu afvallen",
    move: "een bevestigde datum die nu verschuift",
  },
};

const PHRASES = {
  en: {
    nobody: "nobody",
    speaks: (id: string) => `speaks ${id}`,
    theme: (id: string, best: number, short: number | null) =>
      `${id} at level ${best}${short === null ? "" : ` of ${short}`}`,
    notAtHome: (id: string) => `nobody is at home in ${id}`,
    shares: (ids: readonly string[]) => `shares ${ids.join(" or ")}`,
    fromHome: "from home",
    moreEven: "a more even share of the work",
  },
  nl: {
    nobody: "niemand",
    speaks: (id: string) => `spreekt ${id}`,
    theme: (id: string, best: number, short: number | null) =>
      `${id} op niveau ${best}${short === null ? "" : ` van ${short}`}`,
    notAtHome: (id: string) => `niemand is thuis in ${id}`,
    shares: (ids: readonly string[]) => `deelt ${ids.join(" of ")}`,
    fromHome: "van huis",
    moreEven: "het werk is gelijker verdeeld",
  },
} as const;

/**
 * The reasons for a team, most telling first.
 * @param costs by rule, what the season's cost changes by
 * @param view without the right, nothing is said of who shares a background
 */
export function reasonsFor(
  season: Season,
  session: Session,
  team: readonly Trainer[],
  costs: Readonly<Partial<Record<CostName, number>>>,
  view: View,
  lang: ReasonLang = "en",
): string[] {
  const words = PHRASES[lang];
  const reasons: string[] = [];
  const told = (what: string, has: (trainer: Trainer) => boolean): void => {
    const those = team.filter(has).map(({ id }) => id);
    reasons.push(those.length > 0 ? `${what}: ${those.join(", ")}` : `${words.nobody} ${what}`);
  };
  for (const { id } of session.languages) told(words.speaks(id), (t) => t.languages.includes(id));
  for (const { id, level } of session.themes) {
    const best = Math.max(0, ...team.map((t) => t.expertise[id] ?? 0));
    if (best === 0) reasons.push(words.notAtHome(id));
    else told(words.theme(id, best, best < level ? level : null), (t) => t.expertise[id] === best);
  }
  if (view === "full")
    for (const { backgrounds } of session.communities)
      told(words.shares(backgrounds), (t) => backgrounds.some((b) => t.backgrounds.includes(b)));
  const place = season.places.find(({ id }) => id === session.place);
  if (place) {
    const far = team.map((t) => {
      const home = season.places.find(({ id }) => id === t.home);
      return `${t.id} ${home ? kmBetween(home, place) : 0} km`;
    });
    reasons.push(`${words.fromHome}: ${far.join(", ")}`);
  }
  for (const [name, phrase] of Object.entries(COST_WORDS[lang])) {
    const cost = costs[name as CostName] ?? 0;
    if (cost > 0) reasons.push(`${phrase}: ${cost}`);
    if (cost < 0 && name === "fairness") reasons.push(`${words.moreEven}: ${cost}`);
  }
  return reasons;
}
