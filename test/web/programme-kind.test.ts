/** Which alternative quote and booking are of in a tab in which none was chosen yet. */
import { expect, test } from "vitest";
import { groupItems } from "../../src/faces/web/group-items.js";
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
const quote = (kind?: string): Quote => ({
  ...{ number: "1", lines: [], free: [], net: 0, tax: 0, total: 0, split: [] },
  ...(kind === undefined ? {} : { kind }),
});

test("groups are offered of the items of the chosen programme, and of those that have some already", () => {
  const small = ["small-group", "other", "more"];
  expect(groupItems(small, THREE[0]?.items ?? null, [])).toEqual(["small-group"]);
  expect(groupItems(small, THREE[0]?.items ?? null, ["other", "small-group"])).toEqual(["small-group", "other"]);
  expect(groupItems(small, null, [])).toEqual(small);
});

const KEPT: Dossier = { id: "p", kept: [], papers: { choice: { alternatives: THREE } }, groups: [], bookedKind: null };
async function opened(papers: Dossier["papers"], bookedKind: string | null, kept: Dossier["kept"] = []) {
  openPage(({ path }) => {
    if (path === "programmes/p")
      return { value: { ...KEPT, kept, papers: { ...KEPT.papers, ...papers }, bookedKind }, etag: '"1"' };
    if (path !== "programmes/p/standing") return null;
    if (bookedKind === null) return { status: 422, value: { detail: "the request is wrong" } };
    return { value: { fees: [], duties: [{ session: "p-talk-1" }, { session: "p-talk-1" }] } };
  });
  const state = await import("../../src/faces/web/programme-state.js");
  await state.openProgramme("p");
  await expect.poll(() => state.bookedSessions.value).not.toBeNull();
  const { notices } = await import("../../src/faces/web/notices.js");
  expect(notices.value).toEqual([]);
  return state;
}

test("in a new tab it is that of the kept quote, else what is booked, else the first; what she chooses goes before", async () => {
  const none = await opened({}, null);
  expect([none.kind.value, none.chosenKind.value, none.isDone("book")]).toEqual(["most", null, false]);
  const booked = await opened({}, "deep");
  expect([booked.kind.value, booked.bookedSessions.value, booked.isDone("book")]).toEqual(["deep", ["p-talk-1"], true]);
  const quoted = await opened({ quote: quote("deep-module") }, "deep");
  expect([quoted.kind.value, quoted.chosenKind.value, quoted.bookedKind.value]).toEqual([
    "deep-module",
    "deep-module",
    "deep",
  ]);
  quoted.chooseKind("most");
  expect(quoted.kind.value).toBe("most");
  // A quote of before it was told, and one whose alternative is no more.
  const old = await opened({ quote: quote() }, "deep");
  expect([old.kind.value, old.bookedKind.value]).toEqual(["deep", "deep"]);
  const gone = await opened({ quote: quote("broad") }, null);
  expect([gone.kind.value, gone.chosenKind.value]).toEqual(["most", null]);
});

test("a quote is old once something that it is made of was kept after it, the groups of any item too", async () => {
  const at = (kind: string, minute: number, part = "") => ({ kind, part, at: `2027-03-01T09:0${minute}:00.000Z` });
  const before = ["order", "choice", "groups", "terms"].map((kind) => at(kind, 1));
  const isOld = async (...later: Dossier["kept"]): Promise<boolean> => {
    const state = await opened({ quote: quote("most") }, null, [...before, at("quote", 2), ...later]);
    return state.quoteIsOld.value;
  };
  expect(await isOld()).toBe(false);
  expect(await isOld(at("done", 3), at("participants", 3))).toBe(false);
  for (const kind of ["order", "needs", "choice", "terms"])
    expect([kind, await isOld(at(kind, 3))]).toEqual([kind, true]);
  expect(await isOld(at("groups", 3, "lkha-training"))).toBe(true);
  const none = await opened({}, null, before);
  expect(none.quoteIsOld.value).toBe(false);
});
