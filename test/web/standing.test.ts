/** How a plan stands: an open seat is no broken rule, nor is what who comes into it may bring. */
import { expect, test } from "vitest";
import { gapOf, standingOf } from "../../src/faces/web/standing.js";

const at = (rule: string, where: string, text: string) => ({ rule, where, text });
const EMPTY = at("seats", "a", "0 in lived seats, where there are 1");

test("an open seat is counted as one, and breaks no rule", () => {
  const two = at("seats", "b", "1 in professional seats, where there are 3");
  const standing = standingOf({ violations: [EMPTY, two] });
  expect(standing.broken).toEqual([]);
  expect([...standing.open]).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
  expect(standing.openSeats).toBe(3);
});

test("what is wrong with who sits there is broken, and so is a seat too many", () => {
  const role = at("seats", "a", "t1 does not hold the role of her seat");
  const many = at("seats", "a", "2 in actor seats, where there are 1");
  expect(standingOf({ violations: [EMPTY, role, many] }).broken).toEqual([role, many]);
});

test("what is missing waits for who comes, where she may bring it", () => {
  const lived = at("theme", "a", "theme honour at level 2 is missing among the members in lived seats");
  const anybody = at("language", "a", "language 1 of its list is missing among the members who are no actor");
  const shared = at(
    "community",
    "a",
    "community 1 of its list is not shared as required among the members in lived seats",
  );
  expect(standingOf({ violations: [EMPTY, lived, anybody, shared] }).broken).toEqual([]);
});

test("what nobody can bring any more is broken: in seats that are taken, in everybody, in another session, of another kind", () => {
  const broken = [
    at("theme", "a", "theme honour at level 2 is missing among the members in professional seats"),
    at("trait", "a", "trait 1 of its list is missing: not every member has it"),
    at("theme", "b", "theme honour at level 2 is missing among the members in lived seats"),
    at("overlap", "a", "t1 is in two places"),
  ];
  expect(standingOf({ violations: [EMPTY, ...broken] }).broken).toEqual(broken);
  const actor = at("seats", "c", "0 in actor seats, where there are 1");
  const anybody = at("language", "c", "language 1 of its list is missing among the members who are no actor");
  expect(standingOf({ violations: [actor, anybody] }).broken).toEqual([anybody]);
});

test("a plan that reaches its bound can not be better, and none is better than its bound", () => {
  expect([gapOf(7, 7), gapOf(0, 0), gapOf(7, 8)]).toEqual([0, 0, 0]);
  expect([gapOf(200, 195), gapOf(18_472, 18_471)]).toEqual([0.025, 1 / 18_472]);
});
