/** The panel of a session: on a phone it stands below the timeline, and who taps a session sees it; what its dates have left. */
import { expect, test } from "vitest";
import type { Season } from "../../src/model/index.js";
import { look, OWN, soon, withSmallPlanner } from "./small-pool.js";
import { assertAccessible, BROWSER } from "./support.js";

test.skipIf(BROWSER === null)("on a phone a tap on a session brings its panel into sight, and another tap again", () =>
  withSmallPlanner(async (place) => {
    const page = await place.open(OWN, "c1");
    await page.setViewportSize({ width: 390, height: 700 });
    const chip = page.locator('.timeline .chip[data-session="s4"]').first();
    const head = page.locator(".panelhead h2");
    const isSeen = async (): Promise<boolean> => {
      const [top, height] = await page.evaluate(() => [
        document.querySelector(".panelhead h2")?.getBoundingClientRect().top ?? -2,
        window.innerHeight,
      ]);
      // At the very top of the window parts of a pixel may be above it.
      return top !== undefined && height !== undefined && top > -1 && top < height / 2;
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

/** On the 16th the professional of the team cannot come, and another could. */
const notThen = (season: Season): Season => ({
  ...season,
  series: [],
  trainers: season.trainers.map((one) =>
    one.id === "t1" ? { ...one, available: one.available.filter(([start]) => !start.startsWith("2027-03-16")) } : one,
  ),
});

test.skipIf(BROWSER === null)(
  "a date that refuses the team shows the teams that it has, and one of them is taken with it by the keyboard, its cost told first; without a team as well",
  () =>
    withSmallPlanner(
      async (place) => {
        const page = await place.open(OWN, "c1");
        await look(page, "s4");
        const row = (day: string) => page.locator(".dates > li", { hasText: day });
        const tried = (day: string) => row(day).getByRole("button", { name: /^Proberen/ });
        const teams = page.locator(".dateteams .teams li");
        const cost = async (): Promise<number> =>
          Number(/kosten ([\d.]+)/.exec((await page.locator(".standing").textContent()) ?? "")?.[1]?.replace(".", ""));
        const isAt = (selector: string): Promise<boolean> =>
          page.evaluate((one) => document.activeElement?.matches(one) === true, selector);
        /** Takes the first team by the keyboard. */
        const take = async (day: string): Promise<void> => {
          const said = (await teams.first().locator("small").first().textContent()) ?? "";
          const [, sign, more] = /^([+−])([\d.]+) op de kosten/.exec(said) ?? [];
          const told = Number(more?.replace(".", "")) * (sign === "−" ? -1 : 1);
          const before = await cost();
          await page.keyboard.press("Tab");
          await page.keyboard.press("Enter");
          await page.locator(".dates > li.now", { hasText: day }).waitFor();
          await soon(cost).toBe(before + told);
          await soon(() => isAt(".dates > li.now")).toBe(true);
        };
        await tried("16 mrt").click();
        await row("16 mrt").getByText("Kan niet: niet inzetbaar").waitFor();
        await soon(() => teams.locator("b").allTextContents()).toEqual(["Name of t5 + Name of t4"]);
        await soon(() => isAt(".dateteams")).toBe(true);
        await assertAccessible(page, "teams of a date");
        await take("16 mrt");
        // without a team: the same way on
        await page.getByRole("button", { name: "Team weghalen" }).click();
        await page.locator(".dates > li.now").waitFor({ state: "hidden" });
        await tried("18 mrt").focus();
        await page.keyboard.press("Enter");
        await teams.first().waitFor();
        await take("18 mrt");
      },
      { work: notThen },
    ),
);
