/** Rules 19 and 20: several sessions at once. */
import { feeOf } from "../model/fee.js";
import type { Programme, Series, Trainer } from "../model/types.js";
import { minutesOf, type RuleReport, type Staffed, type StaffedById } from "./facts.js";

/**
 * 19. In a series, a session is staffed only if the one before it is; its first part starts `minDays` to `maxDays`
 * days after the day on which the last part of the one before starts.
 */
export function checkOrder(series: Series, staffedById: StaffedById, report: RuleReport): void {
  for (const [before, after] of neighbours(series)) {
    const one = staffedById.get(before);
    const next = staffedById.get(after);
    if (next === undefined) continue;
    if (one === undefined) {
      report("order", series.id, `${after} is staffed and ${before}, on which it builds, is not`);
      continue;
    }
    const days = (next.parts[0]?.day ?? 0) - (one.parts.at(-1)?.day ?? 0);
    if (days < series.minDays || days > series.maxDays)
      report(
        "order",
        series.id,
        `${after} starts ${days} days after ${before}; it has to be ${series.minDays} to ${series.maxDays}`,
      );
  }
}

/** 20. The fees of all members of a programme's staffed sessions come to no more than its budget: each programme, in one pass over the sessions. */
export function checkBudgets(programmes: readonly Programme[], staffedById: StaffedById, report: RuleReport): void {
  const feesOf = new Map<string, number>();
  for (const staffed of staffedById.values()) {
    const { programme } = staffed.session;
    if (programme === null) continue;
    const fees = staffed.members.reduce((sum, { trainer }) => sum + memberFee(staffed, trainer), 0);
    feesOf.set(programme, (feesOf.get(programme) ?? 0) + fees);
  }
  for (const { id, budget } of programmes) {
    const euros = feesOf.get(id) ?? 0;
    if (euros > budget) report("budget", id, `the fees come to ${euros} euros, and the budget is ${budget}`);
  }
}

/** A member's fee for a staffed session, in whole euros. */
export function memberFee({ session, parts }: Staffed, trainer: Trainer): number {
  return feeOf(trainer.ratePerHour, minutesOf(parts) + session.paidMinutes);
}

/** Each session of a series after its first, with the one before it: `[before, after]`. */
export function neighbours({ sessions }: Series): [before: string, after: string][] {
  const pairs: [string, string][] = [];
  let before: string | undefined;
  for (const after of sessions) {
    if (before !== undefined) pairs.push([before, after]);
    before = after;
  }
  return pairs;
}
