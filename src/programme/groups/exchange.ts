/**
 * People moved and exchanged between groups that are given: for an even mix first, then for colleagues spread or together as wished.
 * By simulated annealing (Kirkpatrick et al. 1983), which finds its way where colleagues must pass through worse divisions to come
 * together, then by every move and exchange that is better still. Counts are kept, not counted anew.
 */
import { Random } from "../../search/random.js";
import { lackOf } from "./measure.js";
import type { Intake } from "./participants.js";

/** What a point of the mix weighs beside one of colleagues while annealing: the least that the mix can change by is four points. */
const MIX = 4;
const HOT = 2;
const COLD = 0.1;
const STEPS_EACH = 5000;
/** Fewer of them, to see how well people can be exchanged at all; and more, where that is not enough. */
export const A_FEW_STEPS_EACH = 1000;
export const MANY_STEPS_EACH = 20_000;
const MOST_STEPS = 5_000_000;

/** What a division comes to, of those measures that moves change. */
interface Worth {
  mix: number;
  colleagues: number;
}

export class Exchange {
  /** of each person: the group she is in (-1: she waits), and where in its list */
  readonly #group: Int32Array;
  readonly #at: Int32Array;
  readonly #members: number[][];
  /** 1 formal, -1 informal; and the organisation */
  readonly #kind: Int8Array;
  readonly #organisation: Int32Array;
  readonly #organisations: number;
  readonly #colleagues: number[][];
  /** formal less informal, by group */
  readonly #surplus: Int32Array;
  /** members by group and organisation */
  readonly #of: Int32Array;
  readonly #change: Worth = { mix: 0, colleagues: 0 };

  /** @param able whether a person may be in a group */
  constructor(
    readonly intake: Intake,
    group: readonly number[],
    readonly able: readonly (readonly boolean[])[],
  ) {
    const { participants, groups } = intake;
    const names = [...new Set(participants.map(({ organisation }) => organisation))];
    const codes = new Map(names.map((name, code) => [name, code]));
    this.#organisations = names.length;
    this.#organisation = Int32Array.from(participants, ({ organisation }) => codes.get(organisation) ?? 0);
    this.#colleagues = names.map(() => []);
    for (const [i, code] of this.#organisation.entries()) this.#colleagues[code]?.push(i);
    this.#kind = Int8Array.from(participants, ({ kind }) => (kind === "formal" ? 1 : -1));
    this.#group = new Int32Array(participants.length).fill(-1);
    this.#at = new Int32Array(participants.length);
    this.#members = Array.from({ length: groups }, () => []);
    this.#surplus = new Int32Array(groups);
    this.#of = new Int32Array(groups * names.length);
    for (const [i, g] of group.entries()) if (g >= 0) this.#seat(i, g);
  }

  get division(): number[] {
    return [...this.#group];
  }

  /** Every move and exchange that makes the mix more even, or as even with colleagues better, until there is none. */
  descend(): void {
    const people = this.#group.length;
    const isBetter = (): boolean => this.#change.mix < 0 || (this.#change.mix === 0 && this.#change.colleagues < 0);
    for (let better = true; better; ) {
      better = false;
      for (let i = 0; i < people; i++) {
        for (let g = 0; g < this.intake.groups; g++) better = this.#try(i, g, -1, isBetter) || better;
        for (let j = i + 1; j < people; j++) {
          const g = this.#group[j] ?? -1;
          if (g >= 0) better = this.#try(i, g, j, isBetter) || better;
        }
      }
    }
  }

  /** Moves and exchanges at random, worse ones too, ever fewer of them. The same every time, by the seed. */
  anneal(stepsEach = STEPS_EACH, seed = 0): void {
    const people = this.#group.length;
    if (people < 2 || this.intake.groups < 2) return;
    const random = new Random(people + seed);
    const steps = Math.min(MOST_STEPS, stepsEach * people);
    const cooling = (COLD / HOT) ** (1 / steps);
    const wish = this.intake.colleagues;
    let heat = HOT;
    const isTaken = (): boolean => {
      const rise = MIX * this.#change.mix + this.#change.colleagues;
      return rise <= 0 || random.unit() < Math.exp(-rise / heat);
    };
    for (let step = 0; step < steps; step++, heat *= cooling) {
      const i = random.below(people);
      // Where colleagues are to be together, half of the time she goes where one of hers is.
      const hers = this.#colleagues[this.#organisation[i] ?? 0] ?? [];
      const g =
        wish === "together" && hers.length > 1 && random.unit() < 0.5
          ? (this.#group[hers[random.below(hers.length)] ?? 0] ?? -1)
          : random.below(this.intake.groups);
      const there = this.#members[g];
      if (there === undefined) continue;
      const j = there[random.below(there.length + 1)] ?? -1;
      if (wish === "together" && random.unit() < 0.5) this.#tryAll(i, g, j, isTaken);
      else this.#try(i, g, j, isTaken);
    }
  }

  /** Moves `i` to group `to`, in exchange for `j` of it if that is not -1, where both may and `keep` says of the change that it is to stay. */
  #try(i: number, to: number, j: number, keep: () => boolean): boolean {
    const from = this.#group[i] ?? -1;
    if (from < 0 || from === to || this.able[i]?.[to] !== true) return false;
    if (j < 0 ? !this.#hasRoom(from, to, 1) : this.able[j]?.[from] !== true) return false;
    this.#weigh(i, from, to, j);
    if (!keep()) return false;
    this.#leave(i);
    if (j >= 0) {
      this.#leave(j);
      this.#seat(j, from);
    }
    this.#seat(i, to);
    return true;
  }

  /** The same of all colleagues of `i` in her group, in exchange for all of `j` in that one: where they are to be together, they go together. */
  #tryAll(i: number, to: number, j: number, keep: () => boolean): void {
    const from = this.#group[i] ?? -1;
    const [mine, other] = [this.#organisation[i] ?? 0, j < 0 ? -1 : (this.#organisation[j] ?? 0)];
    if (from < 0 || from === to || mine === other) return;
    const going = (this.#members[from] ?? []).filter((one) => this.#organisation[one] === mine);
    const coming = j < 0 ? [] : (this.#members[to] ?? []).filter((one) => this.#organisation[one] === other);
    if (!this.#hasRoom(from, to, going.length - coming.length)) return;
    if (going.some((one) => this.able[one]?.[to] !== true) || coming.some((one) => this.able[one]?.[from] !== true))
      return;
    const surplus = (people: readonly number[]): number => people.reduce((sum, one) => sum + (this.#kind[one] ?? 0), 0);
    const shift = surplus(going) - surplus(coming);
    this.#change.mix = this.#mixed(from, to, shift);
    this.#change.colleagues = this.#joining(mine, to) - 1 + (other < 0 ? 0 : this.#joining(other, from) - 1);
    if (!keep()) return;
    for (const one of [...going, ...coming]) this.#leave(one);
    for (const one of going) this.#seat(one, to);
    for (const one of coming) this.#seat(one, from);
  }

  /** Whether one group can have so many more and the other so many fewer, and no more groups are small for it. */
  #hasRoom(from: number, to: number, more: number): boolean {
    const [a, b] = [this.#members[from]?.length ?? 0, this.#members[to]?.length ?? 0];
    if (Math.max(a - more, b + more) > this.intake.most) return false;
    const small = (size: number): number => (lackOf(size, this.intake) > 0 ? 1 : 0);
    return small(a - more) + small(b + more) <= small(a) + small(b);
  }

  /** What the measures would change by, into `#change`. */
  #weigh(i: number, from: number, to: number, j: number): void {
    const change = this.#change;
    const shift = (this.#kind[i] ?? 0) - (j < 0 ? 0 : (this.#kind[j] ?? 0));
    change.mix = this.#mixed(from, to, shift);
    const mine = this.#organisation[i] ?? 0;
    const other = j < 0 ? -1 : (this.#organisation[j] ?? 0);
    change.colleagues = 0;
    if (mine === other || this.intake.colleagues === "either") return;
    change.colleagues = this.#joining(mine, to) - this.#leaving(mine, from);
    if (other >= 0) change.colleagues += this.#joining(other, from) - this.#leaving(other, to);
  }

  /** What the mix changes by where so much surplus goes from one group to another: (a - s)² + (b + s)² - a² - b². */
  #mixed(from: number, to: number, shift: number): number {
    return 2 * shift * ((this.#surplus[to] ?? 0) - (this.#surplus[from] ?? 0) + shift);
  }

  /** What one more of an organisation in a group adds: pairs of colleagues, or a group more over which they are spread. */
  #joining(organisation: number, g: number): number {
    const n = this.#of[g * this.#organisations + organisation] ?? 0;
    return this.intake.colleagues === "spread" ? n : n === 0 ? 1 : 0;
  }

  #leaving(organisation: number, g: number): number {
    const n = this.#of[g * this.#organisations + organisation] ?? 0;
    return this.intake.colleagues === "spread" ? n - 1 : n === 1 ? 1 : 0;
  }

  #seat(i: number, g: number): void {
    const list = this.#members[g];
    if (list === undefined) return;
    this.#group[i] = g;
    this.#at[i] = list.length;
    list.push(i);
    this.#count(i, g, 1);
  }

  #leave(i: number): void {
    const g = this.#group[i] ?? -1;
    const list = this.#members[g];
    const last = list?.pop();
    if (list === undefined || last === undefined) return;
    if (last !== i) {
      const at = this.#at[i] ?? 0;
      list[at] = last;
      this.#at[last] = at;
    }
    this.#group[i] = -1;
    this.#count(i, g, -1);
  }

  #count(i: number, g: number, by: 1 | -1): void {
    const at = g * this.#organisations + (this.#organisation[i] ?? 0);
    this.#of[at] = (this.#of[at] ?? 0) + by;
    this.#surplus[g] = (this.#surplus[g] ?? 0) + by * (this.#kind[i] ?? 0);
  }
}
