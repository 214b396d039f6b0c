/** Steps that several tasks begin with, by clicking. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { go } from "./support.js";

const SHEETS = path.resolve("data/demo/pool/coordinator");
/** The demo's pool as spreadsheets. */
export const CSV = readdirSync(SHEETS)
  .filter((name) => name.endsWith(".csv"))
  .map((name) => path.join(SHEETS, name));

/** Brings the demo's spreadsheets in and makes a season of them, by clicking. */
export async function begin(page: Page): Promise<void> {
  await go(page, "pool");
  await page.locator('input[type="file"]').setInputFiles(CSV);
  await page.getByRole("button", { name: "Inlezen", exact: true }).click();
  await page.getByText(/Ingelezen: \d+ nieuw of gewijzigd/).waitFor({ timeout: 30_000 });
  await go(page, "season");
  await page.getByLabel("Naam").fill("voorjaar");
  await page.getByLabel("Van").fill("2027-02-01");
  await page.getByLabel("Tot en met").fill("2027-06-30");
  await page.getByRole("button", { name: "Maken" }).click();
  await page.locator(".timeline .chip").first().waitFor({ timeout: 30_000 });
}

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
