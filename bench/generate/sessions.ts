/** The sessions that follow from the orders: dates on offer, seats and needs. */
import type { Interval, Session, Slot, ThemeNeed } from "../../src/model/index.js";
import { type Activity, BASIC, LKHA } from "./activities.js";
import { type CalendarDay, within } from "./calendar.js";
import type { Chance } from "./chance.js";
import type { Country } from "./country.js";
import { type Order, type OrderedSession, WINDOW } from "./orders.js";
import type { Parameters } from "./parameters.js";
import { type Community, drawCommunity, expectedIn, THEMES } from "./tags.js";

const MOST_SLOTS = 8;
const SATURDAY = 5;
/** Share of the slots that are on one. */
const SATURDAYS = 0.04;
const DAYS_BETWEEN_PARTS = 7;
const SPEAKERS = 2;

export interface SessionFrame {
  readonly days: readonly CalendarDay[];
  readonly country: Country;
  readonly trainers: readonly string[];
  readonly parameters: Parameters;
}

/** Draws one session of an order, without a programme and not pinned. */
export function drawSession(
  chance: Chance,
  frame: SessionFrame,
  id: string,
  order: Order,
  { activity, earliest }: OrderedSession,
): Session {
  const { country, trainers, parameters } = frame;
  const isOnline = activity.id === "webinar";
  const isLong = activity.isTraining && chance.odds(0.04);
  const slots = drawSlots(chance, frame, activity, earliest, isLong);
  const others = isOnline ? chance.int(1, 2) : chance.weighted([[0, 66] as const, [1, 16] as const, [2, 18] as const]);
  const communities = drawCommunities(chance, order.community, parameters);
  const hasActor = activity.isTraining && chance.odds(0.26);
  return {
    id,
    activity: activity.id,
    programme: null,
    place: isOnline ? null : order.client.id,
    audience: chance.sample(country.around(order.client), others).map((place) => place.id),
    slots,
    before: activity.before,
    after: activity.after,
    paidMinutes: activity.paidMinutes,
    halfDays: activity.halfDays * slots[0].length,
    seats: hasActor ? { ...activity.seats, actor: 1 } : activity.seats,
    themes: drawThemes(chance, activity),
    communities: communities.map(({ needs }) => needs),
    languages: drawLanguages(chance, order.community, frame),
    traits: drawTraits(chance, activity),
    excludes: chance.odds(0.06) ? [chance.pick(trainers)] : [],
    waivers: chance.odds(0.03) ? [{ trainer: chance.pick(trainers), rule: "travelKm" }] : [],
    priority: chance.weighted([[1, 30] as const, [2, 40] as const, [3, 20] as const, [5, 10] as const]),
    pinned: null,
  };
}

/** Different slots on open days of the session's window, best first; all have as many parts. */
function drawSlots(
  chance: Chance,
  { days, parameters }: SessionFrame,
  { times }: Activity,
  earliest: number,
  isLong: boolean,
): readonly Slot[] {
  const open = openDays(days, earliest, (weekday) => weekday < SATURDAY);
  const saturdays = openDays(days, earliest, (weekday) => weekday === SATURDAY);
  const wanted = 1 + successes(chance, MOST_SLOTS - 1, (parameters.slots - 1) / (MOST_SLOTS - 1));
  const lengthOf = (slot: Slot) => slot.length;
  const slots = new Map<string, Slot>();
  // A short window may not have as many different dates as are wanted.
  for (let tries = 6 * wanted; tries > 0 && slots.size < wanted; tries--) {
    const day = chance.pick(chance.odds(SATURDAYS) ? saturdays : open);
    const hours = chance.weighted(times);
    const parts: Interval[] = [within(days[day], hours)];
    const later = days[day + DAYS_BETWEEN_PARTS];
    if (isLong && later !== undefined && !later.isHoliday) parts.push(within(later, hours));
    const [first] = slots.values();
    if (first === undefined || lengthOf(first) === parts.length) slots.set(parts.join(), parts);
  }
  return [...slots.values()];
}

/** Days of a session's window on which clients plan; where there are none, those just after it or before it. */
function openDays(
  days: readonly CalendarDay[],
  earliest: number,
  fits: (weekday: number) => boolean,
): readonly number[] {
  const isOpen = (day: number) => !days[day].isHoliday && fits(days[day].weekday);
  const all = days.map((_, day) => day).filter(isOpen);
  const inWindow = all.filter((day) => day >= earliest && day < earliest + WINDOW);
  if (inWindow.length > 0) return inWindow;
  const after = all.filter((day) => day >= earliest).slice(0, WINDOW / 2);
  return after.length > 0 ? after : all.slice(-WINDOW / 2);
}

/** Of so many tries. */
function successes(chance: Chance, tries: number, share: number): number {
  let count = 0;
  for (let left = tries; left > 0; left--) if (chance.odds(share)) count++;
  return count;
}

function drawThemes(chance: Chance, { level, wish, isTraining }: Activity): readonly ThemeNeed[] {
  const [first, second, lived] = chance.sample(THEMES, 3);
  const needs: ThemeNeed[] = [{ id: first, level, wish, who: "professional" }];
  if (isTraining && chance.odds(0.6)) needs.push({ id: second, level: 2, wish: 3, who: "professional" });
  if (chance.odds(0.36)) needs.push({ id: chance.odds(0.5) ? first : lived, level: 1, wish: 2, who: "lived" });
  return needs;
}

/** The group's own community first. */
function drawCommunities(
  chance: Chance,
  own: Community,
  { communities, required }: Parameters,
): readonly { readonly community: Community; readonly needs: Session["communities"][number] }[] {
  const found = [own];
  if (chance.odds(communities)) found.push(drawCommunity(chance));
  if (found.length > 1 && chance.odds(0.05)) found.push(drawCommunity(chance));
  return [...new Set(found)].map((community) => ({
    community,
    needs: {
      backgrounds: chance.odds(0.1) ? [community.tag, chance.pick(community.religions)] : [community.tag],
      weight: chance.int(1, 3),
      required: chance.odds(required) ? (chance.odds(0.7) ? "lived" : "any") : null,
    },
  }));
}

/** A client asks for a language only where a pool of this size can be expected to have some who speak it. */
function drawLanguages(
  chance: Chance,
  community: Community,
  { trainers, parameters }: SessionFrame,
): Session["languages"] {
  const dutch = { id: "nl", who: "all" } as const;
  if (!chance.odds(parameters.languages) || expectedIn(trainers.length, community) < SPEAKERS) return [dutch];
  return [dutch, { id: community.languages[0], who: chance.odds(0.55) ? "lived" : "any" }];
}

function drawTraits(chance: Chance, activity: Activity): Session["traits"] {
  const kind = chance.real();
  return [
    ...(kind < 0.24 ? [{ id: "woman", who: "any" } as const] : []),
    ...(kind > 0.94 ? [{ id: "woman", who: "all" } as const] : []),
    ...(chance.odds(0.29) ? [{ id: "experienced", who: "any" } as const] : []),
    ...((activity === LKHA && chance.odds(0.25)) || (activity === BASIC && chance.odds(0.03))
      ? [{ id: "org:lkha", who: "any" } as const]
      : []),
  ];
}
