/** What a desk keeps of the questions asked last. */
import { expect, test } from "vitest";
import { Latest } from "../../src/faces/http/latest.js";

test("what was asked last is kept and not made again, and what was asked longest ago goes first", () => {
  const latest = new Latest<string>(2);
  let made = 0;
  const of = (key: string) =>
    latest.of(key, () => {
      made++;
      return key.toUpperCase();
    });
  expect([of("a"), of("b"), of("a")]).toEqual(["A", "B", "A"]);
  expect(made).toBe(2);
  of("c");
  expect([latest.get("a"), latest.get("b"), latest.get("c")]).toEqual(["A", undefined, "C"]);
});
