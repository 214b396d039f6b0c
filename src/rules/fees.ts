/** A member's fee by slot and trainer, as two rules need it. */
import { feeOf } from "../model/fee.js";
import type { MemberWeight } from "../terms/relax-sink.js";
import type { SeasonIndex } from "./season-index.js";

/** Whole euros that a trainer is paid for a slot of a session; slots of equal paid time are one group. */
export function feesOf(season: SeasonIndex): MemberWeight {
  const rate = Float64Array.from(season.season.trainers, (t) => t.ratePerHour);
  const minutes = Float64Array.from(
    season.slotMinutes,
    (m, g) => m + season.session(season.sessionOfSlot(g)).paidMinutes,
  );
  return {
    groupOf: (g) => minutes[g] as number,
    of: (g, t) => feeOf(rate[t] as number, minutes[g] as number),
  };
}
