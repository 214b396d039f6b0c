/** Which alternative quote and booking are of in a tab in which none was chosen yet. */
import { expect, test } from "vitest";
import { groupItems, kindOfBooked, kindOfQuote } from "../../src/faces/web/programme-kind.js";
import type { Alternative, Dossier, Quote } from "../../src/faces/web/programme-types.js";
import { openPage } from "./page.js";

const alternative = (kind: string, items: Readonly<Record<string, number>>): Alternative => ({
  kind,
  items: Object.entries(items).map(([item, times]) => ({ item, times, fee: item === "module" ? 0 : 900, themes: [] })),
  ...{ fee: 0, metPercent: 0, boundPercent: 0, proven: true, unmet: [] },
});
const THREE = [
  alternative("most", { talk: 1, "small-group": 2 }),
  alternative("deep", { talk: 1, "small-group": 3 }),
  alternative("deep-module", { "small-group": 3, talk: 1, module: 1 }),
];
const quote = (items: readonly string[], modules?: readonly string[]): Quote => ({
  lines: items.map((item, i) => ({
    ...{ session: `x-${i}`, activity: "a", item, themes: [], place: null, days: [] },
    ...{ minutes: 60, preparationMinutes: 0, amount: 1 },
  })),
  ...{ number: "1", free: [], net: 0, tax: 0, total: 0, split: [] },
  ...(modules === undefined ? {} : { modules }),
});
const DEEP = ["small-group", "talk", "small-group", "small-group"];

test("a quote is of the alternative with its items, as often, its online modules included", () => {
  expect(kindOfQuote(quote(["talk", "small-group", "small-group"], []), THREE)).toBe("most");
  expect(kindOfQuote(quote(DEEP, []), THREE)).toBe("deep");
  expect(kindOfQuote(quote(DEEP, ["module"]), THREE)).toBe("deep-module");
  expect(kindOfQuote(quote(["talk"], []), THREE)).toBeNull();
});

test("what is booked is of the alternative whose sessions it has; the meetings before it are of none", () => {
  const sessions = ["a-b-outcome", "a-b-talk-1", "a-b-small-group-1", "a-b-small-group-2", "a-b-small-group-3"];
  expect(kindOfBooked("a-b", sessions, THREE)).toBe("deep");
  expect(kindOfBooked("a-b", sessions.slice(0, -1), THREE)).toBe("most");
  expect(kindOfBooked("a-b", sessions.slice(0, 2), THREE)).toBeNull();
});

test("groups are offered of the items of the chosen programme, and of those that have some already", () => {
  const small = ["small-group", "other", "more"];
  expect(groupItems(small, THREE[0]?.items ?? null, [])).toEqual(["small-group"]);
  expect(groupItems(small, THREE[0]?.items ?? null, ["other", "small-group"])).toEqual(["small-group", "other"]);
  expect(groupItems(small, null, [])).toEqual(small);
});

const KEPT: Dossier = { id: "p", kept: [], papers: { choice: { alternatives: THREE } }, groups: [] };
/** @param booked its sessions in the pool; none: the API has nothing of which to tell how it stands */
async function opened(papers: Dossier["papers"], booked: readonly string[]) {
  openPage(({ path }) => {
    if (path === "programmes/p") return { value: { ...KEPT, papers: { ...KEPT.papers, ...papers } }, etag: '"1"' };
    if (path !== "programmes/p/standing") return null;
    if (booked.length === 0) return { status: 422, value: { detail: "the request is wrong" } };
    return { value: { fees: [], duties: booked.flatMap((session) => [{ session }, { session }]) } };
  });
  const state = await import("../../src/faces/web/programme-state.js");
  await state.openProgramme("p");
  await expect.poll(() => state.bookedSessions.value).not.toBeNull();
  const { notices } = await import("../../src/faces/web/notices.js");
  expect(notices.value).toEqual([]);
  return state;
}

test("in a new tab it is that of the kept quote, else what is booked, else the first; what she chooses goes before", async () => {
  const sessions = ["p-talk-1", "p-small-group-1", "p-small-group-2", "p-small-group-3"];
  const none = await opened({}, []);
  expect([none.kind.value, none.chosenKind.value, none.isDone("book")]).toEqual(["most", null, false]);
  const booked = await opened({}, sessions);
  expect([booked.kind.value, booked.bookedSessions.value, booked.isDone("book")]).toEqual(["deep", sessions, true]);
  const quoted = await opened({ quote: quote(DEEP, ["module"]) }, sessions);
  expect([quoted.kind.value, quoted.chosenKind.value, quoted.bookedKind.value]).toEqual([
    "deep-module",
    "deep-module",
    "deep",
  ]);
  quoted.chooseKind("most");
  expect(quoted.kind.value).toBe("most");
});
