/** The three papers of one small plan, in both languages: what they say, and what they must never let through. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { HARD_RULES } from "../../src/model/types.js";
import {
  labelsFrom,
  noLabels,
  paperRule,
  planCalendar,
  planCsv,
  planHtml,
  planText,
  viewPlan,
} from "../../src/papers/index.js";
import { openReasons } from "../../src/solve/index.js";
import { plan, season } from "./fixture.js";

const labels = labelsFrom({
  activity: { about: { title: "x" }, items: [{ id: "basic-training", nl: "Basistraining", en: "Basic training" }] },
  role: { items: [{ id: "lived", nl: "Ervaringsdeskundige", en: "Lived experience" }] },
});
const verdict = check(season, plan);
const view = viewPlan(season, plan, verdict, openReasons(season, plan));

test("the plan of these tests is sound", () => {
  expect(verdict).toMatchObject({ feasible: true, misstated: false, overbound: false, total: 8008 });
});

describe("view", () => {
  test("each part stands in its own ISO week, by time", () => {
    expect(view.weeks.map(({ year, week, monday, sunday }) => [year, week, monday, sunday])).toEqual([
      [2027, 13, "2027-03-29", "2027-04-04"],
      [2027, 14, "2027-04-05", "2027-04-11"],
    ]);
    expect(view.weeks.map(({ rows }) => rows.map(({ session, part }) => `${session.id} ${part}`))).toEqual([
      ["open-theme 1", "=two-parts 1", "open-lived 1", "online 1"],
      ["=two-parts 2"],
    ]);
  });
  test("open sessions come by priority", () => {
    expect(view.open.map(({ session }) => session.id)).toEqual(["open-lived", "open-theme"]);
  });
  test("a gap is told only where the plan's own statements hold", () => {
    expect(view.gap).toBeCloseTo(8 / 8008);
    const { bound: _none, ...unbounded } = plan;
    expect(viewPlan(season, unbounded, check(season, unbounded), []).gap).toBeNull();
    const lying = { ...plan, cost: 1 };
    expect(viewPlan(season, lying, check(season, lying), []).gap).toBeNull();
  });
});

describe("csv", () => {
  const lines = (lang: "nl" | "en") => planCsv(view, lang, labels).split("\r\n");
  test("Dutch: semicolons, labels, formulas disarmed, quotes doubled", () => {
    expect(lines("nl")).toEqual([
      "Week;Datum;Begin;Einde;Deel;Bijeenkomst;Activiteit;Plaats;Programma;Prioriteit;Status;professional;Ervaringsdeskundige;actor;Mogelijke data;Waarom open",
      "2027-W13;2027-03-29;09:30;12:30;1/1;open-theme;workshop-beginners;Súdwest-Fryslân;;3;open;;;;2027-03-29 09:30–12:30;wie zou kunnen, heeft niet het gevraagde niveau op een thema",
      "2027-W13;2027-03-29;09:30;16:30;1/2;'=two-parts;Basistraining;Súdwest-Fryslân;;2;bemenst;t1;t2;;;",
      "2027-W13;2027-03-29;10:00;12:00;1/1;open-lived;workshop-beginners;<script>alert(1)</script>;;5;open;;;;2027-03-29 10:00–12:00;wie zou kunnen, is op die tijd al bezet",
      `2027-W13;2027-03-30;23:00;2027-03-31 01:00;1/1;online;"web; ""inar"", 'x'";Online;;3;bemenst;'@t3;;;;`,
      "2027-W14;2027-04-05;09:30;16:30;2/2;'=two-parts;Basistraining;Súdwest-Fryslân;;2;bemenst;t1;t2;;;",
      "",
    ]);
  });
  test("English: commas", () => {
    expect(lines("en")[2]).toBe(
      "2027-W13,2027-03-29,09:30,16:30,1/2,'=two-parts,Basic training,Súdwest-Fryslân,,2,staffed,t1,t2,,,",
    );
  });
});

describe("html", () => {
  const nl = planHtml(view, "nl", labels);
  const en = planHtml(view, "en", labels);
  test("says in either language what a coordinator looks for", () => {
    for (const text of [
      '<html lang="nl">',
      "Nog open (2)",
      "2 van 4 bijeenkomsten",
      "8.008",
      "bijeenkomsten zonder team",
    ])
      expect(nl).toContain(text);
    expect(nl).toContain("hoogstens 0,1 % beter mogelijk");
    expect(nl).toContain("ma 29 mrt");
    expect(nl).toContain("deel 2 van 2");
    for (const text of ['<html lang="en">', "Still open (2)", "2 of 4 sessions", "8,008", "sessions without a team"])
      expect(en).toContain(text);
    expect(en).toContain("Mon 29 Mar");
    expect(en).toContain("23:00–Wed 31 Mar 01:00");
  });
  test("text of the season is never markup", () => {
    expect(en).not.toContain("<script");
    expect(en).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(en).toContain("<h1>Plan of season spring &lt;b&gt;&amp;</h1>");
    expect(en).toContain("web; &quot;inar&quot;, &#39;x&#39;");
  });
  test("loads nothing, prints on A4, and keeps the heads of tables over pages", () => {
    expect(en).not.toMatch(/\b(src|href)="(?!#)/);
    expect(en).not.toMatch(/url\(|@import|https?:/);
    expect(en).toContain("default-src 'none'");
    expect(en).toContain("size: A4");
    expect(en).toContain("@media print");
    expect(en).toContain("table-header-group");
  });
  test("every element is closed in order, every id is one of a kind, every link leads to one", () => {
    const open: string[] = [];
    for (const [, slash, name] of en.replace(/<style>.*<\/style>/s, "").matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (["meta", "br", "col"].includes(name ?? "")) continue;
      if (slash === "") open.push(name ?? "");
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    const ids = [...en.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of en.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g)) expect(ids).toContain(target);
  });
  test("a plan that breaks a rule says so, without a reason that is someone's own", () => {
    const away = season.trainers.map((one) => (one.id === "t2" ? { ...one, avoidPlaces: ["p1"] } : one));
    const unsafe = { ...season, trainers: away };
    const page = planHtml(viewPlan(unsafe, plan, check(unsafe, plan), []), "en", noLabels);
    expect(page).toContain("This plan breaks 1 rule");
    expect(page).toContain("<li>=two-parts: not available</li>");
    expect(page.replace(/<style>.*<\/style>/s, "")).not.toMatch(/avoid|must not/i);
  });
});

test("the six reasons that are hers to keep have one name on paper, and no other rule has it", () => {
  const one = HARD_RULES.filter((rule) => paperRule(rule) === "notAvailable");
  expect(one).toEqual(["available", "avoidPlaces", "ownCommunity", "avoidTrainers", "excludes", "exposure"]);
});

test("every paper calls a session by the item that it was made of, a hybrid conference as such; else by its activity", () => {
  const named = labelsFrom({
    activity: { items: [{ id: "conference", nl: "Zaal", en: "Hall" }] },
    item: { items: [{ id: "conference-hybrid", nl: "Hybride", en: "Hybrid" }] },
  });
  const made = { activity: "conference", programme: "p" };
  const all = {
    ...season,
    programmes: [{ id: "p", budget: 9000 }],
    sessions: season.sessions.map((one) => {
      if (one.id === "online") return { ...one, ...made, id: "p-conference-hybrid-1" };
      return one.id === "open-lived" ? { ...one, ...made } : { ...one, activity: "x" };
    }),
  };
  const moved = (one: (typeof plan)["assignments"][number]) =>
    one.session === "online" ? { ...one, session: "p-conference-hybrid-1" } : one;
  const its = { ...plan, assignments: plan.assignments.map(moved) };
  const seen = viewPlan(all, its, check(all, its), []);
  const told = { lang: "nl", labels: named, stamp: "2027-01-01T00:00:00Z", previous: null, trainer: null } as const;
  const papers = {
    text: planText(seen, "nl", named, 200),
    sheet: planCsv(seen, "nl", named),
    html: planHtml(seen, "nl", named),
    calendar: planCalendar(seen, told),
  };
  // The one that is called otherwise is open, which no calendar has.
  const names = ([paper, text]: [string, string]) => [paper, text.includes("Hybride"), text.includes("Zaal")];
  expect(Object.entries(papers).map(names)).toEqual([
    ["text", true, true],
    ["sheet", true, true],
    ["html", true, true],
    ["calendar", true, false],
  ]);
});

describe("table", () => {
  test("fits the width that it is given, whatever the language, and cuts no code short", () => {
    for (const lang of ["nl", "en"] as const)
      for (const width of [80, 100, 160]) {
        const text = planText(view, lang, labels, width);
        const table = text.split("\n").filter((line) => /^[│┌├└]/.test(line));
        expect(table.length).toBeGreaterThan(8);
        for (const line of table) expect(line.length).toBeLessThanOrEqual(width);
        expect(text).toContain("=two-parts");
        expect(text).not.toContain("…");
      }
  });
  test("a season's text cannot steer the terminal", () => {
    const places = season.places.map((place) => ({ ...place, name: "Delft\u001b[2J\u202e\r" }));
    const hostile = { ...season, places };
    const text = planText(viewPlan(hostile, plan, verdict, []), "en", noLabels, 120);
    for (const control of ["\u001b", "\u202e", "\r"]) expect(text).not.toContain(control);
    expect(text).toContain("Delft");
  });
});
