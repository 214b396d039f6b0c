/** Which season is opened where she has not chosen one. */
import { expect, test } from "vitest";
import { fittingSeason } from "../../src/faces/web/seasons.js";
import type { SeasonRow } from "../../src/faces/web/types.js";
import { openPage } from "./page.js";
import { served } from "./small.js";

const season = (id: string, from: string, to: string, isPublished = false): SeasonRow => ({
  ...{ id, version: 1, from, to, sessions: 1, trainers: 1 },
  published: isPublished ? { plan: "p", at: "2026-11-01T10:00:00Z", version: 1 } : null,
});
const TODAY = "2026-11-28";
const AUTUMN = season("autumn", "2026-09-01", "2026-12-18");
const SPRING = season("spring", "2027-02-01", "2027-06-30");
const APRIL = season("april", "2027-04-01", "2027-04-30");
const LAST = season("last", "2026-02-01", "2026-06-30", true);
const opened = (...rows: readonly SeasonRow[]): string | undefined => fittingSeason(rows, TODAY)?.id;

test("the one around today, else the next to come, else the last that was", () => {
  expect(opened(APRIL, LAST, SPRING, AUTUMN)).toBe("autumn");
  expect(opened(APRIL, LAST, SPRING)).toBe("spring");
  expect(opened(season("long ago", "2025-02-01", "2025-06-30", true), LAST)).toBe("last");
  expect(opened()).toBeUndefined();
});

test("of several around today, or to come, the one that people were told of comes first", () => {
  expect(opened(AUTUMN, season("also", "2026-09-01", "2027-01-31", true))).toBe("also");
  expect(opened(SPRING, season("later", "2027-08-01", "2027-12-18", true))).toBe("later");
  // its first and its last day are in it
  expect(opened(APRIL, season("to", "2026-10-01", TODAY))).toBe("to");
  expect(opened(APRIL, season("from", TODAY, "2027-01-01"))).toBe("from");
});

test("it is opened, and where there were others that is said, once", async () => {
  const rows = [season("other", "2020-01-01", "2020-02-01"), season("s", "2027-03-01", "2027-03-31", true)];
  openPage((asked) => (asked.path === "seasons" ? { value: { items: rows } } : served(asked)));
  const state = await import("../../src/faces/web/state.js");
  await state.login("secret");
  const said = [state.words.value.seasonOpened("s", true)];
  expect([state.season.value?.id, state.notices.value.map(({ text }) => text)]).toEqual(["s", said]);
  state.notices.value = [];
  await state.loadSeasons();
  expect([state.season.value?.id, state.notices.value]).toEqual(["s", []]);
});
