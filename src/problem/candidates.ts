/** Who can sit where: candidates of each seat group, entries of each slot, coverage classes. */
import { type CoverTerm, MAX_GRADE } from "../terms/cover.js";
import { BAN, ROLE_COUNT, type Shape } from "../terms/indices.js";
import type { MemberCost, MemberTerm } from "../terms/member.js";
import { sharedBytes, sharedInts } from "../terms/memory.js";
import { GRADES, type Pairs, type ProblemData } from "./data.js";
import { GrowingFloats, GrowingInts } from "./growing.js";
import { costOf, type SlotMembers, slotMembers } from "./slot-members.js";

type CandidateArrays = Pick<
  ProblemData,
  | "teamSize"
  | "seatStart"
  | "seatRole"
  | "groupStart"
  | "groupRole"
  | "groupSeats"
  | "candidateStart"
  | "candidateTrainer"
  | "candidateCost"
  | "candidateClass"
  | "entryList"
  | "entryStart"
  | "entryCandidate"
  | "entryCost"
  | "classStart"
  | "gradeStart"
  | "grade"
  | "coverStart"
  | "coverCost"
>;

/** A seat group while it is being filled: candidates with their cost and their grade for each need, row by row. */
interface Draft {
  readonly role: number;
  readonly seats: number;
  readonly trainers: Int32Array;
  readonly costs: Float64Array;
  readonly grades: Uint8Array;
  count: number;
}

/** Everybody who may sit in a seat of the role, whichever the slot. */
function draftOf(
  role: number,
  seats: number,
  pool: Int32Array,
  costs: readonly MemberCost[],
  needs: readonly CoverTerm[],
): Draft {
  const draft: Draft = {
    role,
    seats,
    trainers: new Int32Array(pool.length),
    costs: new Float64Array(pool.length),
    grades: new Uint8Array(pool.length * needs.length),
    count: 0,
  };
  for (const t of pool) {
    const cost = costOf(costs, t, role);
    if (cost === BAN) continue;
    draft.trainers[draft.count] = t;
    draft.costs[draft.count] = cost;
    for (let k = 0; k < needs.length; k++)
      draft.grades[draft.count * needs.length + k] = (needs[k] as CoverTerm).grade(t, role);
    draft.count++;
  }
  return draft;
}

/** Keeps the candidates of a draft that `wanted` (by position) says. */
function keep(draft: Draft, needs: number, wanted: (i: number) => boolean): void {
  let kept = 0;
  for (let i = 0; i < draft.count; i++) {
    if (!wanted(i)) continue;
    draft.trainers[kept] = draft.trainers[i] as number;
    draft.costs[kept] = draft.costs[i] as number;
    draft.grades.copyWithin(kept * needs, i * needs, (i + 1) * needs);
    kept++;
  }
  draft.count = kept;
}

/** Drops those who could only sit where a need that must be met rests on one seat, theirs, and who do not meet it. */
function dropHopeless(drafts: readonly Draft[], needs: readonly CoverTerm[]): void {
  needs.forEach(({ costs }, k) => {
    const least = costs.findIndex((cost) => cost !== BAN);
    if (least === 0) return;
    const meets = (d: Draft, i: number): boolean => least > 0 && (d.grades[i * needs.length + k] as number) >= least;
    const able = drafts.filter((d) => {
      for (let i = 0; i < d.count; i++) if (meets(d, i)) return true;
      return false;
    });
    const [only] = able;
    if (!only) for (const d of drafts) d.count = 0;
    else if (able.length === 1 && only.seats === 1) keep(only, needs.length, (i) => meets(only, i));
  });
}

/**
 * The needs that still depend on who sits: not those that everybody in some group meets at their best, at no cost.
 * Drafts keep the grades of these needs alone.
 */
function openNeeds(drafts: readonly Draft[], needs: readonly CoverTerm[]): CoverTerm[] {
  const open: number[] = [];
  needs.forEach(({ costs }, k) => {
    const top = costs.length - 1;
    const surely = drafts.some((d) => {
      for (let i = 0; i < d.count; i++) if ((d.grades[i * needs.length + k] as number) < top) return false;
      return d.count > 0;
    });
    if (!surely || costs[top] !== 0) open.push(k);
  });
  for (const d of drafts)
    for (let i = 0; i < d.count; i++)
      open.forEach((k, at) => {
        d.grades[i * open.length + at] = d.grades[i * needs.length + k] as number;
      });
  return open.map((k) => needs[k] as CoverTerm);
}

function present(costs: readonly (MemberCost | null)[]): MemberCost[] {
  return costs.filter((c) => c !== null);
}

/** Grades as one number while they fit, else as text: equal keys, equal class. */
function classKey(grades: Uint8Array, from: number, to: number): number | string {
  if (to - from > 24) return grades.subarray(from, to).join("");
  let key = 0;
  for (let i = from; i < to; i++) key = key * GRADES + (grades[i] as number);
  return key;
}

/** Those who may hold each role at all. */
function poolsByRole(shape: Shape, members: readonly MemberTerm[]): Int32Array[] {
  const always = present(members.map((m) => m.always));
  return Array.from({ length: ROLE_COUNT }, (_, role) =>
    Int32Array.from({ length: shape.trainers }, (_, t) => t).filter((t) => costOf(always, t, role) !== BAN),
  );
}

/**
 * Fills the arrays of candidates, entries and classes from the member and cover terms.
 * @param apart who may not be in one team; null where that is left out of account
 */
export function compileCandidates(
  shape: Shape,
  members: readonly MemberTerm[],
  covers: readonly CoverTerm[],
  slotCost: Float64Array,
  apart: Pairs | null,
): CandidateArrays {
  const S = shape.sessions;
  const coversOf: CoverTerm[][] = Array.from({ length: S }, () => []);
  for (const term of covers) coversOf[term.session]?.push(term);

  const pools = poolsByRole(shape, members);
  const teamSize = sharedBytes(S);
  const groupStart = sharedInts(S + 1);
  const [groupRole, groupSeats] = [new GrowingInts(), new GrowingInts()];
  const [candidateStart, candidateTrainer, candidateClass] = [new GrowingInts(), new GrowingInts(), new GrowingInts()];
  const candidateCost = new GrowingFloats();
  const seatRole = new GrowingInts();
  const entryList = sharedInts(shape.sessionOf.length);
  const [entryStart, entryCandidate] = [new GrowingInts(), new GrowingInts()];
  const entryCost = new GrowingFloats();
  const [classStart, gradeStart, grade] = [new GrowingInts(), new GrowingInts(), new GrowingInts()];
  const coverStart = sharedInts(S + 1);
  const coverCost = new GrowingFloats();
  candidateStart.push(0);
  entryStart.push(0);
  classStart.push(0);

  for (let s = 0; s < S; s++) {
    groupStart[s] = groupRole.length;
    coverStart[s] = coverCost.length / GRADES;
    const stated = coversOf[s] ?? [];
    const bySession = present(members.map((m) => m.ofSession(s)));
    const drafts: Draft[] = [];
    for (let role = 0; role < ROLE_COUNT; role++) {
      const count = shape.seats[s * ROLE_COUNT + role] as number;
      if (count > 0) drafts.push(draftOf(role, count, pools[role] as Int32Array, bySession, stated));
    }
    const slots: (SlotMembers[] | null)[] = [];
    for (let g = shape.slotStart[s] as number; g < (shape.slotStart[s + 1] as number); g++)
      slots.push(slotCost[g] === BAN ? null : slotMembers(drafts, present(members.map((m) => m.ofSlot(g))), apart));
    drafts.forEach((draft, d) => {
      const comes = new Set(slots.flatMap((lists) => lists?.[d]?.trainers ?? []));
      keep(draft, stated.length, (i) => comes.has(draft.trainers[i] as number));
    });
    dropHopeless(drafts, stated);
    const needs = openNeeds(drafts, stated);
    for (const { costs } of needs)
      for (let g = 0; g <= MAX_GRADE; g++) coverCost.push(costs[Math.min(g, costs.length - 1)] ?? 0);
    const firsts: number[] = [];
    for (const draft of drafts) {
      const { role, seats } = draft;
      teamSize[s] = (teamSize[s] as number) + seats;
      groupRole.push(role);
      groupSeats.push(seats);
      for (let k = 0; k < seats; k++) seatRole.push(role);
      firsts.push(candidateTrainer.length);
      const classes = new Map<number | string, number>();
      for (let i = 0; i < draft.count; i++) {
        const [from, to] = [i * needs.length, (i + 1) * needs.length];
        const key = classKey(draft.grades, from, to);
        let cls = classes.get(key);
        if (cls === undefined) {
          cls = classes.size;
          classes.set(key, cls);
          gradeStart.push(grade.length);
          for (let k = from; k < to; k++) grade.push(draft.grades[k] as number);
        }
        candidateTrainer.push(draft.trainers[i] as number);
        candidateCost.push(draft.costs[i] as number);
        candidateClass.push(cls);
      }
      candidateStart.push(candidateTrainer.length);
      classStart.push(gradeStart.length);
    }
    slots.forEach((lists, k) => {
      entryList[(shape.slotStart[s] as number) + k] = entryStart.length - 1;
      drafts.forEach(({ trainers, count }, d) => {
        // A forbidden slot keeps its empty lists, so that every slot has as many lists as its session has groups.
        const list = lists?.[d];
        for (let i = 0, at = 0; list && i < count; i++) {
          while (at < list.trainers.length && (list.trainers[at] as number) < (trainers[i] as number)) at++;
          if (list.trainers[at] !== trainers[i]) continue;
          entryCandidate.push((firsts[d] as number) + i);
          entryCost.push(list.costs[at] as number);
        }
        entryStart.push(entryCandidate.length);
      });
    });
  }
  groupStart[S] = groupRole.length;
  coverStart[S] = coverCost.length / GRADES;
  const seatStart = sharedInts(S + 1);
  for (let s = 0; s < S; s++) seatStart[s + 1] = (seatStart[s] as number) + (teamSize[s] as number);
  return {
    teamSize,
    seatStart,
    seatRole: bytesOf(seatRole.done()),
    groupStart,
    groupRole: bytesOf(groupRole.done()),
    groupSeats: bytesOf(groupSeats.done()),
    candidateStart: candidateStart.done(),
    candidateTrainer: candidateTrainer.done(),
    candidateCost: candidateCost.done(),
    candidateClass: candidateClass.done(),
    entryList,
    entryStart: entryStart.done(),
    entryCandidate: entryCandidate.done(),
    entryCost: entryCost.done(),
    classStart: classStart.done(),
    gradeStart: gradeStart.done(),
    grade: bytesOf(grade.done()),
    coverStart,
    coverCost: coverCost.done(),
  };
}

function bytesOf(ints: Int32Array): Uint8Array {
  const bytes = sharedBytes(ints.length);
  bytes.set(ints);
  return bytes;
}
