import fc from "fast-check";
import { MipModel } from "../../src/exact/highs/index.js";

/** A small integer program as plain numbers, so that the enumeration shares nothing with the builder. */
export interface SmallProgram {
  readonly offset: number;
  readonly columns: readonly { readonly cost: number; readonly lower: number; readonly upper: number }[];
  readonly rows: readonly { readonly lower: number; readonly upper: number; readonly coefs: readonly number[] }[];
}

/** Programs of 2 to 5 columns in small ranges, with rows of every kind: at most, at least, between, equal. */
export const smallPrograms: fc.Arbitrary<SmallProgram> = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc.record({
    offset: fc.integer({ min: -50, max: 50 }),
    columns: fc.array(
      fc
        .record({
          cost: fc.integer({ min: -20, max: 20 }),
          lower: fc.integer({ min: -2, max: 1 }),
          width: fc.integer({ min: 0, max: 3 }),
        })
        .map(({ cost, lower, width }) => ({ cost, lower, upper: lower + width })),
      { minLength: size, maxLength: size },
    ),
    rows: fc.array(
      fc
        .record({
          kind: fc.constantFrom("most", "least", "between", "equal"),
          at: fc.integer({ min: -6, max: 8 }),
          width: fc.integer({ min: 0, max: 4 }),
          coefs: fc.array(fc.integer({ min: -4, max: 5 }), { minLength: size, maxLength: size }),
        })
        .map(({ kind, at, width, coefs }) => ({
          lower: kind === "most" ? Number.NEGATIVE_INFINITY : at,
          upper: kind === "least" ? Number.POSITIVE_INFINITY : kind === "equal" ? at : at + width,
          coefs,
        })),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

/** The least objective over every whole point, or null where none is a solution. */
export function enumerate(program: SmallProgram): number | null {
  let best: number | null = null;
  const point: number[] = [];
  const visit = (column: number): void => {
    const here = program.columns[column];
    if (here === undefined) {
      const holds = program.rows.every((row) => {
        const activity = row.coefs.reduce((sum, coef, j) => sum + coef * (point[j] ?? 0), 0);
        return row.lower <= activity && activity <= row.upper;
      });
      if (!holds) return;
      const value = program.columns.reduce((sum, { cost }, j) => sum + cost * (point[j] ?? 0), program.offset);
      if (best === null || value < best) best = value;
      return;
    }
    for (let value = here.lower; value <= here.upper; value++) {
      point[column] = value;
      visit(column + 1);
    }
  };
  visit(0);
  return best;
}

/** The same program in the builder. */
export function build(program: SmallProgram, integer = true): MipModel {
  const model = new MipModel();
  model.offset = program.offset;
  for (const { cost, lower, upper } of program.columns) model.addColumn(cost, lower, upper, integer);
  for (const { lower, upper, coefs } of program.rows) model.addRow(lower, upper, [...coefs.keys()], coefs);
  return model;
}

/** A knapsack with several rows over yes-or-no columns. */
export function knapsacks(columns: number, rows: number, seed: number): SmallProgram {
  let state = seed;
  const random = (): number => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  return {
    offset: 0,
    columns: Array.from({ length: columns }, () => ({ cost: -1 - Math.floor(random() * 100), lower: 0, upper: 1 })),
    rows: Array.from({ length: rows }, () => {
      const coefs = Array.from({ length: columns }, () => (random() < 0.5 ? 0 : 1 + Math.floor(random() * 60)));
      const sum = coefs.reduce((a, b) => a + b, 0);
      return { lower: Number.NEGATIVE_INFINITY, upper: Math.floor(sum / 3), coefs };
    }),
  };
}

/** Such a knapsack in the builder; from about 60 columns and 10 rows on it takes HiGHS many seconds. */
export function hardModel(columns: number, rows: number): MipModel {
  return build(knapsacks(columns, rows, 9));
}
