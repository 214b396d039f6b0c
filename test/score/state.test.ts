import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { AuditError, Auditor, auditBound } from "../../src/score/audit.js";
import { planOf } from "../../src/score/plans.js";
import { allColumns, benchOf, planFile } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

describe("search state", () => {
  it("knows every team of one session that the oracle knows, and places exactly what the check allows", () => {
    for (let seed = 0; seed < count(60, 600); seed++) {
      const bench = benchOf(tinySeason(seed));
      const { season, problem, columns, state } = bench;
      const all = allColumns(bench);
      expect(
        all.every((c) => c >= 0),
        `seed ${seed}`,
      ).toBe(true);
      const random = new Random(seed);
      for (let i = 0; i < 40 && all.length > 0; i++) {
        const column = all[random.int(0, all.length - 1)] ?? 0;
        const session = columns.sessionOf(column);
        if ((state.chosen[session] ?? -1) >= 0) {
          if (state.canRemove(session)) state.remove(session);
          continue;
        }
        const trial = Int32Array.from(state.chosen);
        trial[session] = column;
        const plan = planOf(problem, season, columns, trial, { cost: 0, bound: 0 });
        const broken = check(season, planFile(season, plan.assignments)).violations.filter((v) => v.rule !== "pinned");
        expect(state.canPlace(column), `seed ${seed}: ${broken[0]?.rule}`).toBe(broken.length === 0);
        if (broken.length === 0) state.place(column);
      }
    }
  });

  it(
    "drifts by nothing under the full audit, over random moves and undos in 20 seasons",
    () => {
      const moves = count(20_000, 1_000_000) / 20;
      let [seasons, undone] = [0, 0];
      for (let seed = 100; seasons < 20; seed++) {
        const bench = benchOf(tinySeason(seed, { trainers: 6, sessions: 5 }));
        const { problem, columns, state } = bench;
        const all = allColumns(bench);
        // Where little can be placed, little can go wrong.
        if (all.filter((column) => state.canPlace(column)).length < 5) continue;
        const auditor = new Auditor("full", problem, state);
        const random = new Random(seed);
        for (let made = 0; made < moves; ) {
          const column = random.pick(all);
          const session = columns.sessionOf(column);
          const held = state.chosen[session] ?? -1;
          const was = state.cost;
          if (held < 0 ? !state.canPlace(column) : !state.canRemove(session)) continue;
          const delta = held < 0 ? state.place(column) : state.remove(session);
          if (state.cost !== was + delta) expect(state.cost, `seed ${seed}`).toBe(was + delta);
          made++;
          if (random.chance(0.6)) continue;
          if (held < 0) state.remove(session);
          else state.place(held);
          if (state.cost !== was) expect(state.cost, `seed ${seed}`).toBe(was);
          made++;
          undone++;
        }
        auditor.verify();
        seasons++;
      }
      expect(undone).toBeGreaterThan(1000);
    },
    count(120_000, 1_800_000),
  );

  it("catches a planted wrong delta on both rungs, and a planted wrong bound", () => {
    for (const rung of ["step", "full"] as const) {
      let caught = 0;
      for (let seed = 0; seed < 20; seed++) {
        const bench = benchOf(tinySeason(seed));
        const { problem, columns, state } = bench;
        const all = allColumns(bench).filter((c) => state.canPlace(c));
        if (all.length === 0) continue;
        const auditor = new Auditor(rung, problem, state);
        // The fault: teams with the first trainer are a euro too cheap.
        for (let c = 0; c < columns.count; c++) columns.cost[c] = (columns.cost[c] ?? 0) - 1;
        expect(() => {
          state.place(all[0] ?? 0);
          auditor.afterStep();
        }).toThrow(AuditError);
        caught++;
      }
      expect(caught).toBeGreaterThan(5);
    }
    expect(() => auditBound(101, 100)).toThrow(AuditError);
    expect(() => auditBound(100, 100)).not.toThrow();
  });
});
