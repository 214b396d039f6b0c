/** The whole task "a trainer falls ill": marked ill, repaired, whom to call in order, taken over, saved, published. */
import { expect, test } from "vitest";
import { assertAccessible, BROWSER, go, withPlanner } from "./support.js";
import { begin, solveAndSave } from "./tasks.js";

test.skipIf(BROWSER === null)(
  "a trainer falls ill: whom to call in order, taken over, saved and published without her",
  () =>
    withPlanner(
      async (place) => {
        const page = await place.open();
        await begin(page);
        await solveAndSave(page, "eerste");
        await go(page, "publish");
        await page.getByRole("button", { name: "Deze planning vaststellen" }).click();
        await page.getByText(/Vastgesteld: \d+ bijeenkomsten/).waitFor();
        // She is fixed in no session, so that what she leaves can be given to others at once
        const option = page.locator("form.stack").first().locator('option[value="t06"]');
        await go(page, "whatif");
        const form = page.locator("form.stack").first();
        const ill = (await option.textContent()) ?? "";
        await form.getByLabel("Trainer").selectOption("t06");
        await form.getByLabel("Tot en met").fill("2027-06-30");
        await form.getByRole("button", { name: "Toevoegen" }).click();
        await page.getByText("Zij is ziek: herstellen").click();
        await page.getByRole("button", { name: "Herstellen" }).click();
        const head = page.getByRole("heading", { name: /te bellen/ });
        await head.waitFor({ timeout: 40_000 });
        await expect.poll(() => head.evaluate((one) => one === document.activeElement)).toBe(true);
        expect(await page.locator(".calls li").count()).toBeGreaterThan(0);
        await assertAccessible(page, "repaired");
        await page.getByRole("button", { name: "Overnemen" }).click();
        await page.getByText(/nog niet bewaard/).waitFor();
        await page.getByRole("button", { name: "Bewaren" }).click();
        await page.getByText("nog niet bewaard").waitFor({ state: "detached" });
        await page.getByText("eerste is bewaard.").waitFor();
        await go(page, "publish");
        await page.getByRole("button", { name: "Deze planning vaststellen" }).click();
        await page.getByText("Dit is al wat er is vastgesteld.").waitFor();
        await page.locator(".asks h3").first().waitFor();
        await expect.poll(() => page.locator(".asks h3", { hasText: ill }).count(), { timeout: 15_000 }).toBe(0);
      },
      () => undefined,
    ),
  180_000,
);
