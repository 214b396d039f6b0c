/** The order of calls, where those who lose something and those who are asked for something do not come in the same order of time. */
import { expect, test } from "vitest";
import { Baseline } from "../../src/advice/repair/baseline.js";
import { callList } from "../../src/advice/repair/contacts.js";
import type { Plan, Season } from "../../src/model/types.js";
import { compile } from "../../src/problem/compile.js";
import { seated } from "../../src/score/plans.js";
import { Columns } from "../../src/score/teams.js";
import { season, session, trainer } from "../papers/fixture.js";

/** Sessions of one seat each, a week apart, in the order of their names. */
const DAYS = ["2027-03-02", "2027-03-09", "2027-03-16", "2027-03-23"] as const;
const world: Season = {
  ...season,
  trainers: ["early", "late", "both", "middle"].map((id) => trainer(id)),
  sessions: ["A", "B", "C", "D"].map((id, i) => session(id, { slots: [[[`${DAYS[i]}T09:30`, `${DAYS[i]}T12:30`]]] })),
};
/** @param who by session, "" for nobody */
const planOf = (who: Readonly<Record<string, string>>): Plan => ({
  format: "koppel-plan/1",
  season: world.id,
  assignments: Object.entries(who).map(([id, code]) => ({
    session: id,
    slot: 0,
    team: [{ seat: "professional", trainer: code }],
  })),
});

/** Whom a repair calls that makes one plan of another. */
function calls(before: Plan, after: Plan): readonly string[] {
  const problem = compile(world);
  const columns = new Columns(problem.data);
  const baseline = new Baseline(problem, world, columns, { plan: before, gone: [], told: [] });
  const chosen = world.sessions.map(({ id }) => {
    const assignment = after.assignments.find((one) => one.session === id);
    const team = assignment === undefined ? null : seated(problem, assignment);
    return team === null ? -1 : columns.intern(team.slot, team.trainers);
  });
  return callList(problem, baseline, columns, chosen).contacts.map(({ trainer: code }) => code);
}

test("who is asked for something is called before who only loses something, however soon that is", () => {
  expect(calls(planOf({ A: "early" }), planOf({ D: "late" }))).toEqual(["late", "early"]);
});

test("of those who are asked it counts when, and not what they lose besides", () => {
  expect(calls(planOf({ A: "both" }), planOf({ B: "middle", C: "both" }))).toEqual(["middle", "both"]);
});

test("of those who only lose something the soonest comes first", () => {
  expect(calls(planOf({ A: "late", C: "early" }), planOf({ D: "both" }))).toEqual(["both", "late", "early"]);
});
