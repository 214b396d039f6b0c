/** A pool that fills in a moment: the small season's people and work in real municipalities, its season `small` and its plan `first`. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Plan, Season } from "../../src/model/index.js";
import { readBody, type Store, saveProgramme, saveSession, saveTrainer } from "../../src/pool/store/index.js";
import { type BuildOptions, buildSeason, keepPlan } from "../../src/season/index.js";
import { consentTo, fill } from "../pool/support.js";
import { coordinator, fillWork, loose, officer, options, PLAN, sessionOf } from "../season/support.js";
import { type Place, withPlanner } from "./support.js";

const MUNICIPALITIES: Readonly<Record<string, string>> = { p1: "GM0503", p2: "GM0603", p3: "GM0014", p4: "GM0513" };
/** The same with municipalities that the server knows. */
const real = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value).replace(/"(p[1-4])"/g, (_, id: string) => `"${MUNICIPALITIES[id]}"`)) as T;

/** Who plans there: of the trainers' own organisation, and of another one. */
export const OWN = "org1";
export const OTHER = "org2";

export interface SmallPool {
  /** what the season is made of besides its dates */
  readonly options?: Partial<BuildOptions>;
  /** the work before it is in the pool */
  readonly work?: (season: Season) => Season;
}

/** Fills a pool with it. */
export function fillSmall(store: Store, { options: more = {}, work: changed = loosely }: SmallPool = {}): void {
  fill(store);
  const season = changed(real(loose()));
  for (const trainer of season.trainers) {
    const organisation = trainer.id === "t6" ? OTHER : OWN;
    const who = { organisation, name: `Name of ${trainer.id}`, contact: `${trainer.id}@example.org` };
    saveTrainer(store, officer, who, trainer);
    consentTo(store, trainer.id, "matching");
  }
  fillWork(store, season);
  buildSeason(store, coordinator, { ...real(options()), ...more });
  if (more.programmes === undefined) keepPlan(store, coordinator, "first", "small", PLAN, 0);
}

/** A programme that came later, with a session in the season's period. */
export function comesLater(store: Store): void {
  saveProgramme(store, officer, "cl", { id: "g2", budget: 900 });
  saveSession(store, officer, "cl", { ...sessionOf("s5"), place: null, id: "s9", programme: "g2" });
}

/** Does work with a server and a browser on such a pool. */
export const withSmallPlanner = (work: (place: Place) => Promise<void>, pool: SmallPool = {}): Promise<void> =>
  withPlanner(work, (store) => fillSmall(store, pool));

/** Sessions that hang on no others: each can be staffed by itself. */
const loosely = (season: Season): Season => ({ ...season, series: [] });

/** What the database has of a plan: session → its date and team. */
export const teamsOf = (place: Place, plan: string): Readonly<Record<string, string>> =>
  place.inPool((store: Store) =>
    Object.fromEntries(
      (readBody(store, "plans", plan) as Plan).assignments.map(({ session, slot, team }) => [
        session,
        `${slot} ${team.map(({ trainer }) => trainer).join()}`,
      ]),
    ),
  );

/** What is waited for, however busy the machine is. */
export const soon = <T>(read: () => T): ReturnType<typeof expect.poll<T>> => expect.poll(read, { timeout: 30_000 });

/** Looks at a session, by its place on the timeline or in the list of those that are open. */
export async function look(page: Page, session: string): Promise<void> {
  const close = page.locator(".panelhead").getByRole("button", { name: "Sluiten" });
  if ((await close.count()) > 0) await close.click();
  await page.locator(`.timeline .chip[data-session="${session}"]`).first().click();
  await page.locator(".teams li").first().waitFor();
}

/** Takes the best team that the session has not got. @returns the trainers, as they are called */
export async function takeAnother(page: Page, session: string): Promise<string> {
  await look(page, session);
  const other = page.locator(".teams li:not(.now)").first();
  const team = (await other.locator("b").textContent()) ?? "";
  await other.locator("button.main").click();
  await page.locator(".teams li.now b", { hasText: team }).waitFor();
  return team;
}

/** Saves, as another plan where a name is given. */
export async function save(page: Page, as?: string): Promise<void> {
  if (as !== undefined) await page.getByLabel("Bewaren als").fill(as);
  await page.locator("form.save button").click();
}
