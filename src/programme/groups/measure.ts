/**
 * What a division into groups is judged by, in this order: how many are placed; how evenly formal and informal workers are mixed
 * (the sum over groups of the squared difference); colleagues spread or together, as wished. Everything else is hard.
 */
import { type Intake, type Participant, placesFor } from "./participants.js";

/** For each participant, in the file's order, the group she is in; -1 is the waiting list. */
export type Division = readonly number[];
export interface Measures {
  readonly placed: number;
  readonly mix: number;
  /** spread: pairs of colleagues in one group; together: groups over which organisations are spread, beyond one each; either: 0 */
  readonly colleagues: number;
}

/** What a group of these members can be: the days, languages and places that all share. */
export function commonOf(members: readonly Participant[], intake: Intake) {
  const [first] = members;
  const shared = (of: (one: Participant) => readonly string[], all: readonly string[]) =>
    all.filter((value) => members.every((one) => of(one).includes(value)));
  return {
    dates: shared(({ dates }) => dates, intake.dates),
    languages: shared(({ languages }) => languages, first?.languages ?? []),
    places: shared((one) => placesFor(one, intake), intake.places ?? []),
    womenOnly: members.some(({ womenOnly }) => womenOnly),
  };
}

/** Whether these can be a group. */
export function isGroup(members: readonly Participant[], intake: Intake): boolean {
  if (members.length > intake.most) return false;
  if (members.length === 0) return true;
  const { dates, languages, places, womenOnly } = commonOf(members, intake);
  if ((intake.places ?? []).length > 0 && places.length === 0) return false;
  return dates.length > 0 && languages.length > 0 && (!womenOnly || members.every(({ woman }) => woman));
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
    mix: groups.reduce((sum, members) => sum + difference(members) ** 2, 0),
    colleagues: intake.colleagues === "spread" ? pairs : intake.colleagues === "together" ? apart : 0,
  };
}

/** Negative where the first is better. */
export function compare(a: Measures, b: Measures): number {
  return b.placed - a.placed || a.mix - b.mix || a.colleagues - b.colleagues;
}

export function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
