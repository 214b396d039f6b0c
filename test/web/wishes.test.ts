/** What a coordinator wishes of a session: another date tried, somebody fixed, somebody kept out; and a plan that obeys it. */
import { expect, test } from "vitest";
import { assertAccessible, BROWSER, go, withPlanner } from "./support.js";
import { planned } from "./tasks.js";

const PATIENCE = { timeout: 30_000 };
const planner = test.skipIf(BROWSER === null);

planner(
  "a date is tried before it is taken; fixing and excluding by the keyboard, undone and done again; a plan obeys them",
  () =>
    withPlanner(
      async (place) => {
        const page = await planned(place);
        await go(page, "season");
        await page.locator(".timeline .chip.staffed").first().click();
        // teams left per date, and what another date would cost, before it is taken
        await page
          .locator(".dates")
          .getByText(/team(s)? mogelijk|geen team/)
          .first()
          .waitFor();
        const others = page.locator(".dates > li:not(.now)").getByRole("button", { name: /^Proberen/ });
        if ((await others.count()) > 0) {
          await others.first().click();
          await page
            .locator(".dates [role=status]")
            .filter({ hasText: /kosten|evenveel|Kan niet/ })
            .waitFor();
          expect(await page.getByText("nog niet bewaard").count()).toBe(0);
          await assertAccessible(page, "a date tried");
        }
        const pins = page.locator(".seats .marks button[aria-pressed]");
        const first = (await page.locator(".seats .who").first().textContent()) ?? "";
        const second = (await page.locator(".seats .who").nth(1).textContent()) ?? "";
        const pressed = (): Promise<string | null> => pins.first().getAttribute("aria-pressed");
        const before = await pressed();
        expect(before).toBe("false");
        await pins.first().focus();
        await page.keyboard.press("Enter");
        await expect.poll(pressed, PATIENCE).toBe("true");
        await page.keyboard.press("Control+z");
        await expect.poll(pressed, PATIENCE).toBe("false");
        await page.keyboard.press("Control+y");
        await expect.poll(pressed, PATIENCE).toBe("true");
        // who was fixed stays in every suggestion
        await expect
          .poll(async () => {
            const teams = await page.locator(".teams b").allTextContents();
            return teams.length > 0 && teams.every((team) => team.includes(first));
          }, PATIENCE)
          .toBe(true);
        await page.getByRole("button", { name: `Uitsluiten: ${second}` }).focus();
        await page.keyboard.press("Enter");
        await page.getByRole("button", { name: `Weer toelaten: ${second}` }).waitFor();
        // her seat alone is open: the others keep theirs, and that is said
        const seated = await page.locator(".seats .who").allTextContents();
        expect(seated).toContain(first);
        expect(seated.filter((one) => one === "leeg")).toHaveLength(1);
        await page.getByText("nog niet elke plaats is bezet").first().waitFor();
        await expect
          .poll(async () => {
            const teams = await page.locator(".teams b").allTextContents();
            return teams.length > 0 && teams.every((team) => !team.includes(second));
          }, PATIENCE)
          .toBe(true);
        await assertAccessible(page, "fixed and excluded");
        // she who is kept out is refused on the spot
        await page.locator("details summary").click();
        await page.locator(".side select").selectOption({ label: second });
        await page
          .getByRole("button", { name: /^Zet op de plaats van/ })
          .last()
          .click();
        await page.getByText(/Kan niet: u heeft haar hier uitgesloten/).waitFor();
        // and so is she who does not hold the role
        await page.locator(".side select").selectOption("t01");
        await page.getByRole("button", { name: "Zet op de plaats van Ervaringsdeskundige" }).click();
        await page.getByText(/Trainer 01: Kan niet: heeft deze rol niet/).waitFor();
        // planned by both, with another stress
        await go(page, "solve");
        await page.getByText("2 wensen van u gelden mee").waitFor();
        await page.getByLabel("Nadruk").selectOption("short-journeys");
        await page.getByLabel("Hoogstens (seconden)").fill("4");
        await page.getByRole("button", { name: "Beginnen" }).click();
        await page.getByText(/Zoals het seizoen weegt/).waitFor({ timeout: 40_000 });
        await assertAccessible(page, "solved with another stress");
        await page.getByRole("button", { name: "Overnemen" }).click();
        await go(page, "season");
        await page.locator(".timeline .chip").first().waitFor();
      },
      () => undefined,
    ),
  180_000,
);
