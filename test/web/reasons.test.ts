/** Why teams are suggested: what is the same of all of them is told once. */
import { expect, test } from "vitest";
import { foldedReasons } from "../../src/faces/web/reasons.js";
import type { Member } from "../../src/faces/web/types.js";

const team = (trainers: readonly string[], ...reasons: readonly string[]) => ({
  team: trainers.map((trainer): Member => ({ seat: "professional", trainer })),
  reasons,
});

test("what holds of every team stands once; of each is left what it has otherwise", () => {
  const folded = foldedReasons(
    [
      team(["t1", "t2"], "speaks nl: t1, t2", "law at level 2: t1", "members who have worked together less: 8"),
      team(["t3", "t2"], "speaks nl: t2, t3", "law at level 2: t3", "members who have worked together less: 8"),
    ],
    "all",
  );
  expect(folded.common).toEqual(["speaks nl: all", "members who have worked together less: 8"]);
  expect(folded.own).toEqual([["law at level 2: t1"], ["law at level 2: t3"]]);
});

test("a cost that differs, a distance, and a name among others stay with their team", () => {
  const folded = foldedReasons(
    [
      team(["t1", "t2"], "speaks nl: t1", "not the session's first date: 10", "from home: t1 1 km, t2 3 km"),
      team(["t1", "t3"], "speaks nl: t1, t3", "not the session's first date: 20", "from home: t1 1 km, t3 3 km"),
    ],
    "all",
  );
  expect(folded.common).toEqual([]);
  expect(folded.own[0]).toEqual(["speaks nl: t1", "not the session's first date: 10", "from home: t1 1 km, t2 3 km"]);
  expect(folded.own[1]?.[0]).toBe("speaks nl: all");
});

test("of one team nothing is told apart, and a line that it has twice stands once; who is alone is not named", () => {
  const folded = foldedReasons([team(["t1"], "speaks nl: t1", "speaks nl: t1", "nobody speaks so")], "all");
  expect(folded).toEqual({ common: [], own: [["speaks nl", "nobody speaks so"]] });
  expect(foldedReasons([], "all")).toEqual({ common: [], own: [] });
});
