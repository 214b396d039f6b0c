/** What is known of what is open: whether the season has the programme that is shown, and how organisations are called. */
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

test("an organisation is called as the pool calls it, else as everybody does, else by its code; and by nobody after logging out", async () => {
  const known = { organisation: [{ code: "org2", nl: "Twee", en: "Two" }] };
  openPage((asked) => (asked.path === "labels" ? { value: known } : served(asked)));
  const state = await import("../../src/faces/web/state.js");
  const { organisationName } = await import("../../src/faces/web/names.js");
  await state.login("secret");
  expect(["org1", "org2", "org3"].map(organisationName)).toEqual(["Org", "Twee", "org3"]);
  state.logout();
  expect(organisationName("org1")).toBe("org1");
});

test("a safety officer, who may not read the organisations, opens a season all the same", async () => {
  openPage((asked) => {
    if (asked.path === "me") return { value: { account: "o1", role: "safetyOfficer" } };
    return asked.path === "organisations" ? { status: 403, value: {} } : served(asked);
  });
  const state = await import("../../src/faces/web/state.js");
  await state.login("secret");
  expect(state.season.value?.id).toBe(SEASON.id);
});

test("who is in the pool is known before there is a season", async () => {
  openPage((asked) => (asked.path === "seasons" ? { value: { items: [] } } : served(asked)));
  const state = await import("../../src/faces/web/state.js");
  await state.login("secret");
  expect([state.season.value, state.pool.value.map(({ trainer }) => trainer)]).toEqual([null, ["t1"]]);
});
