/** The season that docs/season-format.md starts from: every field in its place, and a plan of it stands. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { readSeason } from "../../src/model/index.js";
import { solve } from "../../src/solve/index.js";

const file = (name: string): string => new URL(`../../${name}`, import.meta.url).pathname;

test("the small season is accepted, and solve staffs all of it with a sound plan", async () => {
  const season = readSeason(readFileSync(file("data/demo/small.json")));
  expect([season.trainers.length, season.sessions.length]).toEqual([3, 2]);
  const options = { time: Number.POSITIVE_INFINITY, gap: 0, seed: 1, threads: 1, steps: 300 } as const;
  const { plan, staffed, status } = await solve({ season }, options);
  expect({ staffed, status }).toEqual({ staffed: 2, status: "optimal" });
  expect(check(season, plan)).toMatchObject({ feasible: true, misstated: false, overbound: false });
});

test("the page on the format names every field that the season has", () => {
  const page = readFileSync(file("docs/season-format.md"), "utf8");
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) collect(one);
    else if (typeof value === "object" && value !== null)
      for (const [name, below] of Object.entries(value)) {
        names.add(name);
        collect(below);
      }
  };
  collect(JSON.parse(readFileSync(file("data/demo/small.json"), "utf8")));
  names.delete("conversation-skills");
  for (const name of names) expect(page, name).toMatch(new RegExp(`[\`".{]${name}\\b`));
});
