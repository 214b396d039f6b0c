/** What the outcome of a small scan says of what it does not tell: why, and how many answers more are always enough, giving nothing away. */
import { expect, test } from "vitest";
import { loadQuestionnaire } from "../../src/faces/cli/programme/facts.js";
import { outcomeHtml } from "../../src/papers/programme/outcome.js";
import { type Answer, type Answers, GROUPS, type Group } from "../../src/programme/scan/answers.js";
import { needsOf } from "../../src/programme/scan/needs.js";
import { themesOf } from "../../src/programme/scan/questionnaire.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";

const questionnaire = await loadQuestionnaire();
const THEMES = themesOf(questionnaire);
const OPEN = { workForms: [], communities: [], languages: [], cooperation: [], days: [], dayparts: [] };
const one = (role: Group, wishes: readonly string[] = []): Answer => ({
  ...OPEN,
  role,
  knowledge: {},
  wishes: [...wishes],
});
const many = (n: number, role: Group, wishes: readonly string[] = []) =>
  Array.from({ length: n }, () => one(role, wishes));
const needsFor = (...answers: readonly Answer[]) => {
  const all: Answers = { format: "koppel-answers/1", answers: [...answers] };
  return needsOf(all, THEMES);
};
const pageOf = (needs: ReturnType<typeof needsOf>, lang: "nl" | "en" = "nl") =>
  outcomeHtml(needs, questionnaire, lang, "Klein");

test("a small scan says what is not told, why, and how many more are enough, in place of empty bars and rows", () => {
  const needs = needsFor(...many(3, "formal", ["fgm"]), ...many(5, "informal", ["fgm"]), ...many(9, "municipality"));
  const page = pageOf(needs);
  expect(page).toContain("Wat hier niet staat, en waarom");
  expect(page).toContain(
    "Sociaal professionals: minder dan 5 antwoorden. Met 4 antwoorden meer is hun aantal te noemen, en met 5 meer kan ook een wens van hen te noemen zijn.",
  );
  expect(page).toContain("Informele werkers: met 1 antwoord meer kan ook een wens van hen te noemen zijn.");
  expect(page).not.toContain("Gemeente: ");
  expect(page).toContain("Samen is te noemen zodra elke groep dat is.");
  expect(page).toContain("Meisjesbesnijdenis");
  expect(page).not.toContain("<svg");
  expect(page).not.toContain('<table class="needs');
  expect(page).not.toContain('<div class="counts">');
  expect(pageOf(needs, "en")).toContain("With 4 more their number can be told");
});

test("where something is told only the rest is named; where all is, nothing is said of it", () => {
  const some = needsFor(...many(7, "formal", ["fgm"]), ...many(6, "formal"), ...many(9, "informal"));
  const page = pageOf(some);
  const [shown = "", untold = ""] = page.split("Wat hier niet staat");
  expect(shown).toContain("Meisjesbesnijdenis");
  expect(untold).not.toContain("Meisjesbesnijdenis");
  expect(untold).toContain("Huwelijksdwang");
  expect(untold).not.toContain("antwoorden meer");
});

test("the page hangs on told counts alone: two scans that tell the same have the same page", () => {
  const few = (n: number) => pageOf(needsFor(...many(n, "formal", ["fgm"]), ...many(8, "informal")));
  expect(new Set([1, 2, 3, 4].map(few)).size).toBe(1);
  expect(few(5)).not.toBe(few(4));
});

test("what is said to be enough is, whatever the hidden counts are", () => {
  const random = new Random(41);
  for (let round = 0; round < count(200, 2000); round++) {
    const answers = GROUPS.flatMap((group) =>
      Array.from({ length: random.int(0, 8) }, () => one(group, random.some(THEMES, 0.4))),
    );
    const needs = needsFor(...answers);
    for (const group of needs.groups) {
      const size = needs.people.byGroup[group];
      const more = (n: number) => needsFor(...answers, ...many(n, group));
      if (size === null) expect(more(4).people.byGroup[group]).not.toBeNull();
      // From six answers on a wish can be told that five of them have.
      const wish = size === null ? 5 : Math.max(0, 6 - size);
      const all = answers.filter(({ role }) => role === group).length + wish;
      expect(all).toBeGreaterThanOrEqual(6);
      for (const theme of THEMES) {
        const told = needs.themes.find(({ id }) => id === theme)?.levels.some(({ byGroup }) => byGroup[group] !== null);
        if (told === true) continue;
        const wished = needsFor(...answers, ...many(5, group, [theme]), one(group));
        const level = wished.themes.find(({ id }) => id === theme)?.levels.find((each) => each.level === "beginner");
        expect(level?.byGroup[group]).not.toBeNull();
      }
    }
  }
});
