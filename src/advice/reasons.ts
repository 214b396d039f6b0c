/** Why a team suits a session, in plain words: what each need finds in it, how far its members come, what it costs more. */
import { kmBetween } from "../model/geo.js";
import type { CostName, Season, Session, Trainer } from "../model/types.js";
import type { View } from "./redact.js";

/** What a team costs beside its needs, for people. */
const COST_WORDS: Readonly<Partial<Record<CostName, string>>> = {
  discouraged: "at a time that a member would rather keep free",
  slot: "not the session's first date",
  pair: "members who have worked together less",
  fairness: "a less even share of the work",
  activation: "one more trainer to brief",
  continuity: "faces that are new to the series",
  change: "trainers who were confirmed and now drop out",
  move: "a date that was confirmed and now moves",
};

/**
 * The reasons for a team, most telling first.
 * @param costs by rule, what the season's cost changes by
 * @param view without the right, nothing is said of backgrounds beyond what the session asks and the team meets
 */
export function reasonsFor(
  season: Season,
  session: Session,
  team: readonly Trainer[],
  costs: Readonly<Partial<Record<CostName, number>>>,
  view: View,
): string[] {
  const reasons: string[] = [];
  for (const { id } of session.languages) reasons.push(whoHas(`speaks ${id}`, team, (t) => t.languages.includes(id)));
  for (const { id, level } of session.themes) {
    const best = Math.max(0, ...team.map((t) => t.expertise[id] ?? 0));
    reasons.push(
      best === 0
        ? `nobody is at home in ${id}`
        : whoHas(`${id} at level ${best}${best < level ? ` of ${level}` : ""}`, team, (t) => t.expertise[id] === best),
    );
  }
  if (view === "full")
    for (const { backgrounds } of session.communities)
      reasons.push(
        whoHas(`shares ${backgrounds.join(" or ")}`, team, (t) => backgrounds.some((b) => t.backgrounds.includes(b))),
      );
  if (session.place !== null) {
    const place = season.places.find(({ id }) => id === session.place);
    const far = team.map((t) => {
      const home = season.places.find(({ id }) => id === t.home);
      return `${t.id} ${place && home ? kmBetween(home, place) : 0} km`;
    });
    reasons.push(`from home: ${far.join(", ")}`);
  }
  for (const [name, words] of Object.entries(COST_WORDS)) {
    const cost = costs[name as CostName] ?? 0;
    if (cost > 0) reasons.push(`${words}: ${cost}`);
    if (cost < 0 && name === "fairness") reasons.push(`a more even share of the work: ${cost}`);
  }
  return reasons;
}

function whoHas(what: string, team: readonly Trainer[], has: (trainer: Trainer) => boolean): string {
  const those = team.filter(has).map(({ id }) => id);
  return those.length > 0 ? `${what}: ${those.join(", ")}` : `nobody ${what}`;
}
