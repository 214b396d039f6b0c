/** The lists of data/: labelled in two languages, sourced, and pointing only to each other's tags. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { ROLES } from "../../src/model/types.js";
import { list, whole } from "./lists.js";

const OF_DATES = ["observances", "announced-dates", "lunar-dates", "school-holidays", "school-regions"];
const LISTS = [
  ...[
    "questionnaire",
    "programme-items",
    "programme-kinds",
    "readiness",
    "menu",
    "themes",
    "work-forms",
    "roles",
    "organisations",
    "backgrounds",
    "languages",
    "traits",
  ],
  ...OF_DATES,
];
const root = fileURLToPath(new URL("../../", import.meta.url));
const ids = (name: string) => list(name).map((item) => item.id);

describe.each(LISTS)("data/%s.json", (name) => {
  test("labels every entry in Dutch and English, under a tag of its own", () => {
    for (const item of list(name)) {
      expect([item.id, item.nl, item.en].every((text) => typeof text === "string" && text.trim() !== "")).toBe(true);
    }
    expect(new Set(ids(name)).size).toBe(ids(name).length);
  });

  test("names its source and its licence, and the README does too", () => {
    const { about } = whole(name);
    expect(about.source).toMatch(/\w/);
    expect(about.licence).toMatch(/\w/);
    expect(readFileSync(join(root, "data/README.md"), "utf8")).toContain(`\`${name}.json\``);
  });
});

describe("the menu", () => {
  const menu = list("menu");

  test("has the seven items of the brochure in its order", () => {
    expect(menu.map((item) => item.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("points to themes, work forms and roles that exist", () => {
    for (const item of menu) {
      expect((item.themes as string[]).filter((id) => !ids("themes").includes(id))).toEqual([]);
      expect((item.workForms as string[]).filter((id) => !ids("work-forms").includes(id))).toEqual([]);
      expect(Object.keys(item.seats as object).filter((role) => !ids("roles").includes(role))).toEqual([]);
    }
  });
});

test("the roles are those of the season format", () => {
  expect(ids("roles")).toEqual([...ROLES]);
});

test("there is a trait for each organisation, and no other `org:` trait", () => {
  const org = ids("traits").filter((id) => id.startsWith("org:"));
  expect(new Set(org)).toEqual(new Set(ids("organisations").map((id) => `org:${id}`)));
  expect(list("organisations").filter((item) => item.group === "consortium").length).toBe(7);
});

describe("the municipalities", () => {
  const rows = whole("municipalities").items as unknown as readonly {
    code: string;
    name: string;
    province: string;
    lat: number;
    lon: number;
  }[];

  test("are the 342 of 2026, each once, each with a point in the Netherlands", () => {
    expect(rows.length).toBe(342);
    expect(new Set(rows.map((row) => row.code)).size).toBe(342);
    expect(new Set(rows.map((row) => row.name)).size).toBe(342);
    expect(new Set(rows.map((row) => row.province)).size).toBe(12);
    expect(whole("municipalities").about.year).toBe(2026);
    for (const row of rows) {
      expect(row.code).toMatch(/^GM\d{4}$/);
      expect(row.lat > 50.7 && row.lat < 53.6 && row.lon > 3.3 && row.lon < 7.3, row.name).toBe(true);
    }
  });

  test("are what the script makes of the package", () => {
    const folder = mkdtempSync(join(tmpdir(), "koppel-municipalities-"));
    try {
      const out = join(folder, "municipalities.json");
      execFileSync(process.execPath, [join(root, "scripts/make-municipalities.mjs"), "--out", out], { stdio: "pipe" });
      expect(readFileSync(out, "utf8")).toBe(readFileSync(join(root, "data/municipalities.json"), "utf8"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("the days of the moon are what the script makes of the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "koppel-lunar-"));
  try {
    const out = join(folder, "lunar-dates.json");
    execFileSync(process.execPath, [join(root, "scripts/make-lunar-dates.mjs"), "--out", out], { stdio: "pipe" });
    expect(readFileSync(out, "utf8")).toBe(readFileSync(join(root, "data/lunar-dates.json"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe("the school holidays", () => {
  const items = list("school-holidays") as unknown as readonly {
    readonly id: string;
    readonly periods: readonly { readonly from: string; readonly to: string; readonly regions: readonly string[] }[];
  }[];
  const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  const weekday = (day: string) => new Date(day).getUTCDay();

  test("begin on a Saturday and last whole weeks to a Sunday: one, two at Christmas, six in summer", () => {
    const weeks: Readonly<Record<string, number>> = { "christmas-holidays": 2, "summer-holidays": 6 };
    for (const { id, periods } of items)
      for (const { from, to } of periods) {
        expect([weekday(from), weekday(to)], `${id} ${from}`).toEqual([6, 0]);
        expect(days(from, to), `${id} ${from}`).toBe((weeks[id] ?? 1) * 7 + 2);
      }
  });

  test("are there for each region once a school year, as far as the list says that they are known", () => {
    const { from: first, to: last } = whole("school-holidays").about;
    expect(items.flatMap(({ periods }) => periods.map(({ from }) => from)).sort()[0]).toBe(first);
    expect(
      items
        .flatMap(({ periods }) => periods.map(({ to }) => to))
        .sort()
        .at(-1),
    ).toBe(last);
    for (const { id, periods } of items)
      for (const region of ["noord", "midden", "zuid"]) {
        const count = periods.filter(({ regions }) => regions.includes(region)).length;
        expect(count, `${id} ${region}`).toBe(id === "summer-holidays" ? 6 : 5);
      }
  });
});
