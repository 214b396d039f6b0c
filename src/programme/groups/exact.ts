/** The best division of few people: every one is tried, cut off where even the most favourable rest could not be better. */
import { compare, type Division, isGroup, lackOf, type Measures, measure, membersOf } from "./measure.js";
import type { Intake } from "./participants.js";

/** Up to so many people every division is tried, as far as the states go. */
export const FEW = 14;

/**
 * @param start a division to beat
 * @param most divisions of a part of the people that may be looked at
 * @returns the best division, and whether it is proven
 */
export function bestDivision(intake: Intake, start: Division, most: number): { division: Division; proven: boolean } {
  const { participants, groups } = intake;
  let best = { division: start, measures: measure(intake, start) };
  let seen = 0;
  const at: number[] = [];
  const place = (i: number): void => {
    if (++seen > most) return;
    const now = measure(intake, at);
    // From here on all may be placed; the mix can still become even, and colleagues are never less together than now.
    const left = participants.length - i;
    const hope: Measures = {
      placed: now.placed + left,
      small: leftSmall(at, left, intake),
      mix: 0,
      colleagues: now.colleagues,
    };
    if (i === participants.length) {
      if (compare(now, best.measures) < 0) best = { division: [...at], measures: now };
      return;
    }
    if (compare(hope, best.measures) >= 0) return;
    // Empty groups are all the same: only the first of them is tried.
    const used = Math.max(-1, ...at) + 1;
    for (let group = 0; group < Math.min(groups, used + 1); group++) {
      at[i] = group;
      if (isGroup(membersOf(intake, at)[group] ?? [], intake)) place(i + 1);
      at.length = i;
    }
    at[i] = -1;
    place(i + 1);
    at.length = i;
  };
  place(0);
  return { division: best.division, proven: seen <= most };
}

/** How many groups stay small at least, whoever of so many more comes to which. */
function leftSmall(at: Division, left: number, intake: Intake): number {
  const lacks = membersOf(intake, at)
    .map(({ length }) => lackOf(length, intake))
    .filter((lack) => lack > 0)
    .sort((a, b) => a - b);
  let filled = 0;
  for (let spare = left; filled < lacks.length; filled++) {
    spare -= lacks[filled] ?? 0;
    if (spare < 0) break;
  }
  return lacks.length - filled;
}
