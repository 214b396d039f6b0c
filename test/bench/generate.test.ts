import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { readOptions, usage } from "../../bench/generate/options.js";
import { PARAMETER_NAMES, PARAMETERS, type Parameters } from "../../bench/generate/parameters.js";
import { generateSeason } from "../../bench/generate/season.js";
import { SIZES, sizeOf } from "../../bench/generate/size.js";
import { check } from "../../src/check/check.js";
import { type Member, type Plan, parseSeason, readSeason, type Season } from "../../src/model/index.js";
import { count } from "../support/counts.js";

const folder = mkdtempSync(join(tmpdir(), "koppel-generate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1);
const small = (seed: number, fixed: Partial<Parameters> = {}) => generateSeason("small", SIZES.s, seed, fixed);

describe("a generated season", () => {
  it("is the same for the same seed and another for another", () => {
    const text = (seed: number) => JSON.stringify(small(seed, { published: 0.8, pins: 0.2 }));
    expect(text(7)).toBe(text(7));
    expect(new Set(SEEDS.map(text)).size).toBe(SEEDS.length);
  });

  it("has the size that was asked for", () => {
    const { trainers, sessions } = small(1);
    expect([trainers.length, sessions.length]).toEqual([30, 40]);
    for (const seed of SEEDS) {
      const own = generateSeason("own", sizeOf(17, 23), seed, { series: 0.9 });
      expect([own.trainers.length, own.sessions.length], `seed ${seed}`).toEqual([17, 23]);
    }
  });

  it("is accepted by the reader, whatever is drawn", () => {
    for (const seed of SEEDS) expect(() => parseSeason(small(seed)), `seed ${seed}`).not.toThrow();
    for (const seed of SEEDS) {
      const agreed = small(seed, { published: 1, pins: 1, fee: 2 });
      expect(() => parseSeason(agreed), `seed ${seed}`).not.toThrow();
    }
    for (let seed = 1; seed <= count(3, 30); seed++) {
      expect(() => parseSeason(generateSeason("m", SIZES.m, seed)), `seed ${seed}`).not.toThrow();
    }
  });

  it("is accepted at its smallest, and at either end of every parameter", () => {
    for (const size of [sizeOf(1, 1), sizeOf(2, 3), sizeOf(1, 30), sizeOf(40, 1)]) {
      for (const seed of SEEDS) expect(() => parseSeason(generateSeason("tiny", size, seed))).not.toThrow();
    }
    const low = { availability: 0.1, room: 0.2, slots: 1, series: 0, conferences: 0, budget: 0, weights: 0 };
    const high = { availability: 1.2, room: 5, slots: 8, series: 1, conferences: 1, online: 1, budget: 10, weights: 2 };
    for (const fixed of [low, high, { conferences: 1, series: 0 }, { online: 1, series: 0 }]) {
      expect(() => parseSeason(small(1, { ...fixed, published: 1, pins: 0.5, required: 1 }))).not.toThrow();
    }
  });

  it("can mostly be staffed, but not whole", () => {
    const shares = SEEDS.map((seed) => small(seed, { published: 1, pins: 0 }).published.length / SIZES.s.sessions);
    expect(Math.min(...shares)).toBeGreaterThan(0.4);
    expect(Math.max(...shares)).toBeLessThan(1);
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.65);
  });
});

describe("what is agreed in a generated season", () => {
  const planOf = (season: Season, of: readonly { session: string; slot: number | null; team: readonly Member[] }[]) => {
    const assignments = of.map(({ session, slot, team }) => ({ session, slot: slot ?? -1, team }));
    return { format: "koppel-plan/1", season: season.id, assignments } satisfies Plan;
  };
  const violations = (season: Season, plan: Plan) => check(season, plan).violations;

  it("is a published plan that is feasible, with and without the pins", () => {
    for (const seed of SEEDS) {
      for (const published of [1, 0.6]) {
        const season = small(seed, { published, pins: 0.3 });
        const plan = planOf(season, season.published);
        expect(season.published.length).toBeGreaterThan(5);
        expect(violations(season, plan), `seed ${seed}`).toEqual([]);
        const bare = { ...season, published: [], sessions: season.sessions.map((one) => ({ ...one, pinned: null })) };
        expect(violations(bare, plan), `seed ${seed}`).toEqual([]);
      }
    }
  });

  it("costs no change and no move while it is kept", () => {
    const season = small(3, { published: 1 });
    const { costs } = check(season, planOf(season, season.published));
    expect([costs.change, costs.move]).toEqual([0, 0]);
    const { costs: left } = check(season, planOf(season, []));
    expect(left.change).toBeGreaterThan(0);
  });

  it("is full pins that are a feasible plan by themselves, and partial pins", () => {
    const sizes = SEEDS.flatMap((seed) => {
      const season = small(seed, { published: 0, pins: 0.5 });
      const pins = season.sessions.flatMap(({ id, pinned, seats }) => {
        if (pinned === null) return [];
        const all = Object.values(seats).reduce((sum, seat) => sum + seat, 0);
        return [{ session: id, ...pinned, kind: pinned.team.length === all ? "full" : "partial" }];
      });
      const full = pins.filter(({ kind }) => kind === "full");
      expect(violations(season, planOf(season, full)), `seed ${seed}`).toEqual([]);
      return pins;
    });
    const full = sizes.filter(({ kind }) => kind === "full").length;
    expect(full).toBeGreaterThan(0.3 * sizes.length);
    expect(full).toBeLessThan(0.6 * sizes.length);
    expect(sizes.some(({ kind, team }) => kind === "partial" && team.length > 0)).toBe(true);
    expect(sizes.some(({ team }) => team.length === 0)).toBe(true);
  });
});

describe("the generator's options", () => {
  it("are read", () => {
    expect(readOptions(["--size", "l", "--count", "20", "--seed", "3", "--out", "x"])).toEqual({
      name: "l",
      size: SIZES.l,
      count: 20,
      seed: 3,
      out: "x",
      fixed: {},
    });
    const own = readOptions(["--trainers", "80", "--sessions", "300", "--published", "--pins", "0.1", "--out", "x"]);
    expect(own).toMatchObject({ name: "80x300", fixed: { published: 1, pins: 0.1 } });
    expect(own.size).toMatchObject({ trainers: 80, sessions: 300 });
    expect(readOptions(["--published", "0.4", "--out", "x"]).fixed).toEqual({ published: 0.4 });
  });

  it("are told by --help and by the README, with their ranges", () => {
    const readme = readFileSync(new URL("../../bench/generate/README.md", import.meta.url), "utf8");
    for (const name of PARAMETER_NAMES) {
      const { least, most } = PARAMETERS[name];
      expect(usage()).toContain(`--${name} ${least}…${most} `);
      expect(readme).toMatch(new RegExp(`\\| \`--${name}\` +\\| ${least} – ${most} +\\|`));
    }
  });

  it("are refused by name", () => {
    const refused = (...args: string[]) => expect(() => readOptions(args));
    refused().toThrow("--out DIR is missing");
    refused("--out", "x", "--size", "huge").toThrow("--size: huge is none of xs, s, m, l, xl, xxl");
    refused("--out", "x", "--size", "toString").toThrow("none of");
    refused("--out", "x", "--size", "s", "--trainers", "3").toThrow("not both");
    refused("--out", "x", "--trainers", "3").toThrow('--sessions is ""');
    refused("--out", "x", "--pins", "1.5").toThrow('--pins is "1.5"; give a number from 0 to 1');
    refused("--out", "x", "--fee", "0.5").toThrow('--fee is "0.5"; give a whole number');
    refused("--out", "x", "--tightness", "1").toThrow("--tightness");
  });
});

describe("the command", () => {
  it("writes one file a seed, which the reader accepts, and the same again", () => {
    const script = fileURLToPath(new URL("../../dist/bench/generate/main.js", import.meta.url));
    const run = (out: string) => {
      const args = ["--size", "xs", "--count", "3", "--seed", "5", "--out", join(folder, out)];
      expect(spawnSync(process.execPath, [script, ...args], { encoding: "utf8" })).toMatchObject({
        status: 0,
        stderr: "",
      });
      return readdirSync(join(folder, out)).map((file) => [file, readFileSync(join(folder, out, file))] as const);
    };
    const files = run("once");
    expect(files.map(([file]) => file)).toEqual([5, 6, 7].map((seed) => `gen-xs-${seed}.json.gz`));
    for (const [file, bytes] of files) expect(`${readSeason(bytes).id}.json.gz`).toBe(file);
    expect(run("again")).toEqual(files);
    const wrong = spawnSync(process.execPath, [script, "--size", "xs"], { encoding: "utf8" });
    expect(wrong).toMatchObject({ status: 2, stderr: "--out DIR is missing: say where the seasons go\n" });
  });
});
