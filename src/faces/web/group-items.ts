/** Of which items of a programme groups can be made. Pure. */
import type { Alternative } from "./programme-types.js";

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
