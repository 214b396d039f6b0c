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
    return frames.sort((a, b) => a - b);
  });
  // An edit: another date or team is shown by its count of unsaved sessions.
  for (let i = 0; i < 30; i++) {
    await page.locator(".timeline .chip.staffed").nth(i).click();
    await page.waitForSelector(".teams li");
    if ((await page.locator(".teams li:not(.now) button.main").count()) > 1) break;
  }
  const edits: number[] = [];
  for (let i = 0; i < 8; i++) {
    const other = await page.waitForSelector(".teams li:not(.now) button.main", { timeout: 20_000 }).catch(() => null);
    if (other === null) break;
    edits.push(
      await page.evaluate(async () => {
        const shown = (): string => document.querySelector(".seats")?.textContent ?? "";
        const before = shown();
        const from = performance.now();
        document.querySelector<HTMLButtonElement>(".teams li:not(.now) button.main")?.click();
        while (shown() === before && performance.now() - from < 5000) await new Promise(requestAnimationFrame);
        return performance.now() - from;
      }),
    );
    await page.waitForTimeout(400);
  }
  edits.sort((a, b) => a - b);
  const at = (list: readonly number[], share: number): string =>
    (list[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0).toFixed(1);
  console.log(`sessions                     ${season.sessions.length}`);
  console.log(`first load                   ${(bytes / 1000).toFixed(1)} kB compressed`);
  console.log(`until it stands              ${stands} ms`);
  console.log(`sessions in the page         ${count}`);
  console.log(
    `frame while scrolling        p50 ${at(scrolled, 0.5)} ms, p95 ${at(scrolled, 0.95)} ms, p99 ${at(scrolled, 0.99)} ms`,
  );
  console.log(`an edit until it is shown    p50 ${at(edits, 0.5)} ms, p95 ${at(edits, 0.95)} ms`);
} finally {
  await browser.close();
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
