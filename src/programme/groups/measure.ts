/**
 * What a division into groups is judged by, in this order: how many are placed; how few groups are smaller than they should be; how
 * evenly formal and informal workers are mixed (the sum over groups of the squared difference); colleagues spread or together, as
 * wished. Everything else is hard.
 */
import { datesFor, type Intake, type Participant, placesFor, settingsOf } from "./participants.js";

/** For each participant, in the file's order, the group she is in; -1 is the waiting list. */
export type Division = readonly number[];
export interface Measures {
  readonly placed: number;
  /** groups of fewer than a group should have at least */
  readonly small: number;
  readonly mix: number;
  /** spread: pairs of colleagues in one group; together: groups over which organisations are spread, beyond one each; either: 0 */
  readonly colleagues: number;
}

/** How many a group lacks of what it should have at least; nothing where it has enough, or nobody at all. */
export const lackOf = (size: number, { atLeast = 1 }: Intake): number => (size === 0 ? 0 : Math.max(0, atLeast - size));

/** What a group of these members can be: the days with places, and the languages, that all share. */
export function commonOf(members: readonly Participant[], intake: Intake) {
  const [first] = members;
  const shared = (of: (one: Participant) => readonly string[], all: readonly string[]) =>
    all.filter((value) => members.every((one) => of(one).includes(value)));
  return {
    settings: settingsOf(
      intake,
      shared((one) => datesFor(one, intake), intake.dates),
      shared((one) => placesFor(one, intake), intake.places ?? []),
    ),
    languages: shared(({ languages }) => languages, first?.languages ?? []),
    womenOnly: members.some(({ womenOnly }) => womenOnly),
  };
}

/** Whether these can be a group. */
export function isGroup(members: readonly Participant[], intake: Intake): boolean {
  if (members.length > intake.most) return false;
  if (members.length === 0) return true;
  const { settings, languages, womenOnly } = commonOf(members, intake);
  return settings.length > 0 && languages.length > 0 && (!womenOnly || members.every(({ woman }) => woman));
}

export function membersOf({ participants, groups }: Intake, division: Division): readonly (readonly Participant[])[] {
  const lists: Participant[][] = Array.from({ length: groups }, () => []);
  for (const [i, group] of division.entries()) {
    const one = participants[i];
    if (one !== undefined) lists[group]?.push(one);
  }
  return lists;
}

export function measure(intake: Intake, division: Division): Measures {
  const groups = membersOf(intake, division);
  const difference = (members: readonly Participant[]) =>
    members.reduce((sum, { kind }) => sum + (kind === "formal" ? 1 : -1), 0);
  const colleagues = groups.map((members) => [...countBy(members.map(({ organisation }) => organisation)).values()]);
  const organisations = new Set(groups.flat().map(({ organisation }) => organisation)).size;
  const apart = colleagues.flat().length - organisations;
  const pairs = colleagues.flat().reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  return {
    placed: groups.flat().length,
    small: groups.filter(({ length }) => lackOf(length, intake) > 0).length,
    mix: groups.reduce((sum, members) => sum + difference(members) ** 2, 0),
    colleagues: intake.colleagues === "spread" ? pairs : intake.colleagues === "together" ? apart : 0,
  };
}

/** Negative where the first is better. */
export function compare(a: Measures, b: Measures): number {
  return b.placed - a.placed || a.small - b.small || a.mix - b.mix || a.colleagues - b.colleagues;
}

export function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
