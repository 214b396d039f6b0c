/** Seasons that stand in for the one to be repaired, to say how few sessions must stay open. */
import type { Published, Season } from "../../model/types.js";
import type { ProblemData } from "../../problem/data.js";
import type { Known } from "./baseline.js";

/**
 * The compiled problem when nothing but open sessions costs anything: of each its priority. Rules are what they were.
 * @param priority by session
 */
export function openSessionsAlone(data: ProblemData, priority: ArrayLike<number>): ProblemData {
  const onlyBans = (costs: Float64Array): Float64Array => costs.map((cost) => (cost === BAN ? BAN : 0));
  return {
    ...data,
    slotCost: onlyBans(data.slotCost),
    unstaffedCost: data.unstaffedCost.map((cost, s) => (cost === BAN ? BAN : (priority[s] as number))),
    openCost: Float64Array.from(priority),
    candidateCost: onlyBans(data.candidateCost),
    entryCost: onlyBans(data.entryCost),
    coverCost: onlyBans(data.coverCost),
    pairs: { ...data.pairs, base: 0, cost: onlyBans(data.pairs.cost) },
    links: { ...data.links, newcomer: data.links.newcomer.map(() => 0) },
    loads: [],
  };
}
const BAN = Number.POSITIVE_INFINITY;

/** A season whose cheapest plan leaves least open, and of those plans changes fewest seats of the plan that people know. */
export interface StandIn {
  readonly season: Season;
  /** what a unit of priority costs in it: more than all seats and dates that could change */
  readonly unit: number;
}

export function standIn(season: Season, { plan, gone }: Known): StandIn {
  const trainers = new Set(season.trainers.map(({ id }) => id));
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  const published: Published[] = [];
  for (const { session, slot, team } of plan.assignments) {
    const slots = sessions.get(session)?.slots.length;
    if (slots === undefined) continue;
    published.push({
      session,
      slot: slot < slots ? slot : null,
      team: team.filter(({ trainer }) => trainers.has(trainer)),
    });
  }
  for (const { session } of gone)
    if (sessions.has(session) && !published.some((one) => one.session === session))
      published.push({ session, slot: null, team: [] });
  const unit = 1 + published.reduce((sum, { team }) => sum + team.length + 1, 0);
  const none = Object.fromEntries(Object.keys(season.weights).map((name) => [name, 0]));
  const weights = { ...season.weights, ...none, unstaffed: unit, change: 1, move: 1 };
  return { season: { ...season, published, pairs: [], weights }, unit };
}
