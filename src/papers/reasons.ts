/** Reasons why a session is open, in words. */

import { whole } from "./dates.js";
import type { Labels } from "./labels.js";
import type { SeatReason } from "./why-open.js";
import { type Lang, WORDS } from "./words.js";

/** One line for each reason; one line that says so where nobody looked into it. */
export function reasonLines(reasons: readonly SeatReason[] | null, lang: Lang, labels: Labels): string[] {
  const words = WORDS[lang];
  if (reasons === null) return [words.unexplored];
  return reasons.map(({ rule, seat, blocked, of }) => {
    if (seat === null) return words.rules[rule];
    const label = labels("role", seat, lang);
    if (of === 0) return words.nobodyHolds(label);
    if (blocked === 0) return `${label}: ${words.rules[rule]}`;
    return words.seatReason(label, whole(blocked, lang), whole(of, lang), words.rules[rule]);
  });
}
