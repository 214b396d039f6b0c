/** Which sessions two plans differ in. An edit leaves the assignments of all others as the same objects, and those are not looked into. Pure. */
import type { Assignment, Plan } from "./types.js";

/** A session whose assignment in two plans is not the same object. */
export interface Touched {
  readonly session: string;
  /** null: it has no team */
  readonly was: Assignment | null;
  readonly is: Assignment | null;
}

/** What may differ from one plan to the next, in the order of the first; what is new comes after. */
export function touchedBetween(before: Plan, after: Plan): readonly Touched[] {
  if (before.assignments === after.assignments) return [];
  const [were, are] = [new Set(before.assignments), new Set(after.assignments)];
  const bySession = (list: readonly Assignment[], others: ReadonlySet<Assignment>) =>
    new Map(list.filter((one) => !others.has(one)).map((one) => [one.session, one]));
  const was = bySession(before.assignments, are);
  const is = bySession(after.assignments, were);
  return [...new Set([...was.keys(), ...is.keys()])].map((session) => ({
    session,
    was: was.get(session) ?? null,
    is: is.get(session) ?? null,
  }));
}

/** What does differ: another date, another team, one more or one less. */
export const changesBetween = (before: Plan, after: Plan): readonly Touched[] =>
  touchedBetween(before, after).filter(({ was, is }) => !saysSame(was, is));

type Placed = Pick<Assignment, "slot" | "team">;

/** Whether two assignments of a session put the same people into the same seats on the same date. */
export function saysSame(a: Placed | null, b: Placed | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.slot !== b.slot || a.team.length !== b.team.length) return false;
  const isAsListed = a.team.every(({ seat, trainer }, i) => b.team[i]?.seat === seat && b.team[i]?.trainer === trainer);
  return isAsListed || seated(a) === seated(b);
}
const seated = ({ team }: Placed): string =>
  JSON.stringify(team.map(({ seat, trainer }) => `${seat} ${trainer}`).sort());
