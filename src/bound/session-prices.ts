/**
 * What each session looks like to the pricing, worked out once: which candidates are free of exceptions, which pairs are
 * cheaper than usual, what two classes cover together.
 */
import { GRADES, type ProblemData } from "../problem/data.js";
import { candidateOf } from "../problem/lookup.js";

export interface PricingTables {
  /** size candidates: 1 where she meets an exception (a pair of its own cost, or herself) among the session's others */
  readonly unclean: Uint8Array;
  /** size candidates: the most that exceptions could save her, at least 0 */
  readonly saving: Float64Array;
  /** size sessions: where the table of two classes starts in `coverTable`, −1 where the team is not of two single seats */
  readonly coverTableStart: Int32Array;
  /** cost of the needs for class i of the first group and j of the second, at start + i × classes of the second + j */
  readonly coverTable: Float64Array;
  /** most classes in any group, most entries in any slot's list */
  readonly maxClasses: number;
  readonly maxEntries: number;
}

export function pricingTables(data: ProblemData): PricingTables {
  const S = data.shape.sessions;
  const unclean = new Uint8Array(data.candidateTrainer.length);
  const saving = new Float64Array(data.candidateTrainer.length);
  const coverTableStart = new Int32Array(S).fill(-1);
  const tables: number[] = [];
  let [maxClasses, maxEntries] = [0, 0];
  for (let s = 0; s < S; s++) {
    const [first, last] = [data.groupStart[s] as number, data.groupStart[s + 1] as number];
    for (let q = first; q < last; q++) {
      maxClasses = Math.max(maxClasses, (data.classStart[q + 1] as number) - (data.classStart[q] as number));
      markExceptions(data, q, first, last, data.teamSize[s] as number, unclean, saving);
    }
    if (last - first === 2 && data.groupSeats[first] === 1 && data.groupSeats[first + 1] === 1) {
      coverTableStart[s] = tables.length;
      coverOfTwo(data, s, first, tables);
    }
  }
  for (let l = 0; l + 1 < data.entryStart.length; l++)
    maxEntries = Math.max(maxEntries, (data.entryStart[l + 1] as number) - (data.entryStart[l] as number));
  return {
    unclean,
    saving,
    coverTableStart,
    coverTable: Float64Array.from(tables),
    maxClasses,
    maxEntries,
  };
}

/** Marks a group's candidates who meet exceptions, and what these could save each: at most once a colleague. */
function markExceptions(
  data: ProblemData,
  group: number,
  first: number,
  last: number,
  teamSize: number,
  unclean: Uint8Array,
  saving: Float64Array,
): void {
  const { pairs } = data;
  for (let c = data.candidateStart[group] as number; c < (data.candidateStart[group + 1] as number); c++) {
    const t = data.candidateTrainer[c] as number;
    let [all, most] = [0, 0];
    for (let other = first; other < last; other++) {
      if (other !== group && candidateOf(data, other, t) >= 0) unclean[c] = 1;
      if (other === group && (data.groupSeats[group] as number) < 2) continue;
      for (let i = pairs.start[t] as number; i < (pairs.start[t + 1] as number); i++) {
        if (candidateOf(data, other, pairs.other[i] as number) < 0) continue;
        unclean[c] = 1;
        const gain = pairs.base - (pairs.cost[i] as number);
        if (gain > 0) all += gain;
        most = Math.max(most, gain);
      }
    }
    saving[c] = Math.min(all, most * (teamSize - 1));
  }
}

function coverOfTwo(data: ProblemData, session: number, first: number, tables: number[]): void {
  const [need, end] = [data.coverStart[session] as number, data.coverStart[session + 1] as number];
  for (let a = data.classStart[first] as number; a < (data.classStart[first + 1] as number); a++)
    for (let b = data.classStart[first + 1] as number; b < (data.classStart[first + 2] as number); b++) {
      const [x, y] = [data.gradeStart[a] as number, data.gradeStart[b] as number];
      let cost = 0;
      for (let k = 0; need + k < end; k++)
        cost += data.coverCost[
          (need + k) * GRADES + Math.max(data.grade[x + k] as number, data.grade[y + k] as number)
        ] as number;
      tables.push(cost);
    }
}
