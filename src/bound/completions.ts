/**
 * How cheaply the seats from one on can be filled for each coverage that they can bring: a dynamic program over coverage
 * classes, seat by seat from the last. It lets one member sit twice and knows no pairs, so what it says is never too
 * dear; combined with the members that sit already, it bounds the branch and bound from below, closely.
 */
import { GRADES, MAX_SEATS, type ProblemData } from "../problem/data.js";

/** Most coverages kept for a seat; further ones are merged into the last, which keeps the bound valid. */
const MOST = 96;

export class Completions {
  private readonly data: ProblemData;
  private readonly stride: number;
  private readonly count = new Int32Array(MAX_SEATS + 1);
  /** by seat × MOST */
  private readonly price = new Float64Array((MAX_SEATS + 1) * MOST);
  private readonly key = new Float64Array((MAX_SEATS + 1) * MOST);
  /** by seat × MOST: places of the seat's coverages, cheapest first */
  private readonly order = new Int32Array((MAX_SEATS + 1) * MOST);
  /** by (seat × MOST) × stride */
  private readonly grades: Uint8Array;
  private readonly union: Uint8Array;
  private readonly classPrice: Float64Array;
  private readonly leastPrice = new Float64Array(MAX_SEATS);
  private needs = 0;

  constructor(data: ProblemData, maxNeeds: number, maxClasses: number) {
    this.classPrice = new Float64Array(maxClasses);
    this.data = data;
    this.stride = Math.max(1, maxNeeds);
    this.grades = new Uint8Array((MAX_SEATS + 1) * MOST * this.stride);
    this.union = new Uint8Array(this.stride);
  }

  /**
   * Builds the table for a session's seats. Members of group k are candidate[from[k]] … candidate[end[k] − 1] at `price`.
   * @param most fillings of all seats that cost this much or more need not be kept
   */
  lay(
    first: number,
    seats: number,
    needs: number,
    groupOfSeat: Int32Array,
    from: Int32Array,
    end: Int32Array,
    candidate: Int32Array,
    price: Float64Array,
    most: number,
  ): void {
    const { data, stride } = this;
    this.needs = needs;
    this.count[seats] = 1;
    this.price[seats * MOST] = 0;
    this.order[seats * MOST] = seats * MOST;
    this.grades.fill(0, seats * MOST * stride, seats * MOST * stride + needs);
    for (let seat = 0; seat < seats; seat++) {
      this.count[seat] = 0;
      const k = groupOfSeat[seat] as number;
      let least = Number.POSITIVE_INFINITY;
      for (let i = from[k] as number; i < (end[k] as number); i++) least = Math.min(least, price[i] as number);
      this.leastPrice[seat] = least;
    }
    for (let seat = seats - 1; seat >= 0; seat--) {
      const q = first + (groupOfSeat[seat] as number);
      this.layClasses(q, groupOfSeat[seat] as number, from, end, candidate, price);
      let ahead = 0;
      for (let i = 0; i < seat; i++) ahead += this.leastPrice[i] as number;
      const classes = (data.classStart[q + 1] as number) - (data.classStart[q] as number);
      for (let cls = 0; cls < classes; cls++) {
        const own = this.classPrice[cls] as number;
        if (own === Number.POSITIVE_INFINITY) continue;
        const grades = data.gradeStart[(data.classStart[q] as number) + cls] as number;
        for (let j = 0; j < (this.count[seat + 1] as number); j++) {
          const rest = this.order[(seat + 1) * MOST + j] as number;
          if (ahead + own + (this.price[rest] as number) >= most) break;
          this.join(seat, grades, rest, own);
        }
      }
      this.sort(seat);
    }
  }

  /** The cheapest member of each class of a group. */
  private layClasses(
    q: number,
    k: number,
    from: Int32Array,
    end: Int32Array,
    candidate: Int32Array,
    price: Float64Array,
  ): void {
    const { data, classPrice } = this;
    classPrice.fill(Number.POSITIVE_INFINITY, 0, (data.classStart[q + 1] as number) - (data.classStart[q] as number));
    for (let i = from[k] as number; i < (end[k] as number); i++) {
      const cls = data.candidateClass[candidate[i] as number] as number;
      if ((price[i] as number) < (classPrice[cls] as number)) classPrice[cls] = price[i] as number;
    }
  }

  /** Orders a seat's coverages, cheapest first. */
  private sort(seat: number): void {
    const { order, price } = this;
    const from = seat * MOST;
    for (let i = from, end = from + (this.count[seat] as number); i < end; i++) {
      const p = price[i] as number;
      let k = i;
      for (; k > from && (price[order[k - 1] as number] as number) > p; k--) order[k] = order[k - 1] as number;
      order[k] = i;
    }
  }

  /** Adds a member of one class to the coverage at place `rest` of the seat after. */
  private join(seat: number, own: number, rest: number, price: number): void {
    const { data, needs, stride, union } = this;
    const at = rest * stride;
    let key = 0;
    for (let n = 0; n < needs; n++) {
      const grade = Math.max(data.grade[own + n] as number, this.grades[at + n] as number);
      union[n] = grade;
      key = key * GRADES + grade;
    }
    const total = price + (this.price[rest] as number);
    const base = seat * MOST;
    const count = this.count[seat] as number;
    let i = 0;
    while (i < count && this.key[base + i] !== key) i++;
    if (i === MOST) i = MOST - 1;
    if (i === count) {
      this.count[seat] = count + 1;
      this.key[base + i] = key;
      this.price[base + i] = total;
      this.grades.set(union.subarray(0, needs), (base + i) * stride);
      return;
    }
    // The same coverage, or a merger: the cheaper price with the better coverage of both.
    if (total < (this.price[base + i] as number)) this.price[base + i] = total;
    for (let n = 0; n < needs; n++) {
      const to = (base + i) * stride + n;
      if ((union[n] as number) > (this.grades[to] as number)) this.grades[to] = union[n] as number;
    }
  }

  /** The least that seats `seat` … can cost with what the needs cost then, given the grades of those who sit before. */
  cheapest(seat: number, grades: Uint8Array, at: number, session: number): number {
    const { data, needs, stride } = this;
    const firstNeed = data.coverStart[session] as number;
    let best = Number.POSITIVE_INFINITY;
    for (let place = seat * MOST, end = place + (this.count[seat] as number); place < end; place++) {
      const i = this.order[place] as number;
      let cost = this.price[i] as number;
      if (cost >= best) break;
      for (let n = 0; n < needs && cost < best; n++) {
        const grade = Math.max(grades[at + n] as number, this.grades[i * stride + n] as number);
        cost += data.coverCost[(firstNeed + n) * GRADES + grade] as number;
      }
      if (cost < best) best = cost;
    }
    return best;
  }
}
