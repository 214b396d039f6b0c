/** Somebody who cannot come where she is fixed, and a repair for her: what is asked, and what is shown after. */
import { expect, test } from "vitest";
import type { Season } from "../../src/faces/web/types.js";
import { type Api, openPage } from "./page.js";
import { PLAN, SEASON, served } from "./small.js";

const ABSENCE = { trainer: "t1", from: "2027-03-02", to: "2027-03-03" };
const NO_TIME = { weekly: [], extra: [], blocked: [], holidays: [], blocks: [], holds: [] };
const pinned = { slot: 0, team: [{ seat: "professional" as const, trainer: "t1" }] };
const fixed = (season: Season, where: readonly string[]): Season => ({
  ...season,
  sessions: season.sessions.map((one) => (where.includes(one.id) ? { ...one, pinned } : one)),
});

async function open(api: Api) {
  const page = openPage(api);
  const state = await import("../../src/faces/web/state.js");
  const { letGo } = await import("../../src/faces/web/absence.js");
  const { askRepair } = await import("../../src/faces/web/repairs.js");
  await state.login("secret");
  return { page, state, letGo, askRepair };
}

/** @param after the season and its version as they stand once her absence is kept */
const agendaOf =
  (after: { readonly season: Season; readonly version: number }): Api =>
  (asked) => {
    if (asked.method === "PUT") isKept = true;
    if (asked.path === "trainers/t1/availability") return { value: NO_TIME, etag: '"5"' };
    return served(asked, isKept ? after : { season: fixed(SEASON, ["a", "b"]), version: 1 });
  };
let isKept = false;

test("her absence goes into her agenda by the version that was seen, and what still holds her is told", async () => {
  isKept = false;
  const { page, state, letGo } = await open(agendaOf({ season: fixed(SEASON, ["b"]), version: 1 }));
  expect(await letGo(ABSENCE, ["a", "b"])).toEqual(["b"]);
  const put = page.asked.find(({ method }) => method === "PUT");
  expect([put?.headers["if-match"], put?.body]).toEqual([
    '"5"',
    { ...NO_TIME, blocks: [["2027-03-02T00:00", "2027-03-04T00:00"]] },
  ]);
  expect(state.season.value?.sessions.map((one) => one.pinned !== null)).toEqual([false, true]);
  expect(state.notices.value).toEqual([]);
});

test("a season that somebody made anew meanwhile is not mixed with the plan that is shown: it is told, with a way to it", async () => {
  isKept = false;
  const [a, b] = SEASON.sessions;
  if (a === undefined || b === undefined) throw new Error("two sessions are expected");
  // its dates stand otherwise by now: the plan's slot 0 would mean another day
  const turned = { ...SEASON, sessions: [{ ...a, slots: [...a.slots].reverse() }, b] };
  const { state, letGo } = await open(agendaOf({ season: turned, version: 2 }));
  const seen = state.season.value;
  expect(await letGo(ABSENCE, ["a", "b"])).toEqual([]);
  expect(state.season.value).toBe(seen);
  expect(state.seasonVersion.value).toBe(1);
  const [notice] = state.notices.value;
  expect([notice?.kind, notice?.text]).toEqual(["bad", state.words.value.conflict]);
  notice?.way?.go();
  await expect.poll(() => state.season.value?.sessions[0]?.slots[0]).toEqual(a.slots[1]);
  expect(state.seasonVersion.value).toBe(2);
});

test("a repair obeys whom she fixes and keeps out, and states no cost of a season that is supposed", async () => {
  const found = { plan: { ...PLAN, cost: 5, bound: 4 }, cost: 5, staffed: 1, released: [], contacts: [], told: [] };
  const { page, state, askRepair } = await open((asked) =>
    asked.path === "repairs" ? { value: found } : served(asked),
  );
  const block = { edit: "block-trainer", ...ABSENCE };
  expect(await askRepair("p")).toEqual(found);
  state.change(PLAN, { a: { pin: pinned, excluded: ["t2"] }, b: { excluded: ["t1"] } });
  expect((await askRepair(PLAN, [block])).plan).toEqual(PLAN);
  const asked = page.asked.filter(({ path }) => path === "repairs").map(({ body }) => body);
  expect(asked).toEqual([
    { season: "s", plan: "p", time: 5 },
    {
      season: "s",
      // as the database has it, with nothing changed
      plan: { of: "p", version: 1, assignments: [], open: [] },
      time: 5,
      edits: [
        { edit: "pin", session: "a", ...pinned },
        { edit: "exclude", session: "a", trainer: "t2" },
        { edit: "exclude", session: "b", trainer: "t1" },
        block,
      ],
    },
  ]);
});
