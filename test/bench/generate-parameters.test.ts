import { describe, expect, it } from "vitest";
import {
  drawParameters,
  PARAMETER_NAMES,
  PARAMETERS,
  type ParameterName,
  type Parameters,
} from "../../bench/generate/parameters.js";
import { generateSeason } from "../../bench/generate/season.js";
import { sizeOf } from "../../bench/generate/size.js";
import type { Season, Session, Trainer } from "../../src/model/index.js";

const SIZE = { ...sizeOf(80, 400), weeks: 24 };
const season = (fixed: Partial<Parameters>) => generateSeason("g", SIZE, 1, { published: 0, pins: 0, ...fixed });

const share = <T>(items: readonly T[], has: (item: T) => boolean) => items.filter(has).length / items.length;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const seats = ({ seats }: Session) => Object.values(seats).reduce((sum, count) => sum + count, 0);
const inSeries = ({ series, sessions }: Season) =>
  series.reduce((sum, { sessions: members }) => sum + members.length, 0) / sessions.length;
const lived = ({ trainers }: Season) => trainers.filter(({ roles }) => roles.includes("lived"));
const staffable = season({ published: 1 }).published.length / SIZE.sessions;

/** What a share sets, as it is found in the season. */
const SHARES: Partial<Record<ParameterName, (season: Season) => number>> = {
  restDays: ({ trainers }) => share(trainers, ({ limits }) => limits.restDays > 0),
  exposure: (one) => share(lived(one), ({ limits }) => Object.keys(limits.exposure).length > 0),
  avoidPlaces: ({ trainers }) => share(trainers, ({ avoidPlaces }) => avoidPlaces.length > 0),
  series: inSeries,
  required: ({ sessions }) =>
    share(
      sessions.flatMap(({ communities }) => communities),
      ({ required }) => required !== null,
    ),
  published: ({ published, sessions }) => published.length / sessions.length / staffable,
  pins: ({ sessions }) => share(sessions, ({ pinned }) => pinned !== null) / staffable,
};

describe("a parameter that is fixed", () => {
  for (const [name, found] of Object.entries(SHARES)) {
    it(`${name}: none, some and all`, () => {
      expect(found(season({ [name]: 0 }))).toBe(0);
      const some = found(season({ [name]: 0.4 }));
      expect(some).toBeGreaterThan(0.25);
      expect(some).toBeLessThan(0.55);
      expect(found(season({ [name]: 1 }))).toBeGreaterThan(0.98);
    });
  }

  it("conferences and online: shares of all sessions, as far as those outside series go", () => {
    const conferences = ({ sessions }: Season) => share(sessions, (one) => seats(one) === 4);
    const online = ({ sessions }: Season) => share(sessions, ({ place }) => place === null);
    for (const [name, found] of [
      ["conferences", conferences],
      ["online", online],
    ] as const) {
      expect(found(season({ [name]: 0 })), name).toBe(0);
      expect(Math.abs(found(season({ [name]: 0.3, series: 0.5 })) - 0.3), name).toBeLessThan(0.08);
      expect(found(season({ [name]: 1, series: 0 })), name).toBeGreaterThan(0.9);
    }
  });

  it("communities and languages: sessions for more than one, sessions in two languages", () => {
    const several = ({ sessions }: Season) => share(sessions, ({ communities }) => communities.length > 1);
    expect(several(season({ communities: 0 }))).toBe(0);
    expect(several(season({ communities: 1 }))).toBeGreaterThan(0.8);
    const foreign = ({ sessions }: Season) => share(sessions, ({ languages }) => languages.length > 1);
    expect(foreign(season({ languages: 0 }))).toBe(0);
    expect(foreign(season({ languages: 0.4 }))).toBeLessThan(0.5);
    expect(foreign(season({ languages: 1 }))).toBeGreaterThan(0.8);
    const few = generateSeason("g", sizeOf(8, 400), 1, { languages: 1, published: 0, pins: 0 });
    expect(foreign(few), "a pool too small to have speakers").toBe(0);
  });

  it("slots: as many as are asked for, of 1 to 8", () => {
    const slots = (one: Season) => one.sessions.map((session) => session.slots.length);
    expect(new Set(slots(season({ slots: 1 })))).toEqual(new Set([1]));
    expect(Math.abs(mean(slots(season({ slots: 3 }))) - 3)).toBeLessThan(0.3);
    expect(Math.max(...slots(season({ slots: 5 })))).toBeLessThanOrEqual(8);
    expect(mean(slots(season({ slots: 8 })))).toBeGreaterThan(6);
  });

  it("availability: days that trainers can be booked", () => {
    const days = (one: Season) => mean(one.trainers.map(({ available }) => available.length));
    expect(days(season({ availability: 0.5 })) / days(season({ availability: 1 }))).toBeCloseTo(0.5, 1);
  });

  it("room: limits and shares, against the mean load", () => {
    const most = (room: number, of: (trainer: Trainer) => number) => mean(season({ room }).trainers.map(of));
    const perSeason = ({ limits }: Trainer) => limits.perSeason;
    expect(most(2, perSeason) / most(1, perSeason)).toBeCloseTo(2, 1);
    const fair = ({ share }: Trainer) => share.max;
    expect(most(2, fair) / most(1, fair)).toBeCloseTo(2, 1);
  });

  it("budget: euros, in proportion", () => {
    const euros = (budget: number) => mean(season({ budget }).programmes.map((programme) => programme.budget));
    expect(euros(2) / euros(1)).toBeCloseTo(2, 1);
  });

  it("fee and weights: what the rules weigh", () => {
    const usual = season({ weights: 0, fee: 0 }).weights;
    expect(usual).toMatchObject({ unstaffed: 1000, background: 40, travelKm: 1, fee: 0, activation: 0, move: 100 });
    const dear = season({ weights: 0, fee: 2 }).weights;
    expect(dear.fee).toBe(2);
    expect(dear.unstaffed, "a session stays worth its fees").toBeGreaterThan(5000);
    expect(season({ weights: 1, fee: 0 }).weights).not.toEqual(usual);
    for (let seed = 1; seed <= 20; seed++) {
      const { weights } = generateSeason("g", sizeOf(3, 3), seed, { weights: 2, published: 1 });
      const { fee: _fee, activation: _activation, ...others } = weights;
      expect(Math.min(...Object.values(others))).toBeGreaterThan(0);
    }
  });

  it("leaves what was drawn for the others", () => {
    const drawn = drawParameters("root", {});
    for (const name of PARAMETER_NAMES) {
      const { least } = PARAMETERS[name];
      expect(drawParameters("root", { [name]: least })).toEqual({ ...drawn, [name]: least });
    }
  });

  it("leaves pool and sessions as they were, where it is of budgets, weights or what is agreed", () => {
    const bare = ({ trainers, sessions, series }: Season) => [
      trainers,
      sessions.map((one) => ({ ...one, pinned: null })),
      series,
    ];
    const usual = bare(season({}));
    for (const fixed of [{ budget: 0.3 }, { weights: 2 }, { fee: 3 }, { published: 1 }, { pins: 0.5 }]) {
      expect(bare(season(fixed)), JSON.stringify(fixed)).toEqual(usual);
    }
  });
});

describe("a parameter that is not fixed", () => {
  it("is drawn within its range, and differs from season to season", () => {
    const drawn = Array.from({ length: 60 }, (_, seed) => drawParameters(`root ${seed}`, {}));
    for (const name of PARAMETER_NAMES) {
      const values = drawn.map((parameters) => parameters[name]);
      expect(Math.min(...values), name).toBeGreaterThanOrEqual(PARAMETERS[name].least);
      expect(Math.max(...values), name).toBeLessThanOrEqual(PARAMETERS[name].most);
      expect(new Set(values).size, name).toBeGreaterThan(1);
    }
    for (const name of ["published", "pins", "fee"] as const) {
      expect(
        share(drawn, (parameters) => parameters[name] > 0),
        name,
      ).toBeGreaterThan(0.1);
      expect(
        share(drawn, (parameters) => parameters[name] === 0),
        name,
      ).toBeGreaterThan(0.1);
    }
  });
});
