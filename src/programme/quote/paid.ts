/** What a plan pays to whom: the fees of each organisation's trainers, and of each programme against its budget. */
import { feeOf } from "../../model/fee.js";
import { minuteOf } from "../../model/time.js";
import type { Plan, Season, Slot } from "../../model/types.js";

const OF_ORGANISATION = "org:";
/** Where the fees of trainers go who are of no organisation. */
export const INDEPENDENT = "independent";

/** The date that a plan has for each session that it staffs. */
export function datesIn({ sessions }: Season, { assignments }: Plan): ReadonlyMap<string, Slot> {
  const offered = new Map(sessions.map(({ id, slots }) => [id, slots]));
  return new Map(
    assignments.flatMap(({ session, slot }) => {
      const parts = offered.get(session)?.[slot];
      return parts === undefined ? [] : [[session, parts] as const];
    }),
  );
}

/** The fees of a programme in a plan, whole euros, by organisation; the largest first. */
export function paidBy(
  season: Season,
  plan: Plan,
  programme: string,
): readonly { readonly organisation: string; readonly weight: number }[] {
  const fees = new Map<string, number>();
  for (const { session: id, slot, team } of plan.assignments) {
    const session = season.sessions.find((one) => one.id === id);
    if (session === undefined || session.programme !== programme) continue;
    const parts = session.slots[slot] ?? [];
    const minutes = parts.reduce((sum, [start, end]) => sum + minuteOf(end) - minuteOf(start), 0) + session.paidMinutes;
    for (const { trainer } of team) {
      const who = season.trainers.find((one) => one.id === trainer);
      const trait = who?.traits.find((one) => one.startsWith(OF_ORGANISATION));
      const organisation = trait?.slice(OF_ORGANISATION.length) ?? INDEPENDENT;
      fees.set(organisation, (fees.get(organisation) ?? 0) + feeOf(who?.ratePerHour ?? 0, minutes));
    }
  }
  return [...fees].map(([organisation, weight]) => ({ organisation, weight })).sort((a, b) => b.weight - a.weight);
}
