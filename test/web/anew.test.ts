/** A season of one programme made anew: it stays one of that programme, and what else has come is ticked by whoever wants it. */
import { expect, test } from "vitest";
import type { Season } from "../../src/model/index.js";
import { readBody, type Store } from "../../src/pool/store/index.js";
import { comesLater, OWN, takeAnother, withSmallPlanner } from "./small-pool.js";
import { assertAccessible, assertSeen, BROWSER } from "./support.js";

const sessions = (store: Store): readonly string[] =>
  (readBody(store, "seasons", "small") as Season).sessions.map(({ id }) => id);

test.skipIf(BROWSER === null)(
  "what will come in is told before it is done, by programme; nothing comes in that is not ticked",
  () =>
    withSmallPlanner(
      async (place) => {
        const page = await place.open(OWN);
        await page.locator(".timeline .chip").first().waitFor();
        place.inPool(comesLater);
        const anew = page.getByRole("button", { name: "Seizoen bijwerken…" });
        const make = page.getByRole("button", { name: "Seizoen bijwerken", exact: true });
        await anew.click();
        // as it was made, before anything is ticked
        await page.getByText("Er komt niets bij en er gaat niets uit.").waitFor();
        const box = (name: string | RegExp) => page.getByRole("checkbox", { name });
        expect(await box(/^g1: 2 bijeenkomsten$/).isChecked()).toBe(true);
        expect(await box("g2: 1 bijeenkomst, nog niet in dit seizoen").isChecked()).toBe(false);
        expect(await box("zonder programma: 3 bijeenkomsten, nog niet in dit seizoen").isChecked()).toBe(false);
        await assertSeen(page, "season-anew");
        await make.click();
        await page.getByText(/bekend is: 2 bijeenkomsten\./).waitFor();
        expect(place.inPool(sessions)).toEqual(["s1", "s2"]);
        // another programme is ticked: what comes is told, and nothing has come yet
        await anew.click();
        await box(/^g2/).check();
        await page.getByText("Erbij: 1 bijeenkomst (g2)").waitFor();
        expect(place.inPool(sessions)).toEqual(["s1", "s2"]);
        await page.getByRole("button", { name: "Annuleren" }).click();
        await anew.click();
        await page.getByText("Er komt niets bij en er gaat niets uit.").waitFor();
        await box(/^g2/).check();
        await box(/^g1/).uncheck();
        await page.getByText("Eruit: 2 bijeenkomsten (g1)").waitFor();
        await box(/^g2/).uncheck();
        await page.getByText("Kies minstens één programma.").waitFor();
        expect(await make.isDisabled()).toBe(true);
        await assertAccessible(page, "no programme chosen");
        await box(/^g2/).check();
        await box(/^g1/).check();
        await make.click();
        await page.getByText(/bekend is: 3 bijeenkomsten\./).waitFor();
        expect(place.inPool(sessions)).toEqual(["s1", "s2", "s9"]);
        // it keeps to that from then on
        await anew.click();
        expect(await box(/^g2/).isChecked()).toBe(true);
      },
      { options: { programmes: ["g1"] } },
    ),
  120_000,
);

test.skipIf(BROWSER === null)(
  "what is not saved is asked about once before a season is made anew, and stays where she says no",
  () =>
    withSmallPlanner(async (place) => {
      const page = await place.open(OWN);
      await takeAnother(page, "s4");
      page.removeAllListeners("dialog");
      const asked: string[] = [];
      page.on("dialog", (dialog) => {
        asked.push(dialog.message());
        void (asked.length === 2 ? dialog.accept() : dialog.dismiss());
      });
      const anew = page.getByRole("button", { name: "Seizoen bijwerken…" });
      await anew.click();
      expect([asked.length, await page.locator(".unsaved").count()]).toEqual([1, 1]);
      await anew.click();
      await page.getByRole("button", { name: "Seizoen bijwerken", exact: true }).waitFor();
      expect(asked).toHaveLength(2);
    }),
);
