/** No plan is lost for its name: what is kept beside another, and what the program proposes, can be kept. */
import { expect, test } from "vitest";
import { type Actor, savePlan, saveSeason } from "../../src/pool/store/index.js";
import { keepPlan, keepPlanBeside, PROGRAM, proposalsOf } from "../../src/season/index.js";
import { coordinator, loose, officer, PLAN, withSeason } from "./support.js";

const kept = (store: Parameters<typeof keepPlanBeside>[0], name: string): string =>
  keepPlanBeside(store, coordinator, name, "small", PLAN, 0, {}).id;

test.each([
  ["a".repeat(120), `${"a".repeat(118)}-2`],
  [`a${"𐀀".repeat(119)}`, `a${"𐀀".repeat(117)}-2`],
  ["oud/plan (1)", "oud-plan -1--2"],
  ["(1)", "1--2"],
  ["///", "plan-2"],
  [`${"a".repeat(109)}-proposal en`, `${"a".repeat(109)}-proposal-3`],
])("a plan of the name %s that was there first has one beside it", async (name, beside) => {
  await withSeason((store) => {
    savePlan(store, officer, name, "small", PLAN);
    expect(kept(store, name)).toBe(beside);
  });
});

test.each(["Voorjaar (2027)", "v".repeat(115)])("what the program proposes of season %s is kept", async (id) => {
  await withSeason((store) => {
    saveSeason(store, officer, { ...loose(), id });
    const keep = (actor: Actor, name: string) => () => keepPlan(store, actor, name, id, { ...PLAN, season: id }, null);
    for (const name of proposalsOf(id)) {
      expect(keep(coordinator, name)).toThrow(/program's own/);
      expect(keep(PROGRAM, name)().plan.season).toBe(id);
    }
    // a name that is not of a proposal is judged as anybody's
    expect(keep(PROGRAM, "no (1)")).toThrow(/1 thing is wrong/);
  });
});

test("no proposal of one season is called as that of another", () => {
  const seasons = ["small", "small-2", "small-proposal", "small-proposal-2", "small-2-proposal"];
  const names = seasons.flatMap(proposalsOf);
  expect(new Set(names).size).toBe(names.length);
});
