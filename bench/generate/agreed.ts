/** What is agreed before anybody plans: pins and a published plan, both from one plan that obeys every hard rule. */
import type { Pin, Published, Season, Session } from "../../src/model/index.js";
import type { Booking } from "../greedy/book.js";
import type { Chance } from "./chance.js";
import type { Parameters } from "./parameters.js";
import { referencePlan } from "./reference.js";

/** Share of pins that fix the whole team. */
const FULL = 0.5;

/**
 * The season with its pins and its published plan. A full pin has one before it in its series, and every full pin is
 * published where anything is, so that the published plan by itself is allowed.
 */
export function agree(
  chances: { readonly plan: Chance; readonly pins: Chance; readonly published: Chance },
  season: Season,
  parameters: Parameters,
): Season {
  if (parameters.pins === 0 && parameters.published === 0) return season;
  const bookings = referencePlan(chances.plan, season);
  const pins = drawPins(chances.pins, bookings, parameters.pins);
  const published =
    parameters.published === 0 ? [] : drawPublished(chances.published, bookings, pins, parameters.published);
  const sessions = season.sessions.map((session): Session => ({ ...session, pinned: pins.get(session.id) ?? null }));
  return { ...season, sessions, published };
}

function members({ team }: Booking): Pin["team"] {
  return team.map(({ seat, who }) => ({ seat, trainer: who.trainer.id }));
}

/** Half of them full; of the others any part of the team, none of it included. */
function drawPins(chance: Chance, bookings: readonly Booking[], share: number): ReadonlyMap<string, Pin> {
  const pins = new Map<string, Pin>();
  const full = new Set<string>();
  for (const booking of bookings) {
    const { session, previous } = booking.facts;
    if (!chance.odds(share)) continue;
    const team = members(booking);
    const mayBeFull = previous === null || full.has(previous.session.id);
    const isFull = chance.odds(FULL) && mayBeFull;
    if (isFull) full.add(session.id);
    const fixed = isFull ? team : chance.sample(team, chance.int(0, team.length - 1));
    pins.set(session.id, { slot: booking.slot, team: fixed });
  }
  return pins;
}

/** A session of a series only with the one before it. */
function drawPublished(
  chance: Chance,
  bookings: readonly Booking[],
  pins: ReadonlyMap<string, Pin>,
  share: number,
): readonly Published[] {
  const known = new Set<string>();
  return bookings.flatMap((booking) => {
    const { session, previous } = booking.facts;
    const isFull = pins.get(session.id)?.team.length === booking.team.length;
    const isDrawn = chance.odds(share) && (previous === null || known.has(previous.session.id));
    if (!isFull && !isDrawn) return [];
    known.add(session.id);
    return [{ session: session.id, slot: booking.slot, team: members(booking) }];
  });
}
