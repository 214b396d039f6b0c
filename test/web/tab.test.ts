/** What a tab keeps of whoever is in it: over a reload, and of nobody once she has gone. */
import { expect, test } from "vitest";
import { look, OTHER, OWN, soon, takeAnother, withSmallPlanner } from "./small-pool.js";
import { BROWSER, go } from "./support.js";

test.skipIf(BROWSER === null)("whom she fixes and keeps out outlives a reload, and not her logging out", () =>
  withSmallPlanner(async (place) => {
    const page = await place.open(OWN, "c1");
    await look(page, "s4");
    const fixed = page.getByRole("button", { name: "Vastzetten: Name of t1" });
    await fixed.click();
    await page.getByRole("button", { name: "Uitsluiten: Name of t4" }).click();
    const out = page.getByRole("button", { name: "Weer toelaten: Name of t4" });
    await out.waitFor();
    await page.reload();
    const chip = page.locator('.timeline .chip[data-session="s4"]').first();
    await chip.click();
    await out.waitFor();
    expect(await fixed.getAttribute("aria-pressed")).toBe("true");
    const kept = (): Promise<string> => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    expect(await kept()).toMatch(/t4/);
    // codes and no names
    expect(await kept()).not.toMatch(/Name of|example\.org/);
    await page.getByRole("button", { name: "Uitloggen" }).click();
    await page.getByLabel("Toegangscode").waitFor();
    expect(await kept()).not.toMatch(/t1|t4|kpl_/);
    await page.goto(`${place.url}/#token=${place.secretOf(OWN, "c1")}`);
    await look(page, "s4");
    expect(await out.count()).toBe(0);
  }),
);

test.skipIf(BROWSER === null)(
  "who comes by a link over somebody's session asks her first, and finds nothing of hers",
  () =>
    withSmallPlanner(async (place) => {
      const page = await place.open(OWN, "c1");
      await takeAnother(page, "s4");
      await page
        .getByRole("button", { name: /^Vastzetten/ })
        .first()
        .click();
      await go(page, "pool");
      await page.locator("#of-t1").click();
      await page.getByLabel("Grenzen die zij stelde").fill("geen foto");
      // what is not saved does not go before she said so: the plan's, then the trainer's
      page.removeAllListeners("dialog");
      const asked: string[] = [];
      const answers = [false, true, false, true, true];
      page.on("dialog", (dialog) => {
        asked.push(dialog.message());
        void (answers[asked.length - 1] === true ? dialog.accept() : dialog.dismiss());
      });
      const hash = `#token=${place.secretOf(OTHER, "c2")}`;
      const come = (): Promise<void> =>
        page.evaluate((to) => {
          setTimeout(() => {
            location.hash = to;
          });
        }, hash);
      const who = page.locator("header.top .me");
      await come();
      await soon(() => asked.length).toBe(1);
      await come();
      await soon(() => asked.length).toBe(3);
      expect(asked.map((one) => /Van 1 trainer/.test(one))).toEqual([false, false, true]);
      expect(await who.textContent()).toBe("Organisation one");
      await page.evaluate(() => {
        location.hash = "#pool/t1";
      });
      expect(await page.getByLabel("Grenzen die zij stelde").inputValue()).toBe("geen foto");
      await come();
      await soon(() => who.textContent()).toBe("Organisation two");
      expect(asked).toHaveLength(5);
      await page.locator(".timeline .chip").first().waitFor();
      // the plan as it is kept, nothing to undo, nobody fixed, no name of hers
      expect(await page.locator(".unsaved").count()).toBe(0);
      expect(await page.getByRole("button", { name: "Ongedaan maken" }).isDisabled()).toBe(true);
      expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toMatch(/t1|s4/);
      await go(page, "pool");
      await page.locator("#of-t6").waitFor();
      expect(await page.locator("main").textContent()).not.toMatch(/Name of t[1-5]|geen foto/);
    }),
);
