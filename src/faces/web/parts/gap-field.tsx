/** The gap that is good enough, in percent; and one that was reached, in words. */
import type { Signal } from "@preact/signals";
import { percentAtMost } from "../format.js";
import { gapOf } from "../standing.js";
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
  const gap = gapOf(cost, bound);
  return gap === 0 ? w.optimal : w.atMost(percentAtMost(gap, lang.value));
}
