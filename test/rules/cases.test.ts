import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { type Assignment, COSTS, HARD_RULES, type Season } from "../../src/model/types.js";
import { RULES } from "../../src/rules/index.js";
import { costsByRule } from "../../src/score/audit.js";
import { seated } from "../../src/score/plans.js";
import { columnCost } from "../../src/score/teams.js";
import { BAN, type Match } from "../../src/terms/indices.js";
import { kindOf } from "../../src/terms/kinds.js";
import { MANY_SESSIONS_CASES } from "../check/many-sessions-cases.js";
import { ONE_SESSION_CASES } from "../check/one-session-cases.js";
import { planOf, type RuleCase, S1, S2, smallSeason } from "../check/two-sessions.js";
import { wholeTeams } from "../laws/whole-teams.js";
import { type Bench, benchOf, viewOfAssignments } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { optionsOf } from "../support/random-plan.js";
import { tinySeason } from "../support/tiny-season.js";

/** What no plan in indices can say, and why the rule holds all the same. */
const BEYOND_INDICES: Readonly<Record<string, string>> = {
  "seats: a seat is empty": "the team has no place in the session's seats",
  "seats: a seat too many": "the team has no place in the session's seats",
  "seats: she sits twice": "a column of a team with somebody twice costs Infinity",
  "slot: not on offer": "the slot is not among the session's",
};
const nameOf = ({ rule, name }: RuleCase): string => `${rule}: ${name}`;
const CASES = [...ONE_SESSION_CASES, ...MANY_SESSIONS_CASES];
const SAYABLE = CASES.filter((one) => !(nameOf(one) in BEYOND_INDICES));

/** The rules that terms find broken. */
function brokenRules({ problem }: Bench, assignments: RuleCase["plan"]): string[] {
  const costs = costsByRule(problem, viewOfAssignments(problem, assignments ?? [S1, S2]));
  return [...costs].filter(([, cost]) => cost === BAN).map(([rule]) => rule);
}

describe("the list of rules", () => {
  it("has each hard rule and each cost of the model once, in the model's order, with its sentence", () => {
    expect(RULES.filter(({ hard }) => hard).map(({ name }) => name)).toEqual([...HARD_RULES]);
    expect(new Set(RULES.filter(({ hard }) => !hard).map(({ name }) => name))).toEqual(new Set(COSTS));
    for (const { sentence } of RULES) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it("emits terms under the rule's own name", () => {
    for (let seed = 0; seed < count(20, 100); seed++) {
      const { problem } = benchOf(tinySeason(seed));
      for (const rule of RULES)
        for (const term of rule.emit(problem.index)) expect(term.rule, rule.name).toBe(rule.name);
    }
  });
});

describe("each hard rule's terms, on cases made by hand", () => {
  it.each(SAYABLE)("$rule: $name", ({ rule, broken, held, plan = [S1, S2], heldPlan = plan }) => {
    expect(brokenRules(benchOf(smallSeason(broken)), plan)).toEqual([rule]);
    expect(brokenRules(benchOf(smallSeason(held)), heldPlan)).toEqual([]);
  });

  it.each(CASES.filter((one) => nameOf(one) in BEYOND_INDICES))(
    "$rule: $name cannot be said in indices",
    ({ broken, plan = [] }) => {
      const { problem } = benchOf(smallSeason(broken));
      const sayable = plan.filter((assignment) => {
        const team = seated(problem, assignment);
        return (
          team !== null &&
          columnCost(problem.data, team.slot, team.trainers) < BAN &&
          assignment.slot < problem.index.session(problem.index.sessionIx(assignment.session)).slots.length
        );
      });
      expect(sayable.length).toBeLessThan(plan.length);
    },
  );

  it("has a case for every hard rule", () => {
    expect(new Set(CASES.map(({ rule }) => rule))).toEqual(new Set(HARD_RULES));
    const unsaid = HARD_RULES.filter((rule) => !SAYABLE.some((one) => one.rule === rule));
    expect(unsaid).toEqual(["slot"]);
  });
});

/** Rules 14 to 18. */
const ONE_TRAINER = new Set<string>(HARD_RULES.slice(HARD_RULES.indexOf("overlap"), HARD_RULES.indexOf("order")));

/** The team with somebody else, whoever it is, in one of its seats: mostly few rules are broken at once. */
function withStranger(random: Random, season: Season, { team, ...rest }: Assignment): Assignment {
  const strangers = season.trainers.filter(({ id }) => !team.some(({ trainer }) => trainer === id));
  if (strangers.length === 0) return { team, ...rest };
  const [seat, stranger] = [random.int(0, team.length - 1), random.pick(strangers)];
  return { ...rest, team: team.map((member, k) => (k === seat ? { ...member, trainer: stranger.id } : member)) };
}

/** What a broken match is about, in the words of the check: a session, a trainer, a series or a programme. */
function whereOf({ season, problem }: Bench, rule: string, match: Match): string[] {
  const sessions = match.sessions.map((s) => problem.index.session(s).id);
  if (rule === "order")
    return season.series.filter((one) => one.sessions.includes(sessions[0] ?? "")).map(({ id }) => id);
  if (rule === "budget")
    return season.sessions
      .filter(({ id }) => id === sessions[0])
      .flatMap(({ programme }) => (programme === null ? [] : [programme]));
  const ofTrainer = ONE_TRAINER.has(rule);
  return ofTrainer ? match.trainers.map((t) => problem.index.trainer(t).id) : sessions;
}

describe("rules on random plans", () => {
  it("are found broken alone, by their own terms, where the check says so", () => {
    const alone = new Map<string, number>();
    for (let seed = 0; seed < count(400, 2000); seed++) {
      const season = tinySeason(seed);
      const bench = benchOf(season);
      const random = new Random(seed + 3);
      const options = optionsOf(season);
      const sound = options.filter((teams) => teams.length > 0).map((teams) => random.pick(teams));
      const changed = random.int(0, sound.length - 1);
      const strange = sound.map((one, i) => (i === changed ? withStranger(random, season, one) : one));
      for (const plan of [sound, strange, strange.filter((_, i) => i === changed)]) {
        const told = check(season, planOf(plan, season.id)).violations;
        const [only, ...others] = [...new Set(told.map(({ rule }) => rule))];
        if (only === undefined || others.length > 0) continue;
        const view = viewOfAssignments(bench.problem, plan);
        const found = bench.problem.terms.flatMap((term) =>
          kindOf(term)
            .matches(term, view)
            .filter(({ cost }) => cost === BAN)
            .flatMap((match) => whereOf(bench, term.rule, match).map((where) => `${term.rule} ${where}`)),
        );
        expect(new Set(found), `seed ${seed}`).toEqual(new Set(told.map(({ rule, where }) => `${rule} ${where}`)));
        alone.set(only, (alone.get(only) ?? 0) + 1);
      }
    }
    for (const rule of HARD_RULES) if (rule !== "slot") expect(alone.get(rule) ?? 0, rule).toBeGreaterThan(0);
  });

  it("cost what the check reckons, cost by cost, whether or not the plan obeys the rules", () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < count(200, 1000); seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const plan = wholeTeams(new Random(seed + 5), season);
      const view = viewOfAssignments(problem, plan);
      const { costs } = check(season, planOf(plan, season.id));
      for (const name of COSTS) {
        let sum = 0;
        for (const term of problem.terms)
          if (term.rule === name) for (const { cost } of kindOf(term).matches(term, view)) sum += cost;
        expect(sum, `seed ${seed}, ${name}`).toBe(costs[name]);
        if (sum > 0) seen.add(name);
      }
    }
    expect(seen).toEqual(new Set(COSTS));
  });
});
