/** Steps that several tasks begin with: by clicking, and prepared where the clicking is another test's. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { go, type Place } from "./support.js";

const SHEETS = path.resolve("data/demo/pool/coordinator");
/** The demo's pool as spreadsheets. */
export const CSV = readdirSync(SHEETS)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => path.join(SHEETS, name));

/** Brings the demo's spreadsheets in, by clicking. */
export async function bringIn(page: Page): Promise<void> {
  await go(page, "pool");
  await page.locator('input[type="file"]').setInputFiles(CSV);
  await page.getByRole("button", { name: "Inlezen", exact: true }).click();
  await page.getByText(/Ingelezen: \d+ nieuw of gewijzigd/).waitFor({ timeout: 30_000 });
}

/** The season `voorjaar` of the demo's spreadsheets with its plan `eerste`, and a page that shows it. */
export async function planned(place: Place): Promise<Page> {
  place.run("pool", "import", ...CSV);
  place.run("season", "build", "voorjaar", "--from", "2027-02-01", "--to", "2027-06-30");
  // As good a plan however busy the machine is.
  place.run("season", "solve", "voorjaar", "--save", "eerste", "--gap", "0.05", "--time", "120", "--quiet");
  const page = await place.open();
  await page.locator(".timeline .chip").first().waitFor({ timeout: 30_000 });
  return page;
}

/** Publishes the plan that is open. */
export async function publish(page: Page): Promise<void> {
  await go(page, "publish");
  await page.getByRole("button", { name: "Deze planning vaststellen" }).click();
  await page
    .getByText(/Vastgesteld: \d+ bijeenkomst/)
    .last()
    .waitFor();
}

/** Shows all who are to be asked: of a team that has fallen, whoever else was in it may come late in the order of calling. */
export async function showAllAsked(page: Page): Promise<void> {
  for (const all of await page.getByRole("button", { name: /^Alle \d+ tonen$/ }).all()) await all.click();
}

/** The same season, made by clicking. */
export async function begin(page: Page): Promise<void> {
  await bringIn(page);
  await go(page, "season");
  await page.getByLabel("Naam").fill("voorjaar");
  await page.getByLabel("Van").fill("2027-02-01");
  await page.getByLabel("Tot en met").fill("2027-06-30");
  await page.getByRole("button", { name: "Maken" }).click();
  await page.locator(".timeline .chip").first().waitFor({ timeout: 30_000 });
}

/** Looks for a plan and keeps it, by clicking. */
export async function solveAndSave(page: Page, name: string): Promise<void> {
  await go(page, "solve");
  await page.getByLabel("Hoogstens (seconden)").fill("60");
  await page.getByRole("button", { name: "Beginnen" }).click();
  await page
    .getByText(/ten hoogste|bewezen/i)
    .first()
    .waitFor({ timeout: 60_000 });
  // she may look at the season meanwhile, and stops when it is good enough
  await go(page, "season");
  await go(page, "solve");
  await page.waitForTimeout(4000);
  await page.getByRole("button", { name: "Goed genoeg" }).click();
  await page
    .getByText(/beter is mogelijk|kan niet: het is bewezen/)
    .first()
    .waitFor({ timeout: 30_000 });
  await page.getByRole("button", { name: "Overnemen" }).click({ timeout: 40_000 });
  await page.getByLabel("Bewaren als").fill(name);
  await page.getByRole("button", { name: "Bewaren" }).click();
  await page.getByText(`${name} is bewaard.`).waitFor();
}
