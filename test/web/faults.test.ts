/** What the API expects of a field, in Dutch: every sentence that its own readers say, held against the readers themselves. */
import { expect, test } from "vitest";
import { expectedIn } from "../../src/faces/expected.js";
import { problemsOf } from "../../src/faces/http/openapi.js";
import { participantsIn } from "../../src/faces/http/programme-schemas.js";
import { ROUTES } from "../../src/faces/http/routes.js";
import { seasonIn, solvesIn } from "../../src/faces/http/schemas.js";
import { shaped } from "../../src/faces/http/sources.js";
import { firstOf, holds, placeIn, refusalIn } from "../../src/faces/web/faults.js";
import { InputError } from "../../src/model/index.js";
import { readAvailability } from "../../src/pool/availability/index.js";
import { parseOrder } from "../../src/programme/order.js";
import { parseTerms } from "../../src/programme/quote/quote.js";
import { type SessionParts, sessionsOf } from "../../src/programme/sessions/sessions.js";
import { alternative, parts } from "../programme/sessions-fixture.js";
import { order } from "../programme/support.js";

/** What a reader expects at each place of a value that it refuses. */
function refusedBy(read: () => unknown): ReadonlyMap<string, string> {
  try {
    read();
  } catch (error) {
    if (error instanceof InputError) return new Map(error.issues.map(({ path, expected }) => [path, expected]));
    throw error;
  }
  throw new Error("it was to be refused");
}
const HOURS = { day: "mon", from: "17:00", to: "09:00" };
const SITE = { place: "GM0503", participants: 40, opening: [HOURS] };
const ORDER = {
  ...{
    format: "koppel-order/1",
    id: "l",
    client: { name: "L", sites: [SITE], audience: [] },
    budget: 1,
    ratePerHour: 85,
  },
  ...{ from: "2027-03-01", to: "2027-02-01", sessionsPerWeek: 1, must: [], mustNot: [], actor: true },
};
const PARTY = { name: "", lines: [] };
const TERMS = {
  ...{ format: "koppel-terms/1", number: "", date: "", validDays: 0, from: PARTY, to: PARTY },
  ...{ vat: { kind: "rate", percent: 0 }, rates: { professional: -1, lived: 0, actor: 0 }, shares: [] },
};
const TIME = { format: "koppel-availability/1", extra: [], blocked: [], blocks: [], holds: [] };
const WEEKLY = { days: ["mon"], parts: ["day"], from: null, to: null, everyWeeks: 1 };
const FILE = { name: "a.csv", data: "" };

test.each([
  ["an order", () => parseOrder(ORDER)],
  [
    "an order of no shape",
    () => parseOrder({ ...ORDER, id: "l l", ratePerHour: 5000, client: { ...ORDER.client, name: "", sites: [] } }),
  ],
  [
    "an order of two municipalities alike",
    () => parseOrder({ ...ORDER, to: "2027-04-01", client: { ...ORDER.client, sites: [SITE, SITE] } }),
  ],
  ["terms", () => parseTerms(TERMS)],
  [
    "her time",
    () =>
      readAvailability({
        ...TIME,
        weekly: [{ ...WEEKLY, days: [], everyWeeks: 600 }],
        holidays: [{ from: "2027-02-02", to: "2027-02-01" }],
      }),
  ],
  [
    "her weeks",
    () =>
      readAvailability({
        ...TIME,
        weekly: [{ ...WEEKLY, everyWeeks: 2 }],
        holidays: [{ from: "2027-02-31", to: "2027-03-01" }],
      }),
  ],
  ["a season", () => shaped(seasonIn, { id: "", from: "", to: "2027-13-01" })],
  ["a plan that is looked for", () => shaped(solvesIn, { season: "s", time: 0, gap: 2 })],
  ["a plan that is looked for, far off", () => shaped(solvesIn, { season: "s", time: 9999, gap: Number.NaN })],
  ["participants", () => shaped(participantsIn, { file: FILE, dates: [], groups: 0, most: 99 })],
  ["participants on no day", () => shaped(participantsIn, { file: FILE, dates: ["morgen"], groups: 1.5 })],
])("what is wrong with %s is told in Dutch, each of it", (_, read) => {
  const told = refusedBy(read);
  expect(told.size).toBeGreaterThan(0);
  expect([...told].filter(([, expected]) => expectedIn("nl", expected) === null)).toEqual([]);
});

test.each([
  ["a day", "een dag"],
  ["a day that is not before 2027-02-01", "een dag die niet vóór 2027-02-01 ligt"],
  ["a day that is not after 2027-06-30", "een dag die niet na 2027-06-30 ligt"],
  ["a number", "een getal"],
  ["a whole number", "een heel getal"],
  ["a whole number from 1 to 3600", "een heel getal van 1 tot en met 3.600"],
  ["a number from 0 to 100", "een getal van 0 tot en met 100"],
  ["a whole number of 1 or more", "een heel getal van 1 of meer"],
  ["a number of 0 or more", "een getal van 0 of meer"],
  ["a choice", "een keuze"],
  ["text that is not empty", "tekst; dit is nog leeg"],
])("what is found before anything is sent (%s) is told in Dutch", (expected, dutch) => {
  expect(expectedIn("nl", expected)).toBe(dutch);
});

test("in English as it is; in Dutch with what stands in it; what has no words is not made up", () => {
  expect(expectedIn("en", "a whole number from 1 to 1,000")).toBe("a whole number from 1 to 1,000");
  expect(expectedIn("nl", "a whole number from 1 to 10,000,000; it is missing")).toBe(
    "een heel getal van 1 tot en met 10.000.000",
  );
  expect(expectedIn("nl", "Too small: expected number to be >0")).toBe("meer dan 0");
  expect(expectedIn("nl", "a dragon")).toBe(null);
  expect(firstOf([{ path: "/gap", expected: "Too big: expected number to be <=1" }], "nl")).toEqual([
    "gap: hoogstens 1",
  ]);
});

test("what stands in the way of a quote or of booking is told in Dutch, with its item as people call it and what to do", async () => {
  const [item] = alternative.items.filter((one) => one.item === "lkha-training");
  const others = alternative.items.filter((one) => one !== item);
  const site = order.client.sites[0];
  if (item === undefined || site === undefined) throw new Error("the fixture has groups and a site");
  const early = { ...site, opening: [{ day: "mon" as const, from: "07:00", to: "08:00" }] };
  const cases: readonly (readonly [Partial<SessionParts>, readonly RegExp[]])[] = [
    [{ alternative: { ...alternative, items: others } }, [/^geen, want .* ‘moet’ en vraag opnieuw$/]],
    [
      { alternative: { ...alternative, items: [...others, { ...item, times: 1 }] } },
      [/^hoogstens 1, want .* op 2 keer en vraag opnieuw/],
    ],
    [
      { order: { ...order, client: { ...order.client, sites: [early] } } },
      [
        /^een dag in de periode waarop GM\d+ open is van \d\d:\d\d-\d\d:\d\d.*, opbouwen/,
        /^dat 2027-06-08, de dag van de groep/,
      ],
    ],
  ];
  for (const [change, said] of cases) {
    const made = await parts(change);
    const told = [...refusedBy(() => sessionsOf(made))];
    const dutch = told.map(([, expected]) => expectedIn("nl", expected) ?? `no words: ${expected}`);
    for (const sentence of said) expect(dutch.filter((one) => sentence.test(one)).length).toBeGreaterThan(0);
    expect(dutch.filter((one) => one.startsWith("no words"))).toEqual([]);
  }
  const place = "/the groups of lkha-training";
  expect(placeIn("nl", place, (code) => code.toUpperCase())).toBe("de groepen van LKHA-TRAINING");
  expect([placeIn("en", place), placeIn("nl", "/gap")]).toEqual(["the groups of lkha-training", "gap"]);
});

test("a field holds its own place and what is in it, and no place that begins alike", () => {
  expect(["/from", "/from/name", "/fromage", "/fro", ""].map((path) => holds("/from", path))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(holds("", "/papers/0")).toBe(true);
});

test("every refusal that the API can give is told in Dutch; in English as the API tells it", () => {
  const statuses = [...new Set(ROUTES.flatMap((route) => problemsOf(route)))];
  // Who is not known logs in anew, and a conflict has a way on: those have words of their own.
  const plain = statuses.filter((status) => ![401, 406, 409, 412, 428].includes(status));
  expect(plain.length).toBeGreaterThan(7);
  for (const status of plain) {
    const refusal = { status, detail: "there is no such dragon", errors: [{ path: "/gap", expected: "a dragon" }] };
    expect([status, refusalIn("nl", refusal).includes("no such")]).toEqual([status, false]);
    expect(refusalIn("en", refusal)).toBe("there is no such dragon · gap: a dragon");
  }
  expect(refusalIn("nl", { status: 422, detail: "no dragon" })).toBe("Dit kan zo niet: no dragon");
});
