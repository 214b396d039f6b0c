/** What was held, recorded in the planner with a list that was filled in, in a real browser. Run the build first. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { alternative } from "../programme/sessions-fixture.js";
import { assertSeen, BROWSER, go, type Place, withPlanner } from "./support.js";

const DEMO = path.resolve("data/demo/programme");
const HEADS = "Bijeenkomst;Opdrachtgever;Subsidie;Activiteit;Datum;Minuten;Formeel;Informeel";

test.skipIf(BROWSER === null)(
  "what was held comes in with a list: a wrong cell is told by its place, then the account can be printed",
  () =>
    withPlanner(
      async (place: Place) => {
        const file = (name: string, text: string): string => {
          const full = path.join(place.folder, name);
          writeFileSync(full, text);
          return full;
        };
        const choice = { format: "koppel-choice/1", order: "lindehoven-2027", alternatives: [alternative] };
        const papers = [path.join(DEMO, "order.json"), file("choice.json", JSON.stringify(choice))];
        place.run("programme", "keep", "lindehoven-2027", ...papers);
        const page = await place.open();
        await go(page, "programmes");
        await page
          .locator(".steps")
          .getByRole("button", { name: /Inplannen/ })
          .click();
        const part = page.locator("section", { has: page.getByRole("heading", { name: "Wat er is gehouden" }) });
        const [empty] = await Promise.all([
          page.waitForEvent("download"),
          part.getByRole("button", { name: "Lege lijst om in te vullen (Excel)" }).click(),
        ]);
        expect(empty.suggestedFilename()).toBe("lindehoven-2027-held-list.xlsx");
        const read = async (name: string, row: string): Promise<void> => {
          const list = file(name, `${HEADS}\n${row}`);
          await part.getByLabel("Lijst van wat er is gehouden (.xlsx of .csv)").setInputFiles(list);
          await part.getByRole("button", { name: "Inlezen" }).click();
        };
        await read("fout.csv", "s1;Lindehoven;OCW;Webinar;3-6-2027;120;18;veel");
        await part.getByText(/heel getal verwacht, 0 of meer/).waitFor();
        expect(await part.getByRole("button", { name: /Verantwoording/ }).count()).toBe(0);
        await assertSeen(page, "programme-held");
        await read("goed.csv", "s1;Lindehoven;OCW;Webinar;3-6-2027;120;18;9");
        await page.getByText("1 bijeenkomst bewaard.").waitFor();
        const [account] = await Promise.all([
          page.context().waitForEvent("page"),
          part.getByRole("button", { name: /Verantwoording/ }).click(),
        ]);
        await account.getByRole("heading", { name: "Verantwoording: wat er is gehouden" }).waitFor();
        expect(await account.locator("table.account").textContent()).toContain("27");
      },
      () => undefined,
    ),
  120_000,
);
