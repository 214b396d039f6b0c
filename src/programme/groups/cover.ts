/** How few groups colleagues need who are to be together: those who share no day, place or language cannot be in one. */
import { fits, framesOf } from "./frame.js";
import type { Intake, Participant } from "./participants.js";

/** Choices that are looked at for one organisation; beyond that what was found to be too few stands. */
const MOST_CHOICES = 20_000;

/**
 * The fewest groups in which these can be, or a number under it where finding that out takes too long: the fewest frames (a day, a
 * place, a language, for women only or not) of which each of them has one.
 * @param members those who are in some group at all
 */
export function fewestGroups(members: readonly Participant[], intake: Intake): number {
  const frames = framesOf(intake, members).map((frame) =>
    members.flatMap((one, i) => (fits(one, frame, intake) ? [i] : [])),
  );
  /** of each member: those of each frame in which she could be */
  const settings = members.map((_, i) => frames.filter((those) => those.includes(i)));
  let choices = 0;
  const covered = members.map(() => 0);
  /** Whether all can be in so many groups: true as well where that is not found out. */
  const isEnough = (groups: number): boolean => {
    // Who has the least choice is placed first.
    let next = -1;
    for (const [i, those] of settings.entries())
      if (covered[i] === 0 && (next < 0 || those.length < (settings[next]?.length ?? 0))) next = i;
    if (next < 0) return true;
    if (groups === 0) return false;
    for (const those of settings[next] ?? []) {
      if (++choices > MOST_CHOICES) return true;
      for (const i of those) covered[i] = (covered[i] ?? 0) + 1;
      const found = isEnough(groups - 1);
      for (const i of those) covered[i] = (covered[i] ?? 0) - 1;
      if (found) return true;
    }
    return false;
  };
  let groups = Math.ceil(members.length / intake.most);
  while (!isEnough(groups)) groups++;
  return groups;
}
