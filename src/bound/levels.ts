/**
 * Needs as levels. A need that costs less at a better grade is a row of yes-or-no levels, "somebody of grade 2 or more",
 * each worth what it saves; a class of members reaches a set of them. A team then costs its members, its pairs, a base
 * that nobody can help, and the worth of each level that nobody in it reaches.
 */
import { GRADES, type ProblemData } from "../problem/data.js";

/** Levels in one word of a set. */
export const WORD = 31;

export interface Levels {
  /** size S + 1: levels of session s are start[s] … start[s + 1] − 1; those of a team of two single seats are left out */
  readonly start: Int32Array;
  /** by level: what it saves; Infinity where a team must reach it */
  readonly worth: Float64Array;
  /** size S: cost of the needs where every level is reached; Infinity where no team is good enough */
  readonly base: Float64Array;
  /** words that a set takes */
  readonly words: number;
  /** by class of the problem × words: the levels that it reaches, the session's first as the lowest bit of word 0 */
  readonly reached: Int32Array;
}

/** The lowest level, in the session's count, of what is left of word `w` of a set: not 0. */
export function lowestLevel(w: number, set: number): number {
  return w * WORD + 31 - Math.clz32(set & -set);
}

/** Works out the levels of every session for which `wanted` holds. */
export function levelsOf(data: ProblemData, wanted: (session: number) => boolean): Levels {
  const S = data.shape.sessions;
  const start = new Int32Array(S + 1);
  const base = new Float64Array(S);
  const worth: number[] = [];
  /** by level: its need within the session, and the least grade that reaches it */
  const needOf: number[] = [];
  const gradeOf: number[] = [];
  let words = 1;
  for (let s = 0; s < S; s++) {
    start[s] = worth.length;
    if (wanted(s)) base[s] = levelsOfSession(data, s, worth, needOf, gradeOf);
    words = Math.max(words, Math.ceil((worth.length - (start[s] as number)) / WORD));
  }
  start[S] = worth.length;
  const reached = new Int32Array((data.classStart[data.groupRole.length] as number) * words);
  for (let s = 0; s < S; s++)
    for (let level = start[s] as number; level < (start[s + 1] as number); level++) {
      const at = level - (start[s] as number);
      const word = Math.floor(at / WORD);
      for (let c = firstClass(data, s); c < firstClass(data, s + 1); c++)
        if (
          (data.grade[(data.gradeStart[c] as number) + (needOf[level] as number)] as number) >=
          (gradeOf[level] as number)
        )
          reached[c * words + word] = (reached[c * words + word] as number) | (1 << (at - word * WORD));
    }
  return { start, worth: Float64Array.from(worth), base, words, reached };
}

function firstClass(data: ProblemData, session: number): number {
  return data.classStart[data.groupStart[session] as number] as number;
}

/** Adds the levels of one session that somebody can reach; answers what its needs cost with all of them reached. */
function levelsOfSession(
  data: ProblemData,
  session: number,
  worth: number[],
  needOf: number[],
  gradeOf: number[],
): number {
  const first = data.coverStart[session] as number;
  let base = 0;
  for (let need = 0; first + need < (data.coverStart[session + 1] as number); need++) {
    let best = 0;
    for (let c = firstClass(data, session); c < firstClass(data, session + 1); c++)
      best = Math.max(best, data.grade[(data.gradeStart[c] as number) + need] as number);
    const cost = (grade: number): number => data.coverCost[(first + need) * GRADES + grade] as number;
    base += cost(best);
    for (let grade = 1; grade <= best; grade++) {
      if (cost(grade - 1) === cost(grade)) continue;
      worth.push(cost(grade - 1) - cost(grade));
      needOf.push(need);
      gradeOf.push(grade);
    }
  }
  return base;
}
