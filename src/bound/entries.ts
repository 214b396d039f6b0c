/** Who is looked at when slots are priced: everybody who could sit there, or a chosen few. */
import type { ProblemData } from "../problem/data.js";

export interface Entries {
  /** by entry list: where its entries start and end */
  readonly from: Int32Array;
  readonly end: Int32Array;
  /** by entry: candidate, and her cost in that slot */
  readonly candidate: Int32Array;
  readonly cost: Float64Array;
  /** by group of seats: where the candidates who have an entry in any slot start and end */
  readonly groupFrom: Int32Array;
  readonly groupEnd: Int32Array;
  readonly groupCandidate: Int32Array;
}

/** Everybody with an entry. */
export function everybody(data: ProblemData): Entries {
  return {
    from: data.entryStart,
    end: data.entryStart.subarray(1),
    candidate: data.entryCandidate,
    cost: data.entryCost,
    groupFrom: data.candidateStart,
    groupEnd: data.candidateStart.subarray(1),
    groupCandidate: Int32Array.from(data.candidateTrainer.keys()),
  };
}
