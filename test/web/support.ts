/** A server on a pool in a folder of its own, and a browser that looks at it. Run the build first. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import {
  closeStore,
  createStore,
  createToken,
  openStore,
  type Store,
  saveOrganisation,
} from "../../src/pool/store/index.js";
import { count } from "../support/counts.js";

const MAIN = path.resolve("dist/src/faces/cli/main.js");
const KEY = "07".repeat(32);
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Debian's browser, or one that is named; null where there is none: then these tests are skipped. */
export const BROWSER =
  [process.env.KOPPEL_CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (file) => file !== undefined && existsSync(file),
  ) ?? null;

export const administrator = { id: "admin", role: "administrator" } as const;

export interface Place {
  readonly url: string;
  readonly folder: string;
  /** the access code of a coordinator of the organisation */
  secretOf(organisation: string, account: string): string;
  /** a page that is logged in as a coordinator of the organisation */
  open(organisation?: string, account?: string): Promise<Page>;
  /** a command of the command line, as the organisation's coordinator */
  run(...command: readonly string[]): void;
  /** does work on the pool beside the server */
  inPool<T>(work: (store: Store) => T): T;
}

/** @param fill what the pool holds before the server starts */
export async function withPlanner(work: (place: Place) => Promise<void>, fill: (store: Store) => void): Promise<void> {
  if (!existsSync(MAIN)) throw new Error("the command line is not built: npm run build");
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-web-"));
  const file = path.join(folder, "pool.db");
  const settings = { key: Buffer.from(KEY, "hex"), now: () => new Date().toISOString(), ledger: `${file}.ledger` };
  const made = createStore(file, settings);
  saveOrganisation(made, administrator, "alliantie", "Alliantie");
  saveOrganisation(made, administrator, "iot", "Inspraakorgaan Turken");
  fill(made);
  closeStore(made);
  const inPool = <T>(does: (store: Store) => T): T => {
    const store = openStore(file, settings);
    try {
      return does(store);
    } finally {
      closeStore(store);
    }
  };
  const secretOf = (organisation: string, account: string): string =>
    inPool((store) =>
      createToken(store, administrator, { account, role: "coordinator", organisation, scope: "api", expires: null }),
    ).secret;
  let server: ChildProcess | null = null;
  let browser: Browser | null = null;
  try {
    const started = await serve(folder);
    server = started.child;
    browser = await chromium.launch({
      executablePath: BROWSER ?? "",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    const shown = browser;
    await work({
      url: started.url,
      folder,
      inPool,
      run: (...command) => {
        const as = ["--db", "pool.db", "--role", "coordinator", "--organisation", "alliantie"];
        const env = { ...process.env, KOPPEL_KEY: KEY };
        execFileSync(process.execPath, [MAIN, ...command, ...as], { cwd: folder, env, stdio: "pipe" });
      },
      secretOf,
      open: async (organisation = "alliantie", account = "c1") => {
        const page = await shown.newPage({ viewport: { width: 1440, height: 900 } });
        page.on("dialog", (dialog) => void dialog.accept());
        page.on("pageerror", (error) => {
          throw error;
        });
        await page.goto(`${started.url}/#token=${secretOf(organisation, account)}`);
        await page.waitForSelector("header.top");
        return page;
      },
    });
  } finally {
    await browser?.close();
    server?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function serve(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const args = [MAIN, "serve", "--db", "pool.db", "--port", "0"];
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, KOPPEL_KEY: KEY } });
  let said = "";
  child.stdout.resume();
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk) => {
      said += String(chunk);
      const [, found] = /listening on (\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", () => reject(new Error(`the server ended: ${said}`)));
  });
  return { child, url };
}

/** What axe finds against WCAG 2.2 AA on the page as it is. */
export async function assertAccessible(page: Page, where: string): Promise<void> {
  // Not as a script of the page: its policy lets none in but its own.
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(what: unknown, how: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 2)
          .map(({ html }) => html.slice(0, 160))
          .join(" | ")}`,
    );
  });
  expect([where, found]).toEqual([where, []]);
}

/** Where pictures of what is looked at go; none are taken where it is not said. */
const SHOTS = process.env.KOPPEL_SHOTS;
/** A phone, 200 % on a small laptop, the laptop, a desk; the last is what the page goes on with. The least and the most of them by default. */
const WIDTHS = count(0, 1) === 0 && SHOTS === undefined ? [390, 1440] : [390, 512, 1024, 1440];

/** What is told for some seconds alone is not pictured. */
const PICTURED = ".notice.good { display: none }";

/** A picture of the page as it is, named by what is seen. */
export async function shot(page: Page, what: string): Promise<void> {
  if (SHOTS === undefined) return;
  // Heads that stay in sight stand where they are seen from the top.
  await page.evaluate(() => scrollTo(0, 0));
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: document.body.scrollHeight }));
  const clip = { x: 0, y: 0, width, height: Math.min(1600, Math.max(900, height)) };
  await page.screenshot({ path: path.join(SHOTS, `${what}.png`), fullPage: true, clip, style: PICTURED });
}

/** Holds what is seen against WCAG at each width, and that nothing sticks out sideways: neither the page nor its head. */
export async function assertSeen(page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const where = `${what} ${width}`;
    await assertAccessible(page, where);
    const out = await page.evaluate(() => {
      const wide = [document.documentElement, ...document.querySelectorAll("header.top, section.bar, .notices, .card")];
      return wide
        .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => one.className || one.tagName);
    });
    expect([where, out]).toEqual([where, []]);
    if (width !== 512) await shot(page, `${what}-${width}`);
  }
}

/** Goes to a screen by its link. */
export async function go(page: Page, screen: string): Promise<void> {
  await page.locator(`nav a[href="#${screen}"]`).click();
}
