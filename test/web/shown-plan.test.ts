/** What the planner sends of the plan that is shown: of one that the database has the changes alone, else all of it. */
import { expect, test } from "vitest";
import { type Asked, openPage, type Told } from "./page.js";
import { PLAN, SEASON, served } from "./small.js";

const TEAM = [{ seat: "professional", trainer: "t2" }] as const;

async function opened(answer: (asked: Asked) => Told | null = served) {
  const page = openPage((asked) => answer(asked) ?? served(asked));
  const state = await import("../../src/faces/web/state.js");
  const edits = await import("../../src/faces/web/edits.js");
  await state.login("secret");
  const checks = (): readonly unknown[] => page.asked.filter(({ path }) => path === "checks").map(({ body }) => body);
  await expect.poll(() => state.judged.value).not.toBeNull();
  return { page, state, edits, checks };
}
const changed = (more: object) => ({ season: "s", plan: { of: "p", version: 1, assignments: [], open: [], ...more } });

test("of a plan of the database its id, the version that was seen and what is changed, whoever asks", async () => {
  const { page, state, edits, checks } = await opened();
  expect(checks().at(-1)).toEqual(changed({}));
  const b = { session: "b", slot: 0, team: TEAM };
  state.change(edits.withAssignment(PLAN, "b", b));
  await expect.poll(() => checks().at(-1)).toEqual(changed({ assignments: [b] }));
  await expect
    .poll(() => page.asked.filter(({ path }) => path === "overviews").at(-1)?.body)
    .toEqual(changed({ assignments: [b] }));
  state.undo();
  await expect.poll(() => checks().at(-1)).toEqual(changed({}));
  // one that is only tried
  await state.judge(edits.withAssignment(PLAN, "b", b));
  expect(checks().at(-1)).toEqual(changed({ assignments: [b] }));
});

test("a team taken away is told as an open session, beside those that stay", async () => {
  const whole = { ...PLAN, assignments: [...PLAN.assignments, { session: "b", slot: 1, team: TEAM }] };
  const { state, edits, checks } = await opened(({ method, path }) =>
    method === "GET" && path === "plans/p"
      ? { value: { id: "p", season: "s", plan: whole, verdict: {} }, etag: '"4"' }
      : null,
  );
  state.change(edits.withAssignment(whole, "a", null));
  await expect.poll(() => checks().at(-1)).toEqual(changed({ version: 4, open: ["a"] }));
});

test("where more is changed than the plan has, or the database has none, all of it", async () => {
  const { state, edits, checks } = await opened();
  const now = edits.withAssignment(PLAN, "a", null);
  state.change(now);
  await expect.poll(() => checks().at(-1)).toEqual({ season: "s", plan: now });
  const none = await opened(({ path }) => (path === "plans" ? { value: { items: [] } } : null));
  expect(none.state.planId.value).toBeNull();
  expect(none.checks().at(-1)).toMatchObject({ plan: { season: SEASON.id, assignments: [] } });
});

test("where somebody saved it anew since, it is asked of the whole plan, and nothing is told of it", async () => {
  const { state, edits, checks } = await opened(({ path, body }) =>
    path === "checks" && JSON.stringify(body).includes('"of"')
      ? { status: 412, value: { detail: "saved anew" } }
      : null,
  );
  const b = { session: "b", slot: 0, team: TEAM };
  const now = edits.withAssignment(PLAN, "b", b);
  state.change(now);
  await expect.poll(() => checks().slice(-2)).toEqual([changed({ assignments: [b] }), { season: "s", plan: now }]);
  await expect.poll(() => state.judged.value).toEqual(now);
  expect(state.notices.value).toEqual([]);
});

test("what is saved is what later changes are told from", async () => {
  const { state, edits, checks } = await opened(({ method }) => (method === "PUT" ? { value: {}, etag: '"2"' } : null));
  const b = { session: "b", slot: 0, team: TEAM };
  const now = edits.withAssignment(PLAN, "b", b);
  state.change(now);
  await state.save("p");
  expect(state.changed.value).toEqual([]);
  state.change(edits.withAssignment(now, "b", { ...b, slot: 1 }));
  await expect.poll(() => checks().at(-1)).toEqual(changed({ version: 2, assignments: [{ ...b, slot: 1 }] }));
});
