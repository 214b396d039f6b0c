/** What one group of people goes through, stage by stage: which sessions that are, and between which days each can be. */
import { dayNumber, dayPlus } from "../../dates/days.js";
import type { Day, Series, Slot } from "../../model/types.js";
import type { Order } from "../order.js";
import { bestPairs, worthOf } from "../pairs.js";
import { conflictIn, type DatedStep, MIN_DAYS, nextFrom, type Step } from "./order.js";

/**
 * Sessions of one group of people: the first of each stage, the second ones, and so on, unless other groups share more people or leave an
 * order where these leave none. Groups that have nobody in common are not of one series.
 */
export function lanesOf<T extends Step>(planned: readonly T[]): readonly (readonly T[])[] {
  const inGroups = planned.filter(({ item }) => item?.kind === "group");
  const stages = [...new Set(inGroups.map(({ stage }) => stage))].sort((a, b) => a - b);
  let lanes: readonly (readonly T[])[] = [];
  for (const stage of stages) {
    const row = inGroups.filter((one) => one.stage === stage);
    const pairs = bestPairs(
      lanes.map((lane, l) => row.map((one, n) => worthOf(follows(lane, one), sharedBy(lane, one).length, l === n))),
    );
    const next = lanes.map((lane, l): readonly T[] => {
      const one = row[pairs[l] ?? -1];
      return one === undefined || areOthers(lane, one) ? lane : [...lane, one];
    });
    const taken = new Set(next.map((lane) => lane.at(-1)));
    lanes = [...next, ...row.filter((one) => !taken.has(one)).map((one) => [one])];
  }
  return lanes;
}

/** Whether a session can come after these, as far as the days of groups tell. */
function follows(lane: readonly Step[], { group }: Step): boolean {
  let from: Day | null = null;
  for (const step of lane) {
    const day: Day | null = step.group?.date ?? from;
    from = day === null ? null : nextFrom(step.activity, day);
  }
  return group === null || from === null || group.date >= from;
}

const peopleOf = (lane: readonly Step[]): readonly string[] => lane.flatMap(({ group }) => group?.members ?? []);
function sharedBy(lane: readonly Step[], { group }: Step): readonly string[] {
  const people = new Set(peopleOf(lane));
  return (group?.members ?? []).filter((code) => people.has(code));
}
/** Whether it is known of both who they are, and nobody is of both. */
const areOthers = (lane: readonly Step[], one: Step): boolean =>
  peopleOf(lane).length > 0 && peopleOf([one]).length > 0 && sharedBy(lane, one).length === 0;

/** What one group of people goes through builds on what it had before. */
export function seriesOf({ id, from, to }: Order, lanes: readonly (readonly DatedStep[])[]): readonly Series[] {
  return lanes
    .map((lane, n) => {
      const days = lane.flatMap(({ slots }) => slots.flatMap((parts) => parts.map(([start]) => start.slice(0, 10))));
      const all = [from, to, ...days].sort();
      return {
        id: `${id}-${n + 1}`,
        sessions: lane.map((step) => step.id),
        minDays: MIN_DAYS,
        // A group may be on a day outside of the period: that they are in order is all that is asked.
        maxDays: dayNumber(all.at(-1) ?? to) - dayNumber(all[0] ?? from) + 1,
      };
    })
    .filter(({ sessions }) => sessions.length > 1);
}

export type Window = Pick<Order, "from" | "to">;

/** A share of the period for each stage, in their order, so that beginners are done before others go on; half a share before the programme. */
export function stagesOf(order: Window, planned: readonly Step[]): (step: Step) => Window {
  const stages = [...new Set(planned.map(({ stage }) => stage))].sort((a, b) => a - b);
  const shares = shared(
    order,
    stages.map((stage) => (stage < 1 ? 1 : 2)),
  );
  return ({ stage }) => shares[stages.indexOf(stage)] ?? order;
}

/** Days cut into pieces one after the other, as large as they weigh. */
function shared({ from, to }: Window, weights: readonly number[]): readonly Window[] {
  const length = dayNumber(to) - dayNumber(from) + 1;
  const sum = (list: readonly number[]) => list.reduce((total, share) => total + share, 0);
  const cut = (k: number) => Math.round((sum(weights.slice(0, k)) * length) / sum(weights));
  const day = (at: number) => dayPlus(from, Math.min(length - 1, Math.max(0, at)));
  return weights.map((_, k) => ({ from: day(cut(k)), to: day(cut(k + 1) - 1) }));
}

/**
 * The dates that each session of a lane is offered: those of its stage as far as the groups before and after leave them; where they leave
 * too few, what these leave is shared out; where that leaves no order either, those of its stage.
 * @param slotsIn the dates of a session between two days
 */
export function datedLane<T extends Step>(
  lane: readonly T[],
  order: Window,
  windowOf: (step: Step) => Window,
  slotsIn: (step: T, window: Window) => readonly Slot[],
): readonly (T & DatedStep)[] {
  const withSlots = (windows: readonly Window[]) =>
    lane.map((step, k) => ({ ...step, slots: slotsIn(step, windows[k] ?? windowOf(step)) }));
  const plain = lane.map(windowOf);
  const free = freeIn(lane, order);
  if (free === null) return withSlots(plain);
  const cut = plain.map((window, k): Window => {
    const left = free[k]?.window ?? window;
    const [, from = left.from] = [left.from, window.from].sort();
    const [to = left.to] = [left.to, window.to].sort();
    return { from, to };
  });
  const even = lane.map((_, k): Window => free[k]?.share ?? order);
  for (const windows of [cut, even]) {
    const dated = withSlots(windows);
    if (dated.every(({ slots }) => slots.length > 0) && conflictIn(dated) === null) return dated;
  }
  return withSlots(plain);
}

/** Of each session without a group: what the groups before and after it leave, and its share of that; null where there is no group. */
function freeIn(lane: readonly Step[], order: Window) {
  if (lane.every(({ group }) => group === null)) return null;
  return lane.map(({ group }, k) => {
    if (group !== null) return null;
    const before = lane.findLastIndex((step, at) => at < k && step.group !== null);
    const after = lane.findIndex((step, at) => at > k && step.group !== null);
    const [first, last] = [lane[before], lane[after]];
    const window: Window = {
      from: first?.group ? nextFrom(first.activity, first.group.date) : order.from,
      to: last?.group ? dayPlus(last.group.date, -MIN_DAYS) : order.to,
    };
    if (window.to < window.from) return { window, share: window };
    const run = lane.slice(before + 1, after < 0 ? lane.length : after);
    const shares = shared(
      window,
      run.map(() => 1),
    );
    return { window, share: shares[k - before - 1] ?? window };
  });
}
