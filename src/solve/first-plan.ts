/** What a first plan starts from, and the order in which it is built. */
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

/** Dearest to leave open first, then those with the fewest people to choose from. */
export function buildOrder(data: ProblemData, possible: Int32Array): number[] {
  const entries = entriesOfSessions(data);
  const key = Float64Array.from(
    entries,
    (count, s) => count / ((data.groupStart[s + 1] as number) - (data.groupStart[s] as number)),
  );
  const open = (s: number): number => data.openCost[s] as number;
  return [...possible].sort((a, b) => open(b) - open(a) || (key[a] as number) - (key[b] as number) || a - b);
}
