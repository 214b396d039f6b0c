import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MipModel, roundedBound, safeLpBound, solveLp, solveMip } from "../../src/exact/highs/index.js";
import { count } from "../support/counts.js";
import { build, enumerate, hardModel, knapsacks, smallPrograms } from "./enumerate.js";

const runs = { numRuns: count(150, 5000), seed: 20270111 };

describe("solveMip against enumeration", () => {
  it("finds the optimum, a true bound and a whole solution, or says that there is none", async () => {
    let solved = 0;
    let infeasible = 0;
    await fc.assert(
      fc.asyncProperty(smallPrograms, async (program) => {
        const truth = enumerate(program);
        const model = build(program);
        const result = await solveMip(model, { seconds: 10 });
        if (truth === null) {
          infeasible++;
          expect(result).toMatchObject({ status: "infeasible", objective: null, x: null, bound: Infinity });
          return;
        }
        solved++;
        expect(result.status).toBe("optimal");
        expect(result.objective).toBe(truth);
        expect(roundedBound(result.bound)).toBe(truth);
        expect(result.x).not.toBeNull();
        expect(model.violations(result.x ?? [], 0)).toEqual([]);
      }),
      runs,
    );
    expect(solved).toBeGreaterThan(runs.numRuns / 4);
    expect(infeasible).toBeGreaterThan(runs.numRuns / 20);
  });

  it("with a cutoff finds what lies below it and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(smallPrograms, fc.integer({ min: -6, max: 6 }), async (program, above) => {
        const truth = enumerate(program);
        if (truth === null) return;
        const cutoff = truth + above;
        const result = await solveMip(build(program), { seconds: 10, cutoff });
        if (above > 0) expect(result).toMatchObject({ status: "optimal", objective: truth });
        // At the optimum itself or under it there is nothing below the cutoff, and no solution is answered.
        else expect(result).toMatchObject({ status: "infeasible", objective: null, x: null, bound: cutoff });
        expect(roundedBound(result.bound)).toBeLessThanOrEqual(truth);
      }),
      runs,
    );
  });

  it("at a node limit its bound never passes the optimum, nor its solution goes under it", async () => {
    await fc.assert(
      fc.asyncProperty(smallPrograms, fc.integer({ min: 0, max: 2 }), async (program, nodes) => {
        const truth = enumerate(program);
        const result = await solveMip(build(program), { seconds: 10, nodes });
        expect(roundedBound(result.bound)).toBeLessThanOrEqual(truth ?? Infinity);
        if (result.objective !== null) expect(result.objective).toBeGreaterThanOrEqual(truth ?? Infinity);
      }),
      runs,
    );
  });

  it("stopped early on programs that take some nodes, still tells no lie", async () => {
    let stopped = 0;
    for (let seed = 1; seed <= count(6, 40); seed++) {
      const program = knapsacks(14, 5, seed);
      const truth = enumerate(program) ?? Number.NaN;
      const result = await solveMip(build(program), { seconds: 600, nodes: 0 });
      if (result.status === "limit") stopped++;
      expect(roundedBound(result.bound)).toBeLessThanOrEqual(truth);
      expect(result.objective ?? Infinity).toBeGreaterThanOrEqual(truth);
    }
    expect(stopped).toBeGreaterThan(0);
  });

  it("starts from a given solution and never ends worse", async () => {
    const model = hardModel(40, 8);
    const first = await solveMip(model, { seconds: 600, nodes: 2 });
    expect(first.status).toBe("limit");
    // HiGHS itself hands out 0.9999999 for 1 here.
    expect(first.x?.every(Number.isInteger)).toBe(true);
    expect(Number.isInteger(first.objective)).toBe(true);
    const again = await solveMip(model, { seconds: 600, nodes: 0, start: first.x ?? new Float64Array(0) });
    expect(again.objective).toBeLessThanOrEqual(first.objective ?? Infinity);
    expect(again.bound).toBeLessThanOrEqual(again.objective ?? -Infinity);
  });

  it("is the same for a seed and a node limit", async () => {
    const model = hardModel(40, 8);
    const first = await solveMip(model, { seconds: 600, nodes: 10, seed: 7 });
    const second = await solveMip(model, { seconds: 600, nodes: 10, seed: 7 });
    expect(second).toEqual(first);
  });

  it("stops at a time limit with a solution and a bound on either side of each other", async () => {
    const result = await solveMip(hardModel(150, 25), { seconds: 1 });
    expect(result.status).toBe("limit");
    expect(result.objective).not.toBeNull();
    expect(result.bound).toBeLessThan(result.objective ?? -Infinity);
    expect(result.bound).toBeGreaterThan(-Infinity);
  });

  it("answers for models without columns or rows", async () => {
    const empty = new MipModel();
    empty.offset = 3;
    expect(await solveMip(empty, { seconds: 1 })).toMatchObject({ status: "optimal", objective: 3, bound: 3 });
    empty.addRow(1, 2, [], []);
    expect(await solveMip(empty, { seconds: 1 })).toMatchObject({ status: "infeasible" });
    const free = new MipModel();
    free.addColumn(-2, 0, 5, true);
    expect(await solveMip(free, { seconds: 1 })).toMatchObject({ status: "optimal", objective: -10, bound: -10 });
  });

  it("does not call an unbounded model solved", async () => {
    const model = new MipModel();
    model.addColumn(-1, 0, Infinity, true);
    model.addRow(0, Infinity, [0], [1]);
    await expect(solveMip(model, { seconds: 1 })).rejects.toThrow("unbounded");
  });

  it("refuses options out of range by name", async () => {
    const model = build({ offset: 0, columns: [{ cost: 1, lower: 0, upper: 1 }], rows: [] });
    await expect(solveMip(model, { seconds: Number.NaN })).rejects.toThrow("seconds is NaN");
    await expect(solveMip(model, { seconds: 1, relativeGap: -1 })).rejects.toThrow("relativeGap is -1");
    await expect(solveMip(model, { seconds: 1, nodes: 1.5 })).rejects.toThrow("nodes is 1.5");
    await expect(solveMip(model, { seconds: 1, start: new Float64Array(2) })).rejects.toThrow(
      "2 numbers for 1 columns",
    );
  });

  it("does not begin when it is already aborted", async () => {
    const result = await solveMip(hardModel(40, 8), { seconds: 5, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ status: "interrupted", objective: null, x: null, bound: -Infinity });
  });
});

describe("solveLp", () => {
  it("bounds the integer optimum, prices its columns and satisfies duality", async () => {
    let tight = 0;
    await fc.assert(
      fc.asyncProperty(smallPrograms, async (program) => {
        const truth = enumerate(program);
        const model = build(program);
        const result = await solveLp(model, { seconds: 10 });
        if (result.status === "infeasible") {
          expect(truth).toBeNull();
          return;
        }
        expect(result.status).toBe("optimal");
        const objective = result.objective ?? Number.NaN;
        expect(objective).toBeLessThanOrEqual((truth ?? Infinity) + 1e-6);
        program.columns.forEach(({ cost }, j) => {
          const priced = program.rows.reduce(
            (sum, { coefs }, i) => sum - (result.rowDuals[i] ?? 0) * (coefs[j] ?? 0),
            cost,
          );
          expect(result.reducedCosts[j]).toBeCloseTo(priced, 6);
        });
        // Strong duality: the multipliers alone give the objective back, from below.
        const safe = safeLpBound(model, result.rowDuals);
        expect(safe).toBeLessThanOrEqual(objective + 1e-9);
        expect(safe).toBeGreaterThan(objective - 1e-5);
        if (truth !== null && Math.abs(objective - truth) < 1e-6) tight++;
      }),
      runs,
    );
    expect(tight).toBeGreaterThan(runs.numRuns / 20);
  });

  it("solves again from a basis after columns were added", async () => {
    const model = hardModel(40, 12);
    const first = await solveLp(model, { seconds: 10 });
    expect(first.basis).not.toBeNull();
    model.addColumn(-1, 0, 1, true);
    const cold = await solveLp(model, { seconds: 10 });
    const warm = await solveLp(model, { seconds: 10, ...(first.basis === null ? {} : { basis: first.basis }) });
    expect(warm.objective).toBeCloseTo(cold.objective ?? Number.NaN, 6);
  });
});

describe("safeLpBound", () => {
  it("never passes the optimum, whatever the multipliers", () => {
    let finite = 0;
    fc.assert(
      fc.property(
        smallPrograms,
        fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (program, duals) => {
          const bound = safeLpBound(build(program), duals);
          if (bound > -Infinity) finite++;
          expect(bound).toBeLessThanOrEqual(enumerate(program) ?? Infinity);
        },
      ),
      runs,
    );
    expect(finite).toBe(runs.numRuns);
  });

  // Beyond 2^53 a double is even: 1e16 + 3.5 comes out as 1e16 + 4.
  it("takes off what the sum was rounded up by", () => {
    const model = new MipModel();
    model.offset = 1e16;
    model.addColumn(3.5, 1, 1, false);
    expect(safeLpBound(model, [])).toBeLessThanOrEqual(1e16 + 2);
    expect(safeLpBound(model, [])).toBeGreaterThan(1e16 - 100);
  });

  it("takes off what a reduced cost was rounded up by, times the column's range", () => {
    const model = new MipModel();
    model.addColumn(1e16, 0, 1000, false);
    model.addRow(-3000, Infinity, [0], [-3]);
    model.addRow(0, Infinity, [0], [1e16 + 4]);
    // Exactly, with both multipliers at 1: −3000 + min over x of (1e16 + 3 − (1e16 + 4))·x = −4000.
    expect(safeLpBound(model, [1, 1])).toBeLessThanOrEqual(-4000);
  });

  it("says nothing where a column without a limit pulls down", () => {
    const model = new MipModel();
    model.addColumn(-1, 0, Infinity, false);
    expect(safeLpBound(model, [])).toBe(-Infinity);
  });
});

describe("roundedBound", () => {
  it("rounds up, but not over what is within the safety margin", () => {
    expect(roundedBound(12)).toBe(12);
    expect(roundedBound(12.00001)).toBe(12);
    expect(roundedBound(12.01)).toBe(13);
    expect(roundedBound(11.9999999)).toBe(12);
    expect(roundedBound(-3.2)).toBe(-3);
    expect(roundedBound(-Infinity)).toBe(-Infinity);
  });
});

describe("MipModel", () => {
  it("refuses what HiGHS would misread, and leaves nothing of it behind", () => {
    const model = new MipModel();
    expect(() => model.addColumn(Number.NaN, 0, 1, true)).toThrow("column 0: the cost is NaN");
    expect(() => model.addColumn(1, 2, 1, true)).toThrow("column 0: limits 2 to 1");
    model.addColumn(1, 0, 1, true);
    expect(() => model.addRow(0, 1, [0, 1], [1, 1])).toThrow("column 1 does not exist");
    expect(() => model.addRow(0, 1, [0], [Infinity])).toThrow("coefficient is Infinity");
    expect(() => model.addRow(0, 1, [0], [])).toThrow("1 columns but 0 coefficients");
    expect([model.columns, model.rows, model.entries]).toEqual([1, 0, 0]);
  });

  it("sums the coefficients of a column that is given twice", () => {
    const model = new MipModel();
    model.addColumn(-1, 0, 9, true);
    model.addColumn(-1, 0, 9, true);
    model.addRow(-Infinity, 8, [0, 1, 0], [1, 1, 1]);
    model.addRow(-Infinity, 8, [0], [1]);
    expect(model.entries).toBe(3);
    expect(model.violations([4, 1], 0)).toEqual([{ kind: "row", index: 0, by: 1 }]);
  });

  it("tells limits, integrality and rows apart", () => {
    const model = new MipModel();
    model.addColumn(2, 0, 1, true);
    model.addColumn(3, 0, 1, false);
    model.addRow(1, 1, [0, 1], [1, 1]);
    model.offset = 10;
    expect(model.value([1, 0])).toBe(12);
    expect(model.violations([0.5, 0.5], 1e-6)).toEqual([{ kind: "integrality", index: 0, by: 0.5 }]);
    expect(model.violations([2, 0], 1e-6).map(({ kind }) => kind)).toEqual(["column", "row"]);
    expect(model.violations([Number.NaN, 0], 1e-6).map(({ kind }) => kind)).toContain("row");
  });
});
