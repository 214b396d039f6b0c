/** Whom to ask or call, by what there is to do: who said no, who has not been asked, who has not answered, who said yes. Pure. */
import type { Asking, AskRow } from "./types.js";

/** In the order in which they are to be done: a no first, since what was published of it no longer holds; the last is done. */
export const DOINGS = ["no", "ask", "wait", "yes"] as const;
export type Doing = (typeof DOINGS)[number];
export const IS_DONE: Readonly<Record<Doing, boolean>> = { no: false, ask: false, wait: false, yes: true };

const OF: Readonly<Record<Asking["reply"], Doing>> = {
  new: "ask",
  asked: "wait",
  silent: "wait",
  no: "no",
  yes: "yes",
};

export interface Group {
  readonly doing: Doing;
  /** a person each, in the order of calling, with the questions that are in this state alone */
  readonly rows: readonly AskRow[];
  /** questions, of all of them */
  readonly questions: number;
}

/** When a trainer of a group is needed first, by what stands: nobody is asked for what has fallen. After all days where nothing does. */
const NEVER = "9999";
const firstOf = ({ askings }: AskRow): string =>
  askings.flatMap(({ stands, slot: [part] }) => (stands && part !== undefined ? [part[0]] : [])).sort()[0] ?? NEVER;

/**
 * The questions of what is published by what there is to do.
 * @param isSought which trainers are looked at
 */
export function groupsOf(rows: readonly AskRow[], isSought: (trainer: string) => boolean): readonly Group[] {
  const sought = rows.filter(({ trainer }) => isSought(trainer));
  return DOINGS.map((doing) => {
    const those = sought.flatMap(({ trainer, askings }) => {
      const own = askings.filter(({ reply }) => OF[reply] === doing);
      return own.length === 0 ? [] : [{ trainer, askings: own }];
    });
    // What she has answered is in another group, and gives her no place in this one.
    those.sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : firstOf(a) > firstOf(b) ? 1 : 0));
    return { doing, rows: those, questions: those.reduce((sum, { askings }) => sum + askings.length, 0) };
  });
}

/** Who said no, by session: why it no longer holds, as far as answers say it. */
export function refusersOf(rows: readonly AskRow[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { trainer, askings } of rows)
    for (const { session, reply } of askings)
      if (reply === "no") found.set(session, [...(found.get(session) ?? []), trainer]);
  return found;
}
