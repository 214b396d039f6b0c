/** What groups are for: how many the item asks for, and on which days a session of it could be held where. */
import type { Calendar } from "../../dates/index.js";
import { InputError } from "../../model/errors.js";
import type { Item } from "../menu.js";
import type { Order } from "../order.js";
import type { Needs } from "../scan/needs.js";
import { communitiesOf } from "../sessions/communities.js";
import { closingOn } from "../sessions/dates.js";
import { siteWanted } from "../sessions/sites.js";
import type { Intake } from "./participants.js";

export interface Purpose {
  readonly item: Item;
  /** null: it is not known where and when; then every day will do */
  readonly order: Order | null;
  /** null: no community is known whose days are kept */
  readonly needs: Needs | null;
  readonly calendar: Calendar;
}

/**
 * Participants with what is known of the sessions that their groups are for. What the file says itself stands.
 * @throws InputError where a group could be in a place that is no site of the order
 */
export function intakeFor(intake: Intake, { item, order, needs, calendar }: Purpose): Intake {
  const most = Math.max(2, Math.min(intake.most, item.group.max));
  const sized = { ...intake, most, atLeast: Math.min(most, intake.atLeast ?? Math.max(1, item.group.min)) };
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
