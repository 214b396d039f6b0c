/** What no division into groups can do better than. */
import { fewestGroups } from "./cover.js";
import { countBy, type Measures } from "./measure.js";
import type { Intake, Participant } from "./participants.js";

/** @param placed how many a division places; the others wait, and of them it is not known from which organisations they are */
export function bestPossible(intake: Intake, placed: number): Measures {
  const { participants, groups, most, colleagues } = intake;
  const able = participants.filter(({ dates }) => dates.length > 0).length;
  const waiting = participants.length - placed;
  const formal = participants.filter(({ kind }) => kind === "formal").length;
  const surplus = Math.max(0, Math.abs(2 * formal - participants.length) - waiting);
  return {
    placed: Math.min(able, groups * most),
    mix: squaresSpread(surplus, groups),
    colleagues:
      colleagues === "spread"
        ? fewestPairs(intake, waiting)
        : colleagues === "together"
          ? fewestApart(intake, waiting)
          : 0,
  };
}

const sizesOf = ({ participants }: Intake): readonly number[] => [
  ...countBy(participants.map(({ organisation }) => organisation)).values(),
];

/** Of people who wait nothing is known of pairs, but what is left of each organisation. */
function fewestPairs(intake: Intake, waiting: number): number {
  return sizesOf(intake).reduce((sum, n) => sum + pairsSpread(Math.max(0, n - waiting), intake.groups), 0);
}

function fewestApart(intake: Intake, waiting: number): number {
  const bySize = sizesOf(intake).reduce((sum, n) => sum + Math.max(0, Math.ceil((n - waiting) / intake.most) - 1), 0);
  const organisations = new Map<string, Participant[]>();
  for (const one of intake.participants) {
    const members = organisations.get(one.organisation) ?? [];
    if (one.dates.length > 0) members.push(one);
    organisations.set(one.organisation, members);
  }
  // Who waits spares her organisation one group at most.
  const needed = [...organisations.values()].reduce(
    (sum, members) => sum + Math.max(0, fewestGroups(members, intake) - 1),
    0,
  );
  return Math.max(bySize, needed - waiting);
}

/** The least sum of squares of whole numbers that add up to `total`. */
function squaresSpread(total: number, over: number): number {
  const low = Math.floor(total / over);
  const higher = total - low * over;
  return higher * (low + 1) ** 2 + (over - higher) * low ** 2;
}
function pairsSpread(total: number, over: number): number {
  return (squaresSpread(total, over) - total) / 2;
}
