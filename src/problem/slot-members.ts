/** Who can sit in one slot: nobody whom no team could have there, so that a rule by any name leaves the same people. */
import { BAN, type Shape } from "../terms/indices.js";
import type { MemberCost } from "../terms/member.js";
import { sharedFloats, sharedInts } from "../terms/memory.js";
import type { Pairs, ProblemData } from "./data.js";

/** Members of one seat group in one slot, ascending, and what the slot adds to their cost. */
export interface SlotMembers {
  readonly trainers: number[];
  readonly costs: number[];
}

interface Group {
  readonly role: number;
  readonly seats: number;
  readonly trainers: ArrayLike<number>;
  readonly count: number;
}

/** What several terms make somebody cost in a role; BAN where one of them forbids it. */
export function costOf(costs: readonly MemberCost[], trainer: number, role: number): number {
  let sum = 0;
  for (const cost of costs) {
    sum += cost(trainer, role);
    if (sum === BAN) return BAN;
  }
  return sum;
}

/**
 * By group: those whom the slot's terms let in, but for the lonely.
 * @param apart who may not be in one team; null where that is left out of account
 */
export function slotMembers(
  groups: readonly Group[],
  bySlot: readonly MemberCost[],
  apart: Pairs | null,
): SlotMembers[] {
  const lists = groups.map(({ role, trainers, count }): SlotMembers => {
    const list: SlotMembers = { trainers: [], costs: [] };
    for (let i = 0; i < count; i++) {
      const trainer = trainers[i] as number;
      const cost = costOf(bySlot, trainer, role);
      if (cost === BAN) continue;
      list.trainers.push(trainer);
      list.costs.push(cost);
    }
    return list;
  });
  if (apart === null) return lists;
  const left = withoutLonely(
    lists.map(({ trainers }) => trainers),
    groups.map(({ seats }) => seats),
    apart,
  );
  return lists.map((list, g) => {
    const kept = left[g] as readonly number[];
    if (kept.length === list.trainers.length) return list;
    const stays = new Set(kept);
    return { trainers: [...kept], costs: list.costs.filter((_, i) => stays.has(list.trainers[i] as number)) };
  });
}

/**
 * Those of each group who would find enough others beside them: in no group too few who are not kept apart from them.
 * @param lists by group: trainers
 * @param seats by group
 */
export function withoutLonely(
  lists: readonly (readonly number[])[],
  seats: readonly number[],
  pairs: Pairs,
): readonly (readonly number[])[] {
  let slack = Number.POSITIVE_INFINITY;
  lists.forEach((list, g) => {
    const seated = seats[g] as number;
    if (seated > 0) slack = Math.min(slack, list.length - seated);
  });
  if (slack < 0) return lists.map(() => []);
  const exceptions = (trainer: number): number =>
    (pairs.start[trainer + 1] as number) - (pairs.start[trainer] as number);
  const findsOthers = (own: number, trainer: number): boolean => {
    // Herself and all with whom she is any exception: where so many can be missed, nobody need be counted.
    if (slack > exceptions(trainer)) return true;
    const not = [trainer, ...keptApart(pairs, trainer)];
    return lists.every((list, g) => {
      const gone = not.filter((other) => list.includes(other)).length;
      return list.length - gone >= (seats[g] as number) - (g === own ? 1 : 0);
    });
  };
  if (lists.every((list) => list.every((trainer) => slack > exceptions(trainer)))) return lists;
  const left = lists.map((list, own) => list.filter((trainer) => findsOthers(own, trainer)));
  const fewer = left.some((list, g) => list.length < (lists[g] as readonly number[]).length);
  return fewer ? withoutLonely(left, seats, pairs) : lists;
}

/** Those with whom a trainer may be in no team. */
export function keptApart(pairs: Pairs, trainer: number): readonly number[] {
  const apart: number[] = [];
  for (let i = pairs.start[trainer] as number; i < (pairs.start[trainer + 1] as number); i++)
    if (pairs.cost[i] === BAN) apart.push(pairs.other[i] as number);
  return apart;
}

type Entries = Pick<
  ProblemData,
  "groupStart" | "groupSeats" | "entryList" | "entryStart" | "entryCandidate" | "candidateTrainer"
>;

/** The exceptions without those who are kept apart and could be in no team together anyway. */
export function pairsThatMeet(shape: Shape, pairs: Pairs, data: Entries): Pairs {
  if (!pairs.cost.includes(BAN)) return pairs;
  const isApart = Uint8Array.from({ length: shape.trainers }, (_, t) => (keptApart(pairs, t).length > 0 ? 1 : 0));
  const meets = new Uint8Array(pairs.cost.length);
  // By trainer, of one slot: a bit for each seat group in which she can sit; and who these are.
  const groups = new Int32Array(shape.trainers);
  const there: number[] = [];
  for (let g = 0; g < shape.sessionOf.length; g++) {
    const session = shape.sessionOf[g] as number;
    const first = data.groupStart[session] as number;
    let roomy = 0;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      if ((data.groupSeats[q] as number) > 1) roomy |= 1 << (q - first);
      const list = (data.entryList[g] as number) + q - first;
      for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
        const t = data.candidateTrainer[data.entryCandidate[e] as number] as number;
        if (!isApart[t]) continue;
        if (groups[t] === 0) there.push(t);
        groups[t] = (groups[t] as number) | (1 << (q - first));
      }
    }
    for (const t of there)
      for (let i = pairs.start[t] as number; i < (pairs.start[t + 1] as number); i++) {
        const [own, others] = [groups[t] as number, groups[pairs.other[i] as number] as number];
        if (others === 0) continue;
        const both = own | others;
        const isOne = (both & (both - 1)) === 0;
        if (!isOne || (both & roomy) !== 0) meets[i] = 1;
      }
    for (const t of there) groups[t] = 0;
    there.length = 0;
  }
  const start = pairs.start.slice().fill(0);
  const [other, cost]: [number[], number[]] = [[], []];
  for (let t = 0; t + 1 < pairs.start.length; t++) {
    for (let i = pairs.start[t] as number; i < (pairs.start[t + 1] as number); i++) {
      if (pairs.cost[i] === BAN && !meets[i]) continue;
      other.push(pairs.other[i] as number);
      cost.push(pairs.cost[i] as number);
    }
    start[t + 1] = other.length;
  }
  return {
    base: pairs.base,
    start: shared(sharedInts, start),
    other: shared(sharedInts, other),
    cost: shared(sharedFloats, cost),
  };
}

function shared<A extends Int32Array | Float64Array>(make: (length: number) => A, values: ArrayLike<number>): A {
  const array = make(values.length);
  array.set(values);
  return array;
}
