/** On a phone the panel of a session stands below the timeline: who taps a session sees it. */
import { expect, test } from "vitest";
import { OWN, withSmallPlanner } from "./small-pool.js";
import { BROWSER } from "./support.js";

test.skipIf(BROWSER === null)("on a phone a tap on a session brings its panel into sight, and another tap again", () =>
  withSmallPlanner(async (place) => {
    const page = await place.open(OWN, "c1");
    await page.setViewportSize({ width: 390, height: 700 });
    const chip = page.locator('.timeline .chip[data-session="s4"]').first();
    const head = page.locator(".panelhead h2");
    const isSeen = async (): Promise<boolean> => {
      const [top, height] = await page.evaluate(() => [
        document.querySelector(".panelhead h2")?.getBoundingClientRect().top ?? -1,
        window.innerHeight,
      ]);
      return top !== undefined && height !== undefined && top >= 0 && top < height / 2;
    };
    for (const _ of [1, 2]) {
      await page.evaluate(() => window.scrollTo(0, 0));
      await chip.click();
      await page.locator(".teams li").first().waitFor();
      await expect.poll(isSeen).toBe(true);
      expect(await head.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  }),
);
