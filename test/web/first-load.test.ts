/** What the planner loads before the first click, as it is built: small enough for a slow line. Run the build first. */
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { firstLoad } from "../support/first-load.js";

/** Bytes, compressed: what a first load may weigh. */
const MOST = 250_000;
const weightOf = (folder: string): number => firstLoad(folder).reduce((sum, { bytes }) => sum + bytes, 0);

test("all that the page loads before the first click is at most 250 kB compressed", () => {
  const kinds = firstLoad("dist/web").map(({ file }) => path.extname(file));
  expect(kinds).toEqual(expect.arrayContaining([".html", ".js", ".css"]));
  expect(weightOf("dist/web")).toBeLessThanOrEqual(MOST);
});

test("what a script takes in at once counts, what it loads at a click does not", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-load-"));
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  // hex: no compression makes less than half of it
  const heavy = `export const a = "${randomBytes(MOST).toString("hex")}";`;
  try {
    mkdirSync(path.join(folder, "assets"));
    write(
      "index.html",
      '<link rel="icon" href="data:," /><script type="module" crossorigin src="/assets/a.js"></script>',
    );
    write("assets/heavy.js", heavy);
    write("assets/a.js", 'const go=()=>import("./heavy.js");');
    expect(firstLoad(folder).map(({ file }) => file)).toEqual(["index.html", "assets/a.js"]);
    write("assets/a.js", 'import{a}from"./heavy.js";');
    expect(weightOf(folder)).toBeGreaterThan(MOST);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
