/** A trainer's weeks out of season, plan and what is published. */
import { expect, test } from "vitest";
import { datelessOf, diaryOf, freeDays } from "../../src/faces/web/diary.js";
import type { Plan, Season, Session } from "../../src/faces/web/types.js";

const session = (id: string, ...slots: Session["slots"]): Session => ({
  ...{ id, activity: "a", programme: null, place: null, slots, seats: { professional: 1 }, priority: 1, pinned: null },
});
const team = [{ seat: "professional", trainer: "t1" }] as const;
const SEASON: Season = {
  ...{ id: "s", from: "2027-03-03", to: "2027-03-20", places: [], programmes: [], trainers: ["t1"] },
  sessions: [
    session("both", [["2027-03-04T09:00", "2027-03-04T12:00"]]),
    session("moved", [["2027-03-09T09:00", "2027-03-09T12:00"]], [["2027-03-10T09:00", "2027-03-10T12:00"]]),
    session("gone", [["2027-03-11T09:00", "2027-03-11T12:00"]]),
    session("others", [["2027-03-12T09:00", "2027-03-12T12:00"]]),
  ],
  published: [
    { session: "both", slot: 0, team },
    { session: "moved", slot: 0, team },
    { session: "gone", slot: null, team },
  ],
};
const PLAN: Plan = {
  format: "koppel-plan/1",
  season: "s",
  assignments: [
    { session: "both", slot: 0, team },
    { session: "moved", slot: 1, team },
    { session: "others", slot: 0, team: [{ seat: "professional", trainer: "t2" }] },
  ],
};

test("what is planned, published, or both, on its day; days outside the season; an interval over midnight in pieces", () => {
  const weeks = diaryOf(SEASON, PLAN, "t1", [["2027-03-16T20:00", "2027-03-18T00:00"]]);
  expect(weeks.map(({ monday, standing }) => [monday, standing])).toEqual([
    ["2027-03-01", "busy"],
    ["2027-03-08", "busy"],
    ["2027-03-15", "free"],
  ]);
  const days = weeks.flatMap((week) => week.days);
  expect(days.filter(({ isIn }) => !isIn).map(({ day }) => day)).toEqual(["2027-03-01", "2027-03-02", "2027-03-21"]);
  expect(
    days.flatMap(({ day, duties }) =>
      duties.map(({ session: { id }, isPlanned, isPublished }) => [day, id, isPlanned, isPublished]),
    ),
  ).toEqual([
    ["2027-03-04", "both", true, true],
    ["2027-03-09", "moved", false, true],
    ["2027-03-10", "moved", true, false],
  ]);
  expect(days.flatMap(({ free }) => free)).toEqual([
    ["2027-03-16T20:00", "2027-03-17T00:00"],
    ["2027-03-17T00:00", "2027-03-18T00:00"],
  ]);
  expect(freeDays(SEASON, [["2027-03-16T20:00", "2027-03-18T00:00"]]).map(([, count]) => count)).toEqual([0, 0, 2]);
  expect(datelessOf(SEASON, "t1")).toEqual(["gone"]);
});

test("where it is not told when she can come, no week is free or away", () => {
  expect(diaryOf(SEASON, PLAN, "t1", null).map(({ standing }) => standing)).toEqual(["busy", "busy", "unknown"]);
  expect(diaryOf(SEASON, null, "t2", []).map(({ standing }) => standing)).toEqual(["away", "away", "away"]);
});
