/**
 * How a plan stands: rules that are broken, and seats that are open still, which break none as long as somebody may come into them; and how
 * much better it could be. Pure.
 */
import type { Verdict } from "./types.js";

type Violation = Verdict["violations"][number];

export interface Standing {
  /** what is wrong, whoever comes into the seats that are open */
  readonly broken: readonly Violation[];
  /** session → how many of its seats are open, of those that have a part of a team */
  readonly open: ReadonlyMap<string, number>;
  /** all of them together */
  readonly openSeats: number;
}
export const SOUND: Standing = { broken: [], open: new Map(), openSeats: 0 };

/** Rules about what a team brings together: who comes may bring it. */
const BROUGHT: ReadonlySet<string> = new Set(["theme", "language", "community", "trait"]);

interface OpenSeats {
  readonly role: string;
  readonly count: number;
}

/** The seats of a role that nobody sits in, where that is what a violation says; else null. */
function openSeatsOf({ rule, text }: Violation): OpenSeats | null {
  const [, filled, role, wanted] =
    (rule === "seats" && /^(\d+) in (\w+) seats, where there are (\d+)$/.exec(text)) || [];
  if (filled === undefined || role === undefined || wanted === undefined) return null;
  const count = Number(wanted) - Number(filled);
  return count > 0 ? { role, count } : null;
}

/** Whether a violation says no more than that a seat is empty still. */
export const isEmptySeat = (violation: Violation): boolean => openSeatsOf(violation) !== null;

/** Whether somebody in one of the open seats may still bring what is missing. */
function mayCome({ rule, text }: Violation, open: readonly string[]): boolean {
  if (!BROUGHT.has(rule)) return false;
  const among = /among the members in (\w+) seats$/.exec(text)?.[1];
  if (among !== undefined) return open.includes(among);
  return text.endsWith("among the members who are no actor") && open.some((one) => one !== "actor");
}

/** What a verdict comes to for whoever is at work on the plan. */
export function standingOf({ violations }: Pick<Verdict, "violations">): Standing {
  const roles = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const violation of violations) {
    const found = openSeatsOf(violation);
    if (found === null) continue;
    const { where } = violation;
    roles.set(where, [...(roles.get(where) ?? []), found.role]);
    open.set(where, (open.get(where) ?? 0) + found.count);
  }
  const broken = violations.filter((one) => !isEmptySeat(one) && !mayCome(one, roles.get(one.where) ?? []));
  return { broken, open, openSeats: [...open.values()].reduce((sum, count) => sum + count, 0) };
}

/** Which share of its cost a plan could be better at most. 0: no plan is better, which is proven. */
export const gapOf = (cost: number, bound: number): number => Math.max(0, cost - bound) / Math.max(1, cost);
