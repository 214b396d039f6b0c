/** When a solve ends: each rule is a function of how it stands, and answers how it ended or null. */
import type { SolveStatus } from "./api.js";

export interface Standing {
  /** null while there is no plan */
  readonly cost: number | null;
  readonly bound: number;
  readonly steps: number;
  /** milliseconds since the process started, by the clock that was handed in */
  readonly ms: number;
  readonly interrupted: boolean;
}

export type StopRule = (standing: Standing) => SolveStatus | null;

/** (cost − bound) / max(1, cost), as docs/season-format.md has it. */
export function gapOf(cost: number, bound: number): number {
  return (cost - bound) / Math.max(1, cost);
}

export const whenOptimal: StopRule = ({ cost, bound }) => (cost !== null && bound >= cost ? "optimal" : null);

export function whenGap(gap: number): StopRule {
  return ({ cost, bound }) => (gap > 0 && cost !== null && gapOf(cost, bound) <= gap ? "gap" : null);
}

export function whenSteps(most: number): StopRule {
  return ({ steps }) => (steps >= most ? "steps" : null);
}

export function whenTime(ms: number): StopRule {
  return (standing) => (standing.ms >= ms ? "time" : null);
}

export const whenInterrupted: StopRule = ({ interrupted }) => (interrupted ? "interrupted" : null);

/** The first of several rules that ends it. */
export function firstOf(rules: readonly StopRule[]): StopRule {
  return (standing) => {
    for (const rule of rules) {
      const status = rule(standing);
      if (status) return status;
    }
    return null;
  };
}
