/**
 * How far colleagues are apart at least in groups that are given: a place in each group, a formal worker more in it, and waiting get
 * prices (Lagrange multipliers); then each organisation by itself takes those groups that are cheapest for it, all of its ways being
 * tried. Whatever the prices are, no division is better than what that comes to; they are looked for that tell most.
 */
import { descend, type Slope } from "../descent.js";
import type { Able } from "./frame.js";
import type { Intake } from "./participants.js";

/** Looks at prices: for each part that is cut, and for all of one set of groups. */
const LOOKS = 60;
const MOST_LOOKS = 6000;
/** How much of what was seen lately is the newest look. */
const NEWEST = 0.1;
const FIRST_MOVE = 0.3;
/** How much a price under nothing is pushed back. */
const STEEP = 50;
/** What floating point may be off by; it only ever makes the bound lower. */
const ROUNDING = 1e-6;
/** Ways of mixing that are kept; where there are more the mix is left out of account. */
const MOST_MIXES = 2000;

/** Colleagues of one kind who can be in the same groups. */
interface Alike {
  readonly mask: number;
  /** 0 formal, 1 informal */
  readonly kind: number;
  readonly people: number;
}

/** An organisation: its people, and the sets of groups over which they can be. */
interface Organisation {
  readonly alike: readonly Alike[];
  readonly ways: readonly number[];
}

/** Part of all divisions: over which sets of groups each organisation can be, and the prices to begin with. */
interface Part {
  readonly ways: readonly (readonly number[])[];
  readonly prices: readonly number[];
}

/** What every division that would be better keeps to. */
export interface Terms {
  readonly intake: Intake;
  /** a division's: as many placed, and no less even; null: however even */
  readonly reached: { readonly placed: number; readonly mix: number | null };
}

export class Together {
  readonly #organisations: readonly Organisation[];
  readonly #groups: number;
  readonly #waiting: number;
  readonly #mixes: readonly (readonly number[])[];
  /** of each set of groups: the cheapest place in it, for a formal and for an informal worker; and in which group that is */
  readonly #cheapest: readonly [Float64Array, Float64Array];
  readonly #at: readonly [Int8Array, Int8Array];
  /** how often each organisation is in each group, lately */
  readonly #usage: Float64Array;
  #looks = 0;

  /** @param able who can be in which of the groups */
  constructor(
    readonly terms: Terms,
    able: Able,
  ) {
    const { intake, reached } = terms;
    const { participants, groups } = intake;
    this.#groups = groups;
    this.#waiting = participants.length - reached.placed;
    this.#organisations = organisationsOf(intake, able, this.#waiting);
    const surplus = participants.reduce((sum, { kind }) => sum + (kind === "formal" ? 1 : -1), 0);
    this.#mixes = reached.mix === null ? [] : mixesOf(groups, reached.mix, surplus, this.#waiting);
    const sets = 2 ** groups;
    this.#cheapest = [new Float64Array(sets), new Float64Array(sets)];
    this.#at = [new Int8Array(sets), new Int8Array(sets)];
    this.#usage = new Float64Array(this.#organisations.length * groups);
  }

  /** Without prices: each organisation over the fewest groups that hold all of hers who can be in any; each who waits spares one. */
  get plain(): number {
    const holds = ({ alike, ways }: Organisation): number =>
      Math.min(
        this.#groups,
        ...ways.filter((set) => alike.every(({ mask }) => mask === 0 || (mask & set) !== 0)).map(apartOf),
      );
    const outside = this.#organisations.flatMap(({ alike }) => alike).filter(({ mask }) => mask === 0);
    const apart = this.#organisations.reduce((sum, one) => sum + holds(one), 0);
    return Math.max(0, apart + outside.reduce((sum, { people }) => sum + people, 0) - this.#waiting);
  }

  /**
   * By prices, and where these do not tell enough by cutting in two over which groups an organisation is.
   * @param enough a bound that is as good as any higher one
   */
  bound(enough: number): number {
    const plain = this.plain;
    if (plain >= enough) return plain;
    const prices = Array.from({ length: 2 * this.#groups + 1 }, (_, k) => (k === 2 * this.#groups ? 1 : 0));
    this.#looks = MOST_LOOKS;
    return Math.max(plain, this.#boundOf({ ways: this.#organisations.map(({ ways }) => ways), prices }, plain, enough));
  }

  /** @param known what is known to be no better of any part: where this one is no more either, there is no need to cut it */
  #boundOf(part: Part, known: number, enough: number): number {
    if (part.ways.some(({ length }) => length === 0)) return enough;
    const { bound, prices } = this.#priced(part, enough);
    if (bound >= enough || this.#looks <= 0) return Math.min(bound, enough);
    const cut = this.#cutOf(part);
    if (cut === null) return bound;
    let least = enough;
    for (const isIn of cut.leansIn ? [true, false] : [false, true]) {
      const ways = part.ways.with(
        cut.o,
        (part.ways[cut.o] ?? []).filter((set) => ((set >> cut.g) & 1) === (isIn ? 1 : 0)),
      );
      least = Math.min(least, Math.max(bound, this.#boundOf({ ways, prices }, known, enough)));
      if (least <= Math.max(bound, known)) break;
    }
    return least;
  }

  /** The organisation and the group of which it wavers most whether one is in the other; null where nothing is open. */
  #cutOf({ ways }: Part): { readonly o: number; readonly g: number; readonly leansIn: boolean } | null {
    let best: { o: number; g: number; leansIn: boolean; distance: number } | null = null;
    for (const [o, sets] of ways.entries())
      for (let g = 0; g < this.#groups; g++) {
        const inIt = sets.filter((set) => ((set >> g) & 1) === 1).length;
        if (inIt === 0 || inIt === sets.length) continue;
        const usage = this.#usage[o * this.#groups + g] ?? 0;
        const distance = Math.min(usage, 1 - usage);
        if (best === null || distance > best.distance) best = { o, g, leansIn: usage > 0.5, distance };
      }
    return best;
  }

  #priced(part: Part, enough: number): { readonly bound: number; readonly prices: readonly number[] } {
    const n = part.prices.length;
    let best = { value: Number.NEGATIVE_INFINITY, prices: part.prices };
    const boundOf = (value: number): number => Math.max(0, Math.ceil(value - ROUNDING));
    let weight = 1;
    const at = (point: readonly number[]): Slope => {
      this.#looks--;
      // Prices of places and of waiting are none under nothing; those of a more formal group may be either.
      const prices = point.map((price, k) => (k < this.#groups || k === n - 1 ? Math.max(0, price) : price));
      const { value, gradient } = this.#look(part, prices, weight);
      weight = NEWEST;
      if (value > best.value) best = { value, prices };
      const under = point.reduce((sum, price, k) => sum + (prices[k] ?? 0) - price, 0);
      return {
        value: STEEP * under - value,
        gradient: gradient.map((slope, k) => ((point[k] ?? 0) < (prices[k] ?? 0) ? -STEEP : -slope)),
      };
    };
    descend(at, part.prices, FIRST_MOVE, LOOKS, () => boundOf(best.value) >= enough);
    return { bound: boundOf(best.value), prices: best.prices };
  }

  /** What all come to under some prices, and how that changes with them. */
  #look({ ways }: Part, prices: readonly number[], weight: number): Slope {
    const groups = this.#groups;
    const { most } = this.terms.intake;
    const wait = prices[2 * groups] ?? 0;
    this.#fillCheapest(prices, wait);
    const gradient = prices.map((_, k) => (k < groups ? -most : 0));
    let value = -wait * this.#waiting;
    gradient[2 * groups] = -this.#waiting;
    for (let g = 0; g < groups; g++) value -= (prices[g] ?? 0) * most;
    for (const [o, { alike }] of this.#organisations.entries()) {
      let least = Number.POSITIVE_INFINITY;
      let chosen = 0;
      for (const set of ways[o] ?? []) {
        let cost = apartOf(set);
        for (const { mask, kind, people } of alike) cost += people * (this.#cheapest[kind]?.[mask & set] ?? 0);
        if (cost >= least) continue;
        least = cost;
        chosen = set;
      }
      value += least;
      for (let g = 0; g < groups; g++) {
        const mean = this.#usage[o * groups + g] ?? 0;
        this.#usage[o * groups + g] = mean * (1 - weight) + weight * ((chosen >> g) & 1);
      }
      for (const { mask, kind, people } of alike) {
        const g = this.#at[kind]?.[mask & chosen] ?? -1;
        if (g < 0) {
          gradient[2 * groups] = (gradient[2 * groups] ?? 0) + people;
          continue;
        }
        gradient[g] = (gradient[g] ?? 0) + people;
        gradient[groups + g] = (gradient[groups + g] ?? 0) + (kind === 0 ? people : -people);
      }
    }
    let [worst, mix] = [Number.NEGATIVE_INFINITY, this.#mixes[0]];
    for (const one of this.#mixes) {
      const worth = one.reduce((sum, d, g) => sum + d * (prices[groups + g] ?? 0), 0);
      if (worth > worst) [worst, mix] = [worth, one];
    }
    if (mix !== undefined) value -= worst;
    for (const [g, d] of (mix ?? []).entries()) gradient[groups + g] = (gradient[groups + g] ?? 0) - d;
    return { value, gradient };
  }

  #fillCheapest(prices: readonly number[], wait: number): void {
    const groups = this.#groups;
    const isMixed = this.#mixes.length > 0;
    for (const kind of [0, 1] as const) {
      const [cheapest, at] = [this.#cheapest[kind], this.#at[kind]];
      cheapest[0] = this.#waiting === 0 ? 1e9 : wait;
      at[0] = -1;
      for (let set = 1; set < 2 ** groups; set++) {
        const g = 31 - Math.clz32(set);
        const own = (prices[g] ?? 0) + (isMixed ? (kind === 0 ? 1 : -1) * (prices[groups + g] ?? 0) : 0);
        const rest = set & ~(1 << g);
        const better = own < (cheapest[rest] ?? 0);
        cheapest[set] = better ? own : (cheapest[rest] ?? 0);
        at[set] = better ? g : (at[rest] ?? -1);
      }
    }
  }
}

function organisationsOf({ participants, groups, most }: Intake, able: Able, waiting: number): readonly Organisation[] {
  const found = new Map<string, Map<string, { mask: number; kind: number; people: number }>>();
  for (const [i, { organisation, kind }] of participants.entries()) {
    const mask = (able[i] ?? []).reduce((bits, can, g) => bits | (can ? 1 << g : 0), 0);
    const alike = found.get(organisation) ?? new Map<string, { mask: number; kind: number; people: number }>();
    found.set(organisation, alike);
    const key = `${mask} ${kind}`;
    const known = alike.get(key);
    if (known) known.people++;
    else alike.set(key, { mask, kind: kind === "formal" ? 0 : 1, people: 1 });
  }
  const sets = Array.from({ length: 2 ** groups }, (_, set) => set);
  return [...found.values()].map((byKey) => {
    const alike = [...byKey.values()];
    const sized = (isOut: (mask: number) => boolean) =>
      alike.reduce((sum, { mask, people }) => sum + (isOut(mask) ? people : 0), 0);
    const all = sized(() => true);
    const ways = sets.filter(
      (set) => sized((mask) => (mask & set) === 0) <= waiting && all - waiting <= most * sizeOf(set),
    );
    return { alike, ways };
  });
}

/** All ways in which so many groups can each have a surplus of formal workers, no less even than `mix`; none where they are too many. */
function mixesOf(groups: number, mix: number, surplus: number, waiting: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  const extend = (list: readonly number[], left: number, sum: number): void => {
    if (found.length > MOST_MIXES) return;
    if (list.length === groups) {
      if (Math.abs(sum - surplus) <= waiting) found.push([...list]);
      return;
    }
    const reach = Math.floor(Math.sqrt(left));
    const missing = Math.max(0, Math.abs(surplus - sum) - waiting);
    if (missing ** 2 > (groups - list.length) * left) return;
    for (let d = -reach; d <= reach; d++) extend([...list, d], left - d * d, sum + d);
  };
  extend([], mix, 0);
  return found.length > MOST_MIXES ? [] : found;
}

/** Over how many groups beyond one an organisation is that is in these. */
const apartOf = (set: number): number => Math.max(0, sizeOf(set) - 1);

/** How many groups are in a set. */
function sizeOf(set: number): number {
  let size = 0;
  for (let left = set; left !== 0; left &= left - 1) size++;
  return size;
}
