/**
 * A sharper bound where budgets are tight. The Lagrangian prices a budget by the euro, so that nine tenths of a session may
 * be bought; here each programme chooses which of its sessions it staffs, whole, and only what their teams earn is priced:
 * min over choices of max over prices λ of (teams at fee price λ − λ × budget). Any λ proves as much of a choice as it
 * can, and every plan makes one of the choices (Lagrangian decomposition of a multiple-choice knapsack; Guignard and Kim,
 * "Lagrangean decomposition", Mathematical Programming 1987).
 */
import type { ProblemData } from "../problem/data.js";
import { prefixPrices } from "./chains.js";
import type { Lagrangian } from "./lagrangian.js";
import type { FamilyRows } from "./rows.js";

/** Prices of a euro that are tried, as multiples of the Lagrangian's own. */
const FACTORS = [0, 0.4, 0.7, 1, 1.3, 1.8, 3, 8];
/** Choices of one programme beyond which its budget is left to the Lagrangian. */
const MOST_CHOICES = 20_000;

/** One programme: its row, and the series (or single sessions) that it alone pays, by their first session. */
interface Purse {
  readonly row: number;
  readonly chains: readonly number[];
}

export class Purses {
  private readonly lagrangian: Lagrangian;
  private readonly purses: readonly Purse[];

  constructor(lagrangian: Lagrangian) {
    this.lagrangian = lagrangian;
    const { families } = lagrangian.rows;
    const [rows, ...others] = families.filter(({ family }) => family.owner === "programme");
    this.purses = rows && others.length === 0 && rows.family.buckets === 1 ? pursesOf(lagrangian.data, rows) : [];
  }

  /** Evaluations that one tightening takes. */
  static readonly rounds = FACTORS.length + 1;

  /**
   * The bound at given multipliers with whole sessions in each budget.
   * @param multipliers of the Lagrangian, which is left at them and evaluated there
   * @returns no less than the Lagrangian's own bound there
   */
  tighten(multipliers: Float64Array): number {
    const { lagrangian } = this;
    const { rows } = lagrangian;
    lagrangian.multipliers.set(multipliers);
    const priced = this.purses.filter(({ row }) => (multipliers[row] as number) > 0);
    if (priced.length === 0) return lagrangian.evaluate();
    /** by purse, chain and price: what each number of staffed sessions costs */
    const prices = priced.map(({ chains }) => chains.map((): (readonly number[])[] => []));
    for (const factor of FACTORS) {
      for (const { row } of priced) lagrangian.multipliers[row] = factor * (multipliers[row] as number);
      lagrangian.evaluate();
      priced.forEach(({ chains }, p) => {
        chains.forEach((first, c) => {
          prices[p]?.[c]?.push(prefixPrices(lagrangian.data, lagrangian, first));
        });
      });
    }
    lagrangian.multipliers.set(multipliers);
    let value = lagrangian.evaluate();
    priced.forEach(({ row, chains }, p) => {
      const price = multipliers[row] as number;
      const cap = rows.cap[row] as number;
      let linear = -price * cap;
      for (const first of chains) linear += lagrangian.chainPrice[first] as number;
      const whole = cheapestChoice(
        prices[p] as (readonly number[])[][],
        FACTORS.map((factor) => -factor * price * cap),
      );
      if (whole > linear && whole < Number.POSITIVE_INFINITY) value += whole - linear;
    });
    return value;
  }
}

/**
 * The cheapest choice of how many sessions of each chain are staffed, each choice at the price that proves most of it.
 * @param chains by chain and price: what each number of staffed sessions costs
 * @param start by price: what is there before any session
 */
function cheapestChoice(chains: readonly (readonly (readonly number[])[])[], start: readonly number[]): number {
  let best = Number.POSITIVE_INFINITY;
  const choose = (c: number, sums: readonly number[]): void => {
    const chain = chains[c];
    if (chain === undefined) {
      best = Math.min(best, Math.max(...sums));
      return;
    }
    const lengths = chain[0]?.length ?? 0;
    for (let length = 0; length < lengths; length++)
      choose(
        c + 1,
        sums.map((sum, k) => sum + (chain[k]?.[length] as number)),
      );
  };
  choose(0, start);
  return best;
}

/** Programmes whose sessions' series are theirs alone, and not too many to go through every choice. */
function pursesOf(data: ProblemData, { at, owners }: FamilyRows): Purse[] {
  const { links, shape } = data;
  const chainsOf = new Map<number, number[]>();
  const crossed = new Set<number>();
  const choices = new Map<number, number>();
  for (let first = 0; first < shape.sessions; first++) {
    if ((links.previous[first] as number) >= 0) continue;
    const programme = shape.programmeOf[first] as number;
    let length = 0;
    for (let s = first; s >= 0; s = links.next[s] as number, length++)
      if (shape.programmeOf[s] !== programme) crossed.add(programme).add(shape.programmeOf[s] as number);
    choices.set(programme, (choices.get(programme) ?? 1) * (length + 1));
    const those = chainsOf.get(programme);
    if (those) those.push(first);
    else chainsOf.set(programme, [first]);
  }
  const purses: Purse[] = [];
  owners.forEach((programme, place) => {
    const chains = chainsOf.get(programme);
    if (chains && !crossed.has(programme) && (choices.get(programme) as number) <= MOST_CHOICES)
      purses.push({ row: at + place, chains });
  });
  return purses;
}
