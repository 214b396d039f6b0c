/**
 * The planner with a large season in a real browser: until it stands, how smoothly it scrolls, how soon an edit is shown.
 * usage: npm run bench:web -- SEASON PLAN      needs Chromium (KOPPEL_CHROMIUM, or Debian's)
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { parsePlan, parseSeason } from "../../src/model/index.js";
import { fill, serve } from "../http/server.js";

/** Edits that are measured at least, milliseconds between two of them, and for which a first suggestion is waited for. */
const [EDITS, REST, SOON] = [24, 1000, 20_000];

interface Edit {
  /** milliseconds from the click */
  readonly drawn: number;
  readonly judged: number;
}

/** In the page: presses a button that gives the session that is open another team, or none. */
async function timeEdit(button: string): Promise<Edit> {
  const textOf = (of: string): string => document.querySelector(of)?.textContent ?? "";
  const [seats, cost] = [textOf(".seats"), textOf(".standing")];
  const from = performance.now();
  const since = (): number => performance.now() - from;
  document.querySelector<HTMLButtonElement>(button)?.click();
  while (textOf(".seats") === seats && since() < 10_000) await new Promise(requestAnimationFrame);
  // What comes after a frame's own work comes once it has been drawn.
  await new Promise((resolve) => setTimeout(resolve));
  const drawn = since();
  while (textOf(".standing") === cost && since() < 60_000) await new Promise(requestAnimationFrame);
  return { drawn, judged: since() };
}

const [seasonFile, planFile] = process.argv.slice(2);
if (seasonFile === undefined || planFile === undefined) throw new Error("usage: npm run bench:web -- SEASON PLAN");
const read = (file: string): unknown => {
  const bytes = readFileSync(file);
  return JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8"));
};
const season = parseSeason(read(seasonFile));
const folder = mkdtempSync(path.join(tmpdir(), "koppel-bench-web-"));
const secret = fill(folder, season, parsePlan(read(planFile), season));
const { child, url } = await serve(folder);
const browser = await chromium.launch({
  executablePath: process.env.KOPPEL_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  let bytes = 0;
  page.on("response", (answer) => {
    if (!answer.url().includes("/v1/")) bytes += Number(answer.headers()["content-length"] ?? 0);
  });
  const began = Date.now();
  await page.goto(`${url}/#token=${secret}`);
  await page.waitForSelector(".timeline .chip");
  const stands = Date.now() - began;
  const count = await page.locator(".timeline .chip").count();
  const scrolled = await page.evaluate(async () => {
    const box = document.querySelector(".timeline");
    if (box === null) throw new Error("no timeline");
    const frames: number[] = [];
    let last = performance.now();
    for (let i = 0; i < 240; i++) {
      box.scrollTop += 60;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(now - last);
      last = now;
    }
    box.scrollTop = 0;
    return frames;
  });
  // From the click until the frame that shows the other team has been drawn, and until its cost is told. Suggestions may take long: some
  // edits take one where it comes soon, the others take a team away and undo that.
  const edits: Edit[] = [];
  const edit = async (button: string): Promise<void> => {
    edits.push(await page.evaluate(timeEdit, button));
    await page.waitForTimeout(REST);
  };
  const chips = page.locator(".timeline .chip.staffed");
  for (let i = 0; edits.length < EDITS; i++) {
    await chips.nth(4 * i).click();
    await page.waitForSelector(".seats");
    const other = ".teams li:not(.now) button.main";
    if (edits.length === 0) await page.waitForSelector(other, { timeout: SOON }).catch(() => null);
    await page.waitForTimeout(REST);
    if ((await page.locator(other).count()) > 0) await edit(other);
    await edit(".seats ~ button.plain");
    await edit(".undoing button:first-child");
  }
  const at = (list: readonly number[], share: number): string =>
    ([...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0).toFixed(1);
  const told = (list: readonly number[]): string => `p50 ${at(list, 0.5)} ms, p95 ${at(list, 0.95)} ms`;
  console.log(`sessions                     ${season.sessions.length}`);
  console.log(`first load                   ${(bytes / 1000).toFixed(1)} kB compressed`);
  console.log(`until it stands              ${stands} ms`);
  console.log(`sessions in the page         ${count}`);
  console.log(`frame while scrolling        ${told(scrolled)}, p99 ${at(scrolled, 0.99)} ms`);
  console.log(`an edit until it is drawn    ${told(edits.map(({ drawn }) => drawn))} (${edits.length} edits)`);
  console.log(`until its cost is told       ${told(edits.map(({ judged }) => judged))}`);
} finally {
  await browser.close();
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
