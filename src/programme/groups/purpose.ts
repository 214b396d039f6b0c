/** What groups are for: how many the item asks for, and on which days a session of it could be held where. */
import type { Calendar } from "../../dates/index.js";
import { InputError } from "../../model/errors.js";
import type { Item, Menu } from "../menu.js";
import type { Order } from "../order.js";
import type { Needs } from "../scan/needs.js";
import { communitiesOf } from "../sessions/communities.js";
import { closingOn } from "../sessions/dates.js";
import { lastBefore, nextFrom } from "../sessions/order.js";
import { siteWanted } from "../sessions/sites.js";
import type { Groups } from "./groups.js";
import type { Intake, Neighbour } from "./participants.js";

export interface Purpose {
  readonly item: Item;
  /** null: it is not known where and when; then every day will do */
  readonly order: Order | null;
  /** null: no community is known whose days are kept */
  readonly needs: Needs | null;
  readonly calendar: Calendar;
  /** groups that there are of other items: whoever is in one goes through what comes first first */
  readonly others?: readonly { readonly item: Item; readonly groups: Groups }[];
}

/**
 * Participants with what is known of the sessions that their groups are for. What the file says itself stands.
 * @throws InputError where a group could be in a place that is no site of the order
 */
export function intakeFor(intake: Intake, { item, order, needs, calendar, others = [] }: Purpose): Intake {
  const most = Math.max(2, Math.min(intake.most, item.group.max));
  const neighbours = intake.neighbours ?? neighboursOf(item, others);
  const sized = {
    ...intake,
    most,
    atLeast: Math.min(most, intake.atLeast ?? Math.max(1, item.group.min)),
    ...(neighbours.length > 0 ? { neighbours: [...neighbours] } : {}),
  };
  const { activity } = item;
  if (order === null || activity === null) return sized;
  const { sites } = order.client;
  assertSites(intake, order);
  // Where people have said nothing of it, a group may be in any of the sites.
  const places = intake.places ?? (sites.length > 1 ? sites.map(({ place }) => place) : []);
  const communities = communitiesOf(needs);
  const closed = intake.dates.flatMap((date) =>
    sites.flatMap((site) => {
      if (places.length > 0 && !places.includes(site.place)) return [];
      const why = closingOn({ activity, site, communities }, date, calendar);
      return why === null ? [] : [{ date, place: places.length > 0 ? site.place : null, why }];
    }),
  );
  return {
    ...sized,
    ...(places.length > 0 ? { places: [...places] } : {}),
    closed: [...(intake.closed ?? []), ...closed],
  };
}

/** Groups by the item that they are of, without those of one item. */
export function othersOf(
  groups: ReadonlyMap<string, Groups>,
  without: string,
  { items }: Menu,
): NonNullable<Purpose["others"]> {
  return [...groups].flatMap(([id, formed]) => {
    const item = id === without ? undefined : items.find((one) => one.id === id);
    return item === undefined ? [] : [{ item, groups: formed }];
  });
}

/** What the groups of earlier and later stages leave to those of an item. */
function neighboursOf({ activity, stage }: Item, others: NonNullable<Purpose["others"]>): readonly Neighbour[] {
  return others.flatMap(({ item: other, groups: { groups } }) => {
    if (activity === null || other.activity === null || other.stage === stage) return [];
    const [before, isEarlier] = [other.activity, other.stage < stage];
    return groups.map(({ date, members }, n): Neighbour => {
      const from = isEarlier ? nextFrom(before, date) : null;
      return { item: other.id, number: n + 1, from, to: isEarlier ? null : lastBefore(activity, date), members };
    });
  });
}

function assertSites({ places = [] }: Intake, order: Order): void {
  const issues = places.flatMap((place, i) =>
    order.client.sites.some((site) => site.place === place)
      ? []
      : [
          {
            path: `places[${i}]`,
            expected: `${siteWanted(order)}, or leave the place out`,
            value: JSON.stringify(place),
          },
        ],
  );
  if (issues.length > 0) throw new InputError("the participants", issues);
}
