/** What each rule weighs in a season. */
import type { Weights } from "../../src/model/index.js";
import type { Chance } from "./chance.js";
import type { Parameters } from "./parameters.js";

/** Those of the public seasons. */
const USUAL = {
  unstaffed: 1000,
  background: 40,
  depth: 15,
  travelKm: 1,
  discouraged: 30,
  slot: 10,
  pair: 8,
  fairness: 6,
  continuity: 25,
  change: 60,
  move: 100,
} as const;
/** A team's fees are some thousand euros: a session must stay worth them. */
const UNSTAFFED_PER_FEE = 4000;

/** Draws weights; none but the fee's and the activation's is 0. */
export function drawWeights(chance: Chance, { weights: spread, fee }: Parameters): Weights {
  const stray = (usual: number, reach: number) =>
    Math.max(1, Math.round(usual * 2 ** (reach * spread * chance.between(-1, 1))));
  const unstaffed = stray(USUAL.unstaffed + UNSTAFFED_PER_FEE * fee, 0.5);
  const activation = chance.odds(0.3) ? chance.int(10, 60) : 0;
  return {
    unstaffed,
    background: stray(USUAL.background, 1.5),
    depth: stray(USUAL.depth, 1.5),
    travelKm: stray(USUAL.travelKm, 1.5),
    discouraged: stray(USUAL.discouraged, 1.5),
    slot: stray(USUAL.slot, 1.5),
    pair: stray(USUAL.pair, 1.5),
    fee,
    fairness: stray(USUAL.fairness, 1.5),
    activation: spread === 0 ? 0 : activation,
    continuity: stray(USUAL.continuity, 1.5),
    change: stray(USUAL.change, 1.5),
    move: stray(USUAL.move, 1.5),
  };
}
