/** Every screen in every state, at each width: what axe finds, and what sticks out. */
import type { Page, Route } from "playwright-core";
import { test } from "vitest";
import { assertSeen, BROWSER, go, type Place, withPlanner } from "./support.js";
import { begin, CSV, publish, solveAndSave } from "./tasks.js";

const planner = test.skipIf(BROWSER === null);
const refuse = (route: Route): Promise<void> =>
  route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"detail":"Er ging iets mis."}' });

/** Looks while an answer of the API is on its way, and once it has not come. */
async function seeWaiting(page: Page, what: string, url: string, act: () => Promise<void>): Promise<void> {
  let release = (): void => undefined;
  const wait = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(url, async (route) => {
    await wait;
    await refuse(route);
  });
  await act();
  await assertSeen(page, `${what}-loading`);
  release();
  await page.getByText("Er ging iets mis bij Koppel").first().waitFor();
  await assertSeen(page, `${what}-error`);
  await page.unroute(url);
  await page.locator(".notice").getByRole("button", { name: "Sluiten" }).first().click();
}

async function beforeASeason(place: Place, page: Page): Promise<void> {
  const stranger = await place.open();
  await stranger.getByRole("button", { name: "Uitloggen" }).click();
  await stranger.getByLabel("Toegangscode").waitFor();
  await assertSeen(stranger, "login");
  await stranger.getByLabel("Toegangscode").fill("kpl_wrong");
  await stranger.getByRole("button", { name: "Inloggen" }).click();
  await stranger.getByText(/Deze toegangscode klopt niet/).waitFor();
  await assertSeen(stranger, "login-refused");
  await stranger.close();
  await page.getByRole("heading", { name: "Seizoen maken" }).waitFor();
  await assertSeen(page, "season-none");
  await go(page, "programmes");
  await page.getByLabel("Opdrachtgever").waitFor();
  await assertSeen(page, "programmes-none");
  await go(page, "pool");
  await assertSeen(page, "pool-none");
  await page.locator('input[type="file"]').setInputFiles(CSV);
  await page.getByRole("button", { name: "Proef" }).click();
  await page.getByText("Dit zou inlezen doen:").waitFor({ timeout: 30_000 });
  await assertSeen(page, "pool-tried");
}

async function season(page: Page): Promise<void> {
  await go(page, "season");
  await assertSeen(page, "season");
  await page.getByLabel("Rijen").selectOption("trainer");
  await assertSeen(page, "season-trainers");
  await page.getByLabel("Rijen").selectOption("place");
  await page.getByLabel("Zoeken").fill("nergens");
  await page.getByText("Niets gevonden.").waitFor();
  await assertSeen(page, "season-nothing");
  await page.getByLabel("Zoeken").fill("");
  // what comes back is made as it is scrolled to
  await page.locator("section.timeline").evaluate((one) => one.scrollTo(0, one.scrollHeight));
  await page.locator(".row .head", { hasText: "Zoetermeer" }).waitFor();
  await page.locator("section.timeline").evaluate((one) => one.scrollTo(0, 0));
  await page.locator(".column button").nth(3).click();
  await assertSeen(page, "season-week");
  await page.getByRole("button", { name: /Alle weken/ }).click();
  const chip = page.locator(".timeline .chip.staffed").first();
  await seeWaiting(page, "session", "**/v1/suggestions", () => chip.click());
  await page.getByRole("button", { name: "Sluiten" }).first().click();
  await chip.click();
  await page.locator(".teams li").first().waitFor();
  await page.locator(".side details summary").click();
  await page.locator(".side .tag.drag").first().click();
  await assertSeen(page, "session");
  await page
    .getByRole("button", { name: /^Zet op de plaats van/ })
    .last()
    .click();
  await page.locator(".side section [role=status]").first().waitFor();
  const other = page.locator(".dates > li:not(.now)").first();
  await other.getByRole("button", { name: /^Proberen/ }).click();
  await other.locator(".tried [role=status]").waitFor();
  const teams = other.getByRole("button", { name: /mogelijk/, expanded: false });
  if ((await teams.count()) > 0) await teams.click();
  await other.locator(".teams li").first().waitFor();
  await assertSeen(page, "session-tried");
  await page.locator(".seats .marks button[aria-pressed]").first().click();
  await page.locator('.seats .marks button[aria-label^="Uitsluiten"]').last().click();
  await page.locator(".excluded").waitFor();
  await assertSeen(page, "session-wished");
  const undo = page.getByRole("button", { name: "Ongedaan maken" });
  while ((await page.locator(".unsaved").count()) > 0) {
    await undo.click();
    await page.waitForTimeout(200);
  }
  await page.locator(".panelhead").getByRole("button", { name: "Sluiten" }).click();
}

async function solving(page: Page): Promise<void> {
  await go(page, "solve");
  await page.getByLabel("Nadruk").selectOption("fair-shares");
  await page.getByLabel("Hoogstens (seconden)").fill("60");
  await seeWaiting(page, "solve", "**/v1/solves", () => page.getByRole("button", { name: "Beginnen" }).click());
  await page.getByRole("button", { name: "Beginnen" }).click();
  await page.getByText("Kosten en grens in de tijd").click({ timeout: 40_000 });
  await assertSeen(page, "solve-busy");
  await page.getByRole("button", { name: "Goed genoeg" }).click();
  await page.getByRole("button", { name: "Weggooien" }).waitFor({ timeout: 40_000 });
  await assertSeen(page, "solve-found");
  await page.getByRole("button", { name: "Weggooien" }).click();
}

async function supposing(page: Page): Promise<void> {
  await go(page, "whatif");
  await assertSeen(page, "whatif-none");
  const [ill, extra, budget] = [0, 1, 2].map((i) => page.locator("form.stack").nth(i));
  if (ill === undefined || extra === undefined || budget === undefined) throw new Error("three forms are expected");
  await ill.getByLabel("Trainer").selectOption("t06");
  await ill.getByLabel("Tot en met").fill("2027-06-30");
  await ill.getByRole("button", { name: "Toevoegen" }).click();
  await extra.getByLabel("net als").selectOption({ index: 2 });
  await extra.getByRole("button", { name: "Toevoegen" }).click();
  await budget.getByLabel("Programma").selectOption({ index: 1 });
  await budget.getByLabel("euro").fill("20000");
  await budget.getByRole("button", { name: "Toevoegen" }).click();
  await page.getByText("Zij is ziek: herstellen").click();
  await seeWaiting(page, "repair", "**/v1/repairs", () => page.getByRole("button", { name: "Herstellen" }).click());
  await page.getByRole("button", { name: "Herstellen" }).click();
  await page.getByRole("heading", { name: /te bellen/ }).waitFor({ timeout: 40_000 });
  await assertSeen(page, "repair-found");
  await page.getByText("Zij is ziek: herstellen").click();
  await page.getByRole("button", { name: "Vergelijken" }).click();
  await page.getByRole("article", { name: "zoals het is" }).waitFor({ timeout: 90_000 });
  await assertSeen(page, "whatif");
}

async function publishing(page: Page): Promise<void> {
  await go(page, "pool");
  await page.locator("table .weeks").first().waitFor();
  await assertSeen(page, "pool");
  await page.getByRole("link", { name: "Trainer 05" }).click();
  await page.locator("section.share").waitFor();
  await assertSeen(page, "trainer");
  await go(page, "publish");
  await assertSeen(page, "publish-none");
  await publish(page);
  await page.locator(".question").first().waitFor();
  await assertSeen(page, "publish");
  await page
    .getByRole("button", { name: /: Nee$/ })
    .first()
    .click();
  await page
    .locator(".askgroup.no .question")
    .getByRole("button", { name: /^Herstellen/ })
    .click();
  await page.locator(".mending .calls").waitFor({ timeout: 40_000 });
  await page.getByRole("button", { name: "Teambladen" }).click();
  await page.frameLocator("#sheets").locator("article").first().waitFor();
  await assertSeen(page, "publish-no");
  await go(page, "season");
  await page.locator(".side h2.bad").waitFor();
  await assertSeen(page, "season-broken");
}

planner(
  "a season's screens, empty, loading, refused, open and full, at every width",
  () =>
    withPlanner(
      async (place) => {
        const page = await place.open();
        await beforeASeason(place, page);
        await begin(page);
        await solveAndSave(page, "eerste");
        await season(page);
        await solving(page);
        await supposing(page);
        await publishing(page);
        await page.getByRole("button", { name: "English" }).click();
        for (const screen of ["season", "solve", "whatif", "pool", "publish"]) {
          await go(page, screen);
          await assertSeen(page, `english-${screen}`);
        }
      },
      () => undefined,
    ),
  600_000,
);
