/** A typed array that grows by doubling. */
class Growing<T extends Float64Array | Int32Array | Uint8Array> {
  private items: T;
  private readonly make: (size: number) => T;
  size = 0;

  constructor(make: (size: number) => T) {
    this.make = make;
    this.items = make(64);
  }

  push(value: number): void {
    if (this.size === this.items.length) {
      const larger = this.make(this.size * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.size++] = value;
  }

  /** What is filled so far, as a view: valid until the next push. */
  view(): T {
    return this.items.subarray(0, this.size) as T;
  }
}

const doubles = () => new Growing((size) => new Float64Array(size));
const ints = () => new Growing((size) => new Int32Array(size));
const bytes = () => new Growing((size) => new Uint8Array(size));

/** A whole model as arrays of its own, ready to travel to a worker. Rows are sparse, row after row. */
export interface MipArrays {
  readonly offset: number;
  /** per column */
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** per column, 1 where it must be whole */
  readonly integer: Uint8Array;
  /** per row */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** per row the position of its first entry, and one more: the number of entries */
  readonly starts: Int32Array;
  /** per entry */
  readonly indices: Int32Array;
  readonly values: Float64Array;
}

/** One limit that a point breaks, and by how much. */
export interface Breach {
  readonly kind: "column" | "row" | "integrality";
  readonly index: number;
  readonly by: number;
}

/**
 * A mixed-integer program to be minimised, built column by column and row by row:
 * minimise offset + Σ cost·x, with lower ≤ x ≤ upper and rowLower ≤ A·x ≤ rowUpper.
 * Columns and rows are numbers, never names.
 */
export class MipModel {
  /** a constant added to the objective */
  offset = 0;
  private readonly cost = doubles();
  private readonly lower = doubles();
  private readonly upper = doubles();
  private readonly integer = bytes();
  private readonly rowLower = doubles();
  private readonly rowUpper = doubles();
  private readonly starts = ints();
  private readonly indices = ints();
  private readonly values = doubles();
  /** per column the last row that used it, plus one: a column given twice in a row is summed */
  private readonly lastRow = ints();
  /** per column its position among the entries of that row */
  private readonly lastEntry = ints();

  constructor() {
    this.starts.push(0);
  }

  get columns(): number {
    return this.cost.size;
  }
  get rows(): number {
    return this.rowLower.size;
  }
  get entries(): number {
    return this.indices.size;
  }

  /**
   * Adds a column and returns its number.
   * @param lower may be -Infinity
   * @param upper may be Infinity
   * @throws RangeError on a cost that is not finite, or limits that leave no value
   */
  addColumn(cost: number, lower: number, upper: number, integer: boolean): number {
    const column = this.columns;
    if (!Number.isFinite(cost)) throw new RangeError(`column ${column}: the cost is ${cost}; give a finite number`);
    checkLimits("column", column, lower, upper);
    this.cost.push(cost);
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(integer ? 1 : 0);
    this.lastRow.push(0);
    this.lastEntry.push(0);
    return column;
  }

  /** Takes a column out of the choice: it can be nothing but 0. */
  fixAtZero(column: number): void {
    const uppers = this.upper.view();
    if (!(column >= 0 && column < uppers.length)) throw new RangeError(`column ${column} does not exist; add it first`);
    uppers[column] = 0;
  }

  /** Adds to the cost of a column that is there. */
  addCost(column: number, cost: number): void {
    const costs = this.cost.view();
    if (!(column >= 0 && column < costs.length)) throw new RangeError(`column ${column} does not exist; add it first`);
    if (!Number.isFinite(cost)) throw new RangeError(`column ${column}: the cost is ${cost}; give a finite number`);
    costs[column] = (costs[column] ?? 0) + cost;
  }

  /**
   * Adds a row and returns its number. A column that is given twice counts with the sum of its coefficients.
   * @param cols column numbers, as long as `coefs`
   * @throws RangeError on an unknown column, a coefficient that is not finite, or limits that leave no value
   */
  addRow(lower: number, upper: number, cols: ArrayLike<number>, coefs: ArrayLike<number>): number {
    const row = this.rows;
    checkLimits("row", row, lower, upper);
    if (cols.length !== coefs.length) {
      throw new RangeError(`row ${row}: ${cols.length} columns but ${coefs.length} coefficients; give as many of each`);
    }
    // All is checked before anything is written: a refused row must leave no half of itself behind.
    for (let k = 0; k < cols.length; k++) {
      const column = cols[k] ?? -1;
      const coefficient = coefs[k] ?? Number.NaN;
      if (!Number.isInteger(column) || column < 0 || column >= this.columns) {
        throw new RangeError(`row ${row}: column ${column} does not exist; add it first`);
      }
      if (!Number.isFinite(coefficient)) {
        throw new RangeError(`row ${row}, column ${column}: the coefficient is ${coefficient}; give a finite number`);
      }
    }
    for (let k = 0; k < cols.length; k++) this.addEntry(row, cols[k] ?? 0, coefs[k] ?? 0);
    this.starts.push(this.entries);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    return row;
  }

  private addEntry(row: number, column: number, coefficient: number): void {
    const lastRow = this.lastRow.view();
    const lastEntry = this.lastEntry.view();
    if (lastRow[column] === row + 1) {
      const values = this.values.view();
      const at = lastEntry[column] ?? 0;
      values[at] = (values[at] ?? 0) + coefficient;
      return;
    }
    lastRow[column] = row + 1;
    lastEntry[column] = this.entries;
    this.indices.push(column);
    this.values.push(coefficient);
  }

  /** The objective at a point (one number per column), offset included. */
  value(x: ArrayLike<number>): number {
    return valueAt(this.view(), x);
  }

  /**
   * Every limit that a point breaks by more than the tolerance, which for a row is per unit of its largest term
   * (at least 1). Empty: the point is a solution.
   */
  violations(x: ArrayLike<number>, tolerance: number): Breach[] {
    return breachesAt(this.view(), x, tolerance);
  }

  /** A copy of the whole model in arrays that nobody else holds. */
  arrays(): MipArrays {
    const view = this.view();
    return {
      offset: view.offset,
      cost: view.cost.slice(),
      lower: view.lower.slice(),
      upper: view.upper.slice(),
      integer: view.integer.slice(),
      rowLower: view.rowLower.slice(),
      rowUpper: view.rowUpper.slice(),
      starts: view.starts.slice(),
      indices: view.indices.slice(),
      values: view.values.slice(),
    };
  }

  /** The whole model without a copy, valid until it is added to. */
  view(): MipArrays {
    return {
      offset: this.offset,
      cost: this.cost.view(),
      lower: this.lower.view(),
      upper: this.upper.view(),
      integer: this.integer.view(),
      rowLower: this.rowLower.view(),
      rowUpper: this.rowUpper.view(),
      starts: this.starts.view(),
      indices: this.indices.view(),
      values: this.values.view(),
    };
  }
}

function checkLimits(kind: "column" | "row", index: number, lower: number, upper: number): void {
  if (!(lower <= upper) || lower === Number.POSITIVE_INFINITY || upper === Number.NEGATIVE_INFINITY) {
    throw new RangeError(`${kind} ${index}: limits ${lower} to ${upper} leave no value; give lower ≤ upper`);
  }
}

/** The objective of a model at a point. */
export function valueAt(model: MipArrays, x: ArrayLike<number>): number {
  let total = model.offset;
  for (let j = 0; j < model.cost.length; j++) total += (model.cost[j] ?? 0) * (x[j] ?? 0);
  return total;
}

/** See `MipModel.violations`. */
export function breachesAt(model: MipArrays, x: ArrayLike<number>, tolerance: number): Breach[] {
  if (x.length !== model.cost.length) {
    throw new RangeError(`a point of ${x.length} numbers for ${model.cost.length} columns; give one number per column`);
  }
  const found: Breach[] = [];
  const note = (kind: Breach["kind"], index: number, by: number, allowed: number): void => {
    // Written so that a NaN counts as a breach.
    if (!(by <= allowed)) found.push({ kind, index, by });
  };
  for (let j = 0; j < model.cost.length; j++) {
    const value = x[j] ?? Number.NaN;
    note("column", j, Math.max((model.lower[j] ?? 0) - value, value - (model.upper[j] ?? 0)), tolerance);
    if (model.integer[j] === 1) note("integrality", j, Math.abs(value - Math.round(value)), tolerance);
  }
  for (let i = 0; i < model.rowLower.length; i++) {
    let activity = 0;
    let largest = 1;
    const end = model.starts[i + 1] ?? 0;
    for (let k = model.starts[i] ?? 0; k < end; k++) {
      const term = (model.values[k] ?? 0) * (x[model.indices[k] ?? 0] ?? Number.NaN);
      activity += term;
      largest = Math.max(largest, Math.abs(term));
    }
    const by = Math.max((model.rowLower[i] ?? 0) - activity, activity - (model.rowUpper[i] ?? 0));
    note("row", i, by, tolerance * largest);
  }
  return found;
}
