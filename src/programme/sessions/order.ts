/** What comes before what: how far apart sessions of one series are, and why days that are given cannot follow each other. */
import { dayNumber, dayPlus } from "../../dates/days.js";
import type { InputIssue } from "../../model/errors.js";
import type { Day, Slot } from "../../model/types.js";
import type { Groups } from "../groups/groups.js";
import type { Activity, Item } from "../menu.js";

/** Sessions of one series are at least a week apart. */
export const MIN_DAYS = 7;

/** One session of a programme, before it has dates. */
export interface Step {
  readonly id: string;
  /** null: a meeting before the programme */
  readonly item: Item | null;
  readonly activity: Activity;
  readonly stage: number;
  /** the people whom it is for, where they are known; their day is its day */
  readonly group: Groups["groups"][number] | null;
}
export interface DatedStep extends Step {
  readonly slots: readonly Slot[];
}

/** From the day of its first part to that of its last. */
export const lengthOf = ({ parts, daysApart }: Activity): number => (parts - 1) * daysApart;
/** The first day on which what comes next can begin. */
export const nextFrom = (activity: Activity, day: Day): Day => dayPlus(day, lengthOf(activity) + MIN_DAYS);
/** The last day on which it can begin for that to be over in time. */
export const lastBefore = (activity: Activity, next: Day): Day => dayPlus(next, -lengthOf(activity) - MIN_DAYS);

const firstDay = ([part]: Slot): Day => (part?.[0] ?? "").slice(0, 10);

/** Whether there is a date for each, one after the other. @param isFree those that could be on any day, in thought */
function canFollow(lane: readonly DatedStep[], isFree: (step: DatedStep) => boolean): boolean {
  let from = Number.NEGATIVE_INFINITY;
  for (const step of lane) {
    const days = step.slots.map((slot) => dayNumber(firstDay(slot))).filter((day) => day >= from);
    if (days.length === 0 && !isFree(step)) return false;
    from = (isFree(step) ? from : Math.min(...days)) + lengthOf(step.activity) + MIN_DAYS;
  }
  return true;
}

/**
 * Why sessions that build on each other cannot, by the dates that they are offered: those that together leave no order, while without
 * the dates of any one of them the others do.
 * @returns null where they can
 */
export function conflictIn(lane: readonly DatedStep[]): readonly DatedStep[] | null {
  const free = new Set<DatedStep>();
  if (canFollow(lane, (step) => free.has(step))) return null;
  // What has no group is told last: its dates are ours, and a group's day is what can be changed.
  for (const step of [...lane.filter(({ group }) => group === null), ...lane.filter(({ group }) => group !== null)]) {
    free.add(step);
    if (canFollow(lane, (one) => free.has(one))) free.delete(step);
  }
  return lane.filter((step) => !free.has(step));
}

/** That conflict for whoever made the groups. */
export function orderIssue(conflict: readonly DatedStep[]): InputIssue {
  const told = conflict.map(({ item, group, slots, id }) => {
    const days = slots.map(firstDay).sort();
    const [first = "", last = ""] = [days[0], days.at(-1)];
    const when = first === last ? `on ${first}` : `between ${first} and ${last}`;
    return `${item?.id ?? id}${group === null ? "" : ` of group ${group.id}`} ${when}`;
  });
  return {
    path: conflict.at(-1)?.id ?? "",
    expected: `a date after what comes before it in its series, at least ${MIN_DAYS} days later each time; these leave none: ${told.join(", then ")}: form one of the groups again, on other days, or leave an item out`,
  };
}
