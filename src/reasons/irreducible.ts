/**
 * An irreducible set of facts that together leave a session no team: as long as all hold there is none, and without
 * any one of them there is. Found by deletion, halving what is left out (Junker, "QuickXplain", AAAI 2004, gives the
 * idea of halving; the set is that of plain deletion in the same order).
 */
import type { Case } from "./case.js";
import { dropOrder } from "./facts.js";
import { possible, type Seat } from "./possible.js";

export interface Question {
  /** who must be in the team, where the question is why she cannot */
  readonly seat?: Seat;
  /** facts that are out of the question: they are taken not to hold */
  readonly lifted?: readonly number[];
}

/**
 * @returns positions of facts; empty where no facts are needed, since nobody could form a team anyway. Null where a
 * team is possible as things stand
 */
export function irreducible(kase: Case, { seat, lifted = [] }: Question = {}): number[] | null {
  const active = new Uint8Array(kase.facts.length).fill(1);
  for (const fact of lifted) active[fact] = 0;
  if (possible(kase, active, seat) >= 0) return null;
  const drop = (order: readonly number[]): void => {
    for (const fact of order) active[fact] = 0;
    if (possible(kase, active, seat) < 0) return;
    for (const fact of order) active[fact] = 1;
    if (order.length === 1) return;
    const middle = order.length >> 1;
    drop(order.slice(0, middle));
    drop(order.slice(middle));
  };
  const order = dropOrder(kase.facts).filter((fact) => active[fact] === 1);
  if (order.length > 0) drop(order);
  return order.filter((fact) => active[fact] === 1);
}
