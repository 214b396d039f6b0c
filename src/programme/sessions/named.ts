/** How the sessions of a programme are called by its order and item, and which item of the menu a session is. */
import type { Session } from "../../model/types.js";
import type { Item, Menu } from "../menu.js";

/** @param n the first of its item is 1 */
export const sessionId = (programme: string, item: string, n: number): string => `${programme}-${item}-${n}`;

export type Named = Pick<Session, "id" | "programme">;
/** The item that a session is called after; null: it is called otherwise. There need be no such item. */
export function calledAfter({ id, programme }: Named): string | null {
  const stem = `${programme ?? ""}-`;
  return id.startsWith(stem) ? (/^(.+)-[1-9]\d*$/.exec(id.slice(stem.length))?.[1] ?? null) : null;
}

/** Whether a session is called as one of that item of its programme. */
export const isMadeOf = (session: Named, item: string): boolean => calledAfter(session) === item;

/** The item that a session was made of; of a session that was called otherwise, the first that is the same activity. */
export function itemOf({ items }: Menu, session: Named & Pick<Session, "activity">): Item | null {
  const made = items.find(({ id }) => isMadeOf(session, id));
  return made ?? items.find(({ activity }) => activity?.id === session.activity) ?? null;
}
