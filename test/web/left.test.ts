/** Who logs out while a plan is looked for: nothing of it comes up on the page of whoever logs in next. */
import { expect, test } from "vitest";
import { OTHER, OWN, withSmallPlanner } from "./small-pool.js";
import { BROWSER, go } from "./support.js";

test.skipIf(BROWSER === null)("a plan that is looked for by who logged out is not the next one's, and no error", () =>
  withSmallPlanner(async (place) => {
    const page = await place.open(OWN, "c1");
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    await go(page, "solve");
    await page.getByLabel("Hoogstens (seconden)").fill("4");
    await page.getByRole("button", { name: "Beginnen", exact: true }).click();
    await page.getByRole("button", { name: "Goed genoeg", exact: true }).waitFor();
    await page.getByRole("button", { name: "Uitloggen" }).click();
    await page.getByLabel("Toegangscode").fill(place.secretOf(OTHER, "c2"));
    await page.getByRole("button", { name: "Inloggen" }).click();
    await page.locator("header.top .me", { hasText: "Organisation two" }).waitFor();
    await go(page, "solve");
    await page.waitForTimeout(5000);
    expect(await page.getByRole("heading", { name: "Gevonden" }).count()).toBe(0);
    expect(await page.locator("main .big").count()).toBe(0);
    expect(errors).toEqual([]);
  }),
);
