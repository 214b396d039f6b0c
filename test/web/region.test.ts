/** Groups of a region, in a real browser: each in a municipality where its members can be. */
import path from "node:path";
import { expect, test } from "vitest";
import { assertSeen, BROWSER, go, type Place, withPlanner } from "./support.js";

const DEMO = path.resolve("data/demo/programme");

test.skipIf(BROWSER === null)(
  "in a region the list says in which municipalities each can be, and each group tells its own; who waits, exactly why",
  () =>
    withPlanner(
      async (place: Place) => {
        const page = await place.open();
        await go(page, "programmes");
        await page.getByText("Hebt u al bestanden").click();
        await page.getByLabel("Papieren (.json)").setInputFiles(path.join(DEMO, "region-order.json"));
        await page.getByRole("button", { name: "Inlezen", exact: true }).click();
        await page.getByText("Bewaard.").first().waitFor();
        await page.getByRole("button", { name: /Groepen/ }).click();
        const list = path.join(DEMO, "region-participants-filled.csv");
        const empty = page.getByRole("button", { name: "Lege lijst om in te vullen (Excel)" });
        expect(await empty.isDisabled()).toBe(true);
        await page.getByText("Zeg eerst op welke dagen een groep kan").waitFor();
        await page.getByLabel("Lijst van deelnemers (.xlsx of .csv)").setInputFiles(list);
        await page.getByLabel("Dagen waarop een groep kan").fill("2027-06-03 2027-06-08 2027-06-10");
        expect(await empty.isDisabled()).toBe(false);
        await page.getByLabel("Aantal groepen").fill("3");
        const where = page.getByRole("group", { name: "Gemeenten waarin een groep kan zijn" });
        expect(await where.getByRole("checkbox", { checked: true }).count()).toBe(3);
        // Left out, a municipality that somebody wrote down is a wrong cell, told by its place.
        await where.getByLabel("Zoetermeer").uncheck();
        await page.getByRole("button", { name: "Inlezen", exact: true }).click();
        await page
          .getByText(/opties van ‘Plaatsen’ verwacht/)
          .first()
          .waitFor();
        // told of the list that was read: with another one picked it is gone
        const other = { name: "lijst.csv", mimeType: "text/csv", buffer: Buffer.from("Code\nd1\n") };
        for (const picked of [other, list]) {
          await page.getByLabel("Lijst van deelnemers (.xlsx of .csv)").setInputFiles(picked);
          await page
            .getByText(/opties van ‘Plaatsen’ verwacht/)
            .first()
            .waitFor({ state: "hidden" });
        }
        await where.getByLabel("Zoetermeer").check();
        await assertSeen(page, "programme-region");
        await page.getByRole("button", { name: "Inlezen", exact: true }).click();
        await page.getByLabel("Onderdeel").selectOption("lkha-training");
        await page.getByRole("button", { name: "Indelen" }).click();
        await page.locator("article.group").nth(2).waitFor();
        const told = await page.locator("article.group").allInnerTexts();
        for (const [n, town] of ["Delft", "Zoetermeer", "Leidschendam-Voorburg"].entries())
          expect(told[n]).toContain(town);
        await page.getByRole("button", { name: "Toon wie waar is" }).click();
        await page.getByText(/^r17: geen plaats door de gemeente en een groep voor vrouwen samen/).waitFor();
      },
      () => undefined,
    ),
  120_000,
);
