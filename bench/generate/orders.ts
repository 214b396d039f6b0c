/** What clients order: single sessions and series, each with its place, its group and the days around which it lies. */
import type { Place } from "../../src/model/index.js";
import { type Activity, CONFERENCE, SERIES, SINGLES, STEPS, WEBINAR } from "./activities.js";
import type { Chance } from "./chance.js";
import type { Country } from "./country.js";
import type { Parameters } from "./parameters.js";
import { type Community, drawCommunity } from "./tags.js";

/** Days over which the slots of one session spread. */
export const WINDOW = 12;

export interface OrderedSession {
  readonly activity: Activity;
  /** the first day, from the season's first, on which it could be */
  readonly earliest: number;
}
/** One session, or a series of them. */
export interface Order {
  readonly client: Place;
  /** the group's own, for all its sessions */
  readonly community: Community;
  readonly sessions: readonly OrderedSession[];
  readonly step: readonly [least: number, most: number];
}

/** Draws orders until they come to exactly so many sessions. */
export function drawOrders(chance: Chance, { count, days, country, parameters }: OrderFrame): readonly Order[] {
  const shares = orderShares(parameters);
  const orders: Order[] = [];
  for (let left = count; left > 0; ) {
    const isSeries = left > 1 && chance.odds(shares.series);
    const activities = isSeries ? chance.weighted(SERIES).slice(0, left) : [drawSingle(chance, shares)];
    orders.push(drawOrder(chance, country, activities, days));
    left -= activities.length;
  }
  return orders;
}

interface OrderFrame {
  /** sessions in all */
  readonly count: number;
  readonly days: number;
  readonly country: Country;
  readonly parameters: Parameters;
}

interface Shares {
  /** of the orders */
  readonly series: number;
  /** of the single sessions */
  readonly conferences: number;
  readonly online: number;
}

/** Shares of sessions as shares of orders: a series holds more than one, and neither a conference nor a webinar. */
function orderShares({ series, conferences, online }: Parameters): Shares {
  const weight = SERIES.reduce((sum, [, one]) => sum + one, 0);
  const length = SERIES.reduce((sum, [activities, one]) => sum + activities.length * one, 0) / weight;
  const singles = Math.max(1e-9, 1 - series);
  return {
    series: series / (length - series * (length - 1)),
    conferences: Math.min(1, conferences / singles),
    online: Math.min(1, online / singles),
  };
}

function drawSingle(chance: Chance, { conferences, online }: Shares): Activity {
  const kind = chance.real();
  if (kind < conferences) return CONFERENCE;
  return kind < conferences + online ? WEBINAR : chance.weighted(SINGLES);
}

function drawOrder(chance: Chance, country: Country, activities: readonly Activity[], days: number): Order {
  const step = chance.weighted(STEPS);
  const gaps = activities.map((_, index) => (index === 0 ? 0 : step[0] + chance.int(2, 12)));
  const length = gaps.reduce((sum, gap) => sum + gap, 0);
  let earliest = chance.int(0, Math.max(0, days - WINDOW - length));
  const sessions = activities.map((activity, index) => {
    earliest = Math.min(earliest + gaps[index], days - WINDOW);
    return { activity, earliest };
  });
  return { client: country.client(chance), community: drawCommunity(chance), sessions, step };
}
