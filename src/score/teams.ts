/**
 * Columns: one session's whole team and slot. What a column costs by itself (members, cover, pairs, slot) is worked out
 * once, when it is made; what it costs together with others is the state's affair.
 */
import { GRADES, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import { candidateOf, entryOf } from "../problem/lookup.js";

/**
 * What a team costs in a slot by itself, all rules of one session obeyed; Infinity where one is broken.
 * @param trainers of each seat, in the order of the session's seats, from `at`
 */
export function columnCost(data: ProblemData, slot: number, trainers: ArrayLike<number>, at = 0): number {
  const session = data.shape.sessionOf[slot] as number;
  const [firstNeed, lastNeed] = [data.coverStart[session] as number, data.coverStart[session + 1] as number];
  const best = new Uint8Array(lastNeed - firstNeed);
  let cost = data.slotCost[slot] as number;
  let seat = at;
  const firstGroup = data.groupStart[session] as number;
  for (let q = firstGroup; q < (data.groupStart[session + 1] as number); q++) {
    const list = (data.entryList[slot] as number) + q - firstGroup;
    for (let k = 0; k < (data.groupSeats[q] as number); k++, seat++) {
      const candidate = candidateOf(data, q, trainers[seat] as number);
      const entry = candidate < 0 ? -1 : entryOf(data, list, candidate);
      if (entry < 0) return Number.POSITIVE_INFINITY;
      cost += (data.candidateCost[candidate] as number) + (data.entryCost[entry] as number);
      const cls = (data.classStart[q] as number) + (data.candidateClass[candidate] as number);
      const grades = data.gradeStart[cls] as number;
      for (let n = 0; n < best.length; n++) best[n] = Math.max(best[n] as number, data.grade[grades + n] as number);
    }
  }
  for (let n = 0; n < best.length; n++)
    cost += data.coverCost[(firstNeed + n) * GRADES + (best[n] as number)] as number;
  for (let i = at; i < seat; i++)
    for (let j = i + 1; j < seat; j++) cost += pairCost(data.pairs, trainers[i] as number, trainers[j] as number);
  return cost;
}

/** All columns that a search knows, each once. Only ever grows. */
export class Columns {
  readonly data: ProblemData;
  /** by column: its slot, its cost by itself, where its team starts in `trainer` */
  readonly slot: number[] = [];
  readonly cost: number[] = [];
  readonly start: number[] = [];
  readonly trainer: number[] = [];
  /** by session: its columns */
  readonly bySession: number[][];
  private readonly known: Map<string, number>[];

  constructor(data: ProblemData) {
    this.data = data;
    this.bySession = Array.from({ length: data.shape.sessions }, () => []);
    this.known = Array.from({ length: data.shape.sessions }, () => new Map());
  }

  get count(): number {
    return this.slot.length;
  }

  sessionOf(column: number): number {
    return this.data.shape.sessionOf[this.slot[column] as number] as number;
  }

  /**
   * The column of a slot and team, made if it is new.
   * @param trainers of each seat in the session's order; members of one role in any order
   * @returns −1 where the team breaks a rule of one session
   */
  intern(slot: number, trainers: readonly number[]): number {
    const { data } = this;
    const session = data.shape.sessionOf[slot] as number;
    const team = sortedWithinRoles(data, session, trainers);
    const key = `${slot}:${team.join()}`;
    const known = this.known[session] as Map<string, number>;
    const found = known.get(key);
    if (found !== undefined) return found;
    const cost = columnCost(data, slot, team);
    if (cost === Number.POSITIVE_INFINITY) return -1;
    const column = this.slot.length;
    this.slot.push(slot);
    this.cost.push(cost);
    this.start.push(this.trainer.length);
    for (const t of team) this.trainer.push(t);
    known.set(key, column);
    this.bySession[session]?.push(column);
    return column;
  }

  teamOf(column: number): number[] {
    const from = this.start[column] as number;
    return this.trainer.slice(from, from + (this.data.teamSize[this.sessionOf(column)] as number));
  }
}

/** One order for teams that are the same. */
function sortedWithinRoles(data: ProblemData, session: number, trainers: readonly number[]): readonly number[] {
  const [from, to] = [data.seatStart[session] as number, data.seatStart[session + 1] as number];
  if (to - from < 2) return trainers;
  const team = trainers.slice();
  for (let i = 1; i < team.length; i++)
    for (let j = i; j > 0 && data.seatRole[from + j] === data.seatRole[from + j - 1]; j--) {
      const [a, b] = [team[j - 1] as number, team[j] as number];
      if (a <= b) break;
      team[j - 1] = b;
      team[j] = a;
    }
  return team;
}
