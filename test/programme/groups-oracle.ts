/** Participants drawn at random, and what groups of them must keep to and come to at best, from the page alone. */
import { expect } from "vitest";
import { groupsOf } from "../../src/programme/groups/groups.js";
import type { Intake, Participant } from "../../src/programme/groups/participants.js";
import type { Random } from "../support/random.js";

export const DATES = ["2027-04-05", "2027-04-06", "2027-04-08", "2027-04-13"];
const PLACES = ["GM0503", "GM0637"];

export function randomIntake(random: Random, people: number, groups: number, most: number, tight: number): Intake {
  const region = random.chance(0.5);
  const participants = Array.from({ length: people }, (_, i): Participant => {
    const woman = random.chance(0.6);
    const languages = random.some(["nl", "ar", "tr"], 0.3);
    return {
      code: `p${i}`,
      kind: random.chance(0.6) ? "formal" : "informal",
      organisation: `o${random.int(1, Math.max(2, Math.floor(people / 4)))}`,
      languages: random.chance(tight) ? [languages[0] ?? "nl"] : [...new Set(["nl", ...languages])],
      woman,
      womenOnly: woman && random.chance(tight / 2),
      dates: random.some(DATES, 1 - tight),
      ...(region ? { places: random.some(PLACES, tight) } : {}),
    };
  });
  const colleagues = random.pick(["spread", "together", "either"] as const);
  const places = region ? { places: PLACES } : {};
  const atLeast = random.chance(0.6) ? { atLeast: random.int(1, most) } : {};
  const shut = DATES.flatMap((date) =>
    (region ? PLACES : [null]).flatMap((place) =>
      random.chance(tight / 2) ? [{ date, place, why: random.pick(["opening", "kept"] as const) }] : [],
    ),
  );
  const closed = random.chance(0.6) ? { closed: shut } : {};
  const rest = { groups, most, colleagues, participants };
  const beside = random.chance(0.4) ? { neighbours: randomNeighbours(random, participants, tight) } : {};
  return { format: "koppel-participants/1", dates: DATES, ...places, ...atLeast, ...closed, ...beside, ...rest };
}

/** Somebody who can be in any group of her days. */
export const person = (code: string, fields: Partial<Participant> = {}): Participant => ({
  code,
  kind: "formal",
  organisation: "o",
  languages: ["nl"],
  woman: true,
  womenOnly: false,
  dates: ["2027-04-05"],
  ...fields,
});

/** Groups of an item that comes before or after, of some of these people. */
function randomNeighbours(random: Random, participants: readonly Participant[], tight: number) {
  const isEarlier = random.chance(0.5);
  return [1, 2].map((number) => {
    const [first, last] = [random.pick(DATES), random.pick(DATES)];
    const members = participants.filter((_, i) => i % 2 === number % 2 && random.chance(tight)).map(({ code }) => code);
    return { item: "other", number, from: isEarlier ? first : null, to: isEarlier ? null : last, members };
  });
}

/** Whether a day is far enough from what she goes through before or after. */
export const isInOrder = ({ neighbours = [] }: Intake, { code }: Participant, date: string): boolean =>
  neighbours
    .filter(({ members }) => members.includes(code))
    .every(({ from, to }) => (from === null || date >= from) && (to === null || date <= to));

/** Whether no group can be on a day in a place: from the page alone. */
const isShut = ({ closed = [] }: Intake, date: string, place: string | null): boolean =>
  closed.some((one) => one.date === date && (one.place === null || one.place === place));

/** Whether she can be in a place: who says none can be anywhere. */
export const canBeIn = ({ places = [] }: Participant, place: string): boolean =>
  places.length === 0 || places.some((one) => one === place);

/** Whether people can be a group, and what a division is worth: from the page alone. */
export function bruteBest(intake: Intake): readonly [placed: number, small: number, mix: number, colleagues: number] {
  const { participants, groups, most, colleagues, atLeast = 1 } = intake;
  let best: readonly [number, number, number, number] = [-1, 0, 0, 0];
  const where = intake.places ?? [null];
  const at: number[] = [];
  const isSound = (members: readonly Participant[]) =>
    members.length <= most &&
    (members.length === 0 ||
      (where.some((place) =>
        DATES.some(
          (date) =>
            !isShut(intake, date, place) &&
            members.every(
              (one) =>
                one.dates.includes(date) && isInOrder(intake, one, date) && (place === null || canBeIn(one, place)),
            ),
        ),
      ) &&
        ["nl", "ar", "tr"].some((language) => members.every((one) => one.languages.includes(language))) &&
        !(members.some((one) => one.womenOnly) && members.some((one) => !one.woman))));
  const visit = (i: number): void => {
    if (i < participants.length) {
      for (let g = -1; g < groups; g++) {
        at[i] = g;
        visit(i + 1);
      }
      return;
    }
    const lists = Array.from({ length: groups }, (_, g) => participants.filter((_, j) => at[j] === g));
    if (!lists.every(isSound)) return;
    const mix = lists.reduce((sum, list) => {
      const formal = list.filter(({ kind }) => kind === "formal").length;
      return sum + (2 * formal - list.length) ** 2;
    }, 0);
    const organisations = [...new Set(lists.flat().map(({ organisation }) => organisation))];
    const together = organisations.map((name) =>
      lists.map((list) => list.filter((one) => one.organisation === name).length),
    );
    const pairs = together.flat().reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
    const apart = together.reduce((sum, row) => sum + row.filter((n) => n > 0).length - 1, 0);
    const last = colleagues === "spread" ? pairs : colleagues === "together" ? apart : 0;
    const small = lists.filter(({ length }) => length > 0 && length < atLeast).length;
    const worth = [lists.flat().length, -small, -mix, -last] as const;
    const k = worth.findIndex((value, n) => value !== best[n]);
    if (k >= 0 && (worth[k] ?? 0) > (best[k] ?? 0)) best = worth;
  };
  visit(0);
  return best;
}

/** What every division must keep to. */
export function expectSound(intake: Intake): ReturnType<typeof groupsOf> {
  const result = groupsOf(intake);
  const one = (code: string) => intake.participants.find((p) => p.code === code);
  for (const group of result.groups) {
    expect(group.members.length).toBeLessThanOrEqual(intake.most);
    expect(group.placesLeft).toBe(intake.most - group.members.length);
    const lacks = (intake.atLeast ?? 1) - group.members.length;
    expect(group.lacks).toBe(lacks > 0 ? lacks : undefined);
    // Where it is left to the order where a group is, it can be anywhere.
    const places = group.place === undefined ? (intake.places ?? [null]) : [group.place];
    for (const place of places) expect(isShut(intake, group.date, place)).toBe(false);
    for (const code of group.members) {
      const person = one(code);
      expect(person?.dates).toContain(group.date);
      if (person !== undefined) expect(isInOrder(intake, person, group.date)).toBe(true);
      if (person !== undefined && group.place !== undefined) expect(canBeIn(person, group.place)).toBe(true);
      if (group.place === undefined) expect(person?.places ?? []).toEqual([]);
      expect(person?.languages).toContain(group.language);
      if (group.womenOnly) expect(person?.woman).toBe(true);
      else expect(person?.womenOnly).toBe(false);
    }
  }
  const all = [...result.groups.flatMap(({ members }) => members), ...result.waiting].sort();
  expect(all).toEqual(intake.participants.map(({ code }) => code).sort());
  expect(result.groups.length).toBeLessThanOrEqual(intake.groups);
  expect(result.measures.placed).toBeLessThanOrEqual(result.bound.placed);
  expect(result.measures.small).toBe(result.groups.filter(({ lacks }) => lacks !== undefined).length);
  return result;
}
