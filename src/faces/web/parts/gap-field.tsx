/** The gap that is good enough, in percent; and one that was reached, in words. */
import type { Signal } from "@preact/signals";
import { percent as percentOf } from "../format.js";
import { lang, words } from "../state.js";
import { NumberField } from "./number-field.js";

export function GapField({ percent }: { readonly percent: Signal<number> }) {
  return (
    <NumberField
      name={words.value.goodAt}
      at="/gap"
      min={0}
      max={100}
      step={0.1}
      value={percent.value}
      set={(value) => {
        percent.value = value;
      }}
    />
  );
}

/** How much better is possible at most, in words. */
export function gapText({ cost, bound }: { readonly cost: number; readonly bound: number }): string {
  const w = words.value;
  return bound >= cost ? w.optimal : w.atMost(percentOf((cost - bound) / Math.max(1, cost), lang.value));
}
