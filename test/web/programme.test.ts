/** A quick scan becomes a quote, in a real browser: order, answers, three programmes, groups, terms, quote, sessions in the pool. */
import path from "node:path";
import type { Route } from "playwright-core";
import { expect, test } from "vitest";
import { assertSeen, BROWSER, go, type Place, withPlanner } from "./support.js";
import { bringIn } from "./tasks.js";

const DEMO = path.resolve("data/demo/programme");

/** The same programme with two alternatives that are not proven: one may meet more, one may only cost less. */
async function withBounds(route: Route): Promise<void> {
  const answer = await route.fetch();
  const told = (await answer.json()) as {
    papers: { choice: { alternatives: { proven: boolean; metPercent: number; boundPercent: number }[] } };
  };
  for (const [i, one] of told.papers.choice.alternatives.entries())
    if (i < 2) Object.assign(one, { proven: false, boundPercent: one.metPercent + (i === 0 ? 1 : 0) });
  await route.fulfill({ response: answer, json: told });
}

test.skipIf(BROWSER === null)(
  "a quick scan becomes a quote: asked for, refused, asked again, divided, priced, booked",
  () =>
    withPlanner(
      async (place: Place) => {
        const page = await place.open();
        const see = (what: string): Promise<void> => assertSeen(page, `programme-${what}`);
        const at = (step: string) => page.locator(".steps").getByRole("button", { name: step });
        await bringIn(page);

        // the order, typed in
        await go(page, "programmes");
        await page.getByLabel("Code", { exact: true }).fill("lindehoven");
        await page.getByLabel("Opdrachtgever").fill("Lindehoven (voorbeeld)");
        await page.getByLabel("Gemeente").selectOption("GM0503");
        await page.getByLabel("Deelnemers").fill("70");
        await page.getByLabel("Budget (euro)").fill("12000");
        await page.getByLabel("Van", { exact: true }).fill("2027-03-01");
        await page.getByLabel("Tot en met").fill("2027-06-25");
        await see("order");
        await page.getByRole("button", { name: "Bewaren" }).click();

        // what comes later says what it needs first
        await at("Keuze").waitFor();
        for (const step of ["Quick scan", "Keuze", "Groepen", "Offerte", "Inplannen"]) {
          await at(step).click();
          await see(`${step.toLowerCase().replace(" ", "-")}-none`);
        }
        await at("Quick scan").click();

        // for answers on paper there is an empty list
        const saved = async (button: string | RegExp): Promise<string> => {
          const [file] = await Promise.all([
            page.waitForEvent("download"),
            page.getByRole("button", { name: button }).click(),
          ]);
          return file.suggestedFilename();
        };
        expect(await saved("Lege lijst voor antwoorden op papier (Excel)")).toBe("lindehoven-answer-list.xlsx");
        // the answers: what anybody answered does not come back
        await page.getByLabel("Antwoorden (.xlsx of .csv)").setInputFiles(path.join(DEMO, "answers.csv"));
        await page.getByRole("button", { name: "Inlezen", exact: true }).click();
        await page.getByText("70 mensen antwoordden.").waitFor({ timeout: 20_000 });
        await see("scan");
        const [report] = await Promise.all([
          page.context().waitForEvent("page"),
          page.getByRole("button", { name: /Verslag voor de bijeenkomst/ }).click(),
        ]);
        await report.getByRole("heading", { name: "Quick scan Lindehoven (voorbeeld): de uitkomst" }).waitFor();
        await report.close();

        // wishes that cannot be had are refused with the reason; without one of them there are programmes
        await page.getByRole("button", { name: "Verder naar Keuze →" }).click();
        await page.getByText("Zonder wens zoekt Koppel").waitFor();
        await page.getByText("Wat moet en wat niet mag").click();
        await page.getByLabel("Wens voor Training LKHA en Alliantie").selectOption("must");
        await page.getByLabel("Training LKHA en Alliantie: keer").fill("8");
        await page.getByRole("button", { name: "Zoek de beste programma’s" }).click();
        await page
          .getByText(/het budget is €\s12\.000; nodig is €/)
          .first()
          .waitFor({ timeout: 30_000 });
        await see("conflict");
        await page.getByLabel("Training LKHA en Alliantie: keer").fill("2");
        await page.getByLabel("Wens voor Thematische conferentie").selectOption("must");
        await page.getByLabel("Wens voor Webinar").selectOption("must");
        await page.getByLabel("Wens voor Hybride conferentie (zaal en online)").selectOption("not");
        await page.getByRole("button", { name: "Zoek de beste programma’s" }).click();
        await page.locator("article.option").nth(2).waitFor({ timeout: 110_000 });
        // an item is left out, by the keyboard, and asked again: it is in none of the three
        const out = page.locator("article.option .items", { hasText: "Workshop voor beginners" });
        expect(await out.count()).toBeGreaterThan(0);
        await page.getByRole("button", { name: "weg: Workshop voor beginners" }).first().focus();
        await page.keyboard.press("Enter");
        await page.getByText("Uw wensen zijn veranderd: vraag opnieuw.").waitFor();
        // what was typed and not asked yet stands after the page is loaded anew, at the same step
        await page.reload();
        await page.getByText("Uw wensen zijn veranderd: vraag opnieuw.").waitFor();
        const pressed = { name: "weg: Workshop voor beginners", pressed: true };
        await page.getByRole("button", pressed).first().waitFor();
        await page.getByRole("button", { name: "Vraag opnieuw" }).click();
        await page.getByText("Uw wensen gelden mee in wat Koppel zoekt.").waitFor({ timeout: 110_000 });
        expect(await page.getByText("Zonder wens zoekt Koppel").count()).toBe(0);
        expect(await out.count()).toBe(0);
        await page
          .getByRole("article", { name: "Verdieping in kleine groepen" })
          .getByText("Kies dit programma")
          .click();
        await page.reload();
        await page.getByRole("article", { name: "Verdieping in kleine groepen" }).getByText("Dit is gekozen").waitFor();
        expect(await page.getByText("Dit is gekozen").count()).toBe(1);
        // what is not proven states how much is possible at most, or that it may cost less
        await page.route("**/v1/programmes/lindehoven", withBounds);
        await page.reload();
        await page.getByText(/geen programma van deze soort vervult er meer dan \d+ % van/).waitFor();
        await page.getByText("geen vervult meer; misschien kan het voor minder geld").waitFor();
        await see("choice-bound");
        await page.unroute("**/v1/programmes/lindehoven");
        await page.reload();
        await page.getByText("Dit is gekozen").waitFor();
        await page.getByText("Wat moet en wat niet mag").click();
        await see("choice");

        // participants come as a paper, and are divided
        await page.getByRole("button", { name: /Opdracht/ }).click();
        await page.getByText("Hebt u al bestanden").click();
        await page.getByLabel("Papieren (.json)").setInputFiles(path.join(DEMO, "participants.json"));
        await page.getByRole("button", { name: "Inlezen", exact: true }).click();
        await page.getByText("Bewaard.").first().waitFor();
        await page.getByRole("button", { name: /Groepen/ }).click();
        const divide = async (): Promise<void> => {
          await page.getByLabel("Onderdeel").selectOption("lkha-training");
          await page.getByRole("button", { name: "Indelen" }).click();
          await page.locator("article.group").nth(1).waitFor();
        };
        await divide();
        // an empty one goes by the days that are kept, or by those that are typed
        await page.getByText("Lees de ingevulde lijst in").click();
        for (const days of ["", "2027-06-03 2027-06-08"]) {
          await page.getByLabel("Dagen waarop een groep kan").fill(days);
          expect(await saved("Lege lijst om in te vullen (Excel)")).toBe("lindehoven-participant-list.xlsx");
        }
        expect(await saved("Intakelijst (Excel)")).toBe("lindehoven-intake.xlsx");
        const before = await page.locator("main").textContent();
        expect(before).not.toMatch(/\bd0?1\b/i);
        // Why somebody waits tells her wishes: it stands beside the codes alone.
        expect(before).not.toMatch(/geen plaats door/);
        await page.getByRole("button", { name: "Toon wie waar is" }).click();
        await page.locator(".codes").first().waitFor();
        await page.getByText(/^d16: geen plaats door de dagen en een groep voor vrouwen samen/).waitFor();
        await see("groups");

        // left out again, once that is confirmed; and divided anew
        page.removeAllListeners("dialog");
        for (const [yes, groups] of [[false, 2] as const, [true, 0] as const]) {
          page.once("dialog", (dialog) => void (yes ? dialog.accept() : dialog.dismiss()));
          await page.getByRole("button", { name: "Groepen eruit halen: Training LKHA en Alliantie" }).click();
          if (yes) await page.getByText("Met Indelen maakt u ze weer.").waitFor();
          expect([yes, await page.locator("article.group").count()]).toEqual([yes, groups]);
        }
        await divide();
        // terms, quote: its sums are right, and it can be printed and taken along
        await page
          .getByRole("button", { name: /Offerte/ })
          .first()
          .click();
        await page.getByRole("group", { name: "Van" }).getByLabel("Naam").fill("Alliantie Verandering van Binnenuit");
        await see("terms");
        await page.getByRole("button", { name: "Bewaren" }).click();
        await page.getByRole("button", { name: "Offerte maken" }).click();
        await page.locator("table.quote tfoot").waitFor({ timeout: 20_000 });
        const cents = (await page.locator("table.quote tfoot td").allInnerTexts()).map((text) =>
          Number(text.replace(/[^\d]/g, "")),
        );
        const lines = (await page.locator("table.quote tbody td").allInnerTexts()).map((text) =>
          Number(text.replace(/[^\d]/g, "")),
        );
        expect(lines.reduce((sum, one) => sum + one, 0)).toBe(cents[0]);
        expect((cents[0] ?? 0) + (cents[1] ?? 0)).toBe(cents[2]);
        // in the order of the programme: what is free first, then stage by stage
        const stages = await page.locator("table.quote .stage").allInnerTexts();
        expect(stages[0]).toBe("Vooraf, zonder kosten");
        expect(stages.slice(1)).toEqual(
          ["Om te beginnen", "De basis", "Verder en dieper"].filter((one) => stages.includes(one)),
        );
        expect(stages.length).toBeGreaterThan(2);
        await see("quote");
        const [printed] = await Promise.all([
          page.context().waitForEvent("page"),
          page.getByRole("button", { name: /Bekijken en afdrukken/ }).click(),
        ]);
        await printed
          .getByRole("heading", { name: /Offerte/ })
          .first()
          .waitFor();
        await printed.close();
        const [pdf] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: "PDF", exact: true }).click(),
        ]);
        expect(pdf.suggestedFilename()).toBe("lindehoven-quote.pdf");

        // somebody else changes it meanwhile: nothing is overwritten
        const second = await place.open("alliantie", "c2");
        await go(second, "programmes");
        await second.getByRole("button", { name: /Opdracht/ }).click();
        await second.getByLabel("Budget (euro)").fill("12500");
        await second.getByRole("button", { name: "Bewaren" }).click();
        await second.getByText("Bewaard.").waitFor();
        await page
          .getByRole("button", { name: /Inplannen/ })
          .first()
          .click();
        await page.getByRole("button", { name: "Inplannen", exact: true }).last().click();
        await page.getByText(/Iemand anders was u voor/).waitFor();
        await page.locator(".notice.bad").getByRole("button", { name: "Sluiten" }).click();
        const theirs = page.waitForResponse("**/v1/programmes/lindehoven");
        await page.getByRole("button", { name: "lindehoven", exact: true }).click();
        await (await theirs).finished();

        // booked, a season of it, and what must be ready
        await page.getByRole("button", { name: "Inplannen", exact: true }).last().click();
        await page.getByText(/\d+ bijeenkomsten in de pool, budget €/).waitFor({ timeout: 20_000 });
        await page.getByRole("button", { name: "Seizoen maken van dit programma" }).click();
        await page.getByText("Seizoen lindehoven staat klaar om te plannen.").waitFor({ timeout: 20_000 });
        await see("booked");
        await page.getByRole("button", { name: "+ Nieuw programma" }).click();
        await page.locator("section.bar").waitFor({ state: "detached" });
        await page.getByRole("button", { name: "lindehoven", exact: true }).click();
        await page.locator("section.bar", { hasText: "lindehoven" }).waitFor();
        // in another tab, where none was chosen, it is known which alternative the quote and what is booked are of
        await second.reload();
        await second.getByRole("button", { name: /Inplannen \(klaar\)/ }).click();
        await second.getByText("Seizoen lindehoven is er al.").waitFor();
        await second
          .getByText(/Ingepland: \d+ bijeenkomsten in de pool, van ‘Verdieping in kleine groepen’\./)
          .waitFor();
        expect(await second.locator("main form select").first().locator("option:checked").textContent()).toBe(
          "Verdieping in kleine groepen",
        );
        await second.close();
        // before there is a plan: first dates on offer, and all seats open
        await page.getByRole("button", { name: "Kijken" }).click();
        await page.getByLabel("alleen te laat of binnen een week").uncheck();
        await page
          .getByText(/(\d+) van \1 plaatsen open/)
          .first()
          .waitFor();
        await see("ready");
        const [duties] = await Promise.all([
          page.context().waitForEvent("page"),
          page.getByRole("button", { name: /Lijst om af te drukken/ }).click(),
        ]);
        await duties.getByRole("heading", { name: "Wat de opdrachtgever regelt" }).waitFor();
        await duties.close();
        // in English too
        await page.getByRole("button", { name: "English" }).click();
        await page.getByRole("heading", { name: "How it stands" }).waitFor();
      },
      () => undefined,
    ),
  420_000,
);
