/** What a first plan starts from, and the order in which it is built. */
import { onlyHeadsCount } from "../bound/grain.js";
import type { Season } from "../model/types.js";
import type { Problem } from "../problem/compile.js";
import type { ProblemData } from "../problem/data.js";
import { entriesOfSessions } from "../problem/lookup.js";
import { seated } from "../score/plans.js";
import type { Columns } from "../score/teams.js";

/**
 * Full pins stand from the start: the model promises that they obey every rule together.
 * @returns by session its pinned column, or −1
 */
export function pinnedColumns(problem: Problem, season: Season, columns: Columns): Int32Array {
  const { data, index } = problem;
  const chosen = new Int32Array(data.shape.sessions).fill(-1);
  season.sessions.forEach(({ id, pinned }, s) => {
    if (data.unstaffedCost[s] !== Number.POSITIVE_INFINITY || !pinned) return;
    const team = seated(problem, { session: id, slot: pinned.slot, team: pinned.team });
    chosen[index.sessionIx(id)] = team ? columns.intern(team.slot, team.trainers) : -1;
  });
  return chosen;
}

/**
 * Dearest to leave open first, then those with the fewest people to choose from. Where only heads count, in the order of
 * their first slots instead: intervals taken by their starts need no more people than overlap, if all can do all (the
 * left-edge rule; Hashimoto and Stevens, DAC 1971), and not many more if not.
 */
export function buildOrder({ data }: Problem, season: Season, possible: Int32Array): number[] {
  const entries = entriesOfSessions(data);
  const key = Float64Array.from(
    entries,
    (count, s) => count / ((data.groupStart[s + 1] as number) - (data.groupStart[s] as number)),
  );
  const open = (s: number): number => data.openCost[s] as number;
  const start = (s: number): string => season.sessions[s]?.slots[0]?.[0]?.[0] ?? "";
  if (onlyHeadsCount(data))
    return [...possible].sort((a, b) => open(b) - open(a) || start(a).localeCompare(start(b)) || a - b);
  return [...possible].sort((a, b) => open(b) - open(a) || (key[a] as number) - (key[b] as number) || a - b);
}

/** Sessions that somebody could staff. */
export function staffable({ shape }: ProblemData, slotPrice: Float64Array): Int32Array {
  const can = (s: number): boolean =>
    slotPrice.subarray(shape.slotStart[s], shape.slotStart[s + 1]).some((price) => price < Number.POSITIVE_INFINITY);
  return Int32Array.from({ length: shape.sessions }, (_, s) => s).filter(can);
}
