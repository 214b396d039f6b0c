/**
 * Wishes that cannot go together: an irreducible set of them. As long as all of the set hold there is no programme, and without
 * any one of them the others of the set leave one.
 */
import type { Menu } from "../menu.js";
import { type Order, participantsOf, roomFor } from "../order.js";
import { sessionFee } from "./problem.js";

/** One wish of an order that can stand in the way of others. */
export type Wish =
  | { readonly wish: "must"; readonly item: string; readonly times: number; readonly theme: string | null }
  | { readonly wish: "must-not"; readonly what: string }
  | { readonly wish: "one-of"; readonly items: readonly string[] }
  | { readonly wish: "budget"; readonly euros: number; readonly needed: number }
  | { readonly wish: "period"; readonly sessions: number; readonly needed: number }
  | { readonly wish: "participants"; readonly people: number; readonly needed: number };

/** @returns the conflict, or null where the wishes go together */
export function conflictOf(menu: Menu, order: Order, oneOf: readonly string[] = []): readonly Wish[] | null {
  const needed = demandsOf(menu, order, order.must);
  const wishes: Wish[] = [
    ...order.must.map((must): Wish => ({ wish: "must", ...must })),
    ...order.mustNot.map((what): Wish => ({ wish: "must-not", what })),
    ...(oneOf.length > 0 ? [{ wish: "one-of", items: oneOf } as const] : []),
    { wish: "budget", euros: order.budget, needed: needed.fees },
    { wish: "period", sessions: roomFor(order), needed: needed.sessions },
    { wish: "participants", people: participantsOf(order), needed: needed.people },
  ];
  if (isPossible(menu, order, wishes)) return null;
  // Plain deletion: what can be left out without the rest becoming possible is no part of the reason.
  let kept: readonly Wish[] = wishes;
  for (const wish of wishes) {
    const without = kept.filter((one) => one !== wish);
    if (!isPossible(menu, order, without)) kept = without;
  }
  return withNeeded(menu, order, kept);
}

type Must = Order["must"][number];

/** What the items that must be there ask for at least. */
function demandsOf(menu: Menu, order: Order, musts: readonly Must[]) {
  const total = { fees: 0, sessions: 0, people: 0 };
  for (const item of menu.items) {
    const times = musts.filter((must) => must.item === item.id).reduce((sum, must) => sum + must.times, 0);
    if (times === 0) continue;
    total.fees += times * sessionFee(item, order);
    total.sessions += item.activity === null ? 0 : times;
    // People may come to several items; the sessions of one item are for different people.
    total.people = Math.max(total.people, times * item.group.min);
  }
  return total;
}

/** Whether there is a programme, however poor, under these wishes alone. */
function isPossible(menu: Menu, order: Order, wishes: readonly Wish[]): boolean {
  return listsOf(menu, wishes).some((list) => {
    const needed = demandsOf(menu, order, list);
    return wishes.every((one) => {
      if (one.wish === "budget") return needed.fees <= one.euros;
      if (one.wish === "period") return needed.sessions <= one.sessions;
      return one.wish !== "participants" || needed.people <= one.people;
    });
  });
}

/** What must be there under these wishes: all of it, and one of each set of which one must; none where that is kept out, or treats no such theme. */
function listsOf(menu: Menu, wishes: readonly Wish[]): readonly (readonly Must[])[] {
  const musts = wishes.flatMap((one) => (one.wish === "must" ? [one] : []));
  const not = new Set(wishes.flatMap((one) => (one.wish === "must-not" ? [one.what] : [])));
  const oneOf = wishes.flatMap((one) => (one.wish === "one-of" ? [one.items] : []));
  const isOut = (id: string) => not.has(id) || menu.items.some((item) => item.id === id && not.has(item.kind));
  const treats = (id: string, theme: string | null) =>
    menu.items.some((item) => item.id === id && (theme === null || item.themes.includes(theme)));
  return oneOf
    .reduce<Must[][]>(
      (lists, items) => lists.flatMap((list) => items.map((item) => [...list, { item, times: 1, theme: null }])),
      [musts],
    )
    .filter((list) => list.every(({ item, theme }) => !isOut(item) && treats(item, theme)));
}

/** The conflict with the least that is needed under its own wishes. */
function withNeeded(menu: Menu, order: Order, wishes: readonly Wish[]): readonly Wish[] {
  const demands = listsOf(menu, wishes).map((list) => demandsOf(menu, order, list));
  const least = (of: "fees" | "sessions" | "people") => Math.min(...demands.map((one) => one[of]));
  return wishes.map((one) => {
    if (one.wish === "budget") return { ...one, needed: least("fees") };
    if (one.wish === "period") return { ...one, needed: least("sessions") };
    return one.wish === "participants" ? { ...one, needed: least("people") } : one;
  });
}
