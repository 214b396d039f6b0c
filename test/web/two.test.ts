/** Two coordinators in two browsers, at one season: whoever is second is told, nothing is overwritten, and she goes on from what is there. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { publicationOf, saveBusy, versionOf, wishesOf } from "../../src/pool/store/index.js";
import { officer } from "../season/support.js";
import { look, OWN, save, soon, takeAnother, teamsOf, withSmallPlanner } from "./small-pool.js";
import { assertAccessible, BROWSER, go, type Place } from "./support.js";

const CONFLICT = /Iemand anders was u voor; er is niets overschreven/;
const theirs = (page: Page) => page.getByRole("button", { name: /^Toon wat er bewaard is/ });
const unsaved = (page: Page) => page.locator(".unsaved");

async function both(place: Place): Promise<readonly [first: Page, second: Page]> {
  const pages = [await place.open(OWN, "c1"), await place.open(OWN, "c2")] as const;
  for (const page of pages) await page.locator(".timeline .chip").first().waitFor();
  return pages;
}

test.skipIf(BROWSER === null)(
  "a plan: the second is told, loses nothing that she sees, keeps it under another name, or goes on from what is there",
  () =>
    withSmallPlanner(async (place) => {
      const [first, second] = await both(place);
      await takeAnother(first, "s4");
      await save(first);
      await first.getByText("first is bewaard.").waitFor();
      const kept = teamsOf(place, "first");
      // the second has another session staffed meanwhile, of the plan as it was
      await takeAnother(second, "s5");
      await save(second);
      await second.getByText(CONFLICT).waitFor();
      await assertAccessible(second, "somebody was first");
      expect(teamsOf(place, "first")).toEqual(kept);
      expect(await unsaved(second).textContent()).toContain("1 bijeenkomst gewijzigd");
      await save(second, "tweede");
      await second.getByText("tweede is bewaard.").waitFor();
      expect(Object.keys(teamsOf(place, "tweede")).sort()).toEqual(["s4", "s5"]);
      expect(teamsOf(place, "first")).toEqual(kept);
      // once more, and now from what is there
      await second.locator(".bar select").nth(1).selectOption("first");
      await second.locator(".standing", { hasText: "1 van 5" }).waitFor();
      const [again, latest] = await Promise.all([takeAnother(second, "s5"), takeAnother(first, "s4")]);
      await save(first);
      await soon(() => unsaved(first).count()).toBe(0);
      await save(second);
      await second.getByText(CONFLICT).waitFor();
      await theirs(second).click();
      await soon(() => unsaved(second).count()).toBe(0);
      const now = teamsOf(place, "first");
      await look(second, "s4");
      await second.locator(".teams li.now").waitFor();
      expect(await second.locator(".teams li.now b").textContent()).toBe(latest);
      expect(await takeAnother(second, "s5")).toBe(again);
      await save(second);
      await soon(() => Object.keys(teamsOf(place, "first")).sort()).toEqual(["s4", "s5"]);
      expect(teamsOf(place, "first").s4).toEqual(now.s4);
    }),
  120_000,
);

test.skipIf(BROWSER === null)(
  "a season made anew: a plan of the season before is not kept, and neither is the season made anew by who has not seen it",
  () =>
    withSmallPlanner(async (place) => {
      const [first, second] = await both(place);
      const anew = async (page: Page): Promise<void> => {
        await page.getByRole("button", { name: "Seizoen bijwerken…" }).click();
        await page.getByText("Er komt niets bij en er gaat niets uit.").waitFor();
      };
      await takeAnother(second, "s5");
      await anew(first);
      await first.getByRole("button", { name: "Seizoen bijwerken" }).click();
      await first.getByText(/Het seizoen is gemaakt/).waitFor();
      const version = place.inPool((store) => versionOf(store, "seasons", "small"));
      await save(second);
      await second.getByText(CONFLICT).waitFor();
      expect(Object.keys(teamsOf(place, "first"))).toEqual(["s4"]);
      await theirs(second).click();
      await soon(() => unsaved(second).count()).toBe(0);
      // and now it goes
      await takeAnother(second, "s5");
      await save(second);
      await second.getByText("first is bewaard.").waitFor();
      // both look at what would come of it; only one of them does it, and somebody has less time since
      const busy = (day: string): void =>
        place.inPool((store) => saveBusy(store, officer, "t1", [[`${day}T08:00`, `${day}T09:00`]]));
      await anew(first);
      await anew(second);
      busy("2027-03-02");
      await second.getByRole("button", { name: "Seizoen bijwerken" }).click();
      await second.getByText(/Het seizoen is gemaakt/).waitFor();
      await first.getByRole("button", { name: "Seizoen bijwerken" }).click();
      await first.getByText(CONFLICT).waitFor();
      expect(place.inPool((store) => versionOf(store, "seasons", "small"))).toBe(version + 1);
      // what would come of it is asked for again, of what is there by now
      const asked = first.waitForResponse((one) => one.url().endsWith("/seasons") && one.request().method() === "POST");
      await theirs(first).click();
      await asked;
      await first.getByText("Er komt niets bij en er gaat niets uit.").waitFor();
      busy("2027-03-09");
      await first.getByRole("button", { name: "Seizoen bijwerken" }).click();
      await soon(() => place.inPool((store) => versionOf(store, "seasons", "small"))).toBe(version + 2);
    }),
  120_000,
);

test.skipIf(BROWSER === null)(
  "publishing: what one published stays until the other has seen it",
  () =>
    withSmallPlanner(async (place) => {
      const [first, second] = await both(place);
      await takeAnother(second, "s5");
      await save(second, "tweede");
      await second.getByText("tweede is bewaard.").waitFor();
      const publish = (page: Page) => page.getByRole("button", { name: "Deze planning vaststellen" });
      const published = (): string | undefined => place.inPool((store) => publicationOf(store, "small")?.plan);
      await go(second, "publish");
      await publish(second).waitFor();
      await go(first, "publish");
      await publish(first).click();
      await first.getByText(/Vastgesteld: 1 bijeenkomst/).waitFor();
      await publish(second).click();
      await second.getByText(CONFLICT).waitFor();
      expect(published()).toBe("first");
      await theirs(second).click();
      // what is published is shown by now, and hers can follow it
      await second.locator("main b", { hasText: "first" }).waitFor();
      await publish(second).click();
      await soon(published).toBe("tweede");
    }),
  120_000,
);

test.skipIf(BROWSER === null)(
  "a trainer: what one keeps of her is not lost to what the other types, who sees it and goes on",
  () =>
    withSmallPlanner(async (place) => {
      const [first, second] = await both(place);
      const limits = (page: Page) => page.getByLabel("Grenzen die zij stelde");
      const keep = (page: Page) => page.getByRole("button", { name: "Bewaren: Wensen" });
      for (const page of [first, second]) {
        await go(page, "pool");
        await page.locator("#of-t1").click();
        await limits(page).waitFor();
      }
      await limits(first).fill("geen foto");
      await limits(second).fill("niet na tienen");
      await keep(first).click();
      await first.getByText("Bewaard.", { exact: true }).waitFor();
      await keep(second).click();
      await second.getByText(/Iemand anders heeft haar gegevens intussen gewijzigd/).waitFor();
      const kept = (): string | null => place.inPool((store) => wishesOf(store, "t1").limits);
      expect([kept(), await limits(second).inputValue()]).toEqual(["geen foto", "niet na tienen"]);
      await theirs(second).click();
      await soon(() => limits(second).inputValue()).toBe("geen foto");
      await limits(second).fill("geen foto; niet na tienen");
      await keep(second).click();
      await soon(kept).toBe("geen foto; niet na tienen");
    }),
  120_000,
);
