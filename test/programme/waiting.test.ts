/** Why somebody waits, held against trying every way of seating everybody: exact, irreducible, and nothing less would do. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Groups, groupsOf } from "../../src/programme/groups/groups.js";
import { type Intake, type Participant, parseIntake } from "../../src/programme/groups/participants.js";
import { count } from "../support/counts.js";
import { isInOrder, person } from "./groups-oracle.js";

const LIMITS = ["dates", "places", "languages", "forWomen", "womenOnly", "full", "closed", "order"] as const;
type Limit = (typeof LIMITS)[number];
type Group = Groups["groups"][number];
const SUBSETS = Array.from({ length: 2 ** LIMITS.length }, (_, n) => LIMITS.filter((_limit, k) => (n >> k) % 2 === 1));

const DATES = ["2027-04-05", "2027-04-06", "2027-04-08"];
const PLACES = ["GM0503", "GM0637"];

function intakes(people: { min: number; max: number }, most: { min: number; max: number }): fc.Arbitrary<Intake> {
  const participant = fc.record({
    kind: fc.constantFrom("formal" as const, "informal" as const),
    organisation: fc.constantFrom("a", "b"),
    languages: fc.subarray(["nl", "ar", "tr"], { minLength: 1, maxLength: 2 }),
    woman: fc.boolean(),
    asks: fc.integer({ min: 0, max: 2 }),
    dates: fc.oneof(
      { weight: 9, arbitrary: fc.subarray(DATES, { minLength: 1, maxLength: 2 }) },
      fc.constant<string[]>([]),
    ),
    places: fc.subarray(PLACES),
  });
  return fc
    .record({
      inRegion: fc.boolean(),
      groups: fc.constantFrom(1, 2, 2, 3, 3),
      most: fc.integer(most),
      colleagues: fc.constantFrom("spread" as const, "together" as const, "either" as const),
      atLeast: fc.constantFrom(1, 2),
      beside: fc.array(
        fc.record({ day: fc.constantFrom(...DATES), isEarlier: fc.boolean(), parity: fc.integer({ min: 0, max: 1 }) }),
        { maxLength: 2 },
      ),
      shut: fc.array(fc.tuple(fc.constantFrom(...DATES), fc.constantFrom(...PLACES)), { maxLength: 3 }),
      people: fc.array(participant, { minLength: people.min, maxLength: people.max }),
    })
    .map(({ inRegion, people: list, shut, beside, ...rest }) => ({
      format: "koppel-participants/1",
      dates: DATES,
      ...(inRegion ? { places: PLACES } : {}),
      closed: shut.map(([date, place]) => ({ date, place: inRegion ? place : null, why: "opening" as const })),
      neighbours: beside.map(({ day, isEarlier, parity }, n) => ({
        item: "other",
        number: n + 1,
        from: isEarlier ? day : null,
        to: isEarlier ? null : day,
        members: list.flatMap((_, i) => (i % 2 === parity ? [`p${i}`] : [])),
      })),
      ...rest,
      participants: list.map(({ asks, places, ...one }, i) => ({
        code: `p${i}`,
        ...one,
        womenOnly: one.woman && asks === 0,
        ...(inRegion ? { places } : {}),
      })),
    }));
}

/** Whether somebody can be in a group as far as these limits hold. */
function canBeIn(intake: Intake, one: Participant, group: Group, held: readonly Limit[]): boolean {
  const holds = (limit: Limit) => held.includes(limit);
  if (holds("dates") && !one.dates.some((date) => date === group.date)) return false;
  if (holds("order") && !isInOrder(intake, one, group.date)) return false;
  if (holds("languages") && !one.languages.some((language) => language === group.language)) return false;
  const wished = one.places ?? [];
  if (holds("places") && group.place !== undefined && wished.length > 0 && !wished.includes(group.place)) return false;
  if (holds("forWomen") && group.womenOnly && !one.woman) return false;
  return !(holds("womenOnly") && one.womenOnly && !group.womenOnly);
}

/** Whether there is a day and a place for a group as somebody needs it, as far as these limits hold. */
function hasDay(intake: Intake, one: Participant, held: readonly Limit[]): boolean {
  const { dates, places, closed = [] } = intake;
  const wished = one.places ?? [];
  return dates.some((date) =>
    (places ?? [null]).some(
      (place) =>
        (!held.includes("order") || isInOrder(intake, one, date)) &&
        (!held.includes("dates") || one.dates.includes(date)) &&
        (!held.includes("places") || place === null || wished.length === 0 || wished.includes(place)) &&
        (!held.includes("closed") || !closed.some((shut) => shut.date === date && (shut.place ?? place) === place)),
    ),
  );
}

/** Whether one who waits can have a place, everybody who has one keeping a place: every way of seating them is tried. */
function isPossible(intake: Intake, { groups }: Groups, code: string, held: readonly Limit[]): boolean {
  const one = intake.participants.find((each) => each.code === code);
  if (one === undefined) throw new Error(`nobody is called ${code}`);
  if (groups.length < intake.groups && hasDay(intake, one, held)) return true;
  const seated = intake.participants.filter((each) => groups.some(({ members }) => members.includes(each.code)));
  const left = groups.map(() => intake.most);
  const seat = (at: number): boolean => {
    const next = seated[at];
    if (next === undefined) return true;
    return groups.some((group, g) => {
      if (left[g] === 0 || !canBeIn(intake, next, group, LIMITS)) return false;
      left[g] = (left[g] ?? 0) - 1;
      const done = seat(at + 1);
      left[g] = (left[g] ?? 0) + 1;
      return done;
    });
  };
  return groups.some((group, g) => {
    if (!canBeIn(intake, one, group, held)) return false;
    const needsPlace = held.includes("full") ? 1 : 0;
    left[g] = intake.most - needsPlace;
    const done = seat(0);
    left[g] = intake.most;
    return done;
  });
}

const without = (limits: readonly Limit[]): readonly Limit[] => LIMITS.filter((limit) => !limits.includes(limit));
const isWithin = (a: readonly Limit[], b: readonly Limit[]): boolean => a.every((limit) => b.includes(limit));

/** Holds every reason against the brute force. @returns how many there were, and how many of several limits */
function expectExact(intake: Intake): readonly [reasons: number, joint: number] {
  const groups = groupsOf(intake);
  const reasons = groups.reasons ?? [];
  expect(reasons.map(({ code }) => code)).toEqual(groups.waiting);
  for (const { code, because, ways, closed } of reasons) {
    const who = intake.participants.find((each) => each.code === code);
    const isShutOut = who !== undefined && who.dates.length > 0 && !hasDay(intake, who, without(["order"]));
    expect(closed).toEqual(isShutOut ? who.dates : undefined);
    const can = (held: readonly Limit[]): boolean => isPossible(intake, groups, code, held);
    // Together they leave no place, whatever else holds or not; without any one of them the others do.
    expect(can(because)).toBe(false);
    for (const limit of because) expect(can(because.filter((one) => one !== limit))).toBe(true);
    for (const set of SUBSETS) {
      if (set.length < because.length) expect(can(set)).toBe(true);
      // There is a place without a set of them exactly where that lets one of the ways be gone.
      expect(can(without(set))).toBe(ways.some((way) => isWithin(way.without, set)));
    }
    for (const way of ways) {
      expect(ways.filter((other) => isWithin(other.without, way.without))).toEqual([way]);
      const group = groups.groups.find(({ id }) => id === way.group);
      expect(way.group === null ? groups.groups.length < intake.groups : group !== undefined).toBe(true);
      const one = intake.participants.find((each) => each.code === code);
      if (group !== undefined && one !== undefined)
        expect(canBeIn(intake, one, group, without(way.without))).toBe(true);
    }
  }
  return [reasons.length, reasons.filter(({ because }) => because.length > 1).length];
}

test("few people: each reason is exact and irreducible, by trying every way of seating everybody", () => {
  let [told, joint] = [0, 0];
  fc.assert(
    fc.property(intakes({ min: 3, max: 8 }, { min: 2, max: 3 }), (intake) => {
      const [reasons, several] = expectExact(intake);
      told += reasons;
      joint += several;
    }),
    { numRuns: count(200, 3000), seed: 7 },
  );
  expect(told).toBeGreaterThan(200);
  expect(joint).toBeGreaterThan(30);
});

test("more people than can be divided every way: the same holds of the groups that are built", () => {
  let [told, joint] = [0, 0];
  fc.assert(
    fc.property(intakes({ min: 15, max: 18 }, { min: 5, max: 6 }), (intake) => {
      const [reasons, several] = expectExact(intake);
      told += reasons;
      joint += several;
    }),
    { numRuns: count(40, 600), seed: 8 },
  );
  expect(told).toBeGreaterThan(50);
  expect(joint).toBeGreaterThan(10);
});

test("by hand: women only, a language and a day that do not go together, and a full group", () => {
  const intake = parseIntake({
    format: "koppel-participants/1",
    dates: DATES,
    groups: 1,
    most: 2,
    colleagues: "either",
    participants: [
      person("a", { woman: false }),
      person("b", { woman: false }),
      person("women", { womenOnly: true, dates: ["2027-04-06"] }),
      person("late"),
      person("never", { dates: [] }),
    ],
  });
  const { reasons = [] } = groupsOf(intake);
  const of = (code: string) => reasons.find((one) => one.code === code);
  expect(of("women")).toEqual({
    code: "women",
    because: ["full"],
    ways: [{ group: "1", without: ["full", "dates", "womenOnly"] }],
  });
  expect(of("late")).toEqual({ code: "late", because: ["full"], ways: [{ group: "1", without: ["full"] }] });
  expect(of("never")?.because).toEqual(["full"]);
});

test("many groups: nobody waits who could have a place in a group as it is told to be", () => {
  fc.assert(
    fc.property(intakes({ min: 40, max: 60 }, { min: 3, max: 4 }), fc.integer({ min: 13, max: 16 }), (intake, many) => {
      const { waiting, reasons = [] } = groupsOf({ ...intake, groups: many });
      expect(reasons.map(({ code }) => code)).toEqual(waiting);
    }),
    { numRuns: count(100, 300), seed: 9 },
  );
});
