/** How numbers and counts are written. */
import { expect, test } from "vitest";
import { euros, percentAtMost, period } from "../../src/faces/web/format.js";
import { WORDS } from "../../src/faces/web/words.js";

test("an amount is on one line in either language", () => {
  expect([euros(11_772, "nl"), euros(11_772, "en")]).toEqual(["€\u00a011.772", "€11,772"]);
  const { dossier, budgetOf } = WORDS.nl;
  const told = [
    dossier.feeOf(euros(1_360, "nl"), euros(12_000, "nl")),
    dossier.booked(9, euros(11_772, "nl")),
    dossier.paid(euros(0, "nl"), euros(11_772, "nl")),
    dossier.wish.budget(euros(10, "nl"), euros(20, "nl")),
    budgetOf("lindehoven", euros(20_000, "nl")),
  ];
  for (const text of told) expect([text, /€(?!\u00a0\d)/.test(text)]).toEqual([text, false]);
});

test("what is the most that can be is rounded up, so that it stays the most: nothing is said to be less than it is", () => {
  expect(percentAtMost(0.0004, "nl")).toBe("0,1");
  expect(percentAtMost(0.02201, "en")).toBe("2.3");
  expect(percentAtMost(0.022, "nl")).toBe("2,2");
  expect(percentAtMost(0, "nl")).toBe("0,0");
});

test("one is called one, and several by their plural", () => {
  const { dossier, callFirst, persons, publishedNow } = WORDS.nl;
  expect([publishedNow(1), publishedNow(2)]).toEqual(["Vastgesteld: 1 bijeenkomst.", "Vastgesteld: 2 bijeenkomsten."]);
  expect([dossier.bookedDates(1), dossier.bookedDates(8)]).toEqual(["1 datum", "8 data"]);
  expect([callFirst(1), callFirst(2)]).toEqual(["1 persoon te bellen", "2 mensen te bellen, in deze volgorde"]);
  expect([persons(1, "1"), persons(39, "39")]).toEqual(["1 persoon", "39 personen"]);
});

test("a period has its year", () => {
  expect(period("2027-02-01", "2027-06-30", "en")).toMatch(/1 Feb.*30 Jun.* 2027/);
});
