/** The choice of a programme as whole numbers: how often each item is held, and in how many of its sessions a theme is treated. */
import { feeOf } from "../../model/fee.js";
import { type Item, longestMinutes, type Menu } from "../menu.js";
import { type Order, participantsOf, roomFor } from "../order.js";
import type { Demand, Level } from "../scan/needs.js";

/** An item as the choice sees it. */
export interface Choosable {
  readonly item: Item;
  /** participants of one session, at most as many as there are */
  readonly places: number;
  /** whole euros for one session */
  readonly fee: number;
  /** how often it is held, at least and at most */
  readonly least: number;
  readonly most: number;
  /** for each theme of the problem, in how many of its sessions it must be; -1 where it cannot be */
  readonly themeLeast: readonly number[];
  /** whether one more takes room in the period */
  readonly takesRoom: boolean;
}
export interface ChoiceProblem {
  readonly items: readonly Choosable[];
  readonly themes: readonly string[];
  /** for each theme, how many want it at each level */
  readonly demand: readonly Readonly<Record<Level, number>>[];
  readonly budget: number;
  readonly room: number;
}
/** How often each item is held, and for each item and theme in how many of its sessions. */
export interface Choice {
  readonly times: readonly number[];
  readonly themed: readonly (readonly number[])[];
}

/** Seats of an item under an order: a training actor comes where the order asks for one and the item can use one. */
export function seatsOf(item: Item, { actor }: Pick<Order, "actor">): Item["seats"] {
  const practises = item.activity?.workForms.includes("training-actor") === true && item.kind === "group";
  return actor && practises ? { ...item.seats, actor: item.seats.actor ?? 1 } : item.seats;
}

/** Whole euros of fees for one session, as the season model rounds them. */
export function sessionFee(item: Item, order: Pick<Order, "actor" | "ratePerHour">): number {
  if (item.activity === null) return 0;
  const seats = Object.values(seatsOf(item, order)).reduce((sum, number) => sum + number, 0);
  return seats * feeOf(order.ratePerHour, longestMinutes(item.activity) + item.activity.paidMinutes);
}

/**
 * The problem of an order whose wishes go together (`conflictOf` has said so).
 * @param heldBack items and kinds of items that are there only as often as the order says that they must
 */
export function choiceProblem(
  menu: Menu,
  order: Order,
  demand: readonly Demand[],
  heldBack: readonly string[] = [],
): ChoiceProblem {
  const themes = [...new Set([...demand.map(({ theme }) => theme), ...order.must.flatMap(({ theme }) => theme ?? [])])];
  const of = (theme: string, level: Level) =>
    demand.find((one) => one.theme === theme && one.level === level)?.people ?? 0;
  const room = roomFor(order);
  const participants = participantsOf(order);
  const items = menu.items
    .filter(({ id, kind }) => !order.mustNot.includes(id) && !order.mustNot.includes(kind))
    .filter(({ id, onRequest }) => !onRequest || order.must.some((must) => must.item === id))
    .map((item): Choosable => {
      const musts = order.must.filter((must) => must.item === item.id);
      const themeLeast = themes.map((theme) =>
        item.themes.includes(theme)
          ? musts.filter((must) => must.theme === theme).reduce((sum, { times }) => sum + times, 0)
          : -1,
      );
      const fee = sessionFee(item, order);
      const places = Math.min(item.group.max, participants);
      const wanted = themes.map((theme, t) =>
        themeLeast[t] === -1 ? 0 : item.levels.reduce((sum, level) => sum + of(theme, level), 0),
      );
      const useful = wanted.reduce((sum, people) => sum + Math.ceil(people / places), 0);
      const least = musts.reduce((sum, { times }) => sum + times, 0);
      const byRoom = item.activity === null ? 1 : Math.min(room, fee === 0 ? room : Math.floor(order.budget / fee));
      const byPeople = item.group.min === 0 ? byRoom : Math.floor(participants / item.group.min);
      const isHeldBack = heldBack.includes(item.id) || heldBack.includes(item.kind);
      const most = isHeldBack ? least : Math.max(least, Math.min(byRoom, byPeople, useful));
      return { item, places, fee, least, most, themeLeast, takesRoom: item.activity !== null };
    });
  const people = themes.map((theme) => ({ beginner: of(theme, "beginner"), advanced: of(theme, "advanced") }));
  return { items, themes, demand: people, budget: order.budget, room };
}

/** Places for a theme, by whom they serve. */
export type Places = Record<Level | "both", number>;

/** Whom an item serves. */
export const servesOf = ({ levels }: Item): keyof Places => {
  const [level] = levels;
  return levels.length > 1 || level === undefined ? "both" : level;
};

/** How many of those who want a theme find a place: first in what serves their level alone. */
export function metOf(
  { items, demand }: ChoiceProblem,
  theme: number,
  themed: readonly number[],
): Readonly<Record<Level, number>> {
  const places: Places = { beginner: 0, advanced: 0, both: 0 };
  for (const [i, { item, places: each }] of items.entries()) places[servesOf(item)] += each * (themed[i] ?? 0);
  return metIn(places, demand[theme] ?? { beginner: 0, advanced: 0 });
}

/** How many of each level find a place in these. */
export function metIn(places: Readonly<Places>, wanted: Readonly<Record<Level, number>>): Record<Level, number> {
  // What serves both goes to the advanced first, for whom there is less else.
  const advanced = Math.min(wanted.advanced, places.advanced + places.both);
  const used = Math.max(0, advanced - places.advanced);
  const beginner = Math.min(wanted.beginner, places.beginner + places.both - used);
  return { beginner, advanced };
}

export function totalMet(problem: ChoiceProblem, { themed }: Choice): number {
  return problem.themes.reduce((sum, _, t) => {
    const { beginner, advanced } = metOf(
      problem,
      t,
      themed.map((row) => row[t] ?? 0),
    );
    return sum + beginner + advanced;
  }, 0);
}

export function totalFee({ items }: ChoiceProblem, times: readonly number[]): number {
  return items.reduce((sum, { fee }, i) => sum + fee * (times[i] ?? 0), 0);
}

/** Sessions of an item that treat each theme in so many of them, in parts of sessions. */
export function shareOf({ themesMost }: Item, themed: readonly number[]): number {
  return Math.max(themed.reduce((sum, n) => sum + n, 0) / themesMost, ...themed);
}

/** The fewest such sessions. */
export const sessionsIn = (item: Item, themed: readonly number[]): number => Math.ceil(shareOf(item, themed));

/** One number to be made as large as can be: more needs met first, then fewer euros. */
export function worthOf(problem: ChoiceProblem, choice: Choice): number {
  return totalMet(problem, choice) * (problem.budget + 1) - totalFee(problem, choice.times);
}

/** What a choice breaks, in whole numbers; null where it is sound. */
export function breachOf(problem: ChoiceProblem, { times, themed }: Choice): string | null {
  if (totalFee(problem, times) > problem.budget) return "budget";
  const room = problem.items.reduce((sum, { takesRoom }, i) => sum + (takesRoom ? (times[i] ?? 0) : 0), 0);
  if (room > problem.room) return "period";
  for (const [i, { item, least, most, themeLeast }] of problem.items.entries()) {
    const held = times[i] ?? 0;
    const row = themed[i] ?? [];
    if (!Number.isInteger(held) || held < least || held > most) return `${item.id}: times`;
    if (row.some((n, t) => !Number.isInteger(n) || n < Math.max(0, themeLeast[t] ?? 0) || n > held))
      return `${item.id}: themes`;
    if (row.some((n, t) => themeLeast[t] === -1 && n > 0)) return `${item.id}: a theme that it does not treat`;
    if (row.reduce((sum, n) => sum + n, 0) > item.themesMost * held) return `${item.id}: too many themes`;
  }
  return null;
}
