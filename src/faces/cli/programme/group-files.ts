/** Groups of items as they are given to a command: `item=file`, as often as need be. */
import type { Groups } from "../../../programme/groups/groups.js";
import type { Menu } from "../../../programme/menu.js";
import { UsageError } from "../errors.js";
import { nameOf, readInput } from "../files.js";
import type { Io } from "../io.js";

export interface ItemFile {
  readonly item: string;
  readonly file: string;
}

/** Collects what an option says each time that it is given. @throws UsageError where that is not item=file */
export function itemFiles(text: string, before: readonly ItemFile[] | undefined): readonly ItemFile[] {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1)
    throw new UsageError(`groups of an item: ${text} is not item=file: write lkha-training=groups.json`);
  return [...(before ?? []), { item: text.slice(0, at), file: text.slice(at + 1) }];
}

/** The groups of each item. @throws UsageError where there is no such item; InputError with every wrong field */
export async function groupFiles(
  io: Io,
  files: readonly ItemFile[],
  { items }: Menu,
): Promise<ReadonlyMap<string, Groups>> {
  const { readGroups } = await import("../../../programme/groups/groups.js");
  const formed = new Map<string, Groups>();
  for (const { item, file } of files) {
    if (!items.some(({ id }) => id === item))
      throw new UsageError(
        `groups of an item: there is no item ${item}: give one of ${items.map(({ id }) => id).join(", ")}`,
      );
    formed.set(item, readGroups(await readInput(io, file, "groups"), nameOf(file)));
  }
  return formed;
}
