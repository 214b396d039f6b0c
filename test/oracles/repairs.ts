/**
 * The best repair of a tiny plan by trying every plan: the least sum of priorities left open, then the fewest people whose
 * set of dates differs, then the least cost.
 */
import type { Assignment, Plan, Season } from "../../src/model/types.js";
import { couplingsHold, planCost } from "./couplings.js";
import { teamsOf } from "./teams.js";

/** What a repair comes to, in the order of what matters. */
export interface RepairValue {
  readonly unstaffed: number;
  readonly calls: number;
  readonly cost: number;
}

/** Dates that a trainer has: each session with the parts of its slot, whatever its index. */
function datesOf(season: Season, assignments: readonly Assignment[]): Map<string, Set<string>> {
  const dates = new Map<string, Set<string>>();
  for (const { session, slot, team } of assignments) {
    const parts = season.sessions.find(({ id }) => id === session)?.slots[slot];
    for (const { trainer } of team)
      dates.set(trainer, (dates.get(trainer) ?? new Set()).add(JSON.stringify([session, parts])));
  }
  return dates;
}

/** How many trainers of the pool have other dates than before, those told anyway apart. */
export function callsOf(
  before: Season,
  known: Plan,
  after: Season,
  assignments: readonly Assignment[],
  told: ReadonlySet<string>,
): number {
  const [was, is] = [datesOf(before, known.assignments), datesOf(after, assignments)];
  return after.trainers.filter(({ id }) => {
    const [old, now] = [was.get(id) ?? new Set(), is.get(id) ?? new Set()];
    return !told.has(id) && (old.size !== now.size || [...old].some((date) => !now.has(date)));
  }).length;
}

/** The priorities of the sessions that a plan leaves open, together. */
export function unstaffedOf(season: Season, assignments: readonly Assignment[]): number {
  const staffed = new Set(assignments.map(({ session }) => session));
  return season.sessions.reduce((sum, { id, priority }) => sum + (staffed.has(id) ? 0 : priority), 0);
}

/**
 * The best repair of all.
 * @param most plans to try at most
 * @returns null where there are more plans than that
 */
export function bestRepair(
  before: Season,
  known: Plan,
  after: Season,
  told: ReadonlySet<string>,
  most: number,
): RepairValue | null {
  const choices = after.sessions.map((session) => {
    const seats = Object.values(session.seats).reduce((sum, count) => sum + count, 0);
    const teams: (Assignment | null)[] = teamsOf(after, session).map(({ slot, team }) => ({
      session: session.id,
      slot,
      team,
    }));
    return session.pinned?.team.length === seats ? teams : [...teams, null];
  });
  if (choices.reduce((product, list) => product * list.length, 1) > most) return null;
  let best: RepairValue | null = null;
  const chosen: Assignment[] = [];
  const descend = (depth: number): void => {
    const list = choices[depth];
    if (list === undefined) {
      const found = {
        unstaffed: unstaffedOf(after, chosen),
        calls: callsOf(before, known, after, chosen, told),
        cost: planCost(after, chosen),
      };
      if ((best === null || isBetter(found, best)) && couplingsHold(after, chosen)) best = found;
      return;
    }
    for (const one of list) {
      if (one !== null) chosen.push(one);
      descend(depth + 1);
      if (one !== null) chosen.pop();
    }
  };
  descend(0);
  return best;
}

/** Whether one repair is better than another in the first thing in which they differ. */
export function isBetter(a: RepairValue, b: RepairValue): boolean {
  return (a.unstaffed - b.unstaffed || a.calls - b.calls || a.cost - b.cost) < 0;
}
