/** Where a trainer stands among candidates, a candidate among entries. */
import type { ProblemData } from "./data.js";

/** The candidate of a trainer in a seat group, or −1; candidates stand in trainers' order. */
export function candidateOf(data: ProblemData, group: number, trainer: number): number {
  let [low, high] = [data.candidateStart[group] as number, (data.candidateStart[group + 1] as number) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = data.candidateTrainer[middle] as number;
    if (at === trainer) return middle;
    if (at < trainer) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The entry of a candidate in a slot's list, or −1; entries stand in candidates' order. */
export function entryOf(data: ProblemData, list: number, candidate: number): number {
  let [low, high] = [data.entryStart[list] as number, (data.entryStart[list + 1] as number) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = data.entryCandidate[middle] as number;
    if (at === candidate) return middle;
    if (at < candidate) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** By session: how many entries it has, over all its slots and groups. */
export function entriesOfSessions(data: ProblemData): Int32Array {
  return Int32Array.from({ length: data.shape.sessions }, (_, s) => {
    const groups = (data.groupStart[s + 1] as number) - (data.groupStart[s] as number);
    let entries = 0;
    for (let g = data.shape.slotStart[s] as number; g < (data.shape.slotStart[s + 1] as number); g++) {
      const list = data.entryList[g] as number;
      entries += (data.entryStart[list + groups] as number) - (data.entryStart[list] as number);
    }
    return entries;
  });
}

/** By programme: its sessions, ascending. */
export function sessionsByProgramme({ shape }: ProblemData): readonly (readonly number[])[] {
  const lists: number[][] = Array.from({ length: shape.programmes }, () => []);
  for (let s = 0; s < shape.sessions; s++) lists[shape.programmeOf[s] as number]?.push(s);
  return lists;
}
