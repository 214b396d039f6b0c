/** How the sessions of a programme are called by its order and item, and which item of the menu a session is. */
import type { Session } from "../../model/types.js";
import type { Item, Menu } from "../menu.js";

/** @param n the first of its item is 1 */
export const sessionId = (programme: string, item: string, n: number): string => `${programme}-${item}-${n}`;

/** The item that a session was made of; of a session that was called otherwise, the first that is the same activity. */
export function itemOf(
  { items }: Menu,
  { id, programme, activity }: Pick<Session, "id" | "programme" | "activity">,
): Item | null {
  const made = items.find((item) => {
    const stem = sessionId(programme ?? "", item.id, 0).slice(0, -1);
    return id.startsWith(stem) && /^[1-9]\d*$/.test(id.slice(stem.length));
  });
  return made ?? items.find((item) => item.activity?.id === activity) ?? null;
}
