/** What was changed of a trainer: kept by the version that was seen, while she goes on typing, and never over what somebody else saved. */
import { expect, test } from "vitest";
import type { Kept } from "../../src/faces/web/her.js";
import { type Api, openPage, type Told } from "./page.js";
import { served } from "./small.js";

const WISHES = { mayBeNamed: false, mayBePhotographed: false, limits: null };
const NO_TIME = { weekly: [], extra: [], blocked: [], holidays: [], blocks: [], holds: [] };

/** A page that looks at t1. @param put what the API answers to what is kept of her */
async function lookAtHer(put: Api) {
  const page = openPage((asked) => {
    if (asked.method === "PUT") return put(asked);
    if (asked.path === "trainers/t1/availability") return { value: NO_TIME };
    const record = { trainer: { share: { min: 0, max: 4 } }, wishes: WISHES, consents: {} };
    return asked.path === "trainers/t1" ? { value: record, etag: '"3"' } : served(asked);
  });
  const state = await import("../../src/faces/web/state.js");
  const her = await import("../../src/faces/web/her.js");
  const of = await import("../../src/faces/web/her-state.js");
  await state.login("secret");
  await of.readHer("t1");
  const now = (): Kept => {
    if (her.kept.value === null) throw new Error("she is expected");
    return her.kept.value;
  };
  return { page, state, her, of, now };
}

test("what is typed while it is saved stays hers to save, by the version that saving made", async () => {
  let answer = (_: Told): void => undefined;
  const { page, of, now } = await lookAtHer(() => new Promise<Told>((resolve) => (answer = resolve)));
  of.changeHer(now(), "wishes", { ...WISHES, limits: "niet na tienen" });
  const saving = of.keepHer(now(), "wishes");
  of.changeHer(now(), "wishes", { ...WISHES, limits: "niet na tienen, en" });
  of.changeHer(now(), "consents", { matching: ["roles"] });
  answer({ value: {}, etag: '"4"' });
  await saving;
  // what was saved is what was shown when it was saved; what she typed since is still there, and not saved yet
  expect(now().wishes.limits).toBe("niet na tienen");
  expect(of.shownOf(now(), "wishes").limits).toBe("niet na tienen, en");
  expect([of.isChanged("t1", "wishes"), of.isChanged("t1", "consents")]).toEqual([true, true]);
  const again = of.keepHer(now(), "wishes");
  answer({ value: {}, etag: '"5"' });
  await again;
  const puts = page.asked.filter(({ method }) => method === "PUT");
  expect(puts.map(({ headers, body }) => [headers["if-match"], (body as typeof WISHES).limits])).toEqual([
    ['"3"', "niet na tienen"],
    ['"4"', "niet na tienen, en"],
  ]);
  expect([of.isChanged("t1", "wishes"), of.isChanged("t1", "consents")]).toEqual([false, true]);
});

test("somebody else was first: nothing is told to be kept, what was changed stays, and what is kept can be shown", async () => {
  const { of, her, state, now } = await lookAtHer(() => ({ status: 412, value: { detail: "seen too long ago" } }));
  of.changeHer(now(), "wishes", { ...WISHES, limits: "geen foto" });
  await of.keepHer(now(), "wishes");
  expect(her.conflict.value).toBe("t1");
  expect(of.shownOf(now(), "wishes").limits).toBe("geen foto");
  expect(state.notices.value).toEqual([]);
  await of.showKept("t1");
  expect([her.conflict.value, of.isChanged("t1", "wishes")]).toEqual([null, false]);
});

test("what is changed back is not changed", async () => {
  const { of, her, now } = await lookAtHer(() => null);
  of.changeHer(now(), "wishes", { ...WISHES, mayBeNamed: true });
  of.changeHer(now(), "wishes", { ...WISHES });
  expect(her.drafts.value.size).toBe(0);
});
