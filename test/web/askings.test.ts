/** Whom to ask, by what there is to do, in the order of calling. */
import { expect, test } from "vitest";
import { groupsOf } from "../../src/faces/web/askings.js";
import type { Asking, AskRow } from "../../src/faces/web/types.js";

const asking = (session: string, reply: Asking["reply"]): Asking => ({
  ...{ session, seat: "professional", slot: [], reply, at: null, stands: true },
});
const ROWS: readonly AskRow[] = [
  { trainer: "t9", askings: [asking("a", "new"), asking("b", "yes"), asking("c", "new")] },
  { trainer: "t1", askings: [asking("a", "silent"), asking("d", "no")] },
  { trainer: "t5", askings: [asking("e", "asked"), asking("f", "new")] },
];

test("each question stands once, in its group; trainers and questions keep their order", () => {
  const told = groupsOf(ROWS, () => true).map(({ doing, rows, count }) => [
    doing,
    count,
    rows.map(({ trainer, askings }) => [trainer, ...askings.map(({ session }) => session)].join(" ")),
  ]);
  expect(told).toEqual([
    ["ask", 3, ["t9 a c", "t5 f"]],
    ["wait", 2, ["t1 a", "t5 e"]],
    ["no", 1, ["t1 d"]],
    ["yes", 1, ["t9 b"]],
  ]);
});

test("of whoever is sought alone, and groups that have nothing then are told as empty", () => {
  expect(groupsOf(ROWS, (trainer) => trainer === "t1").map(({ doing, count }) => [doing, count])).toEqual([
    ["ask", 0],
    ["wait", 1],
    ["no", 1],
    ["yes", 0],
  ]);
});
