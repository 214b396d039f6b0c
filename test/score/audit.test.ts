import { describe, expect, it } from "vitest";
import { AuditError, Auditor, type AuditRung, auditBound } from "../../src/score/audit.js";
import type { SearchState } from "../../src/score/state.js";
import { allColumns, type Bench, benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

const SEASONS = count(40, 200);
/** Seasons in which a planted fault is to be caught. */
const ENOUGH = 5;
const RUNGS: readonly AuditRung[] = ["step", "full"];

/** Random places and removals that the state allows; `afterMove` stands for a search's step. */
function walk(bench: Bench, columns: readonly number[], random: Random, moves: number, afterMove: () => void): void {
  const { state } = bench;
  for (let i = 0; i < moves && columns.length > 0; i++) {
    const column = random.pick(columns);
    const session = bench.columns.sessionOf(column);
    if ((state.chosen[session] ?? -1) >= 0) {
      if (state.canRemove(session)) state.remove(session);
    } else if (state.canPlace(column)) state.place(column);
    afterMove();
  }
}

/** Faults to plant in a state; each answers whether the season gives it anything to spoil. */
const FAULTS: readonly { name: string; told: RegExp; plant: (bench: Bench) => boolean }[] = [
  {
    name: "a team that is a euro too cheap",
    told: /its team, costs .* missing/,
    plant: ({ columns }) => {
      for (let c = 0; c < columns.count; c++) columns.cost[c] = (columns.cost[c] ?? 0) - 1;
      return true;
    },
  },
  {
    name: "a load's cost that is one off for one trainer",
    told: /ledger of (fairness|activation) costs .* in excess/,
    plant: ({ state }) => {
      const [ledger] = state.loads;
      if (!ledger) return false;
      const honest = ledger.costAt.bind(ledger);
      ledger.costAt = (trainer, held) => honest(trainer, held) + (trainer === 0 && held > 0 ? 1 : 0);
      return true;
    },
  },
  {
    name: "a delta that forgets who sat in the session before",
    told: /links between sessions, and drift/,
    plant: ({ state, problem }) => {
      if (!problem.data.links.newcomer.some((price) => price > 0)) return false;
      const honest = state.placeDelta.bind(state);
      state.placeDelta = (column) => {
        const session = state.columns.sessionOf(column);
        const before = problem.data.links.previous[session] ?? -1;
        const known = before < 0 ? -1 : (state.chosen[before] ?? -1);
        return honest(column) + (known < 0 ? 0 : 1);
      };
      return true;
    },
  },
  {
    name: "a load that is booked twice for one trainer",
    told: /ledger of (fairness|activation)/,
    plant: ({ state }) => {
      const [ledger] = state.loads;
      if (!ledger) return false;
      const honest = ledger.add.bind(ledger);
      ledger.add = (trainer, by) => honest(trainer, trainer === 1 ? 2 * by : by);
      return true;
    },
  },
  {
    name: "a row that is not booked",
    told: /ledger of perDay holds 0/,
    plant: ({ state }) => {
      const ledger = state.capacities.find(({ family }) => family.rule === "perDay");
      if (!ledger) return false;
      ledger.add = () => undefined;
      return true;
    },
  },
  {
    name: "a diary that forgets whom it has removed",
    told: /diary of trainer/,
    plant: ({ state }) => {
      state.diaries.remove = () => undefined;
      return true;
    },
  },
  {
    name: "teams that clash in somebody's diary and are let in",
    told: /breaks the rule (overlap|travelTime|restDays)/,
    plant: ({ state }) => {
      state.diaries.fits = () => true;
      return true;
    },
  },
  {
    name: "teams that are more than somebody's limits allow and are let in",
    told: /breaks the rule (perDay|perWeek|perSeason|exposure|budget)/,
    plant: ({ state }) => {
      for (const ledger of state.capacities) ledger.fits = () => true;
      return true;
    },
  },
  {
    name: "sessions of a series in any order",
    told: /breaks the rule order/,
    plant: ({ state, season }) => {
      state.slotFits = () => true;
      return season.series.length > 0;
    },
  },
];

describe("the audit", () => {
  it("finds nothing in honest states, at either rung, over random moves", () => {
    for (let seed = 0; seed < SEASONS; seed++)
      for (const rung of RUNGS) {
        const bench = benchOf(tinySeason(seed));
        const auditor = new Auditor(rung, bench.problem, bench.state);
        walk(bench, allColumns(bench), new Random(seed), 40, () => auditor.afterStep());
        auditor.verify();
      }
  });

  it.each(FAULTS)("catches $name, at each rung, and tells it", ({ told, plant }) => {
    for (const rung of RUNGS) {
      let caught = 0;
      const messages: string[] = [];
      for (let seed = 0; seed < 10 * SEASONS && caught < ENOUGH; seed++) {
        const bench = benchOf(tinySeason(seed));
        const columns = allColumns(bench);
        const auditor = new Auditor(rung, bench.problem, bench.state);
        if (!plant(bench)) continue;
        try {
          walk(bench, columns, new Random(seed), 150, () => auditor.afterStep());
        } catch (error) {
          if (!(error instanceof AuditError)) throw error;
          messages.push(error.message);
          if (told.test(error.message)) caught++;
        }
      }
      expect(caught, `${rung}: ${messages[0]}`).toBe(ENOUGH);
    }
  });

  it("at full names the move that brought the fault in; at step it may be moves later", () => {
    let told = 0;
    for (let seed = 0; seed < SEASONS; seed++) {
      const bench = benchOf(tinySeason(seed));
      const columns = allColumns(bench).filter((column) => bench.state.canPlace(column));
      const [column] = columns;
      if (column === undefined) continue;
      new Auditor("full", bench.problem, bench.state);
      bench.columns.cost[column] = (bench.columns.cost[column] ?? 0) + 7;
      const code = bench.problem.index.session(bench.columns.sessionOf(column)).id;
      expect(() => bench.state.place(column), `seed ${seed}`).toThrow(
        new RegExp(`session ${code}, its team, costs \\d+, by its terms \\d+ \\(7 in excess\\).*Since the last audit`),
      );
      told++;
    }
    expect(told).toBeGreaterThan(10);
  });

  it("costs nothing at none: it leaves the state alone and catches nothing", () => {
    let staffed = 0;
    for (let seed = 0; seed < 10; seed++) {
      const bench = benchOf(tinySeason(seed));
      const columns = allColumns(bench);
      const auditor = new Auditor("none", bench.problem, bench.state);
      expect(bench.state.audit).toBeNull();
      for (let c = 0; c < bench.columns.count; c++) bench.columns.cost[c] = 0;
      expect(() => walk(bench, columns, new Random(seed), 60, () => auditor.afterStep())).not.toThrow();
      if (bench.state.chosen.some((column) => column >= 0)) staffed++;
    }
    expect(staffed).toBeGreaterThan(3);
  });

  it("holds a loaded plan to it once all of it stands, whichever session of a series comes first in the season", () => {
    let outOfOrder = 0;
    for (let seed = 0; seed < count(150, 1000); seed++) {
      const bench = benchOf(tinySeason(seed));
      const { state, problem } = bench;
      walk(bench, allColumns(bench), new Random(seed), 60, () => undefined);
      const plan = Int32Array.from(state.chosen);
      const cost: SearchState["cost"] = state.cost;
      new Auditor("full", problem, state);
      state.load(plan);
      expect(state.cost, `seed ${seed}`).toBe(cost);
      expect([...state.chosen], `seed ${seed}`).toEqual([...plan]);
      const { previous } = problem.data.links;
      if (plan.some((column, s) => column >= 0 && (previous[s] ?? -1) > s)) outOfOrder++;
    }
    expect(outOfOrder).toBeGreaterThan(2);
  });

  it("refuses a bound above the cost of a plan, by one and no less", () => {
    expect(() => auditBound(101, 100)).toThrow(AuditError);
    expect(() => auditBound(100, 100)).not.toThrow();
  });
});
