/** What of a quick scan may be told: never less than its groups tell, and a share of wishes says of which wishes it is. */
import { expect, test } from "vitest";
import { hasTold, leastOf } from "../../src/faces/web/scan-told.js";
import { programmeEn } from "../../src/faces/web/words-programme-en.js";
import { programmeNl } from "../../src/faces/web/words-programme-nl.js";
import { choiceText } from "../../src/papers/programme/choice.js";
import { alternativesOf } from "../../src/programme/choose/alternatives.js";
import { type Answers, GROUPS } from "../../src/programme/scan/answers.js";
import { demandOf, needsOf } from "../../src/programme/scan/needs.js";
import { menu, order } from "../programme/support.js";

const OPEN = { workForms: [], communities: [], languages: [], cooperation: [], days: [], dayparts: [] };
/** Of each group so many answers, the first ones with the wish. */
const answersOf = (sizes: readonly number[], wishing: readonly number[] = []): Answers => ({
  format: "koppel-answers/1",
  answers: GROUPS.flatMap((role, g) =>
    Array.from({ length: sizes[g] ?? 0 }, (_, i) => ({
      ...OPEN,
      role,
      knowledge: {},
      wishes: i < (wishing[g] ?? 0) ? ["t"] : [],
    })),
  ),
});

test("of 25 answers of which 3 are of one group it is told that they are 22 at least, and not that they are few", () => {
  const people = (...sizes: readonly number[]) => leastOf(needsOf(answersOf(sizes), ["t"]).people);
  expect(people(12, 10, 3)).toEqual([22, false]);
  expect(people(12, 10, 0)).toEqual([22, true]);
  expect(people(4, 3, 2)).toEqual([0, false]);
});

test("a share of wishes can be told where some wish may be counted, as the programme counts it", () => {
  for (const [wishing, isTold] of [
    [[6, 5], true],
    [[6, 4], false],
    [[9, 0], false],
  ] as const) {
    const answers = answersOf([10, 10], wishing);
    expect(hasTold(needsOf(answers, ["t"]))).toBe(isTold);
    expect(demandOf(answers, ["t"]).some((one) => one.isTold)).toBe(isTold);
    expect(alternativesOf(menu, order, demandOf(answers, ["t"]), []).isTold).toBe(isTold);
  }
});

test("a share of wishes says of which wishes it is, on paper and on the screen alike", () => {
  const one = { kind: "k", items: [], fee: 0, metPercent: 80, boundPercent: 90, proven: false, unmet: [] };
  const text = (lang: "nl" | "en", isTold = true): string =>
    choiceText({ format: "koppel-choice/1", order: "o", alternatives: [one] }, isTold, (code) => code, lang);
  for (const [lang, screen] of [
    ["nl", programmeNl],
    ["en", programmeEn],
  ] as const)
    for (const said of [screen.met(80), screen.unproven(80, 90)]) expect(text(lang)).toContain(said);
  // Where nothing may be told there is no share, not even of what no programme exceeds.
  expect(text("nl", false)).toContain(programmeNl.metUntold);
  expect(text("en", false)).toContain(programmeEn.metUntold);
  expect(text("nl", false)).not.toMatch(/\d %/);
  expect(text("en", false)).not.toMatch(/\d%/);
  expect(text("nl")).toContain("80 % vervuld van de wensen van 5 of meer mensen in elke groep");
});
