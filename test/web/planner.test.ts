/** The planner in a real browser: whole tasks by clicking and by the keyboard alone, two coordinators, and what axe finds. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { assertAccessible, BROWSER, go, type Place, withPlanner } from "./support.js";
import { begin, planned, publish, showAllAsked, solveAndSave } from "./tasks.js";

const planner = test.skipIf(BROWSER === null);

/** Gives some session another team, from its suggestions. @param from the chip to begin with */
async function pickAnother(page: Page, from: number): Promise<void> {
  for (let i = from; i < from + 20; i++) {
    await page.locator(".timeline .chip.staffed").nth(i).click();
    await page.locator(".teams li.now").waitFor();
    const others = page.locator(".teams li:not(.now) button.main");
    if ((await others.count()) === 0) continue;
    await others.first().click();
    return;
  }
  throw new Error("no session has another team");
}

planner(
  "from an empty database to a published season, by clicking",
  () =>
    withPlanner(
      async (place: Place) => {
        const page = await place.open();
        await page.getByRole("heading", { name: "Seizoen maken" }).waitFor();
        await assertAccessible(page, "no season");
        // what is wrong is shown in place, and nothing is imported
        const bad = path.join(place.folder, "trainers.csv");
        writeFileSync(
          bad,
          "Code;Organisatie;Naam;Bereikbaar via;Rollen;Woonplaats;Hoogstens km reizen;Tarief per uur\nt1;alliantie;N;n@example.org;Professional;Utrect;50;80\n",
        );
        await go(page, "pool");
        await page.locator('input[type="file"]').setInputFiles(bad);
        await page.getByRole("button", { name: "Proef" }).click();
        await page.getByText("Er is iets mis; er is niets ingelezen.").waitFor();
        await page.getByText(/Trainers · 2 · F \(Woonplaats\)/).waitFor();
        await assertAccessible(page, "import refused");
        await begin(page);
        await assertAccessible(page, "season");
        await solveAndSave(page, "eerste");
        await assertAccessible(page, "solve");
        await publish(page);
        const yes = page.getByRole("button", { name: /: Ja$/ }).first();
        await yes.waitFor();
        const before = await page.locator(".question").count();
        await yes.click();
        await expect.poll(() => page.locator(".question").count(), { timeout: 10_000 }).toBe(before - 1);
        await assertAccessible(page, "publish");
        await page.getByRole("button", { name: "Teambladen" }).click();
        await page.frameLocator("#sheets").locator("article").first().waitFor();
        await go(page, "pool");
        await page.locator("table .weeks").first().waitFor();
        await assertAccessible(page, "pool");
        await go(page, "programmes");
        // the season is of no programme that is shown here
        expect(await page.locator("section.bar").count()).toBe(0);
        await assertAccessible(page, "programmes");
        // one more season beside it; its name must be another
        await go(page, "season");
        await page.getByRole("button", { name: "Nog een seizoen…" }).click();
        await page.getByLabel("Naam").fill("voorjaar");
        await page.getByText("Zo heet al een seizoen.").waitFor();
        await assertAccessible(page, "another season");
        await page.getByLabel("Naam").fill("april");
        await page.getByLabel("Van", { exact: true }).fill("2027-04-01");
        await page.getByLabel("Tot en met").fill("2027-04-30");
        await page.getByRole("button", { name: "Maken", exact: true }).click();
        await page.getByText(/Seizoen april is gemaakt: \d+ bijeenkomst/).waitFor();
        const chooser = page.locator(".bar select").first();
        expect(await chooser.inputValue()).toBe("april");
        expect(await chooser.locator("option").allTextContents()).toEqual(["april", "voorjaar"]);
        // the same in English
        await page.getByRole("button", { name: "English" }).click();
        await page.getByRole("link", { name: "Publish" }).waitFor();
      },
      () => undefined,
    ),
  180_000,
);

planner(
  "a trainer falls ill: compared, declined, repaired; a session staffed by the keyboard alone; two coordinators at once",
  () =>
    withPlanner(
      async (place: Place) => {
        const page = await planned(place);
        // what if
        await go(page, "whatif");
        await page.locator("form.stack").first().getByLabel("Trainer").selectOption({ index: 1 });
        await page.locator("form.stack").first().getByLabel("Tot en met").fill("2027-03-31");
        await page.locator("form.stack").first().getByRole("button", { name: "Toevoegen" }).click();
        await page.getByRole("button", { name: "Vergelijken" }).click();
        await page.getByRole("article", { name: "zoals het is" }).waitFor({ timeout: 60_000 });
        // what she leaves is told in words, session by session
        const ill = page.getByRole("article", { name: /ziek, ma 1 feb t\/m wo 31 mrt/ });
        const changes = Number(/(\d+) bijeenkomst(en)? verander/.exec((await ill.textContent()) ?? "")?.[1] ?? 0);
        expect(await page.locator("table.matrix tbody tr").count()).toBe(changes);
        expect(await page.locator(".matrix .differs li").first().textContent()).toMatch(
          /in plaats van|andere datum|verliest haar team|krijgt een team/,
        );
        await assertAccessible(page, "what if");
        // a seat, by the keyboard: a chip, the trainer, the seat
        await go(page, "season");
        const chip = page.locator(".timeline .chip.staffed").first();
        await chip.focus();
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Team" }).waitFor();
        await assertAccessible(page, "session");
        const suggestion = page.locator(".teams li:not(.now) button.main").first();
        await suggestion.focus();
        await page.keyboard.press("Enter");
        await page.getByText("1 bijeenkomst gewijzigd, nog niet bewaard").waitFor();
        await page.locator("details summary").focus();
        await page.keyboard.press("Enter");
        const tags = page.locator(".tag.drag");
        await tags.first().focus();
        await page.keyboard.press("Enter");
        const put = page.getByRole("button", { name: /^Zet op de plaats van/ }).first();
        await put.focus();
        await page.keyboard.press("Enter");
        // either she can, and what she costs is told, or she is refused on the spot with the reason
        await page
          .locator(".side [role=status]")
          .filter({ hasText: /kosten|evenveel|Kan niet/ })
          .waitFor();
        await page.getByRole("button", { name: "Ongedaan maken" }).click();
        // somebody else saves the same plan meanwhile
        const second = await place.open("alliantie", "c2");
        await pickAnother(second, 0);
        await second.getByText("1 bijeenkomst gewijzigd").waitFor();
        await second.getByRole("button", { name: "Bewaren" }).click();
        await second.getByText("eerste is bewaard.").waitFor();
        // and the first changes another session, and saves
        await pickAnother(page, 5);
        await page.getByText(/bijeenkomst(en)? gewijzigd/).waitFor();
        await page.getByRole("button", { name: "Bewaren" }).click();
        await page.getByText(/Iemand anders was u voor/).waitFor();
        // published by the second; a no; a repair that is looked at before it is taken over
        await publish(second);
        await second
          .getByRole("button", { name: /: Nee$/ })
          .first()
          .click();
        // her no stands first, with its repair under the fingers
        const at = () => second.evaluate(() => document.activeElement?.textContent ?? "");
        await second.locator(".askgroup.no .question").waitFor();
        await expect.poll(at, { timeout: 10_000 }).toBe("Herstellen");
        await second.keyboard.press("Enter");
        await second.locator(".askgroup.no .mending .calls").waitFor({ timeout: 40_000 });
        await expect.poll(at, { timeout: 10_000 }).toMatch(/te bellen/);
        await second.locator(".mending").getByRole("heading", { name: "Voor deze bijeenkomst" }).waitFor();
        await assertAccessible(second, "a no, and its repair");
        await second.keyboard.press("Tab");
        await second.keyboard.press("Enter");
        await second.getByText("Opgelost: bewaar deze planning, en stel haar vast.").waitFor();
        await expect.poll(at, { timeout: 10_000 }).toBe("Naar vaststellen");
        await second.keyboard.press("Enter");
        await expect.poll(at, { timeout: 10_000 }).toBe("Deze planning vaststellen");
        await second.getByText("Bewaar eerst wat u gewijzigd heeft.").waitFor();
        // the others of her team are told whose no it was
        await showAllAsked(second);
        await second
          .getByText(/^geldt niet meer: Trainer \d+ zei nee$/)
          .first()
          .waitFor();
      },
      () => undefined,
    ),
  240_000,
);
