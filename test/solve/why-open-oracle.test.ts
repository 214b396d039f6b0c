/** The reasons for open sessions, held against every team there is, each judged by the independent check. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import type { Assignment, Member, Plan, Season, Session } from "../../src/model/types.js";
import { openReasons, solve } from "../../src/solve/index.js";
import { bruteForce } from "../oracles/brute-force.js";
import { planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";

/** Some of a plan's assignments, so that the rest breaks no rule. */
function thinned(season: Season, whole: readonly Assignment[], seed: number): Plan {
  let kept = whole;
  whole.forEach((one, i) => {
    const without = kept.filter((other) => other !== one);
    if (((seed * 31 + i * 17) % 5) % 2 === 0 && check(season, planFile(season, without)).feasible) kept = without;
  });
  return planFile(season, kept);
}

/** Every way to fill a session's seats with people who hold the roles, whatever rules it breaks. */
function everyTeam({ trainers }: Season, { slots, seats }: Session): { slot: number; team: readonly Member[] }[] {
  const roles = (["professional", "lived", "actor"] as const).flatMap((role) => Array(seats[role] ?? 0).fill(role));
  let teams: Member[][] = [[]];
  for (const seat of roles)
    teams = teams.flatMap((team) =>
      trainers
        .filter(({ id, roles: held }) => held.includes(seat) && !team.some(({ trainer }) => trainer === id))
        .map(({ id }) => [...team, { seat, trainer: id }]),
    );
  return slots.flatMap((_, slot) => teams.map((team) => ({ slot, team })));
}

const HERS = new Set(["avoidPlaces", "avoidTrainers", "ownCommunity", "exposure", "excludes"]);

/** What may be said of an open session by trying each team of it: one word, or the sets of rules that teams break. */
function truth(season: Season, plan: Plan, id: string): "untried" | "cost" | readonly ReadonlySet<string>[] {
  const session = season.sessions.find((one) => one.id === id);
  if (session === undefined) throw new Error(`no session ${id}`);
  const now = check(season, plan).total;
  let comes = false;
  const broken: Set<string>[] = [];
  for (const { slot, team } of everyTeam(season, session)) {
    const { feasible, violations, total } = check(
      season,
      planFile(season, [...plan.assignments, { session: id, slot, team }]),
    );
    if (feasible && total < now) return "untried";
    comes ||= feasible;
    broken.push(new Set(violations.map(({ rule }) => (HERS.has(rule) ? "available" : rule))));
  }
  return comes ? "cost" : broken;
}

/** Whether reasons name each rule that is enough alone, or else a set of which none can be left out. */
function fits(
  rules: readonly string[],
  together: boolean,
  broken: readonly ReadonlySet<string>[],
  hasHers: boolean,
): boolean {
  const alone = new Set(broken.filter(({ size }) => size === 1).flatMap((set) => [...set]));
  const within = (set: ReadonlySet<string>, of: readonly string[]): boolean =>
    [...set].every((rule) => of.includes(rule));
  const suffices = (of: readonly string[]): boolean => broken.some((set) => within(set, of));
  // Where something stays with a trainer, what would do too may be left untold, since the one would show through the other: what
  // is told is enough all the same.
  if (hasHers) return rules.length > 0 && (together ? suffices(rules) : rules.every((rule) => alone.has(rule)));
  if (alone.size > 0) return !together && rules.length === alone.size && rules.every((rule) => alone.has(rule));
  if (broken.length === 0) return !together && rules.join() === "seats";
  return together && suffices(rules) && !rules.some((rule) => suffices(rules.filter((one) => one !== rule)));
}

describe("reasons", () => {
  test("are what trying every team says", () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < count(150, 1500); seed++) {
      const season = tinySeason(seed);
      const plan = thinned(season, bruteForce(season).plan.assignments, seed);
      for (const { session, reasons, together } of openReasons(season, plan)) {
        const rules = reasons.map(({ rule }) => rule);
        const expected = truth(season, plan, session);
        const kind =
          typeof expected === "string" ? expected : together ? "together" : rules.length > 1 ? "any" : (rules[0] ?? "");
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
        const told = `seed ${seed}, ${session}: ${rules.join()}`;
        if (typeof expected === "string") expect(rules, told).toEqual([expected]);
        else
          expect([
            told,
            fits(
              rules,
              together,
              expected,
              expected.some((set) => set.has("available")),
            ),
          ]).toEqual([told, true]);
      }
    }
    for (const kind of ["untried", "cost", "budget", "order", "seats", "any", "together"])
      expect(seen.get(kind), kind).toBeGreaterThan(0);
  });

  test("of a solve are those of its plan, read again", async () => {
    for (let seed = 0; seed < count(10, 100); seed++) {
      const season = tinySeason(seed, { trainers: 4, sessions: 9 });
      const options = { time: Number.POSITIVE_INFINITY, gap: 0, seed: 1, threads: 1, steps: 0 } as const;
      const outcome = await solve({ season }, options);
      expect(openReasons(season, outcome.plan), `seed ${seed}`).toEqual(outcome.open);
    }
  });
});
