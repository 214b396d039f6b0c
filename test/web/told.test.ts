/** What is told where it belongs: wrong fields beside themselves, open seats as open seats, and why a plan cannot be saved. */
import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { readBody } from "../../src/pool/store/index.js";
import { assertAccessible, assertSeen, BROWSER, go, withPlanner } from "./support.js";
import { begin } from "./tasks.js";

const planner = test.skipIf(BROWSER === null);
const PATIENCE = { timeout: 10_000 };

/** That a field is wrong, says why in Dutch to whoever cannot see it, and has the focus; nothing is told at the edge of the page. */
async function assertTold(page: Page, field: string, why: RegExp): Promise<void> {
  const input = page.getByLabel(field, { exact: true }).and(page.locator('[aria-invalid="true"]'));
  await input.waitFor(PATIENCE);
  const said = await input.evaluate(
    (one) => document.getElementById(one.getAttribute("aria-describedby") ?? "")?.textContent,
  );
  expect(said).toMatch(why);
  await expect.poll(() => input.evaluate((one) => one === document.activeElement), PATIENCE).toBe(true);
  expect(await page.locator(".notice.bad").count()).toBe(0);
}

/** Refuses what is sent, naming fields. */
const refusing =
  (...errors: readonly { readonly path: string; readonly expected: string }[]) =>
  (route: Route): Promise<void> =>
    route.request().method() === "GET"
      ? route.fallback()
      : route.fulfill({
          status: 422,
          contentType: "application/problem+json",
          body: JSON.stringify({ detail: "the request: it is wrong", errors }),
        });

planner(
  "what is wrong is told beside its field: an order, a season, terms, participants, a plan looked for, a trainer",
  () =>
    withPlanner(
      async (place) => {
        const page = await place.open();
        // an order, refused by the API itself
        await go(page, "programmes");
        await page.getByLabel("Code", { exact: true }).fill("lindehoven");
        await page.getByLabel("Opdrachtgever").fill("Lindehoven (voorbeeld)");
        await page.locator(".site select").selectOption("GM0503");
        await page.getByLabel("Uurtarief (euro)").fill("5000");
        const save = page.getByRole("button", { name: "Bewaren" });
        // a number that is taken out is no number, and not nought
        await page.getByLabel("Budget (euro)").fill("");
        expect(await page.getByLabel("Budget (euro)").inputValue()).toBe("");
        // what is missing is told by the page, in its own language, before anything is sent
        await save.click();
        await assertTold(page, "Budget (euro)", /Verwacht: een heel getal van 1 of meer\./);
        await page.getByLabel("Budget (euro)").fill("12000");
        await save.click();
        await assertTold(page, "Uurtarief (euro)", /Verwacht: een heel getal van 1 tot en met 1\.000/);
        expect(await page.locator("[aria-invalid]").count()).toBe(1);
        await assertSeen(page, "told-order");
        await page.getByLabel("Uurtarief (euro)").fill("85");
        await page.getByLabel("Van", { exact: true }).fill("2027-06-25");
        await page.getByLabel("Tot en met").fill("2027-03-01");
        await save.click();
        await assertTold(page, "Tot en met", /Verwacht: een dag die niet vóór 2027-06-25 ligt/);
        await page.getByLabel("Tot en met").fill("2027-07-01");
        await save.click();
        await page.locator(".steps").waitFor();
        // what it wants in files is told with its place
        await page.locator(".steps").getByRole("button", { name: "Opdracht" }).click();
        await page.getByText("Hebt u al bestanden").click();
        const file = {
          name: "order.json",
          mimeType: "application/json",
          buffer: Buffer.from('{"format":"koppel-order/1"}'),
        };
        await page.getByLabel("Papieren (.json)").setInputFiles(file);
        await page.locator("details.papers").getByRole("button", { name: "Inlezen" }).click();
        await page.locator(".fault code", { hasText: "budget" }).waitFor(PATIENCE);
        // participants, whose days are none
        await page.locator(".steps").getByRole("button", { name: "Groepen" }).click();
        const list = { name: "lijst.csv", mimeType: "text/csv", buffer: Buffer.from("Code\nd1\n") };
        await page.getByLabel("Lijst van deelnemers (.xlsx of .csv)").setInputFiles(list);
        await page.getByLabel("Dagen waarop een groep kan").fill("morgen");
        await page.getByRole("button", { name: "Inlezen" }).click();
        await assertTold(page, "Dagen waarop een groep kan", /Verwacht: een dag die bestaat/);

        // a season: what has no field is told below the others
        await go(page, "season");
        const errors = [
          { path: "/to", expected: "Invalid ISO date" },
          { path: "/sessions/3/place", expected: "a place that somebody knows" },
        ];
        await page.route("**/v1/seasons", refusing(...errors));
        await page.getByLabel("Naam").fill("voorjaar");
        await page.getByLabel("Van").fill("2027-02-01");
        await page.getByLabel("Tot en met").fill("2027-06-30");
        await page.getByRole("button", { name: "Maken" }).click();
        await assertTold(page, "Tot en met", /Verwacht: een dag die bestaat/);
        const rest = page.locator("div.fault");
        expect(await rest.textContent()).toMatch(/sessions\/3\/place Verwacht: a place that somebody knows/);
        expect(await rest.locator('[lang="en"]').textContent()).toBe("a place that somebody knows");
        await assertAccessible(page, "a season refused");
        await page.unroute("**/v1/seasons");

        await begin(page);
        await go(page, "solve");
        await page.route(
          "**/v1/solves",
          refusing({ path: "/time", expected: "Too big: expected number to be <=3600" }),
        );
        await page.getByRole("button", { name: "Beginnen" }).click();
        await assertTold(page, "Hoogstens (seconden)", /Verwacht: hoogstens 3\.600/);
        await assertAccessible(page, "a plan refused");

        // a trainer: each part of her by itself, a line of a list too
        await page.goto(`${place.url}/#pool/t06`);
        await page.getByLabel("Grenzen die zij stelde").fill("niet na tienen");
        await page.route("**/v1/trainers/t06/wishes", refusing({ path: "/limits", expected: "text" }));
        await page.getByRole("button", { name: "Bewaren: Wensen" }).click();
        await assertTold(page, "Grenzen die zij stelde", /Verwacht: tekst/);
        await page.getByText("Weg van … tot en met … toevoegen").click();
        const away = page.locator("details", { hasText: "Weg van" });
        await away.getByLabel("Van", { exact: true }).fill("2027-06-01");
        await away.getByLabel("Tot en met").fill("2027-06-30");
        await away.getByRole("button", { name: "Toevoegen" }).click();
        await page.route(
          "**/v1/trainers/t06/availability",
          refusing({ path: "/holidays/0/to", expected: "a day from `from` on" }),
        );
        await page.getByRole("button", { name: "Bewaren: Wanneer zij kan" }).first().click();
        const line = page.locator(".sides .said li", { hasText: "Weg vanaf" });
        await line.getByText("Verwacht: een dag die niet vóór de eerste ligt.").waitFor(PATIENCE);
        const remove = line.getByRole("button");
        await expect.poll(() => remove.evaluate((one) => one === document.activeElement), PATIENCE).toBe(true);
        expect(await page.locator("[aria-invalid]").count()).toBe(0);
        const box = page.getByRole("checkbox", { name: "Talen: bestand buiten de pool" });
        await page.route("**/v1/trainers/t06/consents", refusing({ path: "/export/0", expected: "one of roles" }));
        await box.click();
        await page.getByRole("button", { name: "Bewaren: Toestemming" }).click();
        await expect.poll(() => box.getAttribute("aria-invalid"), PATIENCE).toBe("true");
        await assertSeen(page, "told-trainer");
        // what she takes back is no longer wrong
        await page.locator("section, div", { has: box }).last().getByRole("button", { name: "Niet wijzigen" }).click();
        await expect.poll(() => page.locator("[aria-invalid]").count(), PATIENCE).toBe(0);
      },
      () => undefined,
    ),
  240_000,
);

planner(
  "an open seat is told as one, and beside Save why it cannot be pressed; on a phone the timeline is in sight; who is to be asked, by what there is to do",
  () =>
    withPlanner(
      async (place) => {
        const page = await place.open();
        await begin(page);
        const save = page.getByRole("button", { name: "Bewaren" });
        const why = (): Promise<string | null> =>
          save.evaluate(
            (one) => document.getElementById(one.getAttribute("aria-describedby") ?? "")?.textContent ?? null,
          );
        const disabled = (): Promise<string | null> => save.getAttribute("aria-disabled");
        await expect.poll(why, PATIENCE).toBe("geef een naam");
        for (let i = 0; i < 2; i++) {
          await page.locator(".timeline .chip.open").first().click();
          await page.locator(".teams button.main").first().click({ timeout: 30_000 });
          await page.getByText(new RegExp(`^${i + 1} bijeenkomst(en)? gewijzigd`)).waitFor(PATIENCE);
        }
        await page.getByLabel("Bewaren als").fill("eerste");
        await expect.poll(disabled, PATIENCE).toBe("false");
        expect(await why()).toBe("");
        await save.click();
        await expect.poll(why, PATIENCE).toBe("niets gewijzigd");

        // somebody leaves her seat: the others keep theirs, and no rule is broken
        const staffed = async (): Promise<number> =>
          Number(/^(\d+) van 90 bemenst/.exec((await page.locator(".standing").textContent()) ?? "")?.[1]);
        const whole = await staffed();
        await page.locator(".timeline .chip.staffed").first().click();
        await page.locator('.seats .marks button[aria-label^="Uitsluiten"]').last().click();
        await page.locator(".standing").getByText("1 met een lege plaats").waitFor(PATIENCE);
        expect(await staffed()).toBe(whole - 1);
        expect(await page.locator(".bar").textContent()).not.toMatch(/gebroken/);
        await page.locator(".timeline .chip.part").waitFor(PATIENCE);
        expect(await page.locator(".timeline .chip.broken").count()).toBe(0);
        expect([await disabled(), await why()]).toEqual(["true", "vul eerst de open plaatsen"]);
        // pressed by the keyboard it is heard, and nothing is kept
        const keptNow = (): unknown => place.inPool((store) => readBody(store, "plans", "eerste"));
        const before = keptNow();
        await save.focus();
        await page.keyboard.press("Enter");
        await page.locator(".panelhead").getByRole("button", { name: "Sluiten" }).click();
        await page.getByRole("heading", { name: "1 plaats open" }).waitFor();
        await assertSeen(page, "season-seat");
        expect(keptNow()).toEqual(before);

        // on a phone head and bar are low, and what they keep is a press away
        await page.setViewportSize({ width: 390, height: 844 });
        const bottom = (of: string): Promise<number> =>
          page.locator(of).evaluate((one) => one.getBoundingClientRect().bottom);
        expect(await bottom("section.bar")).toBeLessThanOrEqual(170);
        const top = await page
          .locator(".timeline .chip")
          .first()
          .evaluate((one) => one.getBoundingClientRect().top);
        expect(top).toBeLessThan(844 / 2);
        expect(await page.getByRole("link", { name: "Trainers" }).isVisible()).toBe(false);
        const menu = page.getByRole("button", { name: "Menu: Seizoen" });
        await menu.click();
        await assertAccessible(page, "menu on a phone");
        await page.getByRole("link", { name: "Trainers" }).click();
        await page.getByRole("heading", { name: "Trainers" }).waitFor();
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.textContent), PATIENCE)
          .toBe("Menu: Trainers");
        expect(await page.getByRole("link", { name: "Plannen" }).isVisible()).toBe(false);
        await page.getByRole("button", { name: "Menu: Trainers" }).click();
        await page.getByRole("link", { name: "Seizoen" }).click();
        await page.getByRole("button", { name: "Filters" }).click();
        await page.getByLabel("Zoeken").fill("Delft");
        await page.getByRole("button", { name: "Filters 1 gekozen" }).waitFor();
        await page.getByLabel("Zoeken").fill("");
        await page.getByRole("button", { name: "Planning", exact: true }).click();
        await page.getByRole("button", { name: "Ongedaan maken" }).click();
        await page.locator(".stands .warm").waitFor({ state: "hidden" });
        await page.setViewportSize({ width: 1440, height: 900 });

        // published: to ask, in the order of calling; each goes where her answer puts her
        await go(page, "publish");
        await page.getByRole("button", { name: "Deze planning vaststellen" }).click();
        const people = (doing: string) => page.locator(`.askgroup.${doing} .badge`).textContent();
        const questions = (doing: string) => page.locator(`.askgroup.${doing} .question`).count();
        await expect.poll(() => questions("ask"), PATIENCE).toBeGreaterThan(2);
        const count = await questions("ask");
        const asked = await page.locator(".askgroup.ask h4").count();
        expect([await people("ask"), await people("no")]).toEqual([`${asked} personen`, "0 personen"]);
        const order = await page.locator(".askgroup.ask h4").allInnerTexts();
        const after = await page.locator(".question").nth(2).getAttribute("id");
        await page
          .getByRole("button", { name: /: Gevraagd$/ })
          .nth(1)
          .click();
        await expect.poll(() => questions("ask"), PATIENCE).toBe(count - 1);
        expect([await people("wait"), await questions("wait")]).toEqual(["1 persoon", 1]);
        // the keyboard goes on with the next one
        const at = () => page.evaluate(() => document.activeElement?.closest(".question")?.id);
        await expect.poll(at, PATIENCE).toBe(after);
        await page.locator(".askgroup.ask").getByRole("button", { name: /: Ja$/ }).first().click();
        await expect.poll(() => questions("ask"), PATIENCE).toBe(count - 2);
        await expect.poll(() => people("yes"), PATIENCE).toBe("1 persoon");
        // what is done is folded, and unfolds
        expect(await page.locator(".question").count()).toBe(count - 1);
        await page.getByRole("button", { name: /^Zei ja/ }).click();
        expect(await page.locator(".askgroup.yes .question").count()).toBe(1);
        const left = await page.locator(".askgroup.ask h4").allInnerTexts();
        expect(order.filter((one) => left.includes(one))).toEqual(left);
        await page.getByLabel("Zoek een trainer").fill(left.at(-1)?.slice(0, 10) ?? "");
        await expect.poll(() => page.locator(".asks h4").count(), PATIENCE).toBe(1);
        await assertSeen(page, "publish-groups");
      },
      () => undefined,
    ),
  240_000,
);
