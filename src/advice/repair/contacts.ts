/** Whom to call, in which order, and what changes for each. */
import type { Problem } from "../../problem/compile.js";
import type { Columns } from "../../score/teams.js";
import type { Baseline } from "./baseline.js";
import type { Contact, ContactSession } from "./types.js";

interface Call extends Contact {
  /** whether she is asked to take something on */
  readonly asked: boolean;
  /** minutes: when the first part begins of what she is asked to take on, or else loses */
  readonly first: number;
}

/**
 * The list of calls. Those who are asked to take something on come first: the repair hangs on their yes. Of those, and
 * of the others after them, whoever's first session comes soonest, then in the order of the pool.
 * @param chosen by session a column, −1 where it is open
 */
export function callList(
  problem: Problem,
  baseline: Baseline,
  columns: Columns,
  chosen: ArrayLike<number>,
): { readonly contacts: readonly Contact[]; readonly told: readonly Contact[] } {
  const { shape } = problem.data;
  const startOf = (slot: number): number => problem.index.partFrom[shape.partStart[slot] as number] as number;
  const calls: (Call & { readonly told: boolean })[] = [];
  baseline.differences(columns, chosen).forEach((sessions, t) => {
    if (sessions.length === 0) return;
    const changes = sessions.map((s) => {
      const column = chosen[s] as number;
      const was = baseline.members[s]?.includes(t) ? (baseline.slot[s] as number) : -1;
      const is = column >= 0 && columns.teamOf(column).includes(t) ? (columns.slot[column] as number) : -1;
      // A date that is no longer on offer has no time in this season: the session's first date stands in for it.
      const at = is >= 0 ? startOf(is) : startOf(was >= 0 ? was : (shape.slotStart[s] as number));
      return { change: changeOf(problem, s, was, is), at, asked: is >= 0 };
    });
    changes.sort((a, b) => a.at - b.at);
    const asked = changes.some((one) => one.asked);
    const first = Math.min(...changes.filter((one) => one.asked === asked).map(({ at }) => at));
    const trainer = problem.index.trainer(t).id;
    calls.push({ trainer, sessions: changes.map(({ change }) => change), asked, first, told: baseline.told[t] === 1 });
  });
  calls.sort((a, b) => Number(b.asked) - Number(a.asked) || a.first - b.first);
  const plain = (told: boolean): Contact[] =>
    calls.filter((call) => call.told === told).map(({ trainer, sessions }) => ({ trainer, sessions }));
  return { contacts: plain(false), told: plain(true) };
}

function changeOf({ index }: Problem, session: number, was: number, is: number): ContactSession {
  const number = (slot: number): number | null => (slot < 0 ? null : index.slotNumber(slot));
  return { session: index.session(session).id, from: number(was), to: number(is) };
}
