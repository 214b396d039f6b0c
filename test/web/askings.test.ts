/** Whom to ask, by what there is to do, in the order of calling. */
import { expect, test } from "vitest";
import { groupsOf, refusersOf } from "../../src/faces/web/askings.js";
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
  const told = groupsOf(ROWS, () => true).map(({ doing, rows, questions }) => [
    doing,
    questions,
    rows.map(({ trainer, askings }) => [trainer, ...askings.map(({ session }) => session)].join(" ")),
  ]);
  expect(told).toEqual([
    ["no", 1, ["t1 d"]],
    ["ask", 3, ["t9 a c", "t5 f"]],
    ["wait", 2, ["t1 a", "t5 e"]],
    ["yes", 1, ["t9 b"]],
  ]);
});

test("in each group whoever is needed first by what is in it comes first: an answer or a fallen date gives no place", () => {
  const on = (day: string, reply: Asking["reply"], stands = true): Asking => ({
    ...asking(day, reply),
    slot: [[`2027-03-${day}T10:00`, `2027-03-${day}T12:00`]],
    stands,
  });
  const rows: readonly AskRow[] = [
    { trainer: "said-yes", askings: [on("01", "yes"), on("20", "new")] },
    { trainer: "fallen", askings: [on("02", "new", false), on("15", "new")] },
    { trainer: "all-fallen", askings: [on("03", "new", false)] },
    { trainer: "soon", askings: [on("04", "new"), on("05", "yes")] },
  ];
  const told = groupsOf(rows, () => true).map((group) => group.rows.map(({ trainer }) => trainer));
  expect(told).toEqual([[], ["soon", "fallen", "said-yes", "all-fallen"], [], ["said-yes", "soon"]]);
});

test("of whoever is sought alone, and groups that have nothing then are told as empty", () => {
  expect(groupsOf(ROWS, (trainer) => trainer === "t1").map(({ doing, rows }) => [doing, rows.length])).toEqual([
    ["no", 1],
    ["ask", 0],
    ["wait", 1],
    ["yes", 0],
  ]);
});

test("who said no is known by the session that it was said of", () => {
  const also: AskRow = { trainer: "t7", askings: [asking("d", "no"), asking("e", "yes")] };
  expect([...refusersOf([...ROWS, also])]).toEqual([["d", ["t1", "t7"]]]);
});
