/** The items of a programme: those that can have groups, and of which alternative a quote, or what is booked, is. Pure. */
import type { Alternative, Quote } from "./programme-types.js";

type Items = readonly (readonly [item: string, times: number])[];
/** The same for the same items, in whatever order. */
const keyOf = (items: Items): string => JSON.stringify([...items].sort(([a], [b]) => (a < b ? -1 : 1)));
function counted(items: readonly string[]): Items {
  const times = new Map<string, number>();
  for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  return [...times];
}
/** What is free of charge is an online module of others: it has no sessions. */
const inSessions = ({ items }: Alternative): Items =>
  items.filter(({ fee }) => fee > 0).map(({ item, times }) => [item, times]);

/**
 * The items of which groups can be made: those of the chosen programme, and those that have groups already.
 * @param small every item of the menu that is held in groups
 * @param chosen null: none is chosen yet, and it may be any
 */
export function groupItems(
  small: readonly string[],
  chosen: Alternative["items"] | null,
  grouped: readonly string[],
): readonly string[] {
  const own = chosen?.map(({ item }) => item) ?? small;
  return [...new Set([...own.filter((item) => small.includes(item)), ...grouped])];
}

const matching = (alternatives: readonly Alternative[], items: Items): readonly Alternative[] =>
  alternatives.filter((one) => keyOf(inSessions(one)) === keyOf(items));

/** @returns the kind of the alternative that a quote is of; null where it is of none of them */
export function kindOfQuote({ lines, modules = [] }: Quote, alternatives: readonly Alternative[]): string | null {
  const found = matching(alternatives, counted(lines.flatMap(({ item }) => (item === undefined ? [] : [item]))));
  const free = keyOf(counted(modules));
  const same = found.find(({ items }) => keyOf(counted(items.flatMap((i) => (i.fee > 0 ? [] : [i.item])))) === free);
  return (same ?? found[0])?.kind ?? null;
}

/**
 * @param sessions of the programme, called by their items: `programme-item-n`; those of no item are the meetings before it
 * @returns the kind of the alternative that was booked; null where it is of none of them
 */
export function kindOfBooked(
  programme: string,
  sessions: readonly string[],
  alternatives: readonly Alternative[],
): string | null {
  const items = sessions.flatMap((id) => {
    const [, item] = /^-(.+)-\d+$/.exec(id.startsWith(programme) ? id.slice(programme.length) : "") ?? [];
    return item === undefined ? [] : [item];
  });
  return matching(alternatives, counted(items))[0]?.kind ?? null;
}
