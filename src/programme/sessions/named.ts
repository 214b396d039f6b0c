/** How the sessions of a programme are called by its order and item, and which item of the menu a session is. */
import type { Session } from "../../model/types.js";
import type { Item, Menu } from "../menu.js";

/** @param n the first of its item is 1 */
export const sessionId = (programme: string, item: string, n: number): string => `${programme}-${item}-${n}`;

type Named = Pick<Session, "id" | "programme">;
/** Whether a session is called as one of that item of its programme. */
export function isMadeOf({ id, programme }: Named, item: string): boolean {
  const stem = sessionId(programme ?? "", item, 0).slice(0, -1);
  return id.startsWith(stem) && /^[1-9]\d*$/.test(id.slice(stem.length));
}

/** The item that a session was made of; of a session that was called otherwise, the first that is the same activity. */
export function itemOf({ items }: Menu, session: Named & Pick<Session, "activity">): Item | null {
  const made = items.find(({ id }) => isMadeOf(session, id));
  return made ?? items.find(({ activity }) => activity?.id === session.activity) ?? null;
}
