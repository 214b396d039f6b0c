import { describe, expect, it } from "vitest";
import { BAN } from "../../src/terms/indices.js";
import { termValue } from "../../src/terms/kind.js";
import { KINDS, type KindName, kindOf } from "../../src/terms/kinds.js";
import { wholeTeams } from "../laws/whole-teams.js";
import { benchOf, viewOfAssignments } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { optionsOf, soundTeams } from "../support/random-plan.js";
import { tinySeason } from "../support/tiny-season.js";
import { FixedMip } from "./fixed-mip.js";

const SEASONS = count(120, 1000);

interface Tally {
  free: number;
  dear: number;
  broken: number;
}

/** How often each kind was seen free, at a cost and broken. */
function newTallies(): Map<string, Tally> {
  return new Map(Object.keys(KINDS).map((kind) => [kind, { free: 0, dear: 0, broken: 0 }]));
}

/** Kinds of terms that only cost, or only forbid. */
const NEVER_DEAR: readonly KindName[] = ["capacity", "conflict"];
const NEVER_BROKEN: readonly KindName[] = ["load"];

function expectAllSeen(tallies: Map<string, Tally>): void {
  for (const [kind, { free, dear, broken }] of tallies) {
    expect(free + dear, kind).toBeGreaterThan(0);
    if (!NEVER_DEAR.some((one) => one === kind)) expect(dear, `${kind} at a cost`).toBeGreaterThan(0);
    if (!NEVER_BROKEN.some((one) => one === kind)) expect(broken, `${kind} broken`).toBeGreaterThan(0);
  }
}

function note(tallies: Map<string, Tally>, kind: string, value: number): void {
  const tally = tallies.get(kind);
  if (tally) tally[value === BAN ? "broken" : value === 0 ? "free" : "dear"]++;
}

describe("each kind of term", () => {
  it("has rows that, at a whole plan, come to its value, and allow nothing where it is broken", () => {
    const tallies = newTallies();
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const random = new Random(seed + 31);
      for (const assignments of [wholeTeams(random, season), soundTeams(random, season)]) {
        const plan = viewOfAssignments(problem, assignments);
        for (const term of problem.terms) {
          // Familiar faces are asked for where both sessions stand; that the first stands is the order's affair.
          if (term.kind === "link" && !term.needsFirst && plan.team(term.second) && !plan.team(term.first)) continue;
          const value = termValue(kindOf(term), term, plan);
          const mip = new FixedMip(problem, plan);
          kindOf(term).rows(term, mip);
          expect(mip.value(), `seed ${seed}, ${term.kind} of ${term.rule}`).toBe(value);
          note(tallies, term.kind, value);
        }
      }
    }
    expectAllSeen(tallies);
  });

  it("bans a team exactly where it breaks the term, and changes it by the difference", () => {
    const tallies = newTallies();
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const random = new Random(seed + 37);
      const options = optionsOf(season);
      const base = soundTeams(random, season, options);
      const session = random.pick(season.sessions);
      const others = base.filter((one) => one.session !== session.id);
      const mine = [
        ...wholeTeams(random, season).filter((one) => one.session === session.id),
        ...(options[problem.index.sessionIx(session.id)] ?? []).slice(0, 2),
      ];
      const without = viewOfAssignments(problem, others);
      const s = problem.index.sessionIx(session.id);
      for (const one of mine) {
        const after = viewOfAssignments(problem, [...others, one]);
        for (const term of problem.terms) {
          const kind = kindOf(term);
          const [was, is] = [termValue(kind, term, without), termValue(kind, term, after)];
          const where = `seed ${seed}, ${term.kind} of ${term.rule}`;
          // A term that is broken already, without this session, is nothing that its team can be blamed for.
          if (was === BAN && (term.kind !== "unstaffed" || is === BAN)) continue;
          expect(kind.bans(term, after, s), where).toBe(is === BAN && term.kind !== "unstaffed");
          expect(kind.delta(term, without, after, s), where).toBe(is === was ? 0 : is - was);
          if (is !== BAN) expect(kind.delta(term, after, without, s), where).toBe(was === is ? 0 : was - is);
          note(tallies, term.kind, term.kind === "unstaffed" ? was : is);
        }
      }
    }
    expectAllSeen(tallies);
  });

  it("names in its matches where it costs: sessions that stand (or lie open), and trainers who sit there", () => {
    for (let seed = 0; seed < SEASONS; seed++) {
      const season = tinySeason(seed);
      const { problem } = benchOf(season);
      const plan = viewOfAssignments(problem, wholeTeams(new Random(seed + 41), season));
      for (const term of problem.terms)
        for (const { cost, sessions, trainers } of kindOf(term).matches(term, plan)) {
          const where = `seed ${seed}, ${term.kind} of ${term.rule}`;
          expect(cost, where).toBeGreaterThan(0);
          if (term.kind === "link") continue;
          for (const s of sessions) expect(plan.team(s) === null, where).toBe(term.kind === "unstaffed");
          for (const t of trainers)
            expect(
              sessions.every((s) => Array.from(plan.team(s)?.trainers ?? []).includes(t)) || term.kind === "capacity",
              where,
            ).toBe(true);
        }
    }
  });
});
