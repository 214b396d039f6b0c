/** What one session has otherwise in another plan: its date, who leaves, who comes. Pure. */
import { assignmentOf, changedSessions } from "./edits.js";
import type { Assignment, Member, Plan } from "./types.js";

type Placed = Pick<Assignment, "slot" | "team">;

export interface Difference {
  readonly session: string;
  /** null: it has no team */
  readonly was: Placed | null;
  readonly becomes: Placed | null;
  /** `opened`: it loses its team; `staffed`: it gets one */
  readonly kind: "opened" | "staffed" | "changed";
  readonly isOtherDate: boolean;
  /** who of a seat's role makes way for whom; null: for nobody, or there was nobody */
  readonly swaps: readonly { readonly out: string | null; readonly in: string | null }[];
}

export function differenceOf(session: string, was: Placed | null, becomes: Placed | null): Difference {
  const kind = becomes === null ? "opened" : was === null ? "staffed" : "changed";
  const isOtherDate = was !== null && becomes !== null && was.slot !== becomes.slot;
  return { session, was, becomes, kind, isOtherDate, swaps: kind === "changed" ? swapsOf(was, becomes) : [] };
}

/** Whoever comes is told beside whoever leaves a seat of the same role. */
function swapsOf(was: Placed | null, becomes: Placed | null): Difference["swaps"] {
  const not = (a: readonly Member[], b: readonly Member[]): Member[] =>
    a.filter((one) => !b.some(({ seat, trainer }) => seat === one.seat && trainer === one.trainer));
  const [before, after] = [was?.team ?? [], becomes?.team ?? []];
  const coming = not(after, before);
  const swaps = not(before, after).map(({ seat, trainer }) => {
    const at = coming.findIndex((one) => one.seat === seat);
    const [next] = at < 0 ? [] : coming.splice(at, 1);
    return { out: trainer, in: next?.trainer ?? null };
  });
  return [...swaps, ...coming.map(({ trainer }) => ({ out: null, in: trainer }))];
}

/** Of every session of which two plans say something else. */
export function differencesOf(before: Plan, after: Plan): readonly Difference[] {
  return changedSessions(before, after).map((id) =>
    differenceOf(id, assignmentOf(before, id), assignmentOf(after, id)),
  );
}

/** How many sessions have another date, another team, no team any more, a team at last. */
export interface Tally {
  readonly dates: number;
  readonly teams: number;
  readonly opened: number;
  readonly staffed: number;
}
export function tallyOf(differences: readonly Difference[]): Tally {
  const count = (is: (one: Difference) => boolean): number => differences.filter(is).length;
  return {
    dates: count(({ isOtherDate }) => isOtherDate),
    teams: count(({ swaps }) => swaps.length > 0),
    opened: count(({ kind }) => kind === "opened"),
    staffed: count(({ kind }) => kind === "staffed"),
  };
}
