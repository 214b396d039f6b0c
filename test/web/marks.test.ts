/** Whom a coordinator fixes and keeps out: kept by date and code, and let go of where the season has them no more. */
import { expect, test } from "vitest";
import { datedMarks, isDatedMarks, type Marks, marksIn } from "../../src/faces/web/marks.js";
import { type Api, openPage } from "./page.js";
import { PLAN, SEASON, served } from "./small.js";

const pin = { slot: 1, team: [{ seat: "professional" as const, trainer: "t1" }] };
const MARKS: Marks = { a: { pin, excluded: ["t2"] }, b: { pin: { slot: 0, team: [] }, excluded: [] } };

test("what is fixed follows its date, wherever that stands in the list", () => {
  const kept = datedMarks(MARKS, SEASON);
  expect(isDatedMarks(JSON.parse(JSON.stringify(kept)))).toBe(true);
  expect(marksIn(kept, SEASON)).toEqual({ marks: MARKS, lost: 0 });
  const [a, b] = SEASON.sessions;
  if (a === undefined || b === undefined) throw new Error("two sessions are expected");
  const turned = { ...SEASON, sessions: [{ ...a, slots: [...a.slots].reverse() }, b] };
  expect(marksIn(kept, turned).marks.a?.pin?.slot).toBe(0);
});

test("a date, a session or a trainer that is gone takes along what was wished of it, and that is counted", () => {
  const kept = datedMarks(MARKS, SEASON);
  const [a, b] = SEASON.sessions;
  if (a === undefined || b === undefined) throw new Error("two sessions are expected");
  const [first] = a.slots;
  const dateless = { ...SEASON, sessions: [{ ...a, slots: first === undefined ? [] : [first] }, b] };
  expect(marksIn(kept, dateless)).toEqual({ marks: { a: { excluded: ["t2"] }, b: MARKS.b }, lost: 1 });
  expect(marksIn(kept, { ...SEASON, trainers: ["t2"] }).marks.a).toEqual({ excluded: ["t2"] });
  expect(marksIn(kept, { ...SEASON, trainers: ["t1"] }).marks.a).toEqual({ pin, excluded: [] });
  expect(marksIn(kept, { ...SEASON, sessions: [b] })).toEqual({ marks: { b: MARKS.b }, lost: 2 });
});

test("what an older page kept, and is none of it, is not taken for it", () => {
  for (const other of [null, 3, [3], { a: {} }, { a: { excluded: [3] } }, { a: { excluded: [], pin: { team: [] } } }])
    expect([other, isDatedMarks(other)]).toEqual([other, false]);
});

test("wishes outlive a reload, by account and season; logging out and another account leave none of them", async () => {
  let account = "c1";
  const api: Api = (asked) => served(asked, { account });
  const page = openPage(api);
  const load = async () => {
    const state = await import("../../src/faces/web/state.js");
    await state.login("secret");
    return state;
  };
  const state = await load();
  state.change(state.plan.value ?? PLAN, MARKS);
  expect(page.session.text()).toContain("t2");
  page.reload();
  const again = await load();
  expect(again.marks.value).toEqual(MARKS);
  // another account in the same tab sees nothing of hers
  page.reload();
  account = "c2";
  expect((await load()).marks.value).toEqual({});
  page.reload();
  account = "c1";
  const last = await load();
  expect(last.marks.value).toEqual(MARKS);
  last.logout();
  expect(page.session.text()).not.toMatch(/t1|t2|secret/);
});

test("a season made anew lets go of wishes that no longer fit, and says so", async () => {
  let season = SEASON;
  const page = openPage((asked) => served(asked, { season }));
  const state = await import("../../src/faces/web/state.js");
  await state.login("secret");
  state.change(state.plan.value ?? PLAN, MARKS);
  season = { ...SEASON, trainers: ["t1"] };
  await state.openSeason("s");
  expect(state.marks.value).toEqual({ a: { pin, excluded: [] }, b: MARKS.b });
  expect(state.notices.value.map(({ text }) => text)).toEqual([state.words.value.renewal.lost(1)]);
  expect(page.session.text()).not.toContain("t2");
});
