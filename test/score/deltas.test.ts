import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { viewOf } from "../../src/score/audit.js";
import { planOf } from "../../src/score/plans.js";
import { BAN, type PlanView, type TeamView } from "../../src/terms/indices.js";
import { kindOf } from "../../src/terms/kinds.js";
import { allColumns, type Bench, benchOf, planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

/** A view that goes on showing the plan as it is now. */
function frozen(view: PlanView): PlanView {
  const teams = Array.from({ length: view.shape.sessions }, (_, s): TeamView | null => view.team(s));
  return { shape: view.shape, team: (session) => teams[session] ?? null };
}

/** What the terms say of a change of one session. A full pin that is open as yet is no change of cost. */
function termsDelta({ problem }: Bench, before: PlanView, after: PlanView, session: number): number {
  let sum = 0;
  for (const term of problem.terms) {
    const delta = kindOf(term).delta(term, before, after, session);
    if (term.kind !== "unstaffed" || Math.abs(delta) !== BAN) sum += delta;
  }
  return sum;
}

function brokenWithout({ season, problem, columns, state }: Bench, session: number): string[] {
  const chosen = Int32Array.from(state.chosen);
  chosen[session] = -1;
  const { assignments } = planOf(problem, season, columns, chosen, { cost: 0, bound: 0 });
  return check(season, planFile(season, assignments)).violations.map(({ rule }) => rule);
}

describe("placing and removing", () => {
  it("change the cost by what the terms say, and say so beforehand", () => {
    let [placed, removed, refused] = [0, 0, 0];
    for (let seed = 0; seed < count(100, 1000); seed++) {
      const bench = benchOf(tinySeason(seed));
      const { columns, state } = bench;
      const all = allColumns(bench);
      const random = new Random(seed);
      for (let i = 0; i < 20 && all.length > 0; i++) {
        const column = random.pick(all);
        const session = columns.sessionOf(column);
        const before = frozen(viewOf(state));
        if ((state.chosen[session] ?? -1) < 0) {
          if (!state.canPlace(column)) continue;
          const promised = state.placeDelta(column);
          expect(state.place(column), `seed ${seed}`).toBe(promised);
          expect(promised, `seed ${seed}`).toBe(termsDelta(bench, before, viewOf(state), session));
          placed++;
          continue;
        }
        // What stands may go exactly where the plan without it breaks no more than pins that are still open.
        const told = brokenWithout(bench, session);
        const pin = bench.season.sessions[session]?.pinned;
        const fullPin = pin !== null && pin?.team.length === bench.problem.data.teamSize[session];
        const expected = !told.includes("order") && !fullPin;
        expect(state.canRemove(session), `seed ${seed}: ${told.join()}`).toBe(expected);
        if (!expected) {
          refused++;
          continue;
        }
        const delta = state.remove(session);
        expect(delta, `seed ${seed}`).toBe(termsDelta(bench, before, viewOf(state), session));
        removed++;
      }
    }
    expect(Math.min(placed, removed)).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(10);
  });
});
