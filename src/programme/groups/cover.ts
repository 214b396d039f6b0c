/** How few groups colleagues need who are to be together: those who share no day, place or language cannot be in one. */
import { type Intake, type Participant, placesFor } from "./participants.js";

/** Choices that are looked at for one organisation; beyond that what was found to be too few stands. */
const MOST_CHOICES = 20_000;

/**
 * The fewest groups in which these can be, or a number under it where finding that out takes too long: the fewest settings (a day, a
 * place, a language, for women only or not) of which each of them has one.
 * @param members those who are in some group at all
 */
export function fewestGroups(members: readonly Participant[], intake: Intake): number {
  const bySetting = new Map<string, number[]>();
  const settings = members.map((one, i) => {
    const those = settingsOf(one, intake);
    for (const setting of those) {
      const list = bySetting.get(setting);
      if (list === undefined) bySetting.set(setting, [i]);
      else list.push(i);
    }
    return those;
  });
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
    for (const setting of settings[next] ?? []) {
      if (++choices > MOST_CHOICES) return true;
      const those = bySetting.get(setting) ?? [];
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

function settingsOf(one: Participant, intake: Intake): readonly string[] {
  const places = (intake.places ?? []).length > 0 ? placesFor(one, intake) : [""];
  const whom = [...(one.woman ? ["women"] : []), ...(one.womenOnly ? [] : ["all"])];
  return one.dates.flatMap((date) =>
    places.flatMap((place) =>
      one.languages.flatMap((language) => whom.map((who) => JSON.stringify([date, place, language, who]))),
    ),
  );
}
