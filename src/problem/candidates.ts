/** Who can sit where: candidates of each seat group, entries of each slot, coverage classes. */
import { type CoverTerm, MAX_GRADE } from "../terms/cover.js";
import { BAN, ROLE_COUNT, type Shape } from "../terms/indices.js";
import type { MemberCost, MemberTerm } from "../terms/member.js";
import { sharedBytes, sharedInts } from "../terms/memory.js";
import { GRADES, type Pairs, type ProblemData } from "./data.js";
import { Draft, dropHopeless, openNeeds } from "./drafts.js";
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

/** A draft for each role, of those who may hold it at all. */
function draftsByRole(shape: Shape, members: readonly MemberTerm[]): Draft[] {
  const always = present(members.map((m) => m.always));
  const all = Int32Array.from({ length: shape.trainers }, (_, t) => t);
  return Array.from(
    { length: ROLE_COUNT },
    (_, role) =>
      new Draft(
        role,
        all.filter((t) => costOf(always, t, role) !== BAN),
      ),
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

  const draftFor = draftsByRole(shape, members);
  // By trainer: the last group in one of whose slots she comes.
  const comes = new Int32Array(shape.trainers);
  let group = 0;
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
      if (count === 0) continue;
      const draft = draftFor[role] as Draft;
      draft.fill(count, bySession, stated);
      drafts.push(draft);
    }
    const slots: (SlotMembers[] | null)[] = [];
    for (let g = shape.slotStart[s] as number; g < (shape.slotStart[s + 1] as number); g++)
      slots.push(slotCost[g] === BAN ? null : slotMembers(drafts, present(members.map((m) => m.ofSlot(g))), apart));
    drafts.forEach((draft, d) => {
      group++;
      for (const lists of slots) for (const t of lists?.[d]?.trainers ?? []) comes[t] = group;
      draft.keep(stated.length, (i) => comes[draft.trainers[i] as number] === group);
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
