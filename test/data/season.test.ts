/** The demo season: made by its script to the byte, of known words and days, with the sessions that it promises. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readSeason } from "../../src/model/index.js";
import { list } from "./lists.js";
import { possibleTeams } from "./teams.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bytes = readFileSync(join(root, "data/demo/season.json"));
const season = readSeason(bytes);
const ids = (name: string) => new Set(list(name).map((item) => item.id));

/** School holidays of region Midden and public holidays in the season's months. */
const CLOSED: readonly (readonly [string, string])[] = [
  ["2027-02-20", "2027-02-28"],
  ["2027-04-24", "2027-05-02"],
  ["2027-03-26", "2027-03-26"],
  ["2027-03-29", "2027-03-29"],
  ["2027-05-05", "2027-05-07"],
  ["2027-05-17", "2027-05-17"],
];

describe("data/demo/season.json", () => {
  test("is what its script writes, to the byte", () => {
    const folder = mkdtempSync(join(tmpdir(), "koppel-demo-"));
    try {
      const out = join(folder, "season.json");
      execFileSync(process.execPath, [join(root, "scripts/make-demo-season.mjs"), "--out", out], { stdio: "pipe" });
      expect(readFileSync(out).equals(bytes)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("is a spring of one region: about 40 trainers and 90 sessions, series, programmes and what is agreed", () => {
    expect(season.trainers.length).toBe(40);
    expect(season.sessions.length).toBe(90);
    expect([season.from, season.to]).toEqual(["2027-02-01", "2027-06-30"]);
    expect(season.series.every((series) => series.sessions.length === 4)).toBe(true);
    expect(season.published.length).toBe(6);
    expect(season.sessions.filter((session) => session.pinned !== null).length).toBe(4);
    const dates = season.sessions.flatMap((session) => session.slots.flat()).map(([start]) => start.slice(0, 10));
    expect(dates.filter((day) => day < season.from || day > season.to)).toEqual([]);
  });

  test("uses only the tags of data/", () => {
    const known = {
      activity: ids("menu"),
      theme: ids("themes"),
      background: ids("backgrounds"),
      language: ids("languages"),
      trait: ids("traits"),
    };
    const { trainers, sessions } = season;
    const used = {
      activity: sessions.map((session) => session.activity),
      theme: [
        ...trainers.flatMap((t) => Object.keys(t.expertise)),
        ...sessions.flatMap((s) => s.themes.map((n) => n.id)),
      ],
      background: [
        ...trainers.flatMap((t) => t.backgrounds),
        ...sessions.flatMap((s) => s.communities.flatMap((need) => need.backgrounds)),
      ],
      language: [...trainers.flatMap((t) => t.languages), ...sessions.flatMap((s) => s.languages.map((n) => n.id))],
      trait: [...trainers.flatMap((t) => t.traits), ...sessions.flatMap((s) => s.traits.map((n) => n.id))],
    };
    for (const [kind, tags] of Object.entries(used)) {
      const unknown = tags.filter((tag) => !known[kind as keyof typeof known].has(tag));
      expect(unknown, kind).toEqual([]);
    }
  });

  test("offers no date in a school holiday, on a public holiday or in a weekend", () => {
    const closed = season.sessions.flatMap((session) =>
      session.slots.flat().flatMap(([start]) => {
        const day = start.slice(0, 10);
        const weekend = [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());
        return weekend || CLOSED.some(([from, to]) => from <= day && day <= to) ? [`${session.id} ${day}`] : [];
      }),
    );
    expect(closed).toEqual([]);
  });

  test("has exactly three sessions that nobody can staff, some that are hard, and most that are not", () => {
    const counts = season.sessions.map((session) => {
      const budget = season.programmes.find((programme) => programme.id === session.programme)?.budget;
      const teams = possibleTeams(season, session).filter((team) => budget === undefined || team.fee <= budget);
      return { id: session.id, teams: teams.length };
    });
    expect(counts.filter(({ teams }) => teams === 0).map(({ id }) => id)).toEqual([
      "nissewaard-ws",
      "leidschendam-ws",
      "midden-delfland-basic",
    ]);
    const hard = counts.filter(({ teams }) => teams > 0 && teams <= 20).length;
    expect(hard).toBeGreaterThanOrEqual(10);
    expect(counts.filter(({ teams }) => teams > 20).length).toBeGreaterThanOrEqual(60);
  });

  test("gives each programme a budget in proportion to its sessions", () => {
    for (const { id, budget } of season.programmes.filter((programme) => programme.id !== "midden-delfland")) {
      const sessions = season.sessions.filter((session) => session.programme === id);
      const cheapest = sessions
        .map((session) => possibleTeams(season, session).map((team) => team.fee))
        .filter((fees) => fees.length > 0)
        .reduce((sum, fees) => sum + Math.min(...fees), 0);
      expect(budget, id).toBeGreaterThanOrEqual(cheapest);
      expect(budget, id).toBeLessThan(cheapest * 1.6 + 1000);
    }
  });
});
