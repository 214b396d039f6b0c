/**
 * The repair as an integer program: the season's own, cut down to the plans that call at most so many people. With few
 * calls hardly anything can change, so it is small: a session leaves its slot only if everybody in it may be called.
 */

import type { MipModel } from "../../exact/highs/index.js";
import { type SeasonMip, seasonMipSteps } from "../../exact/season-mip.js";
import type { Steps } from "../../exact/steps.js";
import { HARD_RULES } from "../../model/types.js";
import type { Problem } from "../../problem/compile.js";
import type { Columns } from "../../score/teams.js";
import { type Baseline, GONE } from "./baseline.js";

/** Which repairs a program is over, and what it minimises. */
export interface ProgramScope {
  /** people called at most, those told anyway apart */
  readonly calls: number;
  /** priorities left open at most, together */
  readonly unstaffed: number;
  /** who may be called at all; null: everybody */
  readonly among: ReadonlySet<number> | null;
  /** what is minimised: the people called, or what the plan costs */
  readonly least: "calls" | "cost";
}

export interface RepairProgram {
  readonly model: MipModel;
  /** by session the column of a solution, −1 where it is open */
  read(x: Float64Array): Int32Array;
}

const HARD: ReadonlySet<string> = new Set(HARD_RULES);

/**
 * The program of all repairs within a scope; every plan in the scope is a solution, and every solution is such a plan. In steps, as it may
 * be large.
 * @param priority by session
 */
export function* repairProgram(
  problem: Problem,
  baseline: Baseline,
  columns: Columns,
  priority: ArrayLike<number>,
  scope: ProgramScope,
): Steps<RepairProgram> {
  const { data } = problem;
  const { shape } = data;
  const mayMove = Uint8Array.from(baseline.slot, (_, s) => (canMove(baseline, s, scope) ? 1 : 0));
  const offers = (slot: number, _role: number, trainer: number): boolean => {
    const s = shape.sessionOf[slot] as number;
    if (baseline.slot[s] === slot && baseline.members[s]?.includes(trainer)) return true;
    if (baseline.slot[s] !== slot && !mayMove[s]) return false;
    if (baseline.told[trainer] === 1) return true;
    if (scope.calls === 0 || (scope.among !== null && !scope.among.has(trainer))) return false;
    // One call alone puts nobody in the place of somebody who must then be called as well.
    return scope.calls > 1 || mayMove[s] === 1 || hasVacancy(baseline, s, data.teamSize[s] as number);
  };
  const terms = scope.least === "cost" ? problem.terms : problem.terms.filter(({ rule }) => HARD.has(rule));
  const mip = yield* seasonMipSteps(problem, { offers, terms });
  const { model } = mip;
  const called = callColumns(baseline, model, scope);
  for (let s = 0; s < shape.sessions; s++) {
    addCalls(problem, baseline, mip, called, s);
    yield;
  }
  const sum = [...called].filter((column) => column >= 0);
  model.addRow(
    0,
    scope.calls,
    sum,
    sum.map(() => 1),
  );
  limitOpen(problem, mip, model, priority, scope.unstaffed);
  return {
    model,
    read(x) {
      const chosen = new Int32Array(shape.sessions).fill(-1);
      for (const { session, slot, members } of mip.read(x)) {
        const trainers = [...members].sort((a, b) => a.role - b.role).map(({ trainer }) => trainer);
        chosen[session] = columns.intern(slot, trainers);
      }
      return chosen;
    },
  };
}

/** Whether a session may leave its slot, or be left open: whoever sits there is called then. */
function canMove(baseline: Baseline, session: number, { calls, among }: ProgramScope): boolean {
  const called = baseline.calledIfMoved(session);
  return called.length <= calls && (among === null || called.every((t) => among.has(t)));
}

/** Whether somebody can join a session and nobody who is not told anyway has to leave it. */
function hasVacancy(baseline: Baseline, session: number, size: number): boolean {
  return baseline.calledIfMoved(session).length < size;
}

/** By trainer the column that is 1 if she is called, −1 where she is told anyway. */
function callColumns(baseline: Baseline, model: MipModel, { least, among }: ProgramScope): Int32Array {
  return Int32Array.from(baseline.told, (told, t) => {
    if (told === 1) return -1;
    const most = among === null || among.has(t) ? 1 : 0;
    return model.addColumn(least === "calls" ? 1 : 0, 0, most, true);
  });
}

/** Who joins a session, leaves it, or sits in it on another date, is called. */
function addCalls(
  { data: { shape } }: Problem,
  baseline: Baseline,
  mip: SeasonMip,
  called: Int32Array,
  session: number,
): void {
  const { model } = mip;
  const members = baseline.members[session] ?? [];
  const joins = new Map<number, number[]>();
  const stays = new Map<number, number[]>(members.map((t) => [t, []]));
  for (let g = shape.slotStart[session] as number; g < (shape.slotStart[session + 1] as number); g++)
    for (const { trainer, column } of mip.membersOf(g)) {
      const seats = g === baseline.slot[session] ? stays.get(trainer) : undefined;
      if (seats) seats.push(column);
      else joins.set(trainer, [...(joins.get(trainer) ?? []), column]);
    }
  for (const [trainer, seats] of joins) {
    const call = called[trainer] as number;
    if (call < 0) continue;
    model.addRow(Number.NEGATIVE_INFINITY, 0, [...seats, call], [...seats.map(() => 1), -1]);
  }
  for (const [trainer, seats] of stays) {
    const call = called[trainer] as number;
    if (call < 0) continue;
    const kept = baseline.slot[session] === GONE ? [] : seats;
    model.addRow(1, Number.POSITIVE_INFINITY, [...kept, call], [...kept.map(() => 1), 1]);
  }
}

/** The priorities of open sessions come to no more than so much. */
function limitOpen(
  { data: { shape } }: Problem,
  mip: SeasonMip,
  model: MipModel,
  priority: ArrayLike<number>,
  most: number,
): void {
  const used: number[] = [];
  const weights: number[] = [];
  let all = 0;
  for (let s = 0; s < shape.sessions; s++) {
    all += priority[s] as number;
    for (let g = shape.slotStart[s] as number; g < (shape.slotStart[s + 1] as number); g++) {
      used.push(mip.usedColumn(g));
      weights.push(priority[s] as number);
    }
  }
  model.addRow(all - most, Number.POSITIVE_INFINITY, used, weights);
}
