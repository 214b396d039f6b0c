/** What is told of a season stands beside a programme only where that season has it. */
import { expect, test } from "vitest";
import type { Dossier } from "../../src/faces/web/programme-types.js";
import { openPage } from "./page.js";
import { SEASON, served } from "./small.js";

test("the season that is open has the programme that is shown, another it has not, and one that is begun is in none", async () => {
  openPage((asked) => served(asked, { season: { ...SEASON, programmes: [{ id: "g1", budget: null }] } }));
  const state = await import("../../src/faces/web/state.js");
  const programme = await import("../../src/faces/web/programme-state.js");
  const shown = (id: string): boolean => {
    programme.dossier.value = { id, kept: [], papers: {}, groups: [] } as unknown as Dossier;
    return programme.isInSeason.value;
  };
  expect(shown("g1")).toBe(false);
  await state.login("secret");
  expect([shown("g2"), shown("g1")]).toEqual([false, true]);
  programme.isFresh.value = true;
  expect(programme.isInSeason.value).toBe(false);
});
