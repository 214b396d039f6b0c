/** One trainer to look at: her weeks, her load, what she says; changed by the keyboard, and never over what somebody else saved. */
import path from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { NO_AVAILABILITY } from "../../src/pool/availability/index.js";
import { availabilityOf, consentsOf, saveAvailability } from "../../src/pool/store/index.js";
import { assertAccessible, BROWSER, go, withPlanner } from "./support.js";
import { planned, publish } from "./tasks.js";

const PATIENCE = { timeout: 30_000 };
/** Where pictures of the screen go, for the docs; none are taken where it is not said. */
const SHOTS = process.env.KOPPEL_SHOTS;

/** Nothing is wider than the screen, on a small one, a phone and a large one. */
async function fits(page: Page, what: string): Promise<void> {
  for (const [width, height] of [
    [1024, 900],
    [390, 900],
    [1280, 1250],
  ] as const) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([what, width, wide <= 0]).toEqual([what, width, true]);
    if (SHOTS === undefined) continue;
    const notices = page.locator(".notice button");
    while ((await notices.count()) > 0) await notices.first().click();
    await page.screenshot({ path: path.join(SHOTS, `${what}-${width}.png`) });
  }
}

test.skipIf(BROWSER === null)(
  "a trainer's weeks and load are looked at; her time, consents and wishes changed; two coordinators at once",
  () =>
    withPlanner(
      async (place) => {
        const page = await planned(place);
        await publish(page);
        await page.getByText("Dit is al wat er is vastgesteld.").waitFor();

        // from the list to one of them, by the keyboard
        await go(page, "pool");
        await page.locator("table .track").first().waitFor();
        await page.locator("#of-t06").focus();
        await page.keyboard.press("Enter");
        const head = page.getByRole("heading", { level: 1 });
        await expect.poll(() => head.evaluate((one) => one === document.activeElement)).toBe(true);
        await page.getByText(/Vrij in \d+ van de \d+ weken/).waitFor();
        await page.getByText(/dagdelen in deze planning; een eerlijk deel is \d+ tot en met \d+/).waitFor();
        await page.getByRole("heading", { name: "Toestemming" }).waitFor();
        const weeks = page.locator(".diary tbody tr");
        expect(await weeks.count()).toBe(22);
        // as many free weeks as rows that say so; what is planned and published is told as such
        const free = await page.locator(".diary td.standing", { hasText: "vrij" }).count();
        await page.getByText(`Vrij in ${free} van de 22 weken`).waitFor();
        expect(free).toBeGreaterThan(0);
        const duties = page.locator(".day .duty.agreed");
        expect(await duties.count()).toBeGreaterThan(0);
        await assertAccessible(page, "trainer");
        await fits(page, "trainer");

        // a day on which she works; the arrow keys go from day to day, and one day is in the order of tabs
        const chosen = page.locator('.day[aria-pressed="true"]');
        expect(await page.locator('.day[tabindex="0"]').count()).toBe(1);
        await chosen.focus();
        const day = (await chosen.getAttribute("data-day")) ?? "";
        await page.keyboard.press("ArrowDown");
        const next = (await chosen.getAttribute("data-day")) ?? "";
        expect(Date.parse(next) - Date.parse(day)).toBe(7 * 86_400_000);
        await page.keyboard.press("ArrowUp");
        expect(await page.evaluate(() => document.activeElement?.getAttribute("data-day"))).toBe(day);
        await page.locator(".daypanel").getByText("ook vastgesteld").waitFor();

        // she cannot that day: nothing is kept before it is saved, then the calendar and the plan feel it
        await page.locator(".daypanel").getByRole("button", { name: "Kan niet" }).click();
        await page.locator(".daypanel").getByText("nog niet bewaard", { exact: true }).waitFor();
        expect(await chosen.textContent()).toContain("nog niet bewaard");
        expect(await chosen.textContent()).toContain("zij kan");
        await assertAccessible(page, "trainer changed");
        await fits(page, "changed");
        // what was changed is still there after a look at another screen
        await go(page, "season");
        await page.goBack();
        await page.locator(`[data-day="${day}"]`).click();
        await page.locator(".daypanel").getByRole("button", { name: "Bewaren: Wanneer zij kan" }).focus();
        await page.keyboard.press("Enter");
        await page.getByText("Bewaard.", { exact: true }).waitFor();
        await expect.poll(() => chosen.textContent(), PATIENCE).not.toContain("zij kan");
        await page.getByText(/regel(s)? gebroken/).waitFor();
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.closest(".daypanel .keep") !== null), PATIENCE)
          .toBe(true);
        await expect.poll(() => chosen.textContent(), PATIENCE).toContain("breekt een regel");

        // times that return, and days away, typed in
        const ready = page.locator(".sides");
        await ready.getByText("Wekelijkse tijd toevoegen").click();
        await ready.getByLabel("wo", { exact: true }).check();
        await ready.getByLabel("avond", { exact: true }).check();
        await ready.getByLabel("hele dag", { exact: true }).uncheck();
        await ready.getByRole("button", { name: "Toevoegen" }).click();
        await ready.getByText("elke wo: avond").waitFor();
        await ready.getByText("Weg van … tot en met … toevoegen").click();
        const away = page.locator("details", { hasText: "Weg van" });
        await away.getByLabel("Van", { exact: true }).fill("2027-06-01");
        await away.getByLabel("Tot en met").fill("2027-06-30");
        await away.getByRole("button", { name: "Toevoegen" }).click();
        await assertAccessible(page, "trainer time");
        await page.locator("main .keep .unsaved").first().waitFor();
        await ready.getByRole("button", { name: "Bewaren: Wanneer zij kan" }).click();
        await expect
          .poll(() => place.inPool((store) => availabilityOf(store, "t06")), PATIENCE)
          .toEqual({
            ...NO_AVAILABILITY,
            weekly: [{ days: ["wed"], parts: ["evening"], from: null, to: null, everyWeeks: 1 }],
            blocked: [{ day, parts: ["day"] }],
            holidays: [{ from: "2027-06-01", to: "2027-06-30" }],
          });
        const june = page.locator('[data-day="2027-06-09"]');
        const may = page.locator('[data-day="2027-05-12"]');
        await expect.poll(() => may.textContent(), PATIENCE).toContain("zij kan 18:00–23:00");
        expect(await june.textContent()).not.toContain("zij kan");

        // a consent, and a wish
        const box = page.getByRole("checkbox", { name: "Talen: bestand buiten de pool" });
        const was = await box.isChecked();
        await box.click();
        await page.getByRole("button", { name: "Bewaren: Toestemming" }).click();
        await expect
          .poll(
            () => place.inPool((store) => consentsOf(store, "t06").export?.includes("languages") === true),
            PATIENCE,
          )
          .toBe(!was);

        // somebody else saves her while this one changes her: nothing is overwritten
        await page.getByLabel("Grenzen die zij stelde").fill("niet na tienen");
        const theirs = { ...NO_AVAILABILITY, holidays: [{ from: "2027-05-01", to: "2027-05-09" }] };
        const second = { id: "c2", role: "coordinator", organisation: "alliantie" } as const;
        place.inPool((store) => saveAvailability(store, second, "t06", theirs));
        await page.getByRole("button", { name: "Bewaren: Wensen" }).click();
        await page.getByText(/Iemand anders heeft haar gegevens intussen gewijzigd/).waitFor();
        expect(await page.getByLabel("Grenzen die zij stelde").inputValue()).toBe("niet na tienen");
        await page.locator(".person .conflict").scrollIntoViewIfNeeded();
        await assertAccessible(page, "trainer conflict");
        await fits(page, "conflict");
        await page.getByRole("button", { name: /Toon wat er bewaard is/ }).click();
        await page.getByText(/Weg vanaf za 1 mei 2027 tot en met zo 9 mei 2027/).waitFor();
        expect(await page.getByLabel("Grenzen die zij stelde").inputValue()).toBe("");
        // and now it goes
        await page.getByLabel("Grenzen die zij stelde").fill("niet na tienen");
        await page.getByRole("button", { name: "Bewaren: Wensen" }).click();
        await expect.poll(() => page.getByText("nog niet bewaard", { exact: true }).count(), PATIENCE).toBe(0);

        // back where she was
        await page.getByRole("link", { name: "Alle trainers" }).click();
        await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("of-t06");

        await page.locator("table .weeks").first().waitFor();
        await fits(page, "pool");

        // what is not saved does not go without being asked for
        await page.locator("#of-t07").click();
        await page.getByLabel("Grenzen die zij stelde").fill("geen foto");
        const [dialog] = await Promise.all([
          page.waitForEvent("dialog"),
          page.getByRole("button", { name: "Uitloggen" }).click(),
        ]);
        expect(dialog.message()).toContain("Van 1 trainer is nog niet bewaard");

        // of another organisation's trainer: what is planned, and nothing that is hers
        const stranger = await place.open("iot", "c9");
        const asked: string[] = [];
        stranger.on("request", (request) => void asked.push(new URL(request.url()).pathname));
        const times = stranger.waitForResponse((answer) => answer.url().endsWith("/availability"));
        await stranger.goto(`${place.url}/#pool/t06`);
        await stranger.getByText(/Zij is van een andere organisatie/).waitFor();
        expect(await (await times).json()).toEqual({ items: [] });
        await stranger.locator(".day .duty").first().waitFor();
        expect(await stranger.locator(".day.can, .ticks").count()).toBe(0);
        expect(asked.filter((one) => one.startsWith("/v1/trainers/"))).toEqual([]);
        await assertAccessible(stranger, "trainer of others");
      },
      () => undefined,
    ),
  240_000,
);
