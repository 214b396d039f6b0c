import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { ROLES, type Season, type Session, type Who } from "../../src/model/types.js";
import type { Problem } from "../../src/problem/compile.js";
import type { Family, ProblemData } from "../../src/problem/data.js";
import { candidateOf, entryOf } from "../../src/problem/lookup.js";
import { seated } from "../../src/score/plans.js";
import { couplingsHold } from "../oracles/couplings.js";
import { teamsOf } from "../oracles/teams.js";
import { benchOf, planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { optionsOf, soundTeams } from "../support/random-plan.js";
import { tinySeason } from "../support/tiny-season.js";

const SEASONS = count(120, 1000);

/** Every (slot, seat group) with its list of entries. */
function* lists({
  shape,
  groupStart,
  entryList,
}: ProblemData): Generator<{ s: number; g: number; q: number; list: number }> {
  for (let s = 0; s < shape.sessions; s++)
    for (let g = shape.slotStart[s] ?? 0; g < (shape.slotStart[s + 1] ?? 0); g++)
      for (let q = groupStart[s] ?? 0; q < (groupStart[s + 1] ?? 0); q++)
        yield { s, g, q, list: (entryList[g] ?? 0) + q - (groupStart[s] ?? 0) };
}

/** The season of one session that has one seat: what is left is what concerns one member by herself. */
function oneMember(season: Season, session: Session, seat: (typeof ROLES)[number]): Season {
  const ofAll = <T extends { who: Who }>(needs: readonly T[]): T[] => needs.filter(({ who }) => who === "all");
  const alone: Session = {
    ...session,
    seats: { [seat]: 1 },
    themes: ofAll(session.themes),
    languages: ofAll(session.languages),
    traits: ofAll(session.traits),
    communities: session.communities.map((one) => ({ ...one, required: one.required === "all" ? "all" : null })),
    programme: null,
    pinned: null,
  };
  const trainers = season.trainers.map((one) => ({
    ...one,
    limits: { ...one.limits, perDay: 99, perWeek: 99, perSeason: 99, exposure: {} },
  }));
  return { ...season, trainers, sessions: [alone], series: [], programmes: [], published: [] };
}

/** What a family's row holds of a plan's teams. */
function usesOf(
  { data }: Problem,
  family: Family,
  teams: readonly { slot: number; trainers: readonly number[] }[],
): Float64Array {
  const used = new Float64Array(family.owners * family.buckets);
  for (const { slot, trainers } of teams) {
    const s = data.shape.sessionOf[slot] ?? 0;
    trainers.forEach((t, k) => {
      const role = data.seatRole[(data.seatStart[s] ?? 0) + k];
      const owner = family.owner === "trainer" ? t : (data.shape.programmeOf[s] ?? -1);
      if (owner < 0 || (family.role >= 0 && family.role !== role)) return;
      const group = family.weightGroup?.[slot] ?? 0;
      const factor = family.memberWeights?.[group * data.shape.trainers + t] ?? 1;
      for (let u = family.useStart[slot] ?? 0; u < (family.useStart[slot + 1] ?? 0); u++) {
        const row = owner * family.buckets + (family.useBucket[u] ?? 0);
        used[row] = (used[row] ?? 0) + factor * (family.useWeight[u] ?? 0);
      }
    });
  }
  return used;
}

/** By owner who has rows in a family of spread days: the days that some teams use, ascending. */
function daysInUse(problem: Problem, family: Family, teams: Parameters<typeof usesOf>[2]): Map<number, number[]> {
  const days = new Map<number, number[]>();
  usesOf(problem, family, teams).forEach((held, row) => {
    if (held === 0 || family.caps[row] === Number.POSITIVE_INFINITY) return;
    const owner = Math.floor(row / family.buckets);
    const day = family.dayOf?.[row % family.buckets] ?? Number.NaN;
    const known = days.get(owner) ?? [];
    if (known.at(-1) !== day) days.set(owner, [...known, day]);
  });
  return days;
}

describe("the compiled problem", () => {
  it("has arrays that fit together: in order, of their stated sizes, each index within its range", () => {
    for (let seed = 0; seed < SEASONS; seed++) {
      const { data } = benchOf(tinySeason(seed)).problem;
      const where = `seed ${seed}`;
      const { shape } = data;
      const starts = [
        data.seatStart,
        data.groupStart,
        data.candidateStart,
        data.entryStart,
        data.coverStart,
        data.classStart,
        shape.slotStart,
        shape.partStart,
        data.pairs.start,
      ];
      for (const start of starts) {
        expect(start[0], where).toBe(0);
        expect(
          start.every((at, i) => i === 0 || at >= (start[i - 1] ?? 0)),
          where,
        ).toBe(true);
      }
      const sizes: [number | undefined, number][] = [
        [data.seatStart.at(-1), data.seatRole.length],
        [data.groupStart.at(-1), data.groupRole.length],
        [data.groupStart.at(-1), data.groupSeats.length],
        [data.candidateStart.length - 1, data.groupRole.length],
        [data.candidateStart.at(-1), data.candidateTrainer.length],
        [data.candidateCost.length, data.candidateTrainer.length],
        [data.candidateClass.length, data.candidateTrainer.length],
        [data.entryStart.at(-1), data.entryCandidate.length],
        [data.entryCost.length, data.entryCandidate.length],
        [data.classStart.at(-1), data.gradeStart.length],
        [(data.coverStart.at(-1) ?? 0) * 4, data.coverCost.length],
        [data.pairs.start.at(-1), data.pairs.other.length],
      ];
      for (const [stated, size] of sizes) expect(stated, where).toBe(size);
      let list = 0;
      for (const { s, q, list: at } of lists(data)) {
        expect(at, where).toBe(list++);
        const entries = data.entryCandidate.subarray(data.entryStart[at] ?? 0, data.entryStart[at + 1] ?? 0);
        const [from, to] = [data.candidateStart[q] ?? 0, data.candidateStart[q + 1] ?? 0];
        entries.forEach((c, i) => {
          expect(c >= from && c < to && (i === 0 || c > (entries[i - 1] ?? 0)), where).toBe(true);
        });
        for (let c = from; c < to; c++) {
          expect(c === from || (data.candidateTrainer[c] ?? 0) > (data.candidateTrainer[c - 1] ?? 0), where).toBe(true);
          const cls = (data.classStart[q] ?? 0) + (data.candidateClass[c] ?? 0);
          expect(cls, where).toBeLessThan(data.classStart[q + 1] ?? 0);
          const needs = (data.coverStart[s + 1] ?? 0) - (data.coverStart[s] ?? 0);
          expect((data.gradeStart[cls] ?? 0) + needs, where).toBeLessThanOrEqual(data.grade.length);
        }
      }
      expect(list, where).toBe(data.entryStart.length - 1);
    }
  });

  it("seats in each slot those who may come by themselves, at what they cost; who is left out is in no team", () => {
    const seen = { seated: 0, unable: 0, hopeless: 0 };
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const { data, index } = benchOf(season).problem;
      const teams = new Map(season.sessions.map((session) => [session.id, teamsOf(season, session)]));
      for (const { s, g, q, list } of lists(data)) {
        const session = index.session(s);
        const seat = ROLES[data.groupRole[q] ?? 0] ?? "professional";
        const alone = oneMember(season, session, seat);
        const slot = index.slotNumber(g);
        for (let t = 0; t < season.trainers.length; t++) {
          const trainer = index.trainer(t).id;
          const c = candidateOf(data, q, t);
          const e = c < 0 ? -1 : entryOf(data, list, c);
          const verdict = check(alone, planFile(alone, [{ session: session.id, slot, team: [{ seat, trainer }] }]));
          const where = `seed ${seed}, ${session.id} slot ${slot}, ${trainer} as ${seat}`;
          if (e >= 0) {
            expect(verdict.violations, where).toEqual([]);
            const { travel, discouraged, fee } = verdict.costs;
            expect((data.candidateCost[c] ?? 0) + (data.entryCost[e] ?? 0), where).toBe(travel + discouraged + fee);
            seen.seated++;
            continue;
          }
          seen[verdict.feasible ? "hopeless" : "unable"]++;
          const sits = teams
            .get(session.id)
            ?.some((one) => one.slot === slot && one.team.some((m) => m.seat === seat && m.trainer === trainer));
          expect(sits, where).toBe(false);
        }
      }
    }
    expect(seen.seated).toBeGreaterThan(1000);
    expect(seen.unable).toBeGreaterThan(1000);
    expect(seen.hopeless).toBeGreaterThan(50);
  });

  it("has rows and tables that every plan within the rules obeys, those that follow from conflicts included", () => {
    let [rows, apart] = [0, 0];
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const { data, index } = problem;
      const random = new Random(seed + 17);
      const options = optionsOf(season);
      for (let i = 0; i < 12; i++) {
        const plan = soundTeams(random, season, options);
        if (!couplingsHold(season, plan)) continue;
        const teams = plan.flatMap((one) => seated(problem, one) ?? []);
        for (const family of [...data.capacities, ...data.cliques])
          usesOf(problem, family, teams).forEach((held, row) => {
            expect(held, `seed ${seed}, a row of ${family.rule}`).toBeLessThanOrEqual(family.caps[row] ?? 0);
            if (held > 0) rows++;
          });
        for (const family of data.cliques)
          if (family.dayOf)
            for (const days of daysInUse(problem, family, teams).values())
              days.forEach((day, k) => {
                const before = days[k - 1];
                if (before === undefined) return;
                expect(day - before, `seed ${seed}, days of ${family.rule}`).toBeGreaterThan(family.apart);
                apart++;
              });
        for (const { slot } of teams) {
          expect(data.slotCost[slot], `seed ${seed}`).toBeLessThan(Number.POSITIVE_INFINITY);
          const then = data.shape.sessionOf[slot] ?? 0;
          const before = data.links.previous[then] ?? -1;
          const first = teams.find((one) => data.shape.sessionOf[one.slot] === before);
          const table = data.links.allowedStart[then] ?? -1;
          if (before < 0) continue;
          expect(first, `seed ${seed}: ${index.session(then).id} stands alone`).toBeDefined();
          const width = (data.shape.slotStart[then + 1] ?? 0) - (data.shape.slotStart[then] ?? 0);
          const at =
            ((first?.slot ?? 0) - (data.shape.slotStart[before] ?? 0)) * width +
            slot -
            (data.shape.slotStart[then] ?? 0);
          expect(table < 0 || data.links.allowed[table + at] === 1, `seed ${seed}`).toBe(true);
        }
      }
    }
    expect(rows).toBeGreaterThan(1000);
    expect(apart).toBeGreaterThan(20);
  });

  it("has nobody but its team for a session all of whose seats are pinned", () => {
    let pinned = 0;
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed + 90_000, { trainers: 8, sessions: 3 });
      const [session, ...others] = season.sessions;
      const team = session === undefined ? undefined : new Random(seed).pick([...teamsOf(season, session), undefined]);
      if (session === undefined || team === undefined) continue;
      const own = { ...season, sessions: [{ ...session, pinned: { slot: team.slot, team: team.team } }, ...others] };
      const { data, index } = benchOf(own).problem;
      const named = (c: number): string => index.trainer(data.candidateTrainer[c] ?? -1).id;
      const candidates = Array.from({ length: data.candidateStart[data.groupStart[1] ?? 0] ?? 0 }, (_, c) => named(c));
      expect(candidates.toSorted(), `seed ${seed}`).toEqual(team.team.map(({ trainer }) => trainer).toSorted());
      pinned++;
    }
    expect(pinned).toBeGreaterThan(SEASONS / 2);
  });
});
