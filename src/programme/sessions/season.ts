/** A programme's sessions with a pool: a season that the model accepts, or is told what is wrong with. */
import { InputError } from "../../model/errors.js";
import { parseSeason } from "../../model/parse.js";
import type { Day, Place, Season, WallTime } from "../../model/types.js";
import { type Order, placesOf } from "../order.js";
import { type SessionParts, sessionsOf } from "./sessions.js";

/**
 * @param pool a season whose trainers, weights, pairs and zone are taken
 * @param places all places that the programme can name, such as the municipalities
 * @param budget whole euros: the order's, or what an accepted quote comes to
 * @throws InputError where a place does not exist, a session has no date, or the model refuses the season
 */
export function programmeSeason(parts: SessionParts, pool: Season, places: readonly Place[], budget: number): Season {
  const { order } = parts;
  assertPlaces(order, [...pool.places, ...places]);
  const { sessions, series } = sessionsOf(parts);
  return parseSeason(
    {
      ...pool,
      id: order.id,
      from: order.from,
      to: order.to,
      places: [...pool.places, ...missingPlaces(order, pool, places)],
      sessions,
      series,
      programmes: [{ id: order.id, budget }],
      published: [],
    },
    "the season of the programme",
  );
}

/**
 * When the trainers of a season have hours, first day and last; null: never.
 * @returns `within`: whether any of them are in its period. Without any no session can have a team
 */
export function hoursIn({ trainers, from, to }: Pick<Season, "trainers" | "from" | "to">): {
  readonly within: boolean;
  readonly known: { readonly from: Day; readonly to: Day } | null;
} {
  const days = trainers
    .flatMap(({ available }) => available)
    .map(([start, end]) => [dayIn(start), dayIn(end)] as const);
  const starts = days.map(([start]) => start).sort();
  const ends = days.map(([, end]) => end).sort();
  const [first, last] = [starts.at(0), ends.at(-1)];
  const known = first === undefined || last === undefined ? null : { from: first, to: last };
  return { within: days.some(([start, end]) => start <= to && end >= from), known };
}
const dayIn = (wall: WallTime): Day => wall.slice(0, 10);

/** @throws InputError with every place of the order that is none */
export function assertPlaces({ client: { sites, audience } }: Order, places: readonly Place[]): void {
  const named = [
    ...sites.map(({ place }, i) => ({ path: `client.sites[${i}].place`, place })),
    ...audience.map((place, i) => ({ path: `client.audience[${i}]`, place })),
  ];
  const issues = named
    .filter(({ place }) => !places.some(({ id }) => id === place))
    .map(({ path, place }) => ({
      path,
      expected: "the CBS code of a municipality, such as GM0503, or a place of the pool's season",
      value: JSON.stringify(place),
    }));
  if (issues.length > 0) throw new InputError("the order", issues);
}

/** The places of the order that the pool's season does not have. */
function missingPlaces(order: Order, pool: Season, places: readonly Place[]): readonly Place[] {
  const wanted = placesOf(order);
  return places.filter(({ id }) => wanted.includes(id) && !pool.places.some((place) => place.id === id));
}
