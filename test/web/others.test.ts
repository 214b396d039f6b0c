/** Trainers of another organisation: known by name once they are suggested or assigned, and no more of them than that. */
import { expect, test } from "vitest";
import type { Season } from "../../src/model/index.js";
import { trailOf } from "../pool/support.js";
import { OTHER, withSmallPlanner } from "./small-pool.js";
import { assertAccessible, BROWSER, go } from "./support.js";

/** t4 is fixed in s4, and nothing is published. */
const withFixed = (season: Season): Season => ({
  ...season,
  series: [],
  sessions: season.sessions.map((one) =>
    one.id === "s4" ? { ...one, pinned: { slot: 1, team: [{ seat: "lived", trainer: "t4" }] } } : one,
  ),
});

test.skipIf(BROWSER === null)(
  "who is fixed in a season that is not published: whose she is, and no name by a guess",
  () =>
    withSmallPlanner(
      async (place) => {
        const page = await place.open(OTHER, "c2");
        await page.locator(".timeline .chip").first().waitFor();
        const asked: string[] = [];
        page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
        await go(page, "whatif");
        // nobody was suggested to her yet, and none of her plans has anybody: codes alone
        const form = page.locator("form.stack").first();
        expect(await form.locator("option").allTextContents()).toEqual(expect.arrayContaining(["t1", "t4"]));
        await form.getByLabel("Trainer").selectOption("t4");
        await form.getByLabel("Van").fill("2027-03-18");
        await form.getByLabel("Tot en met").fill("2027-03-18");
        await form.getByRole("button", { name: "Toevoegen" }).click();
        await page.getByText("Zij is ziek: herstellen").last().click();
        const answer = page.waitForResponse((one) => one.url().endsWith("/v1/repairs"));
        await page.getByRole("button", { name: "Herstellen" }).last().click();
        const repaired = (await (await answer).json()) as Record<"contacts" | "told", readonly { trainer: string }[]>;
        await page.getByText(/haar eigen coördinator zet haar afwezigheid in haar agenda/).waitFor();
        // an edit names her, and the plan is only supposed: she is known by her code, and nobody by a guess
        expect(await page.getByText("Name of t4").count()).toBe(0);
        await assertAccessible(page, "fixed, of others");
        const list = await page.evaluate(async () => {
          const authorization = `Bearer ${sessionStorage.getItem("koppel-token")}`;
          return (await (await fetch("/v1/trainers", { headers: { authorization } })).json()) as {
            items: { trainer: string; name: string | null; consents: string; hasTime: string }[];
          };
        });
        const named = list.items.filter(({ name }) => name !== null).map(({ trainer }) => trainer);
        expect([...repaired.contacts, ...repaired.told].map(({ trainer }) => trainer)).toContain("t4");
        expect(named).toEqual(["t6"]);
        expect(place.inPool(trailOf).filter(({ action, actor }) => action === "name" && actor === "c2")).toEqual([]);
        // of her no time, no consent, no record: that is her own organisation's
        expect(list.items.find(({ trainer }) => trainer === "t4")).toMatchObject({ consents: "", hasTime: "" });
        expect(asked.filter((one) => one.startsWith("/v1/trainers/"))).toEqual([]);
      },
      { work: withFixed },
    ),
  120_000,
);

test.skipIf(BROWSER === null)(
  "who is suggested is called by her name at once, and not after the page is loaded anew",
  () =>
    withSmallPlanner(async (place) => {
      const page = await place.open(OTHER, "c2");
      await page.locator('.timeline .chip[data-session="s4"]').first().click();
      await page.locator(".teams b", { hasText: "Name of t4" }).first().waitFor();
    }),
);
