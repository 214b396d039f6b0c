/** Lines that are broken to a width, and what of the published plan a paper tells. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { leastWidth, wrap } from "../../src/papers/columns.js";
import { noLabels, planHtml, planText, viewPlan } from "../../src/papers/index.js";
import { labelsFrom } from "../../src/papers/labels.js";
import { plan, season } from "./fixture.js";

describe("lines", () => {
  test("break at blanks and after hyphens, and never before a colon", () => {
    expect(wrap("midden-delfland-basic", 9)).toBe("midden-\ndelfland-\nbasic");
    expect(wrap("Ervaringsdeskundige: t26", 20)).toBe("Ervaringsdeskundige:\nt26");
    expect(wrap("13:30–16:00", 7)).toBe("13:30–\n16:00");
    expect(wrap("Den Haag en\nDelft", 8)).toBe("Den Haag\nen\nDelft");
    expect(leastWidth("Ervaringsdeskundige: t26")).toBe(20);
  });
  test("cut a word only where it is wider than the width", () => {
    expect(wrap("Bijeenkomst op dinsdag", 7)).toBe("Bijeenk\nomst op\ndinsdag");
  });
});

test("at 80 columns no word of the table is cut, headings included", () => {
  const labels = labelsFrom({
    activity: { items: [{ id: "basic-training", nl: "Basistraining voor beroepskrachten", en: "x" }] },
    role: { items: [{ id: "lived", nl: "Ervaringsdeskundige", en: "x" }] },
  });
  const places = season.places.map((place) => ({ ...place, name: "Leidschendam-Voorburg" }));
  const of = { ...season, places };
  const text = planText(viewPlan(of, plan, check(of, plan), []), "nl", labels, 80);
  for (const word of ["Bijeenkomst", "Leidschendam-", "Voorburg", "Ervaringsdeskundige:", "two-parts", "professional:"])
    expect(text).toContain(word);
  for (const line of text.split("\n").filter((one) => one.startsWith("│"))) {
    expect(line.length).toBeLessThanOrEqual(80);
    expect(line).not.toMatch(/│ *:/);
  }
  expect(text).not.toContain("Activiteit");
  expect(planText(viewPlan(of, plan, check(of, plan), []), "nl", labels, 140)).toContain("Activiteit");
});

test("who of the published teams drops out, and which sessions move, is named", () => {
  const published = [
    { session: "=two-parts", slot: null, team: [{ seat: "professional" as const, trainer: "@t3" }] },
    { session: "online", slot: 0, team: [{ seat: "professional" as const, trainer: "@t3" }] },
  ];
  const of = { ...season, published };
  const view = viewPlan(of, plan, check(of, plan), []);
  expect(planText(view, "en", noLabels, 120)).toContain(
    "Other than was already known\n  - =two-parts: drops out: @t3\n  - =two-parts: on another date than was made known\n",
  );
  expect(planHtml(view, "nl", noLabels)).toContain("<li>=two-parts: valt af: @t3</li>");
});

test("a plan that breaks a rule that is a trainer's own twice over tells it once", () => {
  const trainers = season.trainers.map((one) =>
    one.id === "t2" ? { ...one, avoidPlaces: ["p1"], available: [] } : one,
  );
  const unsafe = { ...season, trainers };
  const page = planHtml(viewPlan(unsafe, plan, check(unsafe, plan), []), "en", noLabels);
  expect(page).toContain("This plan breaks 1 rule");
  expect(page.match(/=two-parts: not available/g)).toHaveLength(1);
});
