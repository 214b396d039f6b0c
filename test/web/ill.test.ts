/** The whole task "a trainer falls ill": marked ill, repaired, whom to call in order, taken over, saved, published. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Plan, Season } from "../../src/model/index.js";
import { availabilityOf, readBody } from "../../src/pool/store/index.js";
import { assertAccessible, BROWSER, go, type Place, withPlanner } from "./support.js";
import { planned, publish } from "./tasks.js";

const planner = test.skipIf(BROWSER === null);

interface Called {
  readonly plan: Plan;
  readonly released: readonly string[];
  readonly contacts: readonly {
    readonly trainer: string;
    readonly sessions: readonly {
      readonly session: string;
      readonly from: number | null;
      readonly to: number | null;
    }[];
  }[];
}

/** Marks somebody ill, and asks for the gentlest repair. @returns what the API answered */
async function repairWithout(page: Page, trainer: string, from: string, to: string): Promise<Called> {
  await go(page, "whatif");
  const form = page.locator("form.stack").first();
  await form.getByLabel("Trainer").selectOption(trainer);
  await form.getByLabel("Van").fill(from);
  await form.getByLabel("Tot en met").fill(to);
  await form.getByRole("button", { name: "Toevoegen" }).click();
  await page.getByText("Zij is ziek: herstellen").last().click();
  const answer = page.waitForResponse((one) => one.url().endsWith("/v1/repairs"));
  await page.getByRole("button", { name: "Herstellen" }).last().click();
  const told = (await (await answer).json()) as Called;
  await page.getByRole("heading", { name: /te bellen/ }).waitFor({ timeout: 40_000 });
  return told;
}

/** Those who are asked for something come first; of them, and of the others after them, whoever's session is soonest; and so it is shown. */
async function assertOrder(place: Place, page: Page, { contacts }: Called): Promise<void> {
  const shown = await page.locator(".calls b").allTextContents();
  expect(shown).toEqual(contacts.map(({ trainer }) => `Trainer ${trainer.slice(1)}`));
  const { sessions: all } = place.inPool((store) => readBody(store, "seasons", "voorjaar") as Season);
  const startOf = (session: string, slot: number | null): string =>
    all.find(({ id }) => id === session)?.slots[slot ?? 0]?.[0]?.[0] ?? "";
  const keys = contacts.map(({ sessions }) => {
    const asked = sessions.filter(({ to }) => to !== null);
    const those = asked.length > 0 ? asked : sessions;
    const [first] = those.map(({ session, from, to }) => startOf(session, to ?? from)).sort();
    return `${asked.length > 0 ? 0 : 1} ${first}`;
  });
  expect(keys).toEqual([...keys].sort());
}

/** Where a plan has somebody: session and date. */
const bookingsIn = ({ assignments }: Plan, trainer: string): readonly string[] =>
  assignments
    .filter(({ team }) => team.some((member) => member.trainer === trainer))
    .map(({ session, slot }) => `${session} ${slot}`)
    .sort();
/** The same of a plan of the database. */
const bookingsOf = (place: Place, plan: string, trainer: string): readonly string[] =>
  bookingsIn(
    place.inPool((store) => readBody(store, "plans", plan) as Plan),
    trainer,
  );

/** She is not where she was fixed on that date, and goes on with what else she can do, as the repair has it. */
function assertLeft(place: Place, trainer: string, before: readonly string[], gone: string, { plan }: Called): void {
  expect(before).toContain(gone);
  const after = bookingsOf(place, "eerste", trainer);
  expect(after).toEqual(bookingsIn(plan, trainer));
  expect(after).not.toContain(gone);
  expect(after.filter((one) => before.includes(one))).not.toEqual([]);
}

async function takeOverAndSave(page: Page, plan: string): Promise<void> {
  await page.getByRole("button", { name: "Overnemen" }).click();
  await page.getByText(/nog niet bewaard/).waitFor();
  await page.getByRole("button", { name: "Bewaren" }).click();
  // What was said of an earlier save may still stand there.
  await page.getByText(/nog niet bewaard/).waitFor({ state: "hidden" });
  await page.getByText(`${plan} is bewaard.`).first().waitFor();
}

planner(
  "who is ill where she is fixed is let go of there, says the page, and keeps what else she does",
  () =>
    withPlanner(
      async (place) => {
        const page = await planned(place);
        // t05 is fixed in zoetermeer-a2 on the 4th of March, and does more besides
        const before = bookingsOf(place, "eerste", "t05");
        const called = await repairWithout(page, "t05", "2027-03-04", "2027-03-04");
        expect(called.released).toEqual(["zoetermeer-a2"]);
        await assertOrder(place, page, called);
        await page.getByText(/Met haar is vastgelegd: .*zoetermeer-a2.*haar agenda/).waitFor();
        await assertAccessible(page, "repaired where she is fixed");
        await takeOverAndSave(page, "eerste");
        await page.getByText(/in haar agenda\. Niet meer met haar vastgelegd: .*zoetermeer-a2/).waitFor();
        assertLeft(place, "t05", before, "zoetermeer-a2 1", called);
        // her agenda says no to that day and to no other
        const blocks = place.inPool((store) => availabilityOf(store, "t05")?.blocks);
        expect(blocks).toEqual([["2027-03-04T00:00", "2027-03-05T00:00"]]);
        // a coordinator of another organisation may not write her agenda: nothing is published yet, and that is said
        const other = await place.open("iot", "c2");
        await other.locator(".timeline .chip").first().waitFor();
        expect((await repairWithout(other, "t04", "2027-05-03", "2027-05-03")).released).toEqual(["rotterdam-conf"]);
        await other.getByText(/haar eigen coördinator zet haar afwezigheid in haar agenda/).waitFor();
        // once it is published, her no is noted for her
        await publish(page);
        await other.reload();
        await go(other, "season");
        await other.locator(".timeline .chip").first().waitFor();
        const without = await repairWithout(other, "t04", "2027-05-03", "2027-05-03");
        expect(without.released).toEqual(["rotterdam-conf"]);
        await other.getByText(/noteert voor haar een nee/).waitFor();
        const had = bookingsOf(place, "eerste", "t04");
        await takeOverAndSave(other, "eerste");
        assertLeft(place, "t04", had, "rotterdam-conf 0", without);
      },
      () => undefined,
    ),
  300_000,
);

planner(
  "a trainer falls ill: whom to call in order, taken over, saved and published without her",
  () =>
    withPlanner(
      async (place) => {
        const page = await planned(place);
        await publish(page);
        // She is fixed in no session, so that what she leaves can be given to others at once
        const option = page.locator("form.stack").first().locator('option[value="t06"]');
        await go(page, "whatif");
        const ill = (await option.textContent()) ?? "";
        const called = await repairWithout(page, "t06", "2027-02-01", "2027-06-30");
        const head = page.getByRole("heading", { name: /te bellen/ });
        await expect.poll(() => head.evaluate((one) => one === document.activeElement)).toBe(true);
        expect(called.contacts.length).toBeGreaterThan(1);
        await assertOrder(place, page, called);
        await assertAccessible(page, "repaired");
        await takeOverAndSave(page, "eerste");
        await publish(page);
        await page.getByText("Dit is al wat er is vastgesteld.").waitFor();
        await page.locator(".asks h4").first().waitFor();
        await page.getByLabel("Zoek een trainer").fill(ill);
        await expect.poll(() => page.locator(".asks h4").count(), { timeout: 15_000 }).toBe(0);
      },
      () => undefined,
    ),
  300_000,
);
