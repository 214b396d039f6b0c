/** What no division into groups can do better than. */
import { fewestGroups } from "./cover.js";
import { boundOfFew } from "./few.js";
import { fits, framesOf } from "./frame.js";
import { countBy, type Measures } from "./measure.js";
import { canBePlaced, type Intake, type Participant } from "./participants.js";

/**
 * @param reached a division's measures. Each of the bound's holds of those that are no worse in all before it: with as many placed and
 *   no more groups small none is more even than its mix. Of who waits it is not known from which organisations they are
 */
export function bestPossible(intake: Intake, reached: Measures): Measures {
  const { participants, groups, most, colleagues } = intake;
  const able = participants.filter((one) => canBePlaced(one, intake)).length;
  const waiting = participants.length - reached.placed;
  const held = mostGroups(intake, reached);
  const formal = participants.filter(({ kind }) => kind === "formal").length;
  const surplus = Math.max(0, Math.abs(2 * formal - participants.length) - waiting);
  const apart = colleagues === "together" ? fewestApart(intake, waiting) : 0;
  const ofFew = boundOfFew(intake, reached, apart);
  return {
    placed: Math.min(able, groups * most, ofFew?.placed ?? able),
    small: fewestSmall(intake, waiting),
    mix: squaresSpread(surplus, held),
    colleagues: colleagues === "spread" ? fewestPairs(intake, waiting, held) : Math.max(apart, ofFew?.colleagues ?? 0),
  };
}

/** How many groups there can be at most that have anybody, where so many of them are small. */
function mostGroups({ groups, atLeast = 1 }: Intake, { placed, small }: Pick<Measures, "placed" | "small">): number {
  return Math.max(1, Math.min(groups, small + Math.floor((placed - small) / atLeast)));
}

/** Whoever can share a day, a place and a language with too few is in a small group, or waits. */
function fewestSmall(intake: Intake, waiting: number): number {
  const { participants, most, atLeast = 1 } = intake;
  const largest = participants.map(() => 0);
  for (const frame of framesOf(intake, participants)) {
    const those = participants.flatMap((one, i) => (fits(one, frame, intake) ? [i] : []));
    for (const i of those) largest[i] = Math.max(largest[i] ?? 0, those.length);
  }
  const pressed = largest.filter((size) => size < atLeast).length;
  return Math.max(0, Math.ceil((pressed - waiting) / Math.min(most, Math.max(1, atLeast - 1))));
}

const sizesOf = ({ participants }: Intake): readonly number[] => [
  ...countBy(participants.map(({ organisation }) => organisation)).values(),
];

/** Of people who wait nothing is known of pairs, but what is left of each organisation. */
function fewestPairs(intake: Intake, waiting: number, groups: number): number {
  return sizesOf(intake).reduce((sum, n) => sum + pairsSpread(Math.max(0, n - waiting), groups), 0);
}

/** Each organisation by itself, whatever the groups of the others are. */
export function fewestApart(intake: Intake, waiting: number): number {
  const bySize = sizesOf(intake).reduce((sum, n) => sum + Math.max(0, Math.ceil((n - waiting) / intake.most) - 1), 0);
  const organisations = new Map<string, Participant[]>();
  for (const one of intake.participants) {
    const members = organisations.get(one.organisation) ?? [];
    if (canBePlaced(one, intake)) members.push(one);
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
